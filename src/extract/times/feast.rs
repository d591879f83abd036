//! Feasts whose day moves from year to year: the so-manieth weekday of a month, and those counted from Easter. Which feasts
//! there are is in the packs.

use super::calendar::{days_in_month, weekday, ymd};
use super::captures::Captures;
use super::captures::Slot;
use super::memory::Memory;
use super::reading::{Read, widened};
use super::stamp::Stamp;
use super::timex::Counted;
use crate::model::Day;

/// A feast as a pack writes it: `11/4/4` is the fourth Thursday of November, `5/-1/1` the last Monday of May, `11/1/1+1` the
/// day after the first Monday of November, `easter-2` the second day before Easter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Feast {
    base: Base,
    plus: i32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Base {
    /// The Easter of the western churches.
    Easter,
    Weekday {
        month: i64,
        nth: i64,
        weekday: i64,
    },
}

impl Feast {
    pub(super) fn parse(text: &str) -> Option<Self> {
        if let Some(plus) = text.strip_prefix("easter") {
            let plus = match plus {
                "" => 0,
                plus => plus.parse().ok()?,
            };
            let base = Base::Easter;
            return Some(Self { base, plus });
        }
        let (day, plus) = match text.split_once('+') {
            Some((day, plus)) => (day, plus.parse().ok()?),
            None => (text, 0),
        };
        let mut numbers = day.split('/').map(|number| number.parse::<i64>().ok());
        let mut next = || numbers.next().flatten();
        let (month, nth, weekday) = (next()?, next()?, next()?);
        let sound =
            (1..=12).contains(&month) && nth != 0 && nth.abs() <= 5 && (1..=7).contains(&weekday);
        let base = Base::Weekday {
            month,
            nth,
            weekday,
        };
        sound.then_some(Self { base, plus })
    }

    /// Its day in a year.
    pub(super) fn day(self, year: i64) -> Option<Day> {
        let day = match self.base {
            Base::Easter => easter(year)?,
            Base::Weekday {
                month,
                nth,
                weekday: wanted,
            } => {
                let days = match nth {
                    1.. => {
                        let first = weekday(ymd(year, month, 1)?)?;
                        1 + (wanted - first).rem_euclid(7) + (nth - 1) * 7
                    }
                    _ => {
                        let count = days_in_month(year, month);
                        let last = weekday(ymd(year, month, count)?)?;
                        count - (last - wanted).rem_euclid(7) + (nth + 1) * 7
                    }
                };
                ymd(year, month, days)?
            }
        };
        Some(day.plus(self.plus))
    }
}

/// Easter Sunday of the Gregorian calendar, by the reckoning of Meeus, Jones and Butcher.
fn easter(year: i64) -> Option<Day> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century + 8) / 25;
    let moon = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let count = moon + sunday - 7 * late + 114;
    ymd(year, count / 31, count % 31 + 1)
}

/// A feast of the captured year, or in the captured direction; without either the last one or one that comes soon.
pub(super) fn feast(captures: &Captures, memory: &Memory) -> Option<Read> {
    let feast = captures.feast()?;
    let stamp = |day| widened(Stamp::Day(day), captures);
    if let Some(year) = captures.year() {
        let day = stamp(feast.day(year)?);
        return Some(Read::of(day, Counted::Nothing, captures));
    }
    let base = memory.published?;
    let year = Stamp::Day(base).year()?;
    let days: Vec<Day> = (year - 1..=year + 1)
        .filter_map(|year| feast.day(year))
        .collect();
    let day = match captures.number(Slot::Direction) {
        Some(0) => feast.day(year)?,
        Some(1..) => *days.iter().find(|day| **day > base)?,
        Some(_) => *days.iter().rfind(|day| **day < base)?,
        None => *days
            .iter()
            .rfind(|day| day.since(base) <= memory.days_ahead())?,
    };
    Some(Read::of(stamp(day), Counted::Publication, captures))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(feast: &str, year: i64) -> String {
        let feast = Feast::parse(feast).unwrap();
        feast.day(year).unwrap().to_string()
    }

    #[test]
    fn the_nth_weekday_of_a_month_counts_from_either_end() {
        assert_eq!(day("11/4/4", 2024), "2024-11-28");
        assert_eq!(day("11/4/4+1", 2025), "2025-11-28");
        assert_eq!(day("5/-1/1", 2025), "2025-05-26");
        assert_eq!(day("11/1/1+1", 2022), "2022-11-08");
    }

    #[test]
    fn easter_and_what_counts_from_it_fall_where_calendars_have_them() {
        let years = [
            (2013, "2013-03-31"),
            (2019, "2019-04-21"),
            (2025, "2025-04-20"),
        ];
        for (year, expected) in years {
            assert_eq!(day("easter", year), expected);
        }
        assert_eq!(day("easter-2", 2025), "2025-04-18");
        assert_eq!(day("easter+49", 2024), "2024-05-19");
    }

    #[test]
    fn what_is_no_feast_is_refused() {
        for text in ["", "11/4", "13/1/1", "11/0/4", "easterly", "3/7/2025"] {
            assert_eq!(Feast::parse(text), None, "{text}");
        }
    }
}
