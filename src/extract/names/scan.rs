//! Finds the possible names of a text with what their neighbours say of them: roles before, ages and verbs behind.

use std::ops::Range;

use super::before::before;
use super::behind::behind;
use super::candidate::{Candidate, NO_ACTOR, Votes};
use super::lists::{listed, shared_subject};
use super::runs::run_at;
use super::segments::{blank, segments};
use super::things::{abbreviated_thing, is_thing, spelt_out, without_code};
use crate::extract::reading::{Flags, List, Word, Words};

/// Longest role phrase before a name, in words and marks.
const LONGEST_ROLE: usize = 14;
/// Words of a name behind a title.
const NAME_BEHIND_TITLE: usize = 2;

/// What speaks for a body whose name is spelt out.
const BODY: Votes = Votes {
    person: 0,
    body: 8,
    place: 0,
};

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
    let mut lent = Vec::new();
    for (number, range) in words.sentences.iter().enumerate() {
        if !words.headlines.get(number).copied().unwrap_or(false) {
            sentence(words, range.clone(), &mut found, &mut lent);
        }
    }
    found
}

fn sentence(
    words: &Words<'_>,
    range: Range<usize>,
    found: &mut Vec<Candidate>,
    lent: &mut Vec<Candidate>,
) {
    let mut pending: Option<Pending> = None;
    let mut at = range.start;
    while let Some(word) = words.at(at).filter(|_| at < range.end) {
        if word.is(Flags::TITLE) {
            at += 1;
            continue;
        }
        let run = without_code(words, run_at(words, at, range.end));
        let thing = is_thing(words, run.clone());
        if thing {
            abbreviated_thing(words, run.clone(), found);
        }
        if run.is_empty() || thing {
            pending = carry(words, at, pending);
            at = run.end.max(at + 1);
            continue;
        }
        let (run, pending_here) = match behind_title(words, run.clone(), range.start) {
            Some((role, start)) => (
                start..run.end,
                Some(Pending {
                    start: role,
                    end: start,
                    comma: false,
                }),
            ),
            None => (run, pending),
        };
        // `the mayor of Roe`: whoever holds the role is named elsewhere.
        let complement =
            pending_here.filter(|role| role.end == run.start && complements_role(words, run.start));
        let pending_here = pending_here.filter(|_| complement.is_none());
        let role = pending_here.filter(|role| role.end == run.start);
        let apposed = role.is_some_and(|role| role.comma);
        let from = found.len();
        let whole = spelt_out(words, run.clone()).unwrap_or(run.end);
        let start = role.map(|role| role.start);
        let list = std::mem::take(lent);
        let mut segments = segments(words, run.start..whole, start, apposed, list);
        if start.is_none() && describes(words, found, run.start) {
            describe(&mut segments.found);
        }
        if whole < run.end {
            let mut body = blank(whole..run.end);
            let thing = words.at(whole).is_some_and(|word| word.is(Flags::NO_NAME));
            body.votes = if thing { NO_ACTOR } else { BODY };
            segments.found.push(body);
        }
        found.append(&mut segments.found);
        *lent = segments.found;
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
        listed(words, found, from);
        withdraw(found, from);
        let fresh = found.get(from..).unwrap_or_default();
        let taken = fresh
            .last()
            .and_then(|name| name.role.as_ref().map(|role| (name, role.start)));
        // What looked like the name may belong to the role: the name then follows behind a comma.
        let doubtful = taken.filter(|(name, start)| {
            let full = name.words.len() > 1
                && words
                    .at(name.words.start)
                    .is_some_and(|word| word.is(Flags::GIVEN) && !word.is(Flags::FIELD));
            let word = words.at(*start).filter(|_| !name.apposed && !full);
            let single = name.words.len() == 1
                && words
                    .at(name.words.start)
                    .is_some_and(|word| !word.is(Flags::GIVEN));
            // `Aktivis Karmila dan Budi`: each is a name.
            let joined = words
                .at(name.words.end)
                .is_some_and(|word| word.is(Flags::JOINER));
            !(single && joined)
                && word.is_some_and(|word| !word.is(Flags::CAP) || (single && word.is(Flags::ROLE)))
        });
        pending = segments
            .open_role
            .filter(|_| taken.is_none())
            .or(doubtful.map(|(_, start)| start))
            .or(complement.map(|role| role.start))
            .map(|start| Pending {
                start,
                end: run.end,
                comma: false,
            });
        at = run.end.max(at + 1);
    }
}

/// Whether what begins here is what a role is of, not who holds it (`mayor of Roe`).
fn complements_role(words: &Words<'_>, start: usize) -> bool {
    let before = |at: usize| at.checked_sub(1).and_then(|at| words.at(at));
    let article = before(start).is_some_and(|word| words.lexicon.has(List::Articles, word.hash));
    let cue = before(start.saturating_sub(usize::from(article)));
    cue.is_some_and(|cue| words.lexicon.has(List::ComplementCues, cue.hash))
}

/// Where the role and the name begin that a title with a subtitle stands between (`sutradara Hujan 2: Badai Danu Wirasena`).
fn behind_title(words: &Words<'_>, run: Range<usize>, from: usize) -> Option<(usize, usize)> {
    let colon = run
        .start
        .checked_sub(1)
        .filter(|at| words.text_at(*at) == ":")?;
    let titled = words.at(colon.checked_sub(1)?)?;
    let list = words.slice(run.clone());
    let name = |word: &Word| word.is(Flags::CAP) && !word.is(Flags::LEXICAL.without(Flags::GIVEN));
    let glued = words.at(colon).is_some_and(|mark| !mark.is(Flags::SPACED));
    let long = list.len() > NAME_BEHIND_TITLE && list.iter().all(name);
    if !glued || !long || !titled.is(Flags::CAP.with(Flags::NUMBER)) {
        return None;
    }
    let first = from.max(run.start.saturating_sub(LONGEST_ROLE));
    let role = (first..colon).rev().find(|at| {
        words
            .at(*at)
            .is_some_and(|word| word.is(Flags::ROLE) && !word.is(Flags::CAP))
    })?;
    Some((role, run.end - NAME_BEHIND_TITLE))
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
        // Behind a comma it is surely the person; what stands before it is where or of what that one is.
        before.votes.person -= if name.apposed { 8 } else { 4 };
        before.role = None;
        before.subject &= !name.apposed;
    }
}
