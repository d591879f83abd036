//! The records of a native timeline, read without more copies than a row needs.

use serde::Deserialize;

use super::lean::{LeanEvent, LeanRecord, LeanSource};
use super::lean_actor::LeanActor;
use crate::model::Timeline;

/// A record of JSON Lines: its single key says what it is.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Keyed<'a> {
    Timeline(Box<Timeline>),
    #[serde(borrow)]
    Source(LeanSource<'a>),
    Actor(LeanActor),
    #[serde(borrow)]
    Event(LeanEvent<'a>),
}

impl<'a> From<Keyed<'a>> for LeanRecord<'a> {
    fn from(record: Keyed<'a>) -> Self {
        match record {
            Keyed::Timeline(header) => Self::Header(header),
            Keyed::Source(source) => Self::Source(source),
            Keyed::Actor(actor) => actor.into(),
            Keyed::Event(event) => Self::Event(event),
        }
    }
}
