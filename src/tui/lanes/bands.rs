//! The lanes one under the other: names, marks, densities, labels, and the lines that join what stands in several.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::signs::{self, EIGHTHS};
use super::{Parts, below};
use crate::app::lanes::{Band, Content, Density, Join, Mark, Picture, moment_of};
use crate::app::{Pane, State, Target, grouped};
use crate::store::EventIx;
use crate::text::{SafeText, truncate, width};
use crate::tui::hits::Hits;
use crate::tui::paint::{label, put, put_right, run, sign, tint};
use crate::tui::theme::Theme;
use crate::tui::timeline::found;

/// Beyond so many joins only the selected event's is drawn.
const MOST_JOINS: usize = 60;

/// Draws all lanes in sight.
pub(super) fn draw(
    state: &State,
    theme: &Theme,
    picture: &Picture,
    parts: &Parts,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    let plot = below(parts.plot, parts.axis);
    rules(picture, theme, plot, buffer);
    joins(state, theme, picture, plot, buffer);
    let counts = picture.bands.iter().filter_map(|band| match &band.content {
        Content::Density(density) => density.counts.iter().copied().max(),
        Content::Marks(_) => None,
    });
    let most = counts.max().unwrap_or(1).max(1);
    for band in &picture.bands {
        name(
            state,
            theme,
            band,
            cut(below(parts.names, parts.axis), band),
            buffer,
            hits,
        );
        undated(
            state,
            theme,
            band,
            cut(below(parts.undated, parts.axis), band),
            buffer,
            hits,
        );
        let area = cut(plot, band);
        hits.push(area, Target::Lane(band.lane.key, None));
        match &band.content {
            Content::Marks(marks) => draw_marks(state, theme, band, marks, area, buffer, hits),
            Content::Density(density) => {
                bars(
                    state,
                    theme,
                    picture,
                    (band, density, most),
                    area,
                    buffer,
                    hits,
                );
            }
        }
        beyond(band, theme, area, buffer);
    }
}

/// Lines between the marks of events that stand in several lanes; whatever else is drawn lies over them.
fn joins(state: &State, theme: &Theme, picture: &Picture, plot: Rect, buffer: &mut Buffer) {
    let (chosen, others): (Vec<&Join>, Vec<&Join>) = picture
        .joins
        .iter()
        .partition(|join| Some(join.event) == state.selected);
    let others = others
        .into_iter()
        .filter(|_| picture.joins.len() <= MOST_JOINS);
    let others = others.map(|join| (join, "│", theme.separator));
    let chosen = chosen.into_iter().map(|join| (join, "┃", theme.cursor));
    for (join, symbol, style) in others.chain(chosen) {
        let x = plot.x.saturating_add(join.column);
        for row in join.from + 1..join.to {
            sign(buffer, plot, x, plot.y.saturating_add(row), symbol, style);
        }
    }
}

/// The rows of a band within an area of all bands.
fn cut(area: Rect, band: &Band) -> Rect {
    let rows = Rect {
        y: area.y.saturating_add(band.row),
        height: band.rows,
        ..area
    };
    rows.intersection(area)
}

/// Where a larger unit begins.
fn rules(picture: &Picture, theme: &Theme, plot: Rect, buffer: &mut Buffer) {
    let rows = picture.bands.iter().map(|band| band.row + band.rows).max();
    let plot = Rect {
        height: rows.unwrap_or(0).min(plot.height),
        ..plot
    };
    for column in &picture.ticks.lines {
        let x = plot.x.saturating_add(*column);
        for y in plot.top()..plot.bottom() {
            sign(buffer, plot, x, y, "┊", theme.faint);
        }
    }
}

fn name(
    state: &State,
    theme: &Theme,
    band: &Band,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    let is_selected = state.lanes.lane == Some(band.lane.key);
    let count = format!("{} ", grouped(band.lane.count));
    let room = usize::from(area.width).saturating_sub(width(&count) + 2);
    let name = truncate(&SafeText::new(&band.name), room);
    let style = if is_selected {
        theme.title
    } else {
        theme.detail
    };
    let cursor = label(if is_selected { "▌" } else { " " }, theme.cursor);
    put(buffer, area, &[cursor, run(name.as_str(), style)]);
    put_right(buffer, area, &[run(&count, theme.number)]);
    if is_selected {
        let leads = state.focus == Pane::Timeline && state.overlay.is_none();
        let style = match leads {
            true => theme.selected,
            false => theme.selected_unfocused,
        };
        let first = Rect {
            height: area.height.min(1),
            width: area.width.saturating_sub(1),
            ..area
        };
        tint(buffer, first, style, theme.matched);
    }
    hits.push(area, Target::Lane(band.lane.key, None));
}

/// How many events of the lane have no date.
fn undated(
    state: &State,
    theme: &Theme,
    band: &Band,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    let (count, Some(first)) = band.undated else {
        return;
    };
    let selected = state.selected.filter(|event| {
        let undated = state.store.rank(*event) >= state.store.dated();
        undated
            && state
                .lane_table()
                .holds(&state.store, band.lane.key, *event)
    });
    let style = match selected {
        Some(_) => theme.axis_selected,
        None => theme.axis,
    };
    let text = format!(" {}", grouped(count));
    put(buffer, area, &[label(" ", theme.axis), run(&text, style)]);
    hits.push(area, Target::InLane(band.lane.key, first));
}

