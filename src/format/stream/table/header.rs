//! The names of a table's columns, from the first bytes of it. What they mean is not here.

use std::collections::HashSet;

use super::cells;
use super::json;
use crate::format::stream::lines;

/// Most columns that a table may have: ten times what data sets of the field have.
pub(in crate::format::stream) const MAX_COLUMNS: usize = 4096;

/// The bytes between cells that are looked for.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Rows of JSON Lines whose keys are gathered: an object may leave some out.
const SAMPLED: usize = 100;

/// What the first bytes tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::format::stream) enum Header {
    /// The names of the columns.
    Columns(Vec<String>),
    /// The header goes on beyond these bytes.
    More,
    /// It has more than [`MAX_COLUMNS`].
    TooMany,
}

/// The header of CSV: its first row. `is_all`: the bytes are the whole input.
pub(in crate::format::stream) fn csv(head: &[u8], delimiter: u8, is_all: bool) -> Header {
    let head = start_of(head);
    let mut cells = Vec::new();
    let row = cells::row(head, delimiter, &mut cells);
    if cells.len() > MAX_COLUMNS {
        return Header::TooMany;
    }
    if !is_all && row.next >= head.len() {
        return Header::More;
    }
    let text = String::from_utf8_lossy(head.get(..row.end).unwrap_or_default());
    let names = cells.iter().map(|cell| cell.value(&text).trim().to_owned());
    Header::Columns(names.collect())
}

/// The byte that cuts the first row into the most cells.
pub(in crate::format::stream) fn delimiter(head: &[u8]) -> u8 {
    let head = start_of(head);
    let count = |delimiter: u8| {
        let mut cells = Vec::new();
        cells::row(head, delimiter, &mut cells);
        cells.len()
    };
    // Of equals the last is taken: the comma.
    let likely = DELIMITERS.into_iter().rev();
    likely
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(b',')
}

/// The keys of the first objects of JSON Lines, each once; `None` if the first line is no object.
pub(in crate::format::stream) fn json_lines(head: &[u8], is_all: bool) -> Option<Vec<String>> {
    let mut columns: Vec<String> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    let end = if is_all {
        head.len()
    } else {
        memchr::memrchr(b'\n', head).map_or(head.len(), |end| end + 1)
    };
    let whole = head.get(..end).unwrap_or_default();
    let lines = lines::of(whole).filter(|line| !line.bytes.trim_ascii().is_empty());
    for (number, line) in lines.take(SAMPLED).enumerate() {
        let keys = line.text().ok().and_then(json::keys);
        match keys {
            None if number == 0 => return None,
            None => {}
            Some(keys) => {
                for key in keys {
                    if columns.len() < MAX_COLUMNS && known.insert(key.clone()) {
                        columns.push(key);
                    }
                }
            }
        }
    }
    (!columns.is_empty()).then_some(columns)
}

/// Without the mark of the encoding and blank lines.
fn start_of(head: &[u8]) -> &[u8] {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let blank = head
        .iter()
        .take_while(|byte| matches!(byte, b'\r' | b'\n'))
        .count();
    head.get(blank..).unwrap_or_default()
}
