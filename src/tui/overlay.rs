//! What lies over the panes: pickers and the help page, both made from the action table and the store.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::hints::EXPLAINED;
use super::hits::Hits;
use super::paint::{Line, blank, label, line_width, put, put_right, row, run, tint};
use super::theme::Theme;
use crate::app::{ACTIONS, Mark, Overlay, Picker, PickerKind, Scroll, State, Target, Window};
use crate::store::Side;
use crate::text::{SafeText, truncate, width};

/// Draws the open overlay, if it has a window of its own, and tells its rows and where its cursor stands.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    screen: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> (Window, Option<Position>) {
    match &state.overlay {
        Some(Overlay::Picker(picker)) => draw_picker(state, theme, picker, screen, buffer, hits),
        Some(Overlay::Help(scroll)) => {
            (draw_help(state, theme, *scroll, screen, buffer, hits), None)
        }
        Some(Overlay::Prompt(_)) | None => (Window::default(), None),
    }
}

/// A window in the middle of the screen that leaves the bottom line free.
fn frame(screen: Rect, width: u16, height: u16) -> Rect {
    let height = height.min(screen.height.saturating_sub(1));
    let width = width.min(screen.width);
    Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (screen.height.saturating_sub(1) - height) / 2,
        width,
        height,
    }
}

/// Blanks a window, draws its border and title, and gives what is inside.
fn window(title: Line, theme: &Theme, area: Rect, buffer: &mut Buffer, hits: &mut Hits) -> Rect {
    hits.cover();
    blank(buffer, area, theme.overlay);
    if area.width < 6 || area.height < 4 {
        return area;
    }
    let across = "─".repeat(usize::from(area.width) - 2);
    put(
        buffer,
        row(area, 0),
        &[run(&format!("┌{across}┐"), theme.separator)],
    );
    let bottom = usize::from(area.height) - 1;
    put(
        buffer,
        row(area, bottom),
        &[run(&format!("└{across}┘"), theme.separator)],
    );
    for line in 1..bottom {
        let here = row(area, line);
        put(buffer, here, &[label("│", theme.separator)]);
        put_right(buffer, here, &[label("│", theme.separator)]);
    }
    let heading = Rect {
        x: area.x + 2,
        width: area.width - 4,
        height: 1,
        ..area
    };
    put(buffer, heading, &title);
    Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width - 4,
        height: area.height - 2,
    }
}

