//! The strip of time across the top: a mark or a span for every event, ticks below.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::hits::Hits;
use super::paint::{label, put, put_right, row, run, sign, tint};
use super::scale::{Scale, Stretch, length_label};
use super::theme::Theme;
use crate::app::{State, Target};
use crate::model::{Bounds, Date, Day, Shape, Status};
use crate::store::EventIx;
use crate::text::{SafeText, width};

/// One event on the axis: the columns it takes.
struct Mark {
    event: EventIx,
    from: u16,
    to: u16,
    row: usize,
    hard: bool,
    open_start: bool,
    open_end: bool,
}

/// Draws the axis.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    if area.height < 2 || area.width < 4 {
        return;
    }
    let rows = usize::from(area.height) - 1;
    let events = state.view.events();
    let dated = events.iter().filter_map(|event| state.store.bounds(*event));
    let scale = Scale::new(dated, area.width);
    let ticks = row(area, rows);
    if scale.ends().is_none() {
        put(
            buffer,
            area,
            &[label("no event here has a date", theme.faint)],
        );
        return;
    }
    let marks = arrange(state, events, &scale, rows);
    let selected = |mark: &&Mark| Some(mark.event) == state.selected;
    for mark in marks.iter().filter(|mark| !selected(mark)) {
        draw(state, mark, theme, area, buffer, hits);
    }
    count_crowds(&marks, theme, area, buffer);
    for mark in marks.iter().filter(selected) {
        draw(state, mark, theme, area, buffer, hits);
    }
    let undated = events.len()
        - events
            .iter()
            .filter(|event| state.store.bounds(**event).is_some())
            .count();
    let periods = events.iter().filter_map(|event| state.store.date(*event));
    let periods = periods.filter(|date| date.shape() == Shape::Period);
    let periods: Vec<Bounds> = periods.map(Date::bounds).collect();
    draw_ticks(&scale, &periods, theme, ticks, buffer, undated);
}

/// Gives every dated event the first row in which its columns are free, from left to right; the last row takes the rest.
fn arrange(state: &State, events: &[EventIx], scale: &Scale, rows: usize) -> Vec<Mark> {
    let mark = |event: &EventIx| {
        let date = state.store.date(*event)?;
        let bounds = date.bounds();
        let (from, to) = columns(bounds, scale)?;
        Some(Mark {
            event: *event,
            from,
            to,
            row: 0,
            hard: date.is_certain(),
            open_start: bounds.starts_open(),
            open_end: bounds.ends_open(),
        })
    };
    let mut marks: Vec<Mark> = events.iter().filter_map(mark).collect();
    marks.sort_by_key(|mark| (mark.from, mark.to));
    let mut free: Vec<u16> = vec![0; rows];
    for mark in &mut marks {
        let clear = free.iter().position(|column| *column <= mark.from);
        mark.row = clear.unwrap_or(rows.saturating_sub(1));
        if let Some(column) = free.get_mut(mark.row) {
            *column = (*column).max(mark.to + 1);
        }
    }
    marks
}

/// Columns that an open side reaches beyond the known day.
const TAIL: u16 = 3;

fn columns(bounds: Bounds, scale: &Scale) -> Option<(u16, u16)> {
    let known_start = if bounds.starts_open() {
        bounds.latest
    } else {
        bounds.earliest
    };
    let known_end = if bounds.ends_open() {
        bounds.earliest
    } else {
        bounds.latest
    };
    if known_start == Day::MIN || known_start == Day::MAX {
        return None;
    }
    let mut from = scale.column(known_start)?;
    let mut to = scale.column(known_end)?;
    if bounds.starts_open() {
        from = from.saturating_sub(TAIL);
    }
    if bounds.ends_open() {
        to = to.saturating_add(TAIL);
    }
    Some((from, to))
}

const fn point(status: Status) -> &'static str {
    match status {
        Status::Happened => "●",
        Status::Planned => "○",
        Status::Claimed => "◌",
    }
}

/// The style of an event's sign, by its status.
pub(super) fn status_style(theme: &Theme, status: Status) -> Style {
    match status {
        Status::Happened => theme.happened,
        Status::Planned => theme.planned,
        Status::Claimed => theme.claimed,
    }
}

/// The sign of an event, by its status.
pub(super) const fn status_sign(status: Status) -> &'static str {
    point(status)
}

fn draw(
    state: &State,
    mark: &Mark,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    let Some(event) = state.store.event(mark.event) else {
        return;
    };
    let line = row(area, mark.row);
    let is_selected = Some(mark.event) == state.selected;
    let is_span = mark.from < mark.to || !mark.hard;
    let lasted = state
        .store
        .date(mark.event)
        .is_some_and(|date| date.shape() == Shape::Lasted);
    let style = match (is_selected, is_span && !mark.hard) {
        (true, _) => theme.axis_selected,
        (false, true) => status_style(theme, event.status).patch(theme.axis_soft),
        (false, false) => status_style(theme, event.status),
    };
    for column in mark.from..=mark.to {
        let symbol = match (column == mark.from, column == mark.to) {
            (true, _) if mark.open_start => "‹",
            (_, true) if mark.open_end => "›",
            _ if lasted && mark.hard => "━",
            _ if lasted => "╍",
            _ if !is_span => point(event.status),
            // A span within which it happened once: its ends are not known to be ends.
            _ => "░",
        };
        sign(
            buffer,
            line,
            area.x.saturating_add(column),
            line.y,
            symbol,
            style,
        );
    }
    let width = mark.to.saturating_sub(mark.from).saturating_add(1);
    let hit = Rect {
        x: area.x.saturating_add(mark.from),
        width,
        ..line
    };
    hits.push(hit.intersection(area), Target::Event(mark.event));
}

