//! The top line: what is open, how much of it is left, which filters and search are in force.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{Line, label, line_width, put, run, sign};
use super::theme::Theme;
use crate::app::{State, count, grouped};
use crate::model::{Bounds, Day};
use crate::store::{ActorTerm, Side};
use crate::text::{SafeText, truncate};

/// Draws the line.
pub(super) fn render(state: &State, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let title = state.store.title().unwrap_or(&state.name);
    let rest = facts(state, theme);
    // The title gives way before what says how much of the timeline is hidden.
    let room = usize::from(area.width);
    let title_room = room.saturating_sub(line_width(&rest)).max(SHORTEST_TITLE);
    let title = truncate(&SafeText::new(title), title_room);
    let mut line: Line = vec![run(title.as_str(), theme.header)];
    line.extend(rest);
    let is_cut = line_width(&line) > room;
    put(buffer, area, &line);
    if is_cut {
        sign(
            buffer,
            area,
            area.right().saturating_sub(1),
            area.y,
            "…",
            theme.warning,
        );
    }
}

/// Cells that the title keeps in any case.
const SHORTEST_TITLE: usize = 8;

/// How much is shown, why not all of it, and what needs a look.
fn facts(state: &State, theme: &Theme) -> Line {
    let (left, all) = (state.view.len(), state.store.len());
    let events = count(all, "event");
    let shown = if left == all {
        events
    } else {
        format!("{} of {events}", grouped(left))
    };
    let undated = state.view.undated();
    let undated = if undated > 0 {
        format!(", {undated} without date")
    } else {
        String::new()
    };
    let drafts = match state.store.drafts() {
        0 => String::new(),
        drafts => format!(", {}", count(drafts, "draft")),
    };
    let mut line = vec![run(
        &format!("  {shown}{undated}{drafts}"),
        theme.header_detail,
    )];
    line.extend(progress(state, theme));
    if !state.turned.is_empty() {
        line.push(run(
            &format!("  Δ {}", state.turned.summary()),
            theme.warning,
        ));
    }
    if !state.notices.is_empty() {
        line.push(run(
            &format!("  ! {}", count(state.notices.len(), "notice")),
            theme.warning,
        ));
    }
    line.extend(filters(state, theme));
    if let Some(active) = &state.search {
        line.push(label("  /", theme.filter));
        line.push(run(active.search.query(), theme.filter));
        if active.is_under_way() {
            line.push(label("…", theme.header_detail));
            return line;
        }
        let events = count(active.hits.events.len(), "event");
        let sentences = count(active.hits.sentences.len(), "sentence");
        line.push(run(
            &format!(": {events}, {sentences}"),
            theme.header_detail,
        ));
        if state.only_hits {
            line.push(label(" (only these)", theme.filter));
        }
    }
    line
}

/// How far a file that is being read is.
fn progress(state: &State, theme: &Theme) -> Line {
    let Some(loading) = state.store.loading().filter(|_| state.store.is_arriving()) else {
        return Line::new();
    };
    let part = loading.part();
    let percent = part.map_or_else(
        || format!(", {} MB", loading.bytes() / 1_000_000),
        |part| format!(", {:.0} %", (part * 100.0).floor()),
    );
    let left = loading.left().map_or_else(String::new, |left| {
        format!(", {} s left", left.as_secs() + 1)
    });
    vec![
        run(&format!(" so far{percent}{left}"), theme.header_detail),
        label("  Esc stops", theme.hint),
    ]
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
    for status in &filter.statuses {
        line.push(run(&format!(" {}", status.word()), theme.filter));
    }
    if state.filters_off {
        line.push(label(" [off]", theme.warning));
    }
    if state.is_filtering() {
        line.push(label("…", theme.header_detail));
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
