//! What a date is on the lanes: a clock time, a day, a time that it lasted, a time within which it was. No columns yet.

use super::moment::{DAY, Moment};
use crate::model::{Date, Day, Shape};
use crate::store::{EventIx, Store};

/// How a date is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// A known clock time: a point.
    Clock,
    /// A known day whose hour is not known: a point where a day is small, a soft bar where its hours can be told apart.
    Day,
    /// It lasted from the one to the other: a bar.
    Lasted,
    /// Once, some time within: a soft span.
    Within,
}

/// One date of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// Where it begins, as far as that is known.
    pub from: Moment,
    /// Where it ends, not included; the same as `from` for a clock time.
    pub to: Moment,
    /// How it is drawn.
    pub form: Form,
    /// Nothing qualifies it (`~`, `?`).
    pub certain: bool,
    /// It may have begun at any time before.
    pub open_start: bool,
    /// It may end at any time after.
    pub open_end: bool,
}

impl When {
    /// A whole known day.
    #[must_use]
    pub const fn day(day: Day) -> Self {
        let from = Moment::of(day);
        Self {
            from,
            to: from.plus(DAY),
            form: Form::Day,
            certain: true,
            open_start: false,
            open_end: false,
        }
    }

    /// A date; `None` if it is open on both sides.
    #[must_use]
    pub fn of(date: &Date) -> Option<Self> {
        let bounds = date.bounds();
        let (open_start, open_end) = (bounds.starts_open(), bounds.ends_open());
        let (first, last) = match (open_start, open_end) {
            (true, true) => return None,
            (true, false) => (bounds.latest, bounds.latest),
            (false, true) => (bounds.earliest, bounds.earliest),
            (false, false) => (bounds.earliest, bounds.latest),
        };
        let form = match date.shape() {
            Shape::Day if bounds.clock.is_some() => Form::Clock,
            Shape::Day => Form::Day,
            Shape::Lasted => Form::Lasted,
            Shape::Period | Shape::Within | Shape::Each => Form::Within,
        };
        let mut when = Self {
            form,
            certain: !date.is_approximate() && !date.is_uncertain(),
            open_start,
            open_end,
            ..Self::day(first)
        };
        when.to = Moment::of(last).plus(DAY);
        if let (Form::Clock, Some(clock)) = (form, bounds.clock) {
            when.from = when.from.plus(clock.minute.into());
            when.to = when.from;
        }
        Some(when)
    }

    /// The dates that an event's claims give it, the leading claim's first.
    #[must_use]
    pub fn all_of(store: &Store, event: EventIx) -> Vec<Self> {
        match store.plain_day(event) {
            Some(day) => vec![Self::day(day)],
            None => {
                let dates = store.claim_dates(event);
                dates.iter().filter_map(Self::of).collect()
            }
        }
    }
}
