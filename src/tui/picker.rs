//! A list to choose from, with what has been typed to narrow it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::hits::Hits;
use super::overlay::{frame, window};
use super::paint::{self, Line, label, line_width, put, put_right, row, run, tint};
use super::theme::Theme;
use crate::app::{Mark, Picker, PickerKind, State, Target, Window, count, grouped};
use crate::store::Side;
use crate::text::{SafeText, truncate, width};

/// Draws a picker and tells its rows and where its cursor stands.
pub(super) fn render(
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
        PickerKind::Events => " Events here ",
    };
    let mut title: Line = vec![label(title, theme.overlay_title)];
    if picker.kind == PickerKind::Actors {
        let rule = if state.filter.any {
            " any of the included "
        } else {
            " all of the included "
        };
        title.push(label(rule, theme.filter));
        let left = format!(
            "· {} of {} ",
            grouped(state.view.len()),
            count(state.store.len(), "event")
        );
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
            paint::typed(typed, theme.title),
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
            let cells = usize::from(here.width).saturating_sub(line_width(&text));
            let beside = cells.saturating_sub(width(&record.detail) + 2);
            // The name matters more than what stands beside it.
            let with_detail =
                beside >= width(SafeText::new(&record.label).as_str()).min(SHORTEST_NAME);
            let room = if with_detail { beside } else { cells };
            let name = truncate(&SafeText::new(&record.label), room);
            text.push(run(name.as_str(), theme.title));
            if picker.kind == PickerKind::Palette {
                let doc = record.also.first().map_or("", String::as_str);
                let left = room.saturating_sub(width(name.as_str()) + 2);
                let doc = truncate(&SafeText::new(doc), left);
                text.push(run(&format!("  {doc}"), theme.faint));
            }
            put(buffer, here, &text);
            if with_detail {
                put_right(buffer, here, &[run(&record.detail, theme.number)]);
            }
            if seen.top + place == picker.cursor {
                tint(buffer, here, theme.selected, theme.matched);
            }
            hits.push(here, Target::Row(seen.top + place));
        }
    }
    (seen, cursor)
}

/// Cells of a name that the detail beside it must leave.
const SHORTEST_NAME: usize = 16;

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
