//! The help page: every action of the table with its keys, and every sign of the screen with its meaning.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::hints::EXPLAINED;
use super::hits::Hits;
use super::overlay::{frame, window};
use super::paint::{Line, label, put, row, run, wrap_styled};
use super::theme::Theme;
use crate::app::{ACTIONS, Scroll, State, Window};
use crate::text::{SafeText, pad};

/// Cells of the help page, border and all.
const HELP_WIDTH: u16 = 96;
/// Cells of its first column.
const KEYS_WIDTH: usize = 19;

/// Draws the page and tells which lines it shows.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    scroll: Scroll,
    screen: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Window {
    // The page is as wide as the screen lets it be, so its height is known only once its lines are wrapped.
    let outer = frame(screen, HELP_WIDTH, screen.height);
    let lines = help_lines(state, theme, usize::from(outer.width.saturating_sub(4)));
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let title = vec![label(" Keys ", theme.overlay_title)];
    let inside = window(
        title,
        theme,
        frame(screen, HELP_WIDTH, height),
        buffer,
        hits,
    );
    let height = usize::from(inside.height);
    let free = Scroll {
        free: true,
        ..scroll
    };
    let seen = free.window(height, lines.len(), 0, 0);
    for (place, line) in lines.iter().skip(seen.top).take(height).enumerate() {
        put(buffer, row(inside, place), line);
    }
    seen
}

/// Every action of every mode with its keys, then the signs.
fn help_lines(state: &State, theme: &Theme, cells: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for (mode, heading) in EXPLAINED {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.push(vec![label(heading, theme.heading)]);
        for entry in ACTIONS {
            let keys = state.keymap.keys_of(mode, &entry.action);
            if !keys.is_empty() {
                explain(&mut lines, theme, &keys.join("  "), entry.doc.trim(), cells);
            }
        }
    }
    lines.push(Line::new());
    lines.push(vec![label("Signs", theme.heading)]);
    for (sign, meaning) in SIGNS {
        explain(&mut lines, theme, sign, meaning, cells);
    }
    lines
}

/// Two columns: keys or signs, and what they do, wrapped.
fn explain(lines: &mut Vec<Line>, theme: &Theme, what: &str, doc: &str, cells: usize) {
    let doc = SafeText::new(doc);
    let room = cells.saturating_sub(KEYS_WIDTH).max(1);
    for (place, text) in wrap_styled(&doc, theme.detail, &[], room)
        .into_iter()
        .enumerate()
    {
        let first = if place == 0 { what } else { "" };
        let first = pad(&SafeText::new(first), KEYS_WIDTH - 3);
        let mut line = vec![
            label("  ", theme.key),
            run(first.as_str(), theme.key),
            label(" ", theme.key),
        ];
        line.extend(text);
        lines.push(line);
    }
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
