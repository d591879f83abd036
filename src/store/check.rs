//! `check`: is everything on the timeline what it says it is? Each fault names file, line, place, cause and mend.

use std::collections::HashSet;

use super::{ActorIx, EventIx, Stop, Store};
use crate::format::Lines;
use crate::model::{Claim, Date, Event, Fault, FaultKind, PUBLISHED, Place, Source, Timeline};
use crate::text::Resolution;

/// Every fault of a timeline, in the order of the file. `text_faults` holds what went wrong with each source's text.
#[must_use]
pub fn check(
    store: &Store,
    name: &str,
    lines: &Lines,
    text_faults: &[Option<Fault>],
) -> Vec<Fault> {
    let Some(timeline) = store.timeline() else {
        return Vec::new();
    };
    let mut checker = Checker {
        store,
        name,
        lines,
        faults: Vec::new(),
    };
    checker.duplicates(timeline);
    for (place, source) in timeline.sources.iter().enumerate() {
        checker.source(place, source);
        checker
            .faults
            .extend(text_faults.get(place).cloned().flatten());
    }
    for place in (0..timeline.actors.len()).map_while(|place| u32::try_from(place).ok()) {
        checker.name(ActorIx(place));
    }
    for (place, event) in (0..).map(EventIx).zip(&timeline.events) {
        checker.event(place.at(), event);
        for (claim_place, claim) in event.claims.iter().enumerate() {
            checker.claim(Place::Claim(place.at(), claim_place), event, claim);
        }
        let stops = store.stops(place);
        let mut stops: Vec<&Stop> = stops.iter().collect();
        stops.sort_by_key(|stop| (stop.claim, stop.anchor));
        for stop in stops {
            checker.anchor(place.at(), event, stop);
        }
    }
    checker.faults
}

struct Checker<'a> {
    store: &'a Store,
    name: &'a str,
    lines: &'a Lines,
    faults: Vec<Fault>,
}

