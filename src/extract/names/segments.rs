//! Divides a stretch of upper-case words into role, rank, person, body and place (`Presiden Rusia Vladimir Putin`).

use std::ops::Range;

use super::candidate::{Candidate, Votes};
use crate::extract::reading::{Flags, List, Word, Words};

/// What a role may be complemented by before the name.
const COMPLEMENT: Flags = Flags::FIELD
    .with(Flags::ORDINARY)
    .with(Flags::NO_NAME)
    .with(Flags::UPPER)
    .with(Flags::PLAIN)
    .with(Flags::LOWER_TOO);
/// What ends the name of a body or a place.
pub(super) const ANEW: Flags = Flags::ROLE.with(Flags::RANK).with(Flags::OUTLET);

/// Letters that the abbreviation of a kind of body has at most (`PT`).
const SHORTEST_BODY: u32 = 2;

/// What a stretch holds.
pub(super) struct Segments {
    /// The possible names in it, in order.
    pub(super) found: Vec<Candidate>,
    /// Where a role begins that no name in the stretch has taken.
    pub(super) open_role: Option<usize>,
}

/// Divides a stretch. `role` is where a role before it begins; `list` is an empty one, lent for what is found.
pub(super) fn segments(
    words: &Words<'_>,
    run: Range<usize>,
    role: Option<usize>,
    apposed: bool,
    list: Vec<Candidate>,
) -> Segments {
    let mut out = Segments {
        found: list,
        open_role: role,
    };
    let mut state = State {
        words,
        end: run.end,
        in_role: role.is_some() && !apposed,
    };
    let mut at = run.start;
    while at < run.end {
        at = state.step(at, &mut out, apposed).max(at + 1);
    }
    out
}

pub(super) struct State<'a, 'b> {
    pub(super) words: &'a Words<'b>,
    pub(super) end: usize,
    pub(super) in_role: bool,
}

impl State<'_, '_> {
    fn step(&mut self, at: usize, out: &mut Segments, apposed: bool) -> usize {
        let Some(word) = self.words.at(at).filter(|word| word.is(Flags::WORD)) else {
            return at + 1;
        };
        let last = at + 1 >= self.end;
        if word.is(Flags::PHRASE)
            && let Some((end, flags, number)) = self.phrase(at)
        {
            if let Some(candidate) = self.known(at..end, flags, number) {
                out.found.push(candidate);
            } else if flags.any(Flags::ROLE) {
                out.open_role = out.open_role.or(Some(at));
                self.in_role = true;
                return self.complements(end);
            } else if flags.any(Flags::NO_NAME) {
                return self.until(end, ANEW.with(Flags::GIVEN));
            }
            return end;
        }
        if self.words.lexicon.has(List::Articles, word.hash) {
            return at + 1;
        }
        let named = word.is(Flags::GIVEN) && !last;
        if word.is(Flags::RANK) {
            out.open_role = out.open_role.or(Some(at));
            return at + 1;
        }
        if word.is(Flags::ROLE) && !(named && self.in_role) {
            let from = self.qualified(at, out);
            out.open_role = out.open_role.or(Some(from));
            self.in_role = true;
            return self.complements(at + 1);
        }
        if word.is(Flags::DEGREE)
            && self
                .words
                .at(at + 1)
                .is_none_or(|next| !next.is(Flags::CAP))
        {
            return at + 1;
        }
        if word.is(Flags::OUTLET
            .with(Flags::KNOWN_BODY)
            .with(Flags::STATE)
            .with(Flags::CAPITAL)
            .with(Flags::KNOWN_PLACE))
            && !self.heads_longer(at)
            && let Some(candidate) = self.known(at..self.seat(at, word), word.flags, word.state)
        {
            let end = candidate.words.end;
            out.found.push(candidate);
            return end;
        }
        if word.is(Flags::ORGANISATION) || (word.is(Flags::PLACE_HEAD) && !named) {
            return self.headed(at, word, out);
        }
        if word.is(Flags::NO_NAME) {
            return if self.in_role {
                at + 1
            } else {
                self.until(at + 1, ANEW.with(Flags::GIVEN).with(Flags::ORGANISATION))
            };
        }
        let plain = word.is(Flags::FIELD.with(Flags::ORDINARY).with(Flags::CALENDAR))
            || (word.is(Flags::LOWER_TOO) && (word.is(Flags::FIRST) || last));
        if plain && (self.in_role || !named) && !self.heads_longer(at) {
            return at + 1;
        }
        if self.in_role && word.is(Flags::UPPER) && !last {
            return at + 1;
        }
        self.name(at, out, apposed)
    }

