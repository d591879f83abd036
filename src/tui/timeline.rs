//! The timeline pane: events in the order of time under their years and months. Draws only the lines that are seen.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::axis::{status_sign, status_style};
use super::heading;
use super::hits::Hits;
use super::paint::{Line, cut, label, line_width, put, put_right, row, run, tint};
use super::theme::Theme;
use crate::app::lanes::year_text;
use crate::app::{Pane, State, Target, Window};
use crate::model::{Review, Status, short_phrase};
use crate::store::{DOUBT, EventIx, Heading, Row, Search};
use crate::text::{SafeText, truncate, width};

/// From this width on an event takes one line; below, two.
const ONE_LINE: u16 = 96;

/// Draws the pane and tells which lines it shows.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Window {
    let height = if area.width >= ONE_LINE { 1 } else { 2 };
    let place = state.selected.and_then(|event| state.view.place(event));
    let first = place.map_or(0, |place| state.view.line_of(place, height));
    let total = state.view.line_count(height);
    let mut window =
        state
            .timeline_scroll
            .window(usize::from(area.height), total, first, first + height - 1);
    window.page = (usize::from(area.height) / height).saturating_sub(1).max(1);
    if state.view.is_empty() {
        let text = if state.store.is_empty() {
            "this timeline has no events"
        } else {
            "no event is left: c clears the filters"
        };
        put(buffer, area, &[label(text, theme.faint)]);
    }
    for line in 0..usize::from(area.height) {
        let here = row(area, line);
        match state.view.line(window.top + line, height) {
            Some(Row::Heading(group)) => heading::render(state, theme, group, here, buffer),
            Some(Row::Event { place, line }) => {
                if let Some(event) = state.view.at(place) {
                    draw_event(state, theme, event, (line, height), here, buffer);
                    hits.push(here, Target::Event(event));
                }
            }
            None => break,
        }
    }
    window
}

/// What stands above a group.
pub(super) fn heading_text(heading: Heading) -> String {
    match heading {
        Heading::Before => "before a known date".to_owned(),
        Heading::Year(year) => year_text(year),
        Heading::Month(year, month) => {
            let date = chrono::NaiveDate::from_ymd_opt(2000, month, 1);
            let name = date.map_or_else(String::new, |date| date.format("%B").to_string());
            format!("{name} {}", year_text(year))
        }
        Heading::Undated => "no date".to_owned(),
        Heading::AsInFile => "in the order of the file, while it is read".to_owned(),
    }
}

/// How many digits the largest event number has.
pub(super) fn number_width(state: &State) -> usize {
    state.store.len().to_string().len()
}

/// The columns before an event's date: cursor, number, sign.
pub(super) fn lead(state: &State, theme: &Theme, event: EventIx) -> Line {
    let status = state.store.status(event);
    let selected = state.selected == Some(event);
    let digits = number_width(state);
    let number = format!("{:>digits$} ", state.store.number(event));
    vec![
        label(if selected { "▌" } else { " " }, theme.cursor),
        run(&number, theme.number),
        label(status_sign(status), status_style(theme, status)),
        label(review_sign(state, event), theme.caution),
        label(" ", theme.detail),
    ]
}

/// What a person decided: a letter, so that it is seen without colours. No column where all events are accepted.
pub(super) fn review_sign(state: &State, event: EventIx) -> &'static str {
    match (state.store.tells_review(), state.store.review(event)) {
        (false, _) => "",
        (true, Review::Draft) => "d",
        (true, Review::Rejected) => "x",
        (true, Review::Accepted) => " ",
    }
}

/// The event's date as precisely as it is known, with a star where it rests on an inferred publication date.
pub(super) fn date_text(state: &State, event: EventIx) -> String {
    let date = state
        .store
        .date(event)
        .map_or_else(|| "no date".to_owned(), |date| short_phrase(&date));
    let star = if state.store.rests_on_inferred(event) {
        "*"
    } else {
        ""
    };
    format!("{date}{star}")
}

