//! An input cut into blocks on the bounds of its records, holding no more of it than a block and a record.

use std::io::{self, Read};
use std::time::{Duration, Instant};

use memchr::{memchr, memchr_iter};

use super::block::{Block, Damaged, Part};
use super::cutter::{Cut, Cutter, header_length};
use super::limits::Limits;
use super::table::unclosed_mark;
use super::{RecordKind, lines};
use crate::format::complaint;
use crate::format::jsonl::Reader;
use crate::model::{FORMAT, Fault, FaultKind};
use crate::text::empty_file;

/// Bytes of the first block: it must be on the screen at once.
const FIRST: usize = 64 << 10;

/// Bytes of a later block: large enough to be worth a thread's while.
const LATER: usize = 2 << 20;

/// How long bytes that have come may wait for more of their block, where the input is slow.
const PATIENCE: Duration = Duration::from_millis(100);

/// Cuts an input into blocks on the bounds of records: the first is small, later ones about 2 MiB.
///
/// An error ends it: the blocks before it hold what could be read.
#[derive(Debug)]
pub struct Blocks<R> {
    reader: R,
    name: String,
    kind: RecordKind,
    limits: Limits,
    /// What was read and not yet given.
    kept: Vec<u8>,
    /// Bytes of the input before `kept`.
    offset: u64,
    /// The line on which `kept` starts, from 1.
    line: usize,
    wanted: usize,
    later: usize,
    begun: bool,
    skipped: Vec<Damaged>,
    cutter: Cutter,
    state: State,
}

#[derive(Debug)]
enum State {
    Reading,
    /// The reader has no more, perhaps because it failed.
    Ended(Option<Fault>),
    Done,
}

impl<R: Read> Blocks<R> {
    /// Cuts what the reader gives, from its first byte on; `name` goes into the faults.
    #[must_use]
    pub fn new(reader: R, kind: &RecordKind, name: &str, limits: Limits) -> Self {
        Self {
            reader,
            name: name.to_owned(),
            kind: kind.clone(),
            limits,
            kept: Vec::new(),
            offset: 0,
            line: 1,
            wanted: FIRST,
            later: LATER,
            begun: false,
            skipped: Vec::new(),
            cutter: Cutter::new(kind),
            state: State::Reading,
        }
    }

    /// Blocks of about that many bytes.
    #[cfg(test)]
    pub(super) fn of_size(mut self, bytes: usize) -> Self {
        self.wanted = bytes;
        self.later = bytes;
        self
    }

