//! All the time that a view spans, laid along a line: a minute is a minute, but long stretches in which nothing begins or ends
//! are shortened. Which part of the line is looked at, and how many columns it gets, is in `scale`.

use super::moment::{DAY, Moment};
use super::when::When;
use crate::model::Day;
use crate::store::{Group, Heading, Store, View};

/// Stretches of the line from the first to the last known moment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extent {
    pieces: Vec<Piece>,
}

/// A stretch between two moments at which something begins or ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// Where it begins.
    pub from: Moment,
    /// Where it ends.
    pub to: Moment,
    /// Where it begins on the line, in minutes of unshortened time from the start of the line.
    pub left: f64,
    /// Where it ends on the line.
    pub right: f64,
    /// It is shortened.
    pub broken: bool,
}

/// Beyond so many events the months that have events stand for them.
const MOST_EVENTS: usize = 2_000;
/// A break wants so many columns of the whole, so that its label and what lies between breaks can be read.
const COLUMNS_PER_BREAK: u16 = 14;
/// Minutes from which on a stretch is long enough to be broken.
const SHORTEST_BREAK: i64 = 28 * DAY;
/// Columns of a broken stretch when all is shown: its label `⫽ 12 mo` fits.
const BREAK_COLUMNS: f64 = 9.0;
/// Columns of a day, at most, where no hour is known and all is shown.
const COLUMNS_PER_DAY: i64 = 3;
/// Breaks take no more than this part of the whole.
const BREAKS_AT_MOST: f64 = 0.4;

/// The moments at which the events of a view begin and end, as far as they are known; in rising order, each once.
#[must_use]
pub fn known_moments(store: &Store, view: &View) -> Vec<Moment> {
    let mut moments: Vec<Moment> = Vec::new();
    if view.len() > MOST_EVENTS {
        let months = view.groups().iter().filter_map(days_of);
        moments.extend(months.flat_map(|(from, to)| [from, to]));
    } else {
        let whens = view.iter().flat_map(|event| When::all_of(store, event));
        for when in whens {
            moments.extend((!when.open_start).then_some(when.from));
            moments.extend((!when.open_end).then_some(when.to));
            // A date that is open on one side is drawn at the day that it has.
            moments.extend(when.open_start.then_some(when.to));
            moments.extend(when.open_end.then_some(when.from));
        }
    }
    moments.sort_unstable();
    moments.dedup();
    moments
}

/// The beginning of a group's days and the end; `None` where it has none.
fn days_of(group: &Group) -> Option<(Moment, Moment)> {
    let day = |year: i64, month: u32| Day::from_ymd(year, u8::try_from(month).ok()?, 1);
    let (from, to) = match group.heading {
        Heading::Year(year) => (day(year.into(), 1)?, day(i64::from(year) + 1, 1)?),
        Heading::Month(year, 12) => (day(year.into(), 12)?, day(i64::from(year) + 1, 1)?),
        Heading::Month(year, month) => (day(year.into(), month)?, day(year.into(), month + 1)?),
        Heading::Before | Heading::Undated | Heading::AsInFile => return None,
    };
    Some((Moment::of(from), Moment::of(to)))
}

impl Extent {
    /// The line through these moments, which must rise, for a drawing that is so many columns wide when all is shown.
    #[must_use]
    pub fn new(moments: &[Moment], columns: u16) -> Self {
        let pairs = moments.windows(2).filter_map(|pair| {
            let (from, to) = (*pair.first()?, *pair.last()?);
            Some((from, to))
        });
        let mut stretches: Vec<(Moment, Moment, bool)> =
            pairs.map(|(from, to)| (from, to, false)).collect();
        if let (true, Some(only)) = (stretches.is_empty(), moments.first()) {
            stretches.push((*only, only.plus(1), false));
        }
        // Where no hour is known, a day needs no more columns than show that it is one.
        let has_hours = moments.iter().any(|moment| moment.minute() != 0);
        let enough = match has_hours {
            true => 0,
            false => i64::from(columns) * DAY / COLUMNS_PER_DAY,
        };
        let most = usize::from(columns / COLUMNS_PER_BREAK);
        break_long_ones(&mut stretches, most, enough);
        Self {
            pieces: lay(&stretches, columns, enough),
        }
    }

    /// The stretches from left to right.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Whether no moment is known.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The first and the last known moment.
    #[must_use]
    pub fn ends(&self) -> Option<(Moment, Moment)> {
        Some((self.pieces.first()?.from, self.pieces.last()?.to))
    }

    /// How long the line is.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.pieces.last().map_or(0.0, |piece| piece.right)
    }

    /// Where a moment lies on the line. It goes on unshortened on both sides, and never falls.
    #[must_use]
    pub fn along(&self, moment: Moment) -> f64 {
        let place = self.pieces.partition_point(|piece| piece.to < moment);
        match (
            self.pieces.get(place),
            self.pieces.first(),
            self.pieces.last(),
        ) {
            (Some(piece), Some(first), _) if moment >= first.from => {
                let part = minutes(piece.from, moment) / minutes(piece.from, piece.to).max(1.0);
                piece.left + (piece.right - piece.left) * part
            }
            (Some(_), Some(first), _) => first.left - minutes(moment, first.from),
            (None, _, Some(last)) => last.right + minutes(last.to, moment),
            _ => minutes(Moment(0), moment),
        }
    }

    /// The moment at a place of the line, to the minute; the counterpart of [`Extent::along`].
    #[must_use]
    pub fn moment(&self, along: f64) -> Moment {
        let place = self.pieces.partition_point(|piece| piece.right < along);
        // The casts saturate.
        match (
            self.pieces.get(place),
            self.pieces.first(),
            self.pieces.last(),
        ) {
            (Some(piece), Some(first), _) if along >= first.left => {
                let part = (along - piece.left) / (piece.right - piece.left).max(f64::MIN_POSITIVE);
                piece
                    .from
                    .plus((minutes(piece.from, piece.to) * part).round() as i64)
            }
            (Some(_), Some(first), _) => first.from.plus((along - first.left).round() as i64),
            (None, _, Some(last)) => last.to.plus((along - last.right).round() as i64),
            _ => Moment(along.round() as i64),
        }
    }
}

