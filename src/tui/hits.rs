//! What a click would hit: areas noted while drawing, the last one on top.

use ratatui::layout::{Position, Rect};

use crate::app::{Pane, Target};

/// The hit areas of one frame.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    targets: Vec<(Rect, Target)>,
    panes: Vec<(Rect, Pane)>,
}

impl Hits {
    /// Notes that an area stands for a target.
    pub fn push(&mut self, area: Rect, target: Target) {
        self.targets.push((area, target));
    }

    /// Notes a pane's area: what a click there focuses, and what the wheel scrolls.
    pub fn push_pane(&mut self, area: Rect, pane: Pane) {
        self.panes.push((area, pane));
    }

    /// Forgets everything, for an overlay that takes the whole screen.
    pub fn cover(&mut self) {
        self.targets.clear();
        self.panes.clear();
    }

    /// What stands at a position.
    #[must_use]
    pub fn target(&self, x: u16, y: u16) -> Option<Target> {
        let here = Position { x, y };
        let target = self
            .targets
            .iter()
            .rev()
            .find(|(area, _)| area.contains(here));
        let target = target.map(|(_, target)| *target);
        target.or_else(|| self.pane(x, y).map(Target::Pane))
    }

    /// The pane at a position.
    #[must_use]
    pub fn pane(&self, x: u16, y: u16) -> Option<Pane> {
        let here = Position { x, y };
        let pane = self
            .panes
            .iter()
            .rev()
            .find(|(area, _)| area.contains(here));
        pane.map(|(_, pane)| *pane)
    }

    /// Every target, in the order of drawing.
    pub fn targets(&self) -> impl Iterator<Item = &(Rect, Target)> {
        self.targets.iter()
    }
}
