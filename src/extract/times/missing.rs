//! What a date leaves out: the year of a month, the month of a day, the week of a weekday. They come from the direction, the words
//! before, or the publication date.

use super::calendar::{HALF, nearest_weekday, weekday_of_week, year_of, ymd};
use super::captures::{Captures, Slot};
use super::meaning::Unit;
use super::memory::{Memory, Said};
use super::stamp::Stamp;
use super::timex::Counted;
use crate::model::Day;

/// The year of a month that stands without one: that of the sentence's last date if it tells of another year, else by the
/// direction, else the nearest to the publication date.
pub(super) fn missing_year(
    month: i64,
    day: Option<i64>,
    direction: Option<i64>,
    memory: &Memory,
) -> (Option<i64>, Counted) {
    let told = memory.in_sentence().filter(|said| {
        let published = memory.published.and_then(|day| Stamp::Day(day).year());
        let same = said.stamp.year().is_some() && said.stamp.year() == published;
        direction.is_none() && said.is_date && !same && !matches!(said.stamp, Stamp::Year(_))
    });
    let planned = memory.planned();
    let told = told.filter(|said| {
        let first = said.stamp.days().map(|(first, _)| first);
        !planned
            || first
                .zip(memory.published)
                .is_none_or(|(first, base)| first > base)
    });
    if let Some((year, said)) = told.and_then(|said| Some((said.stamp.year()?, said))) {
        let year = beside(said.stamp, year, month, day);
        return (Some(year), Counted::Timex(said.index));
    }
    if let (Some((told, index)), None) = (
        day.and_then(|day| memory.told_in_full(month, day)),
        direction,
    ) && !memory
        .published
        .is_some_and(|base| just_before(base, month, day))
    {
        return (Stamp::Day(told).year(), Counted::Timex(index));
    }
    let year = memory.published.and_then(|base| {
        let ahead = memory.days_ahead();
        let near = year_of(base, month, day, direction, ahead)?;
        let date = ymd(near, month, day.unwrap_or(1))?;
        let long_past = direction.is_none() && base.since(date) > LONG_PAST;
        match long_past && looks_ahead(memory, base) {
            true => year_of(base, month, day, Some(1), ahead),
            false => Some(near),
        }
    });
    (year, Counted::Publication)
}

/// The year of a month told beside another date: that of the date, but of two dates around the turn of a year each has its own.
fn beside(told: Stamp, year: i64, month: i64, day: Option<i64>) -> i64 {
    let middle = |(first, last): (Day, Day)| first.plus(last.since(first) as i32 / 2);
    let near = |other: i64| {
        let date = ymd(other, month, day.unwrap_or(15))?;
        Some(date.since(middle(told.days()?)).abs() <= RECENT)
    };
    let years = [year, year - 1, year + 1];
    let found = years.into_iter().find(|year| near(*year) == Some(true));
    found.unwrap_or(year)
}

/// Whether the day of the month nearest to the publication is one of the weeks before it.
fn just_before(published: Day, month: i64, day: Option<i64>) -> bool {
    let near = year_of(published, month, day, None, HALF);
    let near = near.zip(day).and_then(|(year, day)| ymd(year, month, day));
    near.is_some_and(|near| (0..=RECENT).contains(&published.since(near)))
}

/// Days ahead up to which a day leads to a weekday after it.
const SOON: i64 = 14;

/// Days for which a day of a month is rather a recent one than one of an earlier year.
const RECENT: i64 = 60;

/// Days after which a month without a year is not taken for a past one among plans.
const LONG_PAST: i64 = 120;

/// Whether the words before announce a plan, or the last date of the paragraph lies ahead.
fn looks_ahead(memory: &Memory, published: Day) -> bool {
    // A pack that bounds the reach of a plan has its verbs tell.
    let last = memory.date_in_line().filter(|_| memory.reach == usize::MAX);
    memory.planned() || last.is_some_and(|said| lies_ahead(said, published))
}

fn lies_ahead(said: Said, published: Day) -> bool {
    let days = said.stamp.days();
    days.is_some_and(|(first, _)| first > published)
}

pub(super) fn day_of_month(
    day: i64,
    direction: Option<i64>,
    memory: &Memory,
) -> Option<(Stamp, Counted)> {
    let told = memory.in_line().filter(|_| direction.is_none());
    let (base, counted) = match told.and_then(|said| Some((said.stamp.days()?.0, said.index))) {
        Some((base, index)) => (Some(base), Counted::Timex(index)),
        None => (memory.published, Counted::Publication),
    };
    let Some((year, month, _)) = base.and_then(Day::ymd) else {
        return Some((Stamp::Unknown(Unit::Day), counted));
    };
    Some((Stamp::Day(ymd(year.into(), month.into(), day)?), counted))
}

/// The last such weekday, today included; the next one after words that announce a plan.
pub(super) fn weekday_alone(
    captures: &Captures,
    direction: Option<i64>,
    memory: &Memory,
) -> Option<(Stamp, Counted)> {
    let wanted = captures.number(Slot::Weekday)?;
    let Some(base) = memory.published else {
        return Some((Stamp::Weekday(wanted), Counted::Publication));
    };
    let soon =
        |said: Said| matches!(said.stamp, Stamp::Day(day) if (1..=SOON).contains(&day.since(base)));
    let ahead = memory.in_sentence().is_some_and(soon);
    let planned = memory.planned() || (ahead && !memory.spoken());
    let day = match direction {
        Some(0) => weekday_of_week(base, wanted, 0),
        Some(before) if before < 0 => nearest_weekday(base.plus(-1), wanted, false),
        Some(_) => nearest_weekday(base, wanted, true),
        None => nearest_weekday(base, wanted, planned),
    }?;
    Some((Stamp::Day(day), Counted::Publication))
}