fn draw_marks(
    state: &State,
    theme: &Theme,
    band: &Band,
    marks: &[Mark],
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    let selected = |mark: &&Mark| {
        state
            .selected
            .is_some_and(|event| mark.events.contains(&event))
    };
    // Spans lie under points, and what is selected over all.
    let spans = marks.iter().filter(|mark| mark.is_span && !selected(mark));
    let points = marks.iter().filter(|mark| !mark.is_span && !selected(mark));
    let chosen = marks.iter().filter(selected);
    for mark in spans.chain(points).chain(chosen) {
        let y = area.y.saturating_add(mark.row);
        let style = match selected(&mark) {
            true => theme.axis_selected,
            false => signs::style(mark, theme),
        };
        for column in mark.from..=mark.to {
            let symbol = match mark.is_span {
                true => signs::cell(mark, column),
                false => signs::point(mark),
            };
            let x = area.x.saturating_add(column);
            sign(buffer, area, x, y, symbol, style);
        }
        let cells = Rect {
            x: area.x.saturating_add(mark.from),
            width: mark.to.saturating_sub(mark.from) + 1,
            y,
            height: 1,
        };
        hits.push(
            cells.intersection(area),
            Target::InLane(band.lane.key, target(mark, state.selected)),
        );
    }
    for mark in marks {
        beside(state, theme, band, mark, area, buffer, hits);
    }
}

/// A click on a cluster keeps the selected one of it.
fn target(mark: &Mark, selected: Option<EventIx>) -> EventIx {
    let stays = selected.filter(|event| mark.events.contains(event));
    stays.unwrap_or_else(|| mark.event())
}

/// A mark's label.
fn beside(
    state: &State,
    theme: &Theme,
    band: &Band,
    mark: &Mark,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    let Some(beside) = &mark.label else {
        return;
    };
    let cells = Rect {
        x: area.x.saturating_add(beside.column),
        width: beside.columns,
        y: area.y.saturating_add(mark.row),
        height: 1,
    };
    let cells = cells.intersection(area);
    let is_selected = state
        .selected
        .is_some_and(|event| mark.events.contains(&event));
    let style = match is_selected {
        true => theme.title,
        false => theme.detail,
    };
    let search = state.search.as_ref().map(|active| &active.search);
    let text = found(&beside.text, style, search, theme, usize::from(cells.width));
    // A label within its bar has a free cell before it and behind it.
    if (mark.from..mark.to).contains(&beside.column) {
        let gap = Rect {
            x: cells.x.saturating_sub(1),
            width: u16::try_from(crate::tui::paint::line_width(&text)).unwrap_or(0) + 2,
            ..cells
        };
        crate::tui::paint::blank(buffer, gap.intersection(area), theme.ground);
    }
    put(buffer, cells, &text);
    hits.push(
        cells,
        Target::InLane(band.lane.key, target(mark, state.selected)),
    );
}

/// Columns of bars, as high as so many events are in them.
fn bars(
    state: &State,
    theme: &Theme,
    picture: &Picture,
    (band, density, most): (&Band, &Density, u32),
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    let holds = |event: &EventIx| {
        let table = state.lane_table();
        table.holds(&state.store, band.lane.key, *event)
    };
    let selected = state.selected.filter(holds);
    let selected = selected.and_then(|event| moment_of(&state.store, event));
    let selected = selected.and_then(|moment| picture.scale.column(moment));
    let full = u64::from(area.height) * 8;
    for (column, count) in (0..area.width).zip(&density.counts) {
        if *count == 0 {
            continue;
        }
        let style = match (selected == Some(column), density.by_day) {
            (true, _) => theme.axis_selected,
            (false, true) => theme.axis.patch(theme.axis_soft),
            (false, false) => theme.axis,
        };
        let height = (u64::from(*count) * full)
            .div_ceil(u64::from(most))
            .min(full);
        let x = area.x.saturating_add(column);
        let mut left = usize::try_from(height).unwrap_or(0);
        for y in (area.top()..area.bottom()).rev() {
            let eighths = left.min(8);
            left -= eighths;
            if let Some(bar) = EIGHTHS.get(eighths).filter(|_| eighths > 0) {
                sign(buffer, area, x, y, bar, style);
            }
        }
        let moment = picture.scale.moment(f64::from(column) + 0.5);
        let cells = Rect {
            x,
            width: 1,
            ..area
        };
        hits.push(cells, Target::Lane(band.lane.key, Some(moment)));
    }
}

/// Signs at the edges for what is not shown.
fn beyond(band: &Band, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let edges = [
        (band.beyond.0, area.left(), "◂"),
        (band.beyond.1, area.right() - 1, "▸"),
    ];
    for (count, x, symbol) in edges {
        if count > 0 && is_free(buffer, x, area.y) {
            sign(buffer, area, x, area.y, symbol, theme.faint);
        }
    }
}

fn is_free(buffer: &Buffer, x: u16, y: u16) -> bool {
    let cell = buffer.cell((x, y));
    cell.is_some_and(|cell| matches!(cell.symbol(), " " | "┊" | "│"))
}
