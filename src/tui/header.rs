//! The top line: what is open, how much of it is left, which filters and search are in force.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{Line, label, put, run};
use super::theme::Theme;
use crate::app::State;
use crate::model::{Bounds, Day};
use crate::store::{ActorTerm, Side};

/// Draws the line.
pub(super) fn render(state: &State, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let title = state
        .store
        .timeline()
        .title
        .as_deref()
        .unwrap_or(&state.name);
    let mut line: Line = vec![run(title, theme.header)];
    let (left, all) = (state.view.len(), state.store.len());
    let noun = if all == 1 { "event" } else { "events" };
    let counts = if left == all {
        format!("  {all} {noun}")
    } else {
        format!("  {left} of {all} {noun}")
    };
    line.push(run(&counts, theme.header_detail));
    line.extend(filters(state, theme));
    if let Some(active) = &state.search {
        line.push(label("  /", theme.filter));
        line.push(run(active.search.query(), theme.filter));
        let found = format!(
            " {} events {} sentences",
            active.hits.events.len(),
            active.hits.sentences.len()
        );
        line.push(run(&found, theme.header_detail));
    }
    if !state.notices.is_empty() {
        let notices = format!("  ! {} to check", state.notices.len());
        line.push(run(&notices, theme.warning));
    }
    put(buffer, area, &line);
}

fn filters(state: &State, theme: &Theme) -> Line {
    let filter = &state.filter;
    if filter.is_empty() {
        return Line::new();
    }
    let mut line: Line = vec![label("  filter:", theme.header_detail)];
    let included = filter
        .actors
        .iter()
        .filter(|term| term.side == Side::Include)
        .count();
    for term in &filter.actors {
        line.push(label(" ", theme.detail));
        line.extend(term_text(state, theme, term));
    }
    if included > 1 {
        line.push(label(
            if filter.any { " (any)" } else { " (all)" },
            theme.filter,
        ));
    }
    if let Some(dates) = filter.dates {
        line.push(run(&format!(" {}", range_text(dates)), theme.filter));
    }
    if state.filters_off {
        line.push(label(" [off]", theme.warning));
    }
    line
}

fn term_text(state: &State, theme: &Theme, term: &ActorTerm) -> Line {
    let name = state
        .store
        .actor(term.actor)
        .map_or("", |actor| &actor.name);
    let (sign, style) = match term.side {
        Side::Include => ("+", theme.include),
        Side::Exclude => ("−", theme.exclude),
    };
    let mut line = vec![label(sign, style), run(name, style)];
    if term.as_speaker {
        line.push(label(" speaking", style));
    }
    line
}

/// A stretch of days: `2025-06-01..2025-06-30`, `2025-06-01..`, `..2022-12-31`.
fn range_text(bounds: Bounds) -> String {
    let side = |day: Day, open: bool| if open { String::new() } else { day.to_string() };
    let earliest = side(bounds.earliest, bounds.starts_open());
    format!("{earliest}..{}", side(bounds.latest, bounds.ends_open()))
}
