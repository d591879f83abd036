//! A year's or month's heading in the timeline: how many events it has, as a number and as a bar beside the fullest one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::bar::{bar, share_of};
use super::paint::{Line, label, line_width, put, put_right, run};
use super::theme::Theme;
use super::timeline::{heading_text, pad_to};
use crate::app::{State, grouped};
use crate::store::Heading;

/// Cells of the longest bar.
const FULLEST: usize = 20;
/// Cells of `── September 2025` and one more: bars leave room for the longest month, so that all begin in one column.
const MONTH: usize = 18;
/// A bar shorter than this would tell nothing.
const LEAST: usize = 4;

/// Draws the heading of a group.
pub(super) fn render(state: &State, theme: &Theme, group: usize, area: Rect, buffer: &mut Buffer) {
    let heading = state.view.groups().get(group).map(|group| group.heading);
    let text = heading.map_or_else(String::new, heading_text);
    let line = [label("── ", theme.separator), run(&text, theme.heading)];
    put(buffer, area, &line);
    if heading.is_some_and(|heading| heading != Heading::AsInFile) {
        let room = usize::from(area.width).saturating_sub(line_width(&line) + 1);
        let density = density(state, theme, group, usize::from(area.width));
        if line_width(&density) <= room {
            put_right(buffer, area, &density);
        }
    }
}

/// A bar and the number; where there is no room for a bar, the number alone.
fn density(state: &State, theme: &Theme, group: usize, width: usize) -> Line {
    let (count, most) = (state.view.count_in(group), state.view.fullest());
    let digits = grouped(most).len();
    let number = run(&format!("{:>digits$}", grouped(count)), theme.number);
    let cells = width.saturating_sub(MONTH + digits + 1).min(FULLEST);
    if cells < LEAST {
        return vec![number];
    }
    let mut line = vec![run(&bar(share_of(count, most, cells)), theme.axis)];
    pad_to(&mut line, cells + 1);
    line.push(number);
    line
}
