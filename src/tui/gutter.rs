//! The gutter of the source pane: the cursor, whether a sentence states the selected event, and the numbers of its events.

use ratatui::style::Style;

use super::paint::{Line, label, run};
use super::theme::Theme;
use super::timeline::number_width;
use crate::app::{Pane, State};
use crate::store::SourceText;
use crate::text::width;

/// Event numbers in the gutter take at most so many cells.
const MOST_GUTTER: usize = 8;

/// Cells of the gutter: cursor, evidence sign, event numbers, a space.
pub(super) fn gutter_width(state: &State, width: u16) -> usize {
    let numbers = (number_width(state) * 2 + 2).min(MOST_GUTTER);
    let whole = 2 + numbers + 1;
    if usize::from(width) < whole * 3 {
        2.min(usize::from(width))
    } else {
        whole
    }
}

fn is_evidence(state: &State, sentence: usize) -> bool {
    let document = state.store.source_text(state.cursor.source);
    let events = document
        .as_deref()
        .map_or(&[][..], |document| document.events_of(sentence));
    state.selected.is_some_and(|event| events.contains(&event))
}

/// The gutter of one line. The first line of a sentence shows the numbers of its events, the selected one first.
pub(super) fn gutter_runs(
    state: &State,
    theme: &Theme,
    document: &SourceText,
    sentence: usize,
    begins: bool,
    cells: usize,
) -> Line {
    let cursor = sentence == state.cursor.sentence;
    let cursor_sign = match (cursor, state.focus == Pane::Source) {
        (true, true) => "▶",
        (true, false) => "▷",
        (false, _) => " ",
    };
    let mut line = vec![
        label(
            if begins || !cursor { cursor_sign } else { " " },
            theme.cursor,
        ),
        label(
            if is_evidence(state, sentence) {
                "┃"
            } else {
                " "
            },
            theme.evidence,
        ),
    ];
    let room = cells.saturating_sub(3);
    if cells <= 2 {
        return line;
    }
    let mut left = room;
    if begins {
        let selected = |event: &&_| Some(**event) == state.selected;
        let events = document.events_of(sentence);
        let events: Vec<_> = events
            .iter()
            .filter(|event| state.view.contains(**event))
            .collect();
        let first = events.iter().copied().filter(selected);
        let others = events.iter().copied().filter(|event| !selected(event));
        for (shown, event) in first.chain(others).enumerate() {
            let number = state.store.number(*event).to_string();
            let needed = width(&number) + usize::from(shown > 0);
            let more_follow = shown + 1 < events.len();
            if needed + usize::from(more_follow) > left {
                line.push(label("+", theme.number));
                left = left.saturating_sub(1);
                break;
            }
            if shown > 0 {
                line.push(label(" ", theme.number));
            }
            let style = if Some(*event) == state.selected {
                theme.evidence
            } else {
                theme.number
            };
            line.push(run(&number, style));
            left -= needed;
        }
        if document.events_of(sentence).is_empty() && left > 0 {
            line.push(label("·", theme.no_event));
            left -= 1;
        }
    }
    line.push(run(&" ".repeat(left + 1), Style::default()));
    line
}
