//! The lines of the timeline: which heading or event stands in which, worked out from the groups alone.

use super::view::View;

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

impl View {
    /// The group that the event at a place stands in.
    #[must_use]
    pub fn group_of(&self, place: usize) -> Option<usize> {
        self.groups()
            .partition_point(|group| group.start <= place)
            .checked_sub(1)
    }

    /// How many lines the timeline has: one for each heading, `height` for each event.
    #[must_use]
    pub fn line_count(&self, height: usize) -> usize {
        self.len() * height + self.groups().len()
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
        let heading_line = |group: usize| Some(self.groups().get(group)?.start * height + group);
        let (mut low, mut high) = (0, self.groups().len());
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
        (place < self.len()).then_some(Row::Event {
            place,
            line: (line - low) % height.max(1),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::view::tests::{all, store};
    use proptest::prelude::*;

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
                prop_assert_eq!(view.place(event), Some(place));
            }
        }
    }
}
