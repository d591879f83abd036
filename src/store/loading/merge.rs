//! Chunks put together in the order of the file: one number for each actor and source, and the faults that only
//! comparison shows.

use std::sync::Arc;

use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher;

use super::super::columns::{Columns, Names};
use super::super::index::EventIx;
use super::super::records::{PlacedSource, SharedSources};
use super::Piece;
use super::resting::Resting;
use super::worker::Made;
use crate::model::{Actor, ActorKind, Fault, FaultKind};

/// What was put together so far.
#[derive(Debug)]
pub(super) struct Merger {
    name: String,
    own_sources: bool,
    columns: Columns,
    actors: Names,
    /// Whether each actor has a record.
    is_known: Vec<bool>,
    sources: SharedSources,
    resting: Resting,
    failed: Option<Fault>,
}

/// So many names of one kind of fault are told; the others are counted.
const TOLD: usize = 20;

impl Merger {
    pub(super) fn new(name: &str, own_sources: bool, sources: SharedSources) -> Self {
        Self {
            name: name.to_owned(),
            own_sources,
            columns: Columns::default(),
            actors: Names::default(),
            is_known: Vec::new(),
            sources,
            resting: Resting::default(),
            failed: None,
        }
    }

    /// Adds what a block held.
    pub(super) fn merge(&mut self, made: Made) -> Piece {
        let mut piece = Piece {
            title: made.title,
            damaged_count: made.damaged_count,
            ..Piece::default()
        };
        piece.damaged = made
            .damaged
            .into_iter()
            .map(|one| one.fault(&self.name))
            .collect();
        let actors_before = self.actors.len();
        let actors = numbers(&mut self.actors, &made.actor_names);
        let sources = self.sources.write().number(&made.source_names);
        piece.actors = self.actors.since(actors_before).map(nameless).collect();
        self.is_known.resize(self.actors.len(), self.own_sources);
        for actor in made.actors {
            self.know(actor, &mut piece, actors_before);
        }
        let has_sources = !made.placed.is_empty();
        for (number, placed) in made.placed {
            self.place(sources.get(number as usize).copied(), placed, &mut piece);
        }
        let mut chunk = made.chunk;
        chunk.renumber(&actors, &sources);
        let first = self.columns.len();
        let placed = self.sources.read();
        for place in made.from_published {
            let source = chunk.source(place as usize);
            match source.map(|number| (number, placed.placed(number))) {
                Some((_, Some(source))) if source.published_inferred => {
                    chunk.rest_on_inferred(place as usize);
                }
                Some((number, None)) => self.resting.wait_for(EventIx(first + place), number),
                _ => {}
            }
        }
        if has_sources {
            piece.inferred = self.resting.known(&placed);
        }
        drop(placed);
        let counting = made.from_events.into_iter();
        counting.for_each(|(place, other)| self.resting.count_from(EventIx(first + place), other));
        chunk.forget_sources();
        if chunk.len() > 0 {
            let chunk = Arc::new(chunk);
            self.columns.push(Arc::clone(&chunk));
            piece.chunk = Some(chunk);
        }
        piece
    }

    /// Takes the record of an actor that has a number.
    fn know(&mut self, actor: Actor, piece: &mut Piece, before: usize) {
        let Some(number) = self.actors.find(&actor.id) else {
            return;
        };
        let Some(is_known) = self.is_known.get_mut(number as usize) else {
            return;
        };
        if std::mem::replace(is_known, true) {
            let cause = format!("its id stands twice: “{}”", actor.id);
            piece.damaged.push(self.fault(
                FaultKind::Duplicate,
                cause,
                "give one of the actors another id",
            ));
            piece.damaged_count += 1;
            return;
        }
        match (number as usize).checked_sub(before) {
            Some(new) => {
                if let Some(slot) = piece.actors.get_mut(new) {
                    *slot = actor;
                }
            }
            None => piece.known.push((number, actor)),
        }
    }

