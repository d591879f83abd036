//! What the words before a name say of it: its place, its part in what a verb says, that it is cited or another name.

use super::candidate::{Candidate, NO_ACTOR, Votes};
use super::things::is_letters;
use crate::extract::reading::{Flags, List, Word, Words};

/// What stands before a name.
pub(super) fn before(words: &Words<'_>, name: &mut Candidate) {
    let start = name
        .role
        .as_ref()
        .map_or(name.words.start, |role| role.start);
    let lead = start.checked_sub(1).and_then(|place| words.at(place));
    let noun = lead.is_some_and(|word| word.is(Flags::ORGANISATION) && !word.is(Flags::CAP));
    let cue = start
        .checked_sub(1 + usize::from(noun))
        .and_then(|place| words.at(place));
    company(words, name, cue, start);
    let Some(cue) = name
        .words
        .start
        .checked_sub(1)
        .and_then(|place| words.at(place))
    else {
        return;
    };
    abbreviated_role(words, name);
    if is_letters(words, name) {
        name.votes = NO_ACTOR;
        return;
    }
    inhabitant(words, name);
    if name.role.is_some() {
        return;
    }
    if cue.is(Flags::PLACE_CUE) && !cue.is(Flags::CAP) {
        name.votes.place += 2;
        name.located = true;
    }
    name.thing = cue.is(Flags::NO_NAME) && !cue.is(Flags::CAP.with(Flags::UNNAMED));
    if cue.is(Flags::ACCORDING) && name.votes.place < 6 {
        name.votes.person += 2;
    }
    if cue.is(Flags::NAMING) && name.votes.place < 6 && name.votes.body < 7 {
        name.votes.person += 4;
    }
    if cue.is(Flags::ORGANISATION) && !cue.is(Flags::CAP) && name.votes.place < 6 {
        name.votes.body += 4;
        name.role = Some(name.words.start - 1..name.words.start);
    }
    if let Some(head) = lower_body(words, name.words.start)
        && name.votes.place >= 6
    {
        name.words.start = head;
        name.votes = Votes {
            body: 8,
            ..Votes::default()
        };
        name.state = 0;
        name.capital = false;
        return;
    }
    let known = name.votes.body >= 7 || name.votes.place >= 6 || name.votes.person >= 3;
    let outlet = words.lexicon.has(List::OutletCues, cue.hash) && !cue.is(Flags::CAP);
    if (cited(words, name.words.start) || outlet) && !known || is_domain(words, name.words.end) {
        name.outlet = true;
    }
    if cue.is(Flags::OTHER_NAME) {
        name.renames = true;
    } else if cue.is(Flags::WORD) {
        let start = name.words.start.saturating_sub(3);
        let phrase = (start..name.words.start)
            .any(|from| is_phrase(words, from, name.words.start, Flags::CALLED));
        name.renames = phrase;
    }
}

/// What the word before a name says of its part: who does it, to whom, with whom.
fn company(words: &Words<'_>, name: &mut Candidate, cue: Option<Word>, start: usize) {
    let versus = |cue: &Word| cue.is(Flags::UPPER) && cue.is(Flags::COMPANION);
    let Some(cue) = cue.filter(|cue| !cue.is(Flags::CAP) || versus(cue)) else {
        return;
    };
    let aside = Flags::CITING.with(Flags::CALLED);
    let here = words
        .at(start)
        .is_some_and(|word| word.sentence == cue.sentence);
    if !here || cue.is(aside) {
        return;
    }
    // `kalah dari Jepang`
    let pair = start
        .checked_sub(2)
        .is_some_and(|from| is_phrase(words, from, start, Flags::COMPANION));
    name.agent = cue.is(Flags::AGENT.with(Flags::PASSIVE)) && !cue.is(Flags::COMPANION);
    name.companion = pair || cue.is(Flags::COMPANION);
    name.object = cue.is(Flags::ACTIVE) && !cue.is(Flags::PLACE_CUE) && !name.companion;
}

/// Whether a verb of citing stands before this place.
fn cited(words: &Words<'_>, place: usize) -> bool {
    let mut at = place;
    while let Some(word) = at.checked_sub(1).and_then(|before| words.at(before)) {
        if word.is(Flags::CITING) {
            return true;
        }
        if !word.is(Flags::CITING_LINK) || place - at > 4 {
            return false;
        }
        at -= 1;
    }
    false
}

/// Whether a name goes on as the address of a site (`.com`).
fn is_domain(words: &Words<'_>, end: usize) -> bool {
    let glued = |place| words.at(place).filter(|word| !word.is(Flags::SPACED));
    words.text_at(end) == "."
        && glued(end).is_some()
        && glued(end + 1).is_some_and(|word| {
            word.is(Flags::WORD) && !word.is(Flags::CAP) && word.end - word.start <= 3
        })
}

/// Whether the words `from..to` are a phrase of the pack of this kind.
fn is_phrase(words: &Words<'_>, from: usize, to: usize, flag: Flags) -> bool {
    let list = words.slice(from..to);
    if let [only] = list {
        return only.is(flag);
    }
    let hashes = list.iter().map(|word| word.hash);
    let phrase = words.lexicon.phrase(hashes);
    phrase.is_some_and(|(count, entry)| count == list.len() && entry.flags.any(flag))
}

/// What stands alone in brackets behind a role abbreviates it (`Peraturan Bupati (Perbup)`).
fn abbreviated_role(words: &Words<'_>, name: &mut Candidate) {
    let open = name.words.start.checked_sub(1);
    let bracketed =
        open.is_some_and(|open| words.text_at(open) == "(") && words.text_at(name.words.end) == ")";
    if bracketed && name.words.len() == 1 && name.role.take().is_some() {
        name.votes.person -= 4;
    }
}

/// Where the words in lower case begin that make the state or place behind them a body (`pemerintah Inggris`,
/// `tim nasional Jepang`).
fn lower_body(words: &Words<'_>, name: usize) -> Option<usize> {
    let is = |at: usize, flags| {
        words
            .at(at)
            .is_some_and(|word| word.is(flags) && !word.is(Flags::CAP))
    };
    let last = name.checked_sub(1)?;
    if is(last, Flags::ORGANISATION) {
        return Some(last);
    }
    let head = last.checked_sub(1)?;
    (is(last, Flags::FIELD) && is(head, Flags::ORGANISATION)).then_some(head)
}

/// Where somebody lives is no person: `warga Sentul`.
fn inhabitant(words: &Words<'_>, name: &mut Candidate) {
    let given = words
        .at(name.words.start)
        .is_some_and(|word| word.is(Flags::GIVEN));
    let alone = name.role.as_ref().is_some_and(|role| {
        let noun = words.at(role.start);
        role.len() == 1 && noun.is_some_and(|noun| noun.is(Flags::INHABITANT))
    });
    if alone && !given && !name.apposed {
        name.role = None;
        name.votes.person -= 4;
        name.votes.place += 2;
    }
}
