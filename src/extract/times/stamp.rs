//! A place on the calendar, as precise as it is known: its TIMEX3 value, its days and its EDTF.

use std::fmt;

use chrono::Datelike;

use super::calendar::{days_in_month, plus_months, ymd};
use super::meaning::{Season, Unit};
use crate::model::{Day, Modifier};

/// A period or day; `None` for years that nothing tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stamp {
    Day(Day),
    /// A day of a month of no known year.
    MonthDay(i64, i64),
    /// 1 is Monday.
    Weekday(i64),
    /// Any day of the week that holds this day.
    Week(Day),
    Weekend(Day),
    Month(Option<i64>, i64),
    Quarter(Option<i64>, i64),
    Half(Option<i64>, i64),
    Season(Option<i64>, Season),
    Year(i64),
    /// The years' first three digits.
    Decade(i64),
    /// The years' first two digits.
    Century(i64),
    Unknown(Unit),
}

/// A year as values have it.
struct Year(Option<i64>);

impl fmt::Display for Year {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(year) => write!(out, "{year:04}"),
            None => out.write_str("XXXX"),
        }
    }
}

impl Stamp {
    /// TIMEX3 `value`.
    pub(super) fn value(self) -> String {
        let week = |day: Day| {
            let week = day.date().map(|date| date.iso_week());
            week.map_or("XXXX-WXX".to_owned(), |week| {
                format!("{:04}-W{:02}", week.year(), week.week())
            })
        };
        match self {
            Self::Day(day) => day.text(),
            Self::MonthDay(month, day) => format!("XXXX-{month:02}-{day:02}"),
            Self::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
            Self::Week(day) => week(day),
            Self::Weekend(day) => format!("{}-WE", week(day)),
            Self::Month(of, month) => format!("{}-{month:02}", Year(of)),
            Self::Quarter(of, quarter) => format!("{}-Q{quarter}", Year(of)),
            Self::Half(of, half) => format!("{}-H{half}", Year(of)),
            Self::Season(of, season) => format!("{}-{}", Year(of), season.name()),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Century(century) => format!("{century:02}"),
            Self::Unknown(unit) => match unit {
                Unit::Week => "XXXX-WXX",
                Unit::Weekend => "XXXX-WXX-WE",
                Unit::Month => "XXXX-XX",
                Unit::Quarter => "XXXX-QX",
                Unit::Half => "XXXX-HX",
                Unit::Year => "XXXX",
                Unit::Decade => "XXX",
                Unit::Century => "XX",
                _ => "XXXX-XX-XX",
            }
            .to_owned(),
        }
    }

    /// Its first and last day.
    pub(super) fn days(self) -> Option<(Day, Day)> {
        let months = |year: i64, first: i64, count: i64| {
            let last = first + count - 1;
            Some((
                ymd(year, first, 1)?,
                ymd(year, last, days_in_month(year, last))?,
            ))
        };
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Week(day) => {
                let monday = monday(day)?;
                Some((monday, monday.plus(6)))
            }
            Self::Weekend(day) => {
                let monday = monday(day)?;
                Some((monday.plus(5), monday.plus(6)))
            }
            Self::Month(Some(year), month) => months(year, month, 1),
            Self::Quarter(Some(year), quarter) => months(year, quarter * 3 - 2, 3),
            Self::Half(Some(year), half) => months(year, half * 6 - 5, 6),
            Self::Season(Some(year), season) => {
                let (first, (to, last)) = (season.month(), plus_months(year, season.month(), 2)?);
                Some((
                    ymd(year, first, 1)?,
                    ymd(to, last, days_in_month(to, last))?,
                ))
            }
            Self::Year(year) => months(year, 1, 12),
            Self::Decade(decade) => Some((ymd(decade * 10, 1, 1)?, ymd(decade * 10 + 9, 12, 31)?)),
            Self::Century(century) => {
                Some((ymd(century * 100, 1, 1)?, ymd(century * 100 + 99, 12, 31)?))
            }
            _ => None,
        }
    }

    /// EDTF (ISO 8601-2) of the period, narrowed by a modifier to one of its thirds. `value` is its TIMEX3 value.
    pub(super) fn edtf(self, modifier: Option<Modifier>, value: &str) -> Option<String> {
        if let Some((first, last)) = modifier.and_then(|modifier| self.third(modifier)) {
            return Some(format!("[{first}..{last}]"));
        }
        let (first, last) = self.days()?;
        Some(match self {
            Self::Day(_) | Self::Month(..) | Self::Year(_) => value.to_owned(),
            Self::Decade(decade) => format!("{decade:03}X"),
            Self::Century(century) => format!("{century:02}XX"),
            _ => format!("[{first}..{last}]"),
        })
    }

    /// The beginning, middle or end: 1–10, 11–20, 21–end of a month, four months of a year, else thirds in days.
    fn third(self, modifier: Modifier) -> Option<(Day, Day)> {
        let part = match modifier {
            Modifier::Start => 0,
            Modifier::Mid => 1,
            Modifier::End => 2,
            _ => return None,
        };
        match self {
            Self::Day(_) => None,
            Self::Month(Some(year), month) => {
                let last = if part == 2 {
                    days_in_month(year, month)
                } else {
                    part * 10 + 10
                };
                Some((ymd(year, month, part * 10 + 1)?, ymd(year, month, last)?))
            }
            Self::Year(year) => {
                let last = part * 4 + 4;
                Some((
                    ymd(year, part * 4 + 1, 1)?,
                    ymd(year, last, days_in_month(year, last))?,
                ))
            }
            _ => {
                let (first, last) = self.days()?;
                let length = last.since(first) + 1;
                let at = |third: i64| i32::try_from(length * third / 3).ok();
                Some((first.plus(at(part)?), first.plus(at(part + 1)? - 1)))
            }
        }
    }

    /// The same quarter, half or month so many years later; a year, where decades are counted.
    pub(super) fn in_other_year(self, steps: i64, unit: Unit) -> Option<Self> {
        let years = match unit {
            Unit::Year => steps,
            Unit::Decade => steps.checked_mul(10)?,
            _ => return None,
        };
        let other = |year: Option<i64>| {
            let year = year?.checked_add(years)?;
            (0..=9999).contains(&year).then_some(Some(year))
        };
        Some(match self {
            Self::Month(year, month) => Self::Month(other(year)?, month),
            Self::Quarter(year, quarter) => Self::Quarter(other(year)?, quarter),
            Self::Half(year, half) => Self::Half(other(year)?, half),
            _ if unit == Unit::Decade => Self::Year(other(self.year())??),
            _ => return None,
        })
    }

    /// The year it lies in.
    pub(super) fn year(self) -> Option<i64> {
        match self {
            Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Season(year, _) => year,
            Self::Year(year) => Some(year),
            _ => self
                .days()
                .and_then(|(first, _)| first.ymd())
                .map(|(year, _, _)| year.into()),
        }
    }
}

/// The Monday of a day's week.
pub(super) fn monday(day: Day) -> Option<Day> {
    let after = day.weekday()?.num_days_from_monday();
    Some(day.plus(-i32::try_from(after).ok()?))
}
