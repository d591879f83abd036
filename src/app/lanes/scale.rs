//! Moments → columns: the part of the line of time that is looked at, laid over so many columns. Zooming and panning are
//! arithmetic on it, so that what is zoomed about stays in its column.

use super::extent::Extent;
use super::moment::{DAY, Moment, TimeWindow};

/// A window on the line of time, so many columns wide. Columns are cells of a terminal or any other unit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scale {
    extent: Extent,
    /// Where the line begins at the left edge.
    from: f64,
    /// How much of the line one column shows.
    per_column: f64,
    columns: u16,
}

/// The narrowest window, in minutes.
const NARROWEST: f64 = 120.0;
/// What shows so much of the line shows all of it: windows are kept to the minute.
const NEARLY_ALL: f64 = 0.999;
/// Room on both sides when all is shown, as a part of the line, and at least in minutes.
const MARGIN: f64 = 0.02;
const LEAST_MARGIN: f64 = DAY as f64 / 2.0;

impl Scale {
    /// The scale of a window, or of all there is.
    #[must_use]
    pub fn new(extent: Extent, window: Option<TimeWindow>, columns: u16) -> Self {
        let (first, last) = whole(&extent);
        let (from, to) = match window {
            None => (first, last),
            Some(window) => (extent.along(window.from), extent.along(window.to)),
        };
        Self::of(extent, from, to - from, columns)
    }

    /// The window of this length that begins as near to `from` as the margins allow.
    fn of(extent: Extent, from: f64, length: f64, columns: u16) -> Self {
        let (first, last) = whole(&extent);
        let length = length.max(NARROWEST).min(last - first);
        Self {
            from: from.min(last - length).max(first),
            per_column: length / f64::from(columns).max(1.0),
            columns,
            extent,
        }
    }

    /// How many columns it has.
    #[must_use]
    pub const fn columns(&self) -> u16 {
        self.columns
    }

    /// The line.
    #[must_use]
    pub const fn extent(&self) -> &Extent {
        &self.extent
    }

    /// Whether no moment is known, so that there is nothing to show.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.extent.is_empty()
    }

    /// Whether all there is is shown.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let (first, last) = whole(&self.extent);
        self.length() >= (last - first) * NEARLY_ALL
    }

    fn length(&self) -> f64 {
        self.per_column * f64::from(self.columns).max(1.0)
    }

    /// What it shows, to the minute; `None` for all there is.
    #[must_use]
    pub fn window(&self) -> Option<TimeWindow> {
        (!self.is_whole()).then(|| self.shown())
    }

    /// What it shows, to the minute.
    #[must_use]
    pub fn shown(&self) -> TimeWindow {
        TimeWindow {
            from: self.extent.moment(self.from),
            to: self.extent.moment(self.from + self.length()),
        }
    }

    /// Where a moment stands, in columns from the left edge: less than 0 before it, from `columns` on behind the right edge. A
    /// later moment never stands further left.
    #[must_use]
    pub fn x(&self, moment: Moment) -> f64 {
        (self.extent.along(moment) - self.from) / self.per_column.max(f64::MIN_POSITIVE)
    }

    /// The column of a moment; `None` outside.
    #[must_use]
    pub fn column(&self, moment: Moment) -> Option<u16> {
        let x = (self.x(moment) + TINY).floor();
        // The cast saturates, and `x` lies within the columns.
        (x >= 0.0 && x < f64::from(self.columns)).then_some(x as u16)
    }

    /// The moment at a place, in columns from the left edge.
    #[must_use]
    pub fn moment(&self, x: f64) -> Moment {
        self.extent.moment(self.from + x * self.per_column)
    }

    /// How many columns so many minutes take where nothing is shortened.
    #[must_use]
    pub fn columns_of(&self, minutes: i64) -> f64 {
        minutes as f64 / self.per_column.max(f64::MIN_POSITIVE)
    }

    /// The scale that shows `1 / factor` of this one's time, with what stands at column `x` still there as far as the margins
    /// allow. A factor below 1 shows more.
    #[must_use]
    pub fn zoomed(&self, factor: f64, x: f64) -> Self {
        let (first, last) = whole(&self.extent);
        let length = (self.length() / factor).max(NARROWEST).min(last - first);
        let here = self.from + x * self.per_column;
        let from = here - x * length / f64::from(self.columns).max(1.0);
        Self::of(self.extent.clone(), from, length, self.columns)
    }

    /// The scale moved right by so many columns.
    #[must_use]
    pub fn panned(&self, columns: f64) -> Self {
        let from = self.from + columns * self.per_column;
        Self::of(self.extent.clone(), from, self.length(), self.columns)
    }

    /// The scale moved so that a moment stands in the middle.
    #[must_use]
    pub fn centred(&self, moment: Moment) -> Self {
        self.panned(self.x(moment) - f64::from(self.columns) / 2.0)
    }

    /// The scale that shows the time between two moments, with some room beside them.
    #[must_use]
    pub fn showing(&self, from: Moment, to: Moment) -> Self {
        let (from, to) = (self.extent.along(from), self.extent.along(to));
        let room = ((to - from) * 0.1).max(NARROWEST / 4.0);
        let extent = self.extent.clone();
        Self::of(extent, from - room, to - from + 2.0 * room, self.columns)
    }
}

