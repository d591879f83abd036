//! Whose claim a sentence is: who said it, whose words they passed on, through which outlet.

use super::speakers::Speakers;
use super::thread;
use super::{Attribution, Quote};
use crate::extract::names::ActorKind;
use crate::extract::reading::{Flags, Words};

/// Most words between a verb of citing and the one cited.
const LINKS: usize = 6;

pub(super) fn attributions(
    words: &Words<'_>,
    speakers: &Speakers<'_>,
    quotes: &[Quote],
) -> Vec<Attribution> {
    let mut found = Vec::new();
    let mut quotes = quotes.iter().peekable();
    let mut focus = None;
    for sentence in 0..words.sentences.len() {
        let range = words.sentence(sentence);
        let Some(last) = range.end.checked_sub(1).and_then(|place| words.at(place)) else {
            continue;
        };
        let mut claim = Attribution {
            sentence,
            said_by: None,
            relaying: None,
            via: None,
        };
        while let Some(quote) = quotes.next_if(|quote| quote.range.start < last.end as usize) {
            claim.said_by = claim.said_by.or(quote.speaker);
        }
        for (at, word) in range.clone().zip(words.slice(range.clone())) {
            if word.is(Flags::CITING) && !word.is(Flags::QUOTED) {
                cited(words, speakers, at, &mut claim);
            }
        }
        claim.said_by = claim.said_by.or_else(|| {
            thread::says(words, speakers, range.clone(), focus, |_| true)
                .map(|(_, speaker)| speaker)
        });
        focus = claim
            .said_by
            .filter(|speaker| speakers.is_named(*speaker))
            .or_else(|| thread::focus(words, speakers, range.clone(), focus))
            .or(focus);
        if claim.said_by.is_some() || claim.relaying.is_some() || claim.via.is_some() {
            found.push(claim);
        }
    }
    found
}

/// A person cited is relayed; anything else cited is an outlet.
fn cited(words: &Words<'_>, speakers: &Speakers<'_>, verb: usize, claim: &mut Attribution) {
    let links = Flags::CITING_LINK
        .with(Flags::STATEMENT)
        .with(Flags::ROLE)
        .with(Flags::RANK);
    let mut at = verb + 1;
    while words
        .at(at)
        .is_some_and(|word| word.is(links) && !word.is(Flags::CAP) && speakers.at(at).is_none())
        && at < verb + LINKS
    {
        at += 1;
    }
    if let Some((actor, kind)) = speakers.at(at)
        && kind == ActorKind::Person
    {
        claim.relaying = claim.relaying.or(Some(actor));
        return;
    }
    let mut end = at;
    while let Some(word) = words.at(end) {
        let glued = !word.is(Flags::SPACED) && end > at;
        let site = glued
            && (word.is(Flags::WORD.with(Flags::NUMBER))
                || (words.text_at(end) == "."
                    && words
                        .at(end + 1)
                        .is_some_and(|next| next.is(Flags::WORD) && !next.is(Flags::SPACED))));
        let name = word.is(Flags::CAP) && !word.is(Flags::CALENDAR);
        let lower_site = end == at
            && word.is(Flags::WORD)
            && words.text_at(end + 1) == "."
            && words
                .at(end + 2)
                .is_some_and(|next| next.is(Flags::WORD) && !next.is(Flags::SPACED));
        if !(name || site || lower_site) {
            break;
        }
        end += 1;
    }
    if end > at && claim.via.is_none() {
        claim.via = Some(words.words_of(at..end).to_owned());
    }
}
