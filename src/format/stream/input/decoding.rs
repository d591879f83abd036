//! Tables in other encodings than UTF-8, decoded as they come.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes that are decoded at once.
const STEP: usize = 64 << 10;

/// The encoding of an input that is not in UTF-8, by its first bytes: UTF-16 by its mark or its zeros, Windows-1252 where no
/// UTF-8 can be meant (WHATWG Encoding Standard).
pub(super) fn encoding_of(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        [a, 0, b, 0, ..] if *a > 0 && *b > 0 => return Some(UTF_16LE),
        [0, a, 0, b, ..] if *a > 0 && *b > 0 => return Some(UTF_16BE),
        _ => {}
    }
    match std::str::from_utf8(head) {
        // The last letter may be cut.
        Err(error) if error.error_len().is_some() => Some(WINDOWS_1252),
        _ => None,
    }
}

/// The first bytes as text, whatever is cut at their end.
pub(super) fn decoded(head: &[u8], encoding: &'static Encoding) -> String {
    let (text, _) = encoding.decode_with_bom_removal(head);
    text.into_owned()
}

/// Decodes what the reader gives.
pub(super) struct Decoding<R> {
    reader: R,
    decoder: Decoder,
    raw: Vec<u8>,
    plain: Vec<u8>,
    /// Bytes of `plain` that were given.
    given: usize,
    is_done: bool,
}

impl<R> Decoding<R> {
    pub(super) fn new(reader: R, encoding: &'static Encoding) -> Self {
        Self {
            reader,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: vec![0; STEP],
            plain: Vec::new(),
            given: 0,
            is_done: false,
        }
    }
}

impl<R: Read> Decoding<R> {
    fn decode_more(&mut self) -> io::Result<()> {
        let count = self.reader.read(&mut self.raw)?;
        self.is_done = count == 0;
        let raw = self.raw.get(..count).unwrap_or_default();
        let most = self
            .decoder
            .max_utf8_buffer_length(count)
            .unwrap_or(4 * STEP + 16);
        self.plain.resize(most, 0);
        let (_, _, written, _) = self
            .decoder
            .decode_to_utf8(raw, &mut self.plain, self.is_done);
        self.plain.truncate(written);
        self.given = 0;
        Ok(())
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.plain.len() && !self.is_done {
            self.decode_more()?;
        }
        let rest = self.plain.get(self.given..).unwrap_or_default();
        let count = rest.len().min(into.len());
        if let (Some(into), Some(rest)) = (into.get_mut(..count), rest.get(..count)) {
            into.copy_from_slice(rest);
        }
        self.given += count;
        Ok(count)
    }
}
