//! Where a story goes back in time: only dates that prove it make a jump.

use super::telling::Telling;
use crate::model::Bounds;
use crate::store::{EventIx, Store};

/// The event of a link begins before that of the dated link in front of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jump {
    /// The event that was told before, by its place among [`Telling::events`].
    pub from: usize,
    /// The dates prove it; otherwise it may be so.
    pub is_proven: bool,
}

/// How far a story goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Back {
    /// Minutes, at least.
    pub minutes: i64,
    /// Both beginnings are known, so that it is just as far.
    pub is_exact: bool,
    /// Neither event has a time of day, so that only days count.
    pub in_days: bool,
}

const DAY: i64 = 24 * 60;
/// From so many days on, years are easier to grasp.
const YEARS_FROM: i64 = 1_000;

impl Back {
    /// As it is written: `48 d`, `≥ 48 d`, `3.4 y`, `2 h 5 min`. What is cut off to be short makes it `≥`.
    #[must_use]
    pub fn text(&self) -> String {
        let days = self.minutes / DAY;
        let (hours, minutes) = (self.minutes % DAY / 60, self.minutes % 60);
        let (text, is_whole) = match (days, hours, minutes) {
            (YEARS_FROM.., ..) => {
                let tenths = days * 10_000 / 365_243;
                (format!("{}.{} y", tenths / 10, tenths % 10), false)
            }
            (1.., ..) => (format!("{days} d"), self.in_days),
            (_, 0, minutes) => (format!("{minutes} min"), true),
            (_, hours, 0) => (format!("{hours} h"), true),
            (_, hours, minutes) => (format!("{hours} h {minutes} min"), true),
        };
        let least = if self.is_exact && is_whole {
            ""
        } else {
            "≥ "
        };
        format!("{least}{text}")
    }
}

/// When an event began, as its date tells.
#[derive(Debug, Clone, Copy)]
struct Begin {
    bounds: Bounds,
    /// Nothing marks the date as approximate or uncertain, which would prove nothing.
    proves: bool,
}

impl Begin {
    fn of(store: &Store, event: EventIx) -> Option<Self> {
        let bounds = store.bounds(event)?;
        if store.is_plain_day(event) {
            return Some(Self {
                bounds,
                proves: true,
            });
        }
        let date = store.date(event)?;
        Some(Self {
            bounds: date.begins(),
            proves: !date.is_approximate() && !date.is_uncertain(),
        })
    }

    /// Minutes of its moment, if a time of day is known; `zoned` where they count from UTC.
    fn minutes(&self) -> Option<(i64, bool)> {
        let clock = self.bounds.clock?;
        let day = i64::from(self.bounds.earliest.0);
        let offset = i64::from(clock.offset.unwrap_or(0));
        let minutes = day * DAY + i64::from(clock.minute) - offset;
        Some((minutes, clock.offset.is_some()))
    }

    /// How far it began before another, if that is certain.
    fn before(&self, other: &Self) -> Option<Back> {
        if !self.proves || !other.proves {
            return None;
        }
        if let (Some((minutes, zoned)), Some((later, also))) = (self.minutes(), other.minutes())
            && zoned == also
        {
            return (minutes < later).then_some(Back {
                minutes: later - minutes,
                is_exact: true,
                in_days: false,
            });
        }
        let days = other.bounds.earliest.since(self.bounds.latest);
        let is_open = other.bounds.starts_open() || self.bounds.ends_open();
        (days > 0 && !is_open).then_some(Back {
            minutes: days * DAY,
            is_exact: self.bounds.is_one_day() && other.bounds.is_one_day(),
            in_days: true,
        })
    }
}

/// How far a jump goes back; `None` where the dates do not prove it.
#[must_use]
pub fn back(store: &Store, from: EventIx, to: EventIx) -> Option<Back> {
    Begin::of(store, to)?.before(&Begin::of(store, from)?)
}

/// Finds the jumps among the links. Events without a date say nothing about time, and the same event told again is no jump.
pub(super) fn find(store: &Store, telling: &mut Telling) {
    let mut before: Option<usize> = None;
    let (mut jumps, mut perhaps) = (0, 0);
    let event_at =
        |events: &[super::Happened], place: usize| events.get(place).map(|happened| happened.event);
    for link in &mut telling.links {
        let here = link.event;
        if here >= telling.dated {
            continue;
        }
        // What stands earlier in the order of time may have begun earlier.
        if let Some(from) = before.filter(|from| here < *from)
            && let (Some(one), Some(other)) = (
                event_at(&telling.events, from),
                event_at(&telling.events, here),
            )
        {
            let is_proven = back(store, one, other).is_some();
            let may = || {
                let earliest = |event| store.bounds(event).map(|bounds| bounds.earliest);
                earliest(other) < earliest(one)
            };
            if is_proven || may() {
                link.jump = Some(Jump { from, is_proven });
                jumps += usize::from(is_proven);
                perhaps += usize::from(!is_proven);
            }
        }
        before = Some(here);
    }
    telling.jumps = jumps;
    telling.perhaps = perhaps;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_far_back_is_written_in_days_hours_or_years_and_never_more_than_it_is() {
        let text = |minutes, is_exact, in_days| {
            Back {
                minutes,
                is_exact,
                in_days,
            }
            .text()
        };
        assert_eq!(text(48 * DAY, true, true), "48 d");
        assert_eq!(text(48 * DAY, false, true), "≥ 48 d");
        assert_eq!(text(48 * DAY + 70, true, false), "≥ 48 d");
        assert_eq!(text(125, true, false), "2 h 5 min");
        assert_eq!(text(120, true, false), "2 h");
        assert_eq!(text(5, true, false), "5 min");
        assert_eq!(text(1_226 * DAY, true, true), "≥ 3.3 y");
        assert_eq!(text(999 * DAY, true, true), "999 d");
    }
}
