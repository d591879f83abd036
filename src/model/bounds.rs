//! What an EDTF date spans on the calendar, and the order that follows from it. Derived, never stored.

use super::Day;

/// A clock time that the source gives for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clock {
    /// Minutes since local midnight, 0 to 1439.
    pub minute: u16,
    /// Minutes east of UTC, where a zone is written.
    pub offset: Option<i16>,
}

/// The earliest and latest day that a date can mean, both inclusive; an open side is [`Day::MIN`] or [`Day::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// The first day it can be.
    pub earliest: Day,
    /// The last day it can be.
    pub latest: Day,
    /// The clock time, where one is known.
    pub clock: Option<Clock>,
}

impl Bounds {
    /// Bounds without a clock time.
    #[must_use]
    pub const fn days(earliest: Day, latest: Day) -> Self {
        Self {
            earliest,
            latest,
            clock: None,
        }
    }

    /// Whether any day of `self` lies within `other`.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.earliest <= other.latest && other.earliest <= self.latest
    }

    /// Whether nothing limits it towards the past.
    #[must_use]
    pub fn starts_open(&self) -> bool {
        self.earliest == Day::MIN
    }

    /// Whether nothing limits it towards the future.
    #[must_use]
    pub fn ends_open(&self) -> bool {
        self.latest == Day::MAX
    }

    /// Whether it is one known day.
    #[must_use]
    pub fn is_one_day(&self) -> bool {
        self.earliest == self.latest
    }

    /// A day to stand for the whole: the middle, or the known end of an open span.
    #[must_use]
    pub fn middle(&self) -> Day {
        match (self.starts_open(), self.ends_open()) {
            (true, false) => self.latest,
            (false, true) => self.earliest,
            (true, true) => Day(0),
            (false, false) => {
                let half = self.latest.since(self.earliest) / 2;
                self.earliest.plus(i32::try_from(half).unwrap_or(0))
            }
        }
    }
}

/// The order of events: lower bound, upper bound, first anchor; an event without a date comes after all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SortKey {
    undated: bool,
    earliest: (Day, u16),
    latest: (Day, u16),
    first_anchor: usize,
}

impl SortKey {
    /// The key of an event with these bounds whose first anchor starts at this code point.
    #[must_use]
    pub fn new(bounds: Option<Bounds>, first_anchor: usize) -> Self {
        let spread = bounds.unwrap_or(Bounds::days(Day::MIN, Day::MAX));
        let (earliest, latest) = match spread.clock {
            Some(clock) => {
                let moment = moment(spread.earliest, clock);
                (moment, moment)
            }
            None => ((spread.earliest, 0), (spread.latest, u16::MAX)),
        };
        Self {
            undated: bounds.is_none(),
            earliest,
            latest,
            first_anchor,
        }
    }
}

/// A day and minute in UTC where the zone is known, else as the clock says.
fn moment(day: Day, clock: Clock) -> (Day, u16) {
    const DAY: i32 = 24 * 60;
    let minutes = i32::from(clock.minute) - i32::from(clock.offset.unwrap_or(0));
    // The remainder of a division by a day fits.
    let minute = u16::try_from(minutes.rem_euclid(DAY)).unwrap_or(0);
    (day.plus(minutes.div_euclid(DAY)), minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(earliest: i32, latest: i32) -> Bounds {
        Bounds::days(Day(earliest), Day(latest))
    }

    #[test]
    fn events_sort_by_lower_bound_then_upper_bound_then_first_anchor_and_undated_ones_last() {
        let early = SortKey::new(Some(days(1, 9)), 0);
        let short = SortKey::new(Some(days(2, 2)), 7);
        let short_later_told = SortKey::new(Some(days(2, 2)), 8);
        let long = SortKey::new(Some(days(2, 5)), 0);
        let undated = SortKey::new(None, 0);
        let mut keys = vec![undated, long, short_later_told, short, early];
        keys.sort();
        assert_eq!(keys, [early, short, short_later_told, long, undated]);
    }

    #[test]
    fn a_clock_time_orders_events_of_one_day() {
        let at = |minute| {
            let clock = Some(Clock {
                minute,
                offset: None,
            });
            SortKey::new(
                Some(Bounds {
                    clock,
                    ..days(2, 2)
                }),
                0,
            )
        };
        assert!(at(600) < at(601));
        assert!(SortKey::new(Some(days(2, 2)), 0) < at(600));
    }

    #[test]
    fn clock_times_of_different_zones_are_ordered_by_the_moment() {
        let at = |day, minute, offset| {
            let clock = Some(Clock {
                minute,
                offset: Some(offset),
            });
            SortKey::new(
                Some(Bounds {
                    clock,
                    ..days(day, day)
                }),
                0,
            )
        };
        // 16:00 +02:00 is 14:00 UTC; 01:30 +02:00 is 23:30 UTC of the day before.
        assert!(at(3, 16 * 60, 120) < at(3, 14 * 60 + 30, 0));
        assert!(at(3, 90, 120) < at(2, 23 * 60 + 45, 0));
    }
}
