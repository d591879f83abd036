//! The records of a block of native JSON Lines, and one of them in full.

use super::block::{Block, Damaged, Tally};
use super::json_value::{is_too_deep, too_deep};
use super::lean::{Entry, LeanRecord};
use super::native::Keyed;
use super::{Detail, lines};
use crate::format::complaint;
use crate::format::jsonl::Record;
use crate::model::{Fault, FaultKind, Source};

pub(super) fn read(block: &Block, each: &mut dyn FnMut(Result<Entry<'_>, Damaged>)) -> Tally {
    let mut expects_header = block.begins;
    for line in lines::of(&block.bytes) {
        let at = block.at(line.start, line.bytes.len(), line.number);
        let in_file = block.line_of(at);
        match record(&line, in_file) {
            None => {}
            Some(Ok(LeanRecord::Header(_))) if !expects_header => each(Err(Damaged {
                kind: FaultKind::Syntax,
                line: in_file,
                place: None,
                cause: "a second timeline record".to_owned(),
                mend: "keep one header, on the first line".to_owned(),
            })),
            Some(Ok(record)) => {
                expects_header = false;
                each(Ok(Entry { record, at }));
            }
            Some(Err(damaged)) => each(Err(damaged)),
        }
    }
    Tally::default()
}

/// The record of a line; `None` if the line is blank.
fn record<'a>(line: &lines::Line<'a>, in_file: usize) -> Option<Result<LeanRecord<'a>, Damaged>> {
    let text = match line.text() {
        Ok(text) => text,
        Err(cause) => return Some(Err(not_utf8(cause, in_file))),
    };
    if is_too_deep(line.bytes) {
        return Some(Err(too_deep(in_file)));
    }
    let read = serde_json::from_str::<Keyed<'a>>(text);
    match read {
        Ok(record) => Some(Ok(record.into())),
        Err(_) if text.trim().is_empty() => None,
        Err(error) => {
            let fault = complaint::from_json(&error, "", in_file.saturating_sub(1));
            Some(Err(Damaged::from_fault(fault, in_file)))
        }
    }
}

pub(super) fn not_utf8(cause: String, line: usize) -> Damaged {
    Damaged {
        kind: FaultKind::NotText,
        line,
        place: None,
        cause,
        mend: "save the file as UTF-8".to_owned(),
    }
}

pub(super) fn detail(record: &[u8], name: &str, line: usize) -> Result<Detail, Fault> {
    let text = std::str::from_utf8(record)
        .map_err(|error| not_utf8(error.to_string(), line).fault(name))?;
    let record = serde_json::from_str(text)
        .map_err(|error| complaint::from_json(&error, name, line.saturating_sub(1)))?;
    match record {
        Record::Event(event) => Ok(Detail {
            event: *event,
            source: None,
        }),
        _ => Err(no_event(name, line)),
    }
}

pub(super) fn source(record: &[u8]) -> Option<Source> {
    match serde_json::from_slice(record).ok()? {
        Record::Source(source) => Some(*source),
        _ => None,
    }
}

pub(super) fn no_event(name: &str, line: usize) -> Fault {
    Fault::new(
        FaultKind::Syntax,
        name,
        "there is no event here any more: the file was changed while it was open",
        "open it again",
    )
    .at_line(Some(line))
}
