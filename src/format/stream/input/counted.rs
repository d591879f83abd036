//! How much of an input has been read.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How much of an input has been read, as it is stored: for a compressed one, in compressed bytes.
#[derive(Debug, Clone)]
pub struct Progress {
    read: Arc<AtomicU64>,
    total: Option<u64>,
}

impl Progress {
    pub(super) fn new(total: Option<u64>) -> Self {
        Self {
            read: Arc::default(),
            total,
        }
    }

    /// Bytes that were read so far.
    #[must_use]
    pub fn read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// Bytes that there are; `None` where nobody knows, as for a pipe.
    #[must_use]
    pub const fn total(&self) -> Option<u64> {
        self.total
    }
}

/// Counts what passes.
#[derive(Debug)]
pub(super) struct Counted<R> {
    reader: R,
    progress: Progress,
}

impl<R> Counted<R> {
    pub(super) const fn new(reader: R, progress: Progress) -> Self {
        Self { reader, progress }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(into)?;
        self.progress
            .read
            .fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}
