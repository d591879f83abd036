//! The timeline as JSON Lines: one record a line, the header first. The reader takes a line at a time, so that a caller
//! can stream a file that is larger than its patience.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::complaint;
use super::json::{Head, to_json_string, unwritable};
use crate::model::{Actor, Event, FORMAT, Fault, FaultKind, Source, Timeline};

/// The single key of a record, in the order of the file.
pub(super) const RECORD_KEYS: [&str; 4] = ["timeline", "source", "actor", "event"];

const HEADER: &str = r#"{"timeline":{"format":"linimasa/1"}}"#;

/// What one line holds.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Record {
    /// The header: a timeline without sources, actors and events.
    Timeline(Box<Timeline>),
    /// A source.
    Source(Box<Source>),
    /// An actor.
    Actor(Box<Actor>),
    /// An event with its claims.
    Event(Box<Event>),
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum RecordRef<'a> {
    Timeline(&'a Timeline),
    Source(&'a Source),
    Actor(&'a Actor),
    Event(&'a Event),
}

/// Reads records from lines, given in the order of the file, and counts them for its faults.
#[derive(Debug)]
pub struct Reader {
    name: String,
    line: usize,
    begun: bool,
}

impl Reader {
    /// A reader before the first line of the file that the user knows as `name`.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            line: 0,
            begun: false,
        }
    }

    /// The record of the next line; `None` if the line is blank.
    ///
    /// # Errors
    ///
    /// [`FaultKind::Version`] when the first record is no header of this format, [`FaultKind::Syntax`] for every other line
    /// that holds no record. After an error the reader may go on with the next line.
    pub fn read(&mut self, line: &str) -> Result<Option<Record>, Fault> {
        let lines_before = self.line;
        self.line += 1;
        if line.trim().is_empty() {
            return Ok(None);
        }
        let parsed = serde_json::from_str(line)
            .map_err(|error| complaint::from_json(&error, &self.name, lines_before));
        let record = if self.begun {
            parsed?
        } else {
            self.header(line, parsed)?
        };
        match &record {
            Record::Timeline(_) if self.begun => Err(self.fault(
                FaultKind::Syntax,
                "a second timeline record",
                "keep one header, on the first line",
            )),
            Record::Timeline(header) if !is_bare(header) => Err(self.fault(
                FaultKind::Syntax,
                "the timeline record holds sources, actors or events",
                "give each of them a line of its own",
            )),
            _ => {
                self.begun = true;
                Ok(Some(record))
            }
        }
    }

    /// Tells a file without any record from one that is merely done.
    ///
    /// # Errors
    ///
    /// [`FaultKind::Version`] when no header was read.
    pub fn finish(self) -> Result<(), Fault> {
        if self.begun {
            Ok(())
        } else {
            Err(complaint::no_format(&self.name, HEADER))
        }
    }

    fn fault(&self, kind: FaultKind, cause: &str, mend: &str) -> Fault {
        Fault::new(kind, self.name.as_str(), cause, mend).at_line(Some(self.line))
    }

    /// The version is asked before anything else, so that a newer file is not called broken.
    fn header(&self, line: &str, parsed: Result<Record, Fault>) -> Result<Record, Fault> {
        let format = match &parsed {
            Ok(Record::Timeline(header)) => Some(Value::from(header.format.as_str())),
            Ok(_) => None,
            Err(_) => {
                let mut head = Head::inside("timeline");
                if !head.read(line) && head.format.is_none() {
                    return parsed;
                }
                head.format
            }
        };
        match format {
            Some(Value::String(format)) if format == FORMAT => parsed,
            Some(format) => {
                Err(complaint::other_format(&self.name, &format.to_string())
                    .at_line(Some(self.line)))
            }
            None => Err(complaint::no_format(&self.name, HEADER).at_line(Some(self.line))),
        }
    }
}

fn is_bare(header: &Timeline) -> bool {
    header.sources.is_empty() && header.actors.is_empty() && header.events.is_empty()
}

/// Reads all records. Those that are damaged are left out, once the header shows that this is a timeline.
pub(super) fn parse(text: &str, name: &str, damaged: &mut Vec<Fault>) -> Result<Timeline, Fault> {
    let mut reader = Reader::new(name);
    let mut timeline = Timeline::default();
    for line in text.lines() {
        let record = match reader.read(line) {
            Err(fault) if reader.begun => {
                damaged.push(fault);
                continue;
            }
            record => record?,
        };
        match record {
            None => {}
            Some(Record::Timeline(header)) => timeline = *header,
            Some(Record::Source(source)) => timeline.sources.push(*source),
            Some(Record::Actor(actor)) => timeline.actors.push(*actor),
            Some(Record::Event(event)) => timeline.events.push(*event),
        }
    }
    reader.finish()?;
    Ok(timeline)
}

pub(super) fn write(timeline: &Timeline) -> Result<String, Fault> {
    let header = Timeline {
        format: timeline.format.clone(),
        title: timeline.title.clone(),
        extra: timeline.extra.clone(),
        ..Timeline::default()
    };
    let records = std::iter::once(RecordRef::Timeline(&header))
        .chain(timeline.sources.iter().map(RecordRef::Source))
        .chain(timeline.actors.iter().map(RecordRef::Actor))
        .chain(timeline.events.iter().map(RecordRef::Event));
    let mut text = String::new();
    for record in records {
        text.push_str(&to_json_string(&record, false).map_err(|error| unwritable(&error))?);
        text.push('\n');
    }
    Ok(text)
}
