//! From what was recognised in articles to a timeline: sources, actors, and events with claims, anchors and reasons. Nothing is
//! recognised here, and what a person made of an earlier timeline is kept by `merge`.

mod actors;
mod bases;
mod claims;
mod event;
mod fingerprint;
mod ids;
mod merge;
mod same;
mod source;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

pub use fingerprint::is_untouched;
pub use merge::{Fate, Merged, Reread, merge};
pub use source::source_of;

use super::recognise::Recognised;
use crate::model::{Actor, Source, Timeline};
use actors::ActorBook;
use event::Builder;
use fingerprint::sign;

/// A timeline in the making: articles are added one by one, and the same articles in the same order always give the same one.
#[derive(Debug, Default)]
pub struct Assembler {
    timeline: Timeline,
    book: ActorBook,
    events: HashSet<String>,
    /// Ids of events begin with their source's.
    qualified: bool,
}

impl Assembler {
    /// Begins a timeline. With `qualified`, as is due to several sources, the id of an event is `SOURCE/EVENT`.
    #[must_use]
    pub fn new(qualified: bool) -> Self {
        Self {
            qualified,
            ..Self::default()
        }
    }

    /// Begins one whose events refer to actors and sources that are there already; these are taken as they are. They are not
    /// part of the new timeline, but no new one gets an id that one of them has.
    #[must_use]
    pub fn beside(mut self, actors: &[Actor]) -> Self {
        self.book = ActorBook::knowing(actors);
        self
    }

    /// Adds a source with the events that were recognised in its stored text. The source's id must not be in use yet.
    pub fn add(&mut self, source: Source, text: &str, found: &Recognised) {
        let mut builder = Builder::new(&source, text, found, &mut self.book);
        let prefix = match self.qualified {
            true => format!("{}/", source.id),
            false => String::new(),
        };
        let events = builder.events(&prefix, &mut self.events);
        self.timeline.events.extend(events);
        self.timeline.sources.push(source);
    }

    /// The timeline: titled as its source if it has only one, its drafts signed.
    #[must_use]
    pub fn finish(mut self) -> Timeline {
        if let [source] = self.timeline.sources.as_slice() {
            self.timeline.title.clone_from(&source.title);
        }
        self.timeline.actors = self.book.into_actors();
        self.timeline.events.iter_mut().for_each(sign);
        self.timeline
    }
}
