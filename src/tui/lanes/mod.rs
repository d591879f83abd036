//! The lanes: a row for each actor, time from left to right. Which lanes there are and what stands where is in `app::lanes`.

mod bands;
mod overview;
mod signs;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::axis::{status_sign, status_style};
use super::hits::Hits;
use super::paint::{Line, label, put, row, run, tint};
use super::theme::Theme;
use super::timeline;
use crate::app::lanes::{DAY, Label, LaneTable, Overview, Picture, Plot, TimeWindow};
use crate::app::{State, Target, Window, grouped};
use crate::store::{GroupBy, GroupKey};
use crate::text::{SafeText, truncate, width};

pub(super) use overview::overview;

/// What the last frames worked out, for as long as it holds.
#[derive(Debug, Default)]
pub(super) struct LanesCache {
    of: Option<Asked>,
    picture: Picture,
    overview_of: Option<(u64, GroupBy, u16)>,
    overview: Overview,
}

/// What a picture depends on.
#[derive(Debug, PartialEq)]
struct Asked {
    view: u64,
    by: GroupBy,
    window: Option<TimeWindow>,
    plot: Plot,
    top: usize,
    keep: Option<GroupKey>,
    titles: Option<String>,
}

impl LanesCache {
    fn picture(&mut self, state: &State, plot: Plot) -> &Picture {
        let free = state.timeline_scroll.free;
        let asked = Asked {
            view: state.view.number(),
            by: state.lanes.by,
            window: state.lanes.window,
            plot,
            top: state.timeline_scroll.top,
            keep: state.lanes.lane.filter(|_| !free),
            titles: state.titles.clone(),
        };
        if self.of.as_ref() != Some(&asked) {
            self.picture = state.lane_picture(plot);
            self.of = Some(asked);
        }
        &self.picture
    }
}

/// Where the parts of the pane are.
struct Parts {
    /// What the lanes are called.
    names: Rect,
    /// Time across.
    plot: Rect,
    /// What has no date.
    undated: Rect,
    /// Rows of the axis, above all of them.
    axis: u16,
    /// One line about the selected event.
    preview: Rect,
}

/// Columns of names, at most.
const LONGEST_NAME: usize = 30;
/// So many of the fullest lanes decide how wide the names are.
const MEASURED: usize = 60;
/// Columns for what has no date, and the width of a pane from which on there is so much room.
const UNDATED: (u16, u16) = (9, 60);
/// Where there is less room.
const UNDATED_NARROW: u16 = 4;

fn divide(state: &State, table: &LaneTable, area: Rect, alone: bool) -> Parts {
    let preview_rows = u16::from(alone && area.height >= 6);
    let (preview, area) = {
        let height = area.height - preview_rows;
        let y = area.y + height;
        let preview = Rect {
            y,
            height: preview_rows,
            ..area
        };
        (preview, Rect { height, ..area })
    };
    let axis = match area.height {
        0..3 => 0,
        3..7 => 1,
        _ => 2,
    };
    let cells = table.lanes().iter().take(MEASURED).map(|lane| {
        let name = SafeText::new(&table.name(&state.store, lane.key));
        width(name.as_str()) + grouped(lane.count).len() + 3
    });
    let longest = cells.max().unwrap_or(0).clamp(10, LONGEST_NAME);
    let names = u16::try_from(longest)
        .unwrap_or(u16::MAX)
        .min(area.width * 3 / 10);
    let undated = match table.undated() {
        0 => 0,
        _ if area.width >= UNDATED.1 => UNDATED.0,
        _ => UNDATED_NARROW,
    };
    let undated = undated.min(area.width.saturating_sub(names) / 2);
    let plot = area.width - names - undated;
    Parts {
        names: Rect {
            width: names,
            ..area
        },
        plot: Rect {
            x: area.x + names,
            width: plot,
            ..area
        },
        undated: Rect {
            x: area.x + names + plot,
            width: undated,
            ..area
        },
        axis,
        preview,
    }
}

/// Below the rows of the axis.
fn below(area: Rect, axis: u16) -> Rect {
    Rect {
        y: area.y + axis,
        height: area.height - axis,
        ..area
    }
}

