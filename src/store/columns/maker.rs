//! Events into the columns of a chunk. Nothing is read from files here, and nothing is looked up beyond the chunk.

use super::chunk::{Chunk, Involved, NONE, Part, Placed};
use super::facts::{Facts, Mark};
use super::names::Names;
use super::said::{Said, Voice};
use crate::format::stream::{LeanClaim, LeanEvent};
use crate::model::{Bounds, Day, PUBLISHED, Role, Stance, bounds_of};

/// A chunk in the making, with the actors and sources that it names, each by its number within the chunk.
#[derive(Debug, Default)]
pub(crate) struct ChunkMaker {
    chunk: Chunk,
    pub(crate) actors: Names,
    pub(crate) sources: Names,
    /// Where the first words of each event stand in their source, in code points: only the order of time needs it.
    pub(crate) first_anchors: Vec<u32>,
    /// Outlets and authors by their names.
    pub(crate) outlets: Names,
    /// For each event that counts its date from a publication date its place.
    pub(crate) from_published: Vec<u32>,
    /// For each event that counts its date from another event its place, and that event's id.
    pub(crate) from_events: Vec<(u32, String)>,
    own_sources: bool,
}

impl ChunkMaker {
    /// Adds an event whose record stands at `record`.
    pub(crate) fn push(&mut self, event: &LeanEvent<'_>, record: Placed) {
        let leading = leading(&event.claims);
        self.texts(event);
        self.date(event, leading);
        let count = sentences(event);
        self.chunk.sentences.push(count);
        let anchors = event.claims.iter().flat_map(|claim| &claim.anchors);
        let first = anchors.filter_map(|anchor| anchor.start).min();
        let first = first.and_then(|first| u32::try_from(first).ok());
        self.first_anchors.push(first.unwrap_or(u32::MAX));
        let source = leading.filter(|_| !self.own_sources);
        let source = source.map(|claim| self.sources.number(&claim.source));
        self.chunk.sources.push(source.unwrap_or(NONE));
        self.involve(event);
        self.rest(event);
        self.chunk.records.push(record);
    }

    fn texts(&mut self, event: &LeanEvent<'_>) {
        let chunk = &mut self.chunk;
        chunk.ids.push(&event.id);
        chunk.titles.push(&event.title);
        let titles = event.titles.values().map(AsRef::as_ref);
        let anchors = event.claims.iter().flat_map(|claim| &claim.anchors);
        let words = anchors.map(|anchor| anchor.exact.as_ref());
        for (place, text) in titles.chain(words).enumerate() {
            if place > 0 {
                chunk.words.part();
            }
            chunk.words.begin(text);
        }
        chunk.words.close();
    }

    fn date(&mut self, event: &LeanEvent<'_>, leading: Option<&LeanClaim<'_>>) {
        let mut facts = Facts::new(event.status, event.review);
        facts.set(Mark::Main, event.main);
        let led = leading.and_then(|claim| claim.date.as_deref());
        let led = led.and_then(|text| Some((text, bounds_of(text)?)));
        let differing = differing(event, led.map(|(_, bounds)| bounds));
        facts.set(Mark::MoreDates, !differing.is_empty());
        facts.set(
            Mark::Disputed,
            differing.len() + usize::from(led.is_some()) > 1,
        );
        if let Some((text, bounds)) = led {
            facts.set(Mark::Dated, true);
            facts.set(Mark::Timed, bounds.clock.is_some());
            let plain = bounds.is_one_day() && text.len() == "2025-07-03".len();
            let plain = plain && !text.contains(['?', '~', '%', 'X', '[', '{']);
            facts.set(Mark::PlainDay, plain && differing.is_empty());
        }
        let place = u32::try_from(self.chunk.len()).unwrap_or(u32::MAX);
        match leading.and_then(|claim| claim.relative_to.as_deref()) {
            None => {}
            Some(PUBLISHED) => self.from_published.push(place),
            Some(event) => self.from_events.push((place, event.to_owned())),
        }
        let days = led.map_or((Day::MIN, Day::MAX), |(_, bounds)| {
            (bounds.earliest, bounds.latest)
        });
        self.chunk.earliest.push(days.0);
        // A claim that does not lead may have a date where the leading one has none.
        let is_spread = !facts.has(Mark::PlainDay) && (led.is_some() || !differing.is_empty());
        if is_spread {
            self.chunk.spread.push(place);
            self.chunk.latest.push(days.1);
            let all = led.map(|(text, _)| text).into_iter().chain(differing);
            for (place, text) in all.enumerate() {
                if place > 0 {
                    self.chunk.dates.part();
                }
                self.chunk.dates.begin(text);
            }
            self.chunk.dates.close();
        }
        self.chunk.facts.push(facts);
    }

