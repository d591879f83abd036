//! Lists to choose from: actors to filter by, sources to read, everything that can be done. Letters narrow them.

use tui_input::Input;

use super::action::{ACTIONS, Action};
use super::message::{Message, count};
use super::overlay::Overlay;
use super::prompt::{edit, type_char};
use super::scroll::Scroll;
use super::state::{Cursor, State};
use super::target::{Pane, Target};
use super::update::{Effect, update};
use crate::store::{ActorIx, ActorTerm, DOUBT, EventIx, Filter, Side, SourceIx};

/// What a picker chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickerKind {
    /// The actors of the filter.
    Actors,
    /// The source to read.
    Sources,
    /// An action.
    Palette,
    /// An event of a cluster.
    Events,
}

/// What a row stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// An actor.
    Actor(ActorIx),
    /// A source.
    Source(SourceIx),
    /// An action, by its place in the table.
    Entry(usize),
    /// An event.
    Event(EventIx),
}

/// One row of a picker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickerRow {
    /// What it stands for.
    pub mark: Mark,
    /// What it says.
    pub label: String,
    /// What stands at its right: a count, keys.
    pub detail: String,
    /// Other words that find it.
    pub also: Vec<String>,
}

/// An open picker.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What it chooses.
    pub kind: PickerKind,
    /// What has been typed.
    pub line: Input,
    /// All rows.
    pub rows: Vec<PickerRow>,
    /// The rows that match what was typed, by their place.
    pub matching: Vec<usize>,
    /// The highlighted one among the matching.
    pub cursor: usize,
    /// Where it is scrolled to.
    pub scroll: Scroll,
    /// The filter to restore.
    saved: Filter,
    /// Whether the filters were off.
    saved_off: bool,
    /// The event that was selected.
    saved_event: Option<EventIx>,
}

impl Picker {
    /// The highlighted row.
    #[must_use]
    pub fn row(&self) -> Option<&PickerRow> {
        self.rows.get(*self.matching.get(self.cursor)?)
    }

    fn narrow(&mut self) {
        let typed = self.line.value().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let matches = |row: &PickerRow| {
            let names = std::iter::once(&row.label).chain(&row.also);
            let text: Vec<String> = names.map(|name| name.to_lowercase()).collect();
            words
                .iter()
                .all(|word| text.iter().any(|name| name.contains(word)))
        };
        let rows = self.rows.iter().enumerate();
        let mut matching: Vec<usize> = rows
            .filter(|(_, row)| matches(row))
            .map(|(place, _)| place)
            .collect();
        // What was typed as a whole beats its parts; the order of the rows decides among equals.
        matching.sort_by_key(|place| {
            self.rows
                .get(*place)
                .map(|row| closeness(row, typed.trim()))
        });
        self.matching = matching;
        self.cursor = 0;
        self.scroll = Scroll::default();
    }
}

/// How well a row fits what was typed: 0 the whole name, 1 its beginning, 2 the beginning of a word, 3 anything else.
fn closeness(row: &PickerRow, typed: &str) -> u8 {
    let names = std::iter::once(&row.label).chain(&row.also);
    let of = |name: &String| {
        let name = name.to_lowercase();
        match name.find(typed) {
            _ if name == typed => 0,
            Some(0) => 1,
            _ if name.split_whitespace().any(|word| word.starts_with(typed)) => 2,
            _ => 3,
        }
    };
    names.map(of).min().unwrap_or(3)
}

impl State {
    fn open_picker(&mut self, kind: PickerKind, rows: Vec<PickerRow>) {
        let mut picker = Picker {
            kind,
            line: Input::default(),
            rows,
            matching: Vec::new(),
            cursor: 0,
            scroll: Scroll::default(),
            saved: self.filter.clone(),
            saved_off: self.filters_off,
            saved_event: self.selected,
        };
        picker.narrow();
        self.overlay = Some(Overlay::Picker(picker));
    }

