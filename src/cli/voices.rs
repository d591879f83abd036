//! On whom an event rests that is read and then forgotten, by what is known by then. What a mouth is, `store::mouths` defines.

use std::borrow::Cow;
use std::collections::HashMap;

use super::stream_list::Known;
use crate::format::stream::{LeanClaim, LeanEvent, LeanSource};
use crate::model::{Actor, Stance};
use crate::store::{EventIx, Store, folded};

/// Who is the same mouth, as far as the file was read. It grows with actors, sources and outlets, not with events.
#[derive(Debug, Default)]
pub(super) struct Voices {
    /// The id of the actor who is called so; `None` if several are.
    called: HashMap<String, Option<String>>,
    /// Each outlet as it was first spelled.
    outlets: HashMap<String, String>,
    /// The publisher or author of each source that has one.
    published_by: HashMap<String, String>,
    /// The titles of the others.
    titles: HashMap<String, String>,
    /// Every record is its own source, as the rows of a table are: it names nobody.
    pub(super) has_own_sources: bool,
}

/// Who says that an event was, and who denies it, each once.
#[derive(Debug, Default)]
pub(super) struct Said<'a> {
    pub(super) mouths: Vec<Cow<'a, str>>,
    pub(super) denied_by: Vec<Cow<'a, str>>,
}

impl<'a> Said<'a> {
    /// The same of an event that a store has.
    pub(super) fn of(store: &'a Store, event: EventIx) -> Self {
        let rests = store.rests(event);
        Self {
            mouths: store.mouth_names(&rests.mouths),
            denied_by: store.mouth_names(&rests.denied_by),
        }
    }

    /// The one mouth that all claims rest on that assert it.
    pub(super) fn only(&self) -> Option<Cow<'a, str>> {
        match self.mouths.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        }
    }
}

/// Who says something, and the name to call him by.
type Mouth<'a> = (Key<'a>, Cow<'a, str>);

#[derive(Debug, PartialEq, Eq)]
enum Key<'a> {
    Actor(&'a str),
    Outlet(String),
    Source(&'a str),
}

impl Voices {
    pub(super) fn note_actor(&mut self, actor: &Actor) {
        for name in std::iter::once(&actor.name).chain(&actor.aliases) {
            let one = self.called.entry(folded(name));
            let one = one.or_insert_with(|| Some(actor.id.clone()));
            if one.as_ref() != Some(&actor.id) {
                *one = None;
            }
        }
    }

    pub(super) fn note_source(&mut self, source: &LeanSource<'_>) {
        let id = source.id.clone().into_owned();
        let outlet = source.publisher.as_ref().or(source.author.as_ref());
        if let Some(outlet) = outlet {
            self.note_outlet(outlet);
            self.published_by.insert(id, folded(outlet));
        } else if let Some(title) = &source.title {
            self.titles.insert(id, title.clone().into_owned());
        }
    }

    /// Notes the outlets that an event cites.
    pub(super) fn note_event(&mut self, event: &LeanEvent<'_>) {
        for claim in &event.claims {
            if let (None, Some(outlet)) = (&claim.said_by, outlet_of(claim)) {
                self.note_outlet(outlet);
            }
        }
    }

    fn note_outlet(&mut self, outlet: &str) {
        let first = self.outlets.entry(folded(outlet));
        first.or_insert_with(|| outlet.to_owned());
    }

    /// Who asserts an event, and who denies it.
    pub(super) fn of<'a>(&'a self, event: &'a LeanEvent<'_>, known: &'a Known) -> Said<'a> {
        let of = |denies: bool| {
            let claims = event.claims.iter();
            let claims = claims.filter(|claim| (claim.stance == Some(Stance::Denies)) == denies);
            let mut mouths: Vec<Mouth<'a>> = Vec::new();
            for mouth in claims.filter_map(|claim| self.mouth(claim, known)) {
                if mouths.iter().all(|(key, _)| *key != mouth.0) {
                    mouths.push(mouth);
                }
            }
            mouths.into_iter().map(|(_, name)| name).collect()
        };
        Said {
            mouths: of(false),
            denied_by: of(true),
        }
    }

    fn mouth<'a>(&'a self, claim: &'a LeanClaim<'_>, known: &'a Known) -> Option<Mouth<'a>> {
        let actor = |id: &'a str| (Key::Actor(id), Cow::Borrowed(known.name(id)));
        if let Some(speaker) = &claim.said_by {
            return Some(actor(speaker));
        }
        let outlet = outlet_of(claim).map(folded);
        let source = claim.source.as_ref();
        let Some(outlet) = outlet.or_else(|| self.published_by.get(source).cloned()) else {
            let title = self.titles.get(source).map_or(source, String::as_str);
            let mouth = (Key::Source(source), Cow::Borrowed(title));
            return (!self.has_own_sources).then_some(mouth);
        };
        if let Some(Some(id)) = self.called.get(&outlet) {
            return Some(actor(id));
        }
        let name = self
            .outlets
            .get(&outlet)
            .map(|name| Cow::Borrowed(name.as_str()));
        let name = name.unwrap_or_else(|| Cow::Owned(outlet.clone()));
        Some((Key::Outlet(outlet), name))
    }
}

/// The outlet that a claim cites, or that published its row.
fn outlet_of<'a>(claim: &'a LeanClaim<'_>) -> Option<&'a str> {
    claim.via.as_deref().or(claim.published_by.as_deref())
}
