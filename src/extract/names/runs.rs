//! Stretches of words in upper case that names may stand in. Where one name ends and another begins in them is in `segments`.

use std::ops::Range;

use crate::extract::reading::{Flags, List, Word, Words, hash_of};

/// What a name may be told by, also at the head of a sentence.
const TELLING: Flags = Flags::GIVEN
    .with(Flags::ROLE)
    .with(Flags::RANK)
    .with(Flags::ORGANISATION)
    .with(Flags::KNOWN_BODY)
    .with(Flags::PLACE_HEAD)
    .with(Flags::KNOWN_PLACE)
    .with(Flags::STATE)
    .with(Flags::OUTLET)
    .with(Flags::PHRASE);

/// The stretch that begins with this word; empty if none does.
pub(super) fn run_at(words: &Words<'_>, start: usize, end: usize) -> Range<usize> {
    if !begins(words, start) {
        return start..start;
    }
    let mut stop = start + 1;
    let mut body = heads_body(words, start);
    while stop < end {
        let next = extend(words, stop, end, body);
        if next == stop {
            break;
        }
        for place in stop..next {
            body |= heads_body(words, place);
        }
        stop = next;
    }
    start..stop
}

fn heads_body(words: &Words<'_>, place: usize) -> bool {
    let heads = Flags::ORGANISATION.with(Flags::ROLE).with(Flags::TAIL);
    words.at(place).is_some_and(|word| word.is(heads))
}

fn begins(words: &Words<'_>, place: usize) -> bool {
    let Some(word) = words.at(place) else {
        return false;
    };
    let feast = place
        .checked_sub(1)
        .and_then(|before| words.at(before))
        .is_some_and(|before| before.is(Flags::CALENDAR));
    if !word.is(Flags::CAP) || word.is(Flags::CALENDAR) && (feast || !word.is(Flags::GIVEN)) {
        return false;
    }
    if word.is(Flags::UPPER) && word.is(Flags::COMPANION) {
        return false;
    }
    if !word.is(Flags::FIRST) {
        return true;
    }
    if word.is(Flags::ORDINARY) && !words.at(place + 1).is_some_and(|next| next.is(Flags::CAP)) {
        return false;
    }
    let plain = Flags::ORDINARY.with(Flags::VERB).with(Flags::LOWER_TOO);
    let plain = word.is(plain.with(Flags::PLAIN));
    !plain || word.is(TELLING)
}

/// The place behind one or two small words and the upper-case word they lead to (`Bank of the Orient`, `Omar al-Sabri`).
fn behind_particle(words: &Words<'_>, stop: usize, end: usize) -> usize {
    let behind = words.at(stop + 1);
    let small = behind.is_some_and(|word| word.is(Flags::PARTICLE) && !word.is(Flags::CAP));
    let hyphen =
        words.text_at(stop + 1) == "-" && behind.is_some_and(|mark| !mark.is(Flags::SPACED));
    let at = stop + 1 + usize::from(small || hyphen);
    let name = words.at(at).filter(|_| at < end);
    let name = name.filter(|word| word.is(Flags::CAP) && !word.is(Flags::CALENDAR));
    name.map_or(stop, |_| at + 1)
}

/// Whether the full stop here ends an abbreviation of letters that have one each (`U.S.`).
fn dotted(words: &Words<'_>, stop: usize) -> bool {
    let letter = |at: Option<usize>| {
        at.and_then(|at| words.at(at))
            .is_some_and(|word| word.is(Flags::CAP) && word.end - word.start == 1)
    };
    let inner = stop
        .checked_sub(2)
        .filter(|inner| words.text_at(*inner) == ".");
    inner.is_some() && letter(stop.checked_sub(1)) && letter(stop.checked_sub(3))
}

