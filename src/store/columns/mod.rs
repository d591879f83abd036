//! What the rows, filters and searches need of every event, column by column, in chunks that threads share. The order of
//! time and what actors are in are beside it, in `order` and `index`; whole events are in `records`.

mod chunk;
mod ends;
mod facts;
mod maker;
mod names;
mod said;
mod texts;

pub(crate) use chunk::{Chunk, Involved, Part, Placed};
pub(crate) use facts::{Facts, Mark};
pub(crate) use maker::ChunkMaker;
pub(crate) use names::Names;
pub(crate) use said::{Said, Voice};
pub(crate) use texts::Texts;

use std::sync::Arc;

use memchr::memmem::Finder;

use super::index::EventIx;

/// All chunks of a timeline in the order of their file. A copy shares them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    chunks: Vec<Arc<Chunk>>,
    /// The first event of each.
    starts: Vec<u32>,
    len: u32,
}

impl Columns {
    pub(crate) fn push(&mut self, chunk: Arc<Chunk>) {
        self.starts.push(self.len);
        let more = u32::try_from(chunk.len()).unwrap_or(u32::MAX);
        self.len = self.len.saturating_add(more);
        self.chunks.push(chunk);
    }

    pub(crate) const fn len(&self) -> u32 {
        self.len
    }

    /// The chunk of an event and its place in it.
    pub(crate) fn locate(&self, event: EventIx) -> Option<(&Chunk, usize)> {
        let chunk = self.starts.partition_point(|start| *start <= event.0);
        let chunk = chunk.checked_sub(1)?;
        let start = self.starts.get(chunk)?;
        let chunk = self.chunks.get(chunk)?;
        let place = (event.0 - start) as usize;
        (place < chunk.len()).then_some((chunk, place))
    }

    /// The first event with an id.
    pub(crate) fn find_id(&self, id: &str) -> Option<EventIx> {
        let finder = Finder::new(id);
        self.iter().find_map(|(first, chunk)| {
            let place = chunk.find_id(&finder, id)?;
            Some(EventIx(first.0 + u32::try_from(place).ok()?))
        })
    }

    /// Each chunk with its first event.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (EventIx, &Arc<Chunk>)> {
        self.starts.iter().copied().map(EventIx).zip(&self.chunks)
    }
}
