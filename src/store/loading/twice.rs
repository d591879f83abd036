//! Ids that several events have: a fault of a timeline, and in a table of others something to be mended.

use std::collections::HashSet;
use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use super::super::columns::Columns;
use super::super::index::EventIx;
use crate::format::stream::unique_id;
use crate::model::{Fault, FaultKind};

/// So many ids are told; the others are counted.
const TOLD: usize = 20;

/// The events whose ids stood before.
#[derive(Debug, Default)]
pub(crate) struct Twice {
    pub(crate) faults: Vec<Fault>,
    /// Events of a table, and what they are called instead.
    pub(crate) renamed: Vec<(EventIx, String)>,
}

impl Twice {
    pub(crate) const fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Looks at the ids of all events. `name` goes into the faults.
pub(super) fn twice(columns: &Columns, name: &str, is_table: bool) -> Twice {
    let repeated = repeated(columns);
    let mut twice = Twice::default();
    if repeated.is_empty() {
        return twice;
    }
    let mut seen: HashSet<&str> = HashSet::new();
    for (first, chunk) in columns.iter() {
        for (event, place) in (first.0..).map(EventIx).zip(0..chunk.len()) {
            let id = chunk.id(place);
            if repeated.binary_search(&hash(id)).is_err() || seen.insert(id) {
                continue;
            }
            let record = chunk.record(place).unwrap_or_default();
            let line = chunk.block.1 + u64::from(record.line);
            let line = usize::try_from(line).unwrap_or(usize::MAX);
            let now = unique_id(id, line);
            if twice.faults.len() < TOLD {
                let fault = match is_table {
                    true => renamed(name, id, &now),
                    false => stands_twice(name, id),
                };
                twice.faults.push(fault.at_line(Some(line)));
            }
            match is_table {
                true => twice.renamed.push((event, now)),
                false if twice.faults.len() == TOLD => return twice,
                false => {}
            }
        }
    }
    twice
}

fn hash(id: &str) -> u64 {
    FxBuildHasher.hash_one(id)
}

/// The hashes of ids that stand more than once, in order.
fn repeated(columns: &Columns) -> Vec<u64> {
    let mut hashes: Vec<u64> = Vec::with_capacity(columns.len() as usize);
    for (_, chunk) in columns.iter() {
        hashes.extend((0..chunk.len()).map(|place| hash(chunk.id(place))));
    }
    hashes.sort_unstable();
    let pairs = hashes.windows(2);
    pairs
        .filter_map(|pair| (pair.first() == pair.last()).then(|| pair.first().copied())?)
        .collect()
}

fn stands_twice(name: &str, id: &str) -> Fault {
    let cause = format!("its id stands twice: “{id}”");
    let mend = "give one of the events another id";
    Fault::new(FaultKind::Duplicate, name, cause, mend)
}

/// What is said of a row whose id another row has.
fn renamed(name: &str, id: &str, now: &str) -> Fault {
    let cause = format!("the id “{id}” stands before, so this event is called “{now}”");
    let mend = "if that column is no id, leave it out of --map";
    Fault::new(FaultKind::Duplicate, name, cause, mend)
}
