//! What the screen and the command line read: a timeline with its columns, order, indexes, and whole events where they are
//! looked at. Nothing here draws, and nothing here changes the timeline.
//!
//! Rows, filters and searches need the columns alone (`columns`, `order`, `index`), which are the same for a timeline in
//! memory and for one of a million events in a file; whole events come from `records`.

mod anchors;
mod arriving;
mod attribution;
#[cfg(test)]
mod built_tests;
mod check;
mod columns;
mod document;
mod filter;
mod index;
#[cfg(test)]
mod large_tests;
mod loading;
mod open;
mod order;
mod records;
mod search;
mod seeking;
mod view;

pub use anchors::Stop;
pub use arriving::News;
pub use check::check;
pub use document::SourceText;
pub use filter::{ActorTerm, Filter, Side};
pub use index::{ActorIx, EventIx, SourceIx};
pub use loading::Loading;
pub use open::{Opened, examine, open};
pub use records::Held;
pub use search::{Hits, Search};
pub use seeking::{Seeking, Wake};
pub use view::{Group, Heading, Row, View};

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use roaring::RoaringBitmap;

use crate::model::{
    Actor, Bases, Bounds, Claim, Date, Event, Published, Reasoning, Review, Source, Status,
    Timeline, reasoning,
};
use columns::{Columns, Facts, Mark, Names, Part};
use index::Index;
use order::Order;
use records::{FileRecords, MemoryRecords, Records};

/// A timeline made ready for reading. Positions in it are stable for its lifetime.
#[derive(Debug)]
pub struct Store {
    title: Option<String>,
    columns: Columns,
    order: Arc<Order>,
    index: Index,
    actors: Vec<Actor>,
    actor_ids: Names,
    records: Records,
    loading: Option<Loading>,
    /// What arrived before anybody asked.
    early: News,
    /// How many events are in the order that is shown.
    shown: usize,
    /// Whom to wake when something has come; nobody in a program that does not wait.
    wake: Option<Wake>,
}

impl Store {
    /// Indexes a timeline. `texts` holds one entry per source, in their order: the stored text, where there is one.
    #[must_use]
    pub fn new(timeline: Timeline, texts: Vec<Option<String>>) -> Self {
        let mut texts = texts.into_iter();
        let texts: Vec<SourceText> = timeline
            .sources
            .iter()
            .map(|_| SourceText::new(texts.next().flatten()))
            .collect();
        Self::in_memory(timeline, texts)
    }

    /// Indexes another timeline over the same texts: its sources must be the same, in the same order.
    pub fn retell(&mut self, timeline: Timeline) {
        let Records::Memory(memory) = &mut self.records else {
            return;
        };
        let mut texts = std::mem::take(&mut memory.texts);
        texts.iter_mut().for_each(SourceText::forget_events);
        texts.resize_with(timeline.sources.len(), SourceText::default);
        *self = Self::in_memory(timeline, texts);
    }

    fn in_memory(timeline: Timeline, texts: Vec<SourceText>) -> Self {
        let mut memory = MemoryRecords::new(timeline, texts);
        let mut actor_ids = Names::default();
        let actors = memory.timeline.actors.clone();
        for actor in &actors {
            actor_ids.add(&actor.id);
        }
        let mut columns = Columns::default();
        columns.push(Arc::new(memory.columns()));
        let order = Order::of_time(&columns);
        memory.mark_events(&order);
        Self {
            title: memory.timeline.title.clone(),
            index: Index::new(&columns, &order),
            order: Arc::new(order),
            columns,
            actors,
            actor_ids,
            records: Records::Memory(Box::new(memory)),
            loading: None,
            early: News::default(),
            shown: 0,
            wake: None,
        }
    }

    /// What the timeline is about.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The timeline as it was read; `None` where it is too large to be kept.
    #[must_use]
    pub const fn timeline(&self) -> Option<&Timeline> {
        match &self.records {
            Records::Memory(memory) => Some(&memory.timeline),
            Records::File(_) => None,
        }
    }