/// Where several points share a cell, the cell says how many.
fn count_crowds(marks: &[Mark], theme: &Theme, area: Rect, buffer: &mut Buffer) {
    const DIGITS: [&str; 10] = ["+", "●", "2", "3", "4", "5", "6", "7", "8", "9"];
    let points: Vec<(usize, u16)> = marks
        .iter()
        .filter(|mark| mark.hard && mark.from == mark.to)
        .map(|mark| (mark.row, mark.from))
        .collect();
    let mut cells = points.clone();
    cells.sort_unstable();
    for crowd in cells
        .chunk_by(|one, other| one == other)
        .filter(|crowd| crowd.len() > 1)
    {
        let Some((line, column)) = crowd.first().copied() else {
            continue;
        };
        let symbol = DIGITS.get(crowd.len()).unwrap_or(&"+");
        let line = row(area, line);
        sign(
            buffer,
            line,
            area.x.saturating_add(column),
            line.y,
            symbol,
            theme.axis,
        );
    }
}

/// Labels under the axis, the coarsest first; none lies over another.
fn draw_ticks(
    scale: &Scale,
    spans: &[Bounds],
    theme: &Theme,
    line: Rect,
    buffer: &mut Buffer,
    undated: usize,
) {
    // A stretch within a period that an event happened in is drawn short, but it is not empty.
    let covered = |stretch: &Stretch| {
        spans
            .iter()
            .any(|span| span.earliest <= stretch.from && stretch.to <= span.latest)
    };
    tint(buffer, line, theme.axis_label);
    let mut taken: Vec<(u16, u16)> = Vec::new();
    if undated > 0 {
        let text = [run(&format!(" +{undated} undated"), theme.axis_label)];
        let cells = put_right(buffer, line, &text);
        taken.push((line.width.saturating_sub(cells), line.width));
    }
    for (column, text) in tick_labels(scale, covered) {
        let safe = SafeText::new(&text);
        let cells = u16::try_from(width(safe.as_str())).unwrap_or(u16::MAX);
        // A label at the edge moves in, so that the last day is named too.
        let start = column.min(line.width.saturating_sub(cells));
        let end = start.saturating_add(cells);
        let fits = end <= line.width;
        let clear = taken.iter().all(|(from, to)| end < *from || start > *to);
        if fits && clear {
            let place = Rect {
                x: line.x + start,
                width: cells,
                ..line
            };
            put(buffer, place, &[run(&text, theme.axis_label)]);
            taken.push((start, end));
        }
    }
}

/// Columns and labels in the order in which they get room: broken stretches, the ends, years, months, days.
fn tick_labels(scale: &Scale, covered: impl Fn(&Stretch) -> bool) -> Vec<(u16, String)> {
    let mut labels = Vec::new();
    let stretches = scale.stretches();
    for stretch in stretches.iter().filter(|stretch| stretch.broken) {
        let text = if covered(stretch) {
            period_name(stretch)
        } else {
            Some(format!("⫽ {}", length_label(stretch)))
        };
        if let Some(text) = text {
            let spare = (stretch.right - stretch.left - width(&text) as f64).max(0.0);
            // The cast saturates, and columns are small.
            labels.push(((stretch.left + spare / 2.0).round() as u16, text));
        }
    }
    let broken = |day: Day| {
        let inside =
            |stretch: &Stretch| stretch.broken && (stretch.from == day || stretch.to == day);
        stretches
            .iter()
            .any(|stretch| inside(stretch) && covered(stretch))
    };
    let full = |day: Day| day.date().map(|date| date.format("%-d %b %Y").to_string());
    if let Some((first, last)) = scale.ends() {
        for day in [first, last] {
            labels.extend(scale.column(day).zip(full(day)).filter(|_| !broken(day)));
        }
    }
    let open = || stretches.iter().filter(|stretch| !stretch.broken);
    let starts = |unit: fn(chrono::NaiveDate) -> Option<String>| {
        let mut ticks = Vec::new();
        for stretch in open().filter(|stretch| stretch.to.since(stretch.from) < MOST_TICKS) {
            let days = (0..=i32::try_from(stretch.to.since(stretch.from)).unwrap_or(0))
                .map(|days| stretch.from.plus(days));
            for day in days {
                if let Some(text) = day.date().and_then(unit) {
                    ticks.extend(scale.column(day).map(|column| (column, text)));
                }
            }
        }
        ticks
    };
    labels.extend(starts(|date| {
        (date.ordinal() == 1).then(|| date.year().to_string())
    }));
    labels.extend(starts(|date| {
        (date.day() == 1).then(|| date.format("%b").to_string())
    }));
    labels.extend(starts(|date| {
        Some(date.day().to_string()).filter(|_| date.day() % 5 == 0)
    }));
    labels
}

/// The name of a stretch that is a whole year or month; such a one is drawn short, but not empty.
fn period_name(stretch: &Stretch) -> Option<String> {
    let (from, to) = (stretch.from.date()?, stretch.to.date()?);
    let next = stretch.to.plus(1).date()?;
    let whole = from.day() == 1 && next.day() == 1;
    match whole && from.year() == to.year() {
        true if from.month() == 1 && to.month() == 12 => Some(from.year().to_string()),
        true if from.month() == to.month() => Some(from.format("%b %Y").to_string()),
        _ => None,
    }
}

/// No stretch longer than this many days is walked day by day; its ends are labelled.
const MOST_TICKS: i64 = 40_000;
