//! Names that only their upper-case letters tell: where they end, and what speaks for a person, a body or a place.

use std::ops::Range;

use super::candidate::Votes;
use super::segments::{ANEW, Segments, State, blank};
use crate::extract::reading::{Flags, List, Word};

/// Shortest of two single names with a hyphen between them that are two people's, in bytes.
const SHORTEST_OF_PAIR: u32 = 4;

impl State<'_, '_> {
    /// Whether these are initials inside a name (`Bambang PS Brodjonegoro`).
    fn initials(&self, at: usize, word: Word) -> bool {
        let next = self.words.at(at + 1).filter(|_| at + 1 < self.end);
        word.end - word.start <= 2
            && next.is_some_and(|next| next.is(Flags::CAP) && !next.is(Flags::UPPER))
    }

    /// Whether these are initials at the end of a person's name (`Mahfud MD`).
    fn ends_with_initials(&self, at: usize, end: usize, word: Word) -> bool {
        let known = Flags::STATE
            .with(Flags::KNOWN_BODY)
            .with(Flags::KNOWN_PLACE);
        let given = self
            .words
            .at(at)
            .is_some_and(|first| first.is(Flags::GIVEN));
        given && end == at + 1 && word.end - word.start == 2 && !word.is(known.with(Flags::FIELD))
    }

    /// Whether a hyphen here stands between two people (`Ratna Kumala-Danu Wirasena`).
    fn pairs(&self, at: usize, hyphen: usize) -> bool {
        if self.words.text_at(hyphen) != "-" {
            return false;
        }
        let (one, two) = (
            self.words.slice(at..hyphen),
            self.words.slice(hyphen + 1..self.end),
        );
        let name = |word: &Word| word.is(Flags::CAP);
        let full = one.len() > 1 && two.len() > 1;
        let given = |list: &[Word]| {
            let known =
                |word: &Word| word.is(Flags::GIVEN) && word.end - word.start >= SHORTEST_OF_PAIR;
            matches!(list, [only] if known(only))
        };
        one.iter().chain(two).all(name) && (full || given(one) && given(two))
    }

    /// Where the person begins whose role the first of these words still belong to: behind a known place, or at a given name
    /// that is neither the first nor the second word nor the last.
    fn person_after(&self, at: usize, end: usize) -> Option<usize> {
        let list = self.words.slice(at..end);
        if list.first().is_some_and(|word| word.is(Flags::GIVEN)) {
            return None;
        }
        let given = |word: &Word| word.is(Flags::GIVEN) && !word.is(Flags::FIELD);
        let place = list
            .iter()
            .rposition(|word| word.is(Flags::KNOWN_PLACE) && !word.is(Flags::GIVEN));
        let behind = place
            .map(|place| place + 1)
            .filter(|place| *place < list.len());
        let named = list
            .iter()
            .position(given)
            .filter(|place| *place > 1 && place + 1 < list.len());
        // `Bupati Randu Selatan Hilda Wongso`
        let region = list
            .iter()
            .rposition(|word| word.is(Flags::FIELD) && !word.is(Flags::GIVEN))
            .map(|place| place + 1)
            .filter(|place| *place > 1 && (1..4).contains(&(list.len() - place)));
        behind.or(named).or(region).map(|place| at + place)
    }

    /// Whether a short name stands behind the comma, and then no more of a list.
    fn person_follows(&self) -> bool {
        let other = ANEW
            .with(Flags::STATE)
            .with(Flags::KNOWN_PLACE)
            .with(Flags::PLACE_HEAD)
            .with(Flags::ORGANISATION)
            .with(Flags::CALENDAR);
        let mut at = self.end + 1;
        let name = |word: &Word| word.is(Flags::CAP) && !word.is(other);
        if self.words.text_at(self.end) != "," {
            return false;
        }
        while self.words.at(at).as_ref().is_some_and(name) {
            at += 1;
        }
        let short = (1..4).contains(&(at - self.end - 1));
        let next = self.words.at(at);
        short
            && next.is_none_or(|word| {
                let goes_on = Flags::VERB
                    .with(Flags::AUXILIARY)
                    .with(Flags::AFTER_SPEAKER)
                    .with(Flags::SPEAKER_END)
                    .with(Flags::CALENDAR);
                !word.is(Flags::WORD) || word.is(goes_on)
            })
    }

    /// Whether a rank stands here, behind a comma or not: the person whose role it is comes with it
    /// (`Kapolsek Rote Tarab, Iptu Budi`).
    fn rank_follows(&self, end: usize) -> bool {
        let comma = end == self.end && self.words.text_at(end) == ",";
        let rank = self.words.at(end + usize::from(comma));
        (comma || end < self.end)
            && rank.is_some_and(|word| word.is(Flags::RANK) && word.is(Flags::CAP))
    }

