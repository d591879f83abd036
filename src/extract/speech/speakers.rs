//! Whom a verb of saying has for its speaker: named behind it, named before it, or meant by a pronoun.

use std::ops::Range;

use crate::extract::names::{ActorKind, FoundActor, Genders, Mention, MentionForm};
use crate::extract::reading::{Flags, Words, is_lower_of};

/// Longest naming of a speaker, in words and marks.
const LONGEST: usize = 40;

/// One mention with its actor.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub(super) actor: usize,
    pub(super) kind: ActorKind,
    pub(super) mention: &'a Mention,
}

/// The mentions of a text in order, ready to be asked.
pub(super) struct Speakers<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) named: Vec<Named<'a>>,
    actors: &'a [FoundActor],
    genders: Genders,
}

impl<'a> Speakers<'a> {
    pub(super) fn new(words: &'a Words<'a>, actors: &'a [FoundActor]) -> Self {
        let count = actors.iter().map(|actor| actor.mentions.len()).sum();
        let mut named: Vec<Named<'a>> = Vec::with_capacity(count);
        for (actor, found) in actors.iter().enumerate() {
            let kind = found.kind;
            named.extend(found.mentions.iter().map(|mention| Named {
                actor,
                kind,
                mention,
            }));
        }
        named.sort_by_key(|named| named.mention.range.start);
        Self {
            words,
            named,
            actors,
            genders: Genders::new(words.lexicon, actors),
        }
    }

