//! Mentions of named actors by a noun: by their role alone (`Menteri Perdagangan`), by a noun that points back (`pelatih itu`,
//! `perusahaan tersebut`).

use std::ops::Range;

use super::candidate::Candidate;
use super::holders::{Holders, Named};
use super::{ActorKind, FoundActor, Mention, MentionForm};
use crate::extract::hash::join;
use crate::extract::reading::{Flags, List, Word, Words, run_of};

/// Most words between a noun and the word that points back.
const LONGEST: usize = 4;

/// Adds the mentions by a noun to actors with names.
pub(super) fn add(words: &Words<'_>, candidates: &[Candidate], found: &mut [FoundActor]) {
    let named = Named::new(found);
    let holders = Holders::new(words, candidates, &named);
    let mut more: Vec<(usize, Mention)> = Vec::new();
    let mut covered: Vec<Range<usize>> = candidates.iter().map(covers).collect();
    covered.sort_unstable_by_key(|range| range.start);
    let mut covered = covered.into_iter().peekable();
    let mut at = 0;
    while let Some(word) = words.at(at) {
        while covered.next_if(|range| range.end <= at).is_some() {}
        if let Some(range) = covered.peek().filter(|range| range.contains(&at)) {
            at = range.end.max(at + 1);
            continue;
        }
        let open = !word.is(Flags::QUOTED.with(Flags::TITLE));
        let meant = open.then(|| meant(words, &holders, &named, at)).flatten();
        let Some((actor, end)) = meant else {
            at += 1;
            continue;
        };
        let range = run_of(words.slice(at..end));
        more.push((actor, part(words, at, end, range, word)));
        at = end;
    }
    for (actor, mention) in more {
        if let Some(actor) = found.get_mut(actor) {
            actor.mentions.push(mention);
        }
    }
    for actor in found {
        actor.mentions.sort_by_key(|mention| mention.range.start);
    }
}

/// A candidate with its role.
fn covers(candidate: &Candidate) -> Range<usize> {
    let role = candidate.role.as_ref();
    role.map_or(candidate.words.start, |role| role.start)..candidate.words.end
}

fn part(words: &Words<'_>, at: usize, end: usize, range: Range<usize>, noun: Word) -> Mention {
    let before = at
        .checked_sub(1)
        .and_then(|before| words.at(before))
        .filter(|word| word.sentence == noun.sentence && !word.is(Flags::CAP));
    let is = |flags| before.is_some_and(|word| word.is(flags));
    let verb = words.at(end).filter(|word| {
        let verb = Flags::VERB
            .with(Flags::AUXILIARY)
            .with(Flags::AFTER_SPEAKER);
        word.sentence == noun.sentence && word.is(verb) && !word.is(Flags::CAP.with(Flags::CITING))
    });
    let governed = is(Flags::GOVERNOR.with(Flags::PLACE_CUE).with(Flags::LISTENER));
    let subject = verb.is_some() && !governed;
    Mention {
        subject,
        passive: subject && verb.is_some_and(|verb| verb.is(Flags::PASSIVE)),
        agent: is(Flags::AGENT.with(Flags::PASSIVE)) && !is(Flags::COMPANION),
        object: is(Flags::ACTIVE) && !is(Flags::COMPANION) && !subject,
        companion: is(Flags::COMPANION),
        located: is(Flags::PLACE_CUE),
        ..Mention::new(range, MentionForm::Noun, noun.sentence as usize)
    }
}

