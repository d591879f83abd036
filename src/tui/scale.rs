//! Days → columns of the axis: linear where things happen, broken where nothing does.

use crate::model::{Bounds, Day};

/// A stretch between two days that something begins or ends on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stretch {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// The column of its first day.
    pub left: f64,
    /// The column of its last day.
    pub right: f64,
    /// It is drawn shorter than its days.
    pub broken: bool,
}

/// A scale over the known days of some events.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Scale {
    stretches: Vec<Stretch>,
    width: u16,
}

/// A break wants so many columns of the axis, so that its label and what lies between breaks can be read.
const COLUMNS_PER_BREAK: u16 = 12;
/// Days from which on a stretch is long enough to be broken.
const SHORTEST_BREAK: i64 = 28;
/// Cells of a broken stretch, where there is room: the label `⫽ 12 mo` fits with a gap.
const BREAK_CELLS: f64 = 9.0;

impl Scale {
    /// The scale on which all these bounds fit into `width` columns.
    #[must_use]
    pub(super) fn new(bounds: impl IntoIterator<Item = Bounds>, width: u16) -> Self {
        let mut days: Vec<Day> = Vec::new();
        for bounds in bounds {
            days.extend((!bounds.starts_open()).then_some(bounds.earliest));
            days.extend((!bounds.ends_open()).then_some(bounds.latest));
        }
        days.sort_unstable();
        days.dedup();
        let (Some(first), Some(last)) = (days.first(), days.last()) else {
            return Self::default();
        };
        if first == last {
            let middle = f64::from(width) / 2.0;
            let only = Stretch {
                from: *first,
                to: *last,
                left: middle,
                right: middle,
                broken: false,
            };
            return Self {
                stretches: vec![only],
                width,
            };
        }
        let mut stretches: Vec<Stretch> = days
            .windows(2)
            .filter_map(|pair| {
                let (from, to) = (*pair.first()?, *pair.last()?);
                Some(Stretch {
                    from,
                    to,
                    left: 0.0,
                    right: 0.0,
                    broken: false,
                })
            })
            .collect();
        break_long_ones(&mut stretches, usize::from(width / COLUMNS_PER_BREAK));
        place(&mut stretches, width);
        Self { stretches, width }
    }

    /// The stretches from left to right.
    #[must_use]
    pub(super) fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// The first and last day on the scale; `None` if no event has a known day.
    #[must_use]
    pub(super) fn ends(&self) -> Option<(Day, Day)> {
        Some((self.stretches.first()?.from, self.stretches.last()?.to))
    }

