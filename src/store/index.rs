//! Positions, and which events each actor and status has, by rank in the order of the timeline.

use std::collections::HashMap;
use std::ops::Range;

use roaring::RoaringBitmap;

use super::columns::{Chunk, Columns, Facts, Involved, Mark, Part};
use super::order::Order;
use crate::model::{Review, Status};

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
    /// A source, by its number: in the order in which sources are read or first named.
    SourceIx
}
position! {
    /// An actor, by its number: in the order in which actors are read or first named.
    ActorIx
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

/// For each actor and each status a bitmap of the ranks of its events.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    any: Vec<RoaringBitmap>,
    speaks: Vec<RoaringBitmap>,
    status: [RoaringBitmap; Status::ALL.len()],
    /// Events to which claims that do not lead give dates of their own.
    more_dates: RoaringBitmap,
    none: RoaringBitmap,
    drafts: usize,
    rejected: usize,
}

impl Index {
    /// The index of all events in an order, each half made by a thread of its own.
    pub(crate) fn new(columns: &Columns, order: &Order) -> Self {
        let (middle, end) = (order.len() / 2, order.len());
        let (one, other) = std::thread::scope(|scope| {
            let one = scope.spawn(|| Lists::new(columns, order, 0..middle));
            let other = Lists::new(columns, order, middle..end);
            (one.join(), other)
        });
        // A thread that broke off is done again here, where its fault is not lost.
        let one = one.unwrap_or_else(|_| Lists::new(columns, order, 0..middle));
        one.joined(&other)
    }

    /// Adds events that have the ranks from `first` on.
    pub(crate) fn add_chunk(&mut self, first: EventIx, chunk: &Chunk) {
        for (rank, place) in (first.0..).zip(0..chunk.len()) {
            self.add(rank, chunk, place);
        }
    }

    fn add(&mut self, rank: u32, chunk: &Chunk, place: usize) {
        for involved in chunk.involved(place) {
            let actor = involved.actor() as usize;
            if self.any.len() <= actor && involved.is_known() {
                self.any.resize_with(actor + 1, RoaringBitmap::new);
                self.speaks.resize_with(actor + 1, RoaringBitmap::new);
            }
            if let Some(events) = self.any.get_mut(actor) {
                events.insert(rank);
            }
            if involved.part() == Part::Speaks
                && let Some(events) = self.speaks.get_mut(actor)
            {
                events.insert(rank);
            }
        }
        self.note(rank, chunk.facts(place));
    }

    fn note(&mut self, rank: u32, facts: Facts) {
        if let Some(events) = self.status.get_mut(status_place(facts.status())) {
            events.insert(rank);
        }
        if facts.has(Mark::MoreDates) {
            self.more_dates.insert(rank);
        }
        self.drafts += usize::from(facts.review() == Review::Draft);
        self.rejected += usize::from(facts.review() == Review::Rejected);
    }

    /// The events that an actor is in, in whatever part; only those in which it speaks with `as_speaker`.
    pub(crate) fn events_of(&self, actor: ActorIx, as_speaker: bool) -> &RoaringBitmap {
        let side = if as_speaker { &self.speaks } else { &self.any };
        side.get(actor.at()).unwrap_or(&self.none)
    }

    pub(crate) fn of_status(&self, status: Status) -> &RoaringBitmap {
        self.status.get(status_place(status)).unwrap_or(&self.none)
    }

    pub(crate) const fn more_dates(&self) -> &RoaringBitmap {
        &self.more_dates
    }

    pub(crate) const fn drafts(&self) -> usize {
        self.drafts
    }

    pub(crate) const fn rejected(&self) -> usize {
        self.rejected
    }
}

/// The ranks of events, in their order: quicker to add to than bitmaps, and larger.
#[derive(Debug, Default)]
struct Lists {
    any: Vec<Vec<u32>>,
    speaks: Vec<Vec<u32>>,
    status: [Vec<u32>; Status::ALL.len()],
    more_dates: Vec<u32>,
    drafts: usize,
    rejected: usize,
}

impl Lists {
    fn new(columns: &Columns, order: &Order, ranks: Range<u32>) -> Self {
        let mut lists = Self::default();
        for rank in ranks {
            let event = order.event(rank);
            if let Some((chunk, place)) = event.and_then(|event| columns.locate(event)) {
                lists.add(rank, chunk.involved(place));
                lists.note(rank, chunk.facts(place));
            }
        }
        lists
    }

    fn add(&mut self, rank: u32, involved: &[Involved]) {
        for one in involved.iter().filter(|one| one.is_known()) {
            let actor = one.actor() as usize;
            if self.any.len() <= actor {
                self.any.resize_with(actor + 1, Vec::new);
                self.speaks.resize_with(actor + 1, Vec::new);
            }
            push(&mut self.any, actor, rank);
            if one.part() == Part::Speaks {
                push(&mut self.speaks, actor, rank);
            }
        }
    }

    fn note(&mut self, rank: u32, facts: Facts) {
        push(&mut self.status, status_place(facts.status()), rank);
        if facts.has(Mark::MoreDates) {
            self.more_dates.push(rank);
        }
        self.drafts += usize::from(facts.review() == Review::Draft);
        self.rejected += usize::from(facts.review() == Review::Rejected);
    }

    /// The index of these events and of later ones.
    fn joined(&self, later: &Self) -> Index {
        let all = |one: &[Vec<u32>], other: &[Vec<u32>]| -> Vec<RoaringBitmap> {
            let places = 0..one.len().max(other.len());
            places
                .map(|place| bitmap(list(one, place), list(other, place)))
                .collect()
        };
        let mut status = all(&self.status, &later.status).into_iter();
        Index {
            any: all(&self.any, &later.any),
            speaks: all(&self.speaks, &later.speaks),
            status: std::array::from_fn(|_| status.next().unwrap_or_default()),
            more_dates: bitmap(&self.more_dates, &later.more_dates),
            none: RoaringBitmap::new(),
            drafts: self.drafts + later.drafts,
            rejected: self.rejected + later.rejected,
        }
    }
}

fn list(lists: &[Vec<u32>], place: usize) -> &[u32] {
    lists.get(place).map_or(&[], Vec::as_slice)
}

/// Adds a rank to a list, once.
fn push(lists: &mut [Vec<u32>], place: usize, rank: u32) {
    if let Some(ranks) = lists.get_mut(place)
        && ranks.last() != Some(&rank)
    {
        ranks.push(rank);
    }
}

/// Ranks that rise, and later ones.
fn bitmap(ranks: &[u32], later: &[u32]) -> RoaringBitmap {
    let all = ranks.iter().chain(later).copied();
    RoaringBitmap::from_sorted_iter(all).unwrap_or_default()
}

fn status_place(status: Status) -> usize {
    let mut all = Status::ALL.iter();
    all.position(|other| *other == status).unwrap_or(0)
}
