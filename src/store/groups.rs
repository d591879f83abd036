//! Events sorted into groups: by actor, kind, place, source or speaker, each a bitmap of ranks. How groups are drawn is not here.

use std::collections::HashMap;
use std::sync::Arc;

use roaring::RoaringBitmap;

use super::Store;
use super::columns::Part;
use super::index::{ActorIx, EventIx, SourceIx};
use super::order::Order;

/// What events are grouped by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum GroupBy {
    /// Who is in it: takes part, speaks of it, or is where it happened.
    #[default]
    Actor,
    /// The word for its kind.
    Kind,
    /// Where it happened.
    Place,
    /// The sources that state it.
    Source,
    /// Who speaks of it.
    Speaker,
}

impl GroupBy {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Actor,
        Self::Kind,
        Self::Place,
        Self::Source,
        Self::Speaker,
    ];

    /// Its name on the screen.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Kind => "kind",
            Self::Place => "place",
            Self::Source => "source",
            Self::Speaker => "speaker",
        }
    }
}

/// One group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GroupKey {
    /// The events of an actor.
    Actor(ActorIx),
    /// The events of a kind, by the number of its word.
    Kind(u32),
    /// The events at a place.
    Place(ActorIx),
    /// The events that a source states.
    Source(SourceIx),
    /// The events that an actor speaks of.
    Speaker(ActorIx),
    /// The events that are in no other group.
    Rest,
}

/// How an actor is in an event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Presence {
    /// It takes part.
    #[default]
    TakesPart,
    /// It is where it happened.
    Hosts,
    /// It only speaks of it.
    Speaks,
}

/// All groups of a store. They hold for the order that the store had when they were made.
#[derive(Debug, Clone, Default)]
pub struct Groups {
    by: GroupBy,
    order: Arc<Order>,
    /// The groups that the store has no bitmaps of.
    own: Vec<(GroupKey, RoaringBitmap)>,
    kinds: Vec<String>,
    rest: RoaringBitmap,
    none: RoaringBitmap,
}

impl Groups {
    /// Sorts all events of a store; `None` where what they are grouped by is only in the file: kinds and sources of a timeline
    /// too large to be kept.
    #[must_use]
    pub fn new(store: &Store, by: GroupBy) -> Option<Self> {
        let mut groups = Self {
            by,
            order: Arc::clone(store.shared_order()),
            ..Self::default()
        };
        match by {
            GroupBy::Actor => groups.by_part(store, |_| true),
            GroupBy::Speaker => groups.by_part(store, |part| part == Part::Speaks),
            GroupBy::Place => groups.by_part(store, |part| part == Part::Hosts),
            GroupBy::Kind | GroupBy::Source => groups.by_record(store)?,
        }
        Some(groups)
    }

    /// Whether they are those of this store, grouped so, as it is now.
    #[must_use]
    pub fn are_of(&self, store: &Store, by: GroupBy) -> bool {
        self.by == by && Arc::ptr_eq(&self.order, store.shared_order())
    }

    /// What they are grouped by.
    #[must_use]
    pub const fn by(&self) -> GroupBy {
        self.by
    }

    fn by_part(&mut self, store: &Store, wanted: impl Fn(Part) -> bool) {
        let mut lists: HashMap<u32, Vec<u32>> = HashMap::new();
        let mut rest = Vec::new();
        for rank in 0..self.order.len() {
            let located = self.order.event(rank);
            let located = located.and_then(|event| store.columns().locate(event));
            let involved = located.map_or(&[][..], |(chunk, place)| chunk.involved(place));
            let wanted = |one: &&super::columns::Involved| one.is_known() && wanted(one.part());
            let mut wanted = involved.iter().filter(wanted).peekable();
            if wanted.peek().is_none() {
                rest.push(rank);
            } else if self.by == GroupBy::Place {
                wanted.for_each(|one| lists.entry(one.actor()).or_default().push(rank));
            }
        }
        self.rest = bitmap(rest);
        let places = lists.into_iter();
        let places = places.map(|(actor, ranks)| (GroupKey::Place(ActorIx(actor)), bitmap(ranks)));
        self.own = places.collect();
    }

