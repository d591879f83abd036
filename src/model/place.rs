//! Where in a timeline something stands, independent of the file's encoding.

use std::fmt;

/// A path into a [`super::Timeline`]; every number is a position counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// The timeline as a whole.
    Timeline,
    /// `sources[0]`
    Source(usize),
    /// `actors[0]`
    Actor(usize),
    /// `events[0]`
    Event(usize),
    /// `events[0].claims[1]`
    Claim(usize, usize),
    /// `events[0].claims[1].anchors[2]`
    Anchor(usize, usize, usize),
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Timeline => write!(out, "timeline"),
            Self::Source(source) => write!(out, "sources[{source}]"),
            Self::Actor(actor) => write!(out, "actors[{actor}]"),
            Self::Event(event) => write!(out, "events[{event}]"),
            Self::Claim(event, claim) => write!(out, "events[{event}].claims[{claim}]"),
            Self::Anchor(event, claim, anchor) => {
                write!(out, "events[{event}].claims[{claim}].anchors[{anchor}]")
            }
        }
    }
}