pub(super) fn facts(state: &State, theme: &Theme, event: EventIx) -> Line {
    let (status, id) = (state.store.status(event), state.store.id(event));
    let mut line = vec![run(&date_text(state, event), theme.date)];
    if state.turned.date_before(id).is_some() || state.turned.is_new(id) {
        line.push(label(" Δ", theme.warning));
    }
    if state.store.is_disputed(event) {
        line.push(label(" ≠", theme.warning));
    }
    if status != Status::Happened {
        line.push(label(" ", theme.detail));
        line.push(label(status.word(), status_style(theme, status)));
    }
    if state.store.is_main(event) {
        line.push(label(" ★", theme.date));
    }
    line
}

/// The names of those who take part, without what they do.
pub(super) fn actor_names(state: &State, event: EventIx) -> String {
    let store = &state.store;
    let mut names = String::new();
    for actor in store.participants(event) {
        let Some(record) = store.actor(actor) else {
            continue;
        };
        let before = if names.is_empty() { "" } else { ", " };
        let sign = if store.is_doubtful(actor) { DOUBT } else { "" };
        names.extend([before, sign, &record.name]);
    }
    names
}

fn draw_event(
    state: &State,
    theme: &Theme,
    event: EventIx,
    (line, height): (usize, usize),
    area: Rect,
    buffer: &mut Buffer,
) {
    let search = state.search.as_ref().map(|active| &active.search);
    let room = usize::from(area.width);
    let mut text = lead(state, theme, event);
    let indent = line_width(&text);
    let names = actor_names(state, event);
    let title_style = match state.store.status(event) {
        Status::Happened => theme.title,
        status => theme.title.patch(status_style(theme, status)),
    };
    let title = &state.title(event);
    let count = count_text(state, event);
    // What stands at the right keeps its place: the rest is cut before it.
    let room = if line == 0 {
        room.saturating_sub(width(&count) + 1)
    } else {
        room
    };
    if line == 0 {
        text.extend(facts(state, theme, event));
    }
    if height == 1 {
        pad_to(&mut text, indent + 22);
        text.push(label("  ", theme.detail));
        let left = room.saturating_sub(line_width(&text));
        let title_room =
            (left * 3 / 5).max(left.saturating_sub(width(SafeText::new(&names).as_str()) + 2));
        text.extend(found(title, title_style, search, theme, title_room));
        text.push(label("  ", theme.detail));
        let left = room.saturating_sub(line_width(&text));
        text.extend(found(&names, theme.detail, search, theme, left));
    } else if line == 0 {
        text.push(label("  ", theme.detail));
        let left = room.saturating_sub(line_width(&text));
        if left > 3 {
            text.extend(found(&names, theme.detail, search, theme, left));
        }
    } else {
        text.truncate(1);
        pad_to(&mut text, indent);
        let left = room.saturating_sub(indent);
        text.extend(found(title, title_style, search, theme, left));
    }
    let main = Rect {
        width: u16::try_from(room).unwrap_or(area.width).min(area.width),
        ..area
    };
    put(buffer, main, &text);
    if line == 0 {
        put_right(buffer, area, &[run(&count, theme.number)]);
    }
    if state.selected == Some(event) {
        let leads = state.focus == Pane::Timeline && state.overlay.is_none();
        tint(
            buffer,
            area,
            if leads {
                theme.selected
            } else {
                theme.selected_unfocused
            },
            theme.matched,
        );
    }
}

fn count_text(state: &State, event: EventIx) -> String {
    format!("{}§", state.store.sentence_count(event))
}

pub(super) fn pad_to(line: &mut Line, cells: usize) {
    let missing = cells.saturating_sub(line_width(line));
    line.push(run(&" ".repeat(missing), Style::default()));
}

/// A text cut to so many cells, with what the search found in it.
pub(super) fn found(
    text: &str,
    style: Style,
    search: Option<&Search>,
    theme: &Theme,
    cells: usize,
) -> Line {
    let text = truncate(&SafeText::new(text), cells);
    let spans = matches(&text, search, theme);
    let end = text.as_str().len();
    cut(&text, 0..end, style, &spans)
}

/// Where the search stands in a safe text.
pub(super) fn matches(
    text: &SafeText,
    search: Option<&Search>,
    theme: &Theme,
) -> Vec<(Range<usize>, Style)> {
    let ranges = search
        .into_iter()
        .flat_map(|search| search.ranges(text.as_str()));
    ranges.map(|range| (range, theme.matched)).collect()
}
