//! Which events are left: by actor, by date.

use roaring::RoaringBitmap;

use super::Store;
use super::index::{ActorIx, EventIx};
use crate::model::Bounds;

/// Whether an actor is asked for or ruled out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Keep its events.
    Include,
    /// Leave them out.
    Exclude,
}

/// One actor in a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ActorTerm {
    /// Who.
    pub actor: ActorIx,
    /// Asked for or ruled out.
    pub side: Side,
    /// Only the events in which it speaks.
    pub as_speaker: bool,
}

/// A filter; the default keeps everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The actors, in the order in which they were chosen.
    pub actors: Vec<ActorTerm>,
    /// Of several included actors one is enough; otherwise all must be there.
    pub any: bool,
    /// Keep events of which some claim's date touches these days.
    pub dates: Option<Bounds>,
}

impl Filter {
    /// Whether it keeps everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty() && self.dates.is_none()
    }

    /// The events that it keeps, by position.
    #[must_use]
    pub fn apply(&self, store: &Store) -> RoaringBitmap {
        let mut kept = self.apply_dates(store);
        let of = |term: &ActorTerm| store.events_of(term.actor, term.as_speaker);
        let mut included = self
            .actors
            .iter()
            .filter(|term| term.side == Side::Include)
            .peekable();
        if self.any && included.peek().is_some() {
            kept &= included
                .map(of)
                .fold(RoaringBitmap::new(), |all, events| all | events);
        } else {
            included.for_each(|term| kept &= of(term));
        }
        let excluded = self.actors.iter().filter(|term| term.side == Side::Exclude);
        excluded.for_each(|term| kept -= of(term));
        kept
    }

    fn apply_dates(&self, store: &Store) -> RoaringBitmap {
        let all = 0..u32::try_from(store.len()).unwrap_or(u32::MAX);
        let Some(dates) = self.dates else {
            return all.collect();
        };
        all.filter(|event| {
            let claims = store.claim_dates(EventIx(*event));
            claims.iter().any(|date| date.bounds().overlaps(&dates))
        })
        .collect()
    }
}