    pub(super) fn open_actors(&mut self) {
        let actors = (0..u32::try_from(self.store.actor_count()).unwrap_or(u32::MAX)).map(ActorIx);
        let mut rows: Vec<(u64, PickerRow)> = actors
            .filter_map(|actor| {
                let record = self.store.actor(actor)?;
                let events = self.store.events_of(actor, false).len();
                let speaks = self.store.events_of(actor, true).len();
                let spoken = if speaks > 0 {
                    format!("speaks in {speaks} · ")
                } else {
                    String::new()
                };
                let doubt = match self.store.is_doubtful(actor) {
                    true => format!("{DOUBT} doubtful name · "),
                    false => String::new(),
                };
                let row = PickerRow {
                    mark: Mark::Actor(actor),
                    label: record.name.clone(),
                    detail: format!(
                        "{doubt}{spoken}{}",
                        count(usize::try_from(events).unwrap_or(usize::MAX), "event")
                    ),
                    also: record.aliases.clone(),
                };
                Some((events, row))
            })
            .collect();
        rows.sort_by(|one, other| {
            other
                .0
                .cmp(&one.0)
                .then_with(|| one.1.label.cmp(&other.1.label))
        });
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        self.open_picker(PickerKind::Actors, rows);
        // Choices act at once, so the filter they belong to must be in force.
        if self.filters_off {
            self.filters_off = false;
            self.refresh_view();
        }
    }

    pub(super) fn open_sources(&mut self) {
        let row = |source: SourceIx| {
            let record = self.store.source(source)?;
            let title = record.title.as_ref().unwrap_or(&record.id);
            let facts = [&record.publisher, &record.published];
            let facts: Vec<&str> = facts.into_iter().flatten().map(String::as_str).collect();
            Some(PickerRow {
                mark: Mark::Source(source),
                label: title.clone(),
                detail: facts.join(", "),
                also: vec![record.id.clone()],
            })
        };
        let rows = self
            .store
            .source_positions()
            .into_iter()
            .filter_map(row)
            .collect();
        self.open_picker(PickerKind::Sources, rows);
    }

    pub(super) fn open_events(&mut self, events: &[EventIx]) {
        let row = |event: &EventIx| PickerRow {
            mark: Mark::Event(*event),
            label: self.title(*event).into_owned(),
            detail: self.store.date(*event).map_or_else(
                || "no date".to_owned(),
                |date| crate::model::short_phrase(&date),
            ),
            also: vec![self.store.id(*event).to_owned()],
        };
        let rows = events.iter().map(row).collect();
        self.open_picker(PickerKind::Events, rows);
    }

    pub(super) fn open_palette(&mut self) {
        let browsing = super::keymap::KeyMode::Browse;
        let row = |(place, entry): (usize, &super::action::Entry)| {
            let keys = self.keymap.keys_of(browsing, &entry.action);
            // What has no key here and is not the mouse belongs to a picker or prompt.
            (!keys.is_empty() || entry.action == Action::ToggleMouse).then(|| PickerRow {
                mark: Mark::Entry(place),
                label: entry.name.to_owned(),
                detail: keys.join(", "),
                also: vec![entry.doc.trim().to_owned()],
            })
        };
        let rows = ACTIONS.iter().enumerate().filter_map(row).collect();
        self.open_picker(PickerKind::Palette, rows);
    }