    /// A name that only its upper-case letters tell.
    pub(super) fn name(&mut self, at: usize, out: &mut Segments, apposed: bool) -> usize {
        let first = self.words.at(at);
        let shouted = first.is_some_and(|word| word.is(Flags::UPPER));
        let mut end = at + 1;
        while let Some(word) = self.words.at(end).filter(|_| end < self.end) {
            let again = end > at + 1 && first.is_some_and(|first| first.hash == word.hash);
            if again || self.pairs(at, end) {
                break;
            }
            let given = word.is(Flags::GIVEN);
            let other = ANEW
                .with(Flags::DEGREE)
                .with(Flags::NO_NAME)
                .with(Flags::ORDINARY)
                .with(Flags::AUXILIARY);
            // `Putra` ends many a name.
            let tail = word.is(Flags::ROLE) && !word.is(Flags::FIELD) && end + 1 == self.end;
            let letter = word.end - word.start == 1 && end + 1 < self.end && !shouted;
            let stops = (word.is(other) && !given && !tail && !letter)
                || (word.is(Flags::STATE) && !given && !word.is(Flags::FIELD))
                || (word.is(Flags::ORGANISATION) && !word.is(Flags::TAIL))
                || (word.is(Flags::UPPER)
                    && !word.is(Flags::TAIL)
                    && !shouted
                    && word.end - word.start < 6
                    && !self.initials(end, word)
                    && !self.ends_with_initials(at, end, word));
            if stops && word.is(Flags::CAP) {
                break;
            }
            end += 1;
        }
        let cut = if self.in_role {
            self.person_after(at, end)
        } else {
            None
        };
        if let Some(start) = cut {
            return start;
        }
        let known = self
            .words
            .slice(at..end)
            .iter()
            .any(|word| word.is(Flags::GIVEN));
        if self.in_role && !apposed && !known && self.rank_follows(end) {
            return end;
        }
        // A mark at the end belongs to what follows.
        while end > at + 1
            && self
                .words
                .at(end - 1)
                .is_some_and(|word| !word.is(Flags::WORD))
        {
            end -= 1;
        }
        let list = self.words.slice(at..end);
        let parts = list.iter().filter(|word| word.is(Flags::WORD)).count();
        let given = list.iter().any(|word| word.is(Flags::GIVEN));
        let mut candidate = blank(at..end);
        candidate.votes = self.votes(at..end);
        // `Ketua Karang Taruna Melati, Yasir`: the name behind the comma is the person's.
        if self.in_role && !given && !apposed && end == self.end && self.person_follows() {
            candidate.votes.body += 5;
        }
        let body = candidate.votes.body > candidate.votes.person;
        if let Some(start) = out.open_role.take_if(|start| *start < at && !body) {
            candidate.votes.person += 4;
            candidate.apposed = apposed;
            candidate.role = Some(start..at);
        }
        candidate.weak = parts == 1
            && first.is_some_and(|word| {
                let known = word.is(Flags::GIVEN) && !word.is(Flags::LOWER_TOO);
                word.is(Flags::FIRST) && !known
            });
        self.in_role = false;
        out.found.push(candidate);
        end
    }

    /// What the words of a name say of its kind.
    fn votes(&self, mut places: Range<usize>) -> Votes {
        let list = self.words.slice(places.clone());
        let first = list.first();
        let shouted = first.is_some_and(|word| word.is(Flags::UPPER));
        let parts = list.iter().filter(|word| word.is(Flags::WORD)).count();
        let mut votes = Votes::default();
        let last = list.last();
        if last.is_some_and(|word| self.words.lexicon.has(List::PlaceTails, word.hash)) && parts > 1
        {
            votes.place += 7;
        } else if last.is_some_and(|word| word.is(Flags::TAIL)) && parts > 1 {
            votes.body += 6;
        } else if first.is_some_and(|word| word.is(Flags::GIVEN)) {
            votes.person += 3;
        } else if list.iter().any(|word| word.is(Flags::GIVEN)) {
            votes.person += 2;
        }
        if shouted && parts == 1 {
            votes.body += 2;
        } else if (2..=4).contains(&parts) && votes.body == 0 {
            votes.person += 1;
        }
        if list
            .iter()
            .skip(1)
            .any(|word| word.is(Flags::FIELD) && !word.is(Flags::GIVEN))
        {
            votes.person -= 2;
        }
        let foreign = |word: &Word| word.is(Flags::PARTICLE) && word.is(Flags::JOINER);
        if list.iter().any(foreign) {
            votes.body += 2;
            votes.person -= 1;
        }
        let branch = |word: &Word| word.is(Flags::STATE) && word.is(Flags::FIELD);
        let abbreviated = shouted
            && first.is_some_and(|word| {
                word.end - word.start > 2
                    && !word.is(Flags::GIVEN)
                    && list
                        .iter()
                        .any(|word| word.is(Flags::CAP) && !word.is(Flags::UPPER))
            });
        let given = list.iter().any(|word| word.is(Flags::GIVEN));
        if parts > 1 && !given && (abbreviated || list.last().is_some_and(branch)) {
            votes.body += 3;
        }
        if places.any(|place| self.words.text_at(place) == "&") {
            votes.body += 4;
        }
        votes
    }
}