    /// The first day that stands in a column; `None` on an empty scale. Days rise with columns.
    #[must_use]
    pub(super) fn first_day(&self, column: u16) -> Option<Day> {
        let (first, last) = self.ends()?;
        let (mut low, mut high) = (i64::from(first.0), i64::from(last.0) + 1);
        while low < high {
            // Not the midpoint of the standard library, which rounds towards zero and never ends before 1970.
            let middle = low + (high - low) / 2;
            let day = Day(i32::try_from(middle).unwrap_or(i32::MAX));
            match self.column(day).is_some_and(|at| at < column) {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        Some(Day(i32::try_from(low).unwrap_or(i32::MAX)))
    }

    /// The column of a day, from 0; days outside stand at the edges. `None` on an empty scale.
    #[must_use]
    pub(super) fn column(&self, day: Day) -> Option<u16> {
        let place = self.stretches.partition_point(|stretch| stretch.to < day);
        let stretch = self
            .stretches
            .get(place)
            .or_else(|| self.stretches.last())?;
        let length = stretch.to.since(stretch.from).max(1) as f64;
        let part = (day.since(stretch.from) as f64 / length).clamp(0.0, 1.0);
        let exact = stretch.left + (stretch.right - stretch.left) * part;
        // The cast saturates, and `exact` lies within the width.
        Some((exact.round().max(0.0) as u16).min(self.width.saturating_sub(1)))
    }
}

fn days_of(stretch: &Stretch) -> i64 {
    stretch.to.since(stretch.from)
}

/// Breaks the longest stretch as long as it is longer than half of all that stays unbroken beside it.
fn break_long_ones(stretches: &mut [Stretch], most: usize) {
    let mut left: i64 = stretches.iter().map(days_of).sum();
    for done in 0..most {
        let open = stretches.iter_mut().filter(|stretch| !stretch.broken);
        let Some(longest) = open.max_by_key(|stretch| days_of(stretch)) else {
            return;
        };
        let rest = left - days_of(longest);
        if rest == 0 && done == 0 {
            return;
        }
        if days_of(longest) < SHORTEST_BREAK || days_of(longest) * 2 <= rest {
            return;
        }
        longest.broken = true;
        left = rest;
    }
}

fn place(stretches: &mut [Stretch], width: u16) {
    let room = f64::from(width.saturating_sub(1));
    let breaks = stretches.iter().filter(|stretch| stretch.broken).count() as f64;
    let open_days: i64 = stretches
        .iter()
        .filter(|stretch| !stretch.broken)
        .map(days_of)
        .sum();
    let break_cells = match (breaks > 0.0, open_days > 0) {
        (false, _) => 0.0,
        (true, true) => BREAK_CELLS.min(room * 0.4 / breaks),
        // Nothing but breaks: they share the axis.
        (true, false) => room / breaks,
    };
    let per_day = (room - breaks * break_cells) / (open_days.max(1) as f64);
    let mut x = 0.0;
    for stretch in stretches {
        stretch.left = x;
        x += if stretch.broken {
            break_cells
        } else {
            per_day * days_of(stretch) as f64
        };
        stretch.right = x;
    }
}

/// How long a broken stretch is, in the largest unit that says it: `2 y`, `3 mo`, `40 d`.
#[must_use]
pub(super) fn length_label(stretch: &Stretch) -> String {
    let days = days_of(stretch);
    match days {
        700.. => format!("{} y", (days + 182) / 365),
        60.. => format!("{} mo", (days + 15) / 30),
        _ => format!("{days} d"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;
    use proptest::prelude::*;

    fn bounds(text: &str) -> Bounds {
        Date::parse(text).unwrap().bounds()
    }

    proptest! {
        #[test]
        fn a_columns_first_day_stands_in_it_or_behind_it_and_the_day_before_does_not(
            days in proptest::collection::vec(-900_000..90_000_i32, 1..9),
            width in 1..250_u16,
        ) {
            let scale = Scale::new(days.iter().map(|day| Bounds::days(Day(*day), Day(*day))), width);
            let (first, last) = scale.ends().unwrap();
            for column in 0..width {
                let day = scale.first_day(column).unwrap();
                prop_assert!(day > last || scale.column(day).unwrap() >= column);
                prop_assert!(day <= first || scale.column(day.plus(-1)).unwrap() < column);
            }
        }
    }

    #[test]
    fn a_long_empty_stretch_is_broken_so_that_the_rest_has_room() {
        let dates = [
            "2022",
            "2025-05-16",
            "2025-06-02",
            "2025-06-20",
            "2025-07-03",
        ];
        let scale = Scale::new(dates.map(bounds), 100);
        let column = |text| scale.column(bounds(text).earliest).unwrap();
        assert!(column("2025-07-03") - column("2025-05-16") > 60);
        assert_eq!(column("2025-07-03"), 99);
        let broken: Vec<String> = scale
            .stretches()
            .iter()
            .filter(|stretch| stretch.broken)
            .map(length_label)
            .collect();
        assert_eq!(broken, ["12 mo", "2 y"]);
    }

    #[test]
    fn one_day_stands_in_the_middle_and_no_day_nowhere() {
        assert_eq!(
            Scale::new([bounds("2025-07-03")], 40).column(Day(0)),
            Some(20)
        );
        assert_eq!(Scale::new([], 40).column(Day(0)), None);
        assert_eq!(
            Scale::new([bounds("[..2025-07-02]")], 40)
                .ends()
                .map(|ends| ends.0 == ends.1),
            Some(true)
        );
    }

    proptest! {
        #[test]
        fn a_later_day_never_stands_further_left(
            days in proptest::collection::vec(-40_000..40_000_i32, 1..30),
            width in 0..300_u16,
        ) {
            let scale = Scale::new(days.iter().map(|day| Bounds::days(Day(*day), Day(*day))), width);
            let mut sorted = days.clone();
            sorted.sort_unstable();
            let columns: Vec<u16> = sorted.iter().filter_map(|day| scale.column(Day(*day))).collect();
            prop_assert!(columns.windows(2).all(|pair| pair[0] <= pair[1]));
            prop_assert!(columns.iter().all(|column| *column < width.max(1)));
        }
    }
}
