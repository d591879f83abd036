//! What `show` says of one event, derived from the store: its claims, who made them and in which words. Formats are elsewhere.

use std::borrow::Cow;

use serde::Serialize;

use super::row::Row;
use crate::model::{Anchor, Claim, Date, Event, Stance, phrase};
use crate::store::{DOUBT, EventIx, Stop, Store};
use crate::text::Resolution;

/// One event with everything that vouches for it.
#[derive(Debug, Serialize)]
pub(super) struct Dossier<'a> {
    #[serde(flatten)]
    pub(super) row: Row<'a>,
    /// The publication date that the event's date rests on although the text does not state it.
    pub(super) rests_on: Option<&'a str>,
    /// Whether any of its words are direct speech.
    pub(super) direct_speech: bool,
    /// On whom it rests, in a phrase.
    pub(super) rests_words: String,
    pub(super) claims: Vec<Told<'a>>,
    /// Why names of its actors may not be what they seem.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) doubts: Vec<String>,
    /// The event as it stands in the file.
    pub(super) event: &'a Event,
}

/// One claim.
#[derive(Debug, Serialize)]
pub(super) struct Told<'a> {
    /// It gives the event its date.
    pub(super) leading: bool,
    pub(super) source: &'a str,
    /// The source's publisher, else its title, else its id.
    pub(super) source_name: &'a str,
    /// Who said it, on whose behalf, through which outlet.
    pub(super) attribution: String,
    /// On whom the claim rests.
    pub(super) mouth: Option<Cow<'a, str>>,
    /// Source, attribution and stance in one phrase.
    #[serde(skip)]
    pub(super) heading: String,
    pub(super) stance: &'static str,
    pub(super) date: Option<&'a str>,
    pub(super) date_words: Option<String>,
    /// How the date was read: `explicit`, `relative`, `inferred`.
    pub(super) reading: Option<&'static str>,
    /// The rule that read it, or `human`.
    pub(super) by: Option<&'a str>,
    /// From the claim's own words back to a date that stands by itself.
    pub(super) steps: Vec<Reason>,
    pub(super) note: Option<&'a str>,
    /// In the order of the text.
    pub(super) words: Vec<Words<'a>>,
}

/// One step of the way from words to a date.
#[derive(Debug, Serialize)]
pub(super) struct Reason {
    pub(super) words: Vec<String>,
    pub(super) reading: Option<&'static str>,
    pub(super) relation: String,
    pub(super) relative_to: Option<String>,
}

/// Words of a source, verbatim.
#[derive(Debug, Serialize)]
pub(super) struct Words<'a> {
    pub(super) role: &'static str,
    /// Who speaks, for a quote.
    pub(super) speaker: Option<&'a str>,
    pub(super) source: &'a str,
    /// Code points of the stored text; the anchor's own where the text is not stored.
    pub(super) start: Option<usize>,
    pub(super) end: Option<usize>,
    /// `exact`, `moved`, or `not stored`.
    pub(super) found: &'static str,
    pub(super) exact: &'a str,
}

/// What [`Words::found`] says where there is no text to look in.
pub(super) const NOT_STORED: &str = "not stored";

impl<'a> Dossier<'a> {
    /// With the title in this language, where there is one. `None` only for a position of another store.
    pub(super) fn new(store: &'a Store, position: EventIx, language: Option<&str>) -> Option<Self> {
        let event = store.event_in_memory(position)?;
        let leading = event.leading_claim_index();
        let claims: Vec<Told> = event
            .claims
            .iter()
            .enumerate()
            .map(|(place, claim)| told(store, position, place, claim, leading == Some(place)))
            .collect();
        let row = Row::new(store, position, language)?;
        let rests_on = row
            .inferred
            .then(|| published_under(store, event.leading_claim()?))
            .flatten();
        let words = claims.iter().flat_map(|claim| &claim.words);
        Some(Self {
            direct_speech: words.into_iter().any(|words| words.role == "quote"),
            row,
            rests_on,
            rests_words: store.rests_words(&store.rests(position)),
            claims,
            doubts: doubts(store, event),
            event,
        })
    }

    /// The titles that do not stand at the top, each with what it is.
    pub(super) fn other_titles(&self) -> Vec<(&'a str, &'a str)> {
        let is_translated = self.row.title != self.event.title;
        let main = is_translated.then_some(("main title", self.event.title.as_str()));
        let all = self.event.titles.iter();
        let others = all.map(|(language, title)| (language.as_str(), title.as_str()));
        main.into_iter()
            .chain(others.filter(|(_, title)| !is_translated || *title != self.row.title))
            .collect()
    }

    /// The claim that gives the event its date.
    pub(super) fn leading(&self) -> Option<&Told<'a>> {
        self.claims.iter().find(|claim| claim.leading)
    }
}