/// The place behind what continues a stretch at `stop`; `stop` itself if nothing does.
fn extend(words: &Words<'_>, stop: usize, end: usize, body: bool) -> usize {
    let Some(word) = words.at(stop) else {
        return stop;
    };
    // `VS` parts two names.
    let parts = Flags::COMPANION.with(Flags::GOVERNOR);
    if word.is(Flags::UPPER) && word.is(parts) && !word.is(Flags::GIVEN) {
        return stop;
    }
    let next = || words.at(stop + 1).filter(|_| stop + 1 < end);
    let capital =
        |word: Word| word.is(Flags::CAP) && (!word.is(Flags::CALENDAR) || word.is(Flags::GIVEN));
    if word.is(Flags::WORD) {
        if capital(word) && word.is(Flags::SPACED) {
            return stop + 1;
        }
        if !word.is(Flags::CAP) && word.is(Flags::PARTICLE) {
            return behind_particle(words, stop, end);
        }
        let official = Flags::FIELD.with(Flags::UPPER).with(Flags::TAIL);
        let other = Flags::KNOWN_BODY
            .with(Flags::ROLE)
            .with(Flags::RANK)
            .with(Flags::ORGANISATION)
            .with(Flags::STATE);
        // `Institute of Roe`
        let headed = stop
            .checked_sub(1)
            .and_then(|last| words.at(last))
            .is_some_and(|last| last.is(Flags::ORGANISATION) && last.is(Flags::CAP));
        if headed
            && word.is(Flags::JOINER)
            && words.lexicon.has(List::ComplementCues, word.hash)
            && next().is_some_and(capital)
        {
            return stop + 2;
        }
        let field = stop
            .checked_sub(1)
            .and_then(|last| words.at(last))
            .is_some_and(|last| last.is(Flags::FIELD));
        if (body || field)
            && !word.is(Flags::CAP)
            && word.is(Flags::JOINER)
            && next().is_some_and(|next| {
                let named = next.is(official) || words.lexicon.is_shaped(next.text(words.text));
                capital(next) && named && !next.is(other)
            })
        {
            return stop + 2;
        }
        return stop;
    }
    let glued = !word.is(Flags::SPACED);
    let mark = words.text_at(stop);
    let Some(after) = next().filter(|next| next.is(Flags::WORD)) else {
        return stop;
    };
    let before = words.at(stop.saturating_sub(1));
    match mark {
        "." if glued && dotted(words, stop) && (!capital(after) || after.is(Flags::SPACED)) => {
            stop + 1
        }
        "." if glued && capital(after) => {
            let short = before.is_some_and(|word| {
                word.end - word.start == 1
                    || word.is(Flags::RANK.with(Flags::DEGREE).with(Flags::GIVEN))
            });
            let abbreviated = before.is_some_and(|word| word.end - word.start <= 4);
            if short && abbreviated && !word.is(Flags::QUOTED) {
                stop + 2
            } else {
                stop
            }
        }
        "-" if glued && !after.is(Flags::SPACED) => {
            // `RKAB-nya`
            let verb = after.is(Flags::VERB.with(Flags::NO_VERB));
            let suffix = !after.is(Flags::CAP)
                && (verb || words.lexicon.is_suffixed(after.text(words.text)));
            if suffix { stop } else { stop + 2 }
        }
        // `Dockworkers' Union`
        "'" | "’"
            if glued
                && after.is(Flags::SPACED)
                && after.is(Flags::CAP)
                && after.is(Flags::TAIL) =>
        {
            let ending = |word: Word| word.text(words.text).chars().next_back();
            let plural = before.and_then(ending).is_some_and(|last| {
                let last = hash_of(last.encode_utf8(&mut [0; 4]));
                words.lexicon.has(List::Possessives, last)
            });
            if plural && !word.is(Flags::QUOTED) {
                stop + 2
            } else {
                stop
            }
        }
        "'" | "’" | "‘" | "`" if glued && !after.is(Flags::SPACED) => {
            // `Roe's`
            if after.is(Flags::CAP) || !words.lexicon.has(List::Possessives, after.hash) {
                return stop + 2;
            }
            // `St. Roe's Hospital`
            let place = Flags::STATE
                .with(Flags::KNOWN_PLACE)
                .with(Flags::KNOWN_BODY);
            let tail = words.at(stop + 2).filter(|_| stop + 2 < end);
            let named = tail.is_some_and(|tail| tail.is(Flags::CAP) && tail.is(Flags::TAIL))
                && before.is_some_and(|word| !word.is(place));
            if named { stop + 3 } else { stop }
        }
        "&" if body || capital(after) => {
            if capital(after) {
                stop + 2
            } else {
                stop
            }
        }
        _ => stop,
    }
}
