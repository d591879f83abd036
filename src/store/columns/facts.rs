//! What is known of an event in a few bits. Where it comes from is not here.

use crate::model::{Review, Status};

/// The status, review and marks of an event in 16 bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Facts(u16);

/// A mark that an event bears or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The event that its article is about.
    Main = 1 << 4,
    /// Claims give it dates that differ.
    Disputed = 1 << 5,
    /// It has a date.
    Dated = 1 << 6,
    /// Its date is one whole day and nothing qualifies it: the bounds say all of it.
    PlainDay = 1 << 7,
    /// Its date has a time of day.
    Timed = 1 << 8,
    /// Its date rests on a publication date that its text does not state.
    Inferred = 1 << 9,
    /// Claims that do not lead give it dates of their own.
    MoreDates = 1 << 10,
}

const STATUS: u16 = 0b11;
const REVIEW: u16 = 0b1100;

impl Facts {
    pub(super) fn new(status: Status, review: Review) -> Self {
        let place = |found: Option<usize>| u16::try_from(found.unwrap_or(0)).unwrap_or(0);
        let status = Status::ALL.iter().position(|value| *value == status);
        let review = Review::ALL.iter().position(|value| *value == review);
        Self(place(status) | place(review) << 2)
    }

    pub(crate) const fn set(&mut self, mark: Mark, on: bool) {
        if on {
            self.0 |= mark as u16;
        } else {
            self.0 &= !(mark as u16);
        }
    }

    pub(crate) const fn has(self, mark: Mark) -> bool {
        self.0 & mark as u16 != 0
    }

    pub(crate) fn status(self) -> Status {
        let place = usize::from(self.0 & STATUS);
        Status::ALL.get(place).copied().unwrap_or_default()
    }

    pub(crate) fn review(self) -> Review {
        let place = usize::from((self.0 & REVIEW) >> 2);
        Review::ALL.get(place).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_review_and_marks_do_not_disturb_each_other() {
        for status in Status::ALL {
            for review in Review::ALL {
                let mut facts = Facts::new(*status, *review);
                facts.set(Mark::Main, true);
                facts.set(Mark::MoreDates, true);
                facts.set(Mark::Main, false);
                assert_eq!((facts.status(), facts.review()), (*status, *review));
                assert!(facts.has(Mark::MoreDates) && !facts.has(Mark::Main));
            }
        }
    }
}
