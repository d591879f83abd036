//! A list written a row at a time, in every format. Which rows is decided elsewhere.

use std::io::Write;

use super::args::Format;
use super::outcome::Failure;
use super::row::Row;
use super::{json, list_text, markdown, tsv};

/// One row after another, in a format.
pub(super) struct Writer {
    format: Format,
    is_first: bool,
    inferred: bool,
    disputed: bool,
}

impl Writer {
    pub(super) const fn new(format: Format) -> Self {
        Self {
            format,
            is_first: true,
            inferred: false,
            disputed: false,
        }
    }

    pub(super) fn begin(&self, out: &mut dyn Write) -> Result<(), Failure> {
        match self.format {
            Format::Tsv => tsv::list_head(out),
            Format::Md => Ok(markdown::list_head(out)?),
            Format::Text | Format::Json | Format::Jsonl => Ok(()),
        }
    }

    pub(super) fn row(&mut self, row: &Row<'_>, out: &mut dyn Write) -> Result<(), Failure> {
        self.inferred |= row.inferred;
        self.disputed |= row.disputed;
        let is_first = std::mem::replace(&mut self.is_first, false);
        match self.format {
            Format::Text => Ok(list_text::streamed(row, out)?),
            Format::Json => json::item(row, is_first, out),
            Format::Jsonl => json::line(row, out),
            Format::Tsv => tsv::list_row(row, out),
            Format::Md => Ok(markdown::list_row(row, out)?),
        }
    }

    /// A writer of rows that come after those of this one, into memory.
    pub(super) const fn part(&self) -> Self {
        Self {
            is_first: false,
            ..Self::new(self.format)
        }
    }

    /// Writes what a part has made.
    pub(super) fn append(
        &mut self,
        part: &Self,
        mut rows: Vec<u8>,
        out: &mut dyn Write,
    ) -> Result<(), Failure> {
        self.inferred |= part.inferred;
        self.disputed |= part.disputed;
        if let (Format::Json, true, Some(mark)) = (self.format, self.is_first, rows.first_mut()) {
            // A part takes none of its rows for the first one.
            *mark = b'[';
        }
        self.is_first &= rows.is_empty();
        Ok(out.write_all(&rows)?)
    }

    pub(super) fn end(&self, out: &mut dyn Write) -> Result<(), Failure> {
        match self.format {
            Format::Json => json::end(self.is_first, out),
            Format::Text => Ok(list_text::meanings(self.inferred, self.disputed, out)?),
            Format::Md => Ok(markdown::meanings(self.inferred, self.disputed, out)?),
            Format::Tsv | Format::Jsonl => Ok(()),
        }
    }
}
