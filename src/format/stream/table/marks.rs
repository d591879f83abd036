//! Quotation marks followed through a table as its bytes come, to know which line ends end a row. What is in the cells is not
//! here.

use memchr::{memchr, memrchr};

const QUOTE: u8 = b'"';

/// Follows quotation marks through a table as its bytes come, to know which line ends end a row.
#[derive(Debug, Clone, Default)]
pub(in crate::format::stream) struct Marks {
    /// Bytes that were looked at.
    seen: usize,
    is_open: bool,
    /// The start of the row after the last whole one.
    row: usize,
}

impl Marks {
    /// The end of the last whole row, its line end included, of bytes that start with a row; 0 if there is none. The bytes
    /// may have grown since the last call. `is_all`: no more will come.
    pub(in crate::format::stream) fn last_end(
        &mut self,
        bytes: &[u8],
        delimiter: u8,
        is_all: bool,
    ) -> usize {
        loop {
            let rest = bytes.get(self.seen..).unwrap_or_default();
            let mark = memchr(QUOTE, rest);
            if !self.is_open {
                let outside = rest.get(..mark.unwrap_or(rest.len())).unwrap_or_default();
                if let Some(end) = memrchr(b'\n', outside) {
                    self.row = self.seen + end + 1;
                }
            }
            let Some(mark) = mark else {
                self.seen = bytes.len();
                return self.row;
            };
            let at = self.seen + mark;
            if self.is_open {
                match bytes.get(at + 1) {
                    None if !is_all => {
                        // The next byte tells whether it closes.
                        self.seen = at;
                        return self.row;
                    }
                    Some(&QUOTE) => self.seen = at + 2,
                    _ => {
                        self.is_open = false;
                        self.seen = at + 1;
                    }
                }
            } else {
                let before = at.checked_sub(1).and_then(|before| bytes.get(before));
                self.is_open = before.is_none_or(|before| *before == delimiter || *before == b'\n');
                self.seen = at + 1;
            }
        }
    }

    /// Whether the last byte that was looked at stands within quotation marks.
    pub(in crate::format::stream) const fn is_open(&self) -> bool {
        self.is_open
    }
}
