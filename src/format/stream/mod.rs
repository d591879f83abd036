//! Large inputs as they come: bytes → blocks of whole records → lean rows, and one record → its full detail. Nothing here
//! keeps what it reads, knows a store, or starts a thread: blocks can be read by any number of them.
//!
//! 1. [`Blocks`] cuts an input, in order, into [`Block`]s on the bounds of records.
//! 2. [`read_block`] gives the records of one block in their order, each as [`LeanRecord`], borrowed where it can be; what is
//!    damaged is told and the rest goes on.
//! 3. [`detail`] makes one record, read again by its [`RecordAt`], into the event that is shown.

mod ahead;
mod block;
mod cut;
mod cutter;
mod elements;
mod input;
mod intake;
mod json_value;
mod lean;
mod lean_actor;
mod limits;
mod lines;
mod native;
mod native_json;
mod native_lines;
mod of_event;
mod table;

#[cfg(test)]
mod ahead_tests;
#[cfg(test)]
mod json_tests;
#[cfg(test)]
mod lines_tests;

use std::sync::Arc;

pub use block::{Block, Damaged, Tally};
pub use cut::Blocks;
pub use input::{Input, Opened, Options, Progress, Whole, open, open_reader};
pub use lean::{
    Entry, LeanAnchor, LeanClaim, LeanEvent, LeanPart, LeanRecord, LeanSource, RecordAt,
};
pub use limits::Limits;
pub use table::{DateOrder, Field, MapSpec, Mapping, Syntax};

use crate::model::{Event, Fault, Source};

/// How the records of an input are written.
#[derive(Debug, Clone)]
pub enum RecordKind {
    /// The native timeline as JSON Lines.
    NativeLines,
    /// The native timeline as one JSON object.
    NativeJson,
    /// Rows of others, with what their columns mean; each record is its own source.
    Table(Arc<Mapping>),
}

/// One event of an input in full.
#[derive(Debug, Clone, PartialEq)]
pub struct Detail {
    /// The event.
    pub event: Event,
    /// A row of a table is its own source: the record, and the text that its anchors point into.
    pub source: Option<(Source, String)>,
}

/// Reads the records of a block in their order. A damaged record is given as such and the rest goes on.
pub fn read_block(
    kind: &RecordKind,
    block: &Block,
    each: &mut dyn FnMut(Result<Entry<'_>, Damaged>),
) -> Tally {
    block.tell_skipped(each);
    match kind {
        RecordKind::NativeLines => native_lines::read(block, each),
        RecordKind::Table(mapping) => table::read(mapping, block, each),
        RecordKind::NativeJson => native_json::read(block, each),
    }
}

/// What an event of a table is called whose id another row has: its line, counted from 1, tells them apart.
#[must_use]
pub fn unique_id(id: &str, line: usize) -> String {
    format!("{id}:{line}")
}

/// The event that one record holds, as it is read while its input loads. `record` are the bytes at its [`RecordAt`]; nothing is
/// given when they are no event, as when the file was changed meanwhile.
pub fn lean(kind: &RecordKind, record: Vec<u8>, line: usize, each: &mut dyn FnMut(&LeanEvent<'_>)) {
    let block = Block::of_event(kind, record, line);
    read_block(kind, &block, &mut |entry| {
        if let Ok(LeanRecord::Event(event)) = entry.map(|entry| entry.record) {
            each(&event);
        }
    });
}

/// The source that one record holds; `None` when the bytes are none, as when the file was changed after it was loaded.
#[must_use]
pub fn source(kind: &RecordKind, record: &[u8]) -> Option<Source> {
    match kind {
        RecordKind::NativeLines => native_lines::source(record),
        RecordKind::NativeJson => serde_json::from_slice(record).ok(),
        RecordKind::Table(_) => None,
    }
}

/// The event that one record holds, in full. `record` are the bytes at its [`RecordAt`], `name` and `line` (from 1) go into
/// the fault.
///
/// # Errors
///
/// [`FaultKind::Syntax`](crate::model::FaultKind::Syntax) when the bytes are no event, as when the file was changed after it was loaded.
pub fn detail(kind: &RecordKind, record: &[u8], name: &str, line: usize) -> Result<Detail, Fault> {
    match kind {
        RecordKind::NativeLines => native_lines::detail(record, name, line),
        RecordKind::Table(mapping) => table::detail(mapping, record, name, line),
        RecordKind::NativeJson => native_json::detail(record, name, line),
    }
}
