//! A run of whole records, and what is told of one that is damaged.

use super::RecordKind;
use super::elements::Section;
use super::lean::{Entry, RecordAt};
use crate::model::{Fault, FaultKind};

/// A run of whole records, as [`super::Blocks`] cuts it.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// Bytes before it in the (decompressed, decoded) input.
    pub offset: u64,
    /// The line of the file, counted from 1, on which it starts.
    pub first_line: usize,
    /// The records.
    pub bytes: Vec<u8>,
    /// The first record of the input is in it.
    pub(super) begins: bool,
    /// What its bytes are.
    pub(super) part: Part,
    /// Records before it that were not kept.
    pub(super) skipped: Vec<Damaged>,
}

impl Block {
    /// An input that is all in memory, as one block. [`super::Blocks`] judges the header, this does not.
    #[must_use]
    pub fn whole(bytes: Vec<u8>) -> Self {
        Self {
            first_line: 1,
            bytes,
            begins: true,
            ..Self::default()
        }
    }

    /// The record of one event, which stands on that line.
    pub(super) fn of_event(kind: &RecordKind, bytes: Vec<u8>, line: usize) -> Self {
        Self {
            first_line: line,
            bytes,
            part: match kind {
                RecordKind::NativeJson => Part::Elements(Section::Events),
                RecordKind::NativeLines | RecordKind::Table(_) => Part::Records,
            },
            ..Self::default()
        }
    }

    /// The line of the file, counted from 1, of a record in this block.
    #[must_use]
    pub fn line_of(&self, at: RecordAt) -> usize {
        self.first_line.saturating_add(at.line as usize)
    }

    /// The place of so many of its bytes from there on.
    pub(super) fn at(&self, start: usize, length: usize, line: u32) -> RecordAt {
        RecordAt {
            offset: self.offset.saturating_add(start as u64),
            length: u32::try_from(length).unwrap_or(u32::MAX),
            line,
        }
    }

    pub(super) fn tell_skipped(&self, each: &mut dyn FnMut(Result<Entry<'_>, Damaged>)) {
        self.skipped
            .iter()
            .cloned()
            .for_each(|damaged| each(Err(damaged)));
    }
}

/// What the bytes of a block are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Part {
    /// Records, each for itself.
    #[default]
    Records,
    /// Elements of one list of a JSON object.
    Elements(Section),
    /// That object without its lists.
    Header,
}

/// A record that could not be read, or was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// What kind of fault it is.
    pub kind: FaultKind,
    /// Its line in the file, counted from 1.
    pub line: usize,
    /// The place on the line, where one is known.
    pub place: Option<String>,
    /// What was found.
    pub cause: String,
    /// What the user can do.
    pub mend: String,
}

impl Damaged {
    /// As a fault of the file of that name.
    #[must_use]
    pub fn fault(self, name: &str) -> Fault {
        let mut fault = Fault::new(self.kind, name, self.cause, self.mend);
        fault.line = Some(self.line);
        fault.place = self.place;
        fault
    }

    /// A fault as the damage of a record on that line, if the fault names none.
    pub(super) fn from_fault(fault: Fault, line: usize) -> Self {
        Self {
            kind: fault.kind,
            line: fault.line.unwrap_or(line),
            place: fault.place,
            cause: fault.cause,
            mend: fault.mend,
        }
    }
}

/// What is worth a count besides the records themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Events without a date because their cell holds none that can be read. They were given all the same.
    pub unreadable_dates: u32,
    /// The line of the file, counted from 1, of the first of them.
    pub first_unreadable: Option<usize>,
}
