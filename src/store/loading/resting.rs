//! Events that rest on an inferred publication date, where that cannot be told when they are read: their source comes later, or
//! their date counts from another event. The others are marked in their chunks.

use std::collections::{HashMap, HashSet};

use super::super::columns::{Columns, Mark};
use super::super::index::EventIx;
use super::super::records::Sources;

/// What is left open.
#[derive(Debug, Default)]
pub(super) struct Resting {
    /// Events that count from the publication dates of sources, by number, that have no record yet.
    waiting: Vec<(EventIx, u32)>,
    /// Of those, the events that turned out to rest on an inferred date.
    known: HashSet<EventIx>,
    /// Events that count from the event with an id.
    counting: Vec<(EventIx, String)>,
}

impl Resting {
    /// An event counts from the publication date of a source that has no record yet.
    pub(super) fn wait_for(&mut self, event: EventIx, source: u32) {
        self.waiting.push((event, source));
    }

    /// An event counts from the event with an id.
    pub(super) fn count_from(&mut self, event: EventIx, other: String) {
        self.counting.push((event, other));
    }

    /// The events whose sources have come by now, with a date that was inferred.
    pub(super) fn known(&mut self, sources: &Sources) -> Vec<EventIx> {
        let mut known = Vec::new();
        self.waiting
            .retain(|(event, source)| match sources.placed(*source) {
                None => true,
                Some(placed) => {
                    known.extend(placed.published_inferred.then_some(*event));
                    false
                }
            });
        self.known.extend(&known);
        known
    }

    /// The events that count from those that rest on an inferred date, over any number of steps.
    pub(super) fn by_events(&self, columns: &Columns) -> Vec<EventIx> {
        let mut followers: HashMap<&str, Vec<EventIx>> = HashMap::new();
        for (event, other) in &self.counting {
            followers.entry(other).or_default().push(*event);
        }
        if followers.is_empty() {
            return Vec::new();
        }
        let mut due: Vec<EventIx> = Vec::new();
        // Of two events with one id the first is meant.
        let mut met: HashSet<&str> = HashSet::new();
        let mut ids: HashMap<EventIx, &str> = HashMap::new();
        for (first, chunk) in columns.iter() {
            for (event, place) in (first.0..).map(EventIx).zip(0..chunk.len()) {
                let Some((id, _)) = followers.get_key_value(chunk.id(place)) else {
                    continue;
                };
                if met.insert(id) {
                    ids.insert(event, id);
                    let rests = chunk.facts(place).has(Mark::Inferred);
                    due.extend((rests || self.known.contains(&event)).then_some(event));
                }
            }
        }
        let mut found = Vec::new();
        while let Some(event) = due.pop() {
            let id = ids.remove(&event);
            let next = id.and_then(|id| followers.get(id)).into_iter().flatten();
            found.extend(next.clone().copied());
            due.extend(next);
        }
        found
    }
}
