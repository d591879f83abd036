//! The order in which the timeline pane walks its events: that of time, or by the mouth that they rest on.

use super::browse::focus;
use super::message::{Message, count};
use super::perspective::Perspective;
use super::state::State;
use super::target::Pane;
use crate::store::{EventIx, MouthIx, Tally};

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

    /// Selects the first event that a mouth asserts, or the next one if the selected event is one of them.
    pub(super) fn go_to_mouth(&mut self, mouth: MouthIx) {
        let Some(tally) = self.tally() else { return };
        let says = |event: &EventIx| self.store.rests(*event).mouths.contains(&mouth);
        let selected = self.selected.filter(says);
        let here = selected.and_then(|event| tally.place(&self.store, event));
        let after = here.map_or(0, |place| place + 1);
        let places = (after..tally.len()).chain(0..after);
        let mut events = places.filter_map(|place| tally.at(place));
        let found = events.find(says);
        let share = tally.shares().iter().find(|share| share.mouth == mouth);
        let said = share.map_or(0, |share| share.all);
        let name = self.store.mouth_name(mouth);
        let text = format!("{} asserted by {name}", count(said, "event"));
        self.message = Some(Message::note(text));
        if found.is_some() {
            self.history.leave(self.spot());
            self.select(found);
        }
        focus(self, Pane::Timeline);
    }
}
