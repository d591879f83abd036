//! Marks of one lane → rows and labels: nothing lies over another as long as there are rows, and no two labels touch. What
//! has no row of its own becomes a cluster.

use super::marks::{Mark, MarkLabel};
use super::when::Form;
use crate::text::{SafeText, width};

/// How a lane may be laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Room {
    /// Columns of the drawing.
    pub columns: u16,
    /// Rows that a lane takes at most.
    pub rows: u16,
    /// Labels count when a row is sought; otherwise they get what is left.
    pub for_labels: bool,
}

/// Columns of a label, at most.
const LONGEST_LABEL: u16 = 32;
/// Columns of a label that was cut, at least.
const SHORTEST_LABEL: u16 = 8;

/// Gives marks, which come from left to right, their rows, makes clusters of those that share a cell, and labels what has room.
/// Returns the marks and how many rows they take.
pub(super) fn arrange(
    marks: Vec<Mark>,
    room: Room,
    title: impl Fn(&Mark) -> String,
) -> (Vec<Mark>, u16) {
    let rows = room.rows.max(1);
    let marks = cluster(marks, usize::from(rows));
    let texts: Vec<String> = marks.iter().map(|mark| text_of(mark, &title)).collect();
    let mut placed = seat(marks, &texts, room, rows);
    let used = placed.iter().map(|mark| mark.row + 1).max().unwrap_or(1);
    label(&mut placed, room.columns, &title);
    (placed, used)
}

/// What stands beside a mark: a title, or the size of a cluster, where its one cell cannot say it.
fn text_of(mark: &Mark, title: impl Fn(&Mark) -> String) -> String {
    match mark.events.len() {
        0 | 1 => SafeText::new(&title(mark)).to_string(),
        many if mark.is_span => format!("{many} events"),
        2..10 => String::new(),
        many => many.to_string(),
    }
}

/// Whether two marks take the very same place, so that they can be one: points of a column, or days.
fn share(one: &Mark, other: &Mark) -> bool {
    let is_day = one.when.form == Form::Day && one.when == other.when;
    one.from == other.from && one.is_span == other.is_span && (!one.is_span || is_day)
}

/// Marks of one place that are more than there are rows become one mark.
fn cluster(marks: Vec<Mark>, rows: usize) -> Vec<Mark> {
    let mut clustered: Vec<Mark> = Vec::new();
    for mark in marks {
        let here = clustered
            .iter()
            .rev()
            .take_while(|other| other.from == mark.from);
        let crowd = here.filter(|other| share(other, &mark)).count();
        let one = clustered
            .iter()
            .rposition(|other| share(other, &mark) && other.is_cluster());
        match one.and_then(|one| clustered.get_mut(one)) {
            Some(one) => merge(one, mark),
            None if crowd >= rows => {
                let same = |other: &mut Mark| share(other, &mark);
                let mut crowd = clustered.extract_if(.., same);
                if let Some(mut one) = crowd.next() {
                    crowd.for_each(|other| merge(&mut one, other));
                    merge(&mut one, mark.clone());
                    clustered.push(one);
                }
            }
            None => clustered.push(mark),
        }
    }
    clustered.sort_by_key(|mark| (mark.from, std::cmp::Reverse(mark.to)));
    clustered
}

/// Takes a mark into another. An event stands in a cluster once, however many claims date it there.
fn merge(one: &mut Mark, other: Mark) {
    for event in other.events {
        if !one.events.contains(&event) {
            one.events.push(event);
        }
    }
}

