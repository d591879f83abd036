//! The events that a filter leaves, in the order of time and grouped by year and month. Their lines on the screen are in `rows`.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use roaring::RoaringBitmap;

use super::Store;
use super::heading::{Group, Heading};
use super::index::EventIx;
use super::mouths::Tally;
use super::order::Order;
use crate::model::Day;

/// Which ranks a view keeps.
#[derive(Debug, Clone, Default)]
enum Kept {
    /// All of them.
    #[default]
    All,
    /// Some of them.
    Some(RoaringBitmap),
}

/// The events that are left, in order. It holds for the order that the store had when it was made.
#[derive(Debug, Clone, Default)]
pub struct View {
    number: u64,
    order: Arc<Order>,
    kept: Kept,
    len: usize,
    groups: Vec<Group>,
    fullest: usize,
    tally: OnceLock<Arc<Tally>>,
}

impl View {
    /// The view of all events of a store.
    #[must_use]
    pub fn all(store: &Store) -> Self {
        let order = Arc::clone(store.shared_order());
        let mut view = Self {
            number: next_number(),
            kept: Kept::All,
            len: order.len() as usize,
            groups: order.groups().to_vec(),
            fullest: 0,
            order,
            tally: OnceLock::new(),
        };
        view.fullest = view.most_in_a_group();
        view
    }

    /// The view of the events that a filter keeps, by rank.
    #[must_use]
    pub fn new(store: &Store, kept: RoaringBitmap) -> Self {
        Self::of(Arc::clone(store.shared_order()), kept)
    }

    /// The view of ranks in an order.
    pub(crate) fn of(order: Arc<Order>, kept: RoaringBitmap) -> Self {
        let mut view = Self {
            number: next_number(),
            len: length(kept.len()),
            groups: Vec::new(),
            fullest: 0,
            order,
            tally: OnceLock::new(),
            kept: Kept::Some(kept),
        };
        view.groups = view.left_groups();
        view.fullest = view.most_in_a_group();
        view
    }

    /// A number that no other view has, so that what is drawn of one need not be worked out again; 0 for an empty one.
    #[must_use]
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// The groups of the whole order that have events left, from where they begin here.
    fn left_groups(&self) -> Vec<Group> {
        let all = self.order.groups();
        let ends = all.iter().skip(1).map(|group| group.start);
        let ends = ends.chain([self.order.len() as usize]);
        let mut left: Vec<Group> = Vec::new();
        let mut start = 0;
        for (group, end) in all.iter().zip(ends) {
            let events = self.count(rank(group.start)..rank(end));
            if events > 0 {
                if left.last().is_none_or(|last| last.heading != group.heading) {
                    left.push(Group { start, ..*group });
                }
                start += events;
            }
        }
        left
    }

    /// How many of the events have these ranks.
    pub(crate) fn count(&self, ranks: Range<u32>) -> usize {
        let end = ranks.end.min(self.order.len());
        if ranks.start >= end {
            return 0;
        }
        match &self.kept {
            Kept::All => (end - ranks.start) as usize,
            Kept::Some(kept) => length(kept.range_cardinality(ranks.start..end)),
        }
    }

    /// How many of the events begin on a day from `from` on and before `to`; `None` while the events are in the order of the
    /// file.
    #[must_use]
    pub fn count_between(&self, from: Day, to: Day) -> Option<usize> {
        let (from, to) = (self.order.first_from(from)?, self.order.first_from(to)?);
        Some(self.count(from..to))
    }

    /// The first of the events that begins on this day or later; `None` while they are in the order of the file.
    #[must_use]
    pub fn first_from(&self, day: Day) -> Option<EventIx> {
        self.at(self.before(self.order.first_from(day)?))
    }

    /// Whether the events are in the order of time.
    #[must_use]
    pub fn is_in_time(&self) -> bool {
        self.order.is_of_time()
    }

