//! Chunks put together in the order of the file: one number for each actor and source, and the faults that only
//! comparison shows.

use std::sync::Arc;

use super::super::columns::{Columns, Names};
use super::super::index::EventIx;
use super::super::order::Order;
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
    /// Where the first words of each event stand.
    first_anchors: Vec<u32>,
    actors: Names,
    /// Whether each actor has a record.
    is_known: Vec<bool>,
    sources: SharedSources,
    resting: Resting,
    outlets: Names,
    failed: Option<Fault>,
}

impl Merger {
    pub(super) fn new(name: &str, own_sources: bool, sources: SharedSources) -> Self {
        Self {
            name: name.to_owned(),
            own_sources,
            columns: Columns::default(),
            first_anchors: Vec::new(),
            actors: Names::default(),
            is_known: Vec::new(),
            sources,
            resting: Resting::default(),
            outlets: Names::default(),
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
        let outlets_before = self.outlets.len();
        let outlets = numbers(&mut self.outlets, &made.outlet_names);
        let new_outlets = self.outlets.since(outlets_before);
        piece.outlets = new_outlets.map(str::to_owned).collect();
        piece.actors = self.actors.since(actors_before).map(nameless).collect();
        self.is_known.resize(self.actors.len(), self.own_sources);
        for actor in made.actors {
            self.know(actor, &mut piece, actors_before);
        }
        let has_sources = !made.placed.is_empty();
        for (number, mut placed) in made.placed {
            let now = |name: u32| outlets.get(name as usize).copied();
            placed.outlet = placed.outlet.and_then(now);
            placed.title = placed.title.and_then(now);
            self.place(sources.get(number as usize).copied(), placed, &mut piece);
        }
        let mut chunk = made.chunk;
        chunk.renumber(&actors, &sources);
        chunk.renumber_outlets(&outlets);
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
            self.first_anchors.extend(made.first_anchors);
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

    /// The order of time.
    pub(super) fn order(&mut self) -> Order {
        Order::of_time(&self.columns, &std::mem::take(&mut self.first_anchors))
    }

    /// Events whose dates count from events that rest on an inferred publication date.
    pub(super) fn inferred(&self) -> Vec<EventIx> {
        self.resting.by_events(&self.columns)
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
