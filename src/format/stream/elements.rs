//! One large JSON object cut into runs of whole elements of its lists, whatever the order of its keys. What the elements say
//! is not here.

use super::cutter::Cut;
use super::json_value::Value;
use crate::model::FORMAT;

/// Bytes that all that stands beside the lists may take together: 16 MiB.
const MAX_HEADER: usize = 16 << 20;

/// What the elements of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Sources,
    Actors,
    Events,
}

impl Section {
    fn of_key(key: &[u8]) -> Option<Self> {
        match key {
            b"\"sources\"" => Some(Self::Sources),
            b"\"actors\"" => Some(Self::Actors),
            b"\"events\"" => Some(Self::Events),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// Before the object.
    Start,
    /// Before a key of the object.
    Key,
    /// Between a key and its value.
    Colon(Option<Section>),
    /// Before a value.
    Value(Option<Section>),
    /// Before an element.
    Element(Section),
    /// After the object.
    End,
}

/// Follows one object. Positions are of the bytes that are kept.
#[derive(Debug)]
pub(super) struct Elements {
    at: At,
    /// Bytes that were looked at.
    seen: usize,
    /// The value or key that is being followed, and where it starts.
    open: Option<(usize, Value)>,
    /// The start of the member that is being followed.
    member: usize,
    /// The end of the last whole element that was not given yet.
    whole: usize,
    /// The object's members that are no lists of ours, as they are written, with commas between.
    header: Vec<u8>,
    format: Option<String>,
    /// Members were added since the header was given.
    has_news: bool,
}

impl Elements {
    pub(super) const fn new() -> Self {
        Self {
            at: At::Start,
            seen: 0,
            open: None,
            member: 0,
            whole: 0,
            header: Vec::new(),
            format: None,
            has_news: false,
        }
    }

    /// What the elements of the block are that was cut last.
    pub(super) const fn section(&self) -> Option<Section> {
        match self.at {
            At::Element(section) => Some(section),
            _ => None,
        }
    }

    /// The object without the lists, as far as it is known.
    pub(super) fn header(&mut self) -> Vec<u8> {
        self.has_news = false;
        [b"{".as_slice(), &self.header, b"}"].concat()
    }

    /// The place that is looked at: the start of the value that is being followed, or what comes after the last one.
    pub(super) fn place(&self) -> usize {
        self.open.as_ref().map_or(self.seen, |(start, _)| *start)
    }

    /// So many of the bytes that are kept are gone.
    pub(super) fn shift(&mut self, bytes: usize) {
        self.seen = self.seen.saturating_sub(bytes);
        self.whole = self.whole.saturating_sub(bytes);
        self.member = self.member.saturating_sub(bytes);
        if let Some((start, _)) = &mut self.open {
            *start = start.saturating_sub(bytes);
        }
    }

    /// All that is kept goes, in the midst of a value that is too large to be kept; its end is to be found all the same.
    pub(super) fn give_up(&mut self) {
        self.seen = 0;
        self.whole = 0;
        self.member = 0;
        if let Some((start, _)) = &mut self.open {
            *start = 0;
        }
    }

    /// The end of the value that was given up, if it is there by now.
    pub(super) fn end_of_lost(&mut self, kept: &[u8], is_all: bool) -> Option<usize> {
        let Some((_, value)) = &mut self.open else {
            return Some(0);
        };
        let rest = kept.get(self.seen..).unwrap_or_default();
        match value.end(rest, is_all) {
            Some(length) => {
                self.open = None;
                let end = self.seen + length;
                self.seen = end;
                if matches!(self.at, At::Value(_)) {
                    self.at = At::Key;
                }
                Some(end)
            }
            None => {
                self.seen = kept.len();
                None
            }
        }
    }

    pub(super) fn cut(&mut self, kept: &[u8], is_all: bool) -> Cut {
        loop {
            if let Some((start, value)) = &mut self.open {
                let start = *start;
                let rest = kept.get(self.seen..).unwrap_or_default();
                let Some(length) = value.end(rest, is_all) else {
                    self.seen = kept.len();
                    return self.paused(is_all);
                };
                self.open = None;
                self.seen += length;
                if let Some(cut) = self.closed(kept, start) {
                    return cut;
                }
                continue;
            }
            let rest = kept.get(self.seen..).unwrap_or_default();
            let blank = rest.iter().position(|byte| !byte.is_ascii_whitespace());
            let Some(blank) = blank else {
                self.seen = kept.len();
                return self.paused(is_all);
            };
            self.seen += blank;
            let byte = kept.get(self.seen).copied().unwrap_or_default();
            if let Some(cut) = self.step(byte) {
                return cut;
            }
        }
    }

    /// No more bytes for now.
    fn paused(&self, is_all: bool) -> Cut {
        match (self.whole, is_all) {
            (0, true) if matches!(self.at, At::Start | At::End) => Cut::At(0),
            (0, true) => Cut::Broken("the file ends in the midst of the timeline".to_owned()),
            (0, false) => Cut::More,
            (whole, _) => Cut::At(whole),
        }
    }

    /// One byte that is not blank, outside of values.
    fn step(&mut self, byte: u8) -> Option<Cut> {
        match (self.at, byte) {
            (At::Start, b'{') => self.pass_to(At::Key),
            (At::Key, b',') => self.pass_to(At::Key),
            (At::Key, b'"') => {
                self.member = self.seen;
                self.open = Some((self.seen, Value::default()));
                None
            }
            (At::Key, b'}') => {
                self.pass_to(At::End);
                Some(match self.has_news || self.format.is_none() {
                    true => Cut::Header(self.seen),
                    false => Cut::Pass(self.seen),
                })
            }
            (At::Colon(section), b':') => self.pass_to(At::Value(section)),
            (At::Value(Some(section)), b'[') => {
                self.pass_to(At::Element(section));
                Some(match self.has_news && self.format.is_some() {
                    true => Cut::Header(self.seen),
                    false => Cut::Pass(self.seen),
                })
            }
            (At::Value(_), b',' | b'}' | b']') => Some(unexpected(byte, "a value")),
            (At::Value(_), _) => {
                self.open = Some((self.seen, Value::default()));
                None
            }
            (At::Element(_), b',') => self.pass_to(self.at),
            (At::Element(_), b']') if self.whole > 0 => Some(Cut::At(self.whole)),
            (At::Element(_), b']') => self.pass_to(At::Key),
            (At::Element(_), b'}' | b':') => Some(unexpected(byte, "an element of the list")),
            (At::Element(_), _) => {
                self.open = Some((self.seen, Value::default()));
                None
            }
            (At::Start, _) => Some(unexpected(byte, "{")),
            (At::Key, _) => Some(unexpected(byte, "a key in quotation marks")),
            (At::Colon(_), _) => Some(unexpected(byte, ":")),
            (At::End, _) => Some(unexpected(byte, "the end of the file")),
        }
    }

    fn pass_to(&mut self, at: At) -> Option<Cut> {
        self.at = at;
        self.seen += 1;
        None
    }

    /// A key, a member's value or an element is whole.
    fn closed(&mut self, kept: &[u8], start: usize) -> Option<Cut> {
        let written = kept.get(start..self.seen).unwrap_or_default();
        match self.at {
            At::Key => {
                self.at = At::Colon(Section::of_key(written));
                None
            }
            At::Value(_) => {
                self.at = At::Key;
                let member = kept.get(self.member..self.seen).unwrap_or_default();
                if self.header.len() + member.len() > MAX_HEADER {
                    let cause =
                        "what stands beside the lists of the timeline is too large to be kept";
                    return Some(Cut::Broken(cause.to_owned()));
                }
                if !self.header.is_empty() {
                    self.header.push(b',');
                }
                self.header.extend_from_slice(member);
                self.has_news = true;
                if member.starts_with(b"\"format\"") {
                    self.format = Some(String::from_utf8_lossy(written).into_owned());
                    if written != format!("\"{FORMAT}\"").as_bytes() {
                        return Some(Cut::OtherFormat(self.format.clone().unwrap_or_default()));
                    }
                }
                Some(Cut::Pass(self.seen))
            }
            _ => {
                self.whole = self.seen;
                None
            }
        }
    }

    /// Whether the object gave its format.
    pub(super) const fn has_format(&self) -> bool {
        self.format.is_some()
    }
}

fn unexpected(byte: u8, expected: &str) -> Cut {
    Cut::Broken(format!(
        "{} stands where {expected} was expected",
        char::from(byte).escape_debug()
    ))
}
