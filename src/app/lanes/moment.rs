//! Time as the lanes measure it: minutes of the calendar and the clock. What an event's date spans is in `when`.

use crate::model::Day;

/// Minutes since 1970-01-01 00:00, on the calendar and clock of the words themselves: no zone is applied, so that a mark stands
/// where its date says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(pub i64);

/// Minutes of a day.
pub const DAY: i64 = 24 * 60;

impl Moment {
    /// Midnight at the beginning of a day.
    #[must_use]
    pub const fn of(day: Day) -> Self {
        Self(day.0 as i64 * DAY)
    }

    /// The day that it lies in.
    #[must_use]
    pub fn day(self) -> Day {
        let day = self.0.div_euclid(DAY);
        Day(i32::try_from(day).unwrap_or(if day < 0 { i32::MIN } else { i32::MAX }))
    }

    /// Minutes since the midnight before it.
    #[must_use]
    pub const fn minute(self) -> i64 {
        self.0.rem_euclid(DAY)
    }

    /// So many minutes later.
    #[must_use]
    pub const fn plus(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(minutes))
    }
}

/// A stretch of time that is looked at, from a moment up to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimeWindow {
    /// Where it begins.
    pub from: Moment,
    /// Where it ends.
    pub to: Moment,
}
