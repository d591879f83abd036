//! Counting on the calendar: months of any number, weekdays, years that fit best.

use super::stamp::monday;
use crate::model::Day;

/// The day of a year, month and day; `None` if there is none, or the year is none of an article.
pub(super) fn ymd(year: i64, month: i64, day: i64) -> Option<Day> {
    (0..=9999).contains(&year).then_some(())?;
    Day::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

pub(super) fn days_in_month(year: i64, month: i64) -> i64 {
    (28..=31)
        .rev()
        .find(|day| ymd(year, month, *day).is_some())
        .unwrap_or(28)
}

/// Year and month so many months later; `None` if the year is none of an article.
pub(in crate::extract) fn plus_months(year: i64, month: i64, months: i64) -> Option<(i64, i64)> {
    let all = year
        .checked_mul(12)?
        .checked_add(month - 1)?
        .checked_add(months)?;
    let year = all.div_euclid(12);
    (0..=9999).contains(&year).then_some(())?;
    Some((year, all.rem_euclid(12) + 1))
}

/// The number of a day's weekday; 1 is Monday.
pub(super) fn weekday(day: Day) -> Option<i64> {
    day.weekday()
        .map(|weekday| i64::from(weekday.number_from_monday()))
}

/// A weekday in the week of a day, or so many weeks later.
pub(super) fn weekday_of_week(day: Day, weekday: i64, weeks: i64) -> Option<Day> {
    let days = weeks.checked_mul(7)?.checked_add(weekday - 1)?;
    Some(monday(day)?.plus(i32::try_from(days).ok()?))
}

/// The last such weekday up to a day, or with `later` the first after it.
pub(super) fn nearest_weekday(day: Day, wanted: i64, later: bool) -> Option<Day> {
    let here = weekday(day)?;
    let back = (here - wanted).rem_euclid(7);
    let days = if later { 7 - back } else { -back };
    Some(day.plus(i32::try_from(days).ok()?))
}

/// Days of a year of months that all have 31.
const YEAR: i64 = 372;

/// Days within which a date may lie half a year ahead or back.
pub(super) const HALF: i64 = 186;

/// The year in which a month (and day) lies in the given direction from a day: before it or on it, after it, in the same
/// year, or without a direction where it is nearest and at most so many days ahead.
pub(super) fn year_of(
    base: Day,
    month: i64,
    day: Option<i64>,
    direction: Option<i64>,
    ahead: i64,
) -> Option<i64> {
    let (year, base_month, base_day) = base.ymd()?;
    let (year, here) = (
        i64::from(year),
        (i64::from(base_month), i64::from(base_day)),
    );
    let there = (month, day.unwrap_or(here.1));
    match direction {
        Some(0) => Some(year),
        Some(direction) if direction < 0 => Some(if there <= here { year } else { year - 1 }),
        Some(_) => Some(if there > here { year } else { year + 1 }),
        None => {
            let months = (month - here.0) * 31 + there.1 - here.1;
            Some(match months {
                ..-186 if months + YEAR <= ahead => year + 1,
                _ if months > ahead => year - 1,
                _ => year,
            })
        }
    }
}
