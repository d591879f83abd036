//! The rows of a block of a table, in each syntax, as lean events.

use std::borrow::Cow;
use std::fmt::Write as _;

use memchr::memchr_iter;

use super::cells::{self, Cell};
use super::json::JsonCells;
use super::mapping::{Mapping, Syntax};
use super::row::{self, Cells, trimmed};
use crate::format::stream::block::{Block, Damaged, Tally};
use crate::format::stream::json_value::{is_too_deep, too_deep};
use crate::format::stream::lean::{Entry, LeanRecord, RecordAt};
use crate::format::stream::lines;
use crate::format::stream::native_lines::not_utf8;
use crate::model::FaultKind;

type Each<'e> = &'e mut dyn FnMut(Result<Entry<'_>, Damaged>);

pub(in crate::format::stream) fn read(mapping: &Mapping, block: &Block, each: Each) -> Tally {
    let mut rows = Rows {
        mapping,
        block,
        each,
        tally: Tally::default(),
        id: format!("{}:", mapping.file),
        file: mapping.file.len() + 1,
    };
    match mapping.syntax {
        Syntax::Csv { delimiter } => rows.csv(delimiter),
        Syntax::JsonLines => rows.json(),
    }
    rows.tally
}

struct Rows<'r, 'e> {
    mapping: &'r Mapping,
    block: &'r Block,
    each: Each<'e>,
    tally: Tally,
    /// The id of the record, written anew for each.
    id: String,
    /// Bytes of it that stay.
    file: usize,
}

impl Rows<'_, '_> {
    fn csv(&mut self, delimiter: u8) {
        let bytes = self.block.bytes.as_slice();
        let whole = std::str::from_utf8(bytes).ok();
        let mut cells: Vec<Cell> = Vec::with_capacity(self.mapping.columns.len());
        let (mut start, mut line) = (0, 0_u32);
        while let Some(rest) = bytes.get(start..).filter(|rest| !rest.is_empty()) {
            let row = cells::row(rest, delimiter, &mut cells);
            let record = rest.get(..row.end).unwrap_or_default();
            if !record.trim_ascii().is_empty() {
                let text = match whole.and_then(|whole| whole.get(start..start + row.end)) {
                    Some(text) => Ok(text),
                    None => lines::text_of(record),
                };
                let at = self.block.at(start, record.len(), line);
                self.csv_row(text, &cells, row.is_unclosed, at);
            }
            let within = match row.has_quoted {
                true => memchr_iter(b'\n', record).count(),
                false => 0,
            };
            line = line.saturating_add(u32::try_from(within + 1).unwrap_or(u32::MAX));
            start += row.next.max(1);
        }
    }

    fn csv_row(
        &mut self,
        text: Result<&str, String>,
        cells: &[Cell],
        is_unclosed: bool,
        at: RecordAt,
    ) {
        let line = self.block.line_of(at);
        let expected = self.mapping.columns.len();
        let damaged = match text {
            Err(cause) => not_utf8(cause, line),
            Ok(_) if is_unclosed => unclosed_mark(line),
            Ok(_) if cells.len() != expected => ragged(line, cells.len(), expected),
            Ok(row) => return self.row(&CsvCells { row, cells }, at),
        };
        (self.each)(Err(damaged));
    }

    fn json(&mut self) {
        for line in lines::of(&self.block.bytes) {
            let at = self.block.at(line.start, line.bytes.len(), line.number);
            let in_file = self.block.line_of(at);
            match line.text() {
                Err(cause) => (self.each)(Err(not_utf8(cause, in_file))),
                Ok(text) if text.trim().is_empty() => {}
                Ok(_) if is_too_deep(line.bytes) => (self.each)(Err(too_deep(in_file))),
                Ok(text) => match JsonCells::read(text, &self.mapping.columns, in_file) {
                    Ok(cells) => self.row(&cells, at),
                    Err(damaged) => (self.each)(Err(damaged)),
                },
            }
        }
    }

    fn row<'a>(&mut self, cells: &impl Cells<'a>, at: RecordAt) {
        let line = self.block.line_of(at);
        let mut id = std::mem::take(&mut self.id);
        id.truncate(self.file);
        // A String takes every write.
        let _ = write!(id, "{line}");
        {
            let row = row::read(self.mapping, cells, &id);
            if row.is_unreadable {
                self.tally.unreadable_dates = self.tally.unreadable_dates.saturating_add(1);
                self.tally.first_unreadable.get_or_insert(line);
            }
            let record = LeanRecord::Event(row.event);
            (self.each)(Ok(Entry { record, at }));
        }
        self.id = id;
    }
}

/// The cells of a row of CSV.
pub(super) struct CsvCells<'a, 'c> {
    pub(super) row: &'a str,
    pub(super) cells: &'c [Cell],
}

impl<'a> Cells<'a> for CsvCells<'a, '_> {
    fn text(&self, column: usize) -> Option<Cow<'a, str>> {
        let value = self.cells.get(column)?.value(self.row);
        trimmed(value)
    }
}

pub(in crate::format::stream) fn unclosed_mark(line: usize) -> Damaged {
    Damaged {
        kind: FaultKind::Syntax,
        line,
        place: None,
        cause: "a quotation mark opens a cell here and none closes it".to_owned(),
        mend: "close it, or double it if it is part of the cell".to_owned(),
    }
}

pub(super) fn ragged(line: usize, found: usize, expected: usize) -> Damaged {
    Damaged {
        kind: FaultKind::Syntax,
        line,
        place: None,
        cause: format!("the row has {found} cells, the header {expected}"),
        mend: "give it as many cells, in quotation marks where they hold the mark between cells"
            .to_owned(),
    }
}