    /// Reads until so many bytes are kept, the input ends, or what is kept has waited long enough.
    fn fill(&mut self, wanted: usize) {
        let since = Instant::now();
        while matches!(self.state, State::Reading) && self.kept.len() < wanted {
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
                Some(Err(error)) => self.state = State::Ended(Some(unreadable(&error, &self.name))),
                _ if got == 0 => self.state = State::Ended(None),
                _ => {}
            }
            if since.elapsed() > PATIENCE {
                return;
            }
        }
    }

    /// The first so many bytes of what is kept, as a block.
    fn take(&mut self, length: usize) -> Block {
        let mut rest = Vec::new();
        if length < self.kept.len() {
            rest.reserve(self.wanted.max(self.kept.len() - length));
            rest.extend_from_slice(self.kept.get(length..).unwrap_or_default());
        }
        let mut bytes = std::mem::replace(&mut self.kept, rest);
        bytes.truncate(length);
        let block = Block {
            offset: self.offset,
            first_line: self.line,
            bytes,
            begins: !self.begun,
            part: self.cutter.part(),
            skipped: std::mem::take(&mut self.skipped),
        };
        self.pass(&block.bytes);
        self.cutter.shift(length);
        block
    }

    /// Counts bytes that are done with.
    fn pass(&mut self, bytes: &[u8]) {
        self.offset = self.offset.saturating_add(bytes.len() as u64);
        self.line = self.line.saturating_add(memchr_iter(b'\n', bytes).count());
    }

    fn drop_mark(&mut self) {
        if self.offset == 0 && self.kept.starts_with(b"\xef\xbb\xbf") {
            self.kept.drain(..3);
            self.offset = 3;
        }
    }

    /// Leaves out the line that is kept first, which may be longer than what is; its length in bytes.
    fn skip_line(&mut self) -> u64 {
        let mut length = 0_u64;
        loop {
            let end = memchr(b'\n', &self.kept).map(|end| end + 1);
            let passed = end.unwrap_or(self.kept.len());
            let passed = self.drop_kept(passed);
            length = length.saturating_add(passed as u64);
            if end.is_some() || !self.is_reading() {
                self.cutter.shift(passed);
                return length;
            }
            self.fill(self.later.min(FIRST));
        }
    }

    const fn is_reading(&self) -> bool {
        matches!(self.state, State::Reading)
    }

    /// Leaves out a record that is too large, or the line of a mark that nothing closes.
    fn skip(&mut self, is_unclosed: bool) {
        let line = self.line_now();
        let length = match &self.cutter {
            Cutter::Elements(_) => self.skip_element(),
            _ => self.skip_line(),
        };
        self.skipped.push(match is_unclosed {
            true => unclosed_mark(line),
            false => too_large(line, length, self.limits.max_record),
        });
    }

    /// Leaves out the element that is kept in part; its length in bytes.
    fn skip_element(&mut self) -> u64 {
        let mut length = 0_u64;
        let Cutter::Elements(elements) = &mut self.cutter else {
            return 0;
        };
        elements.give_up();
        let passed = std::mem::take(&mut self.kept);
        self.pass(&passed);
        length = length.saturating_add(passed.len() as u64);
        loop {
            self.fill(self.later.min(FIRST));
            let is_all = !self.is_reading();
            let Cutter::Elements(elements) = &mut self.cutter else {
                return length;
            };
            let end = elements.end_of_lost(&self.kept, is_all);
            let passed = end.unwrap_or(self.kept.len());
            elements.shift(passed);
            let passed = self.drop_kept(passed);
            length = length.saturating_add(passed as u64);
            if end.is_some() || is_all {
                return length;
            }
        }
    }

    /// Passes over the first so many bytes that are kept.
    fn drop_kept(&mut self, length: usize) -> usize {
        let rest = self.kept.split_off(length.min(self.kept.len()));
        let passed = std::mem::replace(&mut self.kept, rest);
        self.pass(&passed);
        passed.len()
    }

    /// Passes over bytes that are no records.
    fn pass_over(&mut self, length: usize) {
        self.drop_kept(length);
        self.cutter.shift(length);
    }

    /// Passes over what stands before the first record; whether more must be read for it.
    fn skip_header(&mut self) -> bool {
        if self.begun || !matches!(self.kind, RecordKind::Table(_)) {
            return false;
        }
        self.drop_mark();
        let is_all = !self.is_reading();
        match header_length(&self.kind, &self.kept, is_all) {
            None => true,
            Some(length) => {
                self.drop_kept(length);
                self.begun = true;
                false
            }
        }
    }

    /// Whether so many of the bytes that are kept are one record, of a kind that is a line.
    fn is_one_line(&self, length: usize) -> bool {
        let bytes = self.kept.get(..length).unwrap_or_default();
        !matches!(self.cutter, Cutter::Elements(_)) && memchr(b'\n', bytes).is_none()
    }

    fn want_more(&mut self) {
        let most = usize::try_from(self.limits.max_record).unwrap_or(usize::MAX);
        let more = self.kept.len().saturating_mul(2);
        self.wanted = self.wanted.max(more).min(most.saturating_add(1));
    }

    fn next_block(&mut self) -> Option<Result<Block, Fault>> {
        loop {
            self.fill(self.wanted);
            self.drop_mark();
            let is_large = self.kept.len() as u64 > self.limits.max_record;
            if self.skip_header() && !is_large {
                self.want_more();
                continue;
            }
            let is_all = !self.is_reading();
            let end = match self.cutter.cut(&self.kept, is_all) {
                Cut::Pass(length) => {
                    self.pass_over(length);
                    continue;
                }
                Cut::Header(length) => {
                    self.pass_over(length);
                    return Some(self.header());
                }
                // What was left out before the break is told first.
                Cut::Broken(_) if !self.skipped.is_empty() => 0,
                Cut::Broken(cause) => return Some(Err(self.broken(cause))),
                Cut::OtherFormat(found) => {
                    let fault = complaint::other_format(&self.name, &found);
                    return Some(Err(fault.at_line(Some(self.line_now()))));
                }
                Cut::Unclosed => {
                    self.skip(true);
                    continue;
                }
                Cut::More if is_large => {
                    let is_unclosed = self.cutter.is_open();
                    self.skip(is_unclosed);
                    continue;
                }
                Cut::More => {
                    self.want_more();
                    continue;
                }
                // Without a line's end within it, all that is left is one record.
                Cut::At(end) if is_large && self.is_one_line(end) => {
                    self.skip(false);
                    continue;
                }
                Cut::At(end) => end,
            };
            if end == 0 && self.skipped.is_empty() {
                return None;
            }
            let block = self.take(end);
            self.wanted = self.later;
            return Some(self.judged(block));
        }
    }

    /// What is known of a JSON timeline beside its lists.
    fn header(&mut self) -> Result<Block, Fault> {
        let Cutter::Elements(elements) = &mut self.cutter else {
            return Ok(Block::default());
        };
        if !elements.has_format() {
            let how = format!("{{\"format\": \"{FORMAT}\"");
            return Err(complaint::no_format(&self.name, &how));
        }
        self.begun = true;
        Ok(Block {
            offset: self.offset,
            first_line: self.line,
            bytes: elements.header(),
            begins: true,
            part: Part::Header,
            skipped: std::mem::take(&mut self.skipped),
        })
    }

    /// The line of what is looked at.
    fn line_now(&self) -> usize {
        let before = match &self.cutter {
            Cutter::Elements(elements) => elements.place(),
            _ => 0,
        };
        let before = self.kept.get(..before).unwrap_or(&self.kept);
        self.line.saturating_add(memchr_iter(b'\n', before).count())
    }

    fn broken(&self, cause: String) -> Fault {
        let mend =
            "what came before it is shown; the file may be cut short: fetch or save it again";
        Fault::new(FaultKind::Syntax, &self.name, cause, mend).at_line(Some(self.line_now()))
    }

    /// A block, unless it begins a timeline of another version.
    fn judged(&mut self, block: Block) -> Result<Block, Fault> {
        if self.begun || !matches!(self.kind, RecordKind::NativeLines) {
            self.begun = true;
            return Ok(block);
        }
        let Some(line) = lines::of(&block.bytes).find(|line| !line.bytes.trim_ascii().is_empty())
        else {
            return Ok(block);
        };
        self.begun = true;
        let text = line.text().map_err(|cause| {
            super::native_lines::not_utf8(cause, block.first_line).fault(&self.name)
        })?;
        let number = block.line_of(block.at(0, 0, line.number));
        Reader::new(&self.name).read(text).map_err(|mut fault| {
            fault.line = fault.line.map(|_| number);
            fault
        })?;
        Ok(block)
    }
}

impl<R: Read> Iterator for Blocks<R> {
    type Item = Result<Block, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if matches!(self.state, State::Done) {
            return None;
        }
        match self.next_block() {
            Some(Ok(block)) => Some(Ok(block)),
            Some(Err(fault)) => {
                self.state = State::Done;
                Some(Err(fault))
            }
            None => {
                let ended = std::mem::replace(&mut self.state, State::Done);
                match ended {
                    State::Ended(Some(fault)) => Some(Err(fault)),
                    _ if !self.begun => Some(Err(empty_file(&self.name))),
                    _ => None,
                }
            }
        }
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

fn too_large(line: usize, length: u64, limit: u64) -> Damaged {
    Damaged {
        kind: FaultKind::TooLarge,
        line,
        place: None,
        cause: format!(
            "a record of {} MiB was left out, more than {} MiB are not held",
            length >> 20,
            limit >> 20
        ),
        mend: "split it, or raise --max-record".to_owned(),
    }
}
