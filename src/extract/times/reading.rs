//! Captures to values: dates from their parts, lengths, repetitions. Clock times are in `clock`, parts of years in `periods`,
//! counting from another date in `shift`.

use super::calendar::{HALF, nearest_weekday, weekday, weekday_of_week, year_of, ymd};
use super::captures::{Captures, Slot};
use super::clock::{at_clock, clock, time_of_day};
use super::meaning::{Amount, Part, Unit};
use super::memory::{Memory, Said};
use super::stamp::Stamp;
use super::timex::{Basis, Counted, TimexKind};
use crate::model::{Day, Modifier};

/// What a match was read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) kind: TimexKind,
    pub(super) value: String,
    pub(super) modifier: Option<Modifier>,
    pub(super) basis: Basis,
    pub(super) edtf: Option<String>,
    pub(super) counted: Counted,
    pub(super) disagrees: bool,
    /// What later words may count from.
    pub(super) stamp: Option<Stamp>,
    pub(super) night: bool,
    /// The clock of a time whose day the words do not give.
    pub(super) undated: Option<String>,
}

impl Read {
    pub(super) fn bare(kind: TimexKind, value: String, basis: Basis) -> Self {
        Self {
            kind,
            value,
            modifier: None,
            basis,
            edtf: None,
            counted: Counted::Nothing,
            disagrees: false,
            stamp: None,
            night: false,
            undated: None,
        }
    }

    /// A date, or with a clock or daypart a time of it.
    pub(super) fn of(stamp: Stamp, counted: Counted, captures: &Captures) -> Self {
        let modifier = captures.modifier();
        let basis = match (modifier, counted) {
            (Some(_), _) => Basis::Vague,
            (None, Counted::Nothing) => Basis::Explicit,
            _ => Basis::Relative,
        };
        let value = stamp.value();
        let edtf = stamp.edtf(modifier, &value);
        let mut read = Self::bare(TimexKind::Date, value, basis);
        (read.modifier, read.counted, read.stamp) = (modifier, counted, Some(stamp));
        read.edtf = edtf;
        if let Some(clock) = clock(captures) {
            read.kind = TimexKind::Time;
            read.edtf = match (&read.edtf, captures.number(Slot::Hour)) {
                (Some(day), Some(0..=23)) if captures.number(Slot::Hour2).is_none() => {
                    Some(format!("{day}{clock}"))
                }
                (day, _) => day.clone(),
            };
            read.value = at_clock(stamp, &clock);
            let hour = captures.number(Slot::Hour);
            read.night = captures.part() == Some(Part::Night) && hour.is_none_or(|hour| hour > 5);
        }
        if let (Stamp::Day(day), Some(named)) = (stamp, captures.number(Slot::Weekday)) {
            read.disagrees = weekday(day) != Some(named);
        }
        read
    }
}

/// A date from its parts. Missing ones come from the direction, the words before, or the publication date.
pub(super) fn calendar(captures: &Captures, memory: &Memory) -> Option<Read> {
    let get = |slot| captures.number(slot);
    if let Some(both) = get(Slot::MonthDay) {
        let (month, day) = (Some(both / 100), Some(both % 100));
        let year = get(Slot::Year).map(full_year);
        let (stamp, counted) = stamp(captures, year, month, day, memory)?;
        return Some(Read::of(stamp, counted, captures));
    }
    let undated = [Slot::Year, Slot::Month, Slot::Day, Slot::Weekday]
        .into_iter()
        .all(|slot| get(slot).is_none());
    if undated {
        return time_of_day(captures, memory);
    }
    let year = get(Slot::Year).map(full_year);
    let year2 = get(Slot::Year2).map(full_year);
    let (month, month2) = (get(Slot::Month), get(Slot::Month2));
    let is_range = [Slot::Year2, Slot::Month2, Slot::Day2]
        .into_iter()
        .any(|slot| get(slot).is_some());
    if !is_range {
        let (stamp, counted) = stamp(captures, year, month, get(Slot::Day), memory)?;
        return Some(Read::of(stamp, counted, captures));
    }
    let last_month = month2.or(month);
    let last_day = get(Slot::Day2).or(get(Slot::Day).filter(|_| month2.is_some()));
    let (to, counted) = stamp(captures, year2.or(year), last_month, last_day, memory)?;
    let crosses = matches!((month, month2), (Some(from), Some(to)) if from > to);
    let first_year = match year2 {
        Some(_) => year.or(year2),
        None => to.year().map(|year| year - i64::from(crosses)),
    };
    let (from, _) = stamp(captures, first_year, month, get(Slot::Day), memory)?;
    if let (Some((first, _)), Some((_, last))) = (from.days(), to.days()) {
        (first <= last).then_some(())?;
    }
    let mut read = Read::of(to, counted, captures);
    let (first, last) = (from.value(), to.value());
    let ends = from.edtf(None, &first).zip(to.edtf(None, &last));
    read.edtf = ends.map(|(from, to)| format!("{from}/{to}"));
    read.value = format!("{first}/{last}");
    if read.kind == TimexKind::Time {
        return None;
    }
    Some(read)
}

