//! What the told/happened view adds up to, in one line: coverage, jumps back, what is not shown.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Part;
use crate::text::width;
use crate::tui::paint::{put, run};

const BETWEEN: &str = " · ";

/// Draws the line; what has no room is left out from the end.
pub(super) fn render(part: &Part<'_>, area: Rect, buffer: &mut Buffer) {
    let mut room = usize::from(area.width);
    let mut line = String::new();
    for said in part.telling.summary() {
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
