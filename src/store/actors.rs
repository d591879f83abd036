//! Actors by position, id and name, and the events of each.

use roaring::RoaringBitmap;

use super::Store;
use super::index::ActorIx;
use crate::model::Actor;

impl Store {
    /// The actor at a position.
    #[must_use]
    pub fn actor(&self, actor: ActorIx) -> Option<&Actor> {
        self.actors.get(actor.at())
    }

    /// All actors in the order of their numbers.
    #[must_use]
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// The position of an actor by its id.
    #[must_use]
    pub fn find_actor(&self, id: &str) -> Option<ActorIx> {
        self.actor_ids.find(id).map(ActorIx)
    }

    /// Actors whose id, name or alias is this text, letter case aside.
    #[must_use]
    pub fn actors_named(&self, text: &str) -> Vec<ActorIx> {
        let wanted = text.to_lowercase();
        let called = |actor: &Actor| {
            let aliases = actor.aliases.iter().map(String::as_str);
            let mut names = [actor.id.as_str(), &actor.name].into_iter().chain(aliases);
            names.any(|name| name.to_lowercase() == wanted)
        };
        let actors = (0..).map(ActorIx).zip(&self.actors);
        let named = actors.filter(|(_, actor)| called(actor));
        named.map(|(place, _)| place).collect()
    }

    /// The name of the actor with this id; the id itself if there is none.
    #[must_use]
    pub fn actor_name<'a>(&'a self, id: &'a str) -> &'a str {
        let actor = self.find_actor(id).and_then(|actor| self.actor(actor));
        actor.map_or(id, |actor| &actor.name)
    }

    /// The ranks of the events that an actor takes part in, happens in (a place), or speaks about; only the last with
    /// `as_speaker`.
    #[must_use]
    pub fn events_of(&self, actor: ActorIx, as_speaker: bool) -> &RoaringBitmap {
        self.index.events_of(actor, as_speaker)
    }

    /// How many actors there are.
    #[must_use]
    pub const fn actor_count(&self) -> usize {
        self.actors.len()
    }
}
