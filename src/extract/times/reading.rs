//! Captures to values: dates from their parts, lengths, repetitions. What a date leaves out is in `missing`, clock times in
//! `clock`, parts of years in `periods`, counting from another date in `shift`.

use super::calendar::{weekday, ymd};
use super::captures::{Captures, Slot};
use super::clock::{at_clock, clock, time_of_day};
use super::feast;
use super::meaning::{Amount, Part, Unit};
use super::memory::Memory;
use super::missing::{day_of_month, missing_year, weekday_alone};
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
    /// The other day that it is if day and month stand in the other order.
    pub(super) could_be: Option<Day>,
    /// What later words may count from.
    pub(super) stamp: Option<Stamp>,
    pub(super) night: bool,
    /// It is a number of months that tells of a part of a year.
    pub(super) months: bool,
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
            could_be: None,
            stamp: None,
            night: false,
            months: false,
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
    if captures.feast().is_some() {
        return feast::feast(captures, memory);
    }
    if let Some(both) = get(Slot::MonthDay) {
        let (month, day) = (Some(both / 100), Some(both % 100));
        let year = captures.year();
        let (stamp, counted) = stamp(captures, year, month, day, memory)?;
        return Some(Read::of(stamp, counted, captures));
    }
    let undated = [Slot::Year, Slot::Month, Slot::Day, Slot::Weekday]
        .into_iter()
        .all(|slot| get(slot).is_none());
    if undated {
        return time_of_day(captures, memory);
    }
    let year = captures.year();
    let year2 = get(Slot::Year2).map(full_year);
    let (month, month2) = (get(Slot::Month), get(Slot::Month2));
    let is_range = [Slot::Year2, Slot::Month2, Slot::Day2]
        .into_iter()
        .any(|slot| get(slot).is_some());
    if !is_range {
        let (stamp, counted) = stamp(captures, year, month, get(Slot::Day), memory)?;
        return Some(Read::of(widened(stamp, captures), counted, captures));
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

/// The week of a day, where the words name a week by it.
pub(super) fn widened(stamp: Stamp, captures: &Captures) -> Stamp {
    match (stamp, captures.unit()) {
        (Stamp::Day(day), Some(Unit::Week)) => Stamp::Week(day),
        _ => stamp,
    }
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

/// ISO 8601 length; parts of minutes, hours and years are told in the next smaller unit where they are whole ones of it.
pub(super) fn length(amount: Amount, unit: Unit) -> String {
    let (head, designator, each) = unit.designator();
    let Some(total) = (amount.0 >= 0).then(|| amount.0.saturating_mul(each)) else {
        return format!("{head}X{designator}");
    };
    if total % 100 == 0 {
        return format!("{head}{}{designator}", total / 100);
    }
    let smaller = match unit {
        Unit::Minute => Some((60, 'S')),
        Unit::Hour => Some((60, 'M')),
        Unit::Year => Some((12, 'M')),
        _ => None,
    };
    let (whole, part) = (total / 100, total % 100);
    if let Some((count, small)) = smaller.filter(|(count, _)| part * count % 100 == 0) {
        let large = match whole {
            0 => String::new(),
            _ => format!("{whole}{designator}"),
        };
        return format!("{head}{large}{}{small}", part * count / 100);
    }
    let hundredths = format!("{part:02}");
    let hundredths = hundredths.trim_end_matches('0');
    format!("{head}{whole}.{hundredths}{designator}")
}

/// A length of the captured unit, or of the rule's.
pub(super) fn duration(
    captures: &Captures,
    many: bool,
    unit: Option<Unit>,
    counted: Counted,
) -> Option<Read> {
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
    let unit = captures.unit().or(unit)?;
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
    let whole = amount
        .whole()
        .is_some_and(|months| (4..12).contains(&months));
    read.months = unit == Unit::Month && whole && counted == Counted::Nothing;
    Some(read)
}

/// Again and again: a day or month of every year, a season, a weekday, a part of the day, or so many units.
pub(super) fn set(captures: &Captures) -> Option<Read> {
    let month = captures.number(Slot::Month);
    if let Some(month) = month {
        let value = match captures.number(Slot::Day) {
            Some(day) => Stamp::MonthDay(month, ymd(2024, month, day).map(|_| day)?).value(),
            None => Stamp::Month(None, month).value(),
        };
        return Some(Read::bare(TimexKind::Set, value, Basis::Explicit));
    }
    if let Some(season) = captures.season() {
        let value = Stamp::Season(None, season).value();
        return Some(Read::bare(TimexKind::Set, value, Basis::Explicit));
    }
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
