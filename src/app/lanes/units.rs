//! The units that an axis of time can be divided by, from minutes to millennia: where each begins and what it is called.

use chrono::Datelike;

use super::moment::{DAY, Moment};
use crate::model::Day;

/// A step of the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// So many minutes, counted from midnight.
    Minutes(i64),
    /// So many days, counted from the first of the month.
    Days(u32),
    /// From Monday on.
    Week,
    /// So many months, counted from January.
    Months(u32),
    /// So many years, counted from the beginning of the era, backwards before it.
    Years(i64),
}

/// From fine to coarse.
pub(super) const UNITS: [Unit; 29] = [
    Unit::Minutes(5),
    Unit::Minutes(10),
    Unit::Minutes(15),
    Unit::Minutes(30),
    Unit::Minutes(60),
    Unit::Minutes(120),
    Unit::Minutes(180),
    Unit::Minutes(360),
    Unit::Minutes(720),
    Unit::Days(1),
    Unit::Days(2),
    Unit::Week,
    Unit::Days(10),
    Unit::Months(1),
    Unit::Months(3),
    Unit::Months(6),
    Unit::Years(1),
    Unit::Years(2),
    Unit::Years(5),
    Unit::Years(10),
    Unit::Years(20),
    Unit::Years(50),
    Unit::Years(100),
    Unit::Years(200),
    Unit::Years(500),
    Unit::Years(1_000),
    Unit::Years(2_000),
    Unit::Years(5_000),
    Unit::Years(10_000),
];

impl Unit {
    /// About how many minutes it has.
    pub(super) const fn minutes(self) -> i64 {
        match self {
            Self::Minutes(minutes) => minutes,
            Self::Days(days) => days as i64 * DAY,
            Self::Week => 7 * DAY,
            Self::Months(months) => months as i64 * 30 * DAY,
            Self::Years(years) => years * 365 * DAY,
        }
    }

    /// Columns that its labels take, at most.
    pub(super) const fn label_columns(self) -> u16 {
        match self {
            Self::Minutes(_) => 5,
            Self::Days(_) | Self::Week => 2,
            Self::Months(_) => 3,
            Self::Years(_) => 4,
        }
    }

    /// The unit in whose names it counts, which must be known at the left edge.
    pub(super) const fn larger(self) -> Self {
        match self {
            Self::Minutes(_) => Self::Days(1),
            Self::Days(_) | Self::Week => Self::Months(1),
            Self::Months(_) | Self::Years(_) => Self::Years(1),
        }
    }

    /// The first beginning of such a step at a moment or after it; `None` beyond the calendar.
    pub(super) fn first_from(self, moment: Moment) -> Option<Moment> {
        if let Self::Minutes(step) = self {
            let over = moment.0.rem_euclid(step);
            return Some(if over == 0 {
                moment
            } else {
                moment.plus(step - over)
            });
        }
        let day = moment.day();
        let day = if moment.minute() == 0 {
            day
        } else {
            day.plus(1)
        };
        let found = match self {
            Self::Minutes(_) => None,
            Self::Week => Some(day.plus((4 - day.0).rem_euclid(7))),
            Self::Days(step) => (0..31).map(|more| day.plus(more)).find(|day| {
                let number = day.ymd().map_or(1, |(.., number)| number);
                (number - 1).is_multiple_of(step) && number + step / 2 <= 31
            }),
            Self::Months(step) => first_of_month(day, step),
            Self::Years(step) => first_of_years(day, step),
        };
        found.map(Moment::of)
    }

    /// What the step that begins at a moment is called under the axis.
    pub(super) fn name(self, moment: Moment) -> String {
        let Some(date) = moment.day().date() else {
            return String::new();
        };
        match self {
            Self::Minutes(_) => {
                let minute = moment.minute();
                format!("{:02}:{:02}", minute / 60, minute % 60)
            }
            Self::Days(_) | Self::Week => date.day().to_string(),
            Self::Months(_) => date.format("%b").to_string(),
            Self::Years(_) => year_text(date.year()),
        }
    }

