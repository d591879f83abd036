//! The lanes as a drawing: time across, a band for each lane, what joins them. What stands where is worked out in `app::lanes`.

use super::canvas::{COLUMNS, Canvas};
use crate::app::State;
use crate::app::count;
use crate::app::lanes::{Band, Content, Density, Extent, Form, Mark, Picture, Plot};
use crate::model::{Status, phrase};
use crate::store::{EventIx, Presence};
use crate::text::width;

/// Columns of the lanes' names, left of the time.
const NAMES: usize = 24;
/// Columns of the events without a date, right of it.
const UNDATED: usize = 8;
/// Columns of the time.
const TIME: u16 = (COLUMNS - NAMES - UNDATED) as u16;
/// Rows of all lanes together; more lanes are counted.
const MOST_ROWS: u16 = 300;

/// The column of the drawing for one of the time.
fn at(column: f64) -> f64 {
    NAMES as f64 + column
}

/// Draws the lanes of the state's view.
pub(super) fn draw(state: &State, canvas: &mut Canvas) {
    canvas.section(&format!("Lanes by {}", state.lanes.by.name()));
    let picture = state.lane_picture(Plot {
        columns: TIME,
        rows: MOST_ROWS,
    });
    if picture.bands.is_empty() {
        canvas.remark(
            "no lanes: the events have no such thing, or it is not known for a file of this kind",
        );
        return;
    }
    axis(state, &picture, canvas);
    let top = canvas.row();
    let rows = picture.bands.last().map_or(0, |band| band.row + band.rows);
    shortened(state, &picture, top, f64::from(rows), canvas);
    for column in &picture.ticks.lines {
        let x = at(f64::from(*column));
        canvas.line((x, top), (x, top + f64::from(rows)), "tick");
    }
    for join in &picture.joins {
        let x = at(f64::from(join.column) + 0.5);
        let (from, to) = (f64::from(join.from) + 0.5, f64::from(join.to) + 0.5);
        canvas.line((x, top + from), (x, top + to), "join");
    }
    for band in &picture.bands {
        lane(state, band, top, canvas);
    }
    canvas.go_down(f64::from(rows));
    canvas.line((0.0, canvas.row()), (COLUMNS as f64, canvas.row()), "edge");
    canvas.go_down(0.3);
    let left = picture.total.saturating_sub(picture.bands.len());
    if left > 0 {
        canvas.remark(&format!("{} more have no room here", count(left, "lane")));
    }
}

fn axis(state: &State, picture: &Picture, canvas: &mut Canvas) {
    let (upper, lower) = (canvas.row(), canvas.row() + 1.0);
    for label in &picture.ticks.upper {
        canvas.text(
            at(f64::from(label.column)),
            upper,
            TIME.into(),
            "larger",
            &label.text,
        );
    }
    for label in &picture.ticks.lower {
        canvas.text(
            at(f64::from(label.column)),
            lower,
            TIME.into(),
            "label",
            // Few fonts have the sign of the screen.
            &label.text.replace('⫽', "//"),
        );
    }
    if state.view.undated() > 0 {
        canvas.text(
            at(f64::from(TIME)) + 1.0,
            lower,
            UNDATED,
            "label",
            "no date",
        );
    }
    canvas.go_down(2.2);
}

/// Stretches in which nothing happens, drawn shorter than they are.
fn shortened(state: &State, picture: &Picture, top: f64, rows: f64, canvas: &mut Canvas) {
    let extent = Extent::new(state.lane_table().moments(), TIME);
    for piece in extent.pieces().iter().filter(|piece| piece.broken) {
        let (left, right) = (picture.scale.x(piece.from), picture.scale.x(piece.to));
        // What stands at its ends stays clear of it.
        let (left, right) = (at(left + 1.0), at(right));
        if right > left {
            canvas.bar((left, right), top + rows / 2.0, rows, "shortened");
        }
    }
}

