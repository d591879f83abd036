//! The axis of so many events that marks would lie over each other: how many begin in each column. Marks are in `axis`.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::hits::Hits;
use super::paint::{row, sign};
use super::scale::Scale;
use super::theme::Theme;
use super::ticks::{Tick, draw_ticks, ticks};
use crate::app::{State, Target};
use crate::model::{Bounds, Day};
use crate::store::{EventIx, Group, Heading};

/// Bars in eighths of a cell.
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// How many events begin where, worked out anew only for another view or width.
#[derive(Debug, Default)]
pub(super) struct Density {
    of: Option<(u64, u16)>,
    scale: Scale,
    columns: Vec<Column>,
    ticks: Vec<Tick>,
}

impl Density {
    fn measure(&mut self, state: &State, width: u16) {
        let of = Some((state.view.number(), width));
        if self.of == of {
            return;
        }
        let months = state.view.groups().iter().filter_map(days_of);
        self.scale = Scale::new(months, width);
        self.columns = columns(state, &self.scale, width);
        self.ticks = ticks(&self.scale, &[], width);
        self.of = of;
    }
}

/// Draws the axis of a view that is in the order of time.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    density: &mut Density,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    let rows = usize::from(area.height.saturating_sub(1));
    density.measure(state, area.width);
    let Density {
        scale,
        columns,
        ticks,
        ..
    } = density;
    let most = columns.iter().map(|column| column.count).max().unwrap_or(0);
    let selected = state.selected.and_then(|event| state.store.bounds(event));
    let selected = selected.and_then(|bounds| scale.column(bounds.earliest));
    for column in columns.iter() {
        let style = match selected == Some(column.at) {
            true => theme.axis_selected,
            false => theme.axis,
        };
        let mut left = height(column.count, most, rows);
        for line in (0..rows).rev() {
            let eighths = left.min(8);
            left -= eighths;
            let here = row(area, line);
            let x = area.x.saturating_add(column.at);
            let bar = EIGHTHS.get(eighths).copied().unwrap_or(" ");
            sign(buffer, here, x, here.y, bar, style);
        }
        let cells = Rect {
            x: area.x.saturating_add(column.at),
            width: 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        if let Some(event) = column.first {
            hits.push(cells.intersection(area), Target::Event(event));
        }
    }
    draw_ticks(ticks, theme, row(area, rows), buffer);
}

/// A column in which events begin.
#[derive(Debug)]
struct Column {
    at: u16,
    first: Option<EventIx>,
    count: usize,
}

/// The columns with the events that begin in them. A broken stretch has nothing in it.
fn columns(state: &State, scale: &Scale, width: u16) -> Vec<Column> {
    let starts: Vec<Day> = (0..width).filter_map(|at| scale.first_day(at)).collect();
    let mut columns = Vec::new();
    for (at, from) in (0..).zip(&starts) {
        let to = starts.get(usize::from(at) + 1).copied().unwrap_or(Day::MAX);
        let count = state.view.count_between(*from, to).unwrap_or(0);
        if count > 0 {
            columns.push(Column {
                at,
                first: state.view.first_from(*from),
                count,
            });
        }
    }
    columns
}

/// How high a bar is, in eighths of a cell: at least one, for what is there must be seen.
fn height(count: usize, most: usize, rows: usize) -> usize {
    let full = rows * 8;
    (count * full).div_ceil(most.max(1)).clamp(1, full.max(1))
}

/// The days of a group; `None` where it has no end.
fn days_of(group: &Group) -> Option<Bounds> {
    let day =
        |year: i32, month: u32, day| Day::from_ymd(year.into(), u8::try_from(month).ok()?, day);
    let (from, to) = match group.heading {
        Heading::Year(year) => (day(year, 1, 1)?, day(year, 12, 31)?),
        Heading::Month(year, month) => {
            let last = [31, 30, 29, 28].into_iter();
            let last = last.filter_map(|last| day(year, month, last)).next()?;
            (day(year, month, 1)?, last)
        }
        Heading::Before | Heading::Undated | Heading::AsInFile => return None,
    };
    Some(Bounds::days(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_high_as_its_count_and_never_unseen() {
        assert_eq!(height(100, 100, 3), 24);
        assert_eq!(height(50, 100, 3), 12);
        assert_eq!(height(1, 1_000_000, 3), 1);
    }
}
