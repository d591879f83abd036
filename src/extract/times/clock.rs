//! Clock times and parts of the day: their TIMEX3 form, and the day that they belong to where the words give none.

use super::captures::{Captures, Slot};
use super::meaning::{Part, Unit};
use super::memory::Memory;
use super::reading::Read;
use super::stamp::Stamp;
use super::timex::Counted;

/// A day with a clock, or with the two ends of one: what ends earlier than it begins ends on the next day.
pub(super) fn at_clock(day: Stamp, clock: &str) -> String {
    let next = match day {
        Stamp::Day(day) => Stamp::Day(day.plus(1)),
        other => other,
    };
    let day = day.value();
    match clock.split_once('/') {
        Some((from, to)) if to < from => format!("{day}{from}/{}{to}", next.value()),
        Some((from, to)) => format!("{day}{from}/{day}{to}"),
        None => format!("{day}{clock}"),
    }
}

/// The part of a TIMEX3 time after the day.
pub(super) fn clock(captures: &Captures) -> Option<String> {
    let Some(hour) = captures.number(Slot::Hour) else {
        return captures.part().map(|part| part.name().to_owned());
    };
    let zone = captures.zone().map_or(String::new(), |zone| {
        let (sign, zone) = (if zone < 0 { '-' } else { '+' }, zone.unsigned_abs());
        format!("{sign}{:02}:{:02}", zone / 60, zone % 60)
    });
    let (part, part2) = (captures.part(), captures.part_in(Slot::Part2));
    let one = |part: Option<Part>, hour: i64, minute: Option<i64>| {
        let hour = part.map_or(hour, |part| part.hour(hour));
        format!("T{hour:02}:{:02}{zone}", minute.unwrap_or(0))
    };
    let from = one(part.or(part2), hour, captures.number(Slot::Minute));
    let to = captures
        .number(Slot::Hour2)
        .map(|hour| one(part2.or(part), hour, captures.number(Slot::Minute2)));
    Some(to.map_or(from.clone(), |to| format!("{from}/{to}")))
}

/// A clock or daypart without a day: on the day last spoken of, past midnight on the day after its night.
pub(super) fn time_of_day(captures: &Captures, memory: &Memory) -> Option<Read> {
    let clock = clock(captures)?;
    let (day, counted, night) = match (memory.day_of_now(), memory.published) {
        (Some(said), _) => (said.stamp, Counted::Timex(said.index), said.night),
        (None, Some(day)) => (Stamp::Day(day), Counted::Publication, false),
        (None, None) => (Stamp::Unknown(Unit::Day), Counted::Publication, false),
    };
    let early = match captures.number(Slot::Hour) {
        Some(hour) => hour < 6 && matches!(captures.part(), None | Some(Part::Early)),
        None => captures.part() == Some(Part::Early),
    };
    let stamp = match day {
        Stamp::Day(day) if night && early => Stamp::Day(day.plus(1)),
        day => day,
    };
    let mut read = Read::of(stamp, counted, captures);
    read.undated = Some(clock);
    Some(read)
}
