//! Everything the screen shows, as plain data.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::arriving::Wanted;
use super::filters::Filtering;
use super::following::Cycle;
use super::history::{History, Spot};
use super::keymap::{KeyMode, Keymap};
use super::keys::Key;
use super::lanes::Lanes;
use super::message::Message;
use super::overlay::Overlay;
use super::perspective::Perspective;
use super::scroll::{Scroll, Windows};
use super::searching::ActiveSearch;
use super::target::Pane;
use super::told::Sides;
use super::turned::Turned;
use crate::model::{Bounds, Fault, FaultKind, Place, Role};
use crate::store::{EventIx, Filter, Held, SourceIx, Stop, Store, View};

/// Where the source is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The source shown.
    pub source: SourceIx,
    /// The sentence in it.
    pub sentence: usize,
}

/// What a session starts with.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// The file, as the user named it.
    pub name: String,
    /// What its user should know about it.
    pub notices: Vec<Fault>,
    /// A filter to begin with.
    pub filter: Filter,
    /// A text to search for.
    pub search: Option<String>,
    /// The event to begin at.
    pub event: Option<EventIx>,
    /// The date to begin at.
    pub at: Option<Bounds>,
    /// Leave the mouse to the terminal.
    pub no_mouse: bool,
    /// The timeline was built of articles just now.
    pub is_built: bool,
    /// What to begin at once it has arrived.
    pub wanted: Wanted,
}

/// The whole state of the viewer.
#[derive(Debug)]
pub struct State {
    /// What is shown.
    pub store: Store,
    /// The file, as the user named it.
    pub name: String,
    /// What its user should know about it.
    pub notices: Vec<Fault>,
    /// The keys.
    pub keymap: Keymap,
    /// The events that are left, in order.
    pub view: View,
    /// The filter, in force unless `filters_off`.
    pub filter: Filter,
    /// The filter is being applied beside the keyboard.
    pub(super) filtering: Option<Filtering>,
    /// Only the events that the search found are left.
    pub only_hits: bool,
    /// All filters are switched off for now.
    pub filters_off: bool,
    /// How the timeline pane shows them.
    pub perspective: Perspective,
    /// The two sides of the told/happened view.
    pub sides: Sides,
    /// What is looked at in the lanes.
    pub lanes: Lanes,
    /// The pane that leads.
    pub focus: Pane,
    /// The pane beside the timeline where there is room for two: the event or the source.
    pub beside: Pane,
    /// The focused pane has the whole screen.
    pub zoomed: bool,
    /// The selected event.
    pub selected: Option<EventIx>,
    /// The event that the user selected last. Filters that hide it select another, but it comes back with them.
    pub(super) remembered: Option<EventIx>,
    /// The chosen one among the selected event's stops.
    pub stop: Option<usize>,
    /// Where the source is read.
    pub cursor: Cursor,
    /// The events of one sentence or the sentences of one event, being walked.
    pub cycle: Option<Cycle>,
    /// What is searched for.
    pub search: Option<ActiveSearch>,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    /// Keys typed so far of a longer binding.
    pub pending: Vec<Key>,
    /// A count typed before a key.
    pub count: Option<usize>,
    /// Where the user came from.
    pub history: History,
    /// What the program has to say.
    pub message: Option<Message>,
    /// Where the timeline is scrolled to.
    pub timeline_scroll: Scroll,
    /// Where the event is scrolled to.
    pub event_scroll: Scroll,
    /// Where the source is scrolled to.
    pub source_scroll: Scroll,
    /// What the last drawing showed.
    pub seen: Windows,
    /// The language of titles, where an event has one in it; otherwise the main title.
    pub titles: Option<String>,
    /// The program takes the mouse.
    pub mouse: bool,
    /// The timeline was built of articles just now: turning a publication date builds it again.
    pub is_built: bool,
    /// Publication dates that were turned, and what changed with them.
    pub turned: Turned,
    /// What the user asked to begin at and has not arrived yet.
    pub(super) wanted: Wanted,
    /// Records of the file that were damaged and left out.
    pub(super) damaged: usize,
}

