//! `D`: a source's publication date moved by days or set, and the timeline that follows at once. How dates follow is decided in
//! `extract`; nothing is written to a file.

use std::collections::BTreeMap;
use std::rc::Rc;

use tui_input::Input;

use super::action::Action;
use super::browse;
use super::message::Message;
use super::overlay::Overlay;
use super::prompt::{edit, type_char};
use super::state::State;
use super::turned::Turned;
use crate::extract::{Language, Turn, follow_day, rebuild};
use crate::model::{Date, Day, Timeline};
use crate::store::{ActorTerm, EventIx, Filter, SourceIx};

/// More events than are indexed between two keys.
const MOST_EVENTS: usize = 20_000;

/// A publication date being turned.
#[derive(Debug, Clone)]
pub struct Turning {
    /// Whose date it is.
    pub source: SourceIx,
    /// A date or count being typed.
    pub line: Input,
    /// What is wrong with it.
    pub error: Option<String>,
    /// The day now; nothing where none is known.
    pub day: Option<Day>,
    /// What stood before, to be restored.
    before: Box<Turned>,
}

impl Turning {
    /// Whether what is typed is the beginning of a date: then `-` is a part of it.
    pub(super) fn writes_date(&self) -> bool {
        let typed = self.line.value();
        typed.len() >= 4 || typed.contains('-')
    }

    /// The number typed before a key.
    fn count(&self) -> i32 {
        self.line.value().parse().unwrap_or(1)
    }
}

impl State {
    /// Opens the mode for the source that is shown.
    pub(super) fn open_turning(&mut self) {
        match self.turnable() {
            Ok(turning) => self.overlay = Some(Overlay::Turning(turning)),
            Err(why) => self.message = Some(Message::warning(why)),
        }
    }

    /// The shown source's date, ready to be turned, or why it cannot be.
    fn turnable(&self) -> Result<Turning, String> {
        let source = self.cursor.source;
        let record = self.store.source(source).ok_or("there is no source here")?;
        let document = self.store.source_text(source);
        let text = document
            .as_ref()
            .and_then(|document| document.text())
            .ok_or(
                "the text of this source is not stored here, so its dates cannot be read again",
            )?;
        if self.store.len() > MOST_EVENTS || self.store.timeline().is_none() {
            return Err(format!(
                "more than {MOST_EVENTS} events are too many to turn a date here: linimasa build --published DATE --merge"
            ));
        }
        if language(record.language.as_deref(), text).is_none() {
            return Err("there are no rules for the language of this source".to_owned());
        }
        Ok(Turning {
            source,
            line: Input::default(),
            error: None,
            day: record.published.as_deref().and_then(day),
            before: Box::new(self.turned.clone()),
        })
    }

    pub(super) fn update_turning(&mut self, mut turning: Turning, action: &Action) {
        turning.error = None;
        match action {
            Action::TurnLater | Action::TurnEarlier => {
                let days = turning.count();
                let later = *action == Action::TurnLater;
                self.move_day(&mut turning, if later { days } else { -days });
            }
            Action::Type(letter) if letter.is_ascii_digit() || *letter == '-' => {
                type_char(&mut turning.line, *letter);
                self.set_typed(&mut turning, false);
            }
            Action::Paste(text) => {
                let letters = text.trim().chars();
                letters.for_each(|letter| type_char(&mut turning.line, letter));
                self.set_typed(&mut turning, true);
            }
            Action::Type(_) => turning.error = Some("write it as 2025-07-03".to_owned()),
            Action::Edit(how) => edit(&mut turning.line, *how),
            Action::Down | Action::Up => browse::browse(self, action, None),
            Action::Accept
                if turning.line.value().is_empty() || self.set_typed(&mut turning, true) =>
            {
                return self.keep_turned(&turning);
            }
            Action::Cancel | Action::Close => return self.restore_turned(*turning.before),
            _ => {}
        }
        self.overlay = Some(Overlay::Turning(turning));
    }

    fn move_day(&mut self, turning: &mut Turning, days: i32) {
        turning.line.reset();
        match turning.day {
            Some(day) => self.set_day(turning, day.plus(days)),
            None => {
                turning.error = Some("no day is known to count from: type one".to_owned());
            }
        }
    }

    /// Takes what was typed once it is a whole date; says what is wrong with it if it must be one. Whether it was taken.
    fn set_typed(&mut self, turning: &mut Turning, must: bool) -> bool {
        let typed = turning.line.value().to_owned();
        let whole = typed.len() == "2025-07-03".len();
        match day(&typed) {
            Some(day) if whole => {
                turning.line.reset();
                self.set_day(turning, day);
                true
            }
            _ => {
                if must || whole {
                    turning.error = Some("this is no day: write it as 2025-07-03".to_owned());
                }
                false
            }
        }
    }