    /// The events, in the order of time.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = EventIx> {
        let (all, some) = match &self.kept {
            Kept::All => (Some(0..self.order.len()), None),
            Kept::Some(kept) => (None, Some(kept.iter())),
        };
        let ranks = all.into_iter().flatten().chain(some.into_iter().flatten());
        ranks.filter_map(|rank| self.order.event(rank))
    }

    /// The ranks that are left, where not all are.
    pub(crate) const fn kept(&self) -> Option<&RoaringBitmap> {
        match &self.kept {
            Kept::All => None,
            Kept::Some(kept) => Some(kept),
        }
    }

    /// The groups, in the order of time.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    fn most_in_a_group(&self) -> usize {
        let counts = (0..self.groups.len()).map(|group| self.count_in(group));
        counts.max().unwrap_or(0)
    }

    /// How many events a group has.
    #[must_use]
    pub fn count_in(&self, group: usize) -> usize {
        let start = |group: usize| self.groups.get(group).map(|group| group.start);
        let end = start(group + 1).unwrap_or(self.len);
        end - start(group).unwrap_or(end)
    }

    /// How many events the group has that has most.
    #[must_use]
    pub const fn fullest(&self) -> usize {
        self.fullest
    }

    /// On whom the events rest, in the store that the view was made of. Worked out once.
    #[must_use]
    pub fn tally(&self, store: &Store) -> &Tally {
        self.tally.get_or_init(|| Arc::new(Tally::new(store, self)))
    }

    /// How many events are left.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// How many events there were, left or not, when it was made.
    #[must_use]
    pub fn out_of(&self) -> usize {
        self.order.len() as usize
    }

    /// Whether no event is left.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The event at a place.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<EventIx> {
        let place = u32::try_from(place).ok()?;
        let rank = match &self.kept {
            Kept::All => place,
            Kept::Some(kept) => kept.select(place)?,
        };
        self.order.event(rank)
    }

    /// The place of an event, if it is left.
    #[must_use]
    pub fn place(&self, event: EventIx) -> Option<usize> {
        let rank = self.order.rank(event);
        match &self.kept {
            Kept::All => (rank < self.order.len()).then_some(rank as usize),
            Kept::Some(kept) => kept.contains(rank).then(|| self.before(rank)),
        }
    }

    /// How many of the events stand before one that may have been filtered out.
    #[must_use]
    pub fn places_before(&self, event: EventIx) -> usize {
        self.before(self.order.rank(event))
    }

    /// How many events stand before a rank.
    fn before(&self, rank: u32) -> usize {
        match &self.kept {
            Kept::All => rank.min(self.order.len()) as usize,
            Kept::Some(kept) => match rank.checked_sub(1) {
                Some(last) => length(kept.rank(last)),
                None => 0,
            },
        }
    }

    /// Whether an event is left.
    #[must_use]
    pub fn contains(&self, event: EventIx) -> bool {
        let rank = self.order.rank(event);
        match &self.kept {
            Kept::All => rank < self.order.len(),
            Kept::Some(kept) => kept.contains(rank),
        }
    }

    /// The event nearest to one that may have been filtered out: itself, else its neighbour in the order of time.
    #[must_use]
    pub fn nearest(&self, event: EventIx) -> Option<EventIx> {
        let rank = self.order.rank(event);
        let next = self.before(rank);
        let after = self.at(next);
        let before = next.checked_sub(1).and_then(|place| self.at(place));
        let distance = |other: &EventIx| self.order.rank(*other).abs_diff(rank);
        match (before, after) {
            (Some(before), Some(after)) if distance(&before) < distance(&after) => Some(before),
            (before, after) => after.or(before),
        }
    }

    /// How many of the events have no date: they stand last.
    #[must_use]
    pub fn undated(&self) -> usize {
        let last = self
            .groups
            .last()
            .filter(|group| group.heading == Heading::Undated);
        last.map_or(0, |group| self.len - group.start)
    }
}

fn next_number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// A count of a bitmap as a length.
fn length(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn rank(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{Claim, Timeline};

    pub(in crate::store) fn store(dates: &[Option<String>]) -> Store {
        let events = dates
            .iter()
            .enumerate()
            .map(|(place, date)| crate::model::Event {
                id: format!("e{place}"),
                claims: vec![Claim {
                    source: "s".to_owned(),
                    date: date.clone(),
                    ..Claim::default()
                }],
                ..crate::model::Event::default()
            });
        let timeline = Timeline {
            events: events.collect(),
            ..Timeline::default()
        };
        Store::new(timeline, Vec::new())
    }

    fn of(dates: &[&str]) -> Store {
        let dates: Vec<Option<String>> = dates
            .iter()
            .map(|date| (!date.is_empty()).then(|| (*date).to_owned()))
            .collect();
        store(&dates)
    }

    pub(in crate::store) fn all(store: &Store) -> View {
        View::new(store, (0..u32::try_from(store.len()).unwrap()).collect())
    }

    #[test]
    fn events_are_grouped_by_month_by_year_and_without_a_date() {
        let store = of(&[
            "2025-07-03",
            "",
            "2022",
            "2025-07",
            "[..2025-07-02]",
            "2025-01",
        ]);
        let headings: Vec<Heading> = all(&store)
            .groups()
            .iter()
            .map(|group| group.heading)
            .collect();
        assert_eq!(
            headings,
            [
                Heading::Before,
                Heading::Year(2022),
                Heading::Month(2025, 1),
                Heading::Month(2025, 7),
                Heading::Undated
            ]
        );
    }

    #[test]
    fn a_filtered_event_gives_way_to_its_nearest_neighbour() {
        let store = of(&[
            "2025-01-01",
            "2025-02-01",
            "2025-03-01",
            "2025-04-01",
            "2025-05-01",
        ]);
        let left = View::new(&store, [0, 4].into_iter().collect());
        assert_eq!(left.nearest(EventIx(0)), Some(EventIx(0)));
        assert_eq!(left.nearest(EventIx(1)), Some(EventIx(0)));
        assert_eq!(left.nearest(EventIx(3)), Some(EventIx(4)));
        assert_eq!(
            View::new(&store, RoaringBitmap::new()).nearest(EventIx(1)),
            None
        );
    }
}