fn draw_picker(
    state: &State,
    theme: &Theme,
    picker: &Picker,
    screen: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> (Window, Option<Position>) {
    let title = match picker.kind {
        PickerKind::Actors => " Filter by actor ",
        PickerKind::Sources => " Sources ",
        PickerKind::Palette => " Everything that can be done ",
    };
    let mut title: Line = vec![label(title, theme.overlay_title)];
    if picker.kind == PickerKind::Actors {
        let rule = if state.filter.any {
            " any of the included "
        } else {
            " all of the included "
        };
        title.push(label(rule, theme.filter));
        let left = format!("· {} of {} events ", state.view.len(), state.store.len());
        title.push(run(&left, theme.note));
    }
    let height = u16::try_from(picker.rows.len() + 4)
        .unwrap_or(u16::MAX)
        .max(8);
    let inside = window(title, theme, frame(screen, 76, height), buffer, hits);
    let typed = picker.line.value();
    let line = row(inside, 0);
    let hint = if typed.is_empty() {
        "type to narrow the list"
    } else {
        ""
    };
    put(
        buffer,
        line,
        &[
            label("> ", theme.key),
            run(typed, theme.title),
            label(hint, theme.faint),
        ],
    );
    let before: String = typed.chars().take(picker.line.cursor()).collect();
    let column = u16::try_from(2 + width(SafeText::new(&before).as_str())).unwrap_or(u16::MAX);
    let cursor = (!line.is_empty()).then(|| Position {
        x: line
            .x
            .saturating_add(column)
            .min(line.right().saturating_sub(1)),
        y: line.y,
    });
    let list = Rect {
        y: inside.y + inside.height.min(1),
        height: inside.height.saturating_sub(1),
        ..inside
    };
    let seen = picker.scroll.window(
        usize::from(list.height),
        picker.matching.len(),
        picker.cursor,
        picker.cursor,
    );
    if picker.matching.is_empty() {
        put(buffer, list, &[label("nothing matches", theme.faint)]);
    }
    for place in 0..usize::from(list.height) {
        let Some(matching) = picker.matching.get(seen.top + place) else {
            break;
        };
        if let Some(record) = picker.rows.get(*matching) {
            let here = row(list, place);
            let mut text = mark(state, theme, record.mark);
            let room = usize::from(here.width)
                .saturating_sub(line_width(&text) + width(&record.detail) + 2);
            text.push(label("", theme.detail));
            let name = truncate(&SafeText::new(&record.label), room);
            text.push(run(name.as_str(), theme.title));
            if picker.kind == PickerKind::Palette {
                let doc = record.also.first().map_or("", String::as_str);
                let left = room.saturating_sub(width(name.as_str()) + 2);
                let doc = truncate(&SafeText::new(doc), left);
                text.push(run(&format!("  {doc}"), theme.faint));
            }
            put(buffer, here, &text);
            put_right(buffer, here, &[run(&record.detail, theme.number)]);
            if seen.top + place == picker.cursor {
                tint(buffer, here, theme.selected);
            }
            hits.push(here, Target::Row(seen.top + place));
        }
    }
    (seen, cursor)
}

/// What a row says before its name: for an actor, whether the filter includes or excludes it.
fn mark(state: &State, theme: &Theme, mark: Mark) -> Line {
    let Mark::Actor(actor) = mark else {
        return Line::new();
    };
    let term = state.filter.actors.iter().find(|term| term.actor == actor);
    let (sign, style) = match term.map(|term| term.side) {
        None => ("[ ] ", theme.detail),
        Some(Side::Include) => ("[+] ", theme.include),
        Some(Side::Exclude) => ("[−] ", theme.exclude),
    };
    let mut line = vec![label(sign, style)];
    if term.is_some_and(|term| term.as_speaker) {
        line.push(label("speaking: ", style));
    }
    line
}

fn draw_help(
    state: &State,
    theme: &Theme,
    scroll: Scroll,
    screen: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Window {
    let lines = help_lines(state, theme);
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let inside = window(
        vec![label(" Keys ", theme.overlay_title)],
        theme,
        frame(screen, 92, height),
        buffer,
        hits,
    );
    let free = Scroll {
        free: true,
        ..scroll
    };
    let seen = free.window(usize::from(inside.height), lines.len(), 0, 0);
    for (place, line) in lines
        .iter()
        .skip(seen.top)
        .take(usize::from(inside.height))
        .enumerate()
    {
        put(buffer, row(inside, place), line);
    }
    seen
}

/// The help page: every action of every mode with its keys, then the signs.
fn help_lines(state: &State, theme: &Theme) -> Vec<Line> {
    let mut lines = Vec::new();
    for (mode, heading) in EXPLAINED {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.push(vec![label(heading, theme.heading)]);
        for entry in ACTIONS {
            let keys = state.keymap.keys_of(mode, &entry.action);
            if keys.is_empty() {
                continue;
            }
            let keys = format!("  {:<14}", keys.join("  "));
            lines.push(vec![
                run(&keys, theme.key),
                label(" ", theme.detail),
                run(entry.doc.trim(), theme.detail),
            ]);
        }
    }
    lines.push(Line::new());
    lines.push(vec![label("Signs", theme.heading)]);
    for (sign, meaning) in SIGNS {
        lines.push(vec![
            run(&format!("  {sign:<14}"), theme.key),
            label(" ", theme.detail),
            label(meaning, theme.detail),
        ]);
    }
    lines
}

const SIGNS: [(&str, &str); 14] = [
    ("● ○ ◌", "An event that happened, is planned, is claimed."),
    ("★", "The event that the article is about."),
    ("≠", "Claims give the event different dates."),
    (
        "3 Jul 2025*",
        "The date rests on a publication date that the text does not state.",
    ),
    ("≤ 2 Jul, ≥ 3 Jul", "On or before, on or after that day."),
    ("11..20 Jun", "Once, some day within."),
    ("2 – 5 Jun", "It lasted from the one to the other."),
    ("2022~ 2022?", "About then; uncertain."),
    ("16§", "How many sentences of the sources state the event."),
    (
        "░ ‹ ›",
        "On the axis: some time within; open towards the past or future.",
    ),
    (
        "⫽ 2 y",
        "On the axis: two years in which nothing begins or ends.",
    ),
    ("┃", "In the source: a sentence of the selected event."),
    (
        "7 12+",
        "In the source: the numbers of the sentence's events; + more follow.",
    ),
    ("10j", "A count before a key repeats it."),
];
