//! Lanes: a row for each actor, kind, place, source or speaker, time across. All of the layout is here, in columns and rows and
//! without a terminal; `tui::lanes` only draws it.
//!
//! The layout for another medium takes four steps:
//!
//! 1. [`LaneTable::new`] of a store and a view: which lanes there are, the fullest first.
//! 2. [`Extent::new`] of [`LaneTable::moments`] and [`Scale::new`]: moments → columns, with long empty stretches shortened.
//! 3. [`Picture::new`] of a [`Request`]: the lanes with their marks, labels, densities, joins and the labels of the axis.
//! 4. Draw [`Picture::ticks`], [`Picture::bands`] and [`Picture::joins`]; a shortened stretch is a [`Piece`] that is `broken`.

mod extent;
mod looking;
mod marks;
mod moment;
mod moves;
mod opening;
mod overview;
mod picture;
mod rows;
mod scale;
mod table;
#[cfg(test)]
mod tests;
mod ticks;
mod units;
mod when;

pub use extent::{Extent, Piece, known_moments};
pub use marks::{Density, Mark, MarkLabel, moment_of};
pub use moment::{DAY, Moment, TimeWindow};
pub use overview::Overview;
pub use picture::{Band, Content, Join, Picture, Request};
pub use scale::Scale;
pub use table::{Lane, LaneTable};
pub use ticks::{Label, Ticks};
pub use units::year_text;
pub use when::{Form, When};

pub(super) use looking::{by_next, centre, pan, show_all, zoom, zoom_at};
pub(super) use moves::{along, keep_up, point_at, step};
pub(super) use opening::{open, opened};

use super::perspective::Perspective;
use super::state::State;
use crate::store::{EventIx, GroupBy, GroupKey};

/// How much room the lanes had when they were last drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Plot {
    /// Columns of the time across.
    pub columns: u16,
    /// Rows of all lanes together.
    pub rows: u16,
}

/// What the user looks at in the lanes.
#[derive(Debug, Clone, Default)]
pub struct Lanes {
    /// What there is a lane for.
    pub by: GroupBy,
    /// The time across; all there is, if there is none.
    pub window: Option<TimeWindow>,
    /// The lane that `h` and `l` go along.
    pub lane: Option<GroupKey>,
    /// The lanes of the view that was looked at last.
    table: LaneTable,
    /// The selected event that was brought in sight.
    followed: Option<EventIx>,
    /// Where the way up or down began: the event that it led to, and the moment that it keeps to.
    goal: Option<(EventIx, Option<Moment>)>,
    /// The event of a cluster that was opened: `Enter` goes on to its words.
    opened: Option<EventIx>,
}

impl State {
    /// The lanes of the events that are left. They are worked out anew only for another view.
    #[must_use]
    pub fn lane_table(&self) -> std::borrow::Cow<'_, LaneTable> {
        let lanes = &self.lanes;
        match lanes.table.is_of(&self.view, lanes.by) {
            true => std::borrow::Cow::Borrowed(&lanes.table),
            false => {
                let (store, view) = (&self.store, &self.view);
                std::borrow::Cow::Owned(LaneTable::new(store, view, lanes.by, &lanes.table))
            }
        }
    }

    /// The time across the lanes, so many columns wide.
    #[must_use]
    pub fn lane_scale(&self, columns: u16) -> Scale {
        let extent = Extent::new(self.lane_table().moments(), columns);
        Scale::new(extent, self.lanes.window, columns)
    }

    /// The lanes laid out for so much room, with the selected lane in sight unless the wheel moved it away.
    #[must_use]
    pub fn lane_picture(&self, plot: Plot) -> Picture {
        let table = self.lane_table();
        let follows = !self.timeline_scroll.free;
        let keep = self.lanes.lane.filter(|_| follows);
        Picture::new(&Request {
            store: &self.store,
            view: &self.view,
            table: &table,
            titles: self.titles.as_deref(),
            scale: self.lane_scale(plot.columns),
            rows: plot.rows,
            top: self.timeline_scroll.top,
            keep: keep.and_then(|lane| table.place(lane)),
        })
    }

    /// Whether the timeline pane shows lanes, and has the focus.
    pub(super) fn leads_in_lanes(&self) -> bool {
        let has_lanes = || !self.lane_table().lanes().is_empty();
        self.shows_lanes() && self.focus == super::target::Pane::Timeline && has_lanes()
    }

    /// Whether the timeline pane shows the lanes.
    pub(super) fn shows_lanes(&self) -> bool {
        self.perspective == Perspective::Lanes
    }

    /// The room that the lanes have, as far as it is known.
    fn plot(&self) -> Plot {
        match self.seen.lanes {
            Plot { columns: 0, .. } => Plot {
                columns: 100,
                rows: 20,
            },
            seen => seen,
        }
    }
}
