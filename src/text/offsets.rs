//! The sparse map between bytes, in which memory works, and Unicode code points, in which anchors are stored.
//! Screen cells are not here: see `safe` and `width`.

/// Bytes between two checkpoints, at least.
const STRIDE: usize = 256;

/// One known pair of offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Checkpoint {
    byte: usize,
    char: usize,
}

/// Byte and code point offsets of one text. It does not hold the text: every call is given the same one again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offsets {
    bytes: usize,
    chars: usize,
    checkpoints: Vec<Checkpoint>,
}

impl Offsets {
    /// Reads the text once. ASCII text needs no checkpoints, other text one for every 256 bytes or so.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.len();
        if text.is_ascii() {
            return Self {
                bytes,
                chars: bytes,
                checkpoints: Vec::new(),
            };
        }
        let mut checkpoints = Vec::with_capacity(bytes / STRIDE);
        let mut next = STRIDE;
        let mut chars = 0;
        for (byte, _) in text.char_indices() {
            if byte >= next {
                checkpoints.push(Checkpoint { byte, char: chars });
                next = byte + STRIDE;
            }
            chars += 1;
        }
        Self {
            bytes,
            chars,
            checkpoints,
        }
    }

    /// Length of the text in code points.
    #[must_use]
    pub const fn chars(&self) -> usize {
        self.chars
    }

    /// The byte at which code point `char_ix` starts. The end of the text is an answer; beyond it is `None`.
    #[must_use]
    pub fn byte_of(&self, text: &str, char_ix: usize) -> Option<usize> {
        if char_ix >= self.chars {
            return (char_ix == self.chars).then_some(self.bytes);
        }
        if self.chars == self.bytes {
            return Some(char_ix);
        }
        let from = self.before(|checkpoint| checkpoint.char <= char_ix);
        let rest = text.get(from.byte..)?;
        let (byte, _) = rest.char_indices().nth(char_ix.checked_sub(from.char)?)?;
        Some(from.byte + byte)
    }

    /// The code point that starts at `byte`, or the number of code points at the end of the text.
    /// `None` beyond the end and inside a code point.
    #[must_use]
    pub fn char_of(&self, text: &str, byte: usize) -> Option<usize> {
        if byte > self.bytes {
            return None;
        }
        if self.chars == self.bytes {
            return Some(byte);
        }
        let from = self.before(|checkpoint| checkpoint.byte <= byte);
        Some(from.char + text.get(from.byte..byte)?.chars().count())
    }

    /// The words from code point `start` to code point `end`, exclusive. `None` unless both lie in the text, in order.
    #[must_use]
    pub fn slice<'t>(&self, text: &'t str, start: usize, end: usize) -> Option<&'t str> {
        if start > end {
            return None;
        }
        text.get(self.byte_of(text, start)?..self.byte_of(text, end)?)
    }

    fn before(&self, holds: impl Fn(&Checkpoint) -> bool) -> Checkpoint {
        let after = self.checkpoints.partition_point(holds);
        let last = after
            .checked_sub(1)
            .and_then(|index| self.checkpoints.get(index));
        last.copied().unwrap_or(Checkpoint { byte: 0, char: 0 })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_of_wide_characters_is_sliced_by_code_points() {
        let text = "🙂é漢字 kata".repeat(100);
        let offsets = Offsets::new(&text);
        assert_eq!(offsets.chars(), 900);
        assert_eq!(offsets.slice(&text, 893, 895), Some("漢字"));
        assert_eq!(offsets.slice(&text, 900, 900), Some(""));
        assert_eq!(offsets.slice(&text, 900, 901), None);
        assert_eq!(offsets.slice(&text, 5, 4), None);
        assert_eq!(offsets.char_of(&text, 1), None);
    }

    #[test]
    fn ascii_needs_no_table() {
        let text = "kata ".repeat(1000);
        let offsets = Offsets::new(&text);
        assert!(offsets.checkpoints.is_empty());
        assert_eq!(offsets.byte_of(&text, 4321), Some(4321));
        assert_eq!(offsets.char_of(&text, 5001), None);
    }

    proptest! {
        #[test]
        fn both_directions_agree_with_counting(text in "(\\PC|[a-z ]{40}|🙂|漢){0,60}") {
            let offsets = Offsets::new(&text);
            prop_assert_eq!(offsets.chars(), text.chars().count());
            for (char_ix, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(offsets.byte_of(&text, char_ix), Some(byte));
                prop_assert_eq!(offsets.char_of(&text, byte), Some(char_ix));
            }
            prop_assert_eq!(offsets.byte_of(&text, offsets.chars()), Some(text.len()));
            prop_assert_eq!(offsets.byte_of(&text, offsets.chars() + 1), None);
            for byte in (0..text.len()).filter(|byte| !text.is_char_boundary(*byte)) {
                prop_assert_eq!(offsets.char_of(&text, byte), None);
            }
        }
    }
}