fn told<'a>(
    store: &'a Store,
    position: EventIx,
    place: usize,
    claim: &'a Claim,
    leading: bool,
) -> Told<'a> {
    let date = claim
        .date
        .as_deref()
        .and_then(|date| Date::parse(date).ok());
    let stops = store.stops(position);
    let stops = stops.iter().filter(|stop| stop.claim == place);
    let words = stops.filter_map(|stop| words(store, claim, claim.anchors.get(stop.anchor)?, stop));
    let steps = store.reasoning(claim).steps.into_iter().map(|step| Reason {
        words: step.words,
        reading: step.reading.map(crate::model::Reading::word),
        relation: step.relation,
        relative_to: step.relative_to,
    });
    let source_name = source_name(store, claim);
    Told {
        leading,
        source: &claim.source,
        source_name,
        attribution: attribution(store, claim, ""),
        mouth: store
            .mouth_of(position, place)
            .map(|mouth| store.mouth_name(mouth)),
        heading: heading(store, claim, source_name),
        stance: claim.stance.unwrap_or(Stance::Asserts).word(),
        date: claim.date.as_deref(),
        date_words: date.as_ref().map(phrase),
        reading: claim.reading.map(crate::model::Reading::word),
        by: claim.by.as_deref(),
        steps: if date.is_some() {
            steps.collect()
        } else {
            Vec::new()
        },
        note: claim.note.as_deref(),
        words: words.collect(),
    }
}

fn source_name<'a>(store: &'a Store, claim: &'a Claim) -> &'a str {
    let source = store.find_source(&claim.source);
    let source = source.and_then(|source| store.source_in_memory(source));
    let name = source.and_then(|source| source.publisher.as_deref().or(source.title.as_deref()));
    name.unwrap_or(&claim.source)
}

/// `Tribunnews: said by Yury Ushakov, who denies it, via Kyiv Independent`.
fn heading(store: &Store, claim: &Claim, source_name: &str) -> String {
    let stance = match (claim.stance, &claim.said_by) {
        (Some(Stance::Denies), Some(_)) => ", who denies it",
        (Some(Stance::Denies), None) => " denies it",
        _ => "",
    };
    format!("{source_name}: {}", attribution(store, claim, stance))
}

/// `said by Yury Ushakov, relaying Vladimir Putin, via Kyiv Independent`, or `the source itself`; the stance stands behind the
/// one whose it is.
fn attribution(store: &Store, claim: &Claim, stance: &str) -> String {
    let ladder = store.attribution(claim);
    let first = claim.said_by.as_deref().map(|id| store.actor_name(id));
    let beyond = match first {
        Some(name) => ladder.strip_prefix(name).unwrap_or_default().to_owned(),
        None if ladder.is_empty() => ladder,
        None => format!(", {ladder}"),
    };
    match first {
        Some(name) => format!("said by {name}{stance}{beyond}"),
        None => format!("the source itself{stance}{beyond}"),
    }
}

fn words<'a>(
    store: &'a Store,
    claim: &'a Claim,
    anchor: &'a Anchor,
    stop: &Stop,
) -> Option<Words<'a>> {
    let document = stop.source.and_then(|source| store.source_text(source));
    let found = match &stop.resolution {
        None => NOT_STORED,
        Some(Resolution::Exact(_)) => "exact",
        Some(Resolution::Moved(_)) => "moved",
        // A timeline with such words is not opened; should one be, they are not shown as the source's.
        Some(Resolution::Altered { .. } | Resolution::Absent) => return None,
    };
    let place = stop.range().zip(document).and_then(|(range, document)| {
        document
            .char_of(range.start)
            .zip(document.char_of(range.end))
    });
    Some(Words {
        role: anchor.role.word(),
        speaker: anchor
            .speaker
            .as_deref()
            .map(|speaker| store.actor_name(speaker)),
        source: &claim.source,
        start: place.map(|(start, _)| start).or(anchor.start),
        end: place.map(|(_, end)| end).or(anchor.end),
        found,
        exact: &anchor.exact,
    })
}

/// The publication date at the end of the way that a claim's date counts back.
fn published_under<'a>(store: &'a Store, claim: &'a Claim) -> Option<&'a str> {
    let steps = store.reasoning(claim).steps;
    let before_last = steps
        .len()
        .checked_sub(2)
        .and_then(|place| steps.get(place));
    let last = match before_last {
        None => claim,
        Some(step) => {
            let event = store.find_event(step.relative_to.as_deref()?)?;
            store.event_in_memory(event)?.leading_claim()?
        }
    };
    store
        .source_in_memory(store.find_source(&last.source)?)?
        .published
        .as_deref()
}

/// Each actor's name with what is doubtful about it.
fn doubts(store: &Store, event: &Event) -> Vec<String> {
    let parts = event.actors.iter().map(|part| part.id.as_str());
    let mut doubts = Vec::new();
    for id in parts.chain(event.place.as_deref()) {
        let found = store.find_actor(id).map(|actor| store.doubts(actor));
        let name = store.actor_name(id);
        let said = found.into_iter().flatten();
        doubts.extend(said.map(|doubt| format!("{DOUBT} “{name}”: {doubt}")));
    }
    doubts
}