    pub(super) fn update_picker(&mut self, mut picker: Picker, action: &Action) -> Vec<Effect> {
        let page = self.seen.overlay.page.max(1);
        let last = picker.matching.len().saturating_sub(1);
        match action {
            Action::PickerDown => picker.cursor = (picker.cursor + 1).min(last),
            Action::PickerUp => picker.cursor = picker.cursor.saturating_sub(1),
            Action::PickerPageDown => picker.cursor = (picker.cursor + page).min(last),
            Action::PickerPageUp => picker.cursor = picker.cursor.saturating_sub(page),
            Action::Type(letter) => {
                type_char(&mut picker.line, *letter);
                picker.narrow();
            }
            Action::Paste(text) => {
                text.chars()
                    .for_each(|letter| type_char(&mut picker.line, letter));
                picker.narrow();
            }
            Action::Edit(how) => {
                edit(&mut picker.line, *how);
                picker.narrow();
            }
            Action::Wheel(_, rows) => picker.scroll.wheel(self.seen.overlay, *rows),
            Action::PickerCycle => self.cycle_term(&picker),
            Action::PickerAny if picker.kind == PickerKind::Actors => {
                self.filter.any = !self.filter.any;
                self.refresh_view();
            }
            Action::PickerSpeaker => self.toggle_speaker(&picker),
            Action::Point(Target::Row(row)) => {
                picker.cursor = (*row).min(last);
                if picker.kind != PickerKind::Actors {
                    return self.accept_picker(&picker);
                }
                self.cycle_term(&picker);
            }
            Action::Accept => return self.accept_picker(&picker),
            Action::Cancel | Action::Close | Action::Point(_) => {
                self.cancel_picker(picker);
                return Vec::new();
            }
            _ => {}
        }
        if !matches!(action, Action::Wheel(..)) {
            picker.scroll.follow();
        }
        self.overlay = Some(Overlay::Picker(picker));
        Vec::new()
    }

    /// The highlighted actor's term in the filter.
    fn term_of(&mut self, picker: &Picker) -> Option<(ActorIx, Option<usize>)> {
        let Some(Mark::Actor(actor)) = picker.row().map(|row| row.mark) else {
            return None;
        };
        let place = self
            .filter
            .actors
            .iter()
            .position(|term| term.actor == actor);
        Some((actor, place))
    }

    /// Off → include → exclude → off.
    fn cycle_term(&mut self, picker: &Picker) {
        let Some((actor, place)) = self.term_of(picker) else {
            return;
        };
        let term = place.and_then(|place| self.filter.actors.get_mut(place));
        match (term, place) {
            (Some(term), _) if term.side == Side::Include => term.side = Side::Exclude,
            (Some(_), Some(place)) => {
                self.filter.actors.remove(place);
            }
            _ => self.include(actor, false),
        }
        self.refresh_view();
    }

    fn toggle_speaker(&mut self, picker: &Picker) {
        let Some((actor, place)) = self.term_of(picker) else {
            return;
        };
        match place.and_then(|place| self.filter.actors.get_mut(place)) {
            Some(term) => term.as_speaker = !term.as_speaker,
            None => self.include(actor, true),
        }
        self.refresh_view();
    }

    fn include(&mut self, actor: ActorIx, as_speaker: bool) {
        self.filter.actors.push(ActorTerm {
            actor,
            side: Side::Include,
            as_speaker,
        });
    }

    fn accept_picker(&mut self, picker: &Picker) -> Vec<Effect> {
        match picker.row().map(|row| row.mark) {
            Some(Mark::Actor(actor)) => {
                if self.filter.actors.is_empty() {
                    self.include(actor, false);
                    self.refresh_view();
                }
                self.say_left();
            }
            Some(Mark::Source(source)) => {
                self.history.leave(self.spot());
                super::browse::focus(self, Pane::Source);
                self.read(Cursor {
                    source,
                    sentence: 0,
                });
            }
            Some(Mark::Entry(entry)) => {
                if let Some(entry) = ACTIONS.get(entry) {
                    return update(self, &entry.action, None);
                }
            }
            Some(Mark::Event(event)) => {
                self.history.leave(self.spot());
                self.select(Some(event));
                super::lanes::opened(self, event);
            }
            None if picker.kind == PickerKind::Actors && !self.filter.actors.is_empty() => {
                self.say_left();
            }
            None => self.message = Some(Message::note("nothing matches what was typed")),
        }
        Vec::new()
    }

    fn cancel_picker(&mut self, picker: Picker) {
        if picker.kind != PickerKind::Actors {
            return;
        }
        self.filter = picker.saved;
        self.filters_off = picker.saved_off;
        self.refresh_view();
        if self.is_filtering() {
            self.remembered = picker.saved_event.or(self.remembered);
        } else if picker.saved_event.is_some() && self.selected != picker.saved_event {
            self.select(picker.saved_event);
        }
    }
}
