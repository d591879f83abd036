//! What a temporal expression was read as.

use std::ops::Range;
use std::sync::Arc;

use crate::model::{Day, Modifier};

/// TIMEX3 `type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimexKind {
    /// A day or something longer.
    Date,
    /// A part of a day.
    Time,
    /// A length.
    Duration,
    /// Again and again.
    Set,
}

impl TimexKind {
    /// Its TIMEX3 name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// How far the words alone go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The value can be read off the words.
    Explicit,
    /// It needs the publication date or another date.
    Relative,
    /// The words leave it open within bounds.
    Vague,
}

impl Basis {
    /// Its name in the standoff form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Relative => "relative",
            Self::Vague => "vague",
        }
    }
}

/// What a value was counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counted {
    /// Nothing: the words suffice.
    Nothing,
    /// The publication date.
    Publication,
    /// An earlier timex, by its place in the answer.
    Timex(usize),
    /// The event that the words after it name.
    Event,
}

/// One temporal expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timex {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// TIMEX3 `type`.
    pub kind: TimexKind,
    /// TIMEX3 `value`; digits that nothing tells are `X`.
    pub value: String,
    /// TIMEX3 `mod`.
    pub modifier: Option<Modifier>,
    /// How far the words alone go.
    pub basis: Basis,
    /// The EDTF bounds of the value; `None` for what spans no days: lengths, sets, bare references, unknown years.
    pub edtf: Option<String>,
    /// The rule that read it: the language, a dot, the rule's id.
    pub rule: Arc<str>,
    /// What the value was counted from.
    pub relative_to: Counted,
    /// The day that it is if day and month of a date in numbers stand in the other order, and nothing tells that they do not.
    pub could_be: Option<Day>,
    /// The words name a weekday that their date is not; the date was kept.
    pub weekday_disagrees: bool,
}
