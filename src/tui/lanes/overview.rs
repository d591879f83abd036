//! The strip above the lanes: all time, and which part of it they show.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::LanesCache;
use super::signs::EIGHTHS;
use crate::app::lanes::Overview;
use crate::app::{State, Target};
use crate::tui::hits::Hits;
use crate::tui::paint::sign;
use crate::tui::theme::Theme;

/// Draws the strip.
pub(in crate::tui) fn overview(
    state: &State,
    theme: &Theme,
    cache: &mut LanesCache,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    if area.is_empty() || !state.view.is_in_time() {
        return;
    }
    let of = Some((state.view.number(), state.lanes.by, area.width));
    if cache.overview_of != of {
        let (store, view, table) = (&state.store, &state.view, state.lane_table());
        cache.overview = Overview::new(store, view, &table, area.width);
        cache.overview_of = of;
    }
    let overview = &cache.overview;
    if overview.scale.is_empty() {
        return;
    }
    let window = state.lanes.window.map(|window| overview.columns_of(window));
    let most = overview.counts.iter().copied().max().unwrap_or(0).max(1);
    for (column, count) in (0..area.width).zip(&overview.counts) {
        let is_seen = window.is_none_or(|(from, to)| (from..=to).contains(&column));
        let style = if is_seen { theme.axis } else { theme.faint };
        let eighths = (u64::from(*count) * 8).div_ceil(u64::from(most));
        let bar = usize::try_from(eighths)
            .ok()
            .and_then(|eighths| EIGHTHS.get(eighths));
        let x = area.x + column;
        sign(buffer, area, x, area.y, bar.copied().unwrap_or("█"), style);
        let moment = overview.scale.moment(f64::from(column) + 0.5);
        let cell = Rect {
            x,
            width: 1,
            ..area
        };
        hits.push(cell.intersection(area), Target::Overview(moment));
    }
    if let Some((from, to)) = window {
        let edges = match (from.checked_sub(1), to + 1) {
            (before, after) if after < area.width => (before, Some(after)),
            (before, _) => (before, None),
        };
        for (column, bracket) in [(edges.0, "["), (edges.1, "]")] {
            if let Some(column) = column {
                sign(buffer, area, area.x + column, area.y, bracket, theme.key);
            }
        }
    }
}
