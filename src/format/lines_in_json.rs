//! The lines of a JSON timeline's parts, by a scanner that follows the few arrays of the model and skips all else. It expects
//! text that `serde_json` has accepted, and stops quietly at any other.

use super::lines::{Found, Part};

/// Deeper than `serde_json` reads.
const DEEPEST: usize = 200;

/// Where in the model the scanner stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Root,
    Sources,
    Actors,
    Events,
    Event,
    Claims,
    Claim,
    Anchors,
    Elsewhere,
}

impl At {
    fn under(self, key: &str) -> Self {
        match (self, key) {
            (Self::Root, "sources") => Self::Sources,
            (Self::Root, "actors") => Self::Actors,
            (Self::Root, "events") => Self::Events,
            (Self::Event, "claims") => Self::Claims,
            (Self::Claim, "anchors") => Self::Anchors,
            _ => Self::Elsewhere,
        }
    }

    const fn element(self) -> Self {
        match self {
            Self::Events => Self::Event,
            Self::Claims => Self::Claim,
            _ => Self::Elsewhere,
        }
    }
}

/// Every place that the text has, up to where it breaks off.
pub(super) fn find(text: &str) -> Found {
    let mut scanner = Scanner::new(text);
    // A text that breaks off has the places before the break.
    let _ = scanner.value(At::Root, 0);
    scanner.found
}

/// The first key of an object.
pub(super) fn first_key(text: &str) -> Option<String> {
    let mut scanner = Scanner::new(text);
    scanner.eat(b'{')?;
    scanner.string()
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    found: Found,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
            found: Found::default(),
        }
    }

    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at)? {
                b'\n' => self.line += 1,
                b' ' | b'\t' | b'\r' => {}
                other => return Some(*other),
            }
            self.at += 1;
        }
    }

    fn eat(&mut self, expected: u8) -> Option<()> {
        (self.peek()? == expected).then(|| self.at += 1)
    }

    fn value(&mut self, at: At, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        match self.peek()? {
            b'{' => self.object(at, depth),
            b'[' => self.array(at, depth),
            b'"' => self.skip_string().map(|_| ()),
            _ => {
                let rest = self.text.as_bytes().get(self.at..)?;
                let ends =
                    |byte: &u8| matches!(byte, b',' | b']' | b'}') || byte.is_ascii_whitespace();
                let length = rest.iter().position(ends).unwrap_or(rest.len());
                self.at += length;
                (length > 0).then_some(())
            }
        }
    }

    fn object(&mut self, at: At, depth: usize) -> Option<()> {
        self.eat(b'{')?;
        if self.eat(b'}').is_some() {
            return Some(());
        }
        loop {
            self.peek()?;
            let line = self.line;
            let key = self.string()?;
            if at == At::Root && key == "format" {
                self.found.format = Some(line);
            }
            self.eat(b':')?;
            self.value(at.under(&key), depth + 1)?;
            if self.eat(b',').is_none() {
                return self.eat(b'}');
            }
        }
    }

    fn array(&mut self, at: At, depth: usize) -> Option<()> {
        self.eat(b'[')?;
        if self.eat(b']').is_some() {
            return Some(());
        }
        loop {
            self.peek()?;
            self.note(at);
            self.value(at.element(), depth + 1)?;
            if self.eat(b',').is_none() {
                return self.eat(b']');
            }
        }
    }

    fn note(&mut self, at: At) {
        let line = self.line;
        let part = Part {
            line,
            parts: Vec::new(),
        };
        let events = &mut self.found.events;
        match at {
            At::Sources => self.found.sources.push(line),
            At::Actors => self.found.actors.push(line),
            At::Events => events.push(part),
            At::Claims => {
                if let Some(event) = events.last_mut() {
                    event.parts.push(part);
                }
            }
            At::Anchors => {
                let claim = events.last_mut().and_then(|event| event.parts.last_mut());
                if let Some(claim) = claim {
                    claim.parts.push(part);
                }
            }
            _ => {}
        }
    }

    fn string(&mut self) -> Option<String> {
        let quoted = self.skip_string()?;
        serde_json::from_str(quoted).ok()
    }

    /// The string with its quotation marks, as it is written.
    fn skip_string(&mut self) -> Option<&'a str> {
        self.peek().filter(|byte| *byte == b'"')?;
        let start = self.at;
        self.at += 1;
        loop {
            match self.text.as_bytes().get(self.at)? {
                b'\\' => self.at += 1,
                b'\n' => self.line += 1,
                b'"' => break,
                _ => {}
            }
            self.at += 1;
        }
        self.at += 1;
        self.text.get(start..self.at)
    }
}