fn minutes(from: Moment, to: Moment) -> f64 {
    to.0.saturating_sub(from.0) as f64
}

/// Breaks the longest stretch as long as it is longer than half of all that stays unbroken beside it, and as long as that is more
/// than enough minutes.
fn break_long_ones(stretches: &mut [(Moment, Moment, bool)], most: usize, enough: i64) {
    let length = |stretch: &(Moment, Moment, bool)| stretch.1.0.saturating_sub(stretch.0.0);
    let mut left: i64 = stretches.iter().map(length).fold(0, i64::saturating_add);
    for _ in 0..most {
        if left <= enough {
            return;
        }
        let open = stretches.iter_mut().filter(|stretch| !stretch.2);
        let Some(longest) = open.max_by_key(|stretch| length(stretch)) else {
            return;
        };
        let rest = left.saturating_sub(length(longest));
        if rest == 0 || length(longest) < SHORTEST_BREAK || length(longest) <= rest / 2 {
            return;
        }
        longest.2 = true;
        left = rest;
    }
}

/// Lays stretches end to end; neighbours that are not broken become one. Breaks are longer where the whole would else have less
/// than enough minutes.
fn lay(stretches: &[(Moment, Moment, bool)], columns: u16, enough: i64) -> Vec<Piece> {
    let breaks = stretches.iter().filter(|stretch| stretch.2).count() as f64;
    let open = stretches.iter().filter(|stretch| !stretch.2);
    let open: f64 = open.map(|(from, to, _)| minutes(*from, *to)).sum();
    let columns = f64::from(columns).max(1.0);
    let break_columns = BREAK_COLUMNS.min(columns * BREAKS_AT_MOST / breaks.max(1.0));
    let length = break_columns * open / (columns - breaks * break_columns).max(1.0);
    let length = length.max((enough as f64 - open) / breaks.max(1.0));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut left = 0.0;
    for (from, to, broken) in stretches {
        let right = left + if *broken { length } else { minutes(*from, *to) };
        match pieces.last_mut().filter(|last| !last.broken && !broken) {
            Some(last) => (last.to, last.right) = (*to, right),
            None => pieces.push(Piece {
                from: *from,
                to: *to,
                left,
                right,
                broken: *broken,
            }),
        }
        left = right;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(days: &[i32], columns: u16) -> Extent {
        let moments: Vec<Moment> = days.iter().map(|day| Moment::of(Day(*day))).collect();
        Extent::new(&moments, columns)
    }

    #[test]
    fn a_long_empty_stretch_is_shortened_so_that_the_rest_has_room() {
        let extent = line(&[0, 1, 1_000, 1_001, 1_020], 50);
        let broken: Vec<bool> = extent.pieces().iter().map(|piece| piece.broken).collect();
        assert_eq!(broken, [false, true, false]);
        let at = |day| extent.along(Moment::of(Day(day))) / extent.length();
        assert!(at(1_000) < 0.25, "{}", at(1_000));
        assert!((at(1_020) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn days_do_not_grow_beyond_what_is_known_of_them() {
        let extent = line(&[0, 1, 300, 301], 90);
        assert!((extent.length() - 30.0 * DAY as f64).abs() < 1.0);
        let at_noon = [
            Moment(0),
            Moment(DAY / 2),
            Moment(300 * DAY),
            Moment(301 * DAY),
        ];
        assert!(Extent::new(&at_noon, 90).length() < 4.0 * DAY as f64);
    }

    #[test]
    fn one_moment_and_none_have_a_line_too() {
        assert!(line(&[7], 80).length() > 0.0);
        assert!(line(&[], 80).is_empty());
        assert_eq!(line(&[], 80).moment(60.0), Moment(60));
    }

    proptest! {
        #[test]
        fn the_line_never_falls_and_leads_back_to_its_moments(
            mut days in proptest::collection::vec(-900_000..90_000_i32, 0..20),
            columns in 0..300_u16,
            mut asked in proptest::collection::vec(-1_500_000_000..150_000_000_i64, 1..20),
        ) {
            days.sort_unstable();
            days.dedup();
            let extent = line(&days, columns);
            asked.extend(days.iter().map(|day| Moment::of(Day(*day)).0));
            asked.sort_unstable();
            let along: Vec<f64> = asked.iter().map(|minute| extent.along(Moment(*minute))).collect();
            prop_assert!(along.windows(2).all(|pair| pair[0] <= pair[1]));
            for day in days {
                let moment = Moment::of(Day(day));
                prop_assert_eq!(extent.moment(extent.along(moment)).day(), Day(day));
            }
        }
    }
}