impl State {
    /// The state at the beginning: the first event is selected, unless `start` says otherwise.
    #[must_use]
    pub fn new(store: Store, start: Start) -> Self {
        let view = start.filter.view(&store);
        let mut state = Self {
            store,
            name: start.name,
            notices: start.notices,
            keymap: Keymap::default(),
            view,
            filter: start.filter,
            filtering: None,
            only_hits: false,
            filters_off: false,
            perspective: Perspective::default(),
            sides: Sides::default(),
            lanes: Lanes::default(),
            focus: Pane::Timeline,
            beside: Pane::Event,
            zoomed: false,
            selected: None,
            remembered: None,
            stop: None,
            cursor: Cursor::default(),
            cycle: None,
            search: None,
            overlay: None,
            pending: Vec::new(),
            count: None,
            history: History::default(),
            message: None,
            timeline_scroll: Scroll::default(),
            event_scroll: Scroll::default(),
            source_scroll: Scroll::default(),
            seen: Windows::default(),
            titles: None,
            mouse: !start.no_mouse,
            is_built: start.is_built,
            turned: Turned::default(),
            wanted: start.wanted,
            damaged: 0,
        };
        let at = start.at.and_then(|at| state.event_at(at));
        let wanted = start.event.or(at).or_else(|| state.view.at(0));
        state.select(wanted.and_then(|event| state.view.nearest(event)));
        if let Some(query) = start.search {
            state.start_search(&query, false);
        }
        if let Some(notice) = state.notices.first() {
            let more = match state.notices.len() - 1 {
                0 => String::new(),
                more => format!(" (and {more} more: ! shows them)"),
            };
            state.message = Some(Message::warning(format!("{notice}{more}")));
        }
        state
    }

    /// Takes note of what a drawing showed.
    pub const fn note_seen(&mut self, seen: Windows) {
        self.seen = seen;
        self.timeline_scroll.top = seen.timeline.top;
        self.sides.happened_scroll.top = seen.happened.top;
        self.event_scroll.top = seen.event.top;
        self.source_scroll.top = seen.source.top;
        match &mut self.overlay {
            Some(Overlay::Picker(picker)) => picker.scroll.top = seen.overlay.top,
            Some(Overlay::Help(scroll) | Overlay::Notices(scroll)) => {
                scroll.top = seen.overlay.top;
            }
            Some(Overlay::Prompt(_) | Overlay::Turning(_)) | None => {}
        }
    }

    /// Whether the text of a source is another one than its file vouches for.
    #[must_use]
    pub fn hash_differs(&self, source: SourceIx) -> bool {
        let place = Place::Source(source.at()).to_string();
        let here = |found: &String| found.split(' ').next() == Some(&place);
        let mut notices = self
            .notices
            .iter()
            .filter(|notice| notice.kind == FaultKind::Hash);
        notices.any(|notice| notice.place.as_ref().is_some_and(here))
    }

