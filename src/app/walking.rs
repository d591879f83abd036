//! The order in which the timeline pane walks its events: that of time, or by the mouth that they rest on.

use super::browse::focus;
use super::message::{Message, count};
use super::perspective::Perspective;
use super::state::State;
use super::target::Pane;
use crate::model::Role;
use crate::store::{EventIx, MouthIx, Stop, Tally};

impl State {
    /// The events by the mouth that they rest on, where the pane shows them so and all of them are there.
    #[must_use]
    pub fn tally(&self) -> Option<&Tally> {
        let asked = self.perspective == Perspective::Attribution && !self.store.is_arriving();
        asked.then(|| self.view.tally(&self.store))
    }

    /// The place of an event in the order of the pane.
    pub(super) fn walked_place(&self, event: EventIx) -> Option<usize> {
        match self.tally() {
            Some(tally) => tally.place(&self.store, event),
            None => self.view.place(event),
        }
    }

    /// The event at a place of that order.
    pub(super) fn walked_at(&self, place: usize) -> Option<EventIx> {
        self.tally()
            .map_or_else(|| self.view.at(place), |tally| tally.at(place))
    }

    /// The month, the year or the mouth that the event at a place stands under.
    pub(super) fn group_of(&self, place: usize) -> Option<usize> {
        self.tally()
            .map_or_else(|| self.view.group_of(place), |tally| tally.group_of(place))
    }

    /// The place of the first event of a month, a year or a mouth.
    pub(super) fn group_start(&self, group: usize) -> Option<usize> {
        match self.tally() {
            Some(tally) => tally.groups().get(group).map(|group| group.start),
            None => self.view.groups().get(group).map(|group| group.start),
        }
    }

    /// How many of those there are.
    pub(super) fn group_count(&self) -> usize {
        self.tally()
            .map_or(self.view.groups().len(), |tally| tally.groups().len())
    }

    /// `M`: the next event that rests on the mouth of the chosen words, else on that of the event's first claim.
    pub(super) fn next_of_mouth(&mut self) {
        let Some(event) = self.selected else { return };
        let claim = self.current_stop().map_or(0, |stop| stop.claim);
        match self.store.mouth_of(event, claim) {
            Some(mouth) => self.go_to_mouth(mouth),
            None => self.message = Some(Message::note("nobody is named as saying so")),
        }
    }

    /// Selects the next event that a mouth asserts or denies; after the last, and from one that it does not speak of, the first.
    pub(super) fn go_to_mouth(&mut self, mouth: MouthIx) {
        let spoken = self.spoken_of(mouth);
        let name = self.store.mouth_name(mouth);
        let text = format!("{name} speaks of {}", count(spoken.all, "event"));
        self.message = Some(Message::note(text));
        focus(self, Pane::Timeline);
        let found = spoken.next.or(spoken.first);
        if found.is_some() && found != self.selected {
            self.history.leave(self.spot());
            self.select(found);
            let stop = self.stop_of_mouth(mouth).or(self.stop);
            self.choose_stop(stop);
        }
    }

    /// The events that a mouth speaks of, in the order of the pane, in one pass over all of them.
    fn spoken_of(&self, mouth: MouthIx) -> Spoken {
        let mut spoken = Spoken::default();
        let mut note = |event: EventIx| {
            if !self.store.speaks_of(event, mouth) {
                return;
            }
            spoken.all += 1;
            spoken.first = spoken.first.or(Some(event));
            if spoken.is_passed {
                spoken.next = spoken.next.or(Some(event));
            }
            spoken.is_passed |= self.selected == Some(event);
        };
        match self.tally() {
            Some(tally) => tally.iter().for_each(&mut note),
            None => self.view.iter().for_each(&mut note),
        }
        spoken
    }

    /// The first of the selected event's words that a mouth said.
    fn stop_of_mouth(&self, mouth: MouthIx) -> Option<usize> {
        let event = self.selected?;
        let said = |stop: &Stop| {
            stop.role == Role::Evidence && self.store.mouth_of(event, stop.claim) == Some(mouth)
        };
        self.stops().iter().position(said)
    }
}

/// What was seen of the events that a mouth speaks of.
#[derive(Default)]
struct Spoken {
    all: usize,
    first: Option<EventIx>,
    /// The first one after the selected event.
    next: Option<EventIx>,
    /// The selected event is one of them, and was seen.
    is_passed: bool,
}
