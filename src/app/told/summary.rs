//! What a telling adds up to, in words: coverage, jumps back, what is not shown.

use super::coverage::share_text;
use super::telling::Telling;
use crate::app::{count, grouped};

impl Telling {
    /// What is said of it, the most telling first.
    #[must_use]
    pub fn summary(&self) -> Vec<String> {
        let coverage = self.coverage;
        if coverage.sentences == 0 {
            return vec!["this text has no sentences".to_owned()];
        }
        let mut parts = vec![format!(
            "coverage {} of {} ({} of the text)",
            share_text(coverage.stating, coverage.sentences),
            count(coverage.sentences, "sentence"),
            share_text(coverage.covered, coverage.characters)
        )];
        if self.is_partial {
            parts =
                vec!["the file is read from disk: only the selected event is linked".to_owned()];
        }
        let jumps = match self.jumps {
            0 => "no jump back".to_owned(),
            1 => "1 jump back".to_owned(),
            jumps => format!("{} jumps back", grouped(jumps)),
        };
        parts.push(match self.perhaps {
            0 => jumps,
            perhaps => format!("{jumps} and {} perhaps", grouped(perhaps)),
        });
        let silent = coverage.sentences - coverage.stating;
        if silent > 0 && !self.is_partial {
            parts.push(format!("{} without an event", count(silent, "sentence")));
        }
        if self.hidden > 0 {
            parts.push(format!("{} filtered out", count(self.hidden, "event")));
        }
        if self.elsewhere > 0 {
            parts.push(format!(
                "{} of other sources",
                count(self.elsewhere, "event")
            ));
        }
        parts
    }
}
