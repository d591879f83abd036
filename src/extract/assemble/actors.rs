//! The actors of a timeline: one record for those that several articles name alike.

use std::collections::{HashMap, HashSet};

use super::ids::{free, one_line, slug};
use crate::extract::names::FoundActor;
use crate::model::{Actor, ActorKind, Extra};

/// Actors with their ids.
#[derive(Debug, Default)]
pub(super) struct ActorBook {
    actors: Vec<Actor>,
    /// So many at the beginning were there before; they are not changed.
    known: usize,
    ids: HashSet<String>,
    /// The place of the actor of a kind that has this name, in lower case, as its own; the first one counts.
    names: HashMap<(ActorKind, String), usize>,
    /// Those that come first where a name may be one of several.
    preferred: Vec<usize>,
    /// Those that are taken in this article: what its names tell apart stays apart.
    taken: HashSet<usize>,
    /// The place of the actor that has this id.
    places: HashMap<String, usize>,
    /// Likewise as an alias that can be nobody else's.
    aliases: HashMap<(ActorKind, String), usize>,
}

impl ActorBook {
    /// A book that begins with actors that are there already.
    pub(super) fn knowing(actors: &[Actor]) -> Self {
        let mut book = Self::default();
        for actor in actors {
            book.ids.insert(actor.id.clone());
            book.enter(actor.clone());
        }
        book.known = book.actors.len();
        book
    }

    /// The id of a found actor, which is entered if it is new.
    pub(super) fn id_of(&mut self, found: &FoundActor) -> String {
        let found = &plain(found);
        if let Some(place) = self.place_of(found) {
            self.taken.insert(place);
            if place >= self.known {
                self.extend(place, found);
            }
            return self
                .actors
                .get(place)
                .map_or_else(String::new, |actor| actor.id.clone());
        }
        let id = free(&slug(&found.name), found.kind.word(), &mut self.ids);
        self.taken.insert(self.actors.len());
        self.enter(Actor {
            id: id.clone(),
            name: found.name.clone(),
            kind: found.kind,
            aliases: found.aliases.clone(),
            extra: Extra::new(),
        });
        id
    }

    /// Begins another article, in which these actors come first.
    pub(super) fn begin<'a>(&mut self, ids: impl Iterator<Item = &'a String>) {
        self.taken.clear();
        self.preferred = ids.filter_map(|id| self.places.get(id)).copied().collect();
    }

    /// The actors that were not there before.
    pub(super) fn into_actors(self) -> Vec<Actor> {
        self.actors.into_iter().skip(self.known).collect()
    }

    fn enter(&mut self, actor: Actor) {
        let place = self.actors.len();
        self.places.insert(actor.id.clone(), place);
        let key = |name: &str| (actor.kind, name.to_lowercase());
        self.names.entry(key(&actor.name)).or_insert(place);
        for alias in &actor.aliases {
            if is_telling(actor.kind, alias) {
                self.aliases.entry(key(alias)).or_insert(place);
            }
        }
        self.actors.push(actor);
    }

    /// The actor of this kind with the same name, or with a name of one among the other's aliases.
    fn place_of(&self, found: &Plain) -> Option<usize> {
        let preferred = |same: &dyn Fn(&Actor, &Plain) -> bool| {
            self.preferred.iter().copied().find(|place| {
                let actor = self.actors.get(*place);
                !self.taken.contains(place)
                    && actor.is_some_and(|actor| actor.kind == found.kind && same(actor, found))
            })
        };
        if let Some(place) = preferred(&is_named_so).or_else(|| preferred(&is_same)) {
            return Some(place);
        }
        let key = |name: &str| (found.kind, name.to_lowercase());
        let own = key(&found.name);
        let by_alias = || {
            is_telling(found.kind, &found.name)
                .then(|| self.aliases.get(&own))
                .flatten()
        };
        let by_other = || {
            let telling = found
                .aliases
                .iter()
                .filter(|alias| is_telling(found.kind, alias));
            telling
                .filter_map(|alias| self.names.get(&key(alias)))
                .next()
        };
        // Whoever was given another name by a person kept the id that its first name made.
        let by_id = || {
            let place = self.places.get(&slug(&found.name))?;
            let kind = self.actors.get(*place).map(|actor| actor.kind);
            (*place < self.known && kind == Some(found.kind)).then_some(place)
        };
        // “pelaku” or “dua pria” is somebody else in another article.
        if !found.is_name {
            return None;
        }
        let free = |place: &&usize| !self.taken.contains(*place);
        let named = self.names.get(&own).filter(free);
        named
            .or_else(|| by_alias().filter(free))
            .or_else(|| by_other().filter(free))
            .or_else(|| by_id().filter(free))
            .copied()
    }

    fn extend(&mut self, place: usize, found: &Plain) {
        let Some(actor) = self.actors.get_mut(place) else {
            return;
        };
        for name in std::iter::once(&found.name).chain(&found.aliases) {
            if *name != actor.name && !actor.aliases.contains(name) {
                actor.aliases.push(name.clone());
                if is_telling(found.kind, name) {
                    let key = (found.kind, name.to_lowercase());
                    self.aliases.entry(key).or_insert(place);
                }
            }
        }
    }
}

