//! The events of one source, made of what was found: records with ids, claims, anchors, reasons and confidence.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::actors::ActorBook;
use super::bases::{Base, bases, gives};
use super::claims::{Group, groups};
use super::ids::{free, of_date, one_line, short_slug};
use crate::extract::events::FoundEvent;
use crate::extract::recognise::Recognised;
use crate::extract::times::{Basis, Counted, Timex};
use crate::model::{
    Anchor, Claim, Date, Event, Extra, PUBLISHED, Participation, Reading, Review, Role, Source,
    phrase,
};
use crate::text::{Offsets, make};

/// What is said of a date whose weekday is another one.
const WEEKDAY: &str =
    "the words name a weekday that this date is not; the date was kept, one of the two is wrong";

/// One source being turned into events.
pub(super) struct Builder<'a> {
    source: &'a Source,
    text: &'a str,
    found: &'a Recognised,
    offsets: Offsets,
    /// The ids of the found actors that are used, by their places.
    actors: HashMap<usize, String>,
    bases: Vec<Base>,
    claims: Vec<Vec<Group<'a>>>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(
        source: &'a Source,
        text: &'a str,
        found: &'a Recognised,
        book: &mut ActorBook,
    ) -> Self {
        let claims: Vec<Vec<Group<'a>>> = found
            .events
            .iter()
            .map(|event| groups(found, event))
            .collect();
        let used = used(found, &claims);
        let actors = used.into_iter().filter_map(|place| {
            let actor = found.actors.get(place)?;
            Some((place, book.id_of(actor)))
        });
        Self {
            actors: actors.collect(),
            bases: bases(found),
            offsets: Offsets::new(text),
            claims,
            source,
            text,
            found,
        }
    }

    /// The events in the order in which they were found, their ids behind a prefix.
    pub(super) fn events(&mut self, prefix: &str, taken: &mut HashSet<String>) -> Vec<Event> {
        let found = self.found;
        let ids: Vec<String> = found
            .events
            .iter()
            .map(|event| free(&format!("{prefix}{}", id(event)), "", taken))
            .collect();
        let claims = std::mem::take(&mut self.claims);
        let records = found.events.iter().zip(claims).enumerate();
        records
            .map(|(place, (event, claims))| self.event(place, event, &claims, &ids))
            .collect()
    }

    fn event(
        &self,
        place: usize,
        found: &FoundEvent,
        claims: &[Group<'_>],
        ids: &[String],
    ) -> Event {
        let claims = claims.iter().enumerate().map(|(number, group)| {
            let leads = number == 0;
            self.claim(place, found, group, leads, ids)
        });
        Event {
            id: ids.get(place).cloned().unwrap_or_default(),
            title: one_line(&found.title),
            status: found.status,
            review: Review::Draft,
            main: found.main,
            place: self.actor(found.place),
            actors: self.parts(found),
            claims: claims.collect(),
            ..Event::default()
        }
    }

    fn actor(&self, place: Option<usize>) -> Option<String> {
        self.actors.get(&place?).cloned()
    }

    fn parts(&self, found: &FoundEvent) -> Vec<Participation> {
        let mut parts: Vec<Participation> = Vec::new();
        for part in &found.actors {
            let Some(id) = self.actor(Some(part.actor)) else {
                continue;
            };
            if parts.iter().all(|known| known.id != id) {
                parts.push(Participation {
                    id,
                    role: Some(part.role.word().to_owned()),
                    extra: Extra::new(),
                });
            }
        }
        parts
    }

    fn claim(
        &self,
        place: usize,
        found: &FoundEvent,
        group: &Group<'_>,
        leads: bool,
        ids: &[String],
    ) -> Claim {
        let mut claim = Claim {
            source: self.source.id.clone(),
            by: self.rule(found),
            said_by: self.actor(group.voice.said_by),
            relaying: self.actor(group.voice.relaying),
            via: group.voice.via.map(str::to_owned),
            anchors: self.anchors(group),
            ..Claim::default()
        };
        if leads {
            claim.confidence = Some(f64::from(found.confidence.min(100)) / 100.0);
        }
        if leads || group.dating.is_some() {
            self.date(&mut claim, place, found, group.dating, ids);
        }
        claim
    }

    /// Says when it was, how that was read and from what it counts.
    fn date(
        &self,
        claim: &mut Claim,
        place: usize,
        found: &FoundEvent,
        dating: Option<usize>,
        ids: &[String],
    ) {
        let date = found.date.clone();
        let Some(date) = date.filter(|date| Date::parse(date).is_ok()) else {
            return;
        };
        let timex = dating.and_then(|timex| self.found.times.get(timex));
        let is_own = timex.is_some_and(|timex| gives(timex, &date));
        let base = self.bases.get(place).copied().unwrap_or(Base::Nothing);
        let explicit = timex.is_some_and(|timex| is_own && is_explicit(timex));
        claim.relative_to = match base {
            _ if explicit => None,
            Base::Nothing => None,
            Base::Published => self.source.published.as_ref().map(|_| PUBLISHED.to_owned()),
            Base::Event(event) => ids.get(event).cloned(),
        };
        claim.reading = Some(match timex {
            Some(_) if explicit => Reading::Explicit,
            Some(_) => Reading::Relative,
            None => Reading::Inferred,
        });
        if let Some(timex) = timex {
            claim.timex = Some(timex.value.clone());
            claim.modifier = timex.modifier;
            // Where the words alone give the date, their rule read it; else the one that told the event did.
            if is_own && !timex.rule.is_empty() {
                claim.by = Some(timex.rule.to_string());
            }
            claim.note = doubts(timex);
        }
        claim.date = Some(date);
    }

    /// The rule that made the event of its words.
    fn rule(&self, found: &FoundEvent) -> Option<String> {
        if !found.rule.is_empty() {
            return Some(found.rule.to_string());
        }
        let language = self.source.language.as_deref().unwrap_or("und");
        Some(format!("{language}.event"))
    }

    /// Date words, evidence, quotes, each in the order of the text.
    fn anchors(&self, group: &Group<'_>) -> Vec<Anchor> {
        let mut anchors = Vec::new();
        let times = group
            .times
            .iter()
            .filter_map(|time| self.found.times.get(*time));
        anchors.extend(times.filter_map(|timex| self.anchor(&timex.range, Role::Date)));
        let spans = &self.found.structure.spans;
        let evidence = group.evidence.iter().filter_map(|span| spans.get(*span));
        anchors.extend(evidence.filter_map(|span| self.anchor(&span.range, Role::Evidence)));
        let quotes = group
            .quotes
            .iter()
            .filter_map(|at| self.found.quotes.get(*at));
        anchors.extend(quotes.filter_map(|quote| {
            let mut anchor = self.anchor(&quote.range, Role::Quote)?;
            anchor.speaker = self.actor(quote.speaker);
            Some(anchor)
        }));
        anchors
    }

    fn anchor(&self, range: &Range<usize>, role: Role) -> Option<Anchor> {
        make(self.text, &self.offsets, range.clone(), role)
    }
}

