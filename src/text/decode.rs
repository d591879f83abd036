//! From received bytes to text: UTF-8 or a refusal that says where. Nothing is normalised or replaced, because
//! anchors and hashes refer to the stored text. Other encodings and HTML are not here.

use std::fmt;

use crate::model::{Fault, FaultKind};

/// Bytes that are searched for the sign of a binary file or of UTF-16.
const PROBE: usize = 8 * 1024;

/// Why bytes are not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotText {
    /// The first byte that breaks UTF-8; in valid UTF-8 that looks binary, the first NUL.
    pub offset: usize,
    /// The line of that byte, counted from 1.
    pub line: usize,
    /// A NUL stands in the first 8 KiB: another kind of file, or text in UTF-16.
    pub binary: bool,
}

impl fmt::Display for NotText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.binary {
            write!(
                out,
                "a binary file or another encoding (byte {})",
                self.offset
            )
        } else {
            write!(out, "no UTF-8 at byte {}, line {}", self.offset, self.line)
        }
    }
}

impl std::error::Error for NotText {}

/// The bytes as text, a leading byte order mark included.
///
/// # Errors
///
/// [`NotText`] if they are not UTF-8 (Unicode Standard, section 3.9, D92) or if a NUL stands in the first 8 KiB.
pub fn decode_utf8(bytes: &[u8]) -> Result<&str, NotText> {
    let nul = bytes.iter().take(PROBE).position(|byte| *byte == 0);
    let refuse = |offset: usize| {
        let before = bytes.get(..offset).unwrap_or_default();
        NotText {
            offset,
            line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
            binary: nul.is_some(),
        }
    };
    match (std::str::from_utf8(bytes), nul) {
        (Err(error), _) => Err(refuse(error.valid_up_to())),
        (Ok(_), Some(offset)) => Err(refuse(offset)),
        (Ok(text), None) => Ok(text),
    }
}

/// The text without a leading byte order mark (U+FEFF), for readers of formats that do not allow one.
#[must_use]
pub fn strip_bom(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The fault of a file that holds other than text: a NUL stands at this byte, counted from 0.
#[must_use]
pub fn binary_file(name: &str, offset: usize) -> Fault {
    let cause = format!("binary data: a NUL byte at byte offset {offset}");
    Fault::new(FaultKind::NotText, name, cause, "name a text file")
}

/// The fault of a file without a visible character.
#[must_use]
pub fn empty_file(name: &str) -> Fault {
    Fault::new(
        FaultKind::Empty,
        name,
        "the file is empty",
        "name a file that holds an article or a timeline",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_is_passed_on_as_it_is() {
        assert_eq!(decode_utf8(b"").unwrap(), "");
        let text = decode_utf8("\u{feff}Jum’at\r\n".as_bytes()).unwrap();
        assert_eq!(text, "\u{feff}Jum’at\r\n");
        assert_eq!(strip_bom(text), "Jum’at\r\n");
        assert_eq!(strip_bom("Jumat"), "Jumat");
    }

    #[test]
    fn a_bad_byte_is_told_by_place() {
        let refused = decode_utf8(b"satu\ndua\nti\xffga").unwrap_err();
        assert_eq!(
            refused,
            NotText {
                offset: 11,
                line: 3,
                binary: false
            }
        );
        assert_eq!(refused.to_string(), "no UTF-8 at byte 11, line 3");
    }

    #[test]
    fn utf16_and_binary_files_are_named_as_such() {
        let utf16: Vec<u8> = "kata".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(decode_utf8(&utf16).unwrap_err().binary);
        assert!(
            decode_utf8(b"\x7fELF\x02\x01\x01\x00\xff")
                .unwrap_err()
                .binary
        );
        let mut late = vec![b'a'; PROBE];
        late.push(0);
        assert!(decode_utf8(&late).is_ok());
    }
}
