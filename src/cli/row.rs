//! What a list says of one event, derived from the store and in one order for every format.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::stream_list::Known;
use super::titles::{title_among, title_in};
use super::voices::Said;
use crate::format::stream::LeanEvent;
use crate::model::{Bounds, Date, Event, Role, bounds_of, phrase};
use crate::store::{EventIx, Store};

/// One event of a list. The names of the fields are those of JSON objects and of TSV columns.
#[derive(Debug, Serialize)]
pub(super) struct Row<'a> {
    /// Place in the order of time of the whole timeline, of one that streams in the order of its file, from 1: no filter
    /// changes it.
    pub(super) number: usize,
    pub(super) id: &'a str,
    /// EDTF, of the leading claim.
    pub(super) date: Option<&'a str>,
    pub(super) date_words: Option<String>,
    /// First day it can be; null where nothing limits it.
    pub(super) earliest: Option<String>,
    /// Last day it can be; null where nothing limits it.
    pub(super) latest: Option<String>,
    /// The date rests on a publication date that the text does not state.
    pub(super) inferred: bool,
    pub(super) status: &'static str,
    pub(super) review: &'static str,
    pub(super) main: bool,
    pub(super) kind: Option<&'a str>,
    pub(super) title: &'a str,
    pub(super) titles: BTreeMap<&'a str, &'a str>,
    pub(super) actors: Vec<Part<'a>>,
    /// Id of the actor where it happened.
    pub(super) place: Option<&'a str>,
    pub(super) place_name: Option<&'a str>,
    pub(super) sentences: usize,
    /// Claims give it dates that differ.
    pub(super) disputed: bool,
    /// On whom it rests: who said it, else the outlet that is cited, else the source itself.
    pub(super) mouths: Vec<Cow<'a, str>>,
    /// The one that all claims rest on that assert it; null if there are several, or none.
    pub(super) only_mouth: Option<Cow<'a, str>>,
    /// Who denies it.
    pub(super) denied_by: Vec<Cow<'a, str>>,
}

/// An actor's part in an event.
#[derive(Debug, Serialize)]
pub(super) struct Part<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) role: Option<&'a str>,
}

impl<'a> Row<'a> {
    /// With the title in this language, where there is one. `None` only for a position of another store.
    pub(super) fn new(store: &'a Store, position: EventIx, language: Option<&str>) -> Option<Self> {
        let event = store.event_in_memory(position)?;
        Some(Self::of(store, position, event, language))
    }

    /// The same of an event that is held beside the store.
    pub(super) fn of(
        store: &'a Store,
        position: EventIx,
        event: &'a Event,
        language: Option<&str>,
    ) -> Self {
        let date = store.date(position);
        let bounds = date.as_ref().map(crate::model::Date::bounds);
        let actors = event.actors.iter().map(|part| Part {
            id: &part.id,
            name: store.actor_name(&part.id),
            role: part.role.as_deref(),
        });
        let words = event
            .leading_claim()
            .and_then(|claim| claim.date.as_deref());
        let said = Said::of(store, position);
        Self {
            number: store.number(position),
            id: &event.id,
            date: date.as_ref().and(words),
            date_words: date.as_ref().map(phrase),
            earliest: bounds.and_then(earliest),
            latest: bounds.and_then(latest),
            inferred: store.rests_on_inferred(position),
            status: event.status.word(),
            review: event.review.word(),
            main: event.main,
            kind: event.kind.as_deref(),
            title: title_in(event, language),
            titles: titles(event.titles.iter()),
            actors: actors.collect(),
            place: event.place.as_deref(),
            place_name: event.place.as_deref().map(|place| store.actor_name(place)),
            sentences: store.sentence_count(position),
            disputed: store.is_disputed(position),
            only_mouth: said.only(),
            mouths: said.mouths,
            denied_by: said.denied_by,
        }
    }

    /// An event that is read and then forgotten, with the names that are known by now.
    pub(super) fn streamed(
        event: &'a LeanEvent<'_>,
        known: &'a Known,
        number: usize,
        language: Option<&str>,
        inferred: bool,
        said: Said<'a>,
    ) -> Self {
        let preferred = event.claims.iter().find(|claim| claim.preferred);
        let leading = preferred.or_else(|| event.claims.first());
        let words = leading.and_then(|claim| claim.date.as_deref());
        let date = words.and_then(|words| Date::parse(words).ok());
        let bounds = date.as_ref().map(Date::bounds);
        let dates = event
            .claims
            .iter()
            .filter_map(|claim| claim.date.as_deref());
        let mut dates = dates.filter_map(bounds_of);
        let first = dates.next();
        let actors = event.actors.iter().map(|part| Part {
            id: &part.id,
            name: known.name(&part.id),
            role: part.role.as_deref(),
        });
        let anchors = event.claims.iter().flat_map(|claim| &claim.anchors);
        Self {
            number,
            id: &event.id,
            date: date.as_ref().and(words),
            date_words: date.as_ref().map(phrase),
            earliest: bounds.and_then(earliest),
            latest: bounds.and_then(latest),
            inferred,
            status: event.status.word(),
            review: event.review.word(),
            main: event.main,
            kind: event.kind.as_deref(),
            title: title_among(&event.title, event.titles.iter(), language),
            titles: titles(event.titles.iter()),
            actors: actors.collect(),
            place: event.place.as_deref(),
            place_name: event.place.as_deref().map(|place| known.name(place)),
            sentences: anchors
                .filter(|anchor| anchor.role == Role::Evidence)
                .count(),
            disputed: dates.any(|bounds| Some(bounds) != first),
            only_mouth: said.only(),
            mouths: said.mouths,
            denied_by: said.denied_by,
        }
    }

    /// The actors' names.
    pub(super) fn names(&self, between: &str) -> String {
        let names: Vec<&str> = self.actors.iter().map(|part| part.name).collect();
        names.join(between)
    }

    /// The actors' names with the parts they play.
    pub(super) fn names_and_roles(&self) -> String {
        let names = self.actors.iter().map(|part| match part.role {
            Some(role) => format!("{} ({role})", part.name),
            None => part.name.to_owned(),
        });
        names.collect::<Vec<_>>().join(", ")
    }
}

fn titles<'a, T: AsRef<str> + 'a>(
    titles: impl Iterator<Item = (&'a T, &'a T)>,
) -> BTreeMap<&'a str, &'a str> {
    titles
        .map(|(tag, title)| (tag.as_ref(), title.as_ref()))
        .collect()
}

fn earliest(bounds: Bounds) -> Option<String> {
    bounds.earliest.date().map(|day| day.to_string())
}

fn latest(bounds: Bounds) -> Option<String> {
    bounds.latest.date().map(|day| day.to_string())
}

/// `1 sentence`, `3 sentences`.
pub(super) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
