//! The marks of one lane: which events it shows in a window, and from which column to which. Rows and labels are in `rows`.

use roaring::RoaringBitmap;

use super::moment::{DAY, Moment};
use super::scale::Scale;
use super::when::{Form, When};
use crate::model::{Day, Status};
use crate::store::{EventIx, GroupKey, Presence, Store};

/// An event in a lane, one date of it; or several events that share a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The event; several, in the order of time, where there is no room for each.
    pub events: Vec<EventIx>,
    /// Its date, or the first one's.
    pub when: When,
    /// Whether it happened, is planned or is claimed.
    pub status: Status,
    /// How the lane's actor is in it.
    pub presence: Presence,
    /// It is the date of the event; otherwise one that another claim gives it.
    pub leads: bool,
    /// Claims give it different dates.
    pub disputed: bool,
    /// It is drawn as a bar or span; otherwise as a point.
    pub is_span: bool,
    /// The first column, within the drawing.
    pub from: u16,
    /// The last column, within the drawing.
    pub to: u16,
    /// It goes on to the left of the drawing.
    pub begins_before: bool,
    /// It goes on to the right of the drawing.
    pub ends_after: bool,
    /// The row within its lane, from 0.
    pub row: u16,
    /// What stands beside it.
    pub label: Option<MarkLabel>,
}

/// What stands beside a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkLabel {
    /// The column of its first cell.
    pub column: u16,
    /// How many columns it may take: a longer text is cut.
    pub columns: u16,
    /// All of it.
    pub text: String,
}

impl Mark {
    /// The event, or the first of several.
    #[must_use]
    pub fn event(&self) -> EventIx {
        self.events.first().copied().unwrap_or_default()
    }

    /// Whether it stands for several events.
    #[must_use]
    pub const fn is_cluster(&self) -> bool {
        self.events.len() > 1
    }
}

/// From so many columns on a day's hours can be told apart: what is known by its day only takes the whole of it.
pub(super) const ROOMY_DAY: f64 = 4.0;
/// Columns that an open side reaches beyond the known day.
const TAIL: f64 = 3.0;

/// The ranks whose leading date may lie in a window.
#[derive(Debug, Clone)]
pub(super) struct InWindow {
    /// The first rank that begins in it, and the first that begins after it.
    pub ranks: (u32, u32),
    /// Those that began before and reach it.
    reaching: RoaringBitmap,
}

impl InWindow {
    pub(super) fn new(store: &Store, scale: &Scale) -> Self {
        let shown = scale.shown();
        let first = shown.from.day();
        let last = shown.to.day().plus(1);
        Self {
            ranks: (store.rank_from(first), store.rank_from(last)),
            reaching: store.reaching(first),
        }
    }

    /// How many events of a lane began before the window and reach it.
    pub(super) fn reach(&self, lane: &RoaringBitmap) -> u64 {
        lane.intersection_len(&self.reaching)
    }

    /// The events of a lane that may be seen; `None` if they are more than so many.
    pub(super) fn few(&self, store: &Store, lane: &RoaringBitmap, most: u64) -> Option<Vec<u32>> {
        let (from, to) = self.ranks;
        let begin = if from < to {
            lane.range_cardinality(from..to)
        } else {
            0
        };
        let reach = self.reach(lane);
        if begin + reach > most {
            return None;
        }
        let mut ranks: Vec<u32> = (lane & &self.reaching).iter().collect();
        ranks.extend(lane.range(from..to.max(from)));
        // What other claims say of an event may lie anywhere.
        if lane.intersection_len(store.more_dates()) <= most {
            let more = lane & store.more_dates();
            ranks.extend(more.iter().filter(|rank| !(from..to).contains(rank)));
        }
        ranks.sort_unstable();
        ranks.dedup();
        Some(ranks)
    }
}

/// The marks of some events of a lane, from left to right, on row 0 and without labels.
pub(super) fn marks(store: &Store, scale: &Scale, key: GroupKey, ranks: &[u32]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for event in ranks.iter().filter_map(|rank| store.at_rank(*rank)) {
        let has_date = store.bounds(event).is_some();
        let whens = When::all_of(store, event);
        let disputed = whens.len() > 1 || (!has_date && !whens.is_empty());
        for (place, when) in whens.into_iter().enumerate() {
            let Some(span) = span(&when, scale) else {
                continue;
            };
            marks.push(Mark {
                events: vec![event],
                when,
                status: store.status(event),
                presence: presence(store, key, event),
                leads: place == 0 && has_date,
                disputed,
                is_span: span.is_span,
                from: span.from,
                to: span.to,
                begins_before: span.begins_before,
                ends_after: span.ends_after,
                row: 0,
                label: None,
            });
        }
    }
    // A stable sort: what stands in the same columns stays in the order of time.
    marks.sort_by_key(|mark| (mark.from, std::cmp::Reverse(mark.to)));
    marks
}