    /// The title of an event, in the chosen language where it has one.
    #[must_use]
    pub fn title(&self, event: EventIx) -> Cow<'_, str> {
        self.store.title_of(event, self.titles.as_deref())
    }

    /// Goes on to the titles of the next language that the timeline has, and after the last back to the main ones.
    pub(super) fn switch_titles(&mut self) {
        let events = self.store.timeline().map(|timeline| &timeline.events);
        let languages: BTreeSet<&String> = events
            .into_iter()
            .flatten()
            .flat_map(|event| event.titles.keys())
            .collect();
        let next = match &self.titles {
            None => languages.first().copied(),
            Some(current) => languages.into_iter().find(|language| *language > current),
        };
        self.titles = next.cloned();
        let word = self
            .titles
            .as_deref()
            .unwrap_or("as they stand in the file");
        self.message = Some(Message::note(format!("titles: {word}")));
    }

    /// What keys are taken for at the moment.
    #[must_use]
    pub fn key_mode(&self) -> KeyMode {
        self.overlay
            .as_ref()
            .map_or(KeyMode::Browse, Overlay::key_mode)
    }

    /// The filter in force.
    #[must_use]
    pub fn active_filter(&self) -> Filter {
        if self.filters_off {
            Filter::default()
        } else {
            self.filter.clone()
        }
    }

    /// The stops of the selected event.
    #[must_use]
    pub fn stops(&self) -> Held<'_, [Stop]> {
        let none = Held::Borrowed(&[][..]);
        self.selected.map_or(none, |event| self.store.stops(event))
    }

    /// The chosen stop of the selected event.
    #[must_use]
    pub fn current_stop(&self) -> Option<Stop> {
        self.stops().get(self.stop?).cloned()
    }

    /// The events of the sentence under the cursor that the filters leave, in the order of time.
    #[must_use]
    pub fn events_here(&self) -> Vec<EventIx> {
        let document = self.store.source_text(self.cursor.source);
        let events = document
            .as_deref()
            .map_or(&[][..], |document| document.events_of(self.cursor.sentence));
        let left = events.iter().copied();
        left.filter(|event| self.view.contains(*event)).collect()
    }

    /// Where the user stands.
    #[must_use]
    pub const fn spot(&self) -> Spot {
        Spot {
            focus: self.focus,
            selected: self.selected,
            stop: self.stop,
            cursor: self.cursor,
        }
    }

    /// Selects an event and lets the other panes follow to its words.
    pub(super) fn select(&mut self, event: Option<EventIx>) {
        self.remembered = event.or(self.remembered);
        self.show(event);
    }

    /// Selects an event in place of one that a filter hides.
    pub(super) fn show(&mut self, event: Option<EventIx>) {
        self.selected = event;
        self.timeline_scroll.follow();
        self.event_scroll = Scroll::default();
        self.choose_stop(event.and_then(|event| self.first_stop(event)));
    }

    /// Chooses a stop of the selected event; the source follows to it.
    pub(super) fn choose_stop(&mut self, stop: Option<usize>) {
        self.stop = stop;
        self.event_scroll.follow();
        let Some((source, sentence)) = self.current_stop().map(|stop| (stop.source, stop.sentence))
        else {
            return;
        };
        if let Some(source) = source {
            let stays = self.cursor.source == source;
            let sentence = sentence.unwrap_or(if stays { self.cursor.sentence } else { 0 });
            self.cursor = Cursor { source, sentence };
            self.source_scroll.follow();
        }
    }

    /// Moves the cursor of the source; the timeline and the event follow where the sentence has an event.
    pub(super) fn read(&mut self, cursor: Cursor) {
        self.cursor = cursor;
        self.source_scroll.follow();
        let here = self.events_here();
        let stays = self.selected.filter(|event| here.contains(event));
        let Some(event) = stays.or_else(|| here.first().copied()) else {
            return;
        };
        if self.selected != Some(event) {
            self.selected = Some(event);
            self.remembered = Some(event);
            self.timeline_scroll.follow();
            self.event_scroll = Scroll::default();
        }
        self.stop = self.stop_in(event, cursor);
        self.event_scroll.follow();
    }

    /// The first evidence of the event's leading claim, else of any claim, else any stop.
    pub(super) fn first_stop(&self, event: EventIx) -> Option<usize> {
        let stops = self.store.stops(event);
        let leading = self
            .store
            .event(event)
            .and_then(|event| event.leading_claim_index());
        let evidence = |stop: &Stop| stop.role == Role::Evidence;
        let first = |wanted: &dyn Fn(&Stop) -> bool| stops.iter().position(wanted);
        first(&|stop| evidence(stop) && Some(stop.claim) == leading)
            .or_else(|| first(&evidence))
            .or_else(|| first(&|_| true))
    }

    /// Whether another stop than the selected event's first was chosen.
    #[must_use]
    pub fn has_walked(&self) -> bool {
        self.stop != self.selected.and_then(|event| self.first_stop(event))
    }

    /// The stop of an event that stands in a sentence: evidence before quotes.
    pub(super) fn stop_in(&self, event: EventIx, cursor: Cursor) -> Option<usize> {
        let stops = self.store.stops(event);
        let document = self.store.source_text(cursor.source)?;
        let touches = |stop: &Stop| {
            let range = stop.range();
            stop.source == Some(cursor.source)
                && range
                    .is_some_and(|range| document.sentences_in(range).contains(&cursor.sentence))
        };
        let evidence = stops
            .iter()
            .position(|stop| stop.role == Role::Evidence && touches(stop));
        evidence.or_else(|| stops.iter().position(touches))
    }
}
