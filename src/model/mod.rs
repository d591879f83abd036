//! The words of the field as data: timeline, source, actor, event, claim, anchor, date. Nothing here reads a file or draws.

mod begins;
mod bounds;
mod date;
mod day;
mod fault;
mod phrase;
mod place;
mod range;
mod reasoning;
mod timeline;
mod words;

pub use bounds::{Bounds, Clock, SortKey};
pub use date::{Date, DateError, Shape, bounds_of};
pub use day::Day;
pub use fault::{Fault, FaultKind};
pub use phrase::{phrase, short_phrase};
pub use place::Place;
pub use range::parse_range;
pub use reasoning::{Bases, PUBLISHED, Published, Reasoning, Step, reasoning};
pub use timeline::{Actor, Anchor, Claim, Event, Extra, FORMAT, Participation, Source, Timeline};
pub use words::{ActorKind, Modifier, Reading, Review, Role, Stance, Status};
