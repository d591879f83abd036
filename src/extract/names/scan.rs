//! Finds the possible names of a text with what their neighbours say of them: roles before, ages and verbs behind.

use std::ops::Range;

use super::candidate::{Candidate, Votes};
use super::runs::run_at;
use super::segments::{blank, segments};
use crate::extract::reading::{Flags, Words};

/// Longest role phrase before a name, in words and marks.
const LONGEST_ROLE: usize = 14;
/// What may stand before a name that is no subject.
const GOVERNING: Flags = Flags::PLACE_CUE.with(Flags::GOVERNOR).with(Flags::CITING);

/// A role phrase that may belong to the next name.
#[derive(Clone, Copy)]
struct Pending {
    start: usize,
    end: usize,
    comma: bool,
}

/// The possible names of a text, in order.
pub(super) fn scan(words: &Words<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (number, range) in words.sentences.iter().enumerate() {
        if !words.headlines.get(number).copied().unwrap_or(false) {
            sentence(words, range.clone(), &mut found);
        }
    }
    found
}

fn sentence(words: &Words<'_>, range: Range<usize>, found: &mut Vec<Candidate>) {
    let mut pending: Option<Pending> = None;
    let mut at = range.start;
    while let Some(word) = words.at(at).filter(|_| at < range.end) {
        if word.is(Flags::TITLE) {
            at += 1;
            continue;
        }
        let run = run_at(words, at, range.end);
        if run.is_empty() {
            pending = carry(words, at, pending);
            at += 1;
            continue;
        }
        let role = pending.filter(|role| role.end == run.start);
        let apposed = role.is_some_and(|role| role.comma);
        let from = found.len();
        let whole = spelt_out(words, run.clone()).unwrap_or(run.end);
        let start = role.map(|role| role.start);
        let mut segments = segments(words, run.start..whole, start, apposed);
        if start.is_none() && describes(words, found, run.start) {
            describe(&mut segments.found);
        }
        if whole < run.end {
            let mut body = blank(whole..run.end);
            body.votes.body = 8;
            segments.found.push(body);
        }
        found.append(&mut segments.found);
        let fresh = found.get_mut(from..).unwrap_or_default();
        if let Some(first) = fresh.first_mut() {
            before(words, first);
        }
        let spoken = words.at(run.start.saturating_sub(1));
        if spoken.is_some_and(|word| word.is(Flags::BEFORE_SPEAKER))
            && let Some(last) = fresh.last_mut()
            && last.votes.place < 6
        {
            last.votes.person += 2;
        }
        if let Some(last) = fresh.last_mut() {
            behind(words, last, range.end);
        }
        shared_subject(words, found, from);
        withdraw(found, from);
        let fresh = found.get(from..).unwrap_or_default();
        let taken = fresh
            .last()
            .and_then(|name| name.role.as_ref().map(|role| (name, role.start)));
        // What looked like the name may belong to the role: the name then follows behind a comma.
        let doubtful = taken.filter(|(name, start)| {
            let word = words.at(*start).filter(|_| !name.apposed);
            let single = name.words.len() == 1
                && words
                    .at(name.words.start)
                    .is_some_and(|word| !word.is(Flags::GIVEN));
            word.is_some_and(|word| !word.is(Flags::CAP) || (single && word.is(Flags::ROLE)))
        });
        pending = segments
            .open_role
            .filter(|_| taken.is_none())
            .or(doubtful.map(|(_, start)| start))
            .map(|start| Pending {
                start,
                end: run.end,
                comma: false,
            });
        at = run.end.max(at + 1);
    }
}

/// Whether what begins here describes the person named before the comma (`Budi Santoso, Direktur Sinar Laut,`).
fn describes(words: &Words<'_>, found: &[Candidate], start: usize) -> bool {
    let role = words.at(start).is_some_and(|word| word.is(Flags::ROLE));
    let before = found
        .last()
        .filter(|name| name.words.end + 1 == start && words.text_at(name.words.end) == ",");
    role && before.is_some_and(|name| name.votes.person > 0 && name.votes.person > name.votes.body)
}

