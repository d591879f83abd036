//! What each event's date counts from: its publication, another event, or nothing. No date is computed here.

use crate::extract::events::FoundEvent;
use crate::extract::recognise::Recognised;
use crate::extract::times::{Counted, Timex};

/// What a date counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// The words suffice, or what they count from is no event.
    Nothing,
    /// The day of publication.
    Published,
    /// Another event, by its place among the found ones.
    Event(usize),
}

/// The bases of all events. No events count from each other in a circle.
pub(super) fn bases(found: &Recognised) -> Vec<Base> {
    let mut bases: Vec<Base> = (0..found.events.len())
        .map(|event| base(found, event, true))
        .collect();
    for event in 0..bases.len() {
        if is_on_circle(&bases, event)
            && let Some(slot) = bases.get_mut(event)
        {
            *slot = base(found, event, false);
        }
    }
    bases
}

fn is_on_circle(bases: &[Base], event: usize) -> bool {
    let mut at = event;
    for _ in 0..bases.len() {
        match bases.get(at) {
            Some(Base::Event(next)) if *next == event => return true,
            Some(Base::Event(next)) => at = *next,
            _ => return false,
        }
    }
    false
}

/// The timex that gives an event its date; `None` where a rule concluded the date from another event.
pub(super) fn dating(found: &Recognised, event: &FoundEvent) -> Option<usize> {
    let date = event.date.as_deref()?;
    let gives = |place: &usize| {
        found
            .times
            .get(*place)
            .is_some_and(|timex| gives(timex, date))
    };
    event.times.iter().copied().find(gives)
}

/// Whether a timex's own value is this date, its clock time aside.
pub(super) fn gives(timex: &Timex, date: &str) -> bool {
    let own = timex
        .edtf
        .as_deref()
        .and_then(|edtf| edtf.split('T').next());
    own == Some(date)
}

/// With `events`, other events are an answer; else only what the words themselves count from.
fn base(found: &Recognised, place: usize, events: bool) -> Base {
    let Some(event) = found.events.get(place).filter(|event| event.date.is_some()) else {
        return Base::Nothing;
    };
    let other = |other: usize| {
        let known = found.events.get(other).filter(|event| event.date.is_some());
        (events && other != place && known.is_some()).then_some(Base::Event(other))
    };
    if let Some(base) = event.counts_from.and_then(other) {
        return base;
    }
    let first = dating(found, event).or_else(|| event.times.first().copied());
    let Some(mut at) = first else {
        return Base::Nothing;
    };
    // Each timex counts from an earlier one, but nothing here relies on it.
    for _ in 0..=found.times.len() {
        let Some(timex) = found.times.get(at) else {
            return Base::Nothing;
        };
        match timex.relative_to {
            Counted::Nothing => return Base::Nothing,
            Counted::Publication => return Base::Published,
            Counted::Event => {
                let main = found.events.iter().position(|event| event.main);
                return main.and_then(other).unwrap_or(Base::Nothing);
            }
            Counted::Timex(next) => {
                if let Some(base) = dated_by(found, next).and_then(other) {
                    return base;
                }
                at = next;
            }
        }
    }
    Base::Nothing
}

/// The event whose date a timex gives.
fn dated_by(found: &Recognised, timex: usize) -> Option<usize> {
    let mut events = found.events.iter();
    events.position(|event| dating(found, event) == Some(timex))
}

/// The timexes that an event's words count from and that date no event of their own: they are words of the same reading.
pub(super) fn framing(found: &Recognised, event: &FoundEvent) -> Vec<usize> {
    let mut frames = Vec::new();
    let mut at = dating(found, event);
    while let Some(Counted::Timex(next)) = at
        .and_then(|at| found.times.get(at))
        .map(|timex| timex.relative_to)
    {
        let is_new = !frames.contains(&next) && dated_by(found, next).is_none();
        if !is_new {
            break;
        }
        frames.push(next);
        at = Some(next);
    }
    frames
}