    fn place(&self, number: Option<u32>, placed: PlacedSource, piece: &mut Piece) {
        let Some(number) = number else { return };
        if self.sources.write().place(number, placed) {
            return;
        }
        let sources = self.sources.read();
        let id = sources.id(number).unwrap_or_default();
        let cause = format!("its id stands twice: “{id}”");
        let mend = "give one of the sources another id";
        let fault = Fault::new(FaultKind::Duplicate, &self.name, cause, mend);
        piece
            .damaged
            .push(fault.at_line(usize::try_from(placed.line).ok()));
        piece.damaged_count += 1;
    }

    /// The rest cannot be read.
    pub(super) fn fail(&mut self, fault: Fault) {
        self.failed = Some(fault);
    }

    /// What is wrong with all of it.
    pub(super) fn finish(&mut self, stopped: bool) -> Vec<Fault> {
        let mut faults: Vec<Fault> = self.failed.take().into_iter().collect();
        if stopped || self.own_sources {
            return faults;
        }
        let unknown = self
            .actors
            .iter()
            .zip(&self.is_known)
            .filter(|(_, known)| !**known);
        let unknown: Vec<&str> = unknown.map(|(id, _)| id).collect();
        faults.extend(self.missing("actor", &unknown));
        let sources = self.sources.read();
        let unknown: Vec<&str> = sources.missing().collect();
        faults.extend(self.missing("source", &unknown));
        faults
    }

    fn missing(&self, what: &str, ids: &[&str]) -> Option<Fault> {
        let first = ids.first()?;
        let more = match ids.len() - 1 {
            0 => String::new(),
            more => format!(" (and {more} more that are named)"),
        };
        let cause = format!("there is no {what} “{first}”{more}");
        let mend = format!("add it to the {what}s or correct the id");
        Some(self.fault(FaultKind::Unknown, cause, &mend))
    }

    fn fault(&self, kind: FaultKind, cause: String, mend: &str) -> Fault {
        Fault::new(kind, &self.name, cause, mend)
    }

    pub(super) const fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Events whose dates count from events that rest on an inferred publication date.
    pub(super) fn inferred(&self) -> Vec<EventIx> {
        self.resting.by_events(&self.columns)
    }

    /// A fault for each id that two events have.
    pub(super) fn duplicates(&self) -> Vec<Fault> {
        let hasher = FxBuildHasher;
        let mut hashes: Vec<u64> = Vec::with_capacity(self.columns.len() as usize);
        for (_, chunk) in self.columns.iter() {
            hashes.extend((0..chunk.len()).map(|place| hasher.hash_one(chunk.id(place))));
        }
        hashes.sort_unstable();
        let twice: Vec<u64> = hashes
            .windows(2)
            .filter_map(|pair| (pair.first() == pair.last()).then(|| pair.first().copied())?)
            .collect();
        if twice.is_empty() {
            return Vec::new();
        }
        let mut seen = std::collections::HashSet::new();
        let mut faults = Vec::new();
        for (_, chunk) in self.columns.iter() {
            for place in 0..chunk.len() {
                let id = chunk.id(place);
                if twice.binary_search(&hasher.hash_one(id)).is_ok() && !seen.insert(id) {
                    let cause = format!("its id stands twice: “{id}”");
                    let fault = self.fault(
                        FaultKind::Duplicate,
                        cause,
                        "give one of the events another id",
                    );
                    let line = chunk
                        .record(place)
                        .map(|record| chunk.block.1 + u64::from(record.line));
                    faults.push(fault.at_line(line.and_then(|line| usize::try_from(line).ok())));
                    if faults.len() == TOLD {
                        return faults;
                    }
                }
            }
        }
        faults
    }
}

/// The numbers that the names of a chunk have in the whole timeline.
fn numbers(all: &mut Names, of_chunk: &Names) -> Vec<u32> {
    of_chunk.iter().map(|name| all.number(name)).collect()
}

/// An actor of which only the id is known.
fn nameless(id: &str) -> Actor {
    Actor {
        id: id.to_owned(),
        name: id.to_owned(),
        kind: ActorKind::Organisation,
        aliases: Vec::new(),
        extra: crate::model::Extra::new(),
    }
}
