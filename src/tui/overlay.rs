//! What lies over the panes, and the window it lies in. What stands inside is in `picker` and `help`.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::hits::Hits;
use super::paint::{Line, blank, label, put, put_right, row, run};
use super::theme::Theme;
use super::{help, picker};
use crate::app::{Overlay, State, Window};

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
        Some(Overlay::Help(scroll)) => (
            help::render(state, theme, *scroll, screen, buffer, hits),
            None,
        ),
        Some(Overlay::Prompt(_)) | None => (Window::default(), None),
    }
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