    fn involve(&mut self, event: &LeanEvent<'_>) {
        let (actors, chunk) = (&mut self.actors, &mut self.chunk);
        let mut add = |id: &str, part: Part| {
            chunk.involved.push(Involved::new(actors.number(id), part));
        };
        for part in &event.actors {
            add(&part.id, Part::Participates);
        }
        if let Some(place) = &event.place {
            add(place, Part::Hosts);
        }
        for claim in &event.claims {
            let quoted = claim
                .anchors
                .iter()
                .filter_map(|anchor| anchor.speaker.as_deref());
            let said = [claim.said_by.as_deref(), claim.relaying.as_deref()];
            for id in quoted.chain(said.into_iter().flatten()) {
                add(id, Part::Speaks);
            }
        }
        chunk.involved_ends.push(chunk.involved.len());
    }

    /// Notes on whom each claim rests: `store::mouths` says why in this order.
    fn rest(&mut self, event: &LeanEvent<'_>) {
        for claim in &event.claims {
            let outlet = claim.via.as_ref().or(claim.published_by.as_ref());
            let voice = match (&claim.said_by, outlet) {
                (Some(speaker), _) => Voice::Actor(self.actors.number(speaker)),
                (None, Some(outlet)) => Voice::Outlet(self.outlets.number(outlet)),
                (None, None) if self.own_sources => Voice::Record,
                (None, None) => Voice::Source(self.sources.number(&claim.source)),
            };
            let denies = claim.stance == Some(Stance::Denies);
            self.chunk.said.push(Said::new(voice, denies));
        }
        self.chunk.said_ends.push(self.chunk.said.len());
    }

    /// Replaces what the maker could not know: how many sentences each event has in the texts, where it first stands, and
    /// whether it rests on an inferred publication date.
    pub(crate) fn refine(&mut self, place: usize, sentences: usize, inferred: bool) {
        if let Some(count) = self.chunk.sentences.get_mut(place) {
            *count = u16::try_from(sentences).unwrap_or(u16::MAX);
        }
        if let Some(facts) = self.chunk.facts.get_mut(place) {
            facts.set(Mark::Inferred, inferred);
        }
    }

    /// Every record is its own source, which needs no number.
    pub(crate) const fn has_own_sources(&mut self) {
        self.own_sources = true;
    }

    /// The chunk, and what the numbers in it mean; the maker is ready for the next one.
    pub(crate) fn finish(&mut self, block: (u64, u64)) -> (Chunk, Names, Names) {
        self.first_anchors.clear();
        self.from_published.clear();
        self.from_events.clear();
        // A copy takes no more room than it needs, and the room to grow in serves the next chunk.
        let mut chunk = self.chunk.clone();
        chunk.block = block;
        self.chunk.clear();
        let names = (self.actors.clone(), self.sources.clone());
        self.actors.clear();
        self.sources.clear();
        (chunk, names.0, names.1)
    }
}

fn leading<'e, 'a>(claims: &'e [LeanClaim<'a>]) -> Option<&'e LeanClaim<'a>> {
    let preferred = claims.iter().find(|claim| claim.preferred);
    preferred.or_else(|| claims.first())
}

/// The dates of claims whose bounds are others than those before, in the order of the claims.
fn differing<'e>(event: &'e LeanEvent<'_>, led: Option<Bounds>) -> Vec<&'e str> {
    if event.claims.len() < 2 {
        return Vec::new();
    }
    let mut known: Vec<Bounds> = led.into_iter().collect();
    let mut others = Vec::new();
    for text in event
        .claims
        .iter()
        .filter_map(|claim| claim.date.as_deref())
    {
        if let Some(bounds) = bounds_of(text).filter(|bounds| !known.contains(bounds)) {
            known.push(bounds);
            others.push(text);
        }
    }
    others
}

/// Anchors that are evidence: without the sources' texts each counts as a sentence.
fn sentences(event: &LeanEvent<'_>) -> u16 {
    let anchors = event.claims.iter().flat_map(|claim| &claim.anchors);
    let evidence = anchors.filter(|anchor| anchor.role == Role::Evidence);
    u16::try_from(evidence.count()).unwrap_or(u16::MAX)
}
