//! The lines of a block, as text where they are text.

use memchr::memchr;

/// One line, its end left out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// Bytes of the block before it.
    pub(super) start: usize,
    /// Lines of the block before it.
    pub(super) number: u32,
    pub(super) bytes: &'a [u8],
    /// The block's text, if the whole of it is UTF-8: then no line needs to be judged by itself.
    whole: Option<&'a str>,
}

impl<'a> Line<'a> {
    /// The line as text, or why it is none.
    pub(super) fn text(&self) -> Result<&'a str, String> {
        let range = self.start..self.start + self.bytes.len();
        if let Some(text) = self.whole.and_then(|whole| whole.get(range)) {
            return Ok(text);
        }
        text_of(self.bytes)
    }
}

/// The bytes of one line or row as text, or why they are none.
pub(super) fn text_of(bytes: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(bytes).map_err(|error| {
        let column = error.valid_up_to();
        let byte = bytes.get(column).copied().unwrap_or_default();
        format!("invalid UTF-8: byte 0x{byte:02X} at byte {column} of the line")
    })
}

/// The lines, which end in a line feed with or without a carriage return before it; the last may have no end.
pub(super) fn of(bytes: &[u8]) -> impl Iterator<Item = Line<'_>> {
    let whole = std::str::from_utf8(bytes).ok();
    let (mut start, mut number) = (0, 0_u32);
    std::iter::from_fn(move || {
        let rest = bytes.get(start..).filter(|rest| !rest.is_empty())?;
        let (line, taken) = match memchr(b'\n', rest) {
            Some(end) => (rest.get(..end)?, end + 1),
            None => (rest, rest.len()),
        };
        let found = Line {
            start,
            number,
            bytes: line.strip_suffix(b"\r").unwrap_or(line),
            whole,
        };
        start += taken;
        number = number.saturating_add(1);
        Some(found)
    })
}
