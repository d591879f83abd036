//! The only room that writes text to the screen, and it takes nothing but safe text.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::text::{SafeText, Seen, has_right_to_left, one_cell, visual, width, wrap};

/// A piece of text in one style.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// What it says.
    pub text: SafeText,
    /// How it looks.
    pub style: Style,
}

/// One line of the screen.
pub(super) type Line = Vec<Run>;

/// A piece of text that a program, not a file, wrote.
pub(super) fn label(text: &'static str, style: Style) -> Run {
    Run {
        text: SafeText::literal(text),
        style,
    }
}

/// A piece of any text: a field of its own, whose right-to-left words stay inside it.
pub(super) fn run(text: &str, style: Style) -> Run {
    let mut text = SafeText::new(text);
    if has_right_to_left(text.as_str()) {
        let clusters = visual(&text, 0..text.as_str().len());
        text = SafeText::of_clusters(&clusters);
    }
    Run { text, style }
}

/// What is being typed, in the order of the keys: the cursor counts its cells.
pub(super) fn typed(text: &str, style: Style) -> Run {
    Run {
        text: SafeText::new(text),
        style,
    }
}

/// How many cells a line takes.
pub(super) fn line_width(line: &[Run]) -> usize {
    line.iter().map(|run| width(run.text.as_str())).sum()
}

/// Writes a line into the first row of an area, cut at its right edge.
pub(super) fn put(buffer: &mut Buffer, area: Rect, line: &[Run]) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let mut x = area.x;
    for run in line {
        let room = usize::from(area.right() - x);
        (x, _) = buffer.set_stringn(x, area.y, run.text.as_str(), room, run.style);
    }
}

/// Writes a line at the right edge of an area's first row, if there is room for all of it.
pub(super) fn put_right(buffer: &mut Buffer, area: Rect, line: &[Run]) -> u16 {
    let cells = u16::try_from(line_width(line)).unwrap_or(u16::MAX);
    if cells <= area.width {
        put(
            buffer,
            Rect {
                x: area.right() - cells,
                width: cells,
                ..area
            },
            line,
        );
        cells
    } else {
        0
    }
}

/// Lays a style over an area, but not over cells of a look that must stay: what a search found shows in the selection too.
pub(crate) fn tint(buffer: &mut Buffer, area: Rect, style: Style, stays: Style) {
    let area = area.intersection(buffer.area);
    for position in area.positions() {
        let Some(cell) = buffer.cell_mut(position) else {
            continue;
        };
        let reversed = Modifier::REVERSED;
        if (Some(cell.fg), Some(cell.bg)) == (stays.fg, stays.bg) {
            continue;
        }
        // Without colours what stands out does so in a row that stands out by being the one that does not.
        if style.add_modifier.contains(reversed) && cell.modifier.contains(reversed) {
            cell.modifier.remove(reversed);
        } else {
            cell.set_style(style);
        }
    }
}

/// Blanks an area and gives it a style.
pub(super) fn blank(buffer: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buffer.area);
    for position in area.positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.reset();
            cell.set_style(style);
        }
    }
}

/// Sets one cell to a sign of this program, if it lies in the area.
pub(super) fn sign(
    buffer: &mut Buffer,
    area: Rect,
    x: u16,
    y: u16,
    symbol: &'static str,
    style: Style,
) {
    if area.intersection(buffer.area).contains((x, y).into())
        && let Some(cell) = buffer.cell_mut((x, y))
    {
        cell.set_symbol(one_cell(symbol)).set_style(style);
    }
}

/// The `row`-th row of an area; empty below its end.
pub(super) fn row(area: Rect, row: usize) -> Rect {
    match u16::try_from(row) {
        Ok(row) if row < area.height => Rect {
            y: area.y + row,
            height: 1,
            ..area
        },
        _ => Rect { height: 0, ..area },
    }
}

/// Wraps a text and lays styles over parts of it. Later spans lie over earlier ones; ranges count bytes of the safe text.
pub(super) fn wrap_styled(
    text: &SafeText,
    base: Style,
    spans: &[(Range<usize>, Style)],
    cells: usize,
) -> Vec<Line> {
    let lines = wrap(text, cells);
    lines
        .into_iter()
        .map(|line| cut(text, line, base, spans))
        .collect()
}

/// One range of a text, cut into runs where its style changes.
pub(super) fn cut(
    text: &SafeText,
    range: Range<usize>,
    base: Style,
    spans: &[(Range<usize>, Style)],
) -> Line {
    if has_right_to_left(text.as_str()) {
        return cut_visually(text, range, base, spans);
    }
    let inside = |edge: &usize| range.contains(edge);
    let mut edges: Vec<usize> = vec![range.start, range.end];
    let bounds = spans.iter().flat_map(|(span, _)| [span.start, span.end]);
    edges.extend(bounds.filter(inside));
    edges.sort_unstable();
    edges.dedup();
    edges
        .windows(2)
        .filter_map(|edge| {
            let (start, end) = (*edge.first()?, *edge.last()?);
            let over = spans
                .iter()
                .filter(|(span, _)| span.start <= start && end <= span.end);
            let style = over.fold(base, |style, (_, over)| style.patch(*over));
            Some(Run {
                text: text.slice(start..end),
                style,
            })
        })
        .collect()
}

/// [`cut`] for a text with right-to-left words, in the order in which they are seen.
fn cut_visually(
    text: &SafeText,
    range: Range<usize>,
    base: Style,
    spans: &[(Range<usize>, Style)],
) -> Line {
    let look = |seen: &Seen| {
        let over = spans
            .iter()
            .filter(|(span, _)| span.start <= seen.range.start && seen.range.end <= span.end);
        over.fold(base, |style, (_, over)| style.patch(*over))
    };
    let clusters = visual(text, range);
    clusters
        .chunk_by(|one, next| look(one) == look(next))
        .filter_map(|alike| {
            Some(Run {
                text: SafeText::of_clusters(alike),
                style: look(alike.first()?),
            })
        })
        .collect()
}