fn lane(state: &State, band: &Band, top: f64, canvas: &mut Canvas) {
    let row = top + f64::from(band.row);
    canvas.line((0.0, row), (COLUMNS as f64, row), "edge");
    let number = band.lane.count.to_string();
    let room = NAMES.saturating_sub(number.len() + 2);
    canvas.text(0.0, row, room, "name", &band.name);
    let place = (NAMES - 1).saturating_sub(number.len());
    canvas.text(place as f64, row, number.len(), "faint", &number);
    match &band.content {
        Content::Marks(marks) => {
            for mark in marks.iter().filter(|mark| mark.row < band.rows) {
                draw_mark(state, mark, row + f64::from(mark.row), canvas);
            }
        }
        Content::Density(density) => bars(density, row, f64::from(band.rows), canvas),
    }
    if band.undated.0 > 0 {
        let number = band.undated.0.to_string();
        canvas.text(at(f64::from(TIME)) + 1.0, row, UNDATED, "faint", &number);
    }
}

/// How many events begin in each column, the fullest as high as the lane.
fn bars(density: &Density, row: f64, rows: f64, canvas: &mut Canvas) {
    let most = density.counts.iter().copied().max().unwrap_or(0).max(1);
    let filled = (0_u32..)
        .zip(&density.counts)
        .filter(|(_, count)| **count > 0);
    for (column, count) in filled {
        let height = (f64::from(*count) / f64::from(most) * rows).max(0.1);
        let left = at(f64::from(column));
        canvas.bar(
            (left, left + 1.0),
            row + rows - height / 2.0,
            height,
            "density",
        );
    }
}

const fn status_class(status: Status) -> &'static str {
    match status {
        Status::Happened => "happened",
        Status::Planned => "planned",
        Status::Claimed => "claimed",
    }
}

fn draw_mark(state: &State, mark: &Mark, row: f64, canvas: &mut Canvas) {
    let middle = row + 0.5;
    let (left, right) = (at(mark.from.into()), at(f64::from(mark.to) + 1.0));
    canvas.begin(status_class(mark.status), &tip(state, &mark.events));
    if mark.is_cluster() {
        let number = mark.events.len().to_string();
        let cells = number.len() as f64;
        canvas.bar(
            (left, left + cells.max(right - left)),
            middle,
            0.8,
            "cluster",
        );
        canvas.text(left, row, number.len(), "count", &number);
    } else if mark.is_span {
        span(mark, (left, right), middle, canvas);
    } else {
        match mark.presence {
            Presence::TakesPart => canvas.disc(left + 0.5, middle, "point"),
            Presence::Hosts => canvas.text(left, row, 1, "sign", "@"),
            Presence::Speaks => canvas.text(left, row, 1, "sign", "\""),
        }
    }
    if let Some(label) = &mark.label {
        // What joins other lanes passes behind the words.
        let cells = width(&label.text).min(label.columns.into()) as f64;
        let column = at(label.column.into());
        canvas.bar((column, column + cells), middle, 0.8, "under");
        canvas.text(
            at(label.column.into()),
            row,
            label.columns.into(),
            "title",
            &label.text,
        );
    }
    canvas.end();
}

/// A bar where it lasted, a soft span where it was once; a side that is open has a point.
fn span(mark: &Mark, columns: (f64, f64), middle: f64, canvas: &mut Canvas) {
    let class = match (mark.when.form, mark.when.certain) {
        (Form::Lasted, true) => "lasted",
        (Form::Lasted, false) => "lasted about",
        _ => "within",
    };
    canvas.bar(columns, middle, 0.55, class);
    let row = middle - 0.5;
    if mark.when.open_start || mark.begins_before {
        canvas.text(columns.0, row, 1, "sign", "‹");
    }
    if mark.when.open_end || mark.ends_after {
        canvas.text(columns.1 - 1.0, row, 1, "sign", "›");
    }
}

/// Events that the tip of a mark tells of; the others are counted.
const MOST_TIPS: usize = 8;

/// When, what and whether, of each event.
fn tip(state: &State, events: &[EventIx]) -> String {
    let line = |event: &EventIx| {
        let date = state.store.date(*event);
        let date = date.map_or_else(|| "no date".to_owned(), |date| phrase(&date));
        let status = match state.store.status(*event) {
            Status::Happened => "",
            status => status.word(),
        };
        let between = if status.is_empty() { "" } else { " · " };
        format!("{date} · {}{between}{status}", state.title(*event))
    };
    let mut lines: Vec<String> = events.iter().take(MOST_TIPS).map(line).collect();
    let left = events.len().saturating_sub(MOST_TIPS);
    if left > 0 {
        lines.push(format!("and {}", count(left, "more event")));
    }
    lines.join("\n")
}