    /// The phrase of the pack that begins here: where it ends, and what the pack says of it.
    fn phrase(&self, at: usize) -> Option<(usize, Flags, u16)> {
        // A number may end the name of an outlet or a body (`Kanal9`).
        let glued = self
            .words
            .at(self.end)
            .is_some_and(|word| word.is(Flags::NUMBER) && !word.is(Flags::SPACED));
        let list = self.words.slice(at..self.end + usize::from(glued));
        let hashes = list
            .iter()
            .filter(|word| word.hash != 0)
            .map(|word| word.hash);
        let (count, entry) = self.words.lexicon.phrase(hashes)?;
        let mut left = count;
        let length = list.iter().position(|word| {
            left -= usize::from(word.hash != 0);
            left == 0
        })?;
        // `U.S.`
        let end = at + length + 1;
        let letter = self
            .words
            .at(end - 1)
            .is_some_and(|word| word.end - word.start == 1);
        let stop = letter && end < self.end && self.words.text_at(end) == ".";
        Some((end + usize::from(stop), entry.flags, entry.state))
    }

    fn known(&self, range: Range<usize>, flags: Flags, state: u16) -> Option<Candidate> {
        let mut candidate = blank(range);
        if flags.any(Flags::OUTLET) && !flags.any(Flags::KNOWN_BODY) {
            candidate.outlet = true;
        }
        if flags.any(Flags::KNOWN_BODY.with(Flags::OUTLET)) {
            candidate.votes.body = 8;
        } else if flags.any(Flags::STATE) {
            candidate.votes.place = 8;
            candidate.capital = flags.any(Flags::CAPITAL);
            candidate.state = state;
        } else if flags.any(Flags::KNOWN_PLACE) {
            candidate.votes.place = 6;
            candidate.capital = flags.any(Flags::CAPITAL);
            candidate.state = state;
        } else {
            return None;
        }
        Some(candidate)
    }

    /// Behind a known body, and behind the place where it sits if that ends the stretch (`Persija Jakarta`).
    fn seat(&self, at: usize, body: Word) -> usize {
        let seat = self
            .words
            .at(at + 1)
            .filter(|seat| seat.is(Flags::KNOWN_PLACE) && at + 2 == self.end);
        let known = body.is(Flags::KNOWN_BODY) && !body.is(Flags::OUTLET.with(Flags::UPPER));
        if known && seat.is_some() {
            at + 2
        } else {
            at + 1
        }
    }

    /// Whether a longer name of a body or a person begins with this word.
    fn heads_longer(&self, at: usize) -> bool {
        let rest = self.words.slice(at + 1..self.end);
        rest.last().is_some_and(|word| word.is(Flags::TAIL))
            && !rest.iter().any(|word| word.is(ANEW))
            || self.words.at(at).is_some_and(|word| word.is(Flags::GIVEN)) && !rest.is_empty()
    }

    /// Where the words begin that say what a role is for, in languages that set them before it (`Foreign Minister`).
    fn qualified(&self, role: usize, out: &Segments) -> usize {
        let first = out.found.last().map_or(0, |name| name.words.end);
        let mut from = role;
        while self.words.lexicon.nouns_last
            && let Some(before) = from.checked_sub(1).filter(|before| *before >= first)
            && self.words.at(before).is_some_and(|word| {
                word.is(Flags::FIELD) && word.is(Flags::CAP) && !word.is(Flags::GIVEN)
            })
            && self
                .words
                .at(from)
                .is_some_and(|word| word.is(Flags::SPACED))
        {
            from = before;
        }
        from
    }