/// What arithmetic may lose.
const TINY: f64 = 1e-6;

/// The ends of the line with their margins.
fn whole(extent: &Extent) -> (f64, f64) {
    let margin = (extent.length() * MARGIN).max(LEAST_MARGIN);
    (-margin, extent.length() + margin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Day;
    use proptest::prelude::*;

    fn scale(days: &[i32], columns: u16) -> Scale {
        let moments: Vec<Moment> = days.iter().map(|day| Moment::of(Day(*day))).collect();
        Scale::new(Extent::new(&moments, columns), None, columns)
    }

    #[test]
    fn zooming_ends_at_two_hours_and_zooming_out_at_the_whole() {
        let whole = scale(&[0, 10, 400, 20_000], 100);
        let mut near = whole.clone();
        for _ in 0..40 {
            near = near.zoomed(2.0, 50.0);
        }
        assert!((near.columns_of(120) - 100.0).abs() < 1e-6);
        for _ in 0..40 {
            near = near.zoomed(0.5, 50.0);
        }
        assert!(near.is_whole() && near.window().is_none());
        assert_eq!(
            near.columns_of(DAY).to_bits(),
            whole.columns_of(DAY).to_bits()
        );
    }

    proptest! {
        #[test]
        fn what_is_zoomed_about_stays_in_its_column_and_time_never_runs_back(
            mut days in proptest::collection::vec(-900_000..90_000_i32, 2..20),
            columns in 20..300_u16,
            zooms in 0..20_u32,
            part in 0.2..0.8_f64,
        ) {
            days.sort_unstable();
            days.dedup();
            prop_assume!(days.len() > 1);
            let whole = scale(&days, columns);
            let x = part * f64::from(columns);
            let moment = whole.moment(x);
            let mut near = whole.clone();
            for _ in 0..zooms {
                near = near.zoomed(2.0, near.x(moment));
            }
            prop_assert!((near.x(moment) - whole.x(moment)).abs() < 0.01);
            let again = Scale::new(near.extent().clone(), near.window(), columns);
            prop_assert!((again.x(moment) - near.x(moment)).abs() < 3.0);
            let shown: Vec<Option<u16>> = days.iter().map(|day| near.column(Moment::of(Day(*day)))).collect();
            let shown: Vec<u16> = shown.into_iter().flatten().collect();
            prop_assert!(shown.windows(2).all(|pair| pair[0] <= pair[1]));
        }

        #[test]
        fn a_window_never_leaves_the_margins(
            mut days in proptest::collection::vec(-900_000..90_000_i32, 1..9),
            columns in 0..300_u16,
            factor in 0.1..100.0_f64,
            pan in -1000.0..1000.0_f64,
        ) {
            days.sort_unstable();
            let whole = scale(&days, columns);
            let moved = whole.zoomed(factor, 3.0).panned(pan);
            let (from, to) = (whole.shown(), moved.shown());
            prop_assert!(from.from <= to.from.plus(1) && to.to <= from.to.plus(1));
        }
    }
}