/// What is to be said against the date of a timex.
fn doubts(timex: &Timex) -> Option<String> {
    let weekday = timex.weekday_disagrees.then(|| WEEKDAY.to_owned());
    let order = timex.could_be.map(|day| {
        let day =
            Date::parse(&day.to_string()).map_or_else(|_| day.to_string(), |day| phrase(&day));
        format!("could also be {day}: the words leave open which number is the month")
    });
    let doubts: Vec<String> = weekday.into_iter().chain(order).collect();
    (!doubts.is_empty()).then(|| doubts.join("; "))
}

fn is_explicit(timex: &Timex) -> bool {
    timex.relative_to == Counted::Nothing && timex.basis != Basis::Relative
}

/// The found actors that a timeline needs, in the order of their first mention: who takes part, speaks, or is the place.
fn used(found: &Recognised, claims: &[Vec<Group<'_>>]) -> BTreeSet<usize> {
    let mut used = BTreeSet::new();
    for event in &found.events {
        used.extend(event.place);
        used.extend(event.actors.iter().map(|part| part.actor));
    }
    for group in claims.iter().flatten() {
        used.extend(group.voice.said_by);
        used.extend(group.voice.relaying);
        let quotes = group.quotes.iter().filter_map(|at| found.quotes.get(*at));
        used.extend(quotes.filter_map(|quote| quote.speaker));
    }
    used
}

/// The day or period and the first words of the title.
fn id(event: &FoundEvent) -> String {
    let date = event.date.as_deref().and_then(of_date);
    let title = short_slug(&event.title);
    let parts: Vec<String> = date.into_iter().chain([title]).collect();
    let id = parts.join("-");
    match id.trim_matches('-') {
        "" => "event".to_owned(),
        id => id.to_owned(),
    }
}
