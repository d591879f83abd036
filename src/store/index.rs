//! Positions, the order of time, and which events each actor is in.

use std::collections::HashMap;

use roaring::RoaringBitmap;

use super::anchors::Resolved;
use crate::model::{Claim, Date, Event, SortKey, Timeline};

macro_rules! position {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl $name {
            /// As an index into a slice.
            #[must_use]
            pub const fn at(self) -> usize {
                self.0 as usize
            }
        }
    };
}

position! {
    /// An event, by its position in the file: it stays with the event whatever is filtered or sorted.
    EventIx
}
position! {
    /// A source, by its position in the file.
    SourceIx
}
position! {
    /// An actor, by its position in the file.
    ActorIx
}

/// The dates of one event's claims.
#[derive(Debug)]
pub(super) struct Dates {
    /// The leading claim's.
    pub(super) leading: Option<Date>,
    /// Every claim's, those with the same bounds once; the leading one's first.
    pub(super) claims: Vec<Date>,
}

impl Dates {
    pub(super) fn new(event: &Event) -> Self {
        let parse = |claim: &Claim| Date::parse(claim.date.as_deref()?).ok();
        let leading = event.leading_claim().and_then(parse);
        let mut claims: Vec<Date> = leading.iter().cloned().collect();
        for date in event.claims.iter().filter_map(parse) {
            if claims.iter().all(|other| other.bounds() != date.bounds()) {
                claims.push(date);
            }
        }
        Self { leading, claims }
    }
}

/// Events by lower bound, upper bound, first anchor and position in the file.
pub(super) fn order(dates: &[Dates], resolved: &[Resolved]) -> Vec<EventIx> {
    let mut keyed: Vec<(SortKey, EventIx)> = (0..)
        .map(EventIx)
        .zip(dates.iter().zip(resolved))
        .map(|(event, (dates, resolved))| {
            let bounds = dates.leading.as_ref().map(Date::bounds);
            (SortKey::new(bounds, resolved.first_anchor), event)
        })
        .collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, event)| event).collect()
}

/// The position of each id; the first wins where one stands twice.
pub(super) fn positions<'a, Ix>(
    ids: impl Iterator<Item = &'a String>,
    position: impl Fn(u32) -> Ix,
) -> HashMap<String, Ix> {
    let mut map = HashMap::new();
    for (place, id) in (0..).zip(ids) {
        map.entry(id.clone()).or_insert_with(|| position(place));
    }
    map
}

/// For each actor a bitmap of its events, and one of those in which it speaks.
#[derive(Debug)]
pub(super) struct ActorIndex {
    ids: HashMap<String, ActorIx>,
    any: Vec<RoaringBitmap>,
    speaks: Vec<RoaringBitmap>,
    none: RoaringBitmap,
}

impl ActorIndex {
    pub(super) fn new(timeline: &Timeline) -> Self {
        let mut index = Self {
            ids: positions(timeline.actors.iter().map(|actor| &actor.id), ActorIx),
            any: vec![RoaringBitmap::new(); timeline.actors.len()],
            speaks: vec![RoaringBitmap::new(); timeline.actors.len()],
            none: RoaringBitmap::new(),
        };
        for (place, event) in (0..).zip(&timeline.events) {
            index.add(place, event);
        }
        index
    }

    fn add(&mut self, place: u32, event: &Event) {
        let parts = event.actors.iter().map(|part| part.id.as_str());
        for id in parts.chain(event.place.as_deref()) {
            if let Some(events) = self
                .by_id(id)
                .and_then(|actor| self.any.get_mut(actor.at()))
            {
                events.insert(place);
            }
        }
        for claim in &event.claims {
            let quoted = claim
                .anchors
                .iter()
                .filter_map(|anchor| anchor.speaker.as_deref());
            let said = [claim.said_by.as_deref(), claim.relaying.as_deref()];
            for id in quoted.chain(said.into_iter().flatten()) {
                let Some(actor) = self.by_id(id) else {
                    continue;
                };
                for events in [
                    self.any.get_mut(actor.at()),
                    self.speaks.get_mut(actor.at()),
                ] {
                    events.map(|events| events.insert(place));
                }
            }
        }
    }

    pub(super) fn by_id(&self, id: &str) -> Option<ActorIx> {
        self.ids.get(id).copied()
    }

    pub(super) fn named(&self, timeline: &Timeline, text: &str) -> Vec<ActorIx> {
        let wanted = text.to_lowercase();
        (0..)
            .map(ActorIx)
            .zip(&timeline.actors)
            .filter(|(_, actor)| {
                let aliases = actor.aliases.iter().map(String::as_str);
                let mut names = [actor.id.as_str(), &actor.name].into_iter().chain(aliases);
                names.any(|name| name.to_lowercase() == wanted)
            })
            .map(|(place, _)| place)
            .collect()
    }

    pub(super) fn events(&self, actor: ActorIx, as_speaker: bool) -> &RoaringBitmap {
        let side = if as_speaker { &self.speaks } else { &self.any };
        side.get(actor.at()).unwrap_or(&self.none)
    }
}