fn presence(store: &Store, key: GroupKey, event: EventIx) -> Presence {
    match key {
        GroupKey::Actor(actor) => store.presence(event, actor),
        GroupKey::Kind(_)
        | GroupKey::Place(_)
        | GroupKey::Source(_)
        | GroupKey::Speaker(_)
        | GroupKey::Rest => Presence::TakesPart,
    }
}

/// The columns of a date.
pub(super) struct Span {
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) is_span: bool,
    pub(super) begins_before: bool,
    pub(super) ends_after: bool,
}

/// Where a date is drawn; `None` if it lies outside of what is shown.
pub(super) fn span(when: &When, scale: &Scale) -> Option<Span> {
    let columns = f64::from(scale.columns());
    let (mut left, mut right) = (scale.x(when.from), scale.x(when.to));
    let is_span = match when.form {
        Form::Clock => false,
        Form::Day => right - left >= ROOMY_DAY || !when.certain,
        Form::Lasted | Form::Within => true,
    };
    if !is_span {
        left = (left + right) / 2.0;
        right = left;
    }
    if when.open_start {
        left = (right - 1.0).min(left) - TAIL;
    }
    if when.open_end {
        right = right.max(left + 1.0) + TAIL;
    }
    // What ends where a column begins does not reach into it.
    let first = (left + 1e-6).floor();
    let last = ((right - 1e-6).ceil() - 1.0).max(first);
    if last < 0.0 || first >= columns {
        return None;
    }
    // The casts saturate, and both lie within the columns.
    Some(Span {
        from: first.max(0.0) as u16,
        to: last.min(columns - 1.0) as u16,
        is_span,
        begins_before: first < 0.0,
        ends_after: last >= columns,
    })
}

/// How many events of a lane begin in each column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Density {
    /// By column.
    pub counts: Vec<u32>,
    /// A day takes several columns, each with the count of its day: hours are not told apart.
    pub by_day: bool,
}

/// The days of the columns, as ranks: column `c` has the ranks from `edges[c].0` up to `edges[c].1`.
pub(super) fn edges(store: &Store, scale: &Scale) -> (Vec<(u32, u32)>, bool) {
    let by_day = scale.columns_of(DAY) >= ROOMY_DAY;
    let columns = 0..scale.columns();
    let edges = match by_day {
        true => columns
            .map(|column| {
                let day = scale.moment(f64::from(column) + 0.5).day();
                (store.rank_from(day), store.rank_from(day.plus(1)))
            })
            .collect(),
        false => {
            // A day stands in the column of its middle.
            let first = |column: u16| {
                let moment = scale.moment(f64::from(column));
                let day = moment.plus(DAY / 2 - 1).day();
                store.rank_from(day)
            };
            let mut from = first(0);
            let mut edges = Vec::with_capacity(scale.columns().into());
            for column in columns {
                let to = first(column + 1).max(from);
                edges.push((from, to));
                from = to;
            }
            edges
        }
    };
    (edges, by_day)
}

/// Beyond so many events, counting in the bitmap is quicker than going through it.
const MANY: u64 = 20_000;

/// Counts the events of a lane column by column.
pub(super) fn density(lane: &RoaringBitmap, edges: &[(u32, u32)], by_day: bool) -> Density {
    let within = |(from, to): (u32, u32)| match from < to {
        true => lane.range_cardinality(from..to),
        false => 0,
    };
    let ends = edges.first().zip(edges.last());
    let all = ends.map_or(0, |(first, last)| within((first.0, last.1)));
    let counts = if by_day || all > MANY {
        let counts = edges.iter().map(|edge| within(*edge));
        counts
            .map(|count| u32::try_from(count).unwrap_or(u32::MAX))
            .collect()
    } else {
        let mut counts = vec![0; edges.len()];
        let mut column = 0;
        let (from, to) = ends.map_or((0, 0), |(first, last)| (first.0, last.1));
        for rank in lane.range(from..to.max(from)) {
            while edges.get(column).is_some_and(|(_, end)| *end <= rank) {
                column += 1;
            }
            if let Some(count) = counts.get_mut(column) {
                *count += 1;
            }
        }
        counts
    };
    Density { counts, by_day }
}

/// The moment that stands for an event where the nearest is sought: the middle of what is known of its leading date.
#[must_use]
pub fn moment_of(store: &Store, event: EventIx) -> Option<Moment> {
    let bounds = store.bounds(event)?;
    let middle = bounds.middle();
    let minute = match bounds.clock {
        Some(clock) => clock.minute.into(),
        None => DAY / 2,
    };
    (middle != Day::MIN && middle != Day::MAX).then(|| Moment::of(middle).plus(minute))
}
