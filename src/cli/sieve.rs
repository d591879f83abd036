//! The filters applied to one event at a time, for lists that keep nothing: they say the same as those of the store.

use super::filters::Selection;
use crate::format::stream::{LeanClaim, LeanEvent};
use crate::model::{Bounds, Status, bounds_of};
use crate::store::{Search, Side, Store};

/// What is kept.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    actors: Vec<Wanted>,
    any: bool,
    dates: Option<Bounds>,
    statuses: Vec<Status>,
    search: Option<Search>,
}

#[derive(Debug)]
struct Wanted {
    id: String,
    side: Side,
    as_speaker: bool,
}

impl Sieve {
    /// A selection among events whose actors are those of the store.
    pub(super) fn new(selection: Selection, actors: &Store) -> Self {
        let terms = selection.filter.actors.iter();
        let wanted = terms.filter_map(|term| {
            Some(Wanted {
                id: actors.actor(term.actor)?.id.clone(),
                side: term.side,
                as_speaker: term.as_speaker,
            })
        });
        Self {
            actors: wanted.collect(),
            any: selection.filter.any,
            dates: selection.filter.dates,
            statuses: selection.filter.statuses,
            search: selection.search,
        }
    }

    /// Whether an event is kept; `name` gives the name of an actor by its id.
    pub(super) fn keeps<'n>(
        &self,
        event: &'n LeanEvent<'_>,
        name: &impl Fn(&'n str) -> &'n str,
    ) -> bool {
        (self.statuses.is_empty() || self.statuses.contains(&event.status))
            && self.keeps_actors(event)
            && self.dates.as_ref().is_none_or(|days| touches(event, days))
            && self
                .search
                .as_ref()
                .is_none_or(|search| found(search, event, name))
    }

    fn keeps_actors(&self, event: &LeanEvent<'_>) -> bool {
        let on = |side| self.actors.iter().filter(move |wanted| wanted.side == side);
        let has = |wanted: &Wanted| has(event, &wanted.id, wanted.as_speaker);
        if on(Side::Exclude).any(has) {
            return false;
        }
        let mut included = on(Side::Include).peekable();
        included.peek().is_none()
            || match self.any {
                true => included.any(has),
                false => included.all(has),
            }
    }
}

/// Whether an actor takes part in an event, is where it happens, or speaks of it; only the last with `as_speaker`.
fn has(event: &LeanEvent<'_>, id: &str, as_speaker: bool) -> bool {
    let takes_part =
        || event.actors.iter().any(|part| part.id == id) || event.place.as_deref() == Some(id);
    event
        .claims
        .iter()
        .any(|claim| speakers(claim).any(|speaker| speaker == id))
        || (!as_speaker && takes_part())
}

fn speakers<'n>(claim: &'n LeanClaim<'_>) -> impl Iterator<Item = &'n str> {
    let quoted = claim
        .anchors
        .iter()
        .filter_map(|anchor| anchor.speaker.as_deref());
    let said = [claim.said_by.as_deref(), claim.relaying.as_deref()];
    said.into_iter().flatten().chain(quoted)
}

fn touches(event: &LeanEvent<'_>, days: &Bounds) -> bool {
    let mut dates = event
        .claims
        .iter()
        .filter_map(|claim| claim.date.as_deref());
    dates.any(|date| bounds_of(date).is_some_and(|bounds| bounds.overlaps(days)))
}

/// Whether an event's titles, actors or anchored words hold the text.
fn found<'n>(
    search: &Search,
    event: &'n LeanEvent<'_>,
    name: &impl Fn(&'n str) -> &'n str,
) -> bool {
    let anchors = event.claims.iter().flat_map(|claim| &claim.anchors);
    let actors = event.actors.iter().map(|part| part.id.as_ref());
    let actors = actors
        .chain(event.place.as_deref())
        .chain(event.claims.iter().flat_map(speakers));
    let mut texts = std::iter::once(&event.title)
        .chain(event.titles.values())
        .chain(anchors.map(|anchor| &anchor.exact));
    texts.any(|text| search.is_in(text)) || actors.map(name).any(|name| search.is_in(name))
}
