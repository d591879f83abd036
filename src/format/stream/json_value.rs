//! Where a JSON value ends, found by its strings and brackets alone as its bytes come. Whether it is valid is for a parser to say.

use memchr::memchr2;

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
