//! The jump list: where you came from and where you went back from.

use super::state::Cursor;
use super::target::Pane;
use crate::store::EventIx;

/// A place to come back to. It names an event, not a row, so filters do not move it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The focused pane.
    pub focus: Pane,
    /// The selected event.
    pub selected: Option<EventIx>,
    /// The chosen anchor of the event.
    pub stop: Option<usize>,
    /// Where the cursor of the source stood.
    pub cursor: Cursor,
}

/// Places in the order in which they were left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    back: Vec<Spot>,
    forward: Vec<Spot>,
}

/// More than anybody walks back.
const LENGTH: usize = 200;

impl History {
    /// Notes a place that is about to be left by a jump.
    pub fn leave(&mut self, spot: Spot) {
        self.forward.clear();
        if self.back.last() != Some(&spot) {
            self.back.push(spot);
        }
        if self.back.len() > LENGTH {
            self.back.remove(0);
        }
    }

    /// Steps back from `here`.
    pub fn back(&mut self, here: Spot) -> Option<Spot> {
        Self::step(&mut self.back, &mut self.forward, here)
    }

    /// Steps forward again from `here`.
    pub fn forward(&mut self, here: Spot) -> Option<Spot> {
        Self::step(&mut self.forward, &mut self.back, here)
    }

    /// Gives every place the events that it has now; what has none any more names no event.
    pub(super) fn rename(&mut self, now: impl Fn(EventIx) -> Option<EventIx>) {
        for spot in self.back.iter_mut().chain(&mut self.forward) {
            let event = spot.selected.and_then(&now);
            if event.is_none() {
                spot.stop = None;
            }
            spot.selected = event;
        }
    }

    fn step(from: &mut Vec<Spot>, to: &mut Vec<Spot>, here: Spot) -> Option<Spot> {
        let mut spot = from.pop()?;
        while spot == here {
            spot = from.pop()?;
        }
        to.push(here);
        Some(spot)
    }
}
