//! A block of records made into a chunk, with what only the whole timeline can tell left open.

use super::super::columns::{Chunk, ChunkMaker, Names, Placed};
use super::super::records::PlacedSource;
use crate::format::stream::{Block, Damaged, Entry, LeanRecord, RecordAt, RecordKind, read_block};
use crate::model::Actor;

/// What a block holds.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub(super) title: Option<String>,
    pub(super) actors: Vec<Actor>,
    /// Sources by their number in `source_names`.
    pub(super) placed: Vec<(u32, PlacedSource)>,
    pub(super) chunk: Chunk,
    pub(super) actor_names: Names,
    pub(super) source_names: Names,
    /// Where the first words of each event stand.
    pub(super) first_anchors: Vec<u32>,
    pub(super) outlet_names: Names,
    /// Places of events whose dates count from a publication date.
    pub(super) from_published: Vec<u32>,
    /// Places of events whose dates count from other events, with the ids of those.
    pub(super) from_events: Vec<(u32, String)>,
    pub(super) damaged: Vec<Damaged>,
    pub(super) damaged_count: usize,
}

/// So many damaged records are told of a block; the others are counted.
const TOLD: usize = 100;

/// Makes a chunk of a block. The maker is used again for the next one.
pub(super) fn make(kind: &RecordKind, block: &Block, maker: &mut ChunkMaker) -> Made {
    let mut made = Made::default();
    if matches!(kind, RecordKind::Table(_)) {
        maker.has_own_sources();
    }
    read_block(kind, block, &mut |entry| match entry {
        Ok(entry) => take(block, entry, maker, &mut made),
        Err(damaged) => {
            made.damaged_count += 1;
            if made.damaged.len() < TOLD {
                made.damaged.push(damaged);
            }
        }
    });
    made.first_anchors = std::mem::take(&mut maker.first_anchors);
    made.from_published = std::mem::take(&mut maker.from_published);
    made.outlet_names = std::mem::take(&mut maker.outlets);
    made.from_events = std::mem::take(&mut maker.from_events);
    let first_line = u64::try_from(block.first_line).unwrap_or(u64::MAX);
    (made.chunk, made.actor_names, made.source_names) = maker.finish((block.offset, first_line));
    made
}

fn take(block: &Block, entry: Entry<'_>, maker: &mut ChunkMaker, made: &mut Made) {
    match entry.record {
        LeanRecord::Header(header) => made.title = header.title,
        LeanRecord::Actor(actor) => {
            maker.actors.number(&actor.id);
            made.actors.push(*actor);
        }
        LeanRecord::Source(source) => {
            let number = maker.sources.number(&source.id);
            let outlet = source.publisher.as_ref().or(source.author.as_ref());
            let title = source.title.as_ref().filter(|_| outlet.is_none());
            let placed = PlacedSource {
                offset: entry.at.offset,
                length: entry.at.length,
                line: u32::try_from(block.line_of(entry.at)).unwrap_or(u32::MAX),
                published_inferred: source.published_inferred,
                outlet: outlet.map(|name| maker.outlets.number(name)),
                title: title.map(|name| maker.outlets.number(name)),
            };
            made.placed.push((number, placed));
        }
        LeanRecord::Event(event) => maker.push(&event, place(block, entry.at)),
    }
}

fn place(block: &Block, at: RecordAt) -> Placed {
    Placed {
        // A block is far smaller than 4 GiB.
        offset: u32::try_from(at.offset - block.offset).unwrap_or(u32::MAX),
        length: at.length,
        line: at.line,
    }
}
