//! What stands along the axis: names of hours, days, months or years as their labels have room, the larger unit above them, and
//! how much a shortened stretch leaves out.

use super::moment::{DAY, Moment};
use super::scale::Scale;
use super::units::{UNITS, Unit};
use crate::text::width;

/// A label, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The column of its first letter.
    pub column: u16,
    /// What it says.
    pub text: String,
    /// The moment that it names the beginning of, where it does.
    pub moment: Option<Moment>,
}

/// The labels of an axis. In each row they rise, and none touches the next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ticks {
    /// The larger unit: the first label tells it for the left edge.
    pub upper: Vec<Label>,
    /// The steps, and lengths of shortened stretches.
    pub lower: Vec<Label>,
    /// Columns in which a larger unit begins.
    pub lines: Vec<u16>,
}

/// Columns between two labels.
const GAP: u16 = 2;
/// More steps than any axis has.
const MOST_STEPS: usize = 2_000;

impl Ticks {
    /// The labels of a scale.
    #[must_use]
    pub fn new(scale: &Scale) -> Self {
        let mut ticks = Self::default();
        if scale.is_empty() || scale.columns() == 0 {
            return ticks;
        }
        let unit = fitting(scale);
        let mut row = Row::new(scale.columns());
        breaks(scale, &mut row);
        behind_breaks(scale, unit, &mut row);
        for moment in steps(scale, unit) {
            if let Some(column) = scale.column(moment) {
                row.put(column, unit.name(moment), Some(moment));
            }
        }
        ticks.lower = row.finish();
        let larger = unit.larger();
        let begin: Vec<(u16, Moment)> = steps(scale, larger)
            .into_iter()
            .filter_map(|moment| Some((scale.column(moment)?, moment)))
            .collect();
        // Years above years say nothing; where several months begin in a label's room, the row sorts it out.
        let named = matches!(unit, Unit::Years(_));
        ticks.upper = upper(scale, larger, if named { &[] } else { &begin });
        let lines = begin.iter().map(|(column, _)| *column);
        ticks.lines = lines.filter(|column| *column > 0 && !named).collect();
        ticks
    }
}

/// The finest unit whose labels have room.
fn fitting(scale: &Scale) -> Unit {
    let fits = |unit: &&Unit| {
        let least = f64::from(unit.label_columns() + GAP);
        scale.columns_of(unit.minutes()) >= least
    };
    UNITS
        .iter()
        .find(fits)
        .copied()
        .unwrap_or(Unit::Years(10_000))
}

/// The stretches of time that are not shortened, from left to right, cut to what the scale shows.
fn open_stretches(scale: &Scale) -> Vec<(Moment, Moment)> {
    let shown = scale.shown();
    let pieces = scale.extent().pieces();
    let mut stretches: Vec<(Moment, Moment)> = Vec::new();
    if let Some((first, last)) = scale.extent().ends() {
        stretches.push((shown.from, first));
        let open = pieces.iter().filter(|piece| !piece.broken);
        stretches.extend(open.map(|piece| (piece.from, piece.to)));
        stretches.push((last, shown.to));
    }
    let cut = |(from, to): (Moment, Moment)| (from.max(shown.from), to.min(shown.to));
    stretches
        .into_iter()
        .map(cut)
        .filter(|(from, to)| from < to)
        .collect()
}

/// Where the steps of a unit begin, in rising order.
fn steps(scale: &Scale, unit: Unit) -> Vec<Moment> {
    let mut steps: Vec<Moment> = Vec::new();
    for (from, to) in open_stretches(scale) {
        let first = unit.first_from(from);
        let all = std::iter::successors(first, |moment| unit.first_from(moment.plus(1)));
        let left = MOST_STEPS.saturating_sub(steps.len());
        steps.extend(all.take_while(|moment| *moment < to).take(left));
    }
    steps.dedup();
    steps
}

/// Labels `⫽ 2 y` in the middle of shortened stretches.
fn breaks(scale: &Scale, row: &mut Row) {
    for piece in scale.extent().pieces().iter().filter(|piece| piece.broken) {
        let left = scale.x(piece.from).max(0.0);
        let right = scale.x(piece.to).min(f64::from(scale.columns()));
        let text = format!("⫽ {}", length_text(piece.from, piece.to));
        let spare = right - left - width(&text) as f64;
        if spare >= 0.0 {
            // The cast saturates, and the place lies within the columns.
            row.put((left + spare / 2.0) as u16, text, None);
        }
    }
}

