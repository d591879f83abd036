//! Whom some words bear upon: the one who acts in them, the one whom they introduce, and what kind of actor each is.

use std::ops::Range;

use super::speakers::{Named, Speakers};
use crate::extract::names::{ActorKind, Mention, MentionForm};
use crate::extract::reading::Flags;

impl Speakers<'_> {
    /// Whether it does something there, or says what a passive verb says (`dikatakan Budi`).
    fn acts(&self, mention: &Mention) -> bool {
        let start = mention.range.start;
        let list = &self.words.list;
        let saying = || {
            let at = list.partition_point(|word| (word.start as usize) < start);
            let verb = at.checked_sub(1).and_then(|at| self.words.at(at));
            verb.is_some_and(|verb| verb.is(Flags::BEFORE_SPEAKER))
        };
        (mention.subject && !mention.passive) || (mention.agent && saying())
    }

    /// The person that the words from one byte to another leave in focus: the last subject, or the last one named with a role,
    /// unless only those who act are wanted.
    pub(super) fn focus(
        &self,
        bytes: Range<usize>,
        quoted: impl Fn(usize) -> bool,
        acting: bool,
    ) -> Option<usize> {
        let strong = |named: &&Named<'_>| {
            let mention = named.mention;
            let known = self.acts(mention)
                || mention.apposed
                || mention.role.is_some()
                || self.is_described(mention);
            named.kind == ActorKind::Person
                && !matches!(mention.form, MentionForm::Pronoun | MentionForm::Noun)
                && known
                && !quoted(mention.range.start)
        };
        let named = self.within(bytes);
        let subject = named
            .iter()
            .rev()
            .filter(strong)
            .find(|named| self.acts(named.mention) || self.is_described(named.mention));
        subject
            .or_else(|| {
                named
                    .iter()
                    .rev()
                    .find(|named| strong(named) && (!acting || named.mention.apposed))
            })
            .map(|named| named.actor)
    }

    /// The person whom these words introduce with a role and as the subject of a verb.
    pub(super) fn introduced(
        &self,
        bytes: Range<usize>,
        quoted: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let start = bytes.start;
        let named = self.within(bytes);
        let new = |named: &&Named<'_>| {
            let mention = named.mention;
            named.kind == ActorKind::Person
                && mention.form == MentionForm::Full
                && (mention.role.is_some() || mention.apposed || self.is_described(mention))
                && (self.acts(mention) || self.is_described(mention))
                && !quoted(mention.range.start)
                && self.first(named.actor) >= start
        };
        named.iter().rev().find(new).map(|named| named.actor)
    }

    /// Where an actor is named first.
    fn first(&self, actor: usize) -> usize {
        let first = self.actor(actor).and_then(|actor| actor.mentions.first());
        first.map_or(0, |mention| mention.range.start)
    }

    /// Whether an actor is a person with a name.
    pub(super) fn is_named(&self, actor: usize) -> bool {
        let by_name =
            |mention: &Mention| !matches!(mention.form, MentionForm::Pronoun | MentionForm::Noun);
        self.actor(actor).is_some_and(|actor| {
            actor.kind == ActorKind::Person && actor.mentions.iter().any(by_name)
        })
    }

    /// Whether an actor is a body.
    pub(super) fn is_body(&self, actor: usize) -> bool {
        let actor = self.actor(actor);
        actor.is_some_and(|actor| actor.kind == ActorKind::Organisation)
    }
}
