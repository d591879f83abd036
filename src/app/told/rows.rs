//! Which row each sentence and each event has. Sentences without a link that follow each other share a row where room is short.

use std::ops::Range;

use super::telling::{Telling, Told};

/// The rows of both sides.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    telling: &'a Telling,
    folded: bool,
}

/// A row on the side of what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HappenedRow {
    /// An event, by its place among [`Telling::events`].
    Event(usize),
    /// The heading of those without a date.
    Undated,
}

impl Telling {
    /// Its rows where so many fit: sentences that nothing leads to share rows only if not all fit.
    #[must_use]
    pub const fn rows(&self, height: usize) -> Rows<'_> {
        Rows {
            telling: self,
            folded: self.sentences.len() > height,
        }
    }

    /// Where each row begins when runs of sentences without an event, and of sentences whose events are filtered out, share one.
    pub(super) fn fold(&self) -> Vec<usize> {
        let kind = |told: &Told| (told.links.is_empty(), told.hidden > 0);
        let follows = |place: &usize| {
            let here = self.sentences.get(*place);
            let before = place
                .checked_sub(1)
                .and_then(|before| self.sentences.get(before));
            here.zip(before)
                .is_none_or(|(here, before)| kind(here) != kind(before) || !here.links.is_empty())
        };
        (0..self.sentences.len()).filter(follows).collect()
    }
}

impl Rows<'_> {
    /// Whether sentences share rows.
    #[must_use]
    pub const fn is_folded(&self) -> bool {
        self.folded
    }

    /// How many rows the sentences take.
    #[must_use]
    pub const fn told_len(&self) -> usize {
        if self.folded {
            self.telling.folds.len()
        } else {
            self.telling.sentences.len()
        }
    }

    /// The sentences of a row, by their places; several only where none of them has a link.
    #[must_use]
    pub fn told(&self, row: usize) -> Range<usize> {
        let all = self.telling.sentences.len();
        let start = |row: usize| match self.folded {
            true => self.telling.folds.get(row).copied().unwrap_or(all),
            false => row.min(all),
        };
        start(row)..start(row.saturating_add(1))
    }

    /// The row of a sentence, by its place.
    #[must_use]
    pub fn row_of_told(&self, place: usize) -> usize {
        if self.folded {
            let folds = &self.telling.folds;
            folds
                .partition_point(|start| *start <= place)
                .saturating_sub(1)
        } else {
            place
        }
    }

    /// Whether a heading parts the events without a date from the others.
    const fn has_heading(&self) -> bool {
        self.telling.dated > 0 && self.telling.dated < self.telling.events.len()
    }

    /// How many rows the events take.
    #[must_use]
    pub const fn happened_len(&self) -> usize {
        self.telling.events.len() + self.has_heading() as usize
    }

    /// What stands in a row of the events.
    #[must_use]
    pub fn happened(&self, row: usize) -> Option<HappenedRow> {
        let dated = self.telling.dated;
        match row {
            row if row >= self.happened_len() => None,
            row if !self.has_heading() || row < dated => Some(HappenedRow::Event(row)),
            row if row == dated => Some(HappenedRow::Undated),
            row => Some(HappenedRow::Event(row - 1)),
        }
    }

    /// The row of an event, by its place.
    #[must_use]
    pub const fn row_of_event(&self, place: usize) -> usize {
        place + (self.has_heading() && place >= self.telling.dated) as usize
    }
}
