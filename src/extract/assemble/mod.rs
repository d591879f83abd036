//! From what was recognised in articles to a timeline: sources, actors, and events with claims, anchors and reasons. Nothing is
//! recognised here, and what a person made of an earlier timeline is kept by `merge`.

mod actors;
mod bases;
mod claims;
mod event;
mod fingerprint;
mod follow;
mod ids;
mod merge;
mod same;
mod source;
#[cfg(test)]
mod tests;
mod turn;

use std::collections::{BTreeSet, HashMap, HashSet};

pub use fingerprint::is_untouched;
pub use merge::{Fate, Merged, Reread, merge};
pub use source::source_of;
pub use turn::{Turn, Turned, follow_day, rebuild};

use super::recognise::Recognised;
use crate::model::{Event, Source, Timeline};
use actors::ActorBook;
use event::Builder;
use fingerprint::sign;
use ids::free;

/// A timeline in the making: articles are added one by one, and the same articles in the same order always give the same one.
#[derive(Debug, Default)]
pub struct Assembler {
    timeline: Timeline,
    book: ActorBook,
    /// Ids of sources and events that are in use.
    sources: HashSet<String>,
    events: HashSet<String>,
    /// The ids of the actors that each source of an earlier timeline names.
    used: HashMap<String, BTreeSet<String>>,
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

    /// Begins one beside a timeline that is there already: its actors are taken as they are and are not part of the new one, and
    /// no new actor or source gets an id of that timeline.
    #[must_use]
    pub fn beside(mut self, old: &Timeline) -> Self {
        self.book = ActorBook::knowing(&old.actors);
        self.sources
            .extend(old.sources.iter().map(|source| source.id.clone()));
        for event in &old.events {
            for source in event.claims.iter().map(|claim| &claim.source) {
                let used = self.used.entry(source.clone()).or_default();
                used.extend(actor_ids(event).map(str::to_owned));
            }
        }
        self
    }

    /// An id for a new source: this one if it is free, else this one with a number.
    #[must_use]
    pub fn free_source_id(&self, wanted: &str) -> String {
        free(wanted, "article", &mut self.sources.clone())
    }

    /// Adds a source under its own id, with the events that were recognised in its stored text.
    pub fn add(&mut self, source: Source, text: &str, found: &Recognised) {
        self.book.begin(std::iter::empty());
        self.put(source, text, found);
    }

    fn put(&mut self, source: Source, text: &str, found: &Recognised) {
        self.sources.insert(source.id.clone());
        let mut builder = Builder::new(&source, text, found, &mut self.book);
        let prefix = match self.qualified {
            true => format!("{}/", source.id),
            false => String::new(),
        };
        let events = builder.events(&prefix, &mut self.events);
        self.timeline.events.extend(events);
        self.timeline.sources.push(source);
    }

    /// Adds a source that the timeline has beside which this one was begun. Where a name may be one of several actors, it is the
    /// one whom the source has named there.
    pub fn add_again(&mut self, source: Source, text: &str, found: &Recognised) {
        let used = self.used.get(&source.id);
        self.book.begin(used.into_iter().flatten());
        self.put(source, text, found);
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

/// The ids of the actors whom an event names.
fn actor_ids(event: &Event) -> impl Iterator<Item = &str> {
    let parts = event.actors.iter().map(|part| part.id.as_str());
    let claims = event.claims.iter().flat_map(|claim| {
        let anchors = claim.anchors.iter();
        let speakers = anchors.filter_map(|anchor| anchor.speaker.as_deref());
        let voices = [claim.said_by.as_deref(), claim.relaying.as_deref()];
        speakers.chain(voices.into_iter().flatten())
    });
    parts.chain(event.place.as_deref()).chain(claims)
}
