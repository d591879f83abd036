//! Which events are left: by actor, by date, by status.

use std::sync::Arc;

use roaring::RoaringBitmap;

use super::Store;
use super::beside::Cancelled;
use super::columns::Columns;
use super::index::{ActorIx, Index};
use super::order::Order;
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
        let kept = self.kept(&Filterable::of(store), &Cancelled::default());
        kept.unwrap_or_default()
    }

    /// The events that it keeps, by rank; `None` if it was cancelled.
    pub(crate) fn kept(&self, all: &Filterable, cancelled: &Cancelled) -> Option<RoaringBitmap> {
        let mut kept = self.included(all);
        if !self.statuses.is_empty() {
            let mut of = RoaringBitmap::new();
            for status in &self.statuses {
                of |= all.index.of_status(*status);
            }
            narrow(&mut kept, of);
        }
        if let Some(dates) = self.dates {
            narrow(&mut kept, touching(all, &dates, cancelled)?);
        }
        let mut kept = kept.unwrap_or_else(|| everything(all));
        let excluded = self.actors.iter().filter(|term| term.side == Side::Exclude);
        for term in excluded {
            kept -= all.index.events_of(term.actor, term.as_speaker);
        }
        (!cancelled.is_set()).then_some(kept)
    }

    /// The events of the included actors; `None` if there are none.
    fn included(&self, all: &Filterable) -> Option<RoaringBitmap> {
        let terms = self.actors.iter().filter(|term| term.side == Side::Include);
        let of = |term: &ActorTerm| all.index.events_of(term.actor, term.as_speaker);
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

/// What filters look at, shared so that another thread can look at it too.
#[derive(Debug)]
pub(crate) struct Filterable {
    columns: Columns,
    index: Arc<Index>,
    pub(crate) order: Arc<Order>,
}

impl Filterable {
    /// That of a store as it is now.
    pub(crate) fn of(store: &Store) -> Self {
        Self {
            columns: store.columns().clone(),
            index: Arc::clone(store.shared_index()),
            order: Arc::clone(store.shared_order()),
        }
    }
}

fn everything(all: &Filterable) -> RoaringBitmap {
    let mut ranks = RoaringBitmap::new();
    ranks.insert_range(0..all.columns.len());
    ranks
}

/// The ranks of events of which some claim's date touches these days; `None` if it was cancelled.
fn touching(all: &Filterable, days: &Bounds, cancelled: &Cancelled) -> Option<RoaringBitmap> {
    let mut kept = match all.order.touching(days) {
        Some(ranks) => ranks,
        None => touching_in_file(all, days),
    };
    for rank in all.index.more_dates() {
        if cancelled.is_set() {
            return None;
        }
        let event = all.order.event(rank);
        let located = event.and_then(|event| all.columns.locate(event));
        let dates = located.map(|(chunk, place)| chunk.claim_dates(place));
        let mut dates = dates.iter().flatten();
        if dates.any(|date| date.bounds().overlaps(days)) {
            kept.insert(rank);
        }
    }
    Some(kept)
}

fn touching_in_file(all: &Filterable, days: &Bounds) -> RoaringBitmap {
    let mut kept = RoaringBitmap::new();
    for (first, chunk) in all.columns.iter() {
        let touches = |place: &usize| {
            let bounds = chunk.bounds(*place);
            bounds.is_some_and(|bounds| bounds.overlaps(days))
        };
        let places = (0..chunk.len()).filter(touches);
        kept.extend(places.filter_map(|place| Some(first.0 + u32::try_from(place).ok()?)));
    }
    kept
}
