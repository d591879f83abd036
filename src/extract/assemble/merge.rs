//! A timeline built anew, merged into the one that a person has worked on. Whatever the person made or decided stays as it is.

use std::collections::{HashMap, HashSet};

use super::actor_ids;
use super::fingerprint::{is_untouched, sign};
use super::ids::free;
use super::same::{By, Side, pairs};
use crate::model::{Actor, Event, PUBLISHED, Source, Timeline};

/// What becomes of an event that was there.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// It stays as it is: a person reviewed or changed it, or the article it is of was not read again.
    Kept,
    /// It was a draft that nobody had touched, and this is how it reads now; it may be the same.
    Refreshed(Box<Event>),
    /// It was a draft that nobody had touched, and the article does not give it any more.
    Dropped,
}

/// A source that was there and was read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reread {
    /// Its id in the timeline that was there.
    pub old: String,
    /// Its id in the new one: another one if its text has changed.
    pub new: String,
}

/// What a merge comes to.
#[derive(Debug, Default)]
pub struct Merged {
    /// The whole timeline.
    pub timeline: Timeline,
    /// For each event that was there, in its order.
    pub fates: Vec<Fate>,
    /// New sources; they are the last of the timeline.
    pub sources: Vec<Source>,
    /// New actors; they are the last of the timeline.
    pub actors: Vec<Actor>,
    /// New events; they are the last of the timeline.
    pub events: Vec<Event>,
}

/// Merges a timeline into one that was there. `fresh` was made beside the actors of `old`; a source of it that `reread` names
/// with the same id on both sides has the text that it had. `remarked` holds the places of events that a person has left
/// remarks in which the model does not know, as the comments of a file: they count as changed.
#[must_use]
pub fn merge(
    old: &Timeline,
    fresh: Timeline,
    reread: &[Reread],
    remarked: &HashSet<usize>,
) -> Merged {
    let read: HashSet<&str> = reread.iter().map(|source| source.old.as_str()).collect();
    let is_read = |event: &Event| {
        let mut claims = event.claims.iter();
        claims.any(|claim| read.contains(claim.source.as_str()))
    };
    let stays: Vec<bool> = (0..)
        .zip(&old.events)
        .map(|(place, event)| !is_read(event) || remarked.contains(&place) || !is_untouched(event))
        .collect();
    let kept: Vec<&Event> = old
        .events
        .iter()
        .zip(&stays)
        .filter_map(|(event, stays)| stays.then_some(event))
        .collect();
    let matches = matches(old, &fresh, reread);
    let names = names(old, &fresh, &matches);
    let by_old: HashMap<usize, usize> = matches.iter().map(|(old, new)| (*old, *new)).collect();
    let consumed: HashSet<usize> = by_old.values().copied().collect();
    let pinned = pinned(&kept);
    let mut fresh_events = fresh.events;
    fresh_events
        .iter_mut()
        .for_each(|event| rename(event, &names));
    unseat_mains(&kept, reread, &mut fresh_events);
    let fates: Vec<Fate> = (0..)
        .zip(old.events.iter().zip(&stays))
        .map(|(place, (event, stays))| {
            let new = by_old.get(&place).and_then(|new| fresh_events.get(*new));
            match new {
                _ if *stays => Fate::Kept,
                Some(new) => Fate::Refreshed(Box::new(new.clone())),
                None if pinned.contains(event.id.as_str()) => Fate::Kept,
                None => Fate::Dropped,
            }
        })
        .collect();
    let added = (0..).zip(fresh_events);
    let added = added.filter(|(place, _)| !consumed.contains(place));
    let merged = Merged {
        events: added.map(|(_, event)| event).collect(),
        sources: new_sources(old, fresh.sources),
        actors: fresh.actors,
        timeline: old.clone(),
        fates,
    };
    merged.complete(old)
}

impl Merged {
    /// Puts the timeline together: circles cut, drafts signed, actors that nobody needs left out.
    fn complete(mut self, old: &Timeline) -> Self {
        let mut events: Vec<Event> = Vec::new();
        for (event, fate) in old.events.iter().zip(&self.fates) {
            match fate {
                Fate::Kept => events.push(event.clone()),
                Fate::Refreshed(new) => events.push((**new).clone()),
                Fate::Dropped => {}
            }
        }
        let first_new = events.len();
        events.append(&mut self.events);
        let mut bases: HashMap<String, Option<String>> = events
            .iter()
            .map(|event| (event.id.clone(), base(event)))
            .collect();
        let mut place = 0;
        for fate in &mut self.fates {
            if let (Fate::Refreshed(new), Some(event)) = (&mut *fate, events.get_mut(place)) {
                settle(event, &mut bases);
                **new = event.clone();
            }
            place += usize::from(*fate != Fate::Dropped);
        }
        for event in events.iter_mut().skip(first_new) {
            settle(event, &mut bases);
        }
        self.events = events.get(first_new..).unwrap_or_default().to_vec();
        let used = used_actors(&events);
        self.actors.retain(|actor| used.contains(actor.id.as_str()));
        self.timeline.sources.extend(self.sources.iter().cloned());
        self.timeline.actors.extend(self.actors.iter().cloned());
        self.timeline.events = events;
        self
    }
}