pub(super) fn full_year(year: i64) -> i64 {
    match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        _ => year,
    }
}

fn stamp(
    captures: &Captures,
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    memory: &Memory,
) -> Option<(Stamp, Counted)> {
    let direction = captures.number(Slot::Direction);
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => {
            Some((Stamp::Day(ymd(year, month, day)?), Counted::Nothing))
        }
        (Some(year), Some(month), None) => {
            Some((Stamp::Month(Some(year), month), Counted::Nothing))
        }
        (Some(year), None, None) => Some((Stamp::Year(year), Counted::Nothing)),
        (None, Some(month), day) => {
            let (year, counted) = missing_year(month, day, direction, memory);
            let stamp = match (year, day) {
                (Some(year), Some(day)) => Stamp::Day(ymd(year, month, day)?),
                (None, Some(day)) => {
                    ymd(2024, month, day)?;
                    Stamp::MonthDay(month, day)
                }
                (year, None) => Stamp::Month(year, month),
            };
            Some((stamp, counted))
        }
        (_, None, Some(day)) => day_of_month(day, direction, memory),
        (None, None, None) => weekday_alone(captures, direction, memory),
    }
}

/// The year of a month that stands without one: that of the sentence's last date if it tells of another year, else by the
/// direction, else the nearest to the publication date.
fn missing_year(
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
    if let Some((year, said)) = told.and_then(|said| Some((said.stamp.year()?, said))) {
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

fn day_of_month(day: i64, direction: Option<i64>, memory: &Memory) -> Option<(Stamp, Counted)> {
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
fn weekday_alone(
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

/// ISO 8601 length; half an hour and half a year are told in the next smaller unit.
pub(super) fn length(amount: Amount, unit: Unit) -> String {
    let (head, designator, each) = unit.designator();
    let Some(total) = (amount.0 >= 0).then(|| amount.0.saturating_mul(each)) else {
        return format!("{head}X{designator}");
    };
    if total % 100 == 0 {
        return format!("{head}{}{designator}", total / 100);
    }
    match unit {
        Unit::Hour if total < 100 && total % 5 == 0 => {
            format!("PT{}M", total.saturating_mul(60) / 100)
        }
        Unit::Year if total < 100 && total.saturating_mul(12) % 100 == 0 => {
            format!("P{}M", total.saturating_mul(12) / 100)
        }
        _ => {
            let hundredths = format!("{:02}", total % 100);
            let hundredths = hundredths.trim_end_matches('0');
            format!("{head}{}.{hundredths}{designator}", total / 100)
        }
    }
}

pub(super) fn duration(captures: &Captures, many: bool, counted: Counted) -> Option<Read> {
    let amount = match many {
        true => Amount::MANY,
        false => captures.amount().unwrap_or(Amount::ONE),
    };
    let modifier = captures.modifier();
    let basis = match (modifier, amount) {
        (Some(_), _) | (_, Amount::MANY) => Basis::Vague,
        _ if counted == Counted::Publication => Basis::Relative,
        _ => Basis::Explicit,
    };
    let unit = captures.unit()?;
    let mut value = length(amount, unit);
    let rest = captures.amount_in(Slot::Number2);
    if let Some((rest, smaller)) = rest.zip(captures.unit_in(Slot::Unit2)) {
        (smaller < unit).then_some(())?;
        let rest = length(rest, smaller);
        let again = if unit.is_clock() { "PT" } else { "P" };
        value.push_str(rest.strip_prefix(again)?);
    }
    let mut read = Read::bare(TimexKind::Duration, value, basis);
    (read.modifier, read.counted) = (modifier, counted);
    Some(read)
}

pub(super) fn set(captures: &Captures) -> Option<Read> {
    let value = match (
        captures.number(Slot::Weekday),
        captures.number(Slot::Weekday2),
        captures.part(),
    ) {
        (Some(first), Some(last), _) => format!("XXXX-WXX-{first}/XXXX-WXX-{last}"),
        (Some(day), None, None) => format!("XXXX-WXX-{day}"),
        (Some(day), None, Some(part)) => format!("XXXX-WXX-{day}{}", part.name()),
        (None, _, Some(part)) => format!("XXXX-XX-XX{}", part.name()),
        _ => length(captures.amount().unwrap_or(Amount::ONE), captures.unit()?),
    };
    Some(Read::bare(TimexKind::Set, value, Basis::Explicit))
}
