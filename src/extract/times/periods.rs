//! Parts of years and what is longer than a year: quarters, halves, first months, decades, centuries.

use super::calendar::HALF;
use super::captures::{Captures, Slot};
use super::meaning::{Season, Unit};
use super::memory::Memory;
use super::reading::Read;
use super::stamp::Stamp;
use super::timex::Counted;

pub(super) fn decade(captures: &Captures) -> Option<Read> {
    let year = captures.number(Slot::Year)?;
    let year = match year {
        0..=29 => 2000 + year,
        30..=99 => 1900 + year,
        _ => year,
    };
    (year % 10 == 0).then_some(())?;
    Some(Read::of(
        Stamp::Decade(year / 10),
        Counted::Nothing,
        captures,
    ))
}

pub(super) fn century(captures: &Captures) -> Option<Read> {
    let number = captures
        .number(Slot::Nth)
        .filter(|nth| (1..=99).contains(nth))?;
    Some(Read::of(
        Stamp::Century(number - 1),
        Counted::Nothing,
        captures,
    ))
}

/// So many months from the beginning of a year.
fn first_months(captures: &Captures, nth: i64, memory: &Memory) -> Option<Read> {
    let count = captures.amount()?.whole()?;
    (nth == 1 && (1..=12).contains(&count)).then_some(())?;
    let (year, counted) = match captures.year() {
        Some(year) => (year, Counted::Nothing),
        None => {
            let year = Stamp::Day(memory.published?).year()?;
            let direction = captures.number(Slot::Direction).unwrap_or(0);
            (year + direction, Counted::Publication)
        }
    };
    let [from, to] = [1, count].map(|month| Stamp::Month(Some(year), month));
    let mut read = Read::of(to, counted, captures);
    read.value = format!("{}/{}", from.value(), to.value());
    read.edtf = Some(read.value.clone());
    Some(read)
}

/// A season of a year. Without one: the last or next such by the direction, else that of the year of publication.
fn season_of(season: Season, captures: &Captures, memory: &Memory) -> Read {
    if let Some(year) = captures.year() {
        return Read::of(
            Stamp::Season(Some(year), season),
            Counted::Nothing,
            captures,
        );
    }
    let year = memory.published.and_then(|base| {
        let year = Stamp::Day(base).year()?;
        let (first, last) = Stamp::Season(Some(year), season).days()?;
        Some(match captures.number(Slot::Direction) {
            Some(..=-1) => year - i64::from(last >= base),
            Some(1..) => year + i64::from(first <= base),
            // Early in a year the winter is the one that began in the year before.
            _ => year - i64::from(season == Season::Winter && first.since(base) > HALF),
        })
    });
    Read::of(Stamp::Season(year, season), Counted::Publication, captures)
}

/// A quarter or half of a year; without a number, the one last told of in another year; without one, the last that has begun.
pub(super) fn portion(captures: &Captures, memory: &Memory) -> Option<Read> {
    if let Some(season) = captures.season() {
        return Some(season_of(season, captures, memory));
    }
    let named = captures.number(Slot::Nth).zip(captures.unit());
    let (nth, unit) = named.or_else(|| match memory.portion_near()?.stamp {
        Stamp::Quarter(_, nth) => Some((nth, Unit::Quarter)),
        Stamp::Half(_, nth) => Some((nth, Unit::Half)),
        _ => None,
    })?;
    let (count, unit) = match unit {
        Unit::Quarter => (4, Unit::Quarter),
        Unit::Half => (2, Unit::Half),
        Unit::Month => return first_months(captures, nth, memory),
        _ => return None,
    };
    (1..=count).contains(&nth).then_some(())?;
    let make = |year| match unit {
        Unit::Quarter => Stamp::Quarter(year, nth),
        _ => Stamp::Half(year, nth),
    };
    let aside = named.is_none();
    let read = |year, counted| {
        let mut read = Read::of(make(year), counted, captures);
        // The same quarter of another year is compared with; the words after it still count from the one told of.
        read.stamp = read.stamp.filter(|_| !aside);
        read
    };
    if let Some(year) = captures.year() {
        return Some(read(Some(year), Counted::Nothing));
    }
    let year = memory.published.and_then(|base| {
        let year = Stamp::Day(base).year()?;
        Some(match captures.number(Slot::Direction) {
            Some(direction) => year + direction,
            None => {
                let (first, _) = make(Some(year)).days()?;
                year - i64::from(first > base)
            }
        })
    });
    Some(read(year, Counted::Publication))
}
