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

/// So many lookalikes of one actor are named.
const MOST_NAMED: usize = 3;

/// A name of an actor: the actor, and the place of the name among its names.
type Named = (u32, usize);

/// Names that are easily taken for each other.
#[derive(Debug, Default)]
pub(super) struct Lookalikes {
    /// Names that look alike without being the same, of two actors at least; in the order of the file.
    groups: Vec<Vec<Named>>,
    /// In which groups the names of an actor are.
    of: HashMap<u32, Vec<usize>>,
}

fn names(actor: &Actor) -> impl Iterator<Item = &str> {
    let aliases = actor.aliases.iter().map(String::as_str);
    std::iter::once(actor.name.as_str()).chain(aliases)
}

impl Lookalikes {
    fn among(actors: &[Actor]) -> Self {
        let mut lookalikes = Self::default();
        if actors.len() > MOST_COMPARED {
            return lookalikes;
        }
        let mut alike: HashMap<String, Vec<(Named, &str)>> = HashMap::new();
        for (place, actor) in (0..).zip(actors) {
            for (which, name) in names(actor).enumerate() {
                let group = alike.entry(skeleton(name)).or_default();
                group.push(((place, which), name));
            }
        }
        for group in alike.into_values() {
            let Some(((first, _), name)) = group.first() else {
                continue;
            };
            let is_one_name = group.iter().all(|(_, other)| other == name);
            let is_one_actor = group.iter().all(|((other, _), _)| other == first);
            // One name of two actors is no disguise, nor are two names of one.
            if is_one_name || is_one_actor {
                continue;
            }
            let place = lookalikes.groups.len();
            for ((actor, _), _) in &group {
                lookalikes.of.entry(*actor).or_default().push(place);
            }
            let group = group.into_iter().map(|(named, _)| named);
            lookalikes.groups.push(group.collect());
        }
        lookalikes
    }

    /// The others that an actor is easily taken for, some of them more than once.
    fn others<'a>(&'a self, actor: u32, actors: &'a [Actor]) -> impl Iterator<Item = u32> + 'a {
        let name = move |(actor, which): Named| names(actors.get(actor as usize)?).nth(which);
        let groups = self.of.get(&actor).into_iter().flatten();
        let groups = groups.filter_map(|place| self.groups.get(*place));
        groups.flat_map(move |group| {
            let own = group.iter().find(|(one, _)| *one == actor).copied();
            let own = own.and_then(name);
            let others = group.iter().filter(move |(other, _)| *other != actor);
            let unlike = others.filter(move |other| name(**other) != own);
            unlike.map(|(other, _)| *other)
        })
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
        let mut others: Vec<u32> = Vec::new();
        for other in self.alike(actor) {
            if !others.contains(&other) {
                others.push(other);
            }
            if others.len() > MOST_NAMED {
                break;
            }
        }
        let more = (others.len() > MOST_NAMED).then(|| "looks like others too".to_owned());
        others.truncate(MOST_NAMED);
        let others = others.into_iter();
        let others = others.filter_map(|other| self.actor(ActorIx(other)));
        let alike = others.map(|other| format!("looks like “{}” ({})", other.name, other.id));
        let alike = alike.chain(more);
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
        self.actor(actor).is_some_and(is_mixed) || self.alike(actor).next().is_some()
    }

    /// The others that an actor is easily taken for. Known once all actors are there: to compare them anew with every piece that
    /// arrives would keep the screen waiting.
    fn alike(&self, actor: ActorIx) -> impl Iterator<Item = u32> + '_ {
        let among = || Lookalikes::among(&self.actors);
        let known = (!self.is_arriving()).then(|| self.lookalikes.get_or_init(among));
        let others = known.map(|known| known.others(actor.0, &self.actors));
        others.into_iter().flatten()
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

    #[test]
    fn of_many_lookalikes_a_few_are_named() {
        let names: Vec<String> = (0..40_u32)
            .map(|bits| {
                (0..6)
                    .map(|bit| if bits >> bit & 1 == 0 { 'I' } else { 'l' })
                    .collect()
            })
            .collect();
        let actors: Vec<(&str, &[&str])> =
            names.iter().map(|name| (name.as_str(), &[][..])).collect();
        let doubts = store(&actors).doubts(ActorIx(7));
        assert_eq!(doubts.len(), MOST_NAMED + 1);
        assert_eq!(doubts.last().unwrap(), "looks like others too");
    }
}
