//! All the time of a view in one row: how many events begin in each column, and which part of it the lanes show.

use super::extent::Extent;
use super::marks::edges;
use super::moment::TimeWindow;
use super::scale::Scale;
use super::table::LaneTable;
use crate::store::{Store, View};

/// How many events begin where, over all time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Overview {
    /// All time.
    pub scale: Scale,
    /// By column.
    pub counts: Vec<u32>,
}

impl Overview {
    /// All events of a view in so many columns.
    #[must_use]
    pub fn new(store: &Store, view: &View, table: &LaneTable, columns: u16) -> Self {
        let scale = Scale::new(Extent::new(table.moments(), columns), None, columns);
        if scale.is_empty() {
            return Self::default();
        }
        let (edges, _) = edges(store, &scale);
        // Where a day takes several columns, the first one counts it.
        let mut before = None;
        let counts = edges.into_iter().map(|edge| {
            let is_new = before != Some(edge);
            before = Some(edge);
            let count = if is_new {
                view.count(edge.0..edge.1)
            } else {
                0
            };
            u32::try_from(count).unwrap_or(u32::MAX)
        });
        Self {
            counts: counts.collect(),
            scale,
        }
    }

    /// The first and last column of a window.
    #[must_use]
    pub fn columns_of(&self, window: TimeWindow) -> (u16, u16) {
        let last = self.scale.columns().saturating_sub(1);
        // The casts saturate.
        let column = |x: f64| (x.max(0.0) as u16).min(last);
        let to = (self.scale.x(window.to) - 1e-6).floor();
        (column(self.scale.x(window.from)), column(to))
    }
}