impl Checker<'_> {
    fn report(&mut self, kind: FaultKind, place: Place, who: &str, cause: String, mend: &str) {
        let fault = Fault::new(kind, self.name, cause, mend)
            .at_line(self.lines.line_of(place))
            .at_place(who);
        self.faults.push(fault);
    }

    fn duplicates(&mut self, timeline: &Timeline) {
        let sources = timeline.sources.iter().map(|source| source.id.as_str());
        self.unique("source", sources, Place::Source);
        let actors = timeline.actors.iter().map(|actor| actor.id.as_str());
        self.unique("actor", actors, Place::Actor);
        let events = timeline.events.iter().map(|event| event.id.as_str());
        self.unique("event", events, Place::Event);
    }

    fn unique<'i>(
        &mut self,
        what: &str,
        ids: impl Iterator<Item = &'i str>,
        place: impl Fn(usize) -> Place,
    ) {
        let mut seen = HashSet::new();
        for (position, id) in ids.enumerate() {
            if !seen.insert(id) {
                self.report(
                    FaultKind::Duplicate,
                    place(position),
                    &format!("{what} “{id}”"),
                    "its id stands twice".to_owned(),
                    "give one of them another id",
                );
            }
        }
    }

    fn source(&mut self, position: usize, source: &Source) {
        if let Some(published) = &source.published {
            let who = format!("source “{}”", source.id);
            self.date(Place::Source(position), &who, "published", published);
        }
    }

    fn name(&mut self, actor: ActorIx) {
        let store = self.store;
        let id = store.actor(actor).map_or("", |record| &record.id);
        let mend = "write it as its source does; if the names are right, tell the actors apart by a longer name";
        for doubt in store.doubts(actor) {
            let place = Place::Actor(actor.at());
            self.report(
                FaultKind::Lookalike,
                place,
                &format!("actor “{id}”"),
                doubt,
                mend,
            );
        }
    }

    fn event(&mut self, position: usize, event: &Event) {
        let who = format!("event “{}”", event.id);
        let place = Place::Event(position);
        let parts = event.actors.iter().map(|part| part.id.as_str());
        for id in parts.chain(event.place.as_deref()) {
            self.actor(place, &who, id);
        }
    }

    fn actor(&mut self, place: Place, who: &str, id: &str) {
        if self.store.find_actor(id).is_none() {
            self.report(
                FaultKind::Unknown,
                place,
                who,
                format!("there is no actor “{id}”"),
                "add it to the actors or correct the id",
            );
        }
    }

    fn date(&mut self, place: Place, who: &str, key: &str, text: &str) {
        if let Err(error) = Date::parse(text) {
            self.report(
                FaultKind::Date,
                place,
                who,
                format!("{key} “{}” is no date: {error}", excerpt(text)),
                "write it as EDTF, such as 2025-07-03, 2025-07, [2025-06-11..2025-06-20]",
            );
        }
    }

    fn claim(&mut self, place: Place, event: &Event, claim: &Claim) {
        let who = format!("event “{}”", event.id);
        if self.store.find_source(&claim.source).is_none() {
            self.report(
                FaultKind::Unknown,
                place,
                &who,
                format!("there is no source “{}”", claim.source),
                "add it to the sources or correct the id",
            );
        }
        if let Some(date) = &claim.date {
            self.date(place, &who, "date", date);
        }
        let base = claim
            .relative_to
            .as_deref()
            .filter(|base| *base != PUBLISHED);
        if let Some(base) = base.filter(|base| self.store.find_event(base).is_none()) {
            self.report(
                FaultKind::Unknown,
                place,
                &who,
                format!("its date counts from “{base}”, which is no event"),
                "name an event's id or “published”",
            );
        }
        for id in [&claim.said_by, &claim.relaying].into_iter().flatten() {
            self.actor(place, &who, id);
        }
        if claim
            .confidence
            .is_some_and(|sure| !(0.0..=1.0).contains(&sure))
        {
            self.report(
                FaultKind::Syntax,
                place,
                &who,
                "its confidence lies outside 0 to 1".to_owned(),
                "write a number from 0 to 1",
            );
        }
    }

    fn anchor(&mut self, position: usize, event: &Event, stop: &Stop) {
        let claim = event.claims.get(stop.claim);
        let anchor = claim.and_then(|claim| claim.anchors.get(stop.anchor));
        let (Some(claim), Some(anchor)) = (claim, anchor) else {
            return;
        };
        let place = Place::Anchor(position, stop.claim, stop.anchor);
        let (role, words) = (anchor.role.word(), excerpt(&anchor.exact));
        let who = format!("event “{}”, {role} “{words}”", event.id);
        if let Some(speaker) = &anchor.speaker {
            self.actor(place, &who, speaker);
        }
        let document = stop
            .source
            .and_then(|source| self.store.source_text(source));
        let (Some(document), Some(resolution)) = (document, &stop.resolution) else {
            return;
        };
        let (kind, cause, mend) = match resolution {
            Resolution::Exact(_) => return,
            Resolution::Moved(range) => {
                let at = |byte| document.char_of(byte).unwrap_or(byte);
                let (start, end) = (at(range.start), at(range.end));
                let cause = format!(
                    "the words stand at {start} to {end} of “{}”, not where the anchor says",
                    claim.source
                );
                (
                    FaultKind::Moved,
                    cause,
                    format!("set start = {start} and end = {end}"),
                )
            }
            Resolution::Altered { found } => {
                let cause = format!(
                    "the source “{}” reads “{}” there, and the words stand nowhere else",
                    claim.source,
                    excerpt(found)
                );
                (
                    FaultKind::Altered,
                    cause,
                    "quote the source verbatim".to_owned(),
                )
            }
            Resolution::Absent => {
                let cause = format!("the words are not in the source “{}”", claim.source);
                (
                    FaultKind::Absent,
                    cause,
                    "quote the source verbatim or name another".to_owned(),
                )
            }
        };
        self.report(kind, place, &who, cause, &mend);
    }
}

/// The beginning of a text, short enough for a message.
fn excerpt(text: &str) -> String {
    const LENGTH: usize = 40;
    let mut short: String = text.chars().take(LENGTH).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
