//! The first events of a native file, read before the sources and actors that stand in front of them, so that they are on the
//! screen at once. What the records say is not here.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;

use memchr::{memchr, memrchr};

use super::block::Block;

/// Bytes that may stand before the first event: more take longer to look through than they are worth.
const LOOKED_THROUGH: u64 = 32 << 20;

/// Bytes that are looked through at once.
const STEP: usize = 256 << 10;

/// What is read ahead of its turn, and what is left out for it when its turn comes.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    /// The input, until it was looked through.
    file: Option<File>,
    /// The first events, until they are given.
    pub(super) block: Option<Block>,
    /// The bytes of that block.
    hole: Option<Range<u64>>,
}

impl Ahead {
    /// Will look through a file.
    pub(super) fn of(file: File) -> Self {
        Self {
            file: Some(file),
            ..Self::default()
        }
    }

    /// Looks for the first events behind the first block, about so many bytes of them.
    pub(super) fn look(&mut self, first: &Block, wanted: usize) {
        let Some(file) = self.file.take() else {
            return;
        };
        // What cannot be read here is read, or told, when its turn comes.
        let found = looked_through(&file, first, wanted).ok().flatten();
        self.hole = found.as_ref().map(|block| {
            let end = block.offset.saturating_add(block.bytes.len() as u64);
            block.offset..end
        });
        self.block = found;
    }

    /// How many of the bytes from `offset` on were given already.
    pub(super) fn given(&mut self, offset: u64) -> usize {
        let hole = self.hole.take_if(|hole| hole.end <= offset);
        let hole = hole.or_else(|| self.hole.clone());
        let hole = hole.filter(|hole| hole.contains(&offset));
        hole.map_or(0, |hole| {
            usize::try_from(hole.end - offset).unwrap_or(usize::MAX)
        })
    }

    /// How many of so many bytes from `offset` on stand before what was given already.
    pub(super) fn before(&self, offset: u64, length: usize) -> usize {
        let start = self.hole.as_ref().map(|hole| hole.start);
        let before = start.and_then(|start| start.checked_sub(offset));
        let before = before.and_then(|before| usize::try_from(before).ok());
        before.map_or(length, |before| before.min(length))
    }
}

/// What a line is, by how it begins.
enum Begins {
    Event,
    /// Nothing that stands on the timeline.
    Head,
    /// It must be read to be known.
    Otherwise,
}

fn begins(line: &[u8]) -> Begins {
    let is = |start: &str| line.starts_with(start.as_bytes());
    match () {
        () if is(r#"{"event":"#) => Begins::Event,
        () if is(r#"{"source":"#) || is(r#"{"actor":"#) => Begins::Head,
        () if line.trim_ascii().is_empty() => Begins::Head,
        () => Begins::Otherwise,
    }
}

/// The first events of the file; `None` where they stand in the first block, or it is not certain which they are. The file is
/// at the same place afterwards.
fn looked_through(mut file: &File, first: &Block, wanted: usize) -> io::Result<Option<Block>> {
    let back = file.stream_position()?;
    file.seek(SeekFrom::Start(first.offset))?;
    let found = first_event(file, first).and_then(|place| match place {
        Some(place) if place.0 >= first.offset + first.bytes.len() as u64 => {
            events_at(file, place, wanted)
        }
        _ => Ok(None),
    });
    file.seek(SeekFrom::Start(back))?;
    found
}

/// The place of the first event: its byte and its line.
fn first_event(file: &File, first: &Block) -> io::Result<Option<(u64, usize)>> {
    let (mut offset, mut line) = (first.offset, first.first_line);
    let mut kept = Vec::new();
    let mut is_header_due = true;
    while offset.saturating_add(kept.len() as u64) < LOOKED_THROUGH {
        let got = file.take(STEP as u64).read_to_end(&mut kept)?;
        let mut start = 0;
        while let Some(rest) = kept.get(start..)
            && let Some(end) = memchr(b'\n', rest)
        {
            let text = rest.get(..end).unwrap_or_default();
            let is_blank = text.trim_ascii().is_empty();
            match begins(text) {
                // What the header says was judged with the first block.
                _ if is_header_due => is_header_due = is_blank,
                Begins::Event => return Ok(Some((offset, line))),
                Begins::Head => {}
                Begins::Otherwise => return Ok(None),
            }
            start += end + 1;
            offset = offset.saturating_add(end as u64 + 1);
            line = line.saturating_add(1);
        }
        kept.drain(..start);
        if got == 0 {
            break;
        }
    }
    Ok(None)
}

/// The whole lines from a place on, about so many bytes of them.
fn events_at(
    mut file: &File,
    (offset, line): (u64, usize),
    wanted: usize,
) -> io::Result<Option<Block>> {
    file.seek(SeekFrom::Start(offset))?;
    let mut bytes = Vec::new();
    file.take(wanted as u64).read_to_end(&mut bytes)?;
    bytes.truncate(memrchr(b'\n', &bytes).map_or(0, |end| end + 1));
    Ok((!bytes.is_empty()).then(|| Block {
        offset,
        first_line: line,
        bytes,
        ..Block::default()
    }))
}
