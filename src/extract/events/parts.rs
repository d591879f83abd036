//! Who takes part in an event, as what, and where it happened.

use super::material::Material;
use super::{FoundEvent, FoundPart, PartRole};
use crate::extract::names::{FoundActor, Mention, MentionForm};
use crate::extract::reading::Flags;
use crate::model::ActorKind;

/// Fills in who takes part, and where. `dating` are the sentences that date the event: the first place that something happens in
/// there is the event's. `core` are these, and the lead for the main event; they are read first,
/// then the others. Whoever acts, is acted upon or speaks in any of them takes part, and a place where something happens; others
/// only where the core names them. Whoever only speaks of an event that somebody else acts in takes no part in it, unless the
/// article is about it.
pub(super) fn parts(
    material: &Material<'_>,
    event: &mut FoundEvent,
    dating: &[usize],
    core: &[usize],
) {
    let mut found: Vec<FoundPart> = Vec::new();
    let mut place = None;
    let others = event.evidence.iter().filter(|place| !core.contains(place));
    let sentences = core.iter().map(|sentence| (sentence, true));
    for (sentence, is_core) in sentences.chain(others.map(|sentence| (sentence, false))) {
        for (actor, mention) in material.mentions(*sentence) {
            let Some(one) = material.found.actors.get(*actor) else {
                continue;
            };
            if one.kind == ActorKind::Place && mention.located && dating.contains(sentence) {
                place = place.or(Some(*actor));
            }
            let context = Context {
                material,
                sentence: *sentence,
                is_core,
                actor: *actor,
                one,
                mention,
            };
            if let Some(role) = context.role() {
                take(&mut found, *actor, role);
            }
        }
    }
    let acts = found.iter().any(|part| part.role != PartRole::Speaker);
    if !event.main && acts {
        found.retain(|part| part.role != PartRole::Speaker);
    }
    event.actors = found;
    event.place = place;
}

/// Notes an actor's part; the first that says more than that it is named stays.
fn take(found: &mut Vec<FoundPart>, actor: usize, role: PartRole) {
    match found.iter_mut().find(|part| part.actor == actor) {
        Some(part) if part.role == PartRole::Participant => part.role = role,
        Some(_) => {}
        None => found.push(FoundPart { actor, role }),
    }
}

/// One place where an actor is named in an event's sentences.
struct Context<'a> {
    material: &'a Material<'a>,
    sentence: usize,
    is_core: bool,
    actor: usize,
    one: &'a FoundActor,
    mention: &'a Mention,
}

impl Context<'_> {
    fn role(&self) -> Option<PartRole> {
        let mention = self.mention;
        let speaks = self.speaks();
        if !self.one.sure && !speaks {
            return None;
        }
        if mention.agent {
            return Some(PartRole::Agent);
        }
        if speaks {
            return Some(PartRole::Speaker);
        }
        if mention.subject {
            return Some(match mention.passive {
                true => PartRole::Target,
                false => PartRole::Agent,
            });
        }
        if mention.object {
            return Some(PartRole::Target);
        }
        let takes_part = match self.one.kind {
            ActorKind::Place => {
                mention.companion || (mention.located && !self.comes_from() && !self.goes_on())
            }
            _ if !self.is_core || mention.form == MentionForm::Pronoun => false,
            _ => mention.companion || mention.role.is_some() || self.is_somebody(),
        };
        takes_part.then_some(PartRole::Participant)
    }

    fn speaks(&self) -> bool {
        self.material.says_in(self.sentence, self.actor)
    }

    /// Whether the text shows anywhere that a name is somebody's who acts: it does something, is acted upon, speaks, has a role or
    /// is named again.
    fn is_somebody(&self) -> bool {
        let acts = |mention: &Mention| {
            mention.subject || mention.agent || mention.object || mention.role.is_some()
        };
        self.one.mentions.len() > 1
            || self.one.mentions.iter().any(acts)
            || self.material.says(self.actor)
    }

    /// Whether a word before it makes it where somebody comes from (`asal Makassar`).
    fn comes_from(&self) -> bool {
        let start = self.mention.range.start;
        let before = self.material.words_before(self.sentence, start);
        let last = before.iter().rev().find(|word| word.is(Flags::WORD));
        last.is_some_and(|word| self.material.rules.origins.has(word.hash))
    }

    /// Whether it only says where the place before it lies (`di Istora, Jakarta`).
    fn goes_on(&self) -> bool {
        let start = self.mention.range.start;
        let before = self.material.words_before(self.sentence, start);
        let last = before.last();
        last.is_some_and(|word| self.material.text_of(*word) == ",")
    }
}
