//! The lanes laid out: which of them are in sight, their marks, labels, densities and what joins them, in columns and rows.
//!
//! The unit is whatever the medium likes: a terminal has a cell for a column and a row. Another medium (a vector picture) asks
//! for as many columns as its labels have letters of room, draws a column as wide as a letter, and may place marks finer than
//! columns by [`super::Scale::x`] of [`Mark::when`].

use roaring::RoaringBitmap;

use super::marks::{Density, InWindow, Mark, density, edges, marks};
use super::rows::{Room, arrange};
use super::scale::Scale;
use super::table::{Lane, LaneTable};
use super::ticks::Ticks;
use crate::model::Day;
use crate::store::{EventIx, Store, View};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// The timeline.
    pub store: &'a Store,
    /// The events that are left of it.
    pub view: &'a View,
    /// Their lanes.
    pub table: &'a LaneTable,
    /// The language of titles, where an event has one in it.
    pub titles: Option<&'a str>,
    /// The time across.
    pub scale: Scale,
    /// Rows for all lanes together.
    pub rows: u16,
    /// The first lane in sight.
    pub top: usize,
    /// A lane that must be in sight, whatever `top` says.
    pub keep: Option<usize>,
}

/// The lanes in sight.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picture {
    /// The time across.
    pub scale: Scale,
    /// The labels of the axis.
    pub ticks: Ticks,
    /// The lanes from top to bottom.
    pub bands: Vec<Band>,
    /// Events that stand in several of them.
    pub joins: Vec<Join>,
    /// The place of the first lane in sight.
    pub top: usize,
    /// How many lanes there are.
    pub total: usize,
}

/// A lane in sight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Which.
    pub lane: Lane,
    /// What it is called.
    pub name: String,
    /// Its first row.
    pub row: u16,
    /// How many rows it takes.
    pub rows: u16,
    /// What stands in it.
    pub content: Content,
    /// How many of its events have no date, and the first of them.
    pub undated: (usize, Option<EventIx>),
    /// How many of its dated events begin before and after what is shown.
    pub beyond: (u64, u64),
}

/// What stands in a lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Each event.
    Marks(Vec<Mark>),
    /// So many that only their number can be shown.
    Density(Density),
}

/// An event that stands in several lanes: a vertical line joins its marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Join {
    /// Which.
    pub event: EventIx,
    /// In which column.
    pub column: u16,
    /// From this row of the drawing.
    pub from: u16,
    /// To this one.
    pub to: u16,
}

/// So many marks in all lanes together are worked out for one picture.
const MARKS: u64 = 1_500;
/// So many in one lane, at least and at most.
const IN_ONE_LANE: (u64, u64) = (40, 300);
/// Rows of a lane, at most.
const MOST_ROWS: u16 = 3;
/// Rows of a lane where not all lanes are in sight.
const FEW_ROWS: u16 = 2;

impl Picture {
    /// Lays the lanes out.
    #[must_use]
    pub fn new(request: &Request<'_>) -> Self {
        let lanes = request.table.lanes();
        let mut picture = Self {
            ticks: Ticks::new(&request.scale),
            scale: request.scale.clone(),
            total: lanes.len(),
            ..Self::default()
        };
        if lanes.is_empty() || request.rows == 0 || request.scale.columns() == 0 {
            return picture;
        }
        let maker = Maker::new(request);
        let whole = [(MOST_ROWS, true), (MOST_ROWS, false)].into_iter();
        let whole = whole.filter(|_| lanes.len() <= usize::from(request.rows));
        let whole = whole.map(|(rows, for_labels)| maker.all(rows, for_labels));
        let whole = whole
            .into_iter()
            .find(|bands| height(bands) <= request.rows);
        (picture.top, picture.bands) = match whole {
            Some(bands) => (0, bands),
            None => maker.in_sight(),
        };
        let mut row = 0;
        for band in &mut picture.bands {
            band.row = row;
            band.rows = band.rows.min(request.rows.saturating_sub(row));
            row += band.rows;
        }
        picture.joins = joins(&picture.bands);
        picture
    }

    /// The band of a lane, if it is in sight.
    #[must_use]
    pub fn band(&self, lane: crate::store::GroupKey) -> Option<&Band> {
        self.bands.iter().find(|band| band.lane.key == lane)
    }
}

fn height(bands: &[Band]) -> u16 {
    bands
        .iter()
        .map(|band| band.rows)
        .fold(0, u16::saturating_add)
}

/// Makes bands of one request.
struct Maker<'a> {
    request: &'a Request<'a>,
    window: InWindow,
    edges: (Vec<(u32, u32)>, bool),
    most: u64,
    dated: u32,
}