/// Draws the pane and tells which lanes it shows, and how much room they had.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    cache: &mut LanesCache,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> (Window, Plot) {
    if let Some(window) = instead(state, theme, area, buffer, hits) {
        return (window, state.seen.lanes);
    }
    let table = state.lane_table();
    let alone = super::layout(state, buffer.area).panes.len() < 2;
    let parts = divide(state, &table, area, alone);
    let plot = Plot {
        columns: parts.plot.width,
        rows: parts.plot.height - parts.axis,
    };
    let picture = cache.picture(state, plot);
    axis(state, theme, picture, &parts, buffer, hits);
    bands::draw(state, theme, picture, &parts, buffer, hits);
    if !parts.preview.is_empty() {
        put(
            buffer,
            parts.preview,
            &preview(state, theme, parts.preview.width),
        );
    }
    let window = Window {
        top: picture.top,
        height: picture.bands.len(),
        total: picture.total,
        page: picture.bands.len().saturating_sub(1).max(1),
        first: picture.top,
        last: picture.top + picture.bands.len().saturating_sub(1),
    };
    (window, plot)
}

/// What is shown where there are no lanes: a line that says why, and the list.
fn instead(
    state: &State,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Option<Window> {
    if !state.view.is_empty() && !state.lane_table().lanes().is_empty() {
        return None;
    }
    let why = match (state.view.is_empty(), state.view.is_in_time()) {
        (true, _) => return Some(timeline::render(state, theme, area, buffer, hits)),
        (_, false) => "lanes follow when all events are read; until then, in the order of the file",
        (_, true) => "this timeline is read from its file as it is needed: no such lanes",
    };
    put(buffer, area, &[label(why, theme.faint)]);
    let list = below(area, area.height.min(1));
    Some(timeline::render(state, theme, list, buffer, hits))
}

fn axis(
    state: &State,
    theme: &Theme,
    picture: &Picture,
    parts: &Parts,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    let upper = row(parts.plot, 0);
    let lower = row(parts.plot, usize::from(parts.axis).saturating_sub(1));
    if parts.axis == 0 {
        return;
    }
    for line in [upper, lower] {
        tint(buffer, line, theme.axis_label, theme.matched);
    }
    if parts.axis > 1 {
        labels(buffer, upper, &picture.ticks.upper, theme);
        let by = format!(" by {}", state.lanes.by.name());
        put(buffer, row(parts.names, 0), &[run(&by, theme.heading)]);
    }
    labels(buffer, lower, &picture.ticks.lower, theme);
    let names = row(parts.names, usize::from(parts.axis) - 1);
    put(
        buffer,
        names,
        &[run(&format!(" {}", shown(picture)), theme.faint)],
    );
    let undated = row(parts.undated, usize::from(parts.axis) - 1);
    put(buffer, undated, &[label(" no date", theme.axis_label)]);
    if picture.scale.is_empty() {
        put(
            buffer,
            lower,
            &[label("no event here has a date", theme.faint)],
        );
        return;
    }
    for column in 0..parts.plot.width {
        let moment = picture.scale.moment(f64::from(column) + 0.5);
        let cells = Rect {
            x: parts.plot.x + column,
            width: 1,
            height: parts.axis,
            ..parts.plot
        };
        hits.push(cells, Target::Axis(moment));
    }
}

fn labels(buffer: &mut Buffer, line: Rect, labels: &[Label], theme: &Theme) {
    for label in labels {
        let place = Rect {
            x: line.x.saturating_add(label.column),
            width: line.width.saturating_sub(label.column),
            ..line
        };
        put(buffer, place, &[run(&label.text, theme.axis_label)]);
    }
}

/// How much time is shown.
fn shown(picture: &Picture) -> String {
    if picture.scale.is_whole() {
        return "all time".to_owned();
    }
    let window = picture.scale.shown();
    let hours = window.to.0.saturating_sub(window.from.0) / 60;
    let days = hours * 60 / DAY;
    match (days, hours) {
        (731.., _) => format!("{} years", (days + 182) / 365),
        (61.., _) => format!("{} months", (days + 15) / 30),
        (3.., _) => format!("{days} days"),
        _ => format!("{hours} hours"),
    }
}

/// The selected event in one line, where no other pane tells of it.
fn preview(state: &State, theme: &Theme, cells: u16) -> Line {
    let Some(event) = state.selected else {
        return Line::new();
    };
    let status = state.store.status(event);
    let mut line = vec![
        label(" ", theme.detail),
        label(status_sign(status), status_style(theme, status)),
        label(" ", theme.detail),
        run(&timeline::date_text(state, event), theme.date),
        label("  ", theme.detail),
    ];
    let room = usize::from(cells).saturating_sub(super::paint::line_width(&line));
    let title = truncate(&SafeText::new(&state.title(event)), room);
    line.push(run(title.as_str(), theme.title));
    line
}