/// The first name in such a description is that of a body.
fn describe(found: &mut [Candidate]) {
    if let Some(name) = found.iter_mut().find(|name| name.role.is_some()) {
        name.votes.person -= 4;
        name.votes.body += 2;
        name.role = None;
    }
}

/// Where in a stretch the name of a body begins that an abbreviation of its initials follows (`Iran Human Rights (IHR)`).
fn spelt_out(words: &Words<'_>, run: Range<usize>) -> Option<usize> {
    let short = words.at(run.end + 1).filter(|word| word.is(Flags::UPPER))?;
    if words.text_at(run.end) != "(" || words.text_at(run.end + 2) != ")" {
        return None;
    }
    let mut wanted = short.text(words.text).chars().rev().peekable();
    for place in run.rev() {
        let word = words.at(place)?;
        if !word.is(Flags::CAP) {
            continue;
        }
        if word.text(words.text).chars().next() != wanted.next() {
            return None;
        }
        if wanted.peek().is_none() {
            return (!word.is(Flags::ROLE.with(Flags::RANK))).then_some(place);
        }
    }
    None
}

/// The role phrase before a word, after it.
fn carry(words: &Words<'_>, at: usize, pending: Option<Pending>) -> Option<Pending> {
    let word = words.at(at)?;
    let adjacent = pending.filter(|role| role.end == at && at - role.start < LONGEST_ROLE);
    if word.is(Flags::WORD) {
        let role = word.is(Flags::ROLE) && !word.is(Flags::SPEAKER_END);
        return match adjacent {
            Some(role) if role.comma => word.is(Flags::ROLE).then_some(Pending {
                start: at,
                end: at + 1,
                comma: false,
            }),
            Some(role) if !breaks_role(word.flags) => Some(Pending {
                end: at + 1,
                ..role
            }),
            _ => role.then_some(Pending {
                start: at,
                end: at + 1,
                comma: false,
            }),
        };
    }
    let role = adjacent?;
    match words.text_at(at) {
        "," if !role.comma => Some(Pending {
            end: at + 1,
            comma: true,
            ..role
        }),
        // What stands in brackets explains the role.
        "." if word.is(Flags::QUOTED) => None,
        "(" | ")" | "-" | "/" | "." => Some(Pending {
            end: at + 1,
            ..role
        }),
        _ => word.is(Flags::NUMBER).then_some(Pending {
            end: at + 1,
            ..role
        }),
    }
}

fn breaks_role(flags: Flags) -> bool {
    let linking = Flags::PLACE_CUE
        .with(Flags::JOINER)
        .with(Flags::FIELD)
        .with(Flags::ROLE);
    let breaking = Flags::VERB
        .with(Flags::AUXILIARY)
        .with(Flags::DEMONSTRATIVE)
        .with(Flags::PRONOUN)
        .with(Flags::SPEAKER_END)
        .with(Flags::BEFORE_SPEAKER)
        .with(Flags::CALENDAR)
        .with(Flags::ORDINARY);
    flags.any(breaking) && !flags.any(linking)
}

