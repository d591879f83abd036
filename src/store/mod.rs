//! What the screen and the command line read: a timeline with its columns, order, indexes, and whole events where they are
//! looked at. Nothing here draws, and nothing here changes the timeline.
//!
//! Rows, filters and searches need the columns alone (`columns`, `order`, `index`), which are the same for a timeline in
//! memory and for one of a million events in a file; whole events come from `records`.

mod actors;
mod anchors;
mod arriving;
#[cfg(test)]
mod arriving_tests;
mod attribution;
mod beside;
#[cfg(test)]
mod built_tests;
mod check;
mod columns;
mod document;
mod events;
mod filter;
mod groups;
mod heading;
mod index;
#[cfg(test)]
mod large_tests;
mod loading;
mod lookalikes;
mod mouths;
mod open;
mod order;
mod ranks;
mod records;
mod rows;
mod search;
mod seeking;
mod sources;
#[cfg(test)]
mod table_tests;
mod view;

pub use anchors::Stop;
pub use arriving::News;
pub use attribution::Rung;
pub use beside::Wake;
pub use check::check;
pub use document::SourceText;
pub use filter::{ActorTerm, Filter, Side};
pub use groups::{GroupBy, GroupKey, Groups, Presence};
pub use heading::{Group, Heading};
pub use index::{ActorIx, EventIx, SourceIx};
pub use loading::Loading;
pub use lookalikes::DOUBT;
pub use mouths::{
    LADDERS, Mouth, MouthIx, Mouths, Rests, RestsOn, Share, Tally, TallyGroup, TallyRow,
    counted_words, folded,
};
pub use open::{Opened, examine, open};
pub use records::{Held, Raw};
pub use rows::Row;
pub use search::{Hits, Search};
pub(crate) use seeking::{Filtering, Seeking};
pub use view::View;

use std::sync::{Arc, OnceLock};

use roaring::RoaringBitmap;

use crate::model::{Actor, Timeline};
use columns::{Columns, Names};
use index::Index;
use lookalikes::Lookalikes;
use order::Order;
use records::{MemoryRecords, Records};

/// A timeline made ready for reading. Positions in it are stable for its lifetime.
#[derive(Debug)]
pub struct Store {
    title: Option<String>,
    columns: Columns,
    order: Arc<Order>,
    index: Arc<Index>,
    actors: Vec<Actor>,
    actor_ids: Names,
    /// Found when first asked for, among the actors that are there by then.
    lookalikes: OnceLock<Lookalikes>,
    /// Cited outlets, publishers and authors, by their names.
    outlets: Names,
    /// Who is the same mouth, worked out when somebody asks.
    mouths: OnceLock<Mouths>,
    records: Records,
    loading: Option<Loading>,
    /// Events, by position, that rest on an inferred publication date as became known only after they had arrived.
    inferred: RoaringBitmap,
    /// What arrived before anybody asked.
    early: News,
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
        let wake = self.wake.take();
        *self = Self {
            wake,
            ..Self::in_memory(timeline, texts)
        };
    }

    fn in_memory(timeline: Timeline, texts: Vec<SourceText>) -> Self {
        let mut memory = MemoryRecords::new(timeline, texts);
        let mut actor_ids = Names::default();
        let actors = memory.timeline.actors.clone();
        for actor in &actors {
            actor_ids.add(&actor.id);
        }
        let mut columns = Columns::default();
        let (chunk, outlets, first_anchors) = memory.columns();
        columns.push(Arc::new(chunk));
        let order = Order::of_time(&columns, &first_anchors);
        memory.mark_events(&order);
        Self {
            title: memory.timeline.title.clone(),
            index: Arc::new(Index::new(&columns, &order)),
            order: Arc::new(order),
            columns,
            actors,
            actor_ids,
            lookalikes: OnceLock::new(),
            outlets,
            mouths: OnceLock::new(),
            records: Records::Memory(Box::new(memory)),
            loading: None,
            inferred: RoaringBitmap::new(),
            early: News::default(),
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

    pub(crate) const fn shared_index(&self) -> &Arc<Index> {
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
}
