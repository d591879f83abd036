//! Counting units from a date: days ago, next year, the day after.

use super::calendar::{nearest_weekday, plus_months, weekday, weekday_of_week, ymd};
use super::captures::{Captures, Slot};
use super::meaning::{Amount, Unit};
use super::memory::Memory;
use super::reading::{Read, duration};
use super::stamp::Stamp;
use super::timex::{Basis, Counted, TimexKind};
use crate::extract::pack::Base;
use crate::model::{Day, Modifier};

/// So many units from a base.
pub(super) fn shift(
    captures: &Captures,
    by: i64,
    unit: Option<Unit>,
    from: Base,
    keep: bool,
    memory: &Memory,
) -> Option<Read> {
    let factor = captures.number(Slot::Direction).unwrap_or(by);
    let amount = captures.amount().unwrap_or(Amount::ONE);
    // What comes later follows what was told last, be it a month or a year; what was so much earlier is mostly compared with the
    // day that the text is about.
    let counted_in = match factor {
        ..0 => unit.or(captures.unit()),
        _ => captures.unit().or(unit),
    };
    let (base, counted) = match origin(from, counted_in, memory) {
        Origin::At(base, counted) => (Some(base), counted),
        Origin::Unknown => (None, Counted::Publication),
        Origin::Nowhere => return None,
        Origin::Past => return Some(reference("PAST_REF")),
    };
    let Some(unit) = captures.unit().or(unit) else {
        let said = base?;
        return Some(Read::of(said, counted, captures));
    };
    if unit.is_clock() {
        return duration(captures, false, None, counted);
    }
    if unit == Unit::Weekend && captures.get(Slot::Direction).is_none() {
        return weekend(captures, memory);
    }
    let Some(amount) = amount.whole() else {
        if matches!(from, Base::Last) && factor > 0 {
            return duration(captures, true, Some(unit), counted);
        }
        return Some(reference(match factor {
            ..0 => "PAST_REF",
            _ => "FUTURE_REF",
        }));
    };
    let steps = amount
        .checked_mul(factor)
        .filter(|steps| steps.abs() < 100_000)?;
    let stamp = match base {
        Some(base) => base
            .in_other_year(steps, unit)
            .filter(|_| keep)
            .or_else(|| shifted(base, unit, steps, captures))?,
        None => unknown(unit, captures),
    };
    let mut read = Read::of(stamp, counted, captures);
    let counted_back = factor < 0 && captures.amount().is_some();
    read.modifier = match read.modifier {
        Some(Modifier::MoreThan) if counted_back => Some(Modifier::Before),
        Some(Modifier::LessThan) if counted_back => Some(Modifier::After),
        modifier => modifier,
    };
    // What comes before a date is an aside: the words after it still count from the date.
    if matches!(from, Base::Last | Base::Portion) && steps < 0 {
        read.stamp = None;
    }
    Some(read)
}

/// A weekend without a word of direction: the last that has begun, after words that announce a plan the next to end.
fn weekend(captures: &Captures, memory: &Memory) -> Option<Read> {
    let stamp = match memory.published {
        Some(day) => {
            let begun = memory.planned() || weekday(day)? >= FRIDAY;
            Stamp::Weekend(day.plus(if begun { 0 } else { -7 }))
        }
        None => Stamp::Unknown(Unit::Weekend),
    };
    Some(Read::of(stamp, Counted::Publication, captures))
}

/// The weekday on whose evening a weekend begins.
const FRIDAY: i64 = 5;

/// A reference without a date.
pub(super) fn reference(to: &str) -> Read {
    let basis = match to {
        "PRESENT_REF" => Basis::Relative,
        _ => Basis::Vague,
    };
    Read::bare(TimexKind::Date, to.to_owned(), basis)
}

enum Origin {
    At(Stamp, Counted),
    Unknown,
    Past,
    Nowhere,
}

