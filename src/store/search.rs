//! Text search over titles, actors, quotes and the articles. Letter case is ignored in every script that has it.

use std::ops::Range;

use regex::{Regex, RegexBuilder};

use super::Store;
use super::index::{EventIx, SourceIx};
use crate::model::Event;

/// A text to look for.
#[derive(Debug, Clone)]
pub struct Search {
    query: String,
    pattern: Regex,
}

/// Where a search found something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// Events whose title, actors or anchored words match, in the order of time.
    pub events: Vec<EventIx>,
    /// Sentences that match, in the order of sources and text.
    pub sentences: Vec<(SourceIx, usize)>,
}

impl Search {
    /// A search for this text, taken literally; `None` if there is nothing to look for.
    #[must_use]
    pub fn new(query: &str) -> Option<Self> {
        if query.trim().is_empty() {
            return None;
        }
        let pattern = RegexBuilder::new(&regex::escape(query))
            .case_insensitive(true)
            .build()
            .ok()?;
        Some(Self {
            query: query.to_owned(),
            pattern,
        })
    }

    /// The text looked for.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Where it stands in a text, as byte ranges that do not overlap.
    pub fn ranges<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        self.pattern.find_iter(text).map(|hit| hit.range())
    }

    /// Whether it stands in a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.pattern.is_match(text)
    }

    /// Whether an event's titles, actors or anchored words hold it.
    #[must_use]
    pub fn matches(&self, store: &Store, event: &Event) -> bool {
        let anchors = event.claims.iter().flat_map(|claim| &claim.anchors);
        let ids = event
            .actors
            .iter()
            .map(|part| part.id.as_str())
            .chain(event.place.as_deref());
        self.is_in(&event.title)
            || event.titles.values().any(|title| self.is_in(title))
            || ids.into_iter().any(|id| self.is_in(store.actor_name(id)))
            || anchors.into_iter().any(|anchor| self.is_in(&anchor.exact))
    }

    /// Everything it finds among these events and in all sources.
    #[must_use]
    pub fn run(&self, store: &Store, events: &[EventIx]) -> Hits {
        let found = |event: &EventIx| {
            let event = store.event(*event);
            event.is_some_and(|event| self.matches(store, event))
        };
        let mut hits = Hits {
            events: events.iter().copied().filter(found).collect(),
            sentences: Vec::new(),
        };
        for source in store.source_positions() {
            let Some(document) = store.source_text(source) else {
                continue;
            };
            let matching = (0..document.sentences().len()).filter(|sentence| {
                document
                    .sentence(*sentence)
                    .is_some_and(|words| self.is_in(words))
            });
            hits.sentences
                .extend(matching.map(|sentence| (source, sentence)));
        }
        hits
    }
}
