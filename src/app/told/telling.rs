//! What one source tells and in which order, as data. How it is made is in `making`.

use std::ops::Range;

use super::coverage::Coverage;
use super::jumps::Jump;
use crate::store::{EventIx, SourceIx, Store};

/// The sentences of one source in their order, the events that they state in the order of time, and what joins them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Telling {
    /// The source.
    pub source: SourceIx,
    /// The sentences, headline included; of kickers, datelines, bylines and boilerplate only those that state an event.
    pub sentences: Vec<Told>,
    /// The events of the view that this source states, in the order of time; those without a date come last.
    pub events: Vec<Happened>,
    /// How many of the events have a date.
    pub dated: usize,
    /// Which sentence states which event, in the order of the telling: by the words that date the event, else by those that state it.
    pub links: Vec<Link>,
    /// Code points of the event that gets most of the text.
    pub most: usize,
    /// How much of the article carries an event, filtered out or not.
    pub coverage: Coverage,
    /// How many links lead back in time for certain.
    pub jumps: usize,
    /// How many may lead back, but their dates do not prove it.
    pub perhaps: usize,
    /// How many events of this source are filtered out.
    pub hidden: usize,
    /// How many events of the view only other sources state.
    pub elsewhere: usize,
    /// The file is read from disk: only the selected event is linked.
    pub is_partial: bool,
    /// Where each row begins if sentences without a link that follow each other share one.
    pub(super) folds: Vec<usize>,
    /// Links by their event.
    pub(super) by_event: Vec<usize>,
}

/// A sentence of the source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Its place among the sentences of the source's text.
    pub sentence: usize,
    /// Its number among the sentences of the article, from 1; `None` for what is none, such as a dateline.
    pub number: Option<usize>,
    /// Its links.
    pub links: Range<usize>,
    /// How many of its events are filtered out.
    pub hidden: usize,
}

impl Told {
    /// Whether it states no event at all, filtered out or not.
    #[must_use]
    pub const fn is_silent(&self) -> bool {
        self.links.start >= self.links.end && self.hidden == 0
    }
}

/// An event that the source states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// The event.
    pub event: EventIx,
    /// Code points of the article that state it: its evidence and quotes, what overlaps once.
    pub characters: usize,
    /// Its links, by their place among all links ordered by event; see [`Telling::links_of`].
    pub(super) links: Range<usize>,
}

/// A sentence states an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The sentence, by its place among [`Telling::sentences`].
    pub told: usize,
    /// The event, by its place among [`Telling::events`].
    pub event: usize,
    /// Words of this sentence date the event.
    pub dates: bool,
    /// The story goes back in time here.
    pub jump: Option<Jump>,
}

/// Why there is no telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untold {
    /// The order of time is not known before all events are read.
    Loading,
    /// There is no source.
    NoSource,
    /// The text of the source is not stored.
    NoText,
}

impl Telling {
    /// What is said of sentences that share a row.
    #[must_use]
    pub fn word_of_shared(&self, told: &Told) -> &'static str {
        match (self.is_partial, told.hidden) {
            (true, 0) => "without a link",
            (false, 0) => "without an event",
            (_, 1..) => "with all events filtered out",
        }
    }

    /// The sentence with a place in the source's text, or the next one that has a row; `None` behind the last.
    #[must_use]
    pub fn told_at(&self, sentence: usize) -> Option<usize> {
        let place = self
            .sentences
            .partition_point(|told| told.sentence < sentence);
        (place < self.sentences.len()).then_some(place)
    }

    /// The sentence with a place in the source's text, if it has a row.
    #[must_use]
    pub fn told_of(&self, sentence: usize) -> Option<usize> {
        self.told_at(sentence)
            .filter(|place| self.sentences.get(*place).map(|told| told.sentence) == Some(sentence))
    }

    /// The place at which an event stands, or would stand.
    pub(super) fn place_near(&self, store: &Store, event: EventIx) -> usize {
        let rank = store.rank_of(event);
        self.events
            .partition_point(|happened| store.rank_of(happened.event) < rank)
    }

    /// The place of an event, if this source states it.
    #[must_use]
    pub fn place_of(&self, store: &Store, event: EventIx) -> Option<usize> {
        let place = self.place_near(store, event);
        let found = self.events.get(place).map(|happened| happened.event);
        (found == Some(event)).then_some(place)
    }

    /// The links of a sentence, in the order of the telling.
    #[must_use]
    pub fn links_from(&self, told: usize) -> &[Link] {
        let links = self.sentences.get(told).map(|told| told.links.clone());
        links
            .and_then(|links| self.links.get(links))
            .unwrap_or_default()
    }

    /// The links of an event, by their places, in the order of the telling.
    #[must_use]
    pub fn links_of(&self, event: usize) -> &[usize] {
        let links = self.events.get(event).map(|event| event.links.clone());
        links
            .and_then(|links| self.by_event.get(links))
            .unwrap_or_default()
    }

    /// The sentences that state an event, by their places, in the order of the text.
    pub fn sentences_of(&self, event: usize) -> impl DoubleEndedIterator<Item = usize> {
        let links = self.links_of(event).iter();
        links
            .filter_map(|link| self.links.get(*link))
            .map(|link| link.told)
    }
}
