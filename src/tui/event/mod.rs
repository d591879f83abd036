//! The event pane: one event with its date and why, its actors, what each claim says, and who speaks. Dates are told in `dates`,
//! claims and words in `claims`.

mod claims;
mod dates;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::axis::{status_sign, status_style};
use super::hits::Hits;
use super::paint::{Line, put, row, run, tint, wrap_styled};
use super::theme::Theme;
use super::timeline::matches;
use crate::app::{Pane, State, Target, Window};
use crate::model::Event;
use crate::store::DOUBT;
use crate::text::SafeText;

/// A line of the pane, and the stop that it belongs to.
struct Entry {
    line: Line,
    stop: Option<usize>,
}

/// Draws the pane and tells which lines it shows.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Window {
    let mut page = Page {
        state,
        theme,
        cells: usize::from(area.width),
        entries: Vec::new(),
    };
    page.fill();
    let entries = page.entries;
    let of_stop = |entry: &Entry| entry.stop.is_some() && entry.stop == state.stop;
    // Until a stop is walked to, the pane shows its beginning.
    let leads = state.focus == Pane::Event;
    let walked = state.focus != Pane::Timeline || state.has_walked();
    let shown = |found: Option<usize>| found.filter(|_| walked).unwrap_or(0);
    let first = shown(entries.iter().position(of_stop));
    let last = shown(entries.iter().rposition(of_stop));
    let height = usize::from(area.height);
    let mut window = state
        .event_scroll
        .window(height, entries.len(), first, last);
    window.page = 3;
    for (line, entry) in entries.iter().skip(window.top).take(height).enumerate() {
        let here = row(area, line);
        put(buffer, here, &entry.line);
        if let Some(stop) = entry.stop {
            hits.push(here, Target::Stop(stop));
        }
        if of_stop(entry) {
            let style = if leads && state.overlay.is_none() {
                theme.selected
            } else {
                theme.selected_unfocused
            };
            tint(buffer, here, style, theme.matched);
        }
    }
    window
}

struct Page<'a> {
    state: &'a State,
    theme: &'a Theme,
    cells: usize,
    entries: Vec<Entry>,
}

impl Page<'_> {
    fn fill(&mut self) {
        let state = self.state;
        let document = state.store.source_text(state.cursor.source);
        let has_text = document.is_some_and(|document| document.text().is_some());
        if state.focus == Pane::Source && has_text && state.events_here().is_empty() {
            self.text(
                "no event speaks of this sentence",
                self.theme.no_event,
                0,
                None,
            );
            self.gap();
        }
        let Some(place) = state.selected else {
            self.text("no event is selected", self.theme.faint, 0, None);
            return;
        };
        let Some(event) = state.store.event(place) else {
            let gone = "the record of this event cannot be read any more: its file was changed";
            self.text(gone, self.theme.warning, 0, None);
            return;
        };
        self.head(&event);
        self.date(place, &event);
        self.actors(&event);
        self.claims(place, &event);
        self.quotes(place, &event);
    }

    fn gap(&mut self) {
        self.entries.push(Entry {
            line: Line::new(),
            stop: None,
        });
    }

    fn heading(&mut self, text: &str) {
        self.gap();
        self.text(text, self.theme.heading, 0, None);
    }

    /// A wrapped text, its lines indented; what the search found in it is marked.
    fn text(&mut self, text: &str, style: Style, indent: usize, stop: Option<usize>) {
        let safe = SafeText::new(text);
        let search = self.state.search.as_ref().map(|active| &active.search);
        let spans = matches(&safe, search, self.theme);
        let cells = self.cells.saturating_sub(indent).max(1);
        for line in wrap_styled(&safe, style, &spans, cells) {
            let mut whole = vec![run(&" ".repeat(indent), Style::default())];
            whole.extend(line);
            self.entries.push(Entry { line: whole, stop });
        }
    }

    fn head(&mut self, event: &Event) {
        self.text(&event.title, self.theme.title, 0, None);
        for (language, title) in &event.titles {
            self.text(&format!("{language}: {title}"), self.theme.quote, 0, None);
        }
        let style = status_style(self.theme, event.status);
        let mut facts = vec![format!(
            "{} {}",
            status_sign(event.status),
            event.status.word()
        )];
        facts.extend(event.kind.clone());
        facts.push(event.review.word().to_owned());
        facts.extend(event.main.then(|| "★ main event".to_owned()));
        self.text(&facts.join(" · "), style, 0, None);
    }

    fn actors(&mut self, event: &Event) {
        if event.actors.is_empty() && event.place.is_none() {
            return;
        }
        self.heading("Actors");
        let store = &self.state.store;
        for part in &event.actors {
            let role = part
                .role
                .as_ref()
                .map_or_else(String::new, |role| format!(" — {role}"));
            self.text(
                &format!("{}{role}", store.actor_name(&part.id)),
                self.theme.detail,
                2,
                None,
            );
            self.doubts(&part.id);
        }
        if let Some(place) = &event.place {
            self.text(
                &format!("{} — place", store.actor_name(place)),
                self.theme.detail,
                2,
                None,
            );
            self.doubts(place);
        }
    }

    /// Why an actor's name may not be what it seems.
    fn doubts(&mut self, id: &str) {
        let store = &self.state.store;
        let doubts = store.find_actor(id).map(|actor| store.doubts(actor));
        for doubt in doubts.into_iter().flatten() {
            self.text(&format!("{DOUBT} {doubt}"), self.theme.warning, 4, None);
        }
    }
}
