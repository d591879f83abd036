//! One row of a table in full: an event, and the source that the row itself is. Its text has a line `column: cell` for each
//! cell, the cells verbatim, and every anchor points into it.

use std::borrow::Cow;
use std::ops::Range;

use super::cells;
use super::date;
use super::fields::Field;
use super::json::{self, JsonCells};
use super::mapping::{Mapping, Syntax};
use super::row::{self, Cells, Row};
use super::rows::{CsvCells, ragged, unclosed_mark};
use crate::format::stream::Detail;
use crate::format::stream::block::Damaged;
use crate::format::stream::lines::text_of;
use crate::format::stream::native_lines::not_utf8;
use crate::model::{Anchor, Claim, Event, Fault, Participation, Reading, Source};
use crate::text::{self, Offsets};

pub(in crate::format::stream) fn detail(
    mapping: &Mapping,
    record: &[u8],
    name: &str,
    line: usize,
) -> Result<Detail, Fault> {
    read(mapping, record, line).map_err(|damaged| damaged.fault(name))
}

fn read(mapping: &Mapping, record: &[u8], line: usize) -> Result<Detail, Damaged> {
    let row = text_of(record).map_err(|cause| not_utf8(cause, line))?;
    match mapping.syntax {
        Syntax::Csv { delimiter } => {
            let mut cells = Vec::new();
            let end = cells::row(record, delimiter, &mut cells);
            if end.is_unclosed {
                return Err(unclosed_mark(line));
            }
            if cells.len() != mapping.columns.len() {
                return Err(ragged(line, cells.len(), mapping.columns.len()));
            }
            let names = mapping.columns.iter().map(String::as_str);
            let values = cells.iter().map(|cell| cell.value(row));
            let text = RecordText::new(names.zip(values));
            Ok(made(mapping, &CsvCells { row, cells: &cells }, text, line))
        }
        Syntax::JsonLines => {
            let cells = JsonCells::read(row, &mapping.columns, line)?;
            let values = json::all(row, line)?;
            let pairs = values
                .iter()
                .map(|(key, value)| (key.as_ref(), value.clone()));
            let mut text = RecordText::new(pairs);
            text.cells = in_order_of(&mapping.columns, &values, &text.cells);
            Ok(made(mapping, &cells, text, line))
        }
    }
}

/// The places of the cells of these columns, of which each object has its own order.
fn in_order_of(
    columns: &[String],
    values: &[(Cow<'_, str>, Cow<'_, str>)],
    places: &[Range<usize>],
) -> Vec<Range<usize>> {
    let place = |column: &String| {
        // Of a key that stands twice, the last says what counts.
        let at = values.iter().rposition(|(key, _)| key == column);
        at.and_then(|at| places.get(at))
            .cloned()
            .unwrap_or_default()
    };
    columns.iter().map(place).collect()
}

/// The stored text of a record.
struct RecordText {
    text: String,
    /// The places of the cells.
    cells: Vec<Range<usize>>,
}

impl RecordText {
    fn new<'a>(pairs: impl Iterator<Item = (&'a str, Cow<'a, str>)>) -> Self {
        let mut text = String::new();
        let mut cells = Vec::new();
        for (name, cell) in pairs {
            text.push_str(name);
            text.push(':');
            if !cell.is_empty() {
                text.push(' ');
            }
            let start = text.len();
            text.push_str(&cell);
            cells.push(start..text.len());
            text.push('\n');
        }
        Self { text, cells }
    }

    /// The place of a cell, white space around it left out.
    fn cell(&self, column: usize) -> Option<Range<usize>> {
        let range = self.cells.get(column)?;
        let cell = self.text.get(range.clone())?;
        let start = range.start + (cell.len() - cell.trim_start().len());
        Some(start..start + cell.trim().len())
    }
}

fn made<'c>(mapping: &Mapping, cells: &impl Cells<'c>, text: RecordText, line: usize) -> Detail {
    let id = mapping.record_id(line);
    let row = row::read(mapping, cells, &id);
    let offsets = Offsets::new(&text.text);
    let event = event(mapping, cells, row, &text, &offsets);
    let source = source(mapping, cells, &id, line);
    Detail {
        event,
        source: Some((source, text.text)),
    }
}

fn event<'c>(
    mapping: &Mapping,
    cells: &impl Cells<'c>,
    row: Row<'_>,
    text: &RecordText,
    offsets: &Offsets,
) -> Event {
    let owned = |word: Option<Cow<'_, str>>| word.map(Cow::into_owned);
    let lean = row.event;
    let claims = lean.claims.into_iter().map(|claim| {
        let places = row
            .anchored
            .iter()
            .flatten()
            .map(|column| text.cell(*column));
        let anchors = claim
            .anchors
            .iter()
            .zip(places)
            .filter_map(|(anchor, place)| {
                let made: Anchor = text::make(&text.text, offsets, place?, anchor.role)?;
                Some(made)
            });
        let reading = match row.concluded {
            Some(_) => Reading::Inferred,
            None => Reading::Explicit,
        };
        Claim {
            anchors: anchors.collect(),
            source: claim.source.into_owned(),
            reading: claim.date.is_some().then_some(reading),
            date: owned(claim.date),
            by: Some(mapping.by.clone()),
            note: row.concluded.map(str::to_owned),
            said_by: owned(claim.said_by),
            via: owned(row::first(mapping, cells, Field::Via).map(|(_, cell)| cell)),
            ..Claim::default()
        }
    });
    Event {
        claims: claims.collect(),
        id: lean.id.into_owned(),
        title: lean.title.into_owned(),
        kind: owned(lean.kind),
        status: lean.status,
        review: lean.review,
        place: owned(lean.place),
        actors: lean
            .actors
            .into_iter()
            .map(|part| Participation {
                id: part.id.into_owned(),
                ..Participation::default()
            })
            .collect(),
        ..Event::default()
    }
}

fn source<'c>(mapping: &Mapping, cells: &impl Cells<'c>, id: &str, line: usize) -> Source {
    let text = |field| row::first(mapping, cells, field).map(|(_, cell)| cell.into_owned());
    let published = text(Field::Published).and_then(|cell| {
        let date = date::read(&cell, mapping.order_of(Field::Published))?;
        Some(date.edtf.into_owned())
    });
    Source {
        id: id.to_owned(),
        title: Some(format!("{}, line {line}", mapping.file)),
        publisher: text(Field::Publisher),
        author: text(Field::Author),
        url: text(Field::Url),
        language: text(Field::Language),
        published,
        ..Source::default()
    }
}