/// What an event's date counts from.
fn base(event: &Event) -> Option<String> {
    event.leading_claim()?.relative_to.clone()
}

/// Cuts what an event of ours counts from where that is gone or leads back to it, and signs it. `bases` holds what each event
/// counts from, by its id.
fn settle(event: &mut Event, bases: &mut HashMap<String, Option<String>>) {
    let circular = leads_back(&event.id, bases);
    for claim in &mut event.claims {
        let lost = claim
            .relative_to
            .as_ref()
            .is_some_and(|base| base != PUBLISHED && !bases.contains_key(base));
        if circular || lost {
            claim.relative_to = None;
        }
    }
    bases.insert(event.id.clone(), base(event));
    sign(event);
}

fn leads_back(id: &str, bases: &HashMap<String, Option<String>>) -> bool {
    let next = |id: &str| bases.get(id).and_then(Option::as_deref);
    let mut at = next(id);
    // Nobody counts through more events; a circle of others is not ours to cut.
    for _ in 0..bases.len().min(1000) {
        match at {
            Some(base) if base == id => return true,
            Some(base) => at = next(base),
            None => return false,
        }
    }
    false
}

/// Which old event is which new one.
fn matches(old: &Timeline, fresh: &Timeline, reread: &[Reread]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let (old_of, new_of) = (by_source(old), by_source(fresh));
    let none = Vec::new();
    for source in reread {
        let olds = old_of.get(source.old.as_str()).unwrap_or(&none);
        let news = new_of.get(source.new.as_str()).unwrap_or(&none);
        let events = |timeline: &'_ Timeline, places: &[usize]| -> Vec<Event> {
            let all = places
                .iter()
                .filter_map(|place| timeline.events.get(*place));
            all.cloned().collect()
        };
        let (old_events, new_events) = (events(old, olds), events(fresh, news));
        let by = match source.old == source.new {
            true => By::Place,
            false => By::Words,
        };
        let pairs = pairs(
            Side {
                events: &old_events.iter().collect::<Vec<_>>(),
                source: &source.old,
            },
            Side {
                events: &new_events.iter().collect::<Vec<_>>(),
                source: &source.new,
            },
            by,
        );
        for (one, other) in pairs {
            let (Some(one), Some(other)) = (olds.get(one), news.get(other)) else {
                continue;
            };
            // An event of several sources is one event, and so is the new one of each of them.
            let is_free =
                |(old, new): &(usize, usize)| new != other && (old != one || by == By::Place);
            if found.iter().all(is_free) {
                found.push((*one, *other));
            }
        }
    }
    found
}

/// The places of the events that each source has claims of.
fn by_source(timeline: &Timeline) -> HashMap<&str, Vec<usize>> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, event) in timeline.events.iter().enumerate() {
        for claim in &event.claims {
            let of_source = places.entry(&claim.source).or_default();
            if of_source.last() != Some(&place) {
                of_source.push(place);
            }
        }
    }
    places
}

/// What the new events are called from now on: as the old ones that they are, else by a name that is free.
fn names(old: &Timeline, fresh: &Timeline, matches: &[(usize, usize)]) -> HashMap<String, String> {
    let mut taken: HashSet<String> = old.events.iter().map(|event| event.id.clone()).collect();
    let mut names = HashMap::new();
    for (one, other) in matches {
        if let (Some(old), Some(new)) = (old.events.get(*one), fresh.events.get(*other)) {
            names.insert(new.id.clone(), old.id.clone());
        }
    }
    for event in &fresh.events {
        if !names.contains_key(&event.id) {
            let id = free(&event.id, "event", &mut taken);
            names.insert(event.id.clone(), id);
        }
    }
    names
}

fn rename(event: &mut Event, names: &HashMap<String, String>) {
    if let Some(name) = names.get(&event.id) {
        event.id.clone_from(name);
    }
    for claim in &mut event.claims {
        if let Some(base) = &mut claim.relative_to
            && let Some(name) = names.get(base)
        {
            base.clone_from(name);
        }
    }
}

/// The events that something which stays counts from.
fn pinned<'a>(kept: &[&'a Event]) -> HashSet<&'a str> {
    let claims = kept.iter().flat_map(|event| &event.claims);
    claims
        .filter_map(|claim| claim.relative_to.as_deref())
        .collect()
}

/// Where a person's event is the main one of a source, no draft of that source is.
fn unseat_mains(kept: &[&Event], reread: &[Reread], fresh: &mut [Event]) {
    let mains = kept.iter().filter(|event| event.main);
    let claims = mains.flat_map(|event| &event.claims);
    let seated: HashSet<&str> = claims.map(|claim| claim.source.as_str()).collect();
    let of_seated = |source: &str| {
        let mut read = reread.iter();
        read.any(|read| read.new == source && seated.contains(read.old.as_str()))
    };
    for event in fresh {
        event.main &= !event.claims.iter().any(|claim| of_seated(&claim.source));
    }
}

fn new_sources(old: &Timeline, fresh: Vec<Source>) -> Vec<Source> {
    let is_new = |source: &Source| old.sources.iter().all(|known| known.id != source.id);
    fresh.into_iter().filter(is_new).collect()
}

fn used_actors(events: &[Event]) -> HashSet<String> {
    let ids = events.iter().flat_map(actor_ids);
    ids.map(str::to_owned).collect()
}
