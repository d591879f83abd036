//! Which events are left: by actor, by date, by status.

use roaring::RoaringBitmap;

use super::Store;
use super::index::{ActorIx, EventIx};
use super::view::View;
use crate::model::{Bounds, Status};

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
    /// Keep events that have one of these; all if there are none.
    pub statuses: Vec<Status>,
}

impl Filter {
    /// Whether it keeps everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty() && self.dates.is_none() && self.statuses.is_empty()
    }

    /// The view of the events that it keeps.
    #[must_use]
    pub fn view(&self, store: &Store) -> View {
        match self.is_empty() {
            true => View::all(store),
            false => View::new(store, self.apply(store)),
        }
    }

    /// The events that it keeps, by rank.
    #[must_use]
    pub fn apply(&self, store: &Store) -> RoaringBitmap {
        let mut kept = self.included(store);
        if !self.statuses.is_empty() {
            let mut of = RoaringBitmap::new();
            for status in &self.statuses {
                of |= store.index().of_status(*status);
            }
            narrow(&mut kept, of);
        }
        if let Some(dates) = self.dates {
            narrow(&mut kept, touching(store, &dates));
        }
        let mut kept = kept.unwrap_or_else(|| everything(store));
        let excluded = self.actors.iter().filter(|term| term.side == Side::Exclude);
        excluded.for_each(|term| kept -= store.events_of(term.actor, term.as_speaker));
        kept
    }

    /// The events of the included actors; `None` if there are none.
    fn included(&self, store: &Store) -> Option<RoaringBitmap> {
        let terms = self.actors.iter().filter(|term| term.side == Side::Include);
        let of = |term: &ActorTerm| store.events_of(term.actor, term.as_speaker);
        let mut kept: Option<RoaringBitmap> = None;
        for term in terms {
            match &mut kept {
                None => kept = Some(of(term).clone()),
                Some(kept) if self.any => *kept |= of(term),
                Some(kept) => *kept &= of(term),
            }
        }
        kept
    }
}

fn narrow(kept: &mut Option<RoaringBitmap>, by: RoaringBitmap) {
    match kept {
        None => *kept = Some(by),
        Some(kept) => *kept &= by,
    }
}

fn everything(store: &Store) -> RoaringBitmap {
    let mut all = RoaringBitmap::new();
    all.insert_range(0..u32::try_from(store.len()).unwrap_or(u32::MAX));
    all
}

/// The ranks of events of which some claim's date touches these days.
fn touching(store: &Store, days: &Bounds) -> RoaringBitmap {
    let mut kept = match store.shared_order().touching(days) {
        Some(ranks) => ranks.collect(),
        None => touching_in_file(store, days),
    };
    for rank in store.index().more_dates() {
        let event = store.shared_order().event(rank);
        let dates = event.map(|event| store.claim_dates(event));
        let mut dates = dates.iter().flatten();
        if dates.any(|date| date.bounds().overlaps(days)) {
            kept.insert(rank);
        }
    }
    kept
}

fn touching_in_file(store: &Store, days: &Bounds) -> RoaringBitmap {
    let touches = |event: &EventIx| {
        let bounds = store.bounds(*event);
        bounds.is_some_and(|bounds| bounds.overlaps(days))
    };
    let all = (0..u32::try_from(store.len()).unwrap_or(u32::MAX)).map(EventIx);
    all.filter(touches).map(|event| event.0).collect()
}
