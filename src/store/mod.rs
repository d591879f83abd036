//! What the screen and the command line read: a timeline with its texts, resolved anchors, order and indexes.
//! Nothing here draws, and nothing here changes the timeline.

mod anchors;
mod attribution;
#[cfg(test)]
mod built_tests;
mod check;
mod document;
mod filter;
mod index;
mod open;
mod search;
mod view;

pub use anchors::Stop;
pub use check::check;
pub use document::SourceText;
pub use filter::{ActorTerm, Filter, Side};
pub use index::{ActorIx, EventIx, SourceIx};
pub use open::{Opened, examine, open};
pub use search::{Hits, Search};
pub use view::{Group, Heading, Row, View};

use std::collections::HashMap;

use roaring::RoaringBitmap;

use crate::model::{
    Actor, Bounds, Claim, Date, Event, Reasoning, Review, Source, Timeline, reasoning,
};
use anchors::Resolved;
use index::{ActorIndex, Dates};

/// A timeline made ready for reading. Positions in it are stable for its lifetime.
#[derive(Debug)]
pub struct Store {
    timeline: Timeline,
    sources: Vec<SourceText>,
    resolved: Vec<Resolved>,
    dates: Vec<Dates>,
    order: Vec<EventIx>,
    rank: Vec<u32>,
    actors: ActorIndex,
    ids: HashMap<String, EventIx>,
    source_ids: HashMap<String, SourceIx>,
    unreviewed: usize,
    rejected: usize,
}

impl Store {
    /// Indexes a timeline. `texts` holds one entry per source, in their order: the stored text, where there is one.
    #[must_use]
    pub fn new(timeline: Timeline, texts: Vec<Option<String>>) -> Self {
        let mut texts = texts.into_iter();
        let sources: Vec<SourceText> = timeline
            .sources
            .iter()
            .map(|_| SourceText::new(texts.next().flatten()))
            .collect();
        Self::index(timeline, sources)
    }

    /// Indexes another timeline over the same texts: its sources must be the same, in the same order.
    pub fn retell(&mut self, timeline: Timeline) {
        let mut sources = std::mem::take(&mut self.sources);
        sources.iter_mut().for_each(SourceText::forget_events);
        sources.resize_with(timeline.sources.len(), SourceText::default);
        *self = Self::index(timeline, sources);
    }

    fn index(timeline: Timeline, mut sources: Vec<SourceText>) -> Self {
        let source_ids =
            index::positions(timeline.sources.iter().map(|source| &source.id), SourceIx);
        let resolved: Vec<Resolved> = timeline
            .events
            .iter()
            .map(|event| anchors::resolve(event, &source_ids, &sources))
            .collect();
        let dates: Vec<Dates> = timeline.events.iter().map(Dates::new).collect();
        let order = index::order(&dates, &resolved);
        let mut rank = vec![0; order.len()];
        for (place, event) in (0..).zip(&order) {
            if let Some(slot) = rank.get_mut(event.at()) {
                *slot = place;
            }
        }
        document::mark_events(&mut sources, &resolved, &rank);
        let actors = ActorIndex::new(&timeline);
        let ids = index::positions(timeline.events.iter().map(|event| &event.id), EventIx);
        let reviewed = |review: Review| {
            let events = timeline.events.iter();
            events.filter(|event| event.review == review).count()
        };
        Self {
            unreviewed: reviewed(Review::Draft),
            rejected: reviewed(Review::Rejected),
            timeline,
            sources,
            resolved,
            dates,
            order,
            rank,
            actors,
            ids,
            source_ids,
        }
    }

    /// The timeline as it was read.
    #[must_use]
    pub const fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// How many events there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// How many events nobody has reviewed.
    #[must_use]
    pub const fn drafts(&self) -> usize {
        self.unreviewed
    }

    /// Whether any event is a draft or was rejected, so that its review must be told.
    #[must_use]
    pub const fn tells_review(&self) -> bool {
        self.unreviewed > 0 || self.rejected > 0
    }

    /// Whether there are no events.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// All events in the order of time.
    #[must_use]
    pub fn order(&self) -> &[EventIx] {
        &self.order
    }

    /// The event's number on the screen: its place in the order of time, counted from 1.
    #[must_use]
    pub fn number(&self, event: EventIx) -> usize {
        self.rank_of(event) as usize + 1
    }