    /// An actor by its place.
    pub(super) fn actor(&self, place: usize) -> Option<&'a FoundActor> {
        self.actors.get(place)
    }

    /// The mentions that begin in some bytes of the text.
    pub(super) fn within(&self, bytes: Range<usize>) -> &[Named<'a>] {
        let first = self
            .named
            .partition_point(|named| named.mention.range.start < bytes.start);
        let end = self
            .named
            .partition_point(|named| named.mention.range.start < bytes.end);
        self.named.get(first..end).unwrap_or_default()
    }

    pub(super) fn bytes(&self, places: Range<usize>) -> Range<usize> {
        let start = self
            .words
            .at(places.start)
            .map_or(0, |word| word.start as usize);
        let last = places
            .end
            .checked_sub(1)
            .and_then(|place| self.words.at(place));
        start..last.map_or(start, |word| word.end as usize)
    }

    /// Whom the pronoun at a place means: the one in focus, or where it cannot mean that one, the one whom it was found to mean.
    fn by_pronoun(&self, place: usize, focus: Option<usize>) -> Option<usize> {
        let word = self.words.at(place)?;
        if self.genders.agree(self.words.lexicon, word.hash, focus?) {
            return focus;
        }
        let here = self.within(self.bytes(place..place + 1)).iter();
        let mut meant = here.filter(|named| named.mention.form == MentionForm::Pronoun);
        meant.next().map(|named| named.actor)
    }

    /// The speaker named from this place on; `focus` for a pronoun or a noun that points back.
    pub(super) fn behind(&self, from: usize, focus: Option<usize>) -> Option<usize> {
        let first = self.words.at(from)?;
        if first.is(Flags::PRONOUN) {
            return self.by_pronoun(from, focus);
        }
        let mut end = from;
        let mut points_back = false;
        while let Some(word) = self.words.at(end) {
            let stops = word.sentence != first.sentence
                || word.is(Flags::SPEAKER_END
                    .with(Flags::CALENDAR)
                    .with(Flags::LISTENER))
                    && !word.is(Flags::CAP)
                    && end > from
                || word.is(Flags::VERB.with(Flags::AUXILIARY))
                    && !word.is(Flags::CAP.with(Flags::ROLE).with(Flags::NAMING))
                    && end > from + 1
                || matches!(self.words.text_at(end), ";" | ":" | "\"" | "“" | "”")
                || end > from + LONGEST;
            if stops {
                break;
            }
            points_back |= word.is(Flags::DEMONSTRATIVE);
            end += 1;
        }
        let named = self.within(self.bytes(from..end));
        let best = |wanted: &dyn Fn(&Named<'_>) -> bool| {
            named
                .iter()
                .find(|named| wanted(named))
                .map(|named| named.actor)
        };
        let head = best(&|named| named.mention.form == MentionForm::Pronoun);
        let pointed = points_back
            && end
                .checked_sub(1)
                .and_then(|last| self.words.at(last))
                .is_some_and(|last| last.is(Flags::DEMONSTRATIVE));
        let here = best(&|named| {
            named.mention.range.start == first.start as usize
                && !(pointed && named.mention.form == MentionForm::Noun)
        });
        let person = self
            .short(from, here)
            .or_else(|| self.person(from..end, named))
            .or_else(|| self.later(from, end));
        if person.is_none() && points_back && here.is_none() {
            return self.meant(from..end).or(focus);
        }
        person
            .or(head)
            .or_else(|| best(&|named| named.mention.form == MentionForm::Noun))
            .or_else(|| best(&|named| named.kind == ActorKind::Organisation))
            .or_else(|| best(&|named| named.kind == ActorKind::Place))
            .or_else(|| self.holder(from))
    }

    /// The subject of a verb of saying at `verb`, named from `from` on; `focus` for a pronoun.
    pub(super) fn before(&self, from: usize, verb: usize, focus: Option<usize>) -> Option<usize> {
        let near = verb.saturating_sub(3).max(from);
        let pronoun = (near..verb).find(|place| {
            let word = self.words.at(*place);
            word.is_some_and(|word| word.is(Flags::PRONOUN))
        });
        if let Some(pronoun) = pronoun {
            return self.by_pronoun(pronoun, focus);
        }
        let named = self.within(self.bytes(from..verb));
        let open = |named: &&Named<'_>| named.mention.form != MentionForm::Pronoun;
        let beside = |named: &&Named<'_>| {
            let end = self.place(named.mention.range.end);
            let mut between = self.words.slice(end..verb.max(end)).iter();
            named.kind == ActorKind::Person
                && !named.mention.located
                && end <= verb
                && between.all(|word| word.is(Flags::AUXILIARY))
        };
        let subject = || named.iter().rev().filter(open);
        let subject = subject()
            .find(beside)
            .or_else(|| subject().find(|named| named.mention.subject));
        let subject = subject.map(|subject| {
            let person = |named: &&Named<'_>| {
                let mention = named.mention;
                named.kind == ActorKind::Person
                    && mention.form != MentionForm::Noun
                    && !(mention.companion || mention.object || mention.located)
            };
            let joined = |named: &&Named<'_>| {
                let from = self.place(named.mention.range.end);
                let between = self
                    .words
                    .slice(from..self.place(subject.mention.range.start));
                let verbs = Flags::VERB
                    .with(Flags::BEFORE_SPEAKER)
                    .with(Flags::AFTER_SPEAKER);
                !between
                    .iter()
                    .any(|word| word.is(verbs.with(Flags::LISTENER)) && !word.is(Flags::CAP))
            };
            let other = subject.kind != ActorKind::Person;
            let first = named.iter().filter(open).find(person);
            first.filter(|_| other).filter(joined).unwrap_or(subject)
        });
        if subject.is_none() {
            let near = self.points_back(near..verb);
            let meant = self.meant(from..verb);
            if let Some(actor) = meant.or(if near { focus } else { None }) {
                return Some(actor);
            }
        }
        let rest = || named.iter().filter(open);
        subject
            .or_else(|| rest().find(|named| named.kind == ActorKind::Person))
            .or_else(|| rest().find(|named| named.kind == ActorKind::Organisation))
            .or_else(|| rest().next())
            .map(|named| named.actor)
    }

    fn points_back(&self, mut places: Range<usize>) -> bool {
        places.any(|place| {
            self.words
                .at(place)
                .is_some_and(|word| word.is(Flags::DEMONSTRATIVE))
        })
    }

    /// The actor that a noun before a demonstrative means: the last one whose role or name holds that noun.
    fn meant(&self, places: Range<usize>) -> Option<usize> {
        let pointer = places.clone().rev().find(|place| {
            self.words
                .at(*place)
                .is_some_and(|word| word.is(Flags::DEMONSTRATIVE))
        })?;
        let noun = self
            .words
            .at(pointer.checked_sub(1)?)
            .filter(|word| word.is(Flags::WORD))?;
        let end = self.words.at(places.start)?.start as usize;
        self.holds(noun.text(self.words.text), end)
    }

    /// The last person before a byte whose role or name holds a word.
    pub(super) fn holds(&self, noun: &str, end: usize) -> Option<usize> {
        let wanted = noun.to_lowercase();
        let holds = |named: &&Named<'_>| {
            let text = self
                .words
                .text
                .get(named.mention.range.clone())
                .unwrap_or("");
            let role = named.mention.role.as_deref().unwrap_or("");
            let mut words = role.split(' ').chain(text.split(' '));
            words.any(|word| is_lower_of(&wanted, word))
        };
        let earlier = self.within(0..end);
        let near = earlier
            .get(earlier.len().saturating_sub(LONGEST)..)
            .unwrap_or_default();
        near.iter().rev().find(holds).map(|named| named.actor)
    }

    /// The actor named exactly at this place, if any.
    pub(super) fn at(&self, place: usize) -> Option<(usize, ActorKind)> {
        let start = self.words.at(place)?.start as usize;
        let named = self.within(start..start + 1).first()?;
        Some((named.actor, named.kind))
    }

    /// Behind the name or pronoun at this place, with whom it means.
    pub(super) fn name_at(
        &self,
        place: usize,
        focus: Option<usize>,
    ) -> Option<(usize, Option<usize>)> {
        let word = self.words.at(place)?;
        if word.is(Flags::PRONOUN) {
            return Some((place + 1, self.by_pronoun(place, focus)));
        }
        let start = word.start as usize;
        let named = self.within(start..start + 1).first()?;
        let mut end = place;
        while self
            .words
            .at(end)
            .is_some_and(|word| (word.start as usize) < named.mention.range.end)
        {
            end += 1;
        }
        Some((end, Some(named.actor)))
    }
}
