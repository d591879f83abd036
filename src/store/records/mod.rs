//! Whole events and sources: those of a timeline in memory, and those of a file, read when they are shown. What rows and
//! filters need is in `columns`.

mod file;
mod held;
mod memory;
mod sources;

pub(crate) use file::FileRecords;
pub use file::Raw;
pub use held::Held;
pub(crate) use memory::MemoryRecords;
pub(crate) use sources::{PlacedSource, SharedSources, Sources};

use std::rc::Rc;

use super::anchors::Stop;
use crate::model::Event;

/// Where whole events come from.
#[derive(Debug)]
pub(crate) enum Records {
    Memory(Box<MemoryRecords>),
    File(Box<FileRecords>),
}

impl Default for Records {
    fn default() -> Self {
        Self::Memory(Box::default())
    }
}

/// An event with the places of its words.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) event: Rc<Event>,
    pub(crate) stops: Rc<[Stop]>,
}