    pub(crate) fn rank_of(&self, event: EventIx) -> u32 {
        self.rank.get(event.at()).copied().unwrap_or(u32::MAX)
    }

    /// The event at a position; `None` only for a position of another store.
    #[must_use]
    pub fn event(&self, event: EventIx) -> Option<&Event> {
        self.timeline.events.get(event.at())
    }

    /// The position of an event by its id.
    #[must_use]
    pub fn find_event(&self, id: &str) -> Option<EventIx> {
        self.ids.get(id).copied()
    }

    /// The date of the event: its leading claim's.
    #[must_use]
    pub fn date(&self, event: EventIx) -> Option<&Date> {
        self.dates.get(event.at())?.leading.as_ref()
    }

    /// The bounds of the event's date.
    #[must_use]
    pub fn bounds(&self, event: EventIx) -> Option<Bounds> {
        self.date(event).map(Date::bounds)
    }

    /// The dates that the event's claims give it, those with the same bounds once; the leading claim's first.
    #[must_use]
    pub fn claim_dates(&self, event: EventIx) -> &[Date] {
        self.dates
            .get(event.at())
            .map_or(&[], |dates| &dates.claims)
    }

    /// Whether claims of the event give it dates that differ.
    #[must_use]
    pub fn is_disputed(&self, event: EventIx) -> bool {
        self.claim_dates(event).len() > 1
    }

    /// Why the claim has its date.
    #[must_use]
    pub fn reasoning(&self, claim: &Claim) -> Reasoning {
        reasoning(&self.timeline, claim)
    }

    /// Whether the event's date rests on a publication date that its text does not state.
    #[must_use]
    pub fn rests_on_inferred(&self, event: EventIx) -> bool {
        let claim = self.event(event).and_then(Event::leading_claim);
        claim.is_some_and(|claim| claim.date.is_some() && self.reasoning(claim).rests_on_inferred)
    }

    /// The places in the sources where the event's words stand, in the order of the sources and their text.
    #[must_use]
    pub fn stops(&self, event: EventIx) -> &[Stop] {
        self.resolved
            .get(event.at())
            .map_or(&[], |resolved| &resolved.stops)
    }

    /// How many different sentences state the event.
    #[must_use]
    pub fn sentence_count(&self, event: EventIx) -> usize {
        self.resolved
            .get(event.at())
            .map_or(0, |resolved| resolved.sentences)
    }

    /// The source at a position.
    #[must_use]
    pub fn source(&self, source: SourceIx) -> Option<&Source> {
        self.timeline.sources.get(source.at())
    }

    /// The stored text of a source, with its sentences.
    #[must_use]
    pub fn source_text(&self, source: SourceIx) -> Option<&SourceText> {
        self.sources.get(source.at())
    }

    /// The position of a source by its id.
    #[must_use]
    pub fn find_source(&self, id: &str) -> Option<SourceIx> {
        self.source_ids.get(id).copied()
    }

    /// The positions of all sources.
    pub fn source_positions(&self) -> impl Iterator<Item = SourceIx> + use<> {
        (0..u32::try_from(self.timeline.sources.len()).unwrap_or(u32::MAX)).map(SourceIx)
    }

    /// The actor at a position.
    #[must_use]
    pub fn actor(&self, actor: ActorIx) -> Option<&Actor> {
        self.timeline.actors.get(actor.at())
    }

    /// The position of an actor by its id.
    #[must_use]
    pub fn find_actor(&self, id: &str) -> Option<ActorIx> {
        self.actors.by_id(id)
    }

    /// Actors whose id, name or alias is this text, letter case aside.
    #[must_use]
    pub fn actors_named(&self, text: &str) -> Vec<ActorIx> {
        self.actors.named(&self.timeline, text)
    }

    /// The name of the actor with this id; the id itself if there is none.
    #[must_use]
    pub fn actor_name<'a>(&'a self, id: &'a str) -> &'a str {
        let actor = self.find_actor(id).and_then(|actor| self.actor(actor));
        actor.map_or(id, |actor| &actor.name)
    }

    /// The events that an actor takes part in, happens in (a place), or speaks about; only the last with `as_speaker`.
    #[must_use]
    pub fn events_of(&self, actor: ActorIx, as_speaker: bool) -> &RoaringBitmap {
        self.actors.events(actor, as_speaker)
    }

    /// How many actors there are.
    #[must_use]
    pub fn actor_count(&self) -> usize {
        self.timeline.actors.len()
    }
}
