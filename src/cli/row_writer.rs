//! A list written a row at a time, in every format. Which rows is decided elsewhere.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::io::Write;

use super::args::Format;
use super::list_text::ONE_MOUTH;
use super::outcome::Failure;
use super::row::Row;
use super::{json, list_text, markdown, tsv};
use crate::store::counted_words;
use crate::text::SafeText;

/// One row after another, in a format.
pub(super) struct Writer {
    format: Format,
    is_first: bool,
    inferred: bool,
    disputed: bool,
    alone: Alone,
}

/// How many events rest on one mouth only.
#[derive(Default)]
struct Alone {
    events: usize,
    on: HashMap<String, usize>,
    /// Those on mouths beyond the first [`MOST_MOUTHS`].
    others: usize,
}

/// Mouths that are counted by name, so that a list of any length needs the same memory.
const MOST_MOUTHS: usize = 20_000;

impl Alone {
    fn add(&mut self, row: &Row<'_>) {
        self.events += 1;
        if let Some(mouth) = row.only_mouth.as_deref() {
            self.count(mouth, 1);
        }
    }

    fn add_all(&mut self, other: &Self) {
        self.events += other.events;
        self.others += other.others;
        for (mouth, count) in &other.on {
            self.count(mouth, *count);
        }
    }

    fn count(&mut self, mouth: &str, events: usize) {
        let room = self.on.len() < MOST_MOUTHS;
        match self.on.get_mut(mouth) {
            Some(count) => *count += events,
            None if room => drop(self.on.insert(mouth.to_owned(), events)),
            None => self.others += events,
        }
    }

    /// The same as [`list_text::alone_words`].
    fn words(&self) -> Option<String> {
        let alone = self.others + self.on.values().sum::<usize>();
        let mut on: Vec<(&String, usize)> = self
            .on
            .iter()
            .map(|(mouth, count)| (mouth, *count))
            .collect();
        on.sort_by_key(|(mouth, count)| (Reverse(*count), *mouth));
        let words = || counted_words(alone, self.events, on.into_iter());
        (alone > 0).then(|| format!("{ONE_MOUTH} {}", words()))
    }
}

impl Writer {
    pub(super) fn new(format: Format) -> Self {
        Self {
            format,
            is_first: true,
            inferred: false,
            disputed: false,
            alone: Alone::default(),
        }
    }

    pub(super) fn begin(&self, out: &mut dyn Write) -> Result<(), Failure> {
        match self.format {
            Format::Tsv => tsv::list_head(out),
            Format::Md => Ok(markdown::list_head(out)?),
            Format::Text | Format::Json | Format::Jsonl => Ok(()),
        }
    }

    pub(super) fn row(&mut self, row: &Row<'_>, out: &mut dyn Write) -> Result<(), Failure> {
        self.inferred |= row.inferred;
        self.disputed |= row.disputed;
        self.alone.add(row);
        let is_first = std::mem::replace(&mut self.is_first, false);
        match self.format {
            Format::Text => Ok(list_text::streamed(row, out)?),
            Format::Json => json::item(row, is_first, out),
            Format::Jsonl => json::line(row, out),
            Format::Tsv => tsv::list_row(row, out),
            Format::Md => Ok(markdown::list_row(row, out)?),
        }
    }

    /// A writer of rows that come after those of this one, into memory.
    pub(super) fn part(&self) -> Self {
        Self {
            is_first: false,
            ..Self::new(self.format)
        }
    }

    /// Writes what a part has made.
    pub(super) fn append(
        &mut self,
        part: &Self,
        mut rows: Vec<u8>,
        out: &mut dyn Write,
    ) -> Result<(), Failure> {
        self.inferred |= part.inferred;
        self.disputed |= part.disputed;
        self.alone.add_all(&part.alone);
        if let (Format::Json, true, Some(mark)) = (self.format, self.is_first, rows.first_mut()) {
            // A part takes none of its rows for the first one.
            *mark = b'[';
        }
        self.is_first &= rows.is_empty();
        Ok(out.write_all(&rows)?)
    }

    pub(super) fn end(&self, out: &mut dyn Write) -> Result<(), Failure> {
        match self.format {
            Format::Json => json::end(self.is_first, out),
            Format::Text => {
                list_text::meanings(self.inferred, self.disputed, out)?;
                if let Some(words) = self.alone.words() {
                    writeln!(out, "{}", SafeText::new(&words))?;
                }
                Ok(())
            }
            Format::Md => {
                let alone = self.alone.words();
                Ok(markdown::meanings(
                    self.inferred,
                    self.disputed,
                    alone.as_deref(),
                    out,
                )?)
            }
            Format::Tsv | Format::Jsonl => Ok(()),
        }
    }
}
