//! The cells of one row of CSV (RFC 4180), as spans of it: nothing is copied, so that a cell is verbatim by its making.
//! A cell that only looks quoted, with words after its closing mark, is taken as it stands.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr2};

const QUOTE: u8 = b'"';

/// One cell of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::format::stream) struct Cell {
    /// Its bytes in the row, the marks around it left out.
    pub(super) range: Range<usize>,
    /// Quotation marks within it are doubled.
    pub(super) is_doubled: bool,
}

impl Cell {
    /// What the cell says; `row` is the text that it was cut from.
    pub(super) fn value<'a>(&self, row: &'a str) -> Cow<'a, str> {
        let cell = row.get(self.range.clone()).unwrap_or_default();
        match self.is_doubled {
            false => Cow::Borrowed(cell),
            true => Cow::Owned(cell.replace("\"\"", "\"")),
        }
    }
}

/// Where a row ends, in bytes from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format::stream) struct RowEnd {
    /// The end of its last cell.
    pub(in crate::format::stream) end: usize,
    /// The start of the next row.
    pub(in crate::format::stream) next: usize,
    /// A cell opens with a quotation mark and nothing closes it.
    pub(super) is_unclosed: bool,
    /// Line ends may stand within it.
    pub(super) has_quoted: bool,
}

/// Cuts the row that the bytes begin with into its cells.
pub(in crate::format::stream) fn row(bytes: &[u8], delimiter: u8, cells: &mut Vec<Cell>) -> RowEnd {
    cells.clear();
    let mut at = 0;
    let (mut is_unclosed, mut has_quoted) = (false, false);
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let quoted = match rest.first() {
            Some(&QUOTE) => {
                has_quoted = true;
                quoted(rest, delimiter)
            }
            _ => Quoted::Literal { from: 0 },
        };
        let passed = match quoted {
            Quoted::Whole { end, is_doubled } => {
                cells.push(Cell {
                    range: at + 1..at + end,
                    is_doubled,
                });
                end + 1
            }
            Quoted::Literal { from } => from,
            Quoted::Unclosed => {
                is_unclosed = true;
                rest.len()
            }
        };
        let after = rest.get(passed..).unwrap_or_default();
        let end = passed + memchr2(delimiter, b'\n', after).unwrap_or(after.len());
        let mark = rest.get(end);
        let is_last = mark != Some(&delimiter);
        // The return before a line feed belongs to the line's end.
        let cell_end = match end.checked_sub(1).and_then(|before| rest.get(before)) {
            Some(b'\r') if is_last => end - 1,
            _ => end,
        };
        if !matches!(quoted, Quoted::Whole { .. }) {
            cells.push(Cell {
                range: at..at + cell_end,
                is_doubled: false,
            });
        }
        if is_last {
            return RowEnd {
                end: at + cell_end,
                next: at + end + usize::from(mark.is_some()),
                is_unclosed,
                has_quoted,
            };
        }
        at += end + 1;
    }
}

/// What a cell that begins with a quotation mark is.
#[derive(Clone, Copy)]
enum Quoted {
    /// Closed, and nothing but the cell's end after it; `end` is the closing mark.
    Whole {
        end: usize,
        is_doubled: bool,
    },
    /// It stands as it is written; its end is to be looked for from that byte on.
    Literal {
        from: usize,
    },
    Unclosed,
}

fn quoted(rest: &[u8], delimiter: u8) -> Quoted {
    // In a table with tabs the mark is literal unless the same line closes it.
    let rest = match delimiter {
        b'\t' => memchr(b'\n', rest).map_or(rest, |end| rest.get(..end).unwrap_or(rest)),
        _ => rest,
    };
    let mut at = 1;
    let mut is_doubled = false;
    loop {
        let within = rest.get(at..).unwrap_or_default();
        let Some(mark) = memchr(QUOTE, within) else {
            return match delimiter {
                b'\t' => Quoted::Literal { from: 1 },
                _ => Quoted::Unclosed,
            };
        };
        let end = at + mark;
        match rest.get(end + 1..).unwrap_or_default() {
            [QUOTE, ..] => {
                is_doubled = true;
                at = end + 2;
            }
            [] | [b'\n', ..] | [b'\r', b'\n', ..] | [b'\r'] => {
                return Quoted::Whole { end, is_doubled };
            }
            [byte, ..] if *byte == delimiter => return Quoted::Whole { end, is_doubled },
            _ => return Quoted::Literal { from: end + 1 },
        }
    }
}
