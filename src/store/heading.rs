//! What stands above runs of events: years, months, and what has neither.

use crate::model::Bounds;

/// What stands above a run of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heading {
    /// Events that nothing limits towards the past.
    Before,
    /// Events known by their year, or that begin some time in it.
    Year(i32),
    /// Events that begin in a month (1–12) of a year.
    Month(i32, u32),
    /// Events without any date.
    Undated,
    /// Events in the order of their file: more are still being read.
    AsInFile,
}

/// A run of events under one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// What stands above them.
    pub heading: Heading,
    /// Place of the first one among the view's events.
    pub start: usize,
}

/// What stands above an event with these bounds.
pub(super) fn heading(bounds: Option<Bounds>) -> Heading {
    let Some(bounds) = bounds else {
        return Heading::Undated;
    };
    let Some((year, month, _)) = bounds.earliest.ymd() else {
        return Heading::Before;
    };
    let whole_year = bounds
        .latest
        .ymd()
        .is_none_or(|(last_year, last_month, _)| {
            bounds.starts_open() || last_year != year || last_month != month
        });
    let first_of_year = month == 1 && bounds.earliest.ymd().is_some_and(|(.., day)| day == 1);
    if whole_year && first_of_year {
        Heading::Year(year)
    } else {
        Heading::Month(year, month)
    }
}
