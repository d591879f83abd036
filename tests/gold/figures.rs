//! What is counted, and the table that is made of it. Nothing is compared here.

use std::fmt::Write;

/// How much of what is there was found, and how much of what was found is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) hits: i64,
    pub(crate) gold: i64,
    pub(crate) found: i64,
}

/// How many of those that were looked at are right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) good: i64,
    pub(crate) of: i64,
}

/// Every figure over a set of articles, and what went wrong.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    pub(crate) strict: Tally,
    pub(crate) relaxed: Tally,
    pub(crate) value: Tally,
    pub(crate) quotes: Tally,
    pub(crate) speakers: Share,
    pub(crate) actors: Tally,
    pub(crate) events: Tally,
    pub(crate) main: Share,
    pub(crate) evidence: Tally,
    pub(crate) event_actors: Tally,
    pub(crate) status: Share,
    pub(crate) verbatim: Share,
    /// One line each: the article, what is wrong, the words.
    pub(crate) misses: Vec<String>,
}

/// A figure in per cent, with what it was counted from.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) figure: f64,
    pub(crate) counted: String,
}

impl Tally {
    pub(crate) fn add(&mut self, hits: usize, gold: usize, found: i64) {
        self.hits += whole(hits);
        self.gold += whole(gold);
        self.found += found;
    }

    fn precision(self) -> f64 {
        match (self.found, self.gold) {
            (0, 0) => 1.0,
            (0, _) => 0.0,
            (found, _) => ratio(self.hits, found),
        }
    }

    fn recall(self) -> f64 {
        if self.gold == 0 {
            1.0
        } else {
            ratio(self.hits, self.gold)
        }
    }

    fn row(self, name: &'static str) -> Row {
        let (precision, recall) = (self.precision(), self.recall());
        let sum = precision + recall;
        let f1 = if sum > 0.0 {
            2.0 * precision * recall / sum
        } else {
            0.0
        };
        let (precision, recall) = (per_cent(precision), per_cent(recall));
        let (gold, found) = (self.gold, self.found);
        Row {
            name,
            figure: per_cent(f1),
            counted: format!("P {precision:6.2}  R {recall:6.2}  (gold {gold}, found {found})"),
        }
    }
}

impl Share {
    pub(crate) fn add(&mut self, good: bool) {
        self.good += i64::from(good);
        self.of += 1;
    }

    fn row(self, name: &'static str) -> Row {
        Row {
            name,
            figure: if self.of == 0 {
                100.0
            } else {
                per_cent(ratio(self.good, self.of))
            },
            counted: format!("({} of {})", self.good, self.of),
        }
    }
}

impl Figures {
    pub(crate) fn rows(&self) -> Vec<Row> {
        vec![
            self.strict.row("timex.strict"),
            self.relaxed.row("timex.relaxed"),
            self.value.row("timex.value"),
            self.quotes.row("quotes"),
            self.speakers.row("quotes.speaker"),
            self.actors.row("actors"),
            self.events.row("events"),
            self.main.row("events.main"),
            self.evidence.row("events.evidence"),
            self.event_actors.row("events.actors"),
            self.status.row("events.status"),
            self.verbatim.row("verbatim"),
        ]
    }

    /// The figures for people to read.
    pub(crate) fn table(&self) -> String {
        let mut table = String::new();
        for Row {
            name,
            figure,
            counted,
        } in self.rows()
        {
            writeln!(table, "{name:16} {figure:6.2}  {counted}").unwrap();
        }
        table
    }
}

pub(crate) fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap()
}

fn ratio(part: i64, whole: i64) -> f64 {
    part as f64 / whole as f64
}

/// Two decimals, as the figures are compared.
fn per_cent(ratio: f64) -> f64 {
    (ratio * 10_000.0).round() / 100.0
}
