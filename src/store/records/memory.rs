//! A timeline in memory with the texts of its sources.

use std::collections::HashMap;

use super::super::anchors::{self, Resolved};
use super::super::columns::{Chunk, ChunkMaker, Names, Placed};
use super::super::document::{SourceText, mark_events};
use super::super::index::{EventIx, SourceIx, positions};
use super::super::order::Order;
use crate::format::stream::LeanEvent;
use crate::model::{Event, Source, Timeline, reasoning};

/// A timeline, its texts, and where the words of each event stand in them.
#[derive(Debug, Default)]
pub(crate) struct MemoryRecords {
    pub(crate) timeline: Timeline,
    pub(crate) texts: Vec<SourceText>,
    pub(crate) resolved: Vec<Resolved>,
    pub(crate) event_ids: HashMap<String, EventIx>,
    pub(crate) source_ids: HashMap<String, SourceIx>,
}

impl MemoryRecords {
    /// Finds every anchor in the texts, which stand in the order of the sources.
    pub(crate) fn new(timeline: Timeline, texts: Vec<SourceText>) -> Self {
        let source_ids = positions(timeline.sources.iter().map(|source| &source.id), SourceIx);
        let resolved = timeline.events.iter().map(|event| {
            let text = |id: &str| {
                let source = source_ids.get(id).copied()?;
                Some((source, texts.get(source.at())?))
            };
            anchors::resolve(event, text)
        });
        Self {
            resolved: resolved.collect(),
            event_ids: positions(timeline.events.iter().map(|event| &event.id), EventIx),
            source_ids,
            timeline,
            texts,
        }
    }

    /// The columns of its events, the outlets by their numbers in them, and where the first words of each event stand. The actors'
    /// numbers are their positions; ids that no actor has get none.
    pub(crate) fn columns(&self) -> (Chunk, Names, Vec<u32>) {
        let mut maker = ChunkMaker::default();
        for actor in &self.timeline.actors {
            maker.actors.add(&actor.id);
        }
        for source in &self.timeline.sources {
            maker.sources.add(&source.id);
        }
        // What publishers call themselves stands before what others call them.
        for name in self.timeline.sources.iter().filter_map(Source::outlet) {
            maker.outlets.number(name);
        }
        for (place, (event, resolved)) in
            self.timeline.events.iter().zip(&self.resolved).enumerate()
        {
            maker.push(&LeanEvent::from(event), Placed::default());
            maker.refine(place, resolved.sentences, self.rests_on_inferred(event));
        }
        let first_anchors = std::mem::take(&mut maker.first_anchors);
        let outlets = std::mem::take(&mut maker.outlets);
        let (mut chunk, ..) = maker.finish((0, 0));
        let known = |count: usize| -> Vec<u32> { (0..).take(count).collect() };
        let (actors, sources) = (&self.timeline.actors, &self.timeline.sources);
        chunk.renumber(&known(actors.len()), &known(sources.len()));
        (chunk, outlets, first_anchors)
    }

    fn rests_on_inferred(&self, event: &Event) -> bool {
        let claim = event.leading_claim().filter(|claim| claim.date.is_some());
        claim.is_some_and(|claim| reasoning(&self.timeline, claim).rests_on_inferred)
    }

    /// Notes at every sentence its events, in an order.
    pub(crate) fn mark_events(&mut self, order: &Order) {
        mark_events(&mut self.texts, &self.resolved, order);
    }
}
