//! Actors whose names are not what they seem: of mixed scripts, or easily taken for another actor's. How a name is judged is
//! in `text`.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Store;
use super::index::ActorIx;
use crate::model::Actor;
use crate::text::{mixed_scripts, skeleton};

/// Stands before a name that may not be what it seems.
pub const DOUBT: &str = "!";

/// Beyond so many actors names are not compared with each other: at this many it takes a second.
const MOST_COMPARED: usize = 200_000;

/// Actors that are easily taken for each other.
#[derive(Debug, Default)]
pub(super) struct Lookalikes {
    /// Under each actor the others, in the order of the file.
    others: HashMap<u32, Vec<u32>>,
}

fn names(actor: &Actor) -> impl Iterator<Item = &str> {
    let aliases = actor.aliases.iter().map(String::as_str);
    std::iter::once(actor.name.as_str()).chain(aliases)
}

impl Lookalikes {
    fn among(actors: &[Actor]) -> Self {
        let mut others: HashMap<u32, Vec<u32>> = HashMap::new();
        if actors.len() > MOST_COMPARED {
            return Self { others };
        }
        let mut alike: HashMap<String, Vec<(u32, &str)>> = HashMap::new();
        for (place, actor) in (0..).zip(actors) {
            for name in names(actor) {
                alike.entry(skeleton(name)).or_default().push((place, name));
            }
        }
        for group in alike.values() {
            for (one, name) in group {
                // One name of two actors is no disguise.
                let unlike = group.iter().filter(|(_, other)| other != name);
                let unlike = unlike.filter(|(other, _)| other != one);
                for (other, _) in unlike {
                    others.entry(*one).or_default().push(*other);
                }
            }
        }
        for list in others.values_mut() {
            list.sort_unstable();
            list.dedup();
        }
        Self { others }
    }
}

impl Store {
    /// Why an actor's name may not be what it seems, each reason in words for people; usually none.
    #[must_use]
    pub fn doubts(&self, actor: ActorIx) -> Vec<String> {
        let Some(record) = self.actor(actor) else {
            return Vec::new();
        };
        let mixed = names(record).find_map(mixed_scripts);
        let mixed = mixed.map(|(word, scripts)| format!("“{word}” mixes {scripts} letters"));
        let others = self.lookalikes().others.get(&actor.0);
        let others = others.into_iter().flatten().map(|other| ActorIx(*other));
        let others = others.filter_map(|other| self.actor(other));
        let alike = others.map(|other| format!("looks like “{}” ({})", other.name, other.id));
        mixed.into_iter().chain(alike).collect()
    }

    /// The name of the actor with this id as [`Store::actor_name`] gives it, behind [`DOUBT`] where it is doubtful.
    #[must_use]
    pub fn marked_name<'a>(&'a self, id: &'a str) -> Cow<'a, str> {
        let name = self.actor_name(id);
        match self.find_actor(id) {
            Some(actor) if self.is_doubtful(actor) => format!("{DOUBT}{name}").into(),
            _ => name.into(),
        }
    }

    /// Whether [`Store::doubts`] has anything to say.
    #[must_use]
    pub fn is_doubtful(&self, actor: ActorIx) -> bool {
        let is_mixed = |actor: &Actor| names(actor).any(|name| mixed_scripts(name).is_some());
        self.actor(actor).is_some_and(is_mixed) || self.lookalikes().others.contains_key(&actor.0)
    }

    fn lookalikes(&self) -> &Lookalikes {
        self.lookalikes
            .get_or_init(|| Lookalikes::among(&self.actors))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ActorKind, Timeline};

    fn store(actors: &[(&str, &[&str])]) -> Store {
        let actor = |(name, aliases): &(&str, &[&str])| Actor {
            id: name.to_lowercase(),
            name: (*name).to_owned(),
            kind: ActorKind::Person,
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            extra: Default::default(),
        };
        let timeline = Timeline {
            actors: actors.iter().map(actor).collect(),
            ..Timeline::default()
        };
        Store::new(timeline, Vec::new())
    }

    #[test]
    fn each_of_two_lookalikes_names_the_other() {
        let store = store(&[
            ("Putin", &["Presiden"]),
            ("Trump", &[]),
            ("Рutin", &["Presiden"]),
        ]);
        assert_eq!(store.doubts(ActorIx(0)), ["looks like “Рutin” (рutin)"]);
        assert_eq!(store.doubts(ActorIx(1)), Vec::<String>::new());
        assert_eq!(
            store.doubts(ActorIx(2)),
            [
                "“Рutin” mixes Cyrillic and Latin letters",
                "looks like “Putin” (putin)"
            ]
        );
        assert!(store.is_doubtful(ActorIx(0)) && !store.is_doubtful(ActorIx(1)));
    }

    #[test]
    fn an_alias_that_two_actors_share_is_no_disguise_and_one_that_looks_like_a_name_is() {
        let store = store(&[
            ("Budi Satu", &["Budi"]),
            ("Budi Dua", &["Budi"]),
            ("Cici", &["Вudi"]),
        ]);
        assert_eq!(store.doubts(ActorIx(0)), ["looks like “Cici” (cici)"]);
        assert_eq!(store.doubts(ActorIx(9)), Vec::<String>::new());
    }
}
