//! The event pane: one event with its date and why, its actors, what each claim says, and who speaks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::axis::{status_sign, status_style};
use super::hits::Hits;
use super::paint::{Line, put, row, run, tint, wrap_styled};
use super::theme::Theme;
use super::timeline::matches;
use crate::app::{Pane, State, Target, Window};
use crate::model::{Claim, Date, Event, Reading, Role, Stance, phrase};
use crate::store::{EventIx, Stop};
use crate::text::{Resolution, SafeText};

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

/// A date in words and as the file has it.
fn told(date: Option<&str>) -> String {
    let parsed = date.and_then(|date| Some((date, Date::parse(date).ok()?)));
    parsed.map_or_else(
        || "without a date".to_owned(),
        |(date, parsed)| format!("{} ({date})", phrase(&parsed)),
    )
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

    fn date(&mut self, place: EventIx, event: &Event) {
        self.gap();
        let Some(claim) = event.leading_claim() else {
            self.text("no date, and no claim", self.theme.date, 0, None);
            return;
        };
        self.turned(event);
        self.claim_date(claim, 0);
        if self.state.store.is_disputed(place) {
            self.text(
                "≠ the claims give it different dates",
                self.theme.warning,
                0,
                None,
            );
        }
    }

    /// What a turned publication date made of the event's date.
    fn turned(&mut self, event: &Event) {
        let turned = &self.state.turned;
        let text = match (turned.date_before(&event.id), turned.stays(&event.id)) {
            (Some(before), _) => format!(
                "Δ changed with the publication date; it was {}",
                told(before)
            ),
            (None, Some(why)) => {
                format!("it stays although the publication date was turned: {why}")
            }
            (None, None) if turned.is_new(&event.id) => {
                "Δ new with the publication date that was turned".to_owned()
            }
            (None, None) => return,
        };
        self.text(&text, self.theme.warning, 0, None);
    }

    /// A claim's date, the words it was read from, and why.
    fn claim_date(&mut self, claim: &Claim, indent: usize) {
        let theme = self.theme;
        let date = claim.date.as_deref();
        let parsed = date.and_then(|date| Date::parse(date).ok());
        let (Some(date), Some(parsed)) = (date, parsed) else {
            self.text("no date", theme.date, indent, None);
            self.remarks(claim, indent + 2);
            return;
        };
        let words = phrase(&parsed);
        let notation = if words == date {
            String::new()
        } else {
            format!("  {date}")
        };
        self.text(&format!("{words}{notation}"), theme.date, indent, None);
        let reasoning = self.state.store.reasoning(claim);
        for (place, step) in reasoning.steps.iter().enumerate() {
            let words: Vec<String> = step
                .words
                .iter()
                .map(|words| format!("“{words}”"))
                .collect();
            let words = words.join(" + ");
            let reading = step.reading.map_or("", Reading::word);
            let text = match (words.is_empty(), step.relation.is_empty()) {
                (true, true) if reading.is_empty() => "no words are linked to this date".to_owned(),
                (true, true) => reading.to_owned(),
                (true, false) => format!("{}, {reading}", step.relation),
                (false, true) => format!("from {words}, {reading}"),
                (false, false) => format!("{}: {words}, {reading}", step.relation),
            };
            let text = text.trim_end_matches(", ");
            let text = if place == 0 {
                text.to_owned()
            } else {
                format!("└ {text}")
            };
            self.text(&text, theme.detail, indent + 2 + 2 * place.min(4), None);
        }
        if reasoning.rests_on_inferred {
            let source = self
                .state
                .store
                .find_source(&claim.source)
                .and_then(|source| self.state.store.source(source));
            let published = source.as_ref();
            let published = published
                .and_then(|source| source.published.as_deref())
                .unwrap_or("?");
            let text = format!(
                "* its year is inferred: it rests on the publication date {published}, which the text does not state"
            );
            self.text(&text, theme.caution, indent + 2, None);
        }
        self.remarks(claim, indent + 2);
    }

    fn remarks(&mut self, claim: &Claim, indent: usize) {
        let mut facts: Vec<String> = Vec::new();
        if let Some(timex) = &claim.timex {
            let modifier = claim
                .modifier
                .map_or_else(String::new, |modifier| format!(" {}", modifier.word()));
            facts.push(format!("TIMEX3 {timex}{modifier}"));
        }
        facts.extend(claim.by.as_ref().map(|by| format!("by {by}")));
        facts.extend(claim.confidence.map(|sure| format!("confidence {sure}")));
        if !facts.is_empty() {
            self.text(&facts.join(" · "), self.theme.faint, indent, None);
        }
        if let Some(note) = &claim.note {
            self.text(&format!("note: {note}"), self.theme.faint, indent, None);
        }
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
        }
        if let Some(place) = &event.place {
            self.text(
                &format!("{} — place", store.actor_name(place)),
                self.theme.detail,
                2,
                None,
            );
        }
    }

    fn stops_of(&self, place: EventIx, wanted: impl Fn(&Stop) -> bool) -> Vec<usize> {
        let stops = self.state.store.stops(place);
        let mut places: Vec<usize> = (0..stops.len())
            .filter(|stop| stops.get(*stop).is_some_and(&wanted))
            .collect();
        places.sort_by_key(|stop| stops.get(*stop).map(|stop| (stop.claim, stop.anchor)));
        places
    }

    fn claims(&mut self, place: EventIx, event: &Event) {
        let count = event.claims.len();
        self.heading(if count == 1 { "Claim" } else { "Claims" });
        for (number, claim) in event.claims.iter().enumerate() {
            let attribution = self.state.store.attribution(claim);
            let who = match (&claim.said_by, attribution.is_empty()) {
                (Some(_), _) => format!("said by {attribution}"),
                (None, true) => "the source itself".to_owned(),
                (None, false) => format!("the source itself, {attribution}"),
            };
            let stance = match claim.stance {
                Some(Stance::Denies) => " — denied",
                _ => "",
            };
            let text = format!("{} {}: {who}{stance}", number + 1, self.source_name(claim));
            self.text(&text, self.theme.title, 0, None);
            if Some(number) != event.leading_claim_index() {
                if claim.date.is_some() {
                    self.claim_date(claim, 2);
                } else {
                    self.remarks(claim, 2);
                }
            }
            for stop in self.stops_of(place, |stop| {
                stop.claim == number && stop.role == Role::Evidence
            }) {
                self.words(place, event, stop, self.theme.evidence, None);
            }
        }
    }

    fn source_name(&self, claim: &Claim) -> String {
        let source = self.state.store.find_source(&claim.source);
        let source = source.and_then(|source| self.state.store.source(source));
        let name =
            source.and_then(|source| source.publisher.clone().or_else(|| source.title.clone()));
        name.unwrap_or_else(|| claim.source.clone())
    }

    /// The verbatim words of a stop.
    fn words(
        &mut self,
        place: EventIx,
        event: &Event,
        stop: usize,
        style: Style,
        speaker: Option<&str>,
    ) {
        let stops = self.state.store.stops(place);
        let Some(record) = stops.get(stop) else {
            return;
        };
        let claim = event.claims.get(record.claim);
        let Some(anchor) = claim.and_then(|claim| claim.anchors.get(record.anchor)) else {
            return;
        };
        let doubt = match &record.resolution {
            Some(Resolution::Exact(_)) => "",
            Some(Resolution::Moved(_)) => " (moved: not where the file says)",
            Some(Resolution::Altered { .. } | Resolution::Absent) => {
                " (NOT IN ITS SOURCE: the stored text does not have these words)"
            }
            None => " (not verifiable here: no stored text)",
        };
        let speaker = speaker.map_or_else(String::new, |speaker| format!(" — {speaker}"));
        let sign = if anchor.role == Role::Quote {
            ""
        } else {
            "▪ "
        };
        let text = format!("{sign}{}{speaker}{}", anchor.exact, doubt);
        self.text(&text, style, 2, Some(stop));
    }

    fn quotes(&mut self, place: EventIx, event: &Event) {
        self.heading("Quotes");
        let quotes = self.stops_of(place, |stop| stop.role == Role::Quote);
        if quotes.is_empty() {
            let text = match self.state.store.sentence_count(place) {
                0 => "no words are linked to this event".to_owned(),
                1 => "no direct speech: 1 sentence reports it".to_owned(),
                several => format!("no direct speech: {several} sentences report it"),
            };
            self.text(&text, self.theme.faint, 2, None);
        }
        for stop in quotes {
            let stops = self.state.store.stops(place);
            let record = stops.get(stop);
            let anchor =
                record.and_then(|stop| event.claims.get(stop.claim)?.anchors.get(stop.anchor));
            let speaker = anchor.and_then(|anchor| anchor.speaker.as_deref());
            let name = speaker.map_or("speaker not named", |speaker| {
                self.state.store.actor_name(speaker)
            });
            self.words(place, event, stop, self.theme.quote, Some(name));
        }
    }
}