    fn set_day(&mut self, turning: &mut Turning, day: Day) {
        if day.date().is_none_or(|date| !is_written(&date)) {
            turning.error = Some("the calendar ends there".to_owned());
            return;
        }
        turning.day = Some(day);
        let mut days = self.turned.days.clone();
        days.insert(turning.source.0, day);
        self.turn(days);
    }

    fn keep_turned(&mut self, turning: &Turning) {
        let day = turning
            .day
            .map_or_else(|| "?".to_owned(), |day| day.to_string());
        self.message = Some(Message::note(match self.turned.has(turning.source) {
            false => format!("published {day}, as it was"),
            true => format!(
                "published {day} for now: {} · D and the old day restore it",
                self.turned.summary()
            ),
        }));
    }

    fn restore_turned(&mut self, before: Turned) {
        if before.days != self.turned.days {
            self.turn(before.days);
        }
        self.message = Some(Message::note("the publication date is as it was"));
    }

    /// Makes the timeline what it is under these days, from the one that was opened on.
    fn turn(&mut self, mut days: BTreeMap<u32, Day>) {
        let opened = match &self.turned.opened {
            Some(opened) => Rc::clone(opened),
            None => match self.store.timeline() {
                Some(timeline) => Rc::new(timeline.clone()),
                None => return,
            },
        };
        days.retain(|source, turned| {
            let record = opened.sources.get(SourceIx(*source).at());
            let published = record.and_then(|record| record.published.as_deref());
            published.and_then(day) != Some(*turned)
        });
        let mut timeline = Timeline::clone(&opened);
        let mut stays = BTreeMap::new();
        for (source, day) in &days {
            let source = SourceIx(*source);
            let document = self.store.source_text(source);
            let Some(text) = document.as_ref().and_then(|text| text.text()) else {
                continue;
            };
            let record = opened.sources.get(source.at());
            let tag = record.and_then(|record| record.language.as_deref());
            let Some(language) = language(tag, text) else {
                continue;
            };
            let turn = Turn {
                source: source.at(),
                text,
                language,
                day: *day,
            };
            let turned = match self.is_built {
                true => rebuild(&timeline, turn),
                false => follow_day(&timeline, turn),
            };
            timeline = turned.timeline;
            stays.extend(turned.stays);
        }
        self.turned = Turned::of(opened, days, stays, &timeline);
        self.retell(timeline);
    }

    /// Shows another state of the timeline. Selection, filters, jumps and search stay with their events and actors.
    fn retell(&mut self, timeline: Timeline) {
        let all = self.store.timeline().map(|timeline| &timeline.events);
        let events: Vec<String> = ids(all.into_iter().flatten().map(|event| &event.id));
        let actors: Vec<String> = ids(self.store.actors().iter().map(|actor| &actor.id));
        self.store.retell(timeline);
        let store = &self.store;
        let now = |event: EventIx| store.find_event(events.get(event.at())?);
        self.selected = self.selected.and_then(now);
        self.remembered = self.remembered.and_then(now).or(self.selected);
        self.history.rename(now);
        let term = |term: &ActorTerm| {
            let actor = store.find_actor(actors.get(term.actor.at())?)?;
            Some(ActorTerm { actor, ..*term })
        };
        self.filter = Filter {
            actors: self.filter.actors.iter().filter_map(term).collect(),
            ..self.filter.clone()
        };
        let cursor = self.cursor;
        self.refresh_view();
        if let Some(event) = self.selected {
            let stop = self.stop_in(event, cursor);
            self.stop = stop.or_else(|| self.first_stop(event));
            self.cursor = cursor;
        }
        self.timeline_scroll.follow();
    }
}

fn ids<'a>(all: impl Iterator<Item = &'a String>) -> Vec<String> {
    all.cloned().collect()
}

/// The rules for a text: those of its language, else of the one that its words show.
fn language(tag: Option<&str>, text: &str) -> Option<&'static Language> {
    tag.and_then(Language::built_in)
        .or_else(|| Language::shown_by(text))
}

fn day(text: &str) -> Option<Day> {
    let bounds = Date::parse(text).ok()?.bounds();
    bounds.is_one_day().then_some(bounds.earliest)
}

/// Whether a day has a year of four digits, as dates in files are written.
fn is_written(date: &chrono::NaiveDate) -> bool {
    use chrono::Datelike;
    (1..=9999).contains(&date.year())
}

impl Turning {
    /// What stands in the bottom line before what is typed.
    #[must_use]
    pub fn label(&self, turned: &Turned) -> String {
        let day = self
            .day
            .map_or_else(|| "unknown".to_owned(), |day| day.to_string());
        let weekday = self.day.and_then(Day::weekday);
        let weekday = weekday.map_or_else(String::new, |weekday| format!(" ({weekday})"));
        let was = match turned.has(self.source) {
            true => format!(
                ", was {}",
                turned.published_before(self.source).unwrap_or("unknown")
            ),
            false => String::new(),
        };
        format!("published {day}{weekday}{was}: ")
    }
}