    /// The name of the unit of this size that a moment lies in: in full, shorter, and as short as it can be.
    pub(super) fn names_around(self, moment: Moment) -> [String; 3] {
        let Some(date) = moment.day().date() else {
            return Default::default();
        };
        let year = year_text(date.year());
        match self {
            Self::Minutes(_) | Self::Days(_) | Self::Week => [
                format!("{} {year}", date.format("%a %-d %b")),
                format!("{} {year}", date.format("%-d %b")),
                date.format("%-d %b").to_string(),
            ],
            Self::Months(_) => [
                format!("{} {year}", date.format("%B")),
                format!("{} {year}", date.format("%b")),
                year,
            ],
            Self::Years(_) => [year, String::new(), String::new()],
        }
    }
}

fn first_of_month(day: Day, step: u32) -> Option<Day> {
    let (year, month, number) = day.ymd()?;
    let months = year * 12 + i32::try_from(month).ok()? - 1 + i32::from(number > 1);
    let step = i32::try_from(step).ok()?;
    let months = months + (-months).rem_euclid(step);
    let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
    Day::from_ymd(months.div_euclid(12).into(), month, 1)
}

fn first_of_years(day: Day, step: i64) -> Option<Day> {
    let (year, month, number) = day.ymd()?;
    let year = i64::from(year) + i64::from((month, number) != (1, 1));
    // The year 0 of the calendar is 1 BC.
    let before = (1 - year) / step * step;
    let year = match year {
        ..=0 if before > 0 => 1 - before,
        ..=0 => step,
        _ => (year + step - 1) / step * step,
    };
    Day::from_ymd(year, 1, 1)
}

/// A year as it is said: 44 BC for -43.
#[must_use]
pub fn year_text(year: i32) -> String {
    if year <= 0 {
        format!("{} BC", 1 - year)
    } else {
        year.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn moment(year: i64, month: u8, day: u8, minute: i64) -> Moment {
        Moment::of(Day::from_ymd(year, month, day).unwrap()).plus(minute)
    }

    #[test]
    fn every_unit_begins_where_the_calendar_says() {
        let from = moment(2025, 7, 3, 601);
        for (unit, first) in [
            (Unit::Minutes(15), moment(2025, 7, 3, 615)),
            (Unit::Minutes(720), moment(2025, 7, 3, 720)),
            (Unit::Days(1), moment(2025, 7, 4, 0)),
            (Unit::Days(10), moment(2025, 7, 11, 0)),
            (Unit::Week, moment(2025, 7, 7, 0)),
            (Unit::Months(1), moment(2025, 8, 1, 0)),
            (Unit::Months(3), moment(2025, 10, 1, 0)),
            (Unit::Years(1), moment(2026, 1, 1, 0)),
            (Unit::Years(100), moment(2100, 1, 1, 0)),
        ] {
            assert_eq!(unit.first_from(from), Some(first), "{unit:?}");
            assert_eq!(unit.first_from(first), Some(first), "{unit:?}");
        }
    }

    #[test]
    fn years_before_the_era_are_counted_backwards() {
        let mut year = moment(-120, 3, 1, 0);
        let mut names = Vec::new();
        for _ in 0..5 {
            year = Unit::Years(50).first_from(year).unwrap();
            names.push(Unit::Years(50).name(year));
            year = year.plus(1);
        }
        assert_eq!(names, ["100 BC", "50 BC", "50", "100", "150"]);
    }

    proptest! {
        #[test]
        fn steps_rise_and_are_about_as_long_as_they_say(minute in -1_200_000_000..120_000_000_i64) {
            for unit in UNITS {
                let first = unit.first_from(Moment(minute)).unwrap();
                let next = unit.first_from(first.plus(1)).unwrap();
                prop_assert!(first.0 >= minute && next > first);
                prop_assert!(next.0 - first.0 >= unit.minutes() * 9 / 10 - DAY, "{unit:?}");
                prop_assert!(next.0 - first.0 <= unit.minutes() * 2 + DAY, "{unit:?}");
            }
        }
    }
}
