//! Which rows of a long pane are on the screen.

use super::lanes::Plot;

/// Where a pane is scrolled to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The first row on the screen, as far as it is known.
    pub top: usize,
    /// The wheel moved it away from the cursor; the next move of the cursor brings it back.
    pub free: bool,
}

/// The rows that a pane showed when it was last drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// The first row shown.
    pub top: usize,
    /// How many rows fit.
    pub height: usize,
    /// How many rows there are.
    pub total: usize,
    /// By how many items a page moves.
    pub page: usize,
    /// The first item of which something is shown.
    pub first: usize,
    /// The last one.
    pub last: usize,
}

/// The windows of all panes, as the last drawing left them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Windows {
    /// The timeline.
    pub timeline: Window,
    /// The events of the told/happened view, whose sentences are in the timeline's window.
    pub happened: Window,
    /// The event.
    pub event: Window,
    /// The source.
    pub source: Window,
    /// The open picker or the help page.
    pub overlay: Window,
    /// The lanes, while the timeline pane shows them.
    pub lanes: Plot,
}

impl Scroll {
    /// The window of `height` rows out of `total` that keeps the rows `first..=last` on the screen with a margin,
    /// moving as little as it can. A free window stays where it is.
    #[must_use]
    pub fn window(self, height: usize, total: usize, first: usize, last: usize) -> Window {
        let greatest = total.saturating_sub(height);
        let margin = (height / 5).min(3);
        // A row outside the window was jumped to: what follows it matters more than what stood before.
        let is_jump = first >= self.top + height || last < self.top;
        let top = if self.free {
            self.top
        } else if is_jump {
            first.saturating_sub((height / 4).max(margin))
        } else {
            let lowest_top = (last + 1 + margin).min(total).saturating_sub(height);
            let highest_top = first.saturating_sub(margin);
            self.top.max(lowest_top).min(highest_top)
        };
        // Rows taller than a quarter of the window must not be cut off at its end by a jump.
        let top = if self.free {
            top
        } else {
            top.max((last + 1).min(total).saturating_sub(height))
                .min(first)
        };
        Window {
            top: top.min(greatest),
            height,
            total,
            page: height.saturating_sub(1).max(1),
            ..Window::default()
        }
    }

    /// Scrolls the window that was drawn by so many rows, away from the cursor.
    pub fn wheel(&mut self, window: Window, rows: i32) {
        let step = usize::try_from(rows.unsigned_abs()).unwrap_or(usize::MAX);
        let greatest = window.total.saturating_sub(window.height);
        self.top = if rows < 0 {
            window.top.saturating_sub(step)
        } else {
            window.top.saturating_add(step).min(greatest)
        };
        self.free = true;
    }

    /// Lets the window follow the cursor again.
    pub const fn follow(&mut self) {
        self.free = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_is_always_on_the_screen_unless_the_wheel_moved_away() {
        for height in 0..20 {
            for total in 0..40 {
                for row in 0..total {
                    for top in [0, 3, 17, 100] {
                        let window = Scroll { top, free: false }.window(height, total, row, row);
                        assert!(window.top <= total.saturating_sub(height));
                        if height > 0 {
                            assert!((window.top..window.top + height).contains(&row));
                        }
                    }
                }
            }
        }
        let free = Scroll {
            top: 30,
            free: true,
        };
        assert_eq!(free.window(10, 40, 0, 0).top, 30);
    }

    #[test]
    fn a_window_moves_only_when_the_cursor_nears_its_edge() {
        let scroll = Scroll {
            top: 5,
            free: false,
        };
        assert_eq!(scroll.window(10, 40, 9, 9).top, 5);
        assert_eq!(scroll.window(10, 40, 14, 14).top, 7);
        assert_eq!(scroll.window(10, 40, 0, 0).top, 0);
    }

    #[test]
    fn a_jump_leaves_room_after_its_goal() {
        let scroll = Scroll {
            top: 0,
            free: false,
        };
        assert_eq!(scroll.window(20, 200, 100, 102).top, 95);
        assert_eq!(scroll.window(20, 200, 198, 199).top, 180);
    }

    #[test]
    fn the_wheel_stops_at_both_ends() {
        let window = Window {
            top: 2,
            height: 10,
            total: 14,
            page: 9,
            ..Window::default()
        };
        let mut scroll = Scroll::default();
        scroll.wheel(window, 9);
        assert_eq!(scroll.top, 4);
        scroll.wheel(window, -9);
        assert_eq!(scroll.top, 0);
    }
}