/// What follows a break is named, or nobody could tell where the axis goes on.
fn behind_breaks(scale: &Scale, unit: Unit, row: &mut Row) {
    for piece in scale.extent().pieces().iter().filter(|piece| piece.broken) {
        let day = piece.to.day().date();
        let name = day.map(|date| match unit {
            Unit::Minutes(_) => unit.name(piece.to),
            _ => date.format("%-d %b").to_string(),
        });
        if let Some((column, name)) = scale.column(piece.to).zip(name) {
            row.put(column, name, Some(piece.to));
        }
    }
}

/// The larger unit at the left edge, behind every break, and wherever it begins anew.
fn upper(scale: &Scale, larger: Unit, begin: &[(u16, Moment)]) -> Vec<Label> {
    let mut wanted: Vec<(u16, Moment)> = vec![(0, scale.shown().from)];
    let pieces = scale.extent().pieces().iter().filter(|piece| piece.broken);
    wanted.extend(pieces.filter_map(|piece| Some((scale.column(piece.to)?, piece.to))));
    wanted.extend(begin);
    wanted.sort_unstable();
    // Of two in a column the later one lies there.
    let last = |place: usize| {
        wanted
            .get(place + 1)
            .is_none_or(|next| Some(next.0) != wanted.get(place).map(|here| here.0))
    };
    let kept: Vec<(u16, Moment)> = (0..wanted.len())
        .filter(|place| last(*place))
        .filter_map(|place| wanted.get(place).copied())
        .collect();
    let mut labels: Vec<Label> = Vec::new();
    for (place, (column, moment)) in kept.iter().enumerate() {
        let end = kept
            .get(place + 1)
            .map_or(scale.columns(), |(next, _)| next.saturating_sub(1));
        let free = labels
            .last()
            .map_or(0, |last| last.column + cells(&last.text) + 1);
        let names = larger.names_around(*moment);
        let fits = |name: &&String| !name.is_empty() && cells(name) <= end.saturating_sub(*column);
        // The left edge is named in any case, if need be in the room of what comes next.
        let at_edge = |name: &&String| {
            place == 0 && !name.is_empty() && cells(name) <= scale.columns().saturating_sub(*column)
        };
        let name = names.iter().find(fits);
        let name = name.or_else(|| names.iter().rev().find(at_edge));
        if let Some(name) = name.filter(|_| free <= *column) {
            labels.push(Label {
                column: *column,
                text: name.clone(),
                moment: Some(*moment),
            });
        }
    }
    labels
}