fn origin(from: Base, unit: Option<Unit>, memory: &Memory) -> Origin {
    let said = match (from, unit) {
        (Base::Published, _) => None,
        (Base::Last, Some(Unit::Day)) => memory.told_day.or(memory.last_day),
        (Base::Last, _) => memory.told.or(memory.last),
        (Base::Portion, _) => {
            return match memory.portion_near() {
                Some(said) => Origin::At(said.stamp, Counted::Timex(said.index)),
                None => Origin::Nowhere,
            };
        }
        (Base::Near, _) => {
            return match memory.told_near() {
                Some(said) => Origin::At(said.stamp, Counted::Timex(said.index)),
                None => Origin::Past,
            };
        }
    };
    match (said, memory.published) {
        (Some(said), _) => Origin::At(said.stamp, Counted::Timex(said.index)),
        (None, Some(day)) => Origin::At(Stamp::Day(day), Counted::Publication),
        (None, None) => Origin::Unknown,
    }
}

fn shifted(base: Stamp, unit: Unit, steps: i64, captures: &Captures) -> Option<Stamp> {
    let Some((day, _)) = base.days() else {
        return Some(unknown(unit, captures));
    };
    let (year, month, _) = day.ymd()?;
    let (year, month) = (i64::from(year), i64::from(month));
    let days = |count: i64| -> Option<Day> { Some(day.plus(i32::try_from(count).ok()?)) };
    let part = |count: i64, unit_months: i64, make: fn(Option<i64>, i64) -> Stamp| {
        let months = steps.checked_mul(unit_months)?;
        let (year, month) = plus_months(year, month, months)?;
        Some(make(Some(year), (month - 1) / (12 / count) + 1))
    };
    let named_month = captures.number(Slot::Month);
    Some(match unit {
        Unit::Day => match captures.number(Slot::Weekday) {
            Some(weekday) if steps < 0 => {
                Stamp::Day(nearest_weekday(day.plus(-1), weekday, false)?)
            }
            Some(weekday) => Stamp::Day(nearest_weekday(day, weekday, true)?),
            None => Stamp::Day(days(steps)?),
        },
        Unit::Week => match captures.number(Slot::Weekday) {
            Some(weekday) => Stamp::Day(weekday_of_week(day, weekday, steps)?),
            None => Stamp::Week(days(steps * 7)?),
        },
        Unit::Weekend => Stamp::Weekend(days(steps * 7)?),
        Unit::Month => {
            let (year, month) = plus_months(year, month, steps)?;
            match captures.number(Slot::Day) {
                Some(day) => Stamp::Day(ymd(year, month, day)?),
                None => Stamp::Month(Some(year), month),
            }
        }
        Unit::Quarter => part(4, 3, Stamp::Quarter)?,
        Unit::Half => part(2, 6, Stamp::Half)?,
        Unit::Year => {
            let year = year
                .checked_add(steps)
                .filter(|year| (0..=9999).contains(year))?;
            match (named_month, captures.number(Slot::Day)) {
                (Some(month), Some(day)) => Stamp::Day(ymd(year, month, day)?),
                (Some(month), None) => Stamp::Month(Some(year), month),
                _ => Stamp::Year(year),
            }
        }
        Unit::Decade => Stamp::Decade((year.checked_add(steps * 10)?).div_euclid(10)),
        Unit::Century => Stamp::Century((year.checked_add(steps * 100)?).div_euclid(100)),
        Unit::Second | Unit::Minute | Unit::Hour => return None,
    })
}

fn unknown(unit: Unit, captures: &Captures) -> Stamp {
    match (
        unit,
        captures.number(Slot::Month),
        captures.number(Slot::Weekday),
    ) {
        (Unit::Year, Some(month), _) => Stamp::Month(None, month),
        (Unit::Week, _, Some(weekday)) => Stamp::Weekday(weekday),
        _ => Stamp::Unknown(unit),
    }
}
