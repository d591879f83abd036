//! Actors that speak without a name (`kata jaksa`, `salah seorang warga`).

use super::{ActorKind, FoundActor, Mention, MentionForm};
use crate::extract::reading::{Flags, Words, run_of};

/// Adds those whom a verb of saying names by a noun, with every later place of that noun as a subject.
pub(super) fn add(words: &Words<'_>, found: &mut Vec<FoundActor>) {
    let mut nouns: Vec<(u64, usize)> = Vec::new();
    for (at, word) in words.list.iter().enumerate() {
        if !word.is(Flags::UNNAMED) || word.is(Flags::QUOTED.with(Flags::TITLE)) {
            continue;
        }
        let before = at.checked_sub(1).and_then(|place| words.at(place));
        let behind = words.at(at + 1);
        let spoken = before.is_some_and(|cue| cue.is(Flags::BEFORE_SPEAKER) && !cue.is(Flags::CAP));
        let names_on = behind.is_some_and(|next| {
            next.is(Flags::CAP.with(Flags::ROLE).with(Flags::FIELD)) && !next.is(Flags::SPEAKER_END)
        });
        let alone = spoken && !names_on && words.text_at(at + 1) != ",";
        let known = nouns
            .iter()
            .find(|(noun, _)| *noun == word.hash)
            .map(|(_, at)| *at);
        let acts = word.is(Flags::FIRST)
            && behind.is_some_and(|next| {
                next.is(Flags::VERB.with(Flags::AUXILIARY)) && !next.is(Flags::CAP)
            });
        let owner = match known {
            Some(owner) if alone || acts => owner,
            None if alone => {
                nouns.push((word.hash, found.len()));
                found.push(FoundActor {
                    name: word.text(words.text).to_owned(),
                    kind: ActorKind::Person,
                    aliases: Vec::new(),
                    mentions: Vec::new(),
                });
                found.len() - 1
            }
            _ => continue,
        };
        if let Some(actor) = found.get_mut(owner) {
            actor.mentions.push(Mention {
                range: run_of(std::slice::from_ref(word)),
                form: MentionForm::Noun,
                role: None,
                subject: acts,
                passive: false,
                located: false,
                agent: false,
                apposed: false,
                sentence: word.sentence as usize,
            });
        }
    }
}
