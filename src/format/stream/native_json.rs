//! The records of a block of a native JSON timeline: elements of one of its lists, or what stands beside them.

use memchr::memchr_iter;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Detail;
use super::block::{Block, Damaged, Part, Tally};
use super::elements::Section;
use super::json_value::{Value, is_too_deep, too_deep};
use super::lean::{Entry, LeanRecord};
use super::lean_actor::LeanActor;
use super::lines::text_of;
use super::native_lines::not_utf8;
use crate::format::complaint;
use crate::model::{Fault, FaultKind};

type Each<'e> = &'e mut dyn FnMut(Result<Entry<'_>, Damaged>);

pub(super) fn read(block: &Block, each: Each<'_>) -> Tally {
    match block.part {
        Part::Elements(Section::Sources) => elements(block, each, LeanRecord::Source),
        Part::Elements(Section::Actors) => elements(block, each, |actor: LeanActor| actor.into()),
        Part::Elements(Section::Events) => {
            elements(block, each, LeanRecord::Event);
        }
        Part::Header | Part::Records => header(block, each),
    }
    Tally::default()
}

fn header(block: &Block, each: Each<'_>) {
    let at = block.at(0, block.bytes.len(), 0);
    match serde_json::from_slice(&block.bytes) {
        Ok(header) => each(Ok(Entry {
            record: LeanRecord::Header(header),
            at,
        })),
        Err(error) => each(Err(damaged(&error, block.line_of(at)))),
    }
}

fn elements<'a, T: Deserialize<'a>>(
    block: &'a Block,
    each: Each<'_>,
    record: impl Fn(T) -> LeanRecord<'a>,
) {
    let bytes = block.bytes.as_slice();
    let whole = std::str::from_utf8(bytes).ok();
    let (mut at, mut line, mut counted) = (0, 0_u32, 0);
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let is_between = |byte: &u8| *byte == b',' || byte.is_ascii_whitespace();
        let Some(start) = rest.iter().position(|byte| !is_between(byte)) else {
            return;
        };
        at += start;
        let lines = memchr_iter(b'\n', bytes.get(counted..at).unwrap_or_default()).count();
        line = line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        counted = at;
        let (read, length) = element(bytes, whole, at, block.line_of(block.at(at, 0, line)));
        let at_element = block.at(at, length, line);
        each(read.map(|value| Entry {
            record: record(value),
            at: at_element,
        }));
        at += length.max(1);
    }
}

/// The element that starts there, and its length.
fn element<'a, T: Deserialize<'a>>(
    bytes: &'a [u8],
    whole: Option<&'a str>,
    at: usize,
    line: usize,
) -> (Result<T, Damaged>, usize) {
    if let Some(text) = whole.and_then(|whole| whole.get(at..)) {
        let mut stream = serde_json::Deserializer::from_str(text).into_iter::<T>();
        if let Some(Ok(value)) = stream.next() {
            let length = stream.byte_offset();
            let is_deep = text.as_bytes().get(..length).is_some_and(is_too_deep);
            let read = if is_deep {
                Err(too_deep(line))
            } else {
                Ok(value)
            };
            return (read, length);
        }
    }
    let rest = bytes.get(at..).unwrap_or_default();
    let length = Value::default().end(rest, true).unwrap_or(rest.len());
    let written = rest.get(..length).unwrap_or_default();
    let read = match text_of(written) {
        Err(cause) => Err(not_utf8(cause, line)),
        Ok(text) => serde_json::from_str(text).map_err(|error| damaged(&error, line)),
    };
    (read, length)
}

fn damaged(error: &serde_json::Error, line: usize) -> Damaged {
    let mut fault = complaint::from_json(error, "", line.saturating_sub(1));
    // The column counts from where the element starts, not from where its line does.
    fault.place = None;
    Damaged::from_fault(fault, line)
}

pub(super) fn detail(record: &[u8], name: &str, line: usize) -> Result<Detail, Fault> {
    let event = one(record, name, line)?;
    Ok(Detail {
        event,
        source: None,
    })
}

fn one<T: DeserializeOwned>(record: &[u8], name: &str, line: usize) -> Result<T, Fault> {
    serde_json::from_slice(record).map_err(|error| {
        let cause = complaint::from_json(&error, name, 0).cause;
        let mend = "if the file was changed while it was open, open it again";
        Fault::new(FaultKind::Syntax, name, cause, mend).at_line(Some(line))
    })
}
