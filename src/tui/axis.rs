//! The strip of time across the top: a mark or a span for every event, ticks below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::density::{self, Density};
use super::hits::Hits;
use super::paint::{label, put, row, sign};
use super::scale::Scale;
use super::theme::Theme;
use super::ticks::draw_ticks;
use crate::app::{State, Target};
use crate::model::{Bounds, Date, Day, Shape, Status};
use crate::store::EventIx;

/// Beyond so many events each has less than a cell of the widest screens.
const MOST_MARKS: usize = 1_000;

/// One event on the axis: the columns it takes.
struct Mark {
    event: EventIx,
    from: u16,
    to: u16,
    row: usize,
    hard: bool,
    lasted: bool,
    open_start: bool,
    open_end: bool,
}

/// Draws the axis.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    density: &mut Density,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    if area.height < 2 || area.width < 4 {
        return;
    }
    if !state.view.is_in_time() {
        let waits = "the events are in the order of the file until all are read";
        put(buffer, area, &[label(waits, theme.faint)]);
        return;
    }
    if state.view.len() > MOST_MARKS {
        return density::render(state, theme, density, area, buffer, hits);
    }
    let rows = usize::from(area.height) - 1;
    let events: Vec<EventIx> = state.view.iter().collect();
    let dates: Vec<(EventIx, Vec<Date>)> = events
        .iter()
        .map(|event| (*event, state.store.claim_dates(*event)))
        .collect();
    let dated = dates.iter().flat_map(|(_, dates)| dates).map(Date::bounds);
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
    let marks = arrange(&dates, &scale, rows);
    let selected = |mark: &&Mark| Some(mark.event) == state.selected;
    for mark in marks.iter().filter(|mark| !selected(mark)) {
        draw(state, mark, theme, area, buffer, hits);
    }
    count_crowds(&marks, theme, area, buffer);
    for mark in marks.iter().filter(selected) {
        draw(state, mark, theme, area, buffer, hits);
    }
    let dated = |(event, dates): &(EventIx, Vec<Date>)| {
        let leading = state.store.bounds(*event);
        dates.first().filter(|_| leading.is_some()).cloned()
    };
    let periods = dates.iter().filter_map(dated);
    let periods = periods.filter(|date| date.shape() == Shape::Period);
    let periods: Vec<Bounds> = periods.map(|date| date.bounds()).collect();
    let labels = super::ticks::ticks(&scale, &periods, area.width);
    draw_ticks(&labels, theme, ticks, buffer);
}

/// Gives every dated event the first row in which its columns are free, from left to right; the last row takes the rest.
fn arrange(dates: &[(EventIx, Vec<Date>)], scale: &Scale, rows: usize) -> Vec<Mark> {
    let mark = |event: EventIx, date: &Date| {
        let bounds = date.bounds();
        let (from, to) = columns(bounds, scale)?;
        Some(Mark {
            event,
            from,
            to,
            row: 0,
            hard: date.is_certain(),
            lasted: date.shape() == Shape::Lasted,
            open_start: bounds.starts_open(),
            open_end: bounds.ends_open(),
        })
    };
    // Claims that differ stand side by side: each has its mark.
    let dates = dates
        .iter()
        .flat_map(|(event, dates)| dates.iter().filter_map(|date| mark(*event, date)));
    let mut marks: Vec<Mark> = dates.collect();
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
    let status = state.store.status(mark.event);
    let line = row(area, mark.row);
    let is_selected = Some(mark.event) == state.selected;
    let is_span = mark.from < mark.to || !mark.hard;
    let style = match (is_selected, is_span && !mark.hard) {
        (true, _) => theme.axis_selected,
        (false, true) => status_style(theme, status).patch(theme.axis_soft),
        (false, false) => status_style(theme, status),
    };
    for column in mark.from..=mark.to {
        let symbol = match (column == mark.from, column == mark.to) {
            (true, _) if mark.open_start => "‹",
            (_, true) if mark.open_end => "›",
            _ if mark.lasted && mark.hard => "━",
            _ if mark.lasted => "╍",
            _ if !is_span => point(status),
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
