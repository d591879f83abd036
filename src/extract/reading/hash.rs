//! Words as numbers: one hash of a word in lower case, by which it is looked up and compared.

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

/// The hash of a word, whatever its case (FNV-1a over its lower-case bytes, then mixed).
pub(in crate::extract) fn word(word: &str) -> u64 {
    let mut hash = BASIS;
    let mut take = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    if word.is_ascii() {
        word.bytes()
            .for_each(|byte| take(byte.to_ascii_lowercase()));
    } else {
        let mut buffer = [0; 4];
        for letter in word.chars().flat_map(char::to_lowercase) {
            letter.encode_utf8(&mut buffer).bytes().for_each(&mut take);
        }
    }
    mix(hash)
}

/// The hash of a phrase, from that of its head and of its next word.
pub(super) const fn join(head: u64, next: u64) -> u64 {
    mix(head.rotate_left(17).wrapping_add(next))
}

const fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}