    fn by_record(&mut self, store: &Store) -> Option<()> {
        let events = &store.timeline()?.events;
        let mut lists: HashMap<GroupKey, Vec<u32>> = HashMap::new();
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        for rank in 0..self.order.len() {
            let Some(event) = self.order.event(rank).and_then(|ix| events.get(ix.at())) else {
                continue;
            };
            let mut keys: Vec<GroupKey> = match (self.by, &event.kind) {
                (GroupBy::Kind, Some(kind)) => {
                    let new = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                    let number = *numbers.entry(kind).or_insert_with(|| {
                        self.kinds.push(kind.clone());
                        new
                    });
                    vec![GroupKey::Kind(number)]
                }
                (GroupBy::Kind, None) => Vec::new(),
                _ => {
                    let sources = event.claims.iter();
                    let sources = sources.filter_map(|claim| store.find_source(&claim.source));
                    sources.map(GroupKey::Source).collect()
                }
            };
            if keys.is_empty() {
                keys.push(GroupKey::Rest);
            }
            for key in keys {
                let ranks = lists.entry(key).or_default();
                if ranks.last() != Some(&rank) {
                    ranks.push(rank);
                }
            }
        }
        self.rest = bitmap(lists.remove(&GroupKey::Rest).unwrap_or_default());
        self.own = lists
            .into_iter()
            .map(|(key, ranks)| (key, bitmap(ranks)))
            .collect();
        Some(())
    }

    /// Each group with the ranks of its events, those in none of them last. The order of the groups is not told.
    pub fn iter<'a>(
        &'a self,
        store: &'a Store,
    ) -> impl Iterator<Item = (GroupKey, &'a RoaringBitmap)> {
        let actors = match self.by {
            GroupBy::Actor | GroupBy::Speaker => store.actor_count(),
            GroupBy::Kind | GroupBy::Place | GroupBy::Source => 0,
        };
        let actors = (0..u32::try_from(actors).unwrap_or(u32::MAX)).map(ActorIx);
        let speak = self.by == GroupBy::Speaker;
        let of_actors = actors.map(move |actor| match speak {
            true => (GroupKey::Speaker(actor), store.events_of(actor, true)),
            false => (GroupKey::Actor(actor), store.events_of(actor, false)),
        });
        let own = self.own.iter().map(|(key, events)| (*key, events));
        of_actors
            .chain(own)
            .chain([(GroupKey::Rest, &self.rest)])
            .filter(|(_, events)| !events.is_empty())
    }

    /// The ranks of the events of a group.
    #[must_use]
    pub fn events<'a>(&'a self, store: &'a Store, key: GroupKey) -> &'a RoaringBitmap {
        match key {
            GroupKey::Actor(actor) => store.events_of(actor, false),
            GroupKey::Speaker(actor) => store.events_of(actor, true),
            GroupKey::Rest => &self.rest,
            key => {
                let found = self.own.iter().find(|(other, _)| *other == key);
                found.map_or(&self.none, |(_, events)| events)
            }
        }
    }

    /// What a group is called.
    #[must_use]
    pub fn name(&self, store: &Store, key: GroupKey) -> String {
        match key {
            GroupKey::Actor(actor) | GroupKey::Speaker(actor) | GroupKey::Place(actor) => {
                let actor = store.actor(actor);
                actor.map_or_else(String::new, |actor| actor.name.clone())
            }
            GroupKey::Kind(number) => {
                let kind = self.kinds.get(number as usize);
                kind.cloned().unwrap_or_default()
            }
            GroupKey::Source(source) => {
                let source = store.source(source);
                source.map_or_else(String::new, |source| {
                    // An outlet has many articles: the day tells them apart.
                    let outlet = source.publisher.as_ref().zip(source.published.as_ref());
                    let outlet = outlet.map(|(name, day)| format!("{name} {day}"));
                    let title = source.title.as_ref().or(source.publisher.as_ref());
                    outlet.unwrap_or_else(|| title.unwrap_or(&source.id).clone())
                })
            }
            GroupKey::Rest => format!("no {}", self.by.name()),
        }
    }
}

fn bitmap(ranks: Vec<u32>) -> RoaringBitmap {
    RoaringBitmap::from_sorted_iter(ranks).unwrap_or_default()
}

impl Store {
    /// Whether [`Groups::new`] can group the events so.
    #[must_use]
    pub const fn can_group(&self, by: GroupBy) -> bool {
        match by {
            GroupBy::Actor | GroupBy::Place | GroupBy::Speaker => true,
            GroupBy::Kind | GroupBy::Source => self.timeline().is_some(),
        }
    }

    /// How an actor is in an event; that it takes part counts before that it speaks.
    #[must_use]
    pub fn presence(&self, event: EventIx, actor: ActorIx) -> Presence {
        let located = self.columns.locate(event);
        let involved = located.map_or(&[][..], |(chunk, place)| chunk.involved(place));
        let has = |part: Part| {
            let mut involved = involved.iter();
            involved.any(|one| one.actor() == actor.0 && one.part() == part)
        };
        match (has(Part::Participates), has(Part::Hosts)) {
            (true, _) => Presence::TakesPart,
            (false, true) => Presence::Hosts,
            (false, false) if has(Part::Speaks) => Presence::Speaks,
            (false, false) => Presence::TakesPart,
        }
    }
}
