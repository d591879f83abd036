//! The lines between the two sides: straight ones of dots for all, and over them, in heavy strokes along the rows and down one trunk,
//! those of the sentence or event that leads.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::braille::Raster;
use super::{Part, ends};
use crate::app::told::{End, Line, Side};
use crate::tui::paint::{put, row, run, sign};

/// Heavy strokes by what they join: 1 above, 2 below, 4 left, 8 right.
const HEAVY: [&str; 16] = [
    " ", "╹", "╻", "┃", "╸", "┛", "┓", "┫", "╺", "┗", "┏", "┣", "━", "┻", "┳", "╋",
];
const ABOVE: usize = 1;
const BELOW: usize = 2;
const LEFT: usize = 4;
const RIGHT: usize = 8;

/// Draws the lines.
pub(super) fn render(part: &Part<'_>, lines: &[Line], area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let is_led = |line: &&Line| leads(part, line);
    let others: Vec<&Line> = lines.iter().filter(|line| !is_led(line)).collect();
    faint(part, &others, area, buffer);
    let led: Vec<&Line> = lines.iter().filter(is_led).collect();
    heavy(part, &led, area, buffer);
}

/// Whether a line belongs to the sentence or event that leads.
fn leads(part: &Part<'_>, line: &Line) -> bool {
    let Some(link) = part.telling.links.get(line.link) else {
        return false;
    };
    match part.state.sides.leads {
        Side::Told => part.told_here() == Some(link.told),
        Side::Happened => part.event_here() == Some(link.event),
    }
}

/// All lines in dots. Where there are too many to be told apart, only how they begin and end.
fn faint(part: &Part<'_>, lines: &[&Line], area: Rect, buffer: &mut Buffer) {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let whole = lines.iter().map(|line| ends(line));
    let whole: Vec<_> = whole
        .filter_map(|(told, happened)| told.zip(happened))
        .collect();
    let is_dense = whole.len() > height.saturating_mul(2);
    let mut raster = Raster::new(width, height);
    for (told, happened) in whole {
        raster.line(told, happened, is_dense);
    }
    for line in 0..height {
        let text = raster.row(line);
        put(buffer, row(area, line), &[run(&text, part.theme.faint)]);
    }
    for line in lines {
        let arrow = |end| match end {
            End::Above => "↑",
            _ => "↓",
        };
        match (line.told, line.happened) {
            (End::Row(told), away @ (End::Above | End::Below)) => {
                arrow_at(part, area, area.x, told, arrow(away), buffer);
            }
            (away @ (End::Above | End::Below), End::Row(happened)) => {
                let x = area.right().saturating_sub(1);
                arrow_at(part, area, x, happened, arrow(away), buffer);
            }
            _ => {}
        }
    }
}

fn arrow_at(
    part: &Part<'_>,
    area: Rect,
    x: u16,
    line: usize,
    arrow: &'static str,
    buffer: &mut Buffer,
) {
    let here = row(area, line);
    let is_free = buffer
        .cell((x, here.y))
        .is_some_and(|cell| cell.symbol() == " ");
    if is_free {
        sign(buffer, here, x, here.y, arrow, part.theme.faint);
    }
}

/// The lines of one sentence or one event, which share a trunk.
fn heavy(part: &Part<'_>, lines: &[&Line], area: Rect, buffer: &mut Buffer) {
    if lines.is_empty() {
        return;
    }
    let height = usize::from(area.height);
    let mut joins = vec![0; height];
    let all = || {
        lines
            .iter()
            .flat_map(|line| [(line.told, LEFT), (line.happened, RIGHT)])
    };
    for (end, side) in all() {
        if let End::Row(row) = end
            && let Some(join) = joins.get_mut(row)
        {
            *join |= side;
        }
    }
    let rows = all().map(|(end, _)| match end {
        End::Above => 0,
        End::Row(row) => row,
        End::Below => height.saturating_sub(1),
    });
    let (first, last) = (rows.clone().min().unwrap_or(0), rows.max().unwrap_or(0));
    let leaves = |wanted: End| all().any(|(end, _)| end == wanted);
    let (above, below) = (leaves(End::Above), leaves(End::Below));
    let style = part.theme.cursor;
    let trunk = area.x + area.width / 2;
    for (line, join) in joins.iter().enumerate().take(last + 1).skip(first) {
        let here = row(area, line);
        let up = line > first || above;
        let down = line < last || below;
        let mut strokes = |x: u16, joined: usize| {
            let symbol = HEAVY.get(joined).copied().unwrap_or(" ");
            sign(buffer, here, x, here.y, symbol, style);
        };
        if join & LEFT != 0 {
            (area.x..trunk).for_each(|x| strokes(x, LEFT | RIGHT));
        }
        if join & RIGHT != 0 {
            (trunk + 1..area.right()).for_each(|x| strokes(x, LEFT | RIGHT));
        }
        let joined = join | if up { ABOVE } else { 0 } | if down { BELOW } else { 0 };
        strokes(trunk, joined);
        let leaves_here = match (join, line == 0 && above, line + 1 == height && below) {
            (0, true, _) => Some("▲"),
            (0, _, true) => Some("▼"),
            _ => None,
        };
        if let Some(arrow) = leaves_here {
            sign(buffer, here, trunk, here.y, arrow, style);
        }
    }
    dated(part, lines, area, buffer);
}

/// Marks where a sentence has the words that date the event.
fn dated(part: &Part<'_>, lines: &[&Line], area: Rect, buffer: &mut Buffer) {
    let dates = |line: &&&Line| {
        let link = part.telling.links.get(line.link);
        link.is_some_and(|link| link.dates)
    };
    for line in lines.iter().filter(dates) {
        if let End::Row(told) = line.told {
            let here = row(area, told);
            sign(buffer, here, area.x, here.y, "◆", part.theme.date_words);
        }
    }
}
