//! What the told/happened view adds up to, in one line: coverage, jumps back, what is not shown.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Part;
use crate::app::told::share_text;
use crate::app::{count, grouped};
use crate::text::width;
use crate::tui::paint::{put, run};

const BETWEEN: &str = " · ";

/// Draws the line; what has no room is left out from the end.
pub(super) fn render(part: &Part<'_>, area: Rect, buffer: &mut Buffer) {
    let mut room = usize::from(area.width);
    let mut line = String::new();
    for said in parts(part) {
        let between = if line.is_empty() { "" } else { BETWEEN };
        let cells = width(&said) + width(between);
        // The first part is cut rather than left out.
        if cells > room && !line.is_empty() {
            break;
        }
        room = room.saturating_sub(cells);
        line.push_str(between);
        line.push_str(&said);
    }
    put(buffer, area, &[run(&line, part.theme.header_detail)]);
}

/// What is said, the most telling first.
fn parts(part: &Part<'_>) -> Vec<String> {
    let telling = part.telling;
    let coverage = telling.coverage;
    if coverage.sentences == 0 {
        return vec!["this text has no sentences".to_owned()];
    }
    let mut parts = vec![format!(
        "coverage {} of {} ({} of the text)",
        share_text(coverage.stating, coverage.sentences),
        count(coverage.sentences, "sentence"),
        share_text(coverage.covered, coverage.characters)
    )];
    if telling.is_partial {
        parts = vec!["the file is read from disk: only the selected event is linked".to_owned()];
    }
    let jumps = match telling.jumps {
        0 => "no jump back".to_owned(),
        1 => "1 jump back".to_owned(),
        jumps => format!("{} jumps back", grouped(jumps)),
    };
    parts.push(match telling.perhaps {
        0 => jumps,
        perhaps => format!("{jumps} and {} perhaps", grouped(perhaps)),
    });
    let silent = coverage.sentences - coverage.stating;
    if silent > 0 && !telling.is_partial {
        parts.push(format!("{} without an event", count(silent, "sentence")));
    }
    if telling.hidden > 0 {
        parts.push(format!("{} filtered out", count(telling.hidden, "event")));
    }
    if telling.elsewhere > 0 {
        parts.push(format!(
            "{} of other sources",
            count(telling.elsewhere, "event")
        ));
    }
    parts
}
