//! The words of the field as data: timeline, source, actor, event, claim, anchor, date. Nothing here reads a file or draws.

mod day;
mod fault;
mod place;
mod timeline;
mod words;

pub use day::Day;
pub use fault::{Fault, FaultKind};
pub use place::Place;
pub use timeline::{Actor, Anchor, Claim, Event, Extra, FORMAT, Participation, Source, Timeline};
pub use words::{ActorKind, Modifier, Reading, Review, Role, Stance, Status};