/// An actor's names, each in one line.
struct Plain {
    name: String,
    kind: ActorKind,
    aliases: Vec<String>,
    /// A proper name, not a noun that tells what somebody is.
    is_name: bool,
}

fn plain(found: &FoundActor) -> Plain {
    let mut aliases: Vec<String> = Vec::new();
    let name = one_line(&found.name);
    for alias in found.aliases.iter().map(|alias| one_line(alias)) {
        if alias != name && !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    Plain {
        kind: found.kind,
        is_name: !name.starts_with(|first: char| first.is_lowercase() || first.is_numeric()),
        name,
        aliases,
    }
}

fn equal(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn is_named_so(actor: &Actor, found: &Plain) -> bool {
    equal(&actor.name, &found.name)
}

/// Whether one's name is among the other's, and can be only one's.
fn is_same(actor: &Actor, found: &Plain) -> bool {
    let has = |names: &[String], name: &str| {
        is_telling(found.kind, name) && names.iter().any(|other| equal(other, name))
    };
    has(&actor.aliases, &found.name) || has(&found.aliases, &actor.name)
}

/// Whether a name can be only one's: a person's single name may be anybody's in another article.
fn is_telling(kind: ActorKind, name: &str) -> bool {
    kind != ActorKind::Person || name.split_whitespace().count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, kind: ActorKind, aliases: &[&str]) -> FoundActor {
        FoundActor {
            name: name.to_owned(),
            kind,
            sure: true,
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            mentions: Vec::new(),
        }
    }

    #[test]
    fn actors_of_one_kind_and_name_are_one_across_articles() {
        use ActorKind::{Organisation, Person};
        let mut book = ActorBook::default();
        let wide = found("Ani Wijaya", Person, &["Ani", "Ani Dewi Wijaya"]);
        assert_eq!(book.id_of(&wide), "ani-wijaya");
        for (name, kind, aliases, id) in [
            ("Ani Wijaya", Person, &["Bu Ani"][..], "ani-wijaya"),
            ("Ani Dewi Wijaya", Person, &[], "ani-wijaya"),
            // A single name may be anybody's.
            ("Ani", Person, &[], "ani"),
            ("Ani Wijaya", Organisation, &[], "ani-wijaya-2"),
            ("pelaku", Person, &[], "pelaku"),
            ("pelaku", Person, &[], "pelaku-2"),
            ("…", Person, &[], "person"),
        ] {
            book.begin(std::iter::empty());
            assert_eq!(book.id_of(&found(name, kind, aliases)), id, "{name}");
        }
        // Two of one article stay two.
        assert_eq!(book.id_of(&found("…", Person, &[])), "person-2");
        let actors = book.into_actors();
        assert_eq!(actors[0].aliases, ["Ani", "Ani Dewi Wijaya", "Bu Ani"]);
    }

    #[test]
    fn an_actor_that_was_there_keeps_its_record() {
        let own = Actor {
            id: "boss".to_owned(),
            name: "Ani Wijaya".to_owned(),
            kind: ActorKind::Person,
            aliases: Vec::new(),
            extra: Extra::new(),
        };
        let mut book = ActorBook::knowing(&[own]);
        let ani = found("Ani Wijaya", ActorKind::Person, &["Ani"]);
        assert_eq!(book.id_of(&ani), "boss");
        book.begin(std::iter::empty());
        let boss = |kind| found("Boss", kind, &[]);
        assert_eq!(book.id_of(&boss(ActorKind::Person)), "boss");
        assert_eq!(book.id_of(&boss(ActorKind::Place)), "boss-2");
        assert_eq!(book.into_actors().len(), 1);
    }
}
