//! An input cut into blocks on the bounds of its records, holding no more of it than a block and a record.

use std::fs::File;
use std::io::Read;

use memchr::memchr;

use super::ahead::Ahead;
use super::block::{Block, Damaged, Part};
use super::cutter::{Cut, Cutter, header_length};
use super::intake::Intake;
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

/// Cuts an input into blocks on the bounds of records: the first is small, each is twice the one before, up to 2 MiB.
///
/// An error ends it: the blocks before it hold what could be read.
#[derive(Debug)]
pub struct Blocks<R> {
    intake: Intake<R>,
    name: String,
    kind: RecordKind,
    limits: Limits,
    wanted: usize,
    later: usize,
    begun: bool,
    skipped: Vec<Damaged>,
    cutter: Cutter,
    ahead: Ahead,
    is_done: bool,
}

impl<R: Read> Blocks<R> {
    /// Cuts what the reader gives, from its first byte on; `name` goes into the faults.
    #[must_use]
    pub fn new(reader: R, kind: &RecordKind, name: &str, limits: Limits) -> Self {
        Self {
            intake: Intake::new(reader),
            name: name.to_owned(),
            kind: kind.clone(),
            limits,
            wanted: FIRST,
            later: LATER,
            begun: false,
            skipped: Vec::new(),
            cutter: Cutter::new(kind),
            ahead: Ahead::default(),
            is_done: false,
        }
    }

    /// Gives the first events of native JSON Lines right after the first block, where sources and actors stand before them.
    /// Everything else comes in the order of the file. `file` is the input itself, at whose offsets the reader reads.
    pub(super) fn events_first(&mut self, file: File) {
        if matches!(self.kind, RecordKind::NativeLines) && !self.begun {
            self.ahead = Ahead::of(file);
        }
    }

    /// Passes over what was given ahead of its turn.
    fn pass_given(&mut self) {
        loop {
            let given = self.ahead.given(self.intake.offset);
            if given == 0 {
                return;
            }
            self.intake.fill(self.wanted, &self.name);
            if self.intake.pass(given) == 0 {
                return;
            }
        }
    }

    /// Blocks of about that many bytes.
    #[cfg(test)]
    pub(super) fn of_size(mut self, bytes: usize) -> Self {
        self.wanted = bytes;
        self.later = bytes;
        self
    }

    /// The first so many bytes of what is kept, as a block.
    fn take(&mut self, length: usize) -> Block {
        let block = Block {
            offset: self.intake.offset,
            first_line: self.intake.line,
            bytes: self.intake.give(length, self.wanted),
            begins: !self.begun,
            part: self.cutter.part(),
            skipped: std::mem::take(&mut self.skipped),
        };
        self.cutter.shift(length);
        block
    }

    /// Leaves out a record that is too large, or the line of a mark that nothing closes.
    fn skip(&mut self, is_unclosed: bool) {
        let line = self.line_now();
        let length = match &self.cutter {
            Cutter::Elements(_) => self.skip_element(),
            _ => {
                self.cutter.start_anew();
                self.intake.pass_line(&self.name)
            }
        };
        self.skipped.push(match is_unclosed {
            true => unclosed_mark(line),
            false => too_large(line, length, self.limits.max_record),
        });
    }

    /// Leaves out the element that is kept in part; its length in bytes.
    fn skip_element(&mut self) -> u64 {
        let Cutter::Elements(elements) = &mut self.cutter else {
            return 0;
        };
        elements.give_up();
        let mut length = self.intake.pass(usize::MAX) as u64;
        loop {
            self.intake.fill(FIRST, &self.name);
            let is_all = self.intake.has_ended();
            let end = elements.end_of_lost(&self.intake.kept, is_all);
            let passed = self.intake.pass(end.unwrap_or(usize::MAX));
            elements.shift(passed);
            length = length.saturating_add(passed as u64);
            if end.is_some() || is_all {
                return length;
            }
        }
    }

    /// Passes over bytes that are no records.
    fn pass_over(&mut self, length: usize) {
        self.intake.pass(length);
        self.cutter.shift(length);
    }

    /// Passes over what stands before the first record; whether more must be read for it.
    fn skip_header(&mut self) -> bool {
        if self.begun || !matches!(self.kind, RecordKind::Table(_)) {
            return false;
        }
        match header_length(&self.kind, &self.intake.kept, self.intake.has_ended()) {
            None => true,
            Some(length) => {
                self.intake.pass(length);
                self.begun = true;
                false
            }
        }
    }

    /// Whether so many of the bytes that are kept are one record, of a kind that is a line.
    fn is_one_line(&self, length: usize) -> bool {
        let bytes = self.intake.kept.get(..length).unwrap_or_default();
        !matches!(self.cutter, Cutter::Elements(_)) && memchr(b'\n', bytes).is_none()
    }

    fn want_more(&mut self) {
        let most = usize::try_from(self.limits.max_record).unwrap_or(usize::MAX);
        let more = self.intake.kept.len().saturating_mul(2);
        self.wanted = self.wanted.max(more).min(most.saturating_add(1));
    }

    fn next_block(&mut self) -> Option<Result<Block, Fault>> {
        if let Some(block) = self.ahead.block.take() {
            return Some(Ok(block));
        }
        self.pass_given();
        loop {
            self.intake.fill(self.wanted, &self.name);
            let is_large = self.intake.kept.len() as u64 > self.limits.max_record;
            if self.skip_header() && !is_large {
                self.want_more();
                continue;
            }
            let is_all = self.intake.has_ended();
            let end = match self.cutter.cut(&self.intake.kept, is_all) {
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
                Cut::At(end) => self.ahead.before(self.intake.offset, end),
            };
            if end == 0 && self.skipped.is_empty() {
                return None;
            }
            let block = self.take(end);
            // The first events are on the screen before there is much to read.
            self.wanted = self.wanted.saturating_mul(2).min(self.later);
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
            offset: self.intake.offset,
            first_line: self.intake.line,
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
        self.intake.line_at(before)
    }

    /// What the reader says of its failure is nearer to the cause than that the timeline ends.
    fn broken(&mut self, cause: String) -> Fault {
        if let Some(failure) = self.intake.failure() {
            return failure;
        }
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
        self.ahead.look(&block, FIRST);
        Ok(block)
    }
}

impl<R: Read> Iterator for Blocks<R> {
    type Item = Result<Block, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_done {
            return None;
        }
        let next = self.next_block();
        self.is_done = !matches!(next, Some(Ok(_)));
        match next {
            Some(next) => Some(next),
            None if self.begun => self.intake.failure().map(Err),
            None => Some(Err(self
                .intake
                .failure()
                .unwrap_or_else(|| empty_file(&self.name)))),
        }
    }
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
