//! A calendar day as one number, so that a million dates compare and subtract without a calendar.

use std::fmt::{self, Write as _};

use chrono::{Datelike, NaiveDate, Weekday};

/// Days since 1970-01-01, proleptic Gregorian. Years beyond ±262,142 are held at [`Day::MIN`] and [`Day::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

/// Days from 0001-01-01, which chrono counts as day 1, to 1970-01-01.
const EPOCH_FROM_CE: i32 = 719_163;

/// Bytes of a day of a year of four digits as it is written (`2025-07-03`).
const LENGTH: usize = 10;

impl Day {
    /// Earlier than every day of the calendar.
    pub const MIN: Self = Self(i32::MIN);
    /// Later than every day of the calendar.
    pub const MAX: Self = Self(i32::MAX);

    /// The day of a year, month (1–12) and day of month (1–31); `None` if the calendar has no such day.
    #[must_use]
    pub fn from_ymd(year: i64, month: u8, day: u8) -> Option<Self> {
        let in_range = i32::try_from(year)
            .ok()
            .filter(|year| (-262_142..=262_141).contains(year));
        let Some(short_year) = in_range else {
            // A year that repeats every 400 years with the same calendar tells whether the day exists.
            let same = i32::try_from(year.rem_euclid(400)).ok()? + 2000;
            NaiveDate::from_ymd_opt(same, month.into(), day.into())?;
            return Some(if year < 0 { Self::MIN } else { Self::MAX });
        };
        NaiveDate::from_ymd_opt(short_year, month.into(), day.into()).map(Self::from_date)
    }

    fn from_date(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce().saturating_sub(EPOCH_FROM_CE))
    }

    /// As it is written, in memory that is taken once.
    #[must_use]
    pub fn text(self) -> String {
        let mut text = String::with_capacity(LENGTH);
        // Writing into a string cannot fail.
        let _ = write!(text, "{self}");
        text
    }

    /// The same day in chrono's calendar; `None` at the ends of the range.
    #[must_use]
    pub fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_num_days_from_ce_opt(self.0.checked_add(EPOCH_FROM_CE)?)
    }

    /// Year, month (1–12) and day of month (1–31); `None` at the ends of the range.
    #[must_use]
    pub fn ymd(self) -> Option<(i32, u32, u32)> {
        self.date()
            .map(|date| (date.year(), date.month(), date.day()))
    }

    /// The weekday; `None` at the ends of the range.
    #[must_use]
    pub fn weekday(self) -> Option<Weekday> {
        self.date().map(|date| date.weekday())
    }

    /// Days from `earlier` to `self`; negative if it is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0 as i64 - earlier.0 as i64
    }

    /// The day so many days later, held within the range.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.date() {
            Some(date) => write!(out, "{date}"),
            None => write!(out, ".."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_epoch_is_day_zero_and_days_subtract() {
        assert_eq!(Day::from_ymd(1970, 1, 1), Some(Day(0)));
        let second = Day::from_ymd(2025, 7, 2).unwrap();
        let third = Day::from_ymd(2025, 7, 3).unwrap();
        assert_eq!(third.since(second), 1);
        assert_eq!(third.ymd(), Some((2025, 7, 3)));
        assert_eq!(third.weekday(), Some(Weekday::Thu));
    }

    #[test]
    fn days_that_no_calendar_has_are_refused_in_every_year() {
        assert_eq!(Day::from_ymd(2025, 2, 29), None);
        assert_eq!(Day::from_ymd(400_001, 2, 29), None);
        assert_eq!(Day::from_ymd(400_000, 2, 29), Some(Day::MAX));
        assert_eq!(Day::from_ymd(-4_000_000, 1, 1), Some(Day::MIN));
    }
}
