//! Where each pane goes at a given size. Pure arithmetic: every size down to 0×0 has an answer.

use ratatui::layout::Rect;

use crate::app::{Pane, Perspective, State};

/// Below this width two panes share the screen.
pub const THREE_PANES: u16 = 100;
/// Below this width one pane has it.
pub const TWO_PANES: u16 = 60;

/// The areas of one frame. What has no room has an empty area.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Areas {
    /// The top line.
    pub header: Rect,
    /// The strip of time.
    pub axis: Rect,
    /// The panes that are shown, from left to right, each with its title line.
    pub panes: Vec<(Pane, Rect)>,
    /// The lines between panes.
    pub separators: Vec<Rect>,
    /// The bottom line.
    pub hints: Rect,
}

/// Divides the screen.
#[must_use]
pub fn layout(state: &State, screen: Rect) -> Areas {
    let (header, rest) = split_top(screen, u16::from(screen.height >= 4));
    let (rest, hints) = split_bottom(rest, u16::from(screen.height >= 3));
    let (axis, body) = split_top(rest, axis_height(state.perspective, screen));
    let shown: &[Pane] = if state.zoomed || screen.width < TWO_PANES {
        &[state.focus]
    } else if screen.width < THREE_PANES {
        &[Pane::Timeline, state.beside]
    } else {
        &[Pane::Timeline, Pane::Event, Pane::Source]
    };
    let (panes, separators) = if state.perspective.is_wide() && shown.len() > 1 {
        storeys(body, shown, state.focus)
    } else {
        columns(body, shown)
    };
    Areas {
        header,
        axis,
        panes,
        separators,
        hints,
    }
}

/// The lanes have an axis of their own: above them a strip shows all time.
const fn axis_height(perspective: Perspective, screen: Rect) -> u16 {
    match screen.height {
        _ if screen.width < 20 => 0,
        0..12 => 0,
        _ if matches!(perspective, Perspective::Lanes) => 1,
        12..20 => 2,
        20..36 => 3,
        _ => 4,
    }
}

pub(super) fn split_top(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    let top = Rect { height, ..area };
    let rest = Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    };
    (top, rest)
}

fn split_bottom(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    let (rest, bottom) = split_top(area, area.height - height);
    (rest, bottom)
}

/// Shares of the width, in hundredths.
const fn share(panes: usize, pane: Pane) -> u32 {
    match (panes, pane) {
        (3, Pane::Timeline) => 35,
        (3, Pane::Event) => 28,
        (2, Pane::Timeline | Pane::Event) => 45,
        _ => 100,
    }
}

/// Shares of the height for a perspective that wants the whole width.
const UPPER_HUNDREDTHS: u32 = 60;
/// Below so many rows there is no room for a second storey.
const TWO_STOREYS: u16 = 14;

/// The first pane over the whole width, the others beneath it.
fn storeys(body: Rect, shown: &[Pane], focus: Pane) -> (Vec<(Pane, Rect)>, Vec<Rect>) {
    let Some((first, others)) = shown.split_first() else {
        return (Vec::new(), Vec::new());
    };
    if body.height < TWO_STOREYS {
        return (vec![(focus, body)], Vec::new());
    }
    let upper = u32::from(body.height) * UPPER_HUNDREDTHS / 100;
    let (upper, lower) = split_top(body, u16::try_from(upper).unwrap_or(body.height));
    let (mut panes, separators) = columns(lower, others);
    panes.insert(0, (*first, upper));
    (panes, separators)
}

fn columns(body: Rect, shown: &[Pane]) -> (Vec<(Pane, Rect)>, Vec<Rect>) {
    let mut panes = Vec::new();
    let mut separators = Vec::new();
    let mut rest = body;
    for (place, pane) in shown.iter().enumerate() {
        let last = place + 1 == shown.len();
        let wanted = u32::from(body.width) * share(shown.len(), *pane) / 100;
        let width = if last {
            rest.width
        } else {
            u16::try_from(wanted).unwrap_or(rest.width).min(rest.width)
        };
        panes.push((*pane, Rect { width, ..rest }));
        let used = if last {
            width
        } else {
            (width + 1).min(rest.width)
        };
        if used > width {
            separators.push(Rect {
                x: rest.x + width,
                width: 1,
                ..rest
            });
        }
        rest = Rect {
            x: rest.x + used,
            width: rest.width - used,
            ..rest
        };
    }
    (panes, separators)
}