    pub(crate) const fn columns(&self) -> &Columns {
        &self.columns
    }

    pub(crate) const fn shared_order(&self) -> &Arc<Order> {
        &self.order
    }

    pub(crate) const fn index(&self) -> &Index {
        &self.index
    }

    /// How many events there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.columns.len() as usize
    }

    /// How many events nobody has reviewed.
    #[must_use]
    pub fn drafts(&self) -> usize {
        self.index.drafts()
    }

    /// Whether any event is a draft or was rejected, so that its review must be told.
    #[must_use]
    pub fn tells_review(&self) -> bool {
        self.index.drafts() > 0 || self.index.rejected() > 0
    }

    /// Whether there are no events.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The event with a number on the screen: its place in the order of time, counted from 1.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Option<EventIx> {
        let rank = u32::try_from(number.checked_sub(1)?).ok()?;
        self.order.event(rank)
    }

    /// The event's number on the screen: its place in the order of time, counted from 1.
    #[must_use]
    pub fn number(&self, event: EventIx) -> usize {
        self.rank_of(event) as usize + 1
    }

    pub(crate) fn rank_of(&self, event: EventIx) -> u32 {
        self.order.rank(event)
    }

    fn facts(&self, event: EventIx) -> Facts {
        let located = self.columns.locate(event);
        located.map_or_else(Facts::default, |(chunk, place)| chunk.facts(place))
    }

    /// The event at a position, in full; `None` for a position of another store, and where its file cannot be read any more.
    #[must_use]
    pub fn event(&self, event: EventIx) -> Option<Held<'_, Event>> {
        match &self.records {
            Records::Memory(memory) => {
                let event = memory.timeline.events.get(event.at());
                event.map(Held::Borrowed)
            }
            Records::File(file) => {
                let (chunk, place) = self.columns.locate(event)?;
                let told = file.told(event, chunk, place)?;
                Some(Held::Shared(Rc::clone(&told.event)))
            }
        }
    }

    /// The event at a position of a timeline in memory.
    #[must_use]
    pub fn event_in_memory(&self, event: EventIx) -> Option<&Event> {
        self.timeline()?.events.get(event.at())
    }

    /// The source at a position of a timeline in memory.
    #[must_use]
    pub fn source_in_memory(&self, source: SourceIx) -> Option<&Source> {
        self.timeline()?.sources.get(source.at())
    }

    /// The id of an event.
    #[must_use]
    pub fn id(&self, event: EventIx) -> &str {
        let located = self.columns.locate(event);
        located.map_or("", |(chunk, place)| chunk.id(place))
    }

    /// The ids of all events, in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let chunks = self.columns.iter();
        chunks.flat_map(|(_, chunk)| (0..chunk.len()).map(|place| chunk.id(place)))
    }

    /// The title of an event, in a language where it has one.
    #[must_use]
    pub fn title_of(&self, event: EventIx, language: Option<&str>) -> Cow<'_, str> {
        if let Some(language) = language
            && let Some(event) = self.event(event)
            && let Some(title) = event.titles.get(language)
        {
            return Cow::Owned(title.clone());
        }
        let located = self.columns.locate(event);
        Cow::Borrowed(located.map_or("", |(chunk, place)| chunk.title(place)))
    }

    /// Whether an event happened, is planned or is claimed.
    #[must_use]
    pub fn status(&self, event: EventIx) -> Status {
        self.facts(event).status()
    }

    /// What a person decided about an event.
    #[must_use]
    pub fn review(&self, event: EventIx) -> Review {
        self.facts(event).review()
    }

    /// Whether it is what its article is about.
    #[must_use]
    pub fn is_main(&self, event: EventIx) -> bool {
        self.facts(event).has(Mark::Main)
    }

    /// Those who take part in an event, in the order of the file.
    pub fn participants(&self, event: EventIx) -> impl Iterator<Item = ActorIx> {
        let located = self.columns.locate(event);
        let involved = located.map_or(&[][..], |(chunk, place)| chunk.involved(place));
        let parts = involved
            .iter()
            .filter(|one| one.part() == Part::Participates);
        parts.map(|one| ActorIx(one.actor()))
    }

    /// The names of those who take part in an event; of one that the file does not name further, its id.
    pub fn participant_names(&self, event: EventIx) -> impl Iterator<Item = &str> {
        let actors = self.participants(event);
        actors
            .filter_map(|actor| self.actor(actor))
            .map(|actor| actor.name.as_str())
    }

    /// The position of an event by its id.
    #[must_use]
    pub fn find_event(&self, id: &str) -> Option<EventIx> {
        match &self.records {
            Records::Memory(memory) => memory.event_ids.get(id).copied(),
            Records::File(_) => self.columns.find_id(id),
        }
    }

    /// The date of the event: its leading claim's.
    #[must_use]
    pub fn date(&self, event: EventIx) -> Option<Date> {
        let (chunk, place) = self.columns.locate(event)?;
        chunk.date(place)
    }

    /// The bounds of the event's date.
    #[must_use]
    pub fn bounds(&self, event: EventIx) -> Option<Bounds> {
        let (chunk, place) = self.columns.locate(event)?;
        chunk.bounds(place)
    }

    /// The dates that the event's claims give it, those with the same bounds once; the leading claim's first.
    #[must_use]
    pub fn claim_dates(&self, event: EventIx) -> Vec<Date> {
        let located = self.columns.locate(event);
        located.map_or_else(Vec::new, |(chunk, place)| chunk.claim_dates(place))
    }

    /// Whether claims of the event give it dates that differ.
    #[must_use]
    pub fn is_disputed(&self, event: EventIx) -> bool {
        self.facts(event).has(Mark::Disputed)
    }

    /// Why the claim has its date.
    #[must_use]
    pub fn reasoning(&self, claim: &Claim) -> Reasoning {
        reasoning(self, claim)
    }

    /// Whether the event's date rests on a publication date that its text does not state.
    #[must_use]
    pub fn rests_on_inferred(&self, event: EventIx) -> bool {
        self.facts(event).has(Mark::Inferred)
    }

    /// The places in the sources where the event's words stand, in the order of the sources and their text.
    #[must_use]
    pub fn stops(&self, event: EventIx) -> Held<'_, [Stop]> {
        match &self.records {
            Records::Memory(memory) => {
                let resolved = memory.resolved.get(event.at());
                Held::Borrowed(resolved.map_or(&[], |resolved| &resolved.stops))
            }
            Records::File(file) => {
                let located = self.columns.locate(event);
                let told = located.and_then(|(chunk, place)| file.told(event, chunk, place));
                told.map_or(Held::Borrowed(&[]), |told| {
                    Held::Shared(Rc::clone(&told.stops))
                })
            }
        }
    }

    /// How many different sentences state the event.
    #[must_use]
    pub fn sentence_count(&self, event: EventIx) -> usize {
        let located = self.columns.locate(event);
        located.map_or(0, |(chunk, place)| chunk.sentences(place))
    }

    /// The source at a position.
    #[must_use]
    pub fn source(&self, source: SourceIx) -> Option<Held<'_, Source>> {
        match &self.records {
            Records::Memory(memory) => {
                let source = memory.timeline.sources.get(source.at());
                source.map(Held::Borrowed)
            }
            Records::File(file) => {
                self.read_own_source(file, source);
                file.source(source).map(Held::Shared)
            }
        }
    }

    /// The own source of a record is read with its event.
    fn read_own_source(&self, file: &FileRecords, source: SourceIx) {
        let event = EventIx(source.0);
        if let Some((chunk, place)) = self
            .columns
            .locate(event)
            .filter(|_| file.has_own_sources())
        {
            file.told(event, chunk, place);
        }
    }

    /// The stored text of a source, with its sentences.
    #[must_use]
    pub fn source_text(&self, source: SourceIx) -> Option<Held<'_, SourceText>> {
        match &self.records {
            Records::Memory(memory) => memory.texts.get(source.at()).map(Held::Borrowed),
            Records::File(file) => {
                self.read_own_source(file, source);
                file.text(source).map(Held::Shared)
            }
        }
    }

    /// The texts that can be searched at once.
    pub(crate) fn texts_in_memory(&self) -> impl Iterator<Item = (SourceIx, &SourceText)> {
        let texts: &[SourceText] = match &self.records {
            Records::Memory(memory) => &memory.texts,
            Records::File(_) => &[],
        };
        (0..).map(SourceIx).zip(texts)
    }

    /// The position of a source by its id.
    #[must_use]
    pub fn find_source(&self, id: &str) -> Option<SourceIx> {
        match &self.records {
            Records::Memory(memory) => memory.source_ids.get(id).copied(),
            Records::File(file) => file.find_source(id),
        }
    }

    /// How many sources there are.
    #[must_use]
    pub fn source_count(&self) -> usize {
        match &self.records {
            Records::Memory(memory) => memory.timeline.sources.len(),
            Records::File(file) if file.has_own_sources() => self.len(),
            Records::File(file) => file.sources.read().len(),
        }
    }

    /// The positions of all sources.
    pub fn source_positions(&self) -> impl Iterator<Item = SourceIx> + use<> {
        (0..u32::try_from(self.source_count()).unwrap_or(u32::MAX)).map(SourceIx)
    }

    /// The actor at a position.
    #[must_use]
    pub fn actor(&self, actor: ActorIx) -> Option<&Actor> {
        self.actors.get(actor.at())
    }

    /// All actors in the order of the file.
    #[must_use]
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// The position of an actor by its id.
    #[must_use]
    pub fn find_actor(&self, id: &str) -> Option<ActorIx> {
        self.actor_ids.find(id).map(ActorIx)
    }

    /// Actors whose id, name or alias is this text, letter case aside.
    #[must_use]
    pub fn actors_named(&self, text: &str) -> Vec<ActorIx> {
        let wanted = text.to_lowercase();
        let called = |actor: &Actor| {
            let aliases = actor.aliases.iter().map(String::as_str);
            let mut names = [actor.id.as_str(), &actor.name].into_iter().chain(aliases);
            names.any(|name| name.to_lowercase() == wanted)
        };
        let actors = (0..).map(ActorIx).zip(&self.actors);
        let named = actors.filter(|(_, actor)| called(actor));
        named.map(|(place, _)| place).collect()
    }

    /// The name of the actor with this id; the id itself if there is none.
    #[must_use]
    pub fn actor_name<'a>(&'a self, id: &'a str) -> &'a str {
        let actor = self.find_actor(id).and_then(|actor| self.actor(actor));
        actor.map_or(id, |actor| &actor.name)
    }

    /// The ranks of the events that an actor takes part in, happens in (a place), or speaks about; only the last with
    /// `as_speaker`.
    #[must_use]
    pub fn events_of(&self, actor: ActorIx, as_speaker: bool) -> &RoaringBitmap {
        self.index.events_of(actor, as_speaker)
    }

    /// How many actors there are.
    #[must_use]
    pub const fn actor_count(&self) -> usize {
        self.actors.len()
    }
}

impl Bases for Store {
    fn published(&self, source: &str) -> Option<Published> {
        let source = self.source(self.find_source(source)?)?;
        Some(Published::of(&source))
    }

    fn leading_claim(&self, event: &str) -> Option<Claim> {
        let event = self.event(self.find_event(event)?)?;
        event.leading_claim().cloned()
    }
}