impl<'a> Maker<'a> {
    fn new(request: &'a Request<'a>) -> Self {
        let lanes = request.table.lanes().len().min(request.rows.into());
        let (least, most) = IN_ONE_LANE;
        let share = MARKS / u64::try_from(lanes).unwrap_or(1).max(1);
        Self {
            window: InWindow::new(request.store, &request.scale),
            edges: edges(request.store, &request.scale),
            most: share.clamp(least, most),
            dated: request.store.dated(),
            request,
        }
    }

    fn all(&self, rows: u16, for_labels: bool) -> Vec<Band> {
        let lanes = self.request.table.lanes().iter();
        lanes
            .map(|lane| self.band(*lane, rows, for_labels))
            .collect()
    }

    /// The lanes from the top one on that have room, and the place of the first.
    fn in_sight(&self) -> (usize, Vec<Band>) {
        let lanes = self.request.table.lanes();
        let room = self.request.rows;
        let band = |place: usize| Some(self.band(*lanes.get(place)?, FEW_ROWS, false));
        let mut top = self.request.top.min(lanes.len() - 1);
        let mut bands: Vec<Band> = Vec::new();
        if let Some(keep) = self.request.keep.map(|keep| keep.min(lanes.len() - 1)) {
            top = top.min(keep).max((keep + 1).saturating_sub(room.into()));
            bands = (top..=keep).filter_map(band).collect();
            while bands.len() > 1 && height(&bands) > room {
                bands.remove(0);
                top += 1;
            }
        }
        while height(&bands) < room {
            let Some(next) = band(top + bands.len()) else {
                break;
            };
            bands.push(next);
        }
        // No row stays empty at the end while lanes are out of sight above.
        while height(&bands) < room && top > 0 {
            let Some(before) = band(top - 1) else { break };
            if height(&bands) + before.rows > room {
                break;
            }
            bands.insert(0, before);
            top -= 1;
        }
        (top, bands)
    }

    fn band(&self, lane: Lane, rows: u16, for_labels: bool) -> Band {
        let Request {
            store,
            view,
            table,
            titles,
            scale,
            ..
        } = self.request;
        let events = table.events(store, view, lane.key);
        let (content, rows) = match self.window.few(store, &events, self.most) {
            Some(ranks) => {
                let room = Room {
                    columns: scale.columns(),
                    rows,
                    for_labels,
                };
                let title = |mark: &Mark| {
                    let disputed = if mark.disputed { "≠ " } else { "" };
                    format!("{disputed}{}", store.title_of(mark.event(), *titles))
                };
                let (marks, used) = arrange(marks(store, scale, lane.key, &ranks), room, title);
                (Content::Marks(marks), used)
            }
            None => {
                let density = density(&events, &self.edges.0, self.edges.1);
                (Content::Density(density), rows.min(FEW_ROWS))
            }
        };
        Band {
            name: table.name(store, lane.key),
            lane,
            row: 0,
            rows,
            content,
            undated: self.undated(&events),
            beyond: self.beyond(&events),
        }
    }

    fn beyond(&self, events: &RoaringBitmap) -> (u64, u64) {
        if self.request.scale.is_whole() {
            return (0, 0);
        }
        let count = |from: u32, to: u32| match from < to {
            true => events.range_cardinality(from..to),
            false => 0,
        };
        let (first, end) = self.window.ranks;
        // What nothing limits towards the past does not begin before.
        let known = self.request.store.rank_from(Day::MIN.plus(1));
        let before = count(known, first).saturating_sub(self.window.reach(events));
        (before, count(end, self.dated))
    }

    fn undated(&self, events: &RoaringBitmap) -> (usize, Option<EventIx>) {
        let count = events.range_cardinality(self.dated..);
        let first = events.range(self.dated..).next();
        let first = first.and_then(|rank| self.request.store.at_rank(rank));
        (usize::try_from(count).unwrap_or(usize::MAX), first)
    }
}

/// What joins the marks of each event that stands in several bands.
fn joins(bands: &[Band]) -> Vec<Join> {
    let mut marks: Vec<(EventIx, u16, u16)> = Vec::new();
    for band in bands {
        let Content::Marks(found) = &band.content else {
            continue;
        };
        let single = found.iter().filter(|mark| !mark.is_cluster());
        let seen = single.filter(|mark| mark.row < band.rows);
        marks.extend(seen.map(|mark| (mark.event(), mark.from, band.row + mark.row)));
    }
    marks.sort_unstable();
    let same = marks.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1));
    let joins = same.filter_map(|rows| {
        let ((event, column, from), (.., to)) = (*rows.first()?, *rows.last()?);
        (from < to).then_some(Join {
            event,
            column,
            from,
            to,
        })
    });
    joins.collect()
}