/// What stands before a name.
fn before(words: &Words<'_>, name: &mut Candidate) {
    let start = name
        .role
        .as_ref()
        .map_or(name.words.start, |role| role.start);
    let lead = start.checked_sub(1).and_then(|place| words.at(place));
    let noun = lead.is_some_and(|word| word.is(Flags::ORGANISATION) && !word.is(Flags::CAP));
    let cue = start
        .checked_sub(1 + usize::from(noun))
        .and_then(|place| words.at(place));
    name.agent = cue.is_some_and(|cue| cue.is(Flags::AGENT));
    let Some(cue) = name
        .words
        .start
        .checked_sub(1)
        .and_then(|place| words.at(place))
    else {
        return;
    };
    if name.role.is_some() {
        return;
    }
    if cue.is(Flags::PLACE_CUE) && !cue.is(Flags::CAP) {
        name.votes.place += 2;
        name.located = true;
    }
    if cue.is(Flags::ORGANISATION) && !cue.is(Flags::CAP) && name.votes.place < 6 {
        name.votes.body += 4;
        name.role = Some(name.words.start - 1..name.words.start);
    }
    if cue.is(Flags::ORGANISATION) && !cue.is(Flags::CAP) && name.votes.place >= 6 {
        // `pemerintah Inggris`
        name.words.start -= 1;
        name.votes = Votes {
            body: 8,
            ..Votes::default()
        };
        name.state = 0;
        name.capital = false;
        return;
    }
    let known = name.votes.body >= 7 || name.votes.place >= 6 || name.votes.person >= 3;
    if cited(words, name.words.start) && !known || is_domain(words, name.words.end) {
        name.outlet = true;
    }
    if cue.is(Flags::OTHER_NAME) {
        name.renames = true;
    } else if cue.is(Flags::WORD) {
        let start = name.words.start.saturating_sub(3);
        let phrase = (start..name.words.start).any(|from| called(words, from, name.words.start));
        name.renames = phrase;
    }
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

/// Whether the words `from..to` are a phrase that stands before another name.
fn called(words: &Words<'_>, from: usize, to: usize) -> bool {
    let list = words.slice(from..to);
    if let [only] = list {
        return only.is(Flags::CALLED);
    }
    let hashes = list.iter().map(|word| word.hash);
    let phrase = words.lexicon.phrase(hashes);
    phrase.is_some_and(|(count, entry)| count == list.len() && entry.flags.any(Flags::CALLED))
}

/// What stands behind a name.
fn behind(words: &Words<'_>, name: &mut Candidate, end: usize) {
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
    let comma = words.text_at(at) == ",";
    let next = words.at(at + usize::from(comma)).filter(|_| at < end);
    let Some(next) = next else { return };
    if comma && next.is(Flags::KNOWN_PLACE.with(Flags::STATE)) && name.role.is_none() {
        name.votes.place += 1;
    }
    let start = name
        .role
        .as_ref()
        .map_or(name.words.start, |role| role.start);
    let governed = start
        .checked_sub(1)
        .and_then(|place| words.at(place))
        .is_some_and(|cue| {
            !cue.is(Flags::CAP) && cue.is(GOVERNING) && cue.sentence == next.sentence
        });
    let place = name.votes.place >= 6;
    if place && (comma || !heads_clause(words, start)) {
        return;
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
    }
    if next.is(Flags::AFTER_SPEAKER) && !governed && name.votes.place < 6 {
        name.votes.person += 1;
        name.votes.body += 1;
    }
}

/// A role that a name behind a comma takes is no longer the role of the name before it.
fn withdraw(found: &mut [Candidate], from: usize) {
    let Some((earlier, [name, ..])) = found.split_at_mut_checked(from) else {
        return;
    };
    let (Some(before), Some(role)) = (earlier.last_mut(), &name.role) else {
        return;
    };
    if before
        .role
        .as_ref()
        .is_some_and(|taken| taken.start == role.start)
    {
        before.votes.person -= 4;
        before.role = None;
    }
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

/// `X dan Y` share the verb behind Y.
fn shared_subject(words: &Words<'_>, found: &mut [Candidate], from: usize) {
    let Some((earlier, [name, ..])) = found.split_at_mut_checked(from) else {
        return;
    };
    let Some(before) = earlier.last_mut() else {
        return;
    };
    let start = name
        .role
        .as_ref()
        .map_or(name.words.start, |role| role.start);
    let joined = before.words.end + 1 == start
        && words
            .at(before.words.end)
            .is_some_and(|word| word.is(Flags::JOINER));
    if joined && name.subject {
        before.subject = true;
        before.passive = name.passive;
    }
}
