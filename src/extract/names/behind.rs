//! What the words behind a name say of it: an age, a verb whose subject it is, at once or behind a description.

use super::candidate::Candidate;
use crate::extract::reading::{Flags, List, Word, Words};

/// Longest description between a subject and its verb, in words and marks.
const LONGEST_DESCRIPTION: usize = 24;
/// What may stand before a name that is no subject.
const GOVERNING: Flags = Flags::PLACE_CUE.with(Flags::GOVERNOR).with(Flags::CITING);

/// What may stand before a subject; behind any other word in lower case a name belongs to that word (`saham Astra`).
const OPENING: Flags = Flags::ORDINARY
    .with(Flags::VERB)
    .with(Flags::AUXILIARY)
    .with(Flags::SPEAKER_END)
    .with(Flags::JOINER)
    .with(Flags::CALENDAR)
    .with(Flags::DEMONSTRATIVE)
    .with(Flags::PRONOUN)
    .with(Flags::BEFORE_SPEAKER)
    .with(Flags::AFTER_SPEAKER)
    .with(Flags::SOMEONE)
    .with(Flags::ROLE)
    .with(Flags::RANK)
    .with(Flags::UNNAMED)
    .with(Flags::ORGANISATION)
    .with(Flags::NAMING)
    .with(Flags::CALLED)
    .with(Flags::OTHER_NAME)
    .with(Flags::GOVERNOR);

/// What stands behind a name.
pub(super) fn behind(words: &Words<'_>, name: &mut Candidate, end: usize) {
    let mut at = name.words.end;
    if words.text_at(at) == "(" {
        let inside = words.at(at + 1);
        if inside.is_some_and(|word| word.is(Flags::NUMBER))
            && name.votes.place < 6
            && name.votes.body < 6
        {
            name.votes.person += 4;
        }
        let close = (at..end.min(at + 8)).find(|place| words.text_at(*place) == ")");
        at = close.map_or(at, |close| close + 1);
    }
    // The full stop of an abbreviation (`Roe Corp., which`).
    let stop = words.text_at(at) == "." && words.at(at).is_some_and(|stop| !stop.is(Flags::SPACED));
    let goes_on = |word: Word| !word.is(Flags::CAP) && word.is(Flags::WORD);
    if stop && (words.text_at(at + 1) == "," || words.at(at + 1).is_some_and(goes_on)) {
        at += 1;
    }
    let comma = words.text_at(at) == ",";
    let next = words.at(at + usize::from(comma)).filter(|_| at < end);
    let Some(next) = next else { return };
    // `Persib vs Persija`: both play.
    let versus = Flags::COMPANION.with(Flags::GOVERNOR);
    name.companion |= !comma && next.flags.all(versus) && !next.is(Flags::ORDINARY);
    if comma && next.is(Flags::KNOWN_PLACE.with(Flags::STATE)) && name.role.is_none() {
        let given = words
            .at(name.words.start)
            .is_some_and(|word| word.is(Flags::GIVEN));
        name.votes.place += if given { 1 } else { 2 };
    }
    if comma
        && (described(words, at + 1) || aged(words, at + 1))
        && name.votes.place < 6
        && name.votes.body < 6
    {
        name.votes.person += 4;
        name.weak = false;
    }
    let start = name
        .role
        .as_ref()
        .map_or(name.words.start, |role| role.start);
    let governed = start
        .checked_sub(1)
        .and_then(|place| words.at(place))
        .is_some_and(|cue| {
            let complements = cue.is(Flags::WORD) && !cue.is(OPENING);
            !cue.is(Flags::CAP)
                && (cue.is(GOVERNING) || complements)
                && cue.sentence == next.sentence
        });
    let place = name.votes.place >= 6;
    if place && (comma || !heads_clause(words, start)) {
        return;
    }
    let first = words.at(start).is_some_and(|word| word.is(Flags::FIRST));
    if first && !place && (comma || next.is(Flags::RELATIVE)) && !next.is(Flags::CAP) {
        let verb = far_predicate(words, at + 1, end);
        if let Some(verb) = verb {
            name.subject = true;
            name.passive = verb.is(Flags::PASSIVE);
        }
    }
    let verb = next.is(Flags::VERB)
        && !next.is(Flags::SPEAKER_END
            .with(Flags::DEMONSTRATIVE)
            .with(Flags::CITING));
    let verb = verb || next.is(Flags::AFTER_SPEAKER);
    let predicate = verb || next.is(Flags::AUXILIARY);
    let apart = comma && next.is(Flags::SPEAKER_END);
    if predicate && !governed && !apart && !next.is(Flags::CAP) {
        name.subject = true;
        name.passive = next.is(Flags::PASSIVE);
        name.object &= !next.is(Flags::AFTER_SPEAKER.with(Flags::AUXILIARY));
    }
    if next.is(Flags::AFTER_SPEAKER) && !governed && name.votes.place < 6 {
        name.votes.person += 1;
        name.votes.body += 1;
        let word = words.at(name.words.start).filter(|_| name.words.len() == 1);
        name.weak &= !word.is_some_and(|word| is_new(words, word));
    }
}

