//! The part of an actor that is kept while a timeline loads: there may be thousands before the first event. Unknown keys stay in
//! the file.

use serde::Deserialize;

use super::lean::LeanRecord;
use crate::model::{Actor, ActorKind, Extra};

/// An actor without the keys that this version does not know.
#[derive(Deserialize)]
pub(super) struct LeanActor {
    id: String,
    name: String,
    kind: ActorKind,
    #[serde(default)]
    aliases: Vec<String>,
}

impl From<LeanActor> for LeanRecord<'_> {
    fn from(actor: LeanActor) -> Self {
        Self::Actor(Box::new(Actor {
            id: actor.id,
            name: actor.name,
            kind: actor.kind,
            aliases: actor.aliases,
            extra: Extra::new(),
        }))
    }
}
