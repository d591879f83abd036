//! A timeline built anew, merged into the one that a person has worked on. Whatever the person made or decided stays as it is.

use std::collections::{HashMap, HashSet};

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
    let touched: Vec<bool> = (0..)
        .zip(&old.events)
        .map(|(place, event)| !is_untouched(event) || remarked.contains(&place))
        .collect();
    let kept: Vec<&Event> = old
        .events
        .iter()
        .zip(&touched)
        .filter_map(|(event, touched)| touched.then_some(event))
        .collect();
    let matches = matches(old, &fresh, reread);
    let mut names = names(old, &fresh, &matches);
    let by_old: HashMap<usize, usize> = matches.iter().map(|(old, new)| (*old, *new)).collect();
    let consumed: HashSet<usize> = by_old.values().copied().collect();
    let read: HashSet<&str> = reread.iter().map(|source| source.old.as_str()).collect();
    let pinned = pinned(&kept);
    let mut fresh_events = fresh.events;
    fresh_events
        .iter_mut()
        .for_each(|event| rename(event, &mut names));
    unseat_mains(&kept, reread, &mut fresh_events);
    let fates: Vec<Fate> = (0..)
        .zip(old.events.iter().zip(&touched))
        .map(|(place, (event, touched))| {
            let was_read = event
                .claims
                .iter()
                .any(|claim| read.contains(claim.source.as_str()));
            let new = by_old.get(&place).and_then(|new| fresh_events.get(*new));
            match new {
                _ if *touched || !was_read => Fate::Kept,
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
        let known: HashSet<String> = events.iter().map(|event| event.id.clone()).collect();
        let mut place = 0;
        for fate in &mut self.fates {
            if let Fate::Refreshed(new) = fate {
                settle(&mut events, place, &known);
                **new = events.get(place).cloned().unwrap_or_default();
            }
            place += usize::from(*fate != Fate::Dropped);
        }
        for place in first_new..events.len() {
            settle(&mut events, place, &known);
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

/// Cuts what an event of ours counts from where that is gone or leads back to it, and signs it.
fn settle(events: &mut [Event], place: usize, known: &HashSet<String>) {
    let circular = leads_back(events, place);
    let Some(event) = events.get_mut(place) else {
        return;
    };
    for claim in &mut event.claims {
        let lost = claim
            .relative_to
            .as_ref()
            .is_some_and(|base| base != PUBLISHED && !known.contains(base));
        if circular || lost {
            claim.relative_to = None;
        }
    }
    sign(event);
}

fn leads_back(events: &[Event], place: usize) -> bool {
    let Some(start) = events.get(place) else {
        return false;
    };
    let base = |event: &Event| event.leading_claim()?.relative_to.clone();
    let mut at = base(start);
    for _ in 0..events.len() {
        match at {
            Some(id) if id == start.id => return true,
            Some(id) => at = events.iter().find(|event| event.id == id).and_then(base),
            None => return false,
        }
    }
    false
}

/// Which old event is which new one.
fn matches(old: &Timeline, fresh: &Timeline, reread: &[Reread]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for source in reread {
        let of = |timeline: &Timeline, id: &str| -> Vec<usize> {
            let has = |event: &Event| event.claims.iter().any(|claim| claim.source == id);
            let all = timeline.events.iter().enumerate();
            all.filter(|(_, event)| has(event))
                .map(|(place, _)| place)
                .collect()
        };
        let olds: Vec<usize> = of(old, &source.old);
        let news: Vec<usize> = of(fresh, &source.new);
        let events = |timeline: &'_ Timeline, places: &[usize]| -> Vec<Event> {
            let all = places
                .iter()
                .filter_map(|place| timeline.events.get(*place));
            all.cloned().collect()
        };
        let (old_events, new_events) = (events(old, &olds), events(fresh, &news));
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

fn rename(event: &mut Event, names: &mut HashMap<String, String>) {
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
    let mut used = HashSet::new();
    for event in events {
        used.extend(event.place.clone());
        used.extend(event.actors.iter().map(|part| part.id.clone()));
        for claim in &event.claims {
            used.extend(claim.said_by.clone());
            used.extend(claim.relaying.clone());
            used.extend(
                claim
                    .anchors
                    .iter()
                    .filter_map(|anchor| anchor.speaker.clone()),
            );
        }
    }
    used
}
