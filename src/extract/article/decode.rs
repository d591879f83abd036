//! Bytes of an article as text, in whichever of the usual encodings they are. What kind of article it is is not told here.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::model::Fault;
use crate::text::binary_file;

/// Bytes in which a page declares its encoding (HTML standard, section 4.2.5.4).
const DECLARATION: usize = 1024;

/// The bytes as text, a leading byte order mark of UTF-8 included.
pub(super) fn decode(bytes: &[u8], name: &str) -> Result<String, Fault> {
    let (encoding, body) = match bytes {
        [0xff, 0xfe, body @ ..] => (UTF_16LE, body),
        [0xfe, 0xff, body @ ..] => (UTF_16BE, body),
        _ => {
            if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
                return Err(binary_file(name, offset));
            }
            if let Ok(text) = std::str::from_utf8(bytes) {
                return Ok(text.to_owned());
            }
            (declared(bytes).unwrap_or(WINDOWS_1252), bytes)
        }
    };
    let (text, _) = encoding.decode_without_bom_handling(body);
    match text.find('\0') {
        // Where the character began is not worth counting: the file is no text anyway.
        Some(_) => Err(binary_file(name, 0)),
        None => Ok(text.into_owned()),
    }
}

/// The encoding that a page declares: `charset=…` in its head. One that cannot be what the bytes are is left aside.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: Vec<u8> = bytes
        .iter()
        .take(DECLARATION)
        .map(u8::to_ascii_lowercase)
        .collect();
    let head = String::from_utf8_lossy(&head);
    let (_, rest) = head.split_once("charset=").filter(|_| head.contains('<'))?;
    let label = rest.trim_start_matches(['"', '\'', ' ']);
    let label = label.split(['"', '\'', ' ', '>', ';', '/']).next()?;
    let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
    let fits = encoding.is_ascii_compatible() && encoding != UTF_8;
    fits.then_some(encoding)
}