    /// Behind the words that complement a role.
    fn complements(&self, mut at: usize) -> usize {
        while let Some(word) = self.words.at(at).filter(|_| at < self.end) {
            let more = at + 1 < self.end;
            let shaped =
                !word.is(Flags::GIVEN) && self.words.lexicon.is_shaped(self.words.text_at(at));
            let goes_on = !word.is(Flags::WORD)
                || word.is(Flags::JOINER)
                || (shaped && more)
                || (word.is(COMPLEMENT)
                    && !word.is(Flags::KNOWN_BODY.with(Flags::ORGANISATION))
                    && (more || !word.is(Flags::GIVEN)));
            if !goes_on || word.is(Flags::PHRASE) {
                break;
            }
            at += 1;
        }
        at
    }

    fn until(&self, from: usize, stop: Flags) -> usize {
        let list = self.words.slice(from..self.end);
        from + list
            .iter()
            .position(|word| word.is(stop))
            .unwrap_or(list.len())
    }

    /// Whether the person's name follows the stretch, behind a comma or an abbreviation in brackets.
    fn name_follows(&self) -> bool {
        let next = self.words.at(self.end + 1);
        match self.words.text_at(self.end) {
            "," => next.is_some_and(|word| {
                word.is(Flags::CAP) && !word.is(Flags::CALENDAR.with(Flags::KNOWN_PLACE))
            }),
            "(" => next.is_some_and(|word| word.is(Flags::UPPER)),
            _ => false,
        }
    }

    /// The name of a body or a place that begins with its head.
    fn headed(&self, at: usize, head: Word, out: &mut Segments) -> usize {
        let mut end = at + 1;
        let apposition = self.name_follows();
        let cue = at.checked_sub(1).and_then(|before| self.words.at(before));
        let located = head.is(Flags::PLACE_HEAD)
            && cue.is_some_and(|cue| cue.is(Flags::PLACE_CUE) && !cue.is(Flags::CAP));
        while let Some(word) = self.words.at(end).filter(|_| end < self.end) {
            let official = COMPLEMENT
                .with(Flags::STATE)
                .with(Flags::KNOWN_PLACE)
                .with(Flags::KNOWN_BODY)
                .with(Flags::JOINER)
                .with(Flags::ORGANISATION)
                .with(Flags::PLACE_HEAD);
            let given = word.is(Flags::GIVEN) && !word.is(official);
            let person = self.in_role && given && end > at + 1 && end + 1 < self.end;
            let stops = person
                || word.is(ANEW)
                    && !word.is(Flags::FIELD)
                    && end + 1 < self.end
                    && !(end == at + 1 && word.is(Flags::RANK))
                || (self.in_role
                    && !apposition
                    && !located
                    && word.is(Flags::WORD)
                    && !word.is(official)
                    && (given || !self.words.lexicon.is_shaped(self.words.text_at(end))));
            if stops {
                break;
            }
            end += 1;
        }
        let mut candidate = blank(at..end);
        let body = head.is(Flags::ORGANISATION);
        if body {
            candidate.votes.body = 7;
        } else {
            candidate.votes.place = 7;
        }
        let alone = end == at + 1;
        candidate.weak = alone;
        // `PT` alone is none, nor are `Unit-unit`.
        let known = head.is(Flags::UPPER) && head.end - head.start > SHORTEST_BODY;
        let again = end == at + 3
            && self.words.text_at(at + 1) == "-"
            && self
                .words
                .at(at + 2)
                .is_some_and(|word| word.hash == head.hash);
        if (!alone || known) && !again {
            out.found.push(candidate);
        }
        end
    }
}

/// A candidate that nothing speaks for yet.
pub(super) fn blank(words: Range<usize>) -> Candidate {
    Candidate {
        words,
        role: None,
        votes: Votes::default(),
        state: 0,
        capital: false,
        weak: false,
        thing: false,
        outlet: false,
        subject: false,
        passive: false,
        located: false,
        agent: false,
        object: false,
        companion: false,
        apposed: false,
        renames: false,
    }
}
