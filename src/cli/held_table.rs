//! A table of others as a timeline in memory, for the commands that look at whole events with their words.

use std::collections::{BTreeSet, HashSet};

use super::stream_list::{ids_in, nameless};
use crate::format::stream::{Block, LeanRecord, Opened, RecordAt, detail, read_block, unique_id};
use crate::model::{Fault, FaultKind, Timeline};

/// A table, read.
pub(super) struct HeldTable {
    pub(super) timeline: Timeline,
    /// The text of each source: a row is its own.
    pub(super) texts: Vec<String>,
    /// Rows that are not in it, and why it may end early.
    pub(super) damaged: Vec<Fault>,
}

/// Reads all rows of a table.
pub(super) fn read(opened: Opened) -> HeldTable {
    let mut held = HeldTable {
        timeline: Timeline::default(),
        texts: Vec::new(),
        damaged: Vec::new(),
    };
    let Opened {
        blocks, kind, name, ..
    } = opened;
    let mut actors: BTreeSet<String> = BTreeSet::new();
    let mut ids: HashSet<String> = HashSet::new();
    for block in blocks {
        let block = match block {
            Ok(block) => block,
            Err(fault) => {
                held.damaged.push(fault);
                break;
            }
        };
        let mut places: Vec<RecordAt> = Vec::new();
        read_block(&kind, &block, &mut |entry| match entry {
            Err(damaged) => held.damaged.push(damaged.fault(&name)),
            Ok(entry) => {
                places.push(entry.at);
                if let LeanRecord::Event(event) = entry.record {
                    for id in ids_in(&event)
                        .filter(|id| !actors.contains(*id))
                        .collect::<Vec<_>>()
                    {
                        actors.insert(id.to_owned());
                    }
                }
            }
        });
        for at in places {
            match detail(&kind, record(&block, at), &name, block.line_of(at)) {
                Err(fault) => held.damaged.push(fault),
                Ok(mut detail) => {
                    held.rename(&mut detail.event.id, &mut ids, &name, block.line_of(at));
                    held.timeline.events.push(detail.event);
                    if let Some((source, text)) = detail.source {
                        held.timeline.sources.push(source);
                        held.texts.push(text);
                    }
                }
            }
        }
    }
    held.timeline.actors = actors.iter().map(|id| nameless(id)).collect();
    held
}

impl HeldTable {
    /// Gives an event whose id another row has one of its own, and tells so.
    fn rename(&mut self, id: &mut String, ids: &mut HashSet<String>, name: &str, line: usize) {
        if ids.insert(id.clone()) {
            return;
        }
        let now = unique_id(id, line);
        let cause = format!("the id “{id}” stands before, so this event is called “{now}”");
        let mend = "if that column is no id, leave it out of --map";
        let fault = Fault::new(FaultKind::Duplicate, name, cause, mend);
        self.damaged.push(fault.at_line(Some(line)));
        *id = now;
    }
}

fn record(block: &Block, at: RecordAt) -> &[u8] {
    let start = usize::try_from(at.offset.saturating_sub(block.offset)).unwrap_or(usize::MAX);
    let end = start.saturating_add(at.length as usize);
    block.bytes.get(start..end).unwrap_or_default()
}
