//! The bytes of an input that were read and not yet given, with their place in it. Where records end is not known here.

use std::io::{self, Read};
use std::time::{Duration, Instant};

use memchr::{memchr, memchr_iter};

use crate::model::{Fault, FaultKind};

/// Bytes that are read at once where they are passed over.
const STEP: usize = 64 << 10;

/// How long bytes that have come may wait for more of their block, where the input is slow.
const PATIENCE: Duration = Duration::from_millis(100);

/// A reader, and what of it is kept.
#[derive(Debug)]
pub(super) struct Intake<R> {
    reader: R,
    /// What was read and not yet given.
    pub(super) kept: Vec<u8>,
    /// Bytes of the input before `kept`.
    pub(super) offset: u64,
    /// The line on which `kept` starts, from 1.
    pub(super) line: usize,
    has_ended: bool,
    failed: Option<Fault>,
}

impl<R: Read> Intake<R> {
    pub(super) const fn new(reader: R) -> Self {
        Self {
            reader,
            kept: Vec::new(),
            offset: 0,
            line: 1,
            has_ended: false,
            failed: None,
        }
    }

    /// Whether nothing more will come.
    pub(super) const fn has_ended(&self) -> bool {
        self.has_ended
    }

    /// Why nothing more came, if it was not the end of the input.
    pub(super) const fn failure(&mut self) -> Option<Fault> {
        self.failed.take()
    }

    /// Reads until so many bytes are kept, the input ends, or what is kept has waited long enough. `name` goes into a fault.
    pub(super) fn fill(&mut self, wanted: usize, name: &str) {
        let since = Instant::now();
        while !self.has_ended && self.kept.len() < wanted {
            let had = self.kept.len();
            let room = wanted - had;
            self.kept.resize(wanted, 0);
            let read = self.kept.get_mut(had..).map(|free| self.reader.read(free));
            let got = match &read {
                Some(Ok(count)) => (*count).min(room),
                _ => 0,
            };
            self.kept.truncate(had + got);
            match read {
                Some(Err(error)) if error.kind() == io::ErrorKind::Interrupted => {}
                Some(Err(error)) => {
                    self.has_ended = true;
                    self.failed = Some(unreadable(&error, name));
                }
                _ => self.has_ended = got == 0,
            }
            if since.elapsed() > PATIENCE {
                break;
            }
        }
        self.drop_mark();
    }

    /// The mark of the encoding is no part of the first record.
    fn drop_mark(&mut self) {
        if self.offset == 0 && self.kept.starts_with(b"\xef\xbb\xbf") {
            self.kept.drain(..3);
            self.offset = 3;
        }
    }

    /// Gives the first so many bytes; `room` is what the next ones will need.
    pub(super) fn give(&mut self, length: usize, room: usize) -> Vec<u8> {
        let rest = self.kept.get(length..).unwrap_or_default();
        let mut kept = Vec::new();
        if !rest.is_empty() {
            kept.reserve(room.max(rest.len()));
            kept.extend_from_slice(rest);
        }
        let mut bytes = std::mem::replace(&mut self.kept, kept);
        bytes.truncate(length);
        self.count(&bytes);
        bytes
    }

    /// Passes over the first so many bytes; how many there were.
    pub(super) fn pass(&mut self, length: usize) -> usize {
        let rest = self.kept.split_off(length.min(self.kept.len()));
        let passed = std::mem::replace(&mut self.kept, rest);
        self.count(&passed);
        passed.len()
    }

    /// Passes over the line that is kept first, which may be longer than what is; its length in bytes.
    pub(super) fn pass_line(&mut self, name: &str) -> u64 {
        let mut length = 0_u64;
        loop {
            let end = memchr(b'\n', &self.kept).map(|end| end + 1);
            let passed = self.pass(end.unwrap_or(self.kept.len()));
            length = length.saturating_add(passed as u64);
            if end.is_some() || self.has_ended {
                return length;
            }
            self.fill(STEP, name);
        }
    }

    fn count(&mut self, bytes: &[u8]) {
        self.offset = self.offset.saturating_add(bytes.len() as u64);
        self.line = self.line.saturating_add(memchr_iter(b'\n', bytes).count());
    }

    /// The line of a place among the bytes that are kept.
    pub(super) fn line_at(&self, place: usize) -> usize {
        let before = self.kept.get(..place).unwrap_or(&self.kept);
        self.line.saturating_add(memchr_iter(b'\n', before).count())
    }
}

/// A reader of ours says in its error what its user must know.
pub(super) fn unreadable(error: &io::Error, name: &str) -> Fault {
    let told = error
        .get_ref()
        .and_then(|told| told.downcast_ref::<Fault>());
    told.cloned().unwrap_or_else(|| {
        let cause = format!("cannot be read further: {error}");
        Fault::new(FaultKind::Io, name, cause, "check the disk and try again")
    })
}
