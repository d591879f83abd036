//! What was said before: the dates that later words count from.

use super::stamp::Stamp;
use crate::model::Day;

/// A date that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    /// Its place among the timexes.
    pub(super) index: usize,
    pub(super) stamp: Stamp,
    /// The token after it.
    pub(super) end: usize,
    /// The line it stands in.
    pub(super) line: usize,
    /// It is a day or longer, and no clock time.
    pub(super) is_date: bool,
    /// It is the night that ends in the next day.
    pub(super) night: bool,
}

/// The publication date and what was said before.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Memory {
    pub(super) published: Option<Day>,
    pub(super) line: usize,
    /// The last date of the text.
    pub(super) last: Option<Said>,
    /// The last date of the text that is no clock time.
    pub(super) last_date: Option<Said>,
    /// The last day of the text.
    pub(super) last_day: Option<Said>,
    /// A word that announces a plan was last seen at this token of the sentence.
    pub(super) plan: Option<usize>,
    /// The last token that ended a sentence.
    pub(super) sentence: usize,
}

impl Memory {
    pub(super) fn say(&mut self, said: Said) {
        self.last = Some(said);
        if said.is_date {
            self.last_date = Some(said);
        }
        if matches!(said.stamp, Stamp::Day(_)) {
            self.last_day = Some(said);
        }
    }

    /// The last date, if it stands in this line.
    pub(super) fn in_line(&self) -> Option<Said> {
        self.last.filter(|said| said.line == self.line)
    }

    /// The last date that is no clock time, if it stands in this line.
    pub(super) fn date_in_line(&self) -> Option<Said> {
        self.last_date.filter(|said| said.line == self.line)
    }

    /// The last date, if it stands in this sentence.
    pub(super) fn in_sentence(&self) -> Option<Said> {
        self.in_line().filter(|said| said.end > self.sentence)
    }
}