/// Whether an age between commas stands here (`Jane Roe, 48, …`).
fn aged(words: &Words<'_>, at: usize) -> bool {
    let age = words.at(at).filter(|word| word.is(Flags::NUMBER));
    age.is_some_and(|age| age.end - age.start == 2)
        && words.text_at(at + 1) == ","
        && words
            .at(at + 2)
            .is_some_and(|word| word.is(Flags::SPACED) && !word.is(Flags::CAP.with(Flags::NUMBER)))
}

/// Whether a role behind an article, and perhaps one more word, stands here (`Jane Roe, a former mayor`).
fn described(words: &Words<'_>, at: usize) -> bool {
    let article = words
        .at(at)
        .is_some_and(|word| words.lexicon.has(List::Articles, word.hash));
    let role = |at: usize| {
        words
            .at(at)
            .is_some_and(|word| word.is(Flags::ROLE) && !word.is(Flags::CAP))
    };
    article && (role(at + 1) || role(at + 2))
}

/// The verb of a subject that a description follows (`Budi, seorang petani di Kediri, mengatakan`), looked for from the
/// description on.
pub(super) fn far_predicate(words: &Words<'_>, from: usize, end: usize) -> Option<Word> {
    for at in from..end.min(from + LONGEST_DESCRIPTION) {
        let word = words.at(at)?;
        let behind_comma = at > from && words.text_at(at - 1) == ",";
        let predicate = word.is(Flags::VERB.with(Flags::AUXILIARY))
            && !word.is(Flags::CITING
                .with(Flags::SPEAKER_END)
                .with(Flags::DEMONSTRATIVE));
        let spoken = word.is(Flags::AFTER_SPEAKER);
        if !word.is(Flags::CAP) && (spoken || (behind_comma && predicate)) {
            return Some(word);
        }
        if matches!(words.text_at(at), ";" | ":" | "\"" | "“" | "”") {
            return None;
        }
    }
    None
}

/// Whether a clause may begin here: behind a mark or a word that opens one.
fn heads_clause(words: &Words<'_>, start: usize) -> bool {
    let cue = start.checked_sub(1).and_then(|place| words.at(place));
    cue.is_none_or(|cue| {
        !cue.is(Flags::WORD.with(Flags::NUMBER))
            || cue.is(Flags::ORDINARY.with(Flags::JOINER))
            || words.at(start).is_some_and(|word| word.is(Flags::FIRST))
    })
}

/// Whether a word that begins a sentence is likely a name: one that neither the pack nor the rest of the text knows.
fn is_new(words: &Words<'_>, word: Word) -> bool {
    let known = Flags::LEXICAL.with(Flags::LOWER_TOO).with(Flags::PHRASE);
    let text = word.text(words.text);
    !word.is(known) && !words.lexicon.is_shaped(text) && !words.lexicon.is_suffixed(text)
}
