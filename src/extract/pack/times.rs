//! What a language pack says of temporal expressions: words with their meanings, and rules. How they are matched and counted
//! is in `extract::times`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::extract::times::Order;

/// Lexicon and rules for temporal expressions.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TimesPack {
    /// The mark between whole numbers and decimals.
    pub decimal: String,
    /// The mark between thousands.
    pub thousands: String,
    /// The mark that may stand between the tens and ones of a number in words: `twenty-four`. Empty: none.
    pub joint: String,
    /// Tokens behind a word that announces a plan for which the plan is spoken of; 0: to the end of the sentence.
    pub reach: usize,
    /// Days that a month without a year may lie ahead of the publication, unless a plan is spoken of; half a year if not given.
    pub ahead: Option<u8>,
    /// Class → meaning → forms. A meaning is a number, a unit (`day`), a daypart (`TMO`), a modifier (`START`), a zone
    /// (`+07:00`) or, for classes that only group words, anything else. A form may be several words.
    pub lexicon: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Pieces of patterns that rules share, by name.
    pub macros: BTreeMap<String, String>,
    /// The rules, earlier ones first where two match the same words.
    pub rules: Vec<TimesRule>,
}

/// One rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimesRule {
    /// Its name, such as `month-third`; the language stands before it in a timex.
    pub id: String,
    /// What it matches; the notation is described in `extract::times::pattern`.
    pub pattern: String,
    /// What the match is worth.
    pub value: Operation,
    /// Classes one of whose words must not stand right before it.
    #[serde(default)]
    pub not_after: Vec<String>,
    /// Classes one of whose words must stand right before it, unless empty.
    #[serde(default)]
    pub after: Vec<String>,
}

/// What a match is worth: the closed set of value operations. Each reads what the pattern captured.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "op", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Operation {
    /// No timex: the words look like one and are none.
    Nothing,
    /// A date or clock time from its parts; those that are missing come from `dir`, the words before and the base.
    Calendar {
        /// Only where a date is told in the lines just before.
        #[serde(default)]
        near: bool,
        /// Only where one word stands between the last date and it: the second day of `24 and 25`.
        #[serde(default)]
        joined: bool,
        /// It is planned, or it is not, whatever the words around say; without it they tell.
        plan: Option<bool>,
        /// Day and month in numbers could stand in either order; this one, unless the article tells otherwise.
        order: Option<Order>,
    },
    /// So many units from a base: `n` or 1, times `by` or `dir`.
    Shift {
        /// The factor, where no direction is captured.
        #[serde(default)]
        by: i64,
        /// The unit, where none is captured.
        unit: Option<String>,
        /// What is counted from.
        #[serde(default)]
        from: Base,
        /// A quarter, half or month counted in years stays one: the same of another year. Decades lead to a year.
        #[serde(default)]
        keep: bool,
    },
    /// A reference without a date: `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
    Reference {
        /// Which one.
        to: String,
    },
    /// A length of time: `n` or 1 of `unit`.
    Duration {
        /// How many is not said.
        #[serde(default)]
        many: bool,
        /// It counts from an event that the words after it name.
        #[serde(default)]
        event: bool,
        /// It counts from the publication date.
        #[serde(default)]
        deictic: bool,
        /// The unit, where none is captured.
        unit: Option<String>,
    },
    /// Again and again: each `unit` or each `wd`.
    Set,
    /// Ten years: `y`, of two or four digits.
    Decade,
    /// The `nth` hundred years.
    Century,
    /// The `nth` part of a year: `unit` is `quarter` or `half`; or its `season`.
    Portion,
}

/// What a shift counts from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// The publication date.
    #[default]
    Published,
    /// The date last told of, or else the last date, or else the publication date.
    Last,
    /// The date last told of in the lines just before; without one the words refer to the past.
    Near,
    /// The quarter or half last told of; without one the words are no timex.
    Portion,
}
