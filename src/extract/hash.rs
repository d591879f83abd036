//! Words whatever their case: one hash of a word in lower case, by which it is looked up and compared.

use std::hash::{BuildHasherDefault, Hasher};

/// A map from the hash of a word.
pub(in crate::extract) type ByWord<V> =
    std::collections::HashMap<u64, V, BuildHasherDefault<Taken>>;

/// Takes a number that is a hash already as it is.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::extract) struct Taken(u64);

impl Hasher for Taken {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// Makes one hash of several.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::extract) struct Folded(u64);

impl Hasher for Folded {
    fn finish(&self) -> u64 {
        mix(self.0)
    }

    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut number = [0; 8];
            for (to, from) in number.iter_mut().zip(part) {
                *to = *from;
            }
            self.0 = join(self.0, u64::from_le_bytes(number));
        }
    }
}

const PRIME: u64 = 0x0000_0100_0000_01b3;
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of a word, byte by byte: FNV-1a, mixed in the end.
#[derive(Debug, Clone, Copy)]
pub(in crate::extract) struct Hash(u64);

impl Hash {
    /// That of no byte at all.
    pub(in crate::extract) const EMPTY: Self = Self(BASIS);

    /// With one more byte, which is in lower case.
    pub(in crate::extract) const fn with(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(PRIME))
    }

    /// As it is looked up and compared.
    pub(in crate::extract) const fn finish(self) -> u64 {
        mix(self.0)
    }
}

/// The hash of a word, whatever its case.
pub(in crate::extract) fn word(word: &str) -> u64 {
    if word.is_ascii() {
        let lower = word.bytes().map(|byte| byte.to_ascii_lowercase());
        return lower.fold(Hash::EMPTY, Hash::with).finish();
    }
    let mut hash = Hash::EMPTY;
    let mut buffer = [0; 4];
    for letter in word.chars().flat_map(char::to_lowercase) {
        let bytes = letter.encode_utf8(&mut buffer).bytes();
        hash = bytes.fold(hash, Hash::with);
    }
    hash.finish()
}

/// Whether a text in lower case is this one.
pub(in crate::extract) fn is_lower_of(lower: &str, text: &str) -> bool {
    match text.is_ascii() {
        true => {
            let letters = text.bytes().map(|letter| letter.to_ascii_lowercase());
            letters.eq(lower.bytes())
        }
        false => text.to_lowercase() == lower,
    }
}

/// The hash of a phrase, from that of its head and of its next word.
pub(in crate::extract) const fn join(head: u64, next: u64) -> u64 {
    mix(head.rotate_left(17).wrapping_add(next))
}

const fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}
