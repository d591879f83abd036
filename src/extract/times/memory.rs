//! What was said before: the dates that later words count from.

use super::calendar::HALF;
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
    /// It is the day on which somebody spoke, not one that is told of.
    pub(super) spoken: bool,
    /// It is longer than its stamp, which is its end.
    pub(super) range: bool,
}

/// Lines back in which a date still is the one spoken of.
const NEAR: usize = 2;
/// Lines back in which a quarter still is the one spoken of.
const FAR: usize = 6;
/// How many days told in full are kept.
const FULL: usize = 6;

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
    /// The last date of the text that is told of.
    pub(super) told: Option<Said>,
    /// The last day of the text that is told of.
    pub(super) told_day: Option<Said>,
    /// The last quarter or half of a year.
    pub(super) portion: Option<Said>,
    /// The last days that the text tells in full.
    pub(super) full: [Option<(Day, usize)>; FULL],
    /// The token that is read.
    pub(super) at: usize,
    /// Tokens for which an announced plan is spoken of.
    pub(super) reach: usize,
    /// Days that a month without a year may lie ahead unless it is planned.
    pub(super) ahead: i64,
    /// A word that announces a plan was last seen at this token of the sentence.
    pub(super) plan: Option<usize>,
    /// A word after which the day of speaking is told was last seen at this token.
    pub(super) saying: Option<usize>,
    /// The last token that ended a sentence.
    pub(super) sentence: usize,
}

impl Memory {
    pub(super) fn say(&mut self, said: Said) {
        self.last = Some(said);
        if said.is_date {
            self.last_date = Some(said);
        }
        let is_portion = matches!(said.stamp, Stamp::Quarter(..) | Stamp::Half(..));
        let ended = |(_, last): (Day, Day)| self.published.is_none_or(|day| last < day);
        if is_portion && said.stamp.days().is_some_and(ended) {
            self.portion = Some(said);
        }
        let is_day = matches!(said.stamp, Stamp::Day(_));
        if is_day {
            self.last_day = Some(said);
        }
        if !said.spoken {
            self.told = Some(said).filter(|said| !said.range);
            self.told_day = if is_day && !said.range {
                Some(said)
            } else {
                self.told_day
            };
        }
    }

    /// Keeps a day that was told with its year.
    pub(super) fn keep_full(&mut self, day: Day, index: usize) {
        self.full.rotate_right(1);
        if let Some(first) = self.full.first_mut() {
            *first = Some((day, index));
        }
    }

    /// The day of a month that was last told with its year.
    pub(super) fn told_in_full(&self, month: i64, day: i64) -> Option<(Day, usize)> {
        let same = |(told, _): &(Day, usize)| {
            told.ymd().is_some_and(|(_, told_month, told_day)| {
                (i64::from(told_month), i64::from(told_day)) == (month, day)
            })
        };
        self.full.iter().flatten().copied().find(same)
    }

    /// Whether a word that announces a plan governs what stands now: the day of speaking is none that is planned.
    pub(super) fn planned(&self) -> bool {
        self.plan.is_some_and(|plan| {
            plan >= self.sentence
                && self.at.saturating_sub(plan) <= self.reach
                && self.saying.is_none_or(|at| at < plan)
        })
    }

    /// How many days a month without a year may lie ahead.
    pub(super) fn days_ahead(&self) -> i64 {
        match self.planned() {
            true => HALF,
            false => self.ahead,
        }
    }

    /// Whether what stands now is the day of speaking.
    pub(super) fn spoken(&self) -> bool {
        self.saying.is_some_and(|at| at >= self.sentence)
    }

    /// The day that a clock time or daypart belongs to: one of its sentence, else the last told of, else the last.
    pub(super) fn day_of_now(&self) -> Option<Said> {
        let here = |said: &Said| said.line == self.line && said.end > self.sentence;
        let last = self.last_day.filter(here);
        last.or(self.told_day).or(self.last_day)
    }

    /// The last date told of, if it stands in this line or one of those just before it.
    pub(super) fn told_near(&self) -> Option<Said> {
        self.told.filter(|said| said.line + NEAR >= self.line)
    }

    /// The last quarter or half that is over, if it stands in one of the last lines.
    pub(super) fn portion_near(&self) -> Option<Said> {
        self.portion.filter(|said| said.line + FAR >= self.line)
    }

    /// The same of the last day.
    pub(super) fn told_day_near(&self) -> Option<Said> {
        self.told_day.filter(|said| said.line + NEAR >= self.line)
    }

    /// The last date, if it stands in this line.
    pub(super) fn in_line(&self) -> Option<Said> {
        self.last.filter(|said| said.line == self.line)
    }

    /// The last date that is no clock time, if it stands in this line.
    pub(super) fn date_in_line(&self) -> Option<Said> {
        self.last_date.filter(|said| said.line == self.line)
    }

    /// Whether one word stands between the last date, which is a day, and this token of the same line.
    pub(super) fn is_joined(&self, start: usize) -> bool {
        let last = self.in_line().filter(|said| said.is_date && !said.range);
        last.is_some_and(|said| said.end + 1 == start && matches!(said.stamp, Stamp::Day(_)))
    }

    /// The last date, if it stands in this sentence.
    pub(super) fn in_sentence(&self) -> Option<Said> {
        self.in_line().filter(|said| said.end > self.sentence)
    }
}
