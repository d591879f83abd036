//! The claims of one event: its sentences by those who stand behind them, with the words that date it and what is said directly.

use std::ops::Range;

use super::bases::{dating, framing, gives};
use crate::extract::events::FoundEvent;
use crate::extract::recognise::Recognised;
use crate::extract::speech::Attribution;

/// Who stands behind a claim; nobody stands for the article's own narration.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Voice<'a> {
    pub(super) said_by: Option<usize>,
    pub(super) relaying: Option<usize>,
    pub(super) via: Option<&'a str>,
}

/// One claim. The numbers are places among spans, timexes and quotes.
#[derive(Debug, Default)]
pub(super) struct Group<'a> {
    pub(super) voice: Voice<'a>,
    pub(super) evidence: Vec<usize>,
    /// The words of the date, in the order of the text.
    pub(super) times: Vec<usize>,
    /// The timex that gives this claim the event's date.
    pub(super) dating: Option<usize>,
    pub(super) quotes: Vec<usize>,
}

/// The claims of an event, the one that holds the words of its date first. Never empty.
pub(super) fn groups<'a>(found: &'a Recognised, event: &FoundEvent) -> Vec<Group<'a>> {
    let lead = dating(found, event).or_else(|| event.times.first().copied());
    let span = |timex: usize| span_of(found, timex);
    let mut evidence = event.evidence.clone();
    evidence.extend(lead.and_then(span));
    evidence.sort_unstable();
    evidence.dedup();
    let mut groups: Vec<Group<'a>> = Vec::new();
    for sentence in evidence {
        let voice = voice(found, sentence);
        match groups.iter_mut().find(|group| group.voice == voice) {
            Some(group) => group.evidence.push(sentence),
            None => groups.push(Group {
                voice,
                evidence: vec![sentence],
                ..Group::default()
            }),
        }
    }
    if groups.is_empty() {
        groups.push(Group::default());
    }
    let home = lead.and_then(span);
    let first = groups
        .iter()
        .position(|group| home.is_some_and(|home| group.evidence.contains(&home)));
    if let Some(first) = first {
        let leading = groups.remove(first);
        groups.insert(0, leading);
    }
    date(found, event, lead, &mut groups);
    quote(found, &mut groups);
    groups
}

/// The sentence that a timex stands in, by its place among the spans.
fn span_of(found: &Recognised, timex: usize) -> Option<usize> {
    let start = found.times.get(timex)?.range.start;
    let spans = &found.structure.spans;
    let place = spans.partition_point(|span| span.range.end <= start);
    let holds = spans.get(place)?.range.start <= start;
    holds.then_some(place)
}

fn voice(found: &Recognised, sentence: usize) -> Voice<'_> {
    let mut all = found.attributions.iter();
    let known: Option<&Attribution> = all.find(|known| known.sentence == sentence);
    known.map_or_else(Voice::default, |known| Voice {
        said_by: known.said_by,
        relaying: known.relaying,
        via: known.via.as_deref(),
    })
}

/// Gives each claim the words of the date that stand in its sentences; those in none go to the first.
fn date(found: &Recognised, event: &FoundEvent, lead: Option<usize>, groups: &mut [Group<'_>]) {
    let date = event.date.as_deref();
    for timex in event.times.iter().copied() {
        let home = span_of(found, timex);
        let place = groups
            .iter()
            .position(|group| home.is_some_and(|home| group.evidence.contains(&home)));
        let Some(group) = groups.get_mut(place.unwrap_or(0)) else {
            continue;
        };
        group.times.push(timex);
        let of = found.times.get(timex);
        let dates = date.is_some_and(|date| of.is_some_and(|timex| gives(timex, date)));
        if dates && group.dating.is_none() {
            group.dating = Some(timex);
        }
    }
    if let Some(first) = groups.first_mut() {
        first.dating = lead.or(first.dating);
        first.times.extend(framing(found, event));
    }
    for group in groups {
        group.times.sort_unstable();
        group.times.dedup();
    }
}

/// Gives each quote to the first claim that has one of its sentences.
fn quote(found: &Recognised, groups: &mut [Group<'_>]) {
    for (place, quote) in found.quotes.iter().enumerate() {
        let touches = |sentence: &usize| {
            let span = found.structure.spans.get(*sentence);
            span.is_some_and(|span| overlap(&span.range, &quote.range))
        };
        let mut claims = groups.iter_mut();
        if let Some(group) = claims.find(|group| group.evidence.iter().any(touches)) {
            group.quotes.push(place);
        }
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
