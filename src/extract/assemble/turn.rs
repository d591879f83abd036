//! Another day of publication, tried out on one source of a timeline: every date that rests on it follows. A timeline that was
//! just built is built again; of any other, the claims follow whose words can be read again.

use std::collections::{HashMap, HashSet};

use super::merge::{Reread, merge};
use super::{Assembler, follow};
use crate::extract::recognise::{Language, recognise};
use crate::model::{Claim, Date, Day, Event, PUBLISHED, Timeline};

/// What is tried out.
#[derive(Debug, Clone, Copy)]
pub struct Turn<'a> {
    /// The source, by its place.
    pub source: usize,
    /// Its stored text.
    pub text: &'a str,
    /// The language it is in.
    pub language: &'a Language,
    /// The day.
    pub day: Day,
}

/// A timeline with another day of publication.
#[derive(Debug, Default)]
pub struct Turned {
    /// What it says then.
    pub timeline: Timeline,
    /// Events whose date rests on the day but could not follow it, by id, and why.
    pub stays: HashMap<String, &'static str>,
}

/// Builds the source's part of a timeline again that was built of articles and that nobody has changed. Events that are the same
/// keep their ids.
#[must_use]
pub fn rebuild(timeline: &Timeline, turn: Turn<'_>) -> Turned {
    let mut timeline = timeline.clone();
    let qualified = timeline.sources.len() > 1;
    let Some(source) = publish(&mut timeline, turn) else {
        return Turned {
            timeline,
            ..Turned::default()
        };
    };
    let found = recognise(turn.text, turn.language, Some(turn.day), None);
    let mut assembler = Assembler::new(qualified).beside(&timeline);
    assembler.add_again(source.clone(), turn.text, &found);
    let same = Reread {
        old: source.id.clone(),
        new: source.id,
    };
    let merged = merge(&timeline, assembler.finish(), &[same], &HashSet::new());
    Turned {
        timeline: merged.timeline,
        ..Turned::default()
    }
}

/// Lets the claims of a timeline follow the source's new day, and those that count from them.
#[must_use]
pub fn follow_day(timeline: &Timeline, turn: Turn<'_>) -> Turned {
    let before = timeline.clone();
    let mut turned = Turned {
        timeline: timeline.clone(),
        ..Turned::default()
    };
    let was = before
        .sources
        .get(turn.source)
        .and_then(|source| source.published.as_deref())
        .and_then(|published| Date::parse(published).ok())
        .map(|date| date.bounds())
        .filter(|bounds| bounds.is_one_day())
        .map(|bounds| bounds.earliest);
    let Some(source) = publish(&mut turned.timeline, turn) else {
        return turned;
    };
    let reader = follow::Reader::new(turn, was);
    for event in &mut turned.timeline.events {
        let leading = event.leading_claim_index();
        for (place, claim) in event.claims.iter_mut().enumerate() {
            let rests = claim.source == source.id
                && claim.relative_to.as_deref() == Some(PUBLISHED)
                && claim.date.is_some();
            if !rests {
                continue;
            }
            if let Err(why) = reader.follow(claim)
                && Some(place) == leading
            {
                turned.stays.insert(event.id.clone(), why);
            }
        }
    }
    carry_on(&before, &mut turned);
    turned
}

/// Writes the day into the source; its record then.
fn publish(timeline: &mut Timeline, turn: Turn<'_>) -> Option<crate::model::Source> {
    let source = timeline.sources.get_mut(turn.source)?;
    source.published = Some(turn.day.to_string());
    source.published_inferred = false;
    source.published_from = Some("given".to_owned());
    Some(source.clone())
}

/// Claims that count from an event follow it, step by step.
fn carry_on(before: &Timeline, turned: &mut Turned) {
    let leading = |event: &Event| event.leading_claim().and_then(|claim| claim.date.clone());
    let old: HashMap<String, Option<String>> = before
        .events
        .iter()
        .map(|event| (event.id.clone(), leading(event)))
        .collect();
    let mut done: HashSet<(usize, usize)> = HashSet::new();
    // Each round takes one step further; no chain is longer than there are events.
    for _ in 0..turned.timeline.events.len() {
        let now: HashMap<String, Option<String>> = turned
            .timeline
            .events
            .iter()
            .map(|event| (event.id.clone(), leading(event)))
            .filter(|(id, date)| old.get(id) != Some(date))
            .collect();
        let mut moved = false;
        for (place, event) in turned.timeline.events.iter_mut().enumerate() {
            let lead = event.leading_claim_index();
            for (number, claim) in event.claims.iter_mut().enumerate() {
                let base = claim.relative_to.as_deref();
                let Some((from, to)) = base.and_then(|base| Some((old.get(base)?, now.get(base)?)))
                else {
                    continue;
                };
                if claim.date.is_none() || !done.insert((place, number)) {
                    continue;
                }
                moved = true;
                let shifted = shift(claim, from.as_deref(), to.as_deref());
                if !shifted && Some(number) == lead {
                    let why = "it counts from an event that moved, but not by whole days";
                    turned.stays.insert(event.id.clone(), why);
                }
            }
        }
        if !moved {
            break;
        }
    }
}

/// Moves a claim's day as far as the day that it counts from has moved.
fn shift(claim: &mut Claim, from: Option<&str>, to: Option<&str>) -> bool {
    let day = |text: Option<&str>| {
        let bounds = Date::parse(text?).ok()?.bounds();
        bounds.is_one_day().then_some(bounds.earliest)
    };
    let (Some(own), Some(from), Some(to)) = (day(claim.date.as_deref()), day(from), day(to)) else {
        return false;
    };
    let Ok(days) = i32::try_from(to.since(from)) else {
        return false;
    };
    let moved = own.plus(days).to_string();
    // A length (`P1D`) stays what it is; a value that is the date moves with it.
    if claim.timex == claim.date {
        claim.timex = Some(moved.clone());
    }
    claim.date = Some(moved);
    true
}
