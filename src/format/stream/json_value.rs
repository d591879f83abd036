//! Where a JSON value ends, found by its strings and brackets alone as its bytes come. Whether it is valid is for a parser to say.

use memchr::{memchr2, memchr2_iter};

use super::block::Damaged;
use crate::model::FaultKind;

/// Follows one value.
#[derive(Debug, Clone, Default)]
pub(super) struct Value {
    depth: usize,
    is_in_string: bool,
    /// The last byte that was seen is a backslash that counts.
    is_escaped: bool,
    shape: Shape,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shape {
    #[default]
    Unknown,
    /// An object, a list or a string.
    Closed,
    /// A number or a word, which ends where something else begins.
    Bare,
}

impl Value {
    /// Looks at more bytes of it; the number of bytes up to its end, if it ends among them. `is_all`: no more will come.
    pub(super) fn end(&mut self, bytes: &[u8], is_all: bool) -> Option<usize> {
        let mut at = 0;
        loop {
            if self.is_in_string {
                at += self.in_string(bytes.get(at..)?)?;
                if self.depth == 0 {
                    return Some(at);
                }
            }
            if self.shape == Shape::Bare {
                return bare(bytes, is_all);
            }
            let rest = bytes.get(at..)?;
            let Some((offset, byte)) = structural(rest) else {
                return self.unstructured(rest, is_all);
            };
            if self.shape == Shape::Unknown && offset > 0 {
                self.shape = Shape::Bare;
                continue;
            }
            self.shape = Shape::Closed;
            at += offset + 1;
            match byte {
                b'"' => self.is_in_string = true,
                b'{' | b'[' => self.depth += 1,
                _ if self.depth <= 1 => return Some(at),
                _ => self.depth -= 1,
            }
        }
    }

    /// There is no bracket and no string in the rest of what is there.
    fn unstructured(&mut self, rest: &[u8], is_all: bool) -> Option<usize> {
        if self.shape == Shape::Unknown && !rest.is_empty() {
            self.shape = Shape::Bare;
            return bare(rest, is_all);
        }
        None
    }

    /// Bytes up to the end of the string that is open, its closing mark included.
    fn in_string(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut at = usize::from(self.is_escaped && !bytes.is_empty());
        if at > 0 {
            self.is_escaped = false;
        }
        loop {
            let rest = bytes.get(at..)?;
            let found = memchr2(b'"', b'\\', rest)?;
            at += found + 1;
            if rest.get(found) == Some(&b'"') {
                self.is_in_string = false;
                return Some(at);
            }
            if at == bytes.len() {
                self.is_escaped = true;
                return None;
            }
            at += 1;
        }
    }
}

fn bare(bytes: &[u8], is_all: bool) -> Option<usize> {
    let ends = |byte: &u8| matches!(byte, b',' | b']' | b'}' | b'"') || byte.is_ascii_whitespace();
    let end = bytes.iter().position(ends);
    end.or(is_all.then_some(bytes.len()))
}

/// The first byte that opens or closes something.
fn structural(bytes: &[u8]) -> Option<(usize, u8)> {
    let at = bytes
        .iter()
        .position(|byte| matches!(byte, b'"' | b'{' | b'[' | b'}' | b']'))?;
    Some((at, *bytes.get(at)?))
}

/// How many objects and arrays may stand inside each other in a record: what reads the whole of it refuses more.
const DEEPEST: usize = 127;

/// Whether a record is nested deeper than it can be read in full. What is not known of it is skipped without a look when it
/// is read in part, however deep it goes.
pub(super) fn is_too_deep(record: &[u8]) -> bool {
    let mut openings = memchr2_iter(b'[', b'{', record);
    record.len() > 2 * DEEPEST && openings.nth(DEEPEST).is_some() && depth(record) > DEEPEST
}

fn depth(record: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut is_in_string, mut is_escaped) = (false, false);
    for byte in record {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_in_string => is_escaped = true,
            b'"' => is_in_string = !is_in_string,
            _ if is_in_string => {}
            b'[' | b'{' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// A record that is nested too deep.
pub(super) fn too_deep(line: usize) -> Damaged {
    Damaged {
        kind: FaultKind::Syntax,
        line,
        place: None,
        cause: format!("its values are nested more than {DEEPEST} levels deep"),
        mend: "nest them less deeply".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_counts_what_stands_inside_each_other_and_no_brackets_in_text() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(!is_too_deep(nested(DEEPEST).as_bytes()));
        assert!(is_too_deep(nested(DEEPEST + 1).as_bytes()));
        assert!(!is_too_deep("[[]],".repeat(200).as_bytes()));
        let text = format!("{{\"a\":\"\\\"{}\"}}", "[".repeat(300));
        assert!(!is_too_deep(text.as_bytes()));
    }
}
