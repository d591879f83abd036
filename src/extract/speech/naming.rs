//! Which person the words behind a verb of saying name: offices and bodies stand before the name, or a comma parts them.

use std::ops::Range;

use super::speakers::{Named, Speakers};
use crate::extract::names::{ActorKind, Mention, MentionForm};
use crate::extract::reading::{Flags, is_mark, is_stop};

/// Longest way to a person behind the place where the naming seems to end, in words and marks.
const FARTHEST: usize = 25;
/// Fewest letters of a part of a name that tells whose an account is.
const TELLING: usize = 4;

fn by_name(named: &Named<'_>) -> bool {
    named.kind == ActorKind::Person
        && !matches!(named.mention.form, MentionForm::Noun | MentionForm::Pronoun)
}

impl Speakers<'_> {
    /// The person named in some words: at their beginning, behind the comma that ends an office, or last in a row of offices
    /// and bodies.
    pub(super) fn person(&self, places: Range<usize>, named: &[Named<'_>]) -> Option<usize> {
        let persons = || named.iter().filter(|named| by_name(named));
        let begin = self.behind_titles(places.start);
        let starts = |named: &&Named<'_>, place: usize| {
            self.words
                .at(place)
                .is_some_and(|word| word.start as usize == named.mention.range.start)
        };
        let ends = |named: &&Named<'_>| {
            let next = self.words.at(self.place(named.mention.range.end));
            next.is_none_or(|next| {
                !next.is(Flags::CAP) || next.is(Flags::CALENDAR.with(Flags::FIRST))
            })
        };
        persons()
            .find(|named| starts(named, begin) && ends(named))
            .or_else(|| persons().find(|named| named.mention.apposed))
            .or_else(|| {
                let parted = persons().find(|named| self.is_parted(places.start, named));
                parted.or_else(|| self.last_of_row(places.start, named))
            })
            .map(|named| named.actor)
    }

    /// Behind ranks, degrees and their full stops.
    fn behind_titles(&self, from: usize) -> usize {
        let mut at = from;
        while self.words.at(at).is_some_and(|word| {
            word.is(Flags::RANK.with(Flags::DEGREE).with(Flags::ADDRESS))
                || (at > from && self.words.text_at(at) == ".")
        }) {
            at += 1;
        }
        at
    }

    /// Whether a comma stands before a person and its titles.
    fn is_parted(&self, from: usize, named: &Named<'_>) -> bool {
        let Some(mut at) = self.place(named.mention.range.start).checked_sub(1) else {
            return false;
        };
        while at > from
            && self.words.at(at).is_some_and(|word| {
                word.is(Flags::RANK.with(Flags::DEGREE).with(Flags::ADDRESS))
                    || self.words.text_at(at) == "."
            })
        {
            at -= 1;
        }
        at > from && self.words.text_at(at) == ","
    }

    /// The first person, or one that follows with nothing but bodies and offices in between.
    fn last_of_row<'b>(&self, from: usize, named: &'b [Named<'b>]) -> Option<&'b Named<'b>> {
        let mut persons = named.iter().filter(|named| by_name(named));
        let mut best = persons.next()?;
        let office = self
            .words
            .at(from)
            .is_some_and(|word| word.is(Flags::ROLE.with(Flags::RANK)));
        for next in persons.take_while(|_| office) {
            let between = self.place(best.mention.range.end)..self.place(next.mention.range.start);
            let open = self.words.slice(between).iter().all(|word| {
                (word.is(Flags::WORD) && !word.is(Flags::JOINER.with(Flags::COMPANION)))
                    || matches!(word.text(self.words.text), "(" | ")" | ".")
            });
            if !open {
                break;
            }
            best = next;
        }
        Some(best)
    }

    /// A person behind a comma, further on in the sentence of an office that words of place interrupt.
    pub(super) fn later(&self, from: usize, end: usize) -> Option<usize> {
        let first = self.words.at(from)?;
        if !first.is(Flags::ROLE.with(Flags::UNNAMED)) {
            return None;
        }
        let stop = (end..end + FARTHEST)
            .find(|place| {
                self.words.at(*place).is_none_or(|word| {
                    let text = word.text(self.words.text);
                    word.sentence != first.sentence
                        || is_stop(text)
                        || is_mark(text)
                        || word.is(Flags::CALENDAR)
                })
            })
            .unwrap_or(end + FARTHEST);
        let named = self.within(self.bytes(end..stop));
        let parted = |named: &&Named<'_>| by_name(named) && self.is_parted(from, named);
        let mut parted = named.iter().filter(parted);
        let mut best = parted.next()?;
        for next in parted {
            let comma = self.place(best.mention.range.end);
            if comma + 1 != self.place(next.mention.range.start) {
                break;
            }
            best = next;
        }
        Some(best.actor)
    }

    /// The person of whom only a part of the name is said, or whose account it is, where no name was found.
    pub(super) fn short(&self, from: usize, here: Option<usize>) -> Option<usize> {
        if here.is_some() {
            return None;
        }
        let account = self.words.text_at(from) == "@";
        let at = if account {
            from + 1
        } else {
            self.behind_titles(from)
        };
        let word = self.words.at(at)?;
        let known = Flags::ORGANISATION.with(Flags::KNOWN_BODY);
        if !account && (!word.is(Flags::CAP) || word.is(known.with(Flags::STATE))) {
            return None;
        }
        let next = self.words.at(at + 1);
        let goes_on =
            next.is_some_and(|next| next.is(Flags::CAP) && next.sentence == word.sentence);
        if !account && goes_on {
            return None;
        }
        let wanted = word.text(self.words.text).to_lowercase();
        let start = word.start as usize;
        let same = |part: &str| {
            let part = part.to_lowercase();
            if account {
                part.chars().count() >= TELLING && wanted.contains(&part)
            } else {
                part == wanted
            }
        };
        let earlier = self.within(0..start);
        earlier
            .iter()
            .rev()
            .filter(|named| by_name(named) && named.mention.range.end <= start)
            .find(|named| {
                let text = self.words.text.get(named.mention.range.clone());
                text.unwrap_or("").split_whitespace().any(same)
            })
            .map(|named| named.actor)
    }

    /// The last one who was named with the office or rank that stands there alone (`kata Presiden`).
    pub(super) fn holder(&self, from: usize) -> Option<usize> {
        let word = self.words.at(from)?;
        if !word.is(Flags::ROLE.with(Flags::RANK)) {
            return None;
        }
        let alone = self
            .words
            .at(from + 1)
            .is_none_or(|next| !next.is(Flags::CAP) || next.sentence != word.sentence);
        let noun = word.text(self.words.text);
        alone
            .then(|| self.holds(noun, word.start as usize))
            .flatten()
    }

    /// Whether an age in brackets or a description between commas follows, as where somebody is introduced
    /// (`Budi (45)`, `Budi, warga Tuban, …`). Several in a row are rather those whom something befell.
    pub(super) fn is_described(&self, mention: &Mention) -> bool {
        let at = self.place(mention.range.end);
        let mark = self.words.text_at(at);
        if !matches!(mark, "(" | ",") {
            return false;
        }
        let first = self.place(mention.range.start);
        let before = first
            .checked_sub(1)
            .and_then(|before| self.words.at(before));
        let own = self.words.at(first);
        let listed = self
            .words
            .at(at + 3)
            .is_some_and(|next| next.is(Flags::JOINER));
        if listed || own.is_some_and(|own| own.is(Flags::UPPER)) {
            return false;
        }
        let heads = before.is_none_or(|before| {
            own.is_some_and(|own| own.sentence != before.sentence)
                || before.is(Flags::CAP.with(Flags::ROLE).with(Flags::RANK))
                || before.text(self.words.text) == ","
        });
        let Some(next) = self.words.at(at + 1).filter(|_| heads) else {
            return false;
        };
        let aged = next.is(Flags::NUMBER) && self.words.text_at(at + 2) == ")";
        let role = Flags::ROLE
            .with(Flags::UNNAMED)
            .with(Flags::INHABITANT)
            .with(Flags::SOMEONE);
        match mark {
            "(" => aged,
            _ => next.is(role) && !next.is(Flags::CAP),
        }
    }

    /// The place of the first word that begins at or behind a byte.
    pub(super) fn place(&self, byte: usize) -> usize {
        self.words
            .list
            .partition_point(|word| (word.start as usize) < byte)
    }
}
