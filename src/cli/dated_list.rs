//! `list --sort date` of a large file or a table: everything is read first; then the events themselves, a batch at a time, in
//! the order of time.

use std::thread;

use super::Streams;
use super::args::Format;
use super::large::begin;
use super::list::nothing;
use super::outcome::{Failure, Outcome};
use super::row::{Row, count};
use super::row_writer::Writer;
use super::stream_list::{Asked, Known, TOLD};
use super::voices::Said;
use crate::format::stream::{Opened, RecordKind, lean, unique_id};
use crate::model::{Fault, FaultKind};
use crate::store::{EventIx, Raw, Store, Wake};

/// So many events are read, made into rows and printed before the next ones.
const BATCH: usize = 8_192;

pub(super) fn run(
    asked: &Asked<'_>,
    opened: Opened,
    streams: &mut Streams,
) -> Result<Outcome, Failure> {
    let (name, kind) = (opened.name.clone(), opened.kind.clone());
    let mut store = begin(opened, Wake::new(|| ()))?;
    let faults = store.wait_for_all().faults;
    tell(&faults, &name, streams);
    let view = (asked.resolve)(&store, &name)?.view(&store);
    let known = Known::of(&store);
    let batches = Batches {
        store: &store,
        known: &known,
        kind: &kind,
        language: asked.language,
    };
    let mut writer = Writer::new(asked.format);
    writer.begin(streams.out)?;
    let mut events = view.iter().peekable();
    while events.peek().is_some() {
        let batch: Vec<EventIx> = events.by_ref().take(BATCH).collect();
        for part in batches.made(&writer, &batch)? {
            writer.append(&part.writer, part.rows, streams.out)?;
        }
    }
    writer.end(streams.out)?;
    streams.out.flush()?;
    if view.is_empty() && asked.format == Format::Text {
        streams.say(&nothing("list", &store, &name));
    }
    let late = store.take_news(0).faults;
    tell(&late, &name, streams);
    Ok(match faults.is_empty() && late.is_empty() {
        true => Outcome::Done,
        false => Outcome::Findings,
    })
}

fn tell(faults: &[Fault], name: &str, streams: &mut Streams) {
    faults
        .iter()
        .take(TOLD)
        .for_each(|fault| streams.say(fault));
    if faults.len() > TOLD {
        let cause = format!(
            "{} more could not be read",
            count(faults.len() - TOLD, "record")
        );
        streams.say(&Fault::new(FaultKind::Syntax, name, cause, ""));
    }
}

/// What rows are made of.
struct Batches<'a> {
    store: &'a Store,
    known: &'a Known,
    kind: &'a RecordKind,
    language: Option<&'a str>,
}

/// A record, and what only the store knows of its event.
struct Asking<'a> {
    raw: Raw,
    number: usize,
    inferred: bool,
    said: Said<'a>,
    id: &'a str,
}

/// Rows as they are printed.
struct Made {
    writer: Writer,
    rows: Vec<u8>,
    /// Some records are others by now.
    is_changed: bool,
}

impl<'a> Batches<'a> {
    /// The rows of a batch, in parts that were made at once.
    fn made(&self, writer: &Writer, batch: &[EventIx]) -> Result<Vec<Made>, Failure> {
        let asking = self.store.records(batch).into_iter().map(|raw| Asking {
            number: self.store.number(raw.event),
            inferred: self.store.rests_on_inferred(raw.event),
            said: Said::of(self.store, raw.event),
            id: self.store.id(raw.event),
            raw,
        });
        let mut asking: Vec<Asking<'a>> = asking.collect();
        let (known, kind, language) = (self.known, self.kind, self.language);
        let second = asking.split_off(asking.len() / 2);
        let make = |part, asking| rows(part, asking, known, kind, language);
        let (first_part, second_part) = (writer.part(), writer.part());
        let parts = thread::scope(|scope| {
            let other = scope.spawn(|| make(second_part, second));
            [Ok(make(first_part, asking)), other.join()]
        });
        let mut made = Vec::new();
        for part in parts {
            let part = part.map_err(|_| broken_off())??;
            if part.is_changed {
                self.store.note_changed();
            }
            made.push(part);
        }
        Ok(made)
    }
}

fn rows(
    mut writer: Writer,
    asking: Vec<Asking<'_>>,
    known: &Known,
    kind: &RecordKind,
    language: Option<&str>,
) -> Result<Made, Failure> {
    let mut rows = Vec::new();
    let mut is_changed = false;
    for asked in asking {
        let mut done = None;
        let mut said = Some(asked.said);
        let Raw { record, line, .. } = asked.raw;
        lean(kind, record, line, &mut |event| {
            let own = event.id == asked.id || unique_id(&event.id, line) == asked.id;
            if own {
                let said = said.take().unwrap_or_default();
                let mut row =
                    Row::streamed(event, known, asked.number, language, asked.inferred, said);
                row.id = asked.id;
                done = Some(writer.row(&row, &mut rows));
            }
        });
        is_changed |= done.is_none();
        done.transpose()?;
    }
    Ok(Made {
        writer,
        rows,
        is_changed,
    })
}

fn broken_off() -> Fault {
    let cause = "the list could not be made: a thread of the program broke off";
    Fault::new(FaultKind::Io, "list", cause, "this is a defect: report it")
}
