//! The help page: every action of the table with its keys, and every sign of the screen with its meaning.

use super::hints::EXPLAINED;
use super::paint::{Line, label, run, wrap_styled};
use super::theme::Theme;
use crate::app::{ACTIONS, State};
use crate::text::{SafeText, pad};

/// Cells of the first column.
const KEYS_WIDTH: usize = 19;

/// Every action of every mode with its keys, then the signs.
pub(super) fn lines(state: &State, theme: &Theme, cells: usize) -> Vec<Line> {
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

const SIGNS: [(&str, &str); 16] = [
    ("● ○ ◌", "An event that happened, is planned, is claimed."),
    (
        "●d ●x",
        "A draft, made by rules and reviewed by nobody; an event that was rejected.",
    ),
    (
        "Δ",
        "Changed by turning a publication date; the event tells from what.",
    ),
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
