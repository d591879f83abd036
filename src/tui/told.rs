//! The order of the article beside the order of time, with lines between them.

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
