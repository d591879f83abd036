//! The first bytes of an input, looked at before it is known what they are.

use std::io::{self, Chain, Cursor, Read};

/// A reader whose first bytes can be seen before they are read.
#[derive(Debug)]
pub(super) struct Head<R> {
    seen: Vec<u8>,
    reader: R,
    is_all: bool,
}

impl<R: Read> Head<R> {
    pub(super) const fn new(reader: R) -> Self {
        Self {
            seen: Vec::new(),
            reader,
            is_all: false,
        }
    }

    /// Sees the first bytes, so many of them or all there are.
    pub(super) fn see(&mut self, count: usize) -> io::Result<&[u8]> {
        let missing = count.saturating_sub(self.seen.len());
        if missing > 0 && !self.is_all {
            let mut reader = self.reader.by_ref().take(missing as u64);
            let result = reader.read_to_end(&mut self.seen);
            self.is_all = self.seen.len() < count;
            result?;
        }
        Ok(&self.seen)
    }

    pub(super) fn seen(&self) -> &[u8] {
        &self.seen
    }

    /// Whether there are no more bytes than those that were seen.
    pub(super) const fn is_all(&self) -> bool {
        self.is_all
    }

    /// The input from its first byte on.
    pub(super) fn into_reader(self) -> Chain<Cursor<Vec<u8>>, R> {
        Cursor::new(self.seen).chain(self.reader)
    }
}