/// Whom a noun at this place means, and where its phrase ends.
fn meant(words: &Words<'_>, holders: &Holders, named: &Named, at: usize) -> Option<(usize, usize)> {
    let nouns = Flags::ROLE.with(Flags::BODY).with(Flags::REGION);
    let noun = words.at(at).filter(|word| word.is(nouns))?;
    let before = noun.start as usize;
    let points = pointer(words, at);
    if points.is_none() && definite(words, at, noun) {
        let actor = if noun.is(Flags::ROLE) {
            holders.last(noun.hash, before)
        } else {
            named.last(ActorKind::Organisation, before)
        };
        return actor.map(|actor| (actor, at + 1));
    }
    if noun.is(Flags::ROLE) {
        if let Some(end) = points {
            let holder = holders.of(noun.hash, before);
            let holder = holder.or_else(|| {
                let cue = words.at(at + 1)?;
                let origin = words.lexicon.has(List::OriginCues, cue.hash);
                let last = || named.last(ActorKind::Person, before);
                origin.then(last).flatten()
            });
            return Some((holder?, end));
        }
        return title(words, holders, at, noun);
    }
    let end = points?;
    let kind = if noun.is(Flags::BODY) {
        ActorKind::Organisation
    } else {
        ActorKind::Place
    };
    named.last(kind, before).map(|actor| (actor, end))
}

/// Whether the word before a noun says that it was spoken of before, and the noun ends its phrase (`the minister said`).
fn definite(words: &Words<'_>, at: usize, noun: Word) -> bool {
    let article = at.checked_sub(1).and_then(|before| words.at(before));
    let article = article.is_some_and(|word| words.lexicon.has(List::Definite, word.hash));
    let fits = noun.is(Flags::ROLE) || words.lexicon.has(List::Resuming, noun.hash);
    let ends = words.at(at + 1).is_none_or(|next| {
        let predicate = Flags::VERB
            .with(Flags::AUXILIARY)
            .with(Flags::AFTER_SPEAKER);
        !next.is(Flags::WORD) || next.is(predicate) && !next.is(Flags::CAP)
    });
    article && fits && ends && !noun.is(Flags::CAP)
}

/// Behind the word that points back from a noun, a few words behind it at most.
fn pointer(words: &Words<'_>, at: usize) -> Option<usize> {
    let noun = words.at(at)?;
    for place in at + 1..=at + LONGEST {
        let word = words.at(place)?;
        if word.is(Flags::DEMONSTRATIVE) {
            return Some(place + 1);
        }
        let ends = Flags::VERB.with(Flags::AUXILIARY).with(Flags::RELATIVE);
        // `perusahaan di benua itu`: the continent is meant.
        let other = word.is(Flags::PLACE_CUE) && !word.is(Flags::ORDINARY);
        let origin = words
            .at(at + 1)
            .is_some_and(|cue| words.lexicon.has(List::OriginCues, cue.hash));
        let far = noun.is(Flags::BODY.with(Flags::REGION)) && place > at + 1 && !origin;
        let breaks = other
            || far
            || word.sentence != noun.sentence
            || !word.is(Flags::WORD)
            || word.is(ends);
        if breaks {
            return None;
        }
    }
    None
}

/// Whose role stands here without a name: two words of it or more, or its first one in upper case if only one holds it.
fn title(words: &Words<'_>, holders: &Holders, at: usize, noun: Word) -> Option<(usize, usize)> {
    let mut end = at;
    let mut role = None;
    let mut best = None;
    while let Some(word) = words.at(end).filter(|word| word.sentence == noun.sentence) {
        if word.hash == 0 {
            break;
        }
        let longer = role.map_or(word.hash, |role| join(role, word.hash));
        let Some(actor) = holders.of(longer, noun.start as usize) else {
            break;
        };
        role = Some(longer);
        end += 1;
        best = Some(actor);
    }
    let ends = words.at(end).is_none_or(|next| {
        next.sentence != noun.sentence
            || !next.is(Flags::CAP.with(Flags::WORD))
            || next.is(Flags::VERB.with(Flags::AUXILIARY).with(Flags::ORDINARY))
                && !next.is(Flags::CAP)
    });
    let alone = !matches!(words.text_at(end), "(" | ",");
    let actor = best.filter(|_| ends && alone)?;
    if end > at + 1 {
        return Some((actor, end));
    }
    let single = noun.is(Flags::CAP) && !noun.is(Flags::FIRST);
    let only = holders.only(noun.hash).filter(|_| single)?;
    Some((only, end))
}
