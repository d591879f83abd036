//! The lanes: a row for each actor, time from left to right. Which rows there are is in `app`.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::hits::Hits;
use super::theme::Theme;
use super::timeline;
use crate::app::{State, Window};

/// Draws the pane and tells which lines it shows.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Window {
    timeline::render(state, theme, area, buffer, hits)
}
