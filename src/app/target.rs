//! What on the screen can be focused or pointed at.

use super::lanes::Moment;
use crate::store::{EventIx, GroupKey, MouthIx, SourceIx};

/// A pane that can have the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pane {
    /// Events in the order of time.
    #[default]
    Timeline,
    /// One event with its claims and quotes.
    Event,
    /// The text of one source.
    Source,
}

impl Pane {
    /// The pane to the right, the first after the last.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Timeline => Self::Event,
            Self::Event => Self::Source,
            Self::Source => Self::Timeline,
        }
    }

    /// The pane to the left, the last before the first.
    #[must_use]
    pub const fn previous(self) -> Self {
        self.next().next()
    }
}

/// Something that a click can hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// A pane, where nothing more precise is.
    Pane(Pane),
    /// An event, in the timeline or on the axis.
    Event(EventIx),
    /// A mouth that events rest on.
    Mouth(MouthIx),
    /// A stop of the selected event, by its place among the event's stops.
    Stop(usize),
    /// A sentence of a source.
    Sentence(SourceIx, usize),
    /// A sentence of a source, on the told side of the told/happened view.
    Told(SourceIx, usize),
    /// A row of the open picker.
    Row(usize),
    /// A lane, at a moment where one was hit.
    Lane(GroupKey, Option<Moment>),
    /// An event in a lane.
    InLane(GroupKey, EventIx),
    /// The axis of the lanes: the wheel zooms there.
    Axis(Moment),
    /// The strip of all time above the lanes.
    Overview(Moment),
}