fn cells(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// What a shortened stretch leaves out: a whole year or month by its name, for an event may fill it, else how long it is, in the
/// largest unit that says it: `2 y`, `3 mo`, `40 d`.
fn length_text(from: Moment, to: Moment) -> String {
    let next = |unit: Unit| unit.first_from(from.plus(1)) == Some(to);
    let begins = |unit: Unit| unit.first_from(from) == Some(from);
    let whole = [Unit::Years(1), Unit::Months(1)];
    if let Some(unit) = whole.into_iter().find(|unit| begins(*unit) && next(*unit)) {
        return unit.name(from);
    }
    let days = to.0.saturating_sub(from.0) / DAY;
    match days {
        700.. => format!("{} y", (days + 182) / 365),
        60.. => format!("{} mo", (days + 15) / 30),
        _ => format!("{days} d"),
    }
}

/// Labels on one row, the first to come has the room.
struct Row {
    labels: Vec<(u16, u16, Label)>,
    columns: u16,
}

impl Row {
    const fn new(columns: u16) -> Self {
        Self {
            labels: Vec::new(),
            columns,
        }
    }

    fn put(&mut self, column: u16, text: String, moment: Option<Moment>) {
        let end = column.saturating_add(cells(&text));
        let clear = |(from, to, _): &(u16, u16, Label)| end < *from || column > *to;
        if !text.is_empty() && end <= self.columns && self.labels.iter().all(clear) {
            let label = Label {
                column,
                text,
                moment,
            };
            self.labels.push((column, end, label));
        }
    }

    fn finish(mut self) -> Vec<Label> {
        self.labels.sort_by_key(|(column, ..)| *column);
        self.labels.into_iter().map(|(.., label)| label).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::lanes::Extent;
    use crate::model::Day;
    use proptest::prelude::*;

    fn scale(days: &[&str], columns: u16) -> Scale {
        let days = days.iter().map(|day| crate::model::bounds_of(day).unwrap());
        let mut moments: Vec<Moment> = days
            .flat_map(|bounds| [bounds.earliest, bounds.latest.plus(1)])
            .map(Moment::of)
            .collect();
        moments.sort_unstable();
        Scale::new(Extent::new(&moments, columns), None, columns)
    }

    fn texts(labels: &[Label]) -> Vec<&str> {
        labels.iter().map(|label| label.text.as_str()).collect()
    }

    #[test]
    fn the_unit_follows_the_room() {
        let hours = Ticks::new(&scale(&["2025-07-03"], 100));
        assert_eq!(
            texts(&hours.upper),
            ["Wed 2 Jul 2025", "Thu 3 Jul 2025", "Fri 4 Jul 2025"]
        );
        assert!(texts(&hours.lower).contains(&"06:00"), "{:?}", hours.lower);
        let days = Ticks::new(&scale(&["2025-06-20", "2025-07-10"], 100));
        assert_eq!(texts(&days.upper), ["June 2025", "July 2025"]);
        assert!(texts(&days.lower).contains(&"4"), "{:?}", days.lower);
        let months: Vec<String> = (0..13)
            .map(|month| format!("{}-{:02}", 2024 + month / 11, 2 + month % 11))
            .collect();
        let months: Vec<&str> = months.iter().map(String::as_str).collect();
        let months = Ticks::new(&scale(&months, 100));
        assert_eq!(texts(&months.upper), ["2024", "2025"]);
        assert!(texts(&months.lower).contains(&"Oct"), "{:?}", months.lower);
        let decades: Vec<String> = (0..30)
            .map(|year| format!("{:04}", 1850 + year * 5))
            .collect();
        let decades: Vec<&str> = decades.iter().map(String::as_str).collect();
        let decades = Ticks::new(&scale(&decades, 100));
        assert!(
            texts(&decades.lower).contains(&"1920"),
            "{:?}",
            decades.lower
        );
    }

    #[test]
    fn a_break_says_how_much_it_leaves_out_and_what_follows_is_named() {
        let ticks = Ticks::new(&scale(
            &["2021-01-05", "2025-05-16", "2025-06-02", "2025-07-03"],
            120,
        ));
        let lower = texts(&ticks.lower);
        assert!(
            lower.contains(&"⫽ 4 y") && lower.contains(&"16 May"),
            "{lower:?}"
        );
        assert_eq!(texts(&ticks.upper).first(), Some(&"January 2021"));
        assert!(
            texts(&ticks.upper).contains(&"May 2025"),
            "{:?}",
            ticks.upper
        );
    }

    #[test]
    fn a_shortened_year_that_an_event_fills_has_its_name() {
        let ticks = Ticks::new(&scale(&["2022", "2025-06-02", "2025-07-03"], 120));
        let lower = texts(&ticks.lower);
        assert!(
            lower.contains(&"⫽ 2022") && lower.contains(&"⫽ 2 y"),
            "{lower:?}"
        );
    }

    proptest! {
        #[test]
        fn labels_never_overlap_and_the_left_edge_is_named(
            mut days in proptest::collection::vec(-900_000..90_000_i32, 1..12),
            columns in 0..300_u16,
            zooms in 0..18_u32,
            part in 0.0..1.0_f64,
        ) {
            days.sort_unstable();
            days.dedup();
            let moments: Vec<Moment> = days.iter().map(|day| Moment::of(Day(*day))).collect();
            let mut scale = Scale::new(Extent::new(&moments, columns), None, columns);
            for _ in 0..zooms {
                scale = scale.zoomed(2.0, part * f64::from(columns));
            }
            let ticks = Ticks::new(&scale);
            for row in [&ticks.upper, &ticks.lower] {
                let ends = row.iter().map(|label| (label.column, label.column + cells(&label.text)));
                let ends: Vec<(u16, u16)> = ends.collect();
                prop_assert!(ends.windows(2).all(|pair| pair[0].1 < pair[1].0), "{row:?}");
                prop_assert!(ends.iter().all(|(_, end)| *end <= columns));
            }
            if columns >= 20 {
                let first = ticks.upper.first().map(|label| label.column);
                prop_assert!(first.is_some_and(|column| column <= 9), "{:?}", ticks.upper);
            }
        }
    }
}