/// Seats marks in the first row that is free: free of labels too, else of marks.
fn seat(marks: Vec<Mark>, texts: &[String], room: Room, rows: u16) -> Vec<Mark> {
    let mut free: Vec<(u16, u16)> = vec![(0, 0); rows.into()];
    let mut placed: Vec<Mark> = Vec::new();
    for (mut mark, text) in marks.into_iter().zip(texts) {
        let cells = u16::try_from(width(text))
            .unwrap_or(u16::MAX)
            .min(LONGEST_LABEL);
        let clear = free.iter().position(|(marks, labels)| {
            let free = if room.for_labels { *labels } else { *marks };
            free <= mark.from
        });
        let clear = clear.or_else(|| free.iter().position(|(marks, _)| *marks <= mark.from));
        let row = clear.unwrap_or(usize::from(rows) - 1);
        mark.row = u16::try_from(row).unwrap_or(0);
        if clear.is_none() {
            let mut here = placed.iter_mut().rev();
            if let Some(other) = here.find(|other| other.row == mark.row && share(other, &mark)) {
                merge(other, mark);
                continue;
            }
        }
        if let Some((marks, labels)) = free.get_mut(row) {
            *marks = (*marks).max(mark.to + 1);
            let label = if cells > 0 { cells + 2 } else { 0 };
            *labels = (*labels).max(mark.to.saturating_add(1 + label));
        }
        placed.push(mark);
    }
    placed
}

/// Labels what has room: to the right, to the left, or within a long bar.
fn label(marks: &mut [Mark], columns: u16, title: impl Fn(&Mark) -> String) {
    let rows = marks
        .iter()
        .map(|mark| usize::from(mark.row) + 1)
        .max()
        .unwrap_or(0);
    let mut taken: Vec<Vec<u16>> = vec![vec![0; columns.into()]; rows];
    for mark in marks.iter() {
        for column in mark.from..=mark.to {
            let row = taken.get_mut(usize::from(mark.row));
            if let Some(cell) = row.and_then(|row| row.get_mut(usize::from(column))) {
                *cell += 1;
            }
        }
    }
    for mark in marks.iter_mut() {
        let Some(row) = taken.get_mut(usize::from(mark.row)) else {
            continue;
        };
        let text = text_of(mark, &title);
        let cells = u16::try_from(width(&text))
            .unwrap_or(u16::MAX)
            .min(LONGEST_LABEL);
        if let Some((column, columns)) = place(row, mark, cells) {
            for cell in row.iter_mut().skip(column.into()).take(columns.into()) {
                *cell += 1;
            }
            mark.label = Some(MarkLabel {
                column,
                columns,
                text,
            });
        }
    }
}

/// Where a label of so many columns goes, and how many it gets.
fn place(row: &[u16], mark: &Mark, cells: u16) -> Option<(u16, u16)> {
    if cells == 0 {
        return None;
    }
    let free = |column: &u16, by: u16| row.get(usize::from(*column)) == Some(&by);
    let least = cells.min(SHORTEST_LABEL);
    let wanted = usize::from(cells) + 2;
    let end = u16::try_from(row.len()).unwrap_or(u16::MAX);
    let fit = |run: u16, at_edge: bool| {
        // A cell on each side stays free, at the edge of the drawing one.
        let room = run.saturating_sub(if at_edge { 1 } else { 2 });
        (room >= least).then_some(room.min(cells))
    };
    let run = (mark.to + 1..end)
        .take(wanted)
        .take_while(|column| free(column, 0));
    let right = u16::try_from(run.count()).unwrap_or(0);
    let right = fit(right, mark.to + 1 + right >= end).map(|columns| (mark.to + 2, columns));
    if right.is_some_and(|(_, columns)| columns == cells) {
        return right;
    }
    let run = (0..mark.from)
        .rev()
        .take(wanted)
        .take_while(|column| free(column, 0));
    let left = u16::try_from(run.count()).unwrap_or(0);
    let left = fit(left, left == mark.from).map(|columns| (mark.from - 1 - columns, columns));
    let run = (mark.from + 2..mark.to)
        .take(wanted)
        .take_while(|column| free(column, 1));
    let within = u16::try_from(run.count()).unwrap_or(0);
    let within = fit(within, false).map(|columns| (mark.from + 3, columns));
    // Where it is cut least; of equals the first.
    let places = [right, left, within].into_iter().flatten();
    places.reduce(|best, next| if next.1 > best.1 { next } else { best })
}
