//! Which rows of a window are joined by lines. How a line looks is in `tui`.

use std::ops::Range;

use super::rows::{HappenedRow, Rows};
use super::telling::Telling;

/// Where a line ends in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    /// Above its first row.
    Above,
    /// In a row of the window, counted from its first.
    Row(usize),
    /// Below its last row.
    Below,
}

/// A link of which at least one end is in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its place among [`Telling::links`].
    pub link: usize,
    /// The row of the sentence.
    pub told: End,
    /// The row of the event.
    pub happened: End,
}

fn end(row: usize, window: &Range<usize>) -> End {
    match row {
        row if row < window.start => End::Above,
        row if row >= window.end => End::Below,
        row => End::Row(row - window.start),
    }
}

/// The lines of two windows: every link that begins or ends in one of their rows. Of an event's sentences that are out of sight the
/// last one above and the first one below stand for all.
#[must_use]
pub fn lines(
    telling: &Telling,
    rows: Rows<'_>,
    told: &Range<usize>,
    happened: &Range<usize>,
) -> Vec<Line> {
    let line = |link: usize| {
        let found = telling.links.get(link)?;
        Some(Line {
            link,
            told: end(rows.row_of_told(found.told), told),
            happened: end(rows.row_of_event(found.event), happened),
        })
    };
    let from_told = told
        .clone()
        .flat_map(|row| rows.told(row))
        .flat_map(|place| {
            let links = telling.sentences.get(place).map(|told| told.links.clone());
            links.unwrap_or_default()
        });
    let from_happened = happened.clone().flat_map(|row| {
        let links = match rows.happened(row) {
            Some(HappenedRow::Event(place)) => telling.links_of(place),
            _ => &[],
        };
        let row_of = |link: &usize| {
            let told = telling.links.get(*link).map_or(0, |link| link.told);
            rows.row_of_told(told)
        };
        let above = links.partition_point(|link| row_of(link) < told.start);
        let below = links.partition_point(|link| row_of(link) < told.end);
        let above = above.checked_sub(1).and_then(|place| links.get(place));
        above.into_iter().chain(links.get(below)).copied()
    });
    from_told.chain(from_happened).filter_map(line).collect()
}
