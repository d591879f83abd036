//! The events that a filter leaves, in the order of time and grouped by year and month: the rows of the timeline.

use roaring::RoaringBitmap;

use super::Store;
use super::index::EventIx;
use crate::model::Bounds;

/// What stands above a run of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heading {
    /// Events that nothing limits towards the past.
    Before,
    /// Events known by their year, or that begin some time in it.
    Year(i32),
    /// Events that begin in a month (1–12) of a year.
    Month(i32, u32),
    /// Events without any date.
    Undated,
}

/// A run of events under one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// What stands above them.
    pub heading: Heading,
    /// Place of the first one among the view's events.
    pub start: usize,
}

/// What one line of the timeline shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A heading, by the group's place.
    Heading(usize),
    /// A line of an event.
    Event {
        /// The event's place in the view.
        place: usize,
        /// Which of the event's lines, from 0.
        line: usize,
    },
}

/// The events that are left, in order.
#[derive(Debug, Clone, Default)]
pub struct View {
    events: Vec<EventIx>,
    groups: Vec<Group>,
    ranks: Vec<u32>,
}

impl View {
    /// The view of these events of a store.
    #[must_use]
    pub fn new(store: &Store, kept: &RoaringBitmap) -> Self {
        let order = store.order().iter().copied();
        let events: Vec<EventIx> = order.filter(|event| kept.contains(event.0)).collect();
        let mut groups: Vec<Group> = Vec::new();
        for (start, event) in events.iter().enumerate() {
            let heading = heading(store.bounds(*event));
            if groups.last().is_none_or(|group| group.heading != heading) {
                groups.push(Group { heading, start });
            }
        }
        let ranks = events.iter().map(|event| store.rank_of(*event)).collect();
        Self {
            events,
            groups,
            ranks,
        }
    }

    /// The events, in the order of time.
    #[must_use]
    pub fn events(&self) -> &[EventIx] {
        &self.events
    }

    /// The groups, in the order of time.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// How many events are left.
    #[must_use]
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether no event is left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The event at a place.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<EventIx> {
        self.events.get(place).copied()
    }

    /// The place of an event, if it is left.
    #[must_use]
    pub fn place(&self, store: &Store, event: EventIx) -> Option<usize> {
        self.ranks.binary_search(&store.rank_of(event)).ok()
    }

    /// Whether an event is left.
    #[must_use]
    pub fn contains(&self, store: &Store, event: EventIx) -> bool {
        self.place(store, event).is_some()
    }

    /// The event nearest to one that may have been filtered out: itself, else its neighbour in the order of time.
    #[must_use]
    pub fn nearest(&self, store: &Store, event: EventIx) -> Option<EventIx> {
        let rank = store.rank_of(event);
        let next = self.ranks.partition_point(|other| *other < rank);
        let after = self.at(next);
        let before = next.checked_sub(1).and_then(|place| self.at(place));
        let distance = |other: &EventIx| store.rank_of(*other).abs_diff(rank);
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
        last.map_or(0, |group| self.events.len() - group.start)
    }

    /// The group that the event at a place stands in.
    #[must_use]
    pub fn group_of(&self, place: usize) -> Option<usize> {
        self.groups
            .partition_point(|group| group.start <= place)
            .checked_sub(1)
    }

    /// How many lines the timeline has: one for each heading, `height` for each event.
    #[must_use]
    pub fn line_count(&self, height: usize) -> usize {
        self.events.len() * height + self.groups.len()
    }

    /// The first line of the event at a place.
    #[must_use]
    pub fn line_of(&self, place: usize, height: usize) -> usize {
        place * height + self.group_of(place).map_or(0, |group| group + 1)
    }

    /// What stands in a line.
    #[must_use]
    pub fn line(&self, line: usize, height: usize) -> Option<Row> {
        // The heading of group g stands in line start(g) × height + g.
        let heading_line = |group: usize| Some(self.groups.get(group)?.start * height + group);
        let (mut low, mut high) = (0, self.groups.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if heading_line(middle).is_some_and(|heading| heading <= line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let group = low.checked_sub(1)?;
        if line == heading_line(group)? {
            return Some(Row::Heading(group));
        }
        let place = (line - low) / height.max(1);
        (place < self.events.len()).then_some(Row::Event {
            place,
            line: (line - low) % height.max(1),
        })
    }
}

fn heading(bounds: Option<Bounds>) -> Heading {
    let Some(bounds) = bounds else {
        return Heading::Undated;
    };
    let Some((year, month, _)) = bounds.earliest.ymd() else {
        return Heading::Before;
    };
    let whole_year = bounds
        .latest
        .ymd()
        .is_none_or(|(last_year, last_month, _)| {
            bounds.starts_open() || last_year != year || last_month != month
        });
    let first_of_year = month == 1 && bounds.earliest.ymd().is_some_and(|(.., day)| day == 1);
    if whole_year && first_of_year {
        Heading::Year(year)
    } else {
        Heading::Month(year, month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Claim, Timeline};
    use proptest::prelude::*;

    fn store(dates: &[Option<String>]) -> Store {
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

    fn all(store: &Store) -> View {
        View::new(store, &(0..u32::try_from(store.len()).unwrap()).collect())
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
        let left = View::new(&store, &[0, 4].into_iter().collect());
        assert_eq!(left.nearest(&store, EventIx(0)), Some(EventIx(0)));
        assert_eq!(left.nearest(&store, EventIx(1)), Some(EventIx(0)));
        assert_eq!(left.nearest(&store, EventIx(3)), Some(EventIx(4)));
        assert_eq!(
            View::new(&store, &RoaringBitmap::new()).nearest(&store, EventIx(1)),
            None
        );
    }

    proptest! {
        #[test]
        fn every_line_shows_a_heading_or_an_event_and_every_event_stands_where_it_says(
            months in proptest::collection::vec(proptest::option::of(1..12_u32), 0..40),
            height in 1..4_usize,
        ) {
            let dates: Vec<Option<String>> =
                months.iter().map(|month| month.map(|month| format!("2025-{month:02}-15"))).collect();
            let store = store(&dates);
            let view = all(&store);
            for line in 0..view.line_count(height) {
                prop_assert!(view.line(line, height).is_some());
            }
            prop_assert_eq!(view.line(view.line_count(height), height), None);
            for place in 0..view.len() {
                for line in 0..height {
                    let shown = view.line(view.line_of(place, height) + line, height);
                    prop_assert_eq!(shown, Some(Row::Event { place, line }));
                }
                let event = view.at(place).unwrap();
                prop_assert_eq!(view.place(&store, event), Some(place));
            }
        }
    }
}
