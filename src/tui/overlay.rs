//! What lies over the panes, and the window it lies in. What stands inside is in `picker` and `help`.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::hits::Hits;
use super::paint::{Line, blank, label, put, put_right, row, run, wrap_styled};
use super::theme::Theme;
use super::{help, picker};
use crate::app::{Overlay, Scroll, State, Window};
use crate::text::SafeText;

/// Draws the open overlay, if it has a window of its own, and tells its rows and where its cursor stands.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    screen: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> (Window, Option<Position>) {
    match &state.overlay {
        Some(Overlay::Picker(picker)) => picker::render(state, theme, picker, screen, buffer, hits),
        Some(Overlay::Help(scroll)) => {
            let lines = |cells| help::lines(state, theme, cells);
            (
                page(" Keys ", lines, theme, *scroll, screen, buffer, hits),
                None,
            )
        }
        Some(Overlay::Notices(scroll)) => {
            let lines = |cells| notices(state, theme, cells);
            (
                page(" Notices ", lines, theme, *scroll, screen, buffer, hits),
                None,
            )
        }
        Some(Overlay::Prompt(_) | Overlay::Turning(_)) | None => (Window::default(), None),
    }
}

/// Cells of a page of text, border and all.
const PAGE_WIDTH: u16 = 96;

/// Draws a page of text and tells which lines it shows.
fn page(
    title: &'static str,
    lines: impl Fn(usize) -> Vec<Line>,
    theme: &Theme,
    scroll: Scroll,
    screen: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Window {
    // The page is as wide as the screen lets it be, so its height is known only once its lines are wrapped.
    let outer = frame(screen, PAGE_WIDTH, screen.height);
    let lines = lines(usize::from(outer.width.saturating_sub(4)));
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let title = vec![label(title, theme.overlay_title)];
    let inside = window(
        title,
        theme,
        frame(screen, PAGE_WIDTH, height),
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

/// Every notice, wrapped: place, cause and mend.
fn notices(state: &State, theme: &Theme, cells: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for notice in &state.notices {
        let text = SafeText::new(&notice.to_string());
        lines.extend(wrap_styled(&text, theme.detail, &[], cells.max(1)));
        lines.push(Line::new());
    }
    lines
}

/// A window in the middle of the screen that leaves the bottom line free.
pub(super) fn frame(screen: Rect, width: u16, height: u16) -> Rect {
    let height = height.min(screen.height.saturating_sub(1));
    let width = width.min(screen.width);
    Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (screen.height.saturating_sub(1) - height) / 2,
        width,
        height,
    }
}

/// Blanks a window, draws its border and title, and gives what is inside.
pub(super) fn window(
    title: Line,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Rect {
    hits.cover();
    blank(buffer, area, theme.overlay);
    if area.width < 6 || area.height < 4 {
        return area;
    }
    let across = "─".repeat(usize::from(area.width) - 2);
    put(
        buffer,
        row(area, 0),
        &[run(&format!("┌{across}┐"), theme.separator)],
    );
    let bottom = usize::from(area.height) - 1;
    put(
        buffer,
        row(area, bottom),
        &[run(&format!("└{across}┘"), theme.separator)],
    );
    for line in 1..bottom {
        let here = row(area, line);
        put(buffer, here, &[label("│", theme.separator)]);
        put_right(buffer, here, &[label("│", theme.separator)]);
    }
    let heading = Rect {
        x: area.x + 2,
        width: area.width - 4,
        height: 1,
        ..area
    };
    put(buffer, heading, &title);
    Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width - 4,
        height: area.height - 2,
    }
}
