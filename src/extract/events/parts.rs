//! Who takes part in an event, as what, and where it happened.

use super::material::Material;
use super::{FoundEvent, FoundPart, PartRole};
use crate::extract::names::{FoundActor, Mention, MentionForm};
use crate::extract::reading::Flags;
use crate::model::ActorKind;

/// Fills in who takes part: those named in the sentences that date the event, or in the lead for the main one, unless they only
/// speak of it, qualify somebody else or are where somebody comes from.
pub(super) fn parts(material: &Material<'_>, event: &mut FoundEvent, core: &[usize]) {
    let mut found: Vec<FoundPart> = Vec::new();
    let mut place = None;
    for sentence in core {
        let Some(at) = material.sentences.get(*sentence) else {
            continue;
        };
        for (actor, mention) in &at.mentions {
            let Some(one) = material.found.actors.get(*actor) else {
                continue;
            };
            if mention.form == MentionForm::Pronoun && found.iter().any(|part| part.actor == *actor)
            {
                continue;
            }
            let is_place = one.kind == ActorKind::Place;
            if is_place && mention.located {
                place = place.or(Some(*actor));
            }
            let Some(role) = role(material, *sentence, *actor, mention, is_place) else {
                continue;
            };
            match found.iter_mut().find(|part| part.actor == *actor) {
                Some(part) if part.role == PartRole::Participant => part.role = role,
                Some(_) => {}
                None => found.push(FoundPart {
                    actor: *actor,
                    role,
                }),
            }
        }
    }
    if !event.main {
        let acts = found.iter().any(|part| part.role != PartRole::Speaker);
        if acts {
            found.retain(|part| part.role != PartRole::Speaker);
        }
    }
    event.actors = found;
    event.place = place;
}

fn role(
    material: &Material<'_>,
    sentence: usize,
    actor: usize,
    mention: &Mention,
    is_place: bool,
) -> Option<PartRole> {
    let speaks = material
        .found
        .attributions
        .iter()
        .any(|claim| claim.sentence == sentence && claim.said_by == Some(actor));
    if mention.agent {
        return Some(PartRole::Agent);
    }
    if mention.subject && speaks {
        return Some(PartRole::Speaker);
    }
    if mention.subject {
        return Some(match mention.passive {
            true => PartRole::Target,
            false => PartRole::Agent,
        });
    }
    if speaks {
        return Some(PartRole::Speaker);
    }
    if mention.object {
        return Some(PartRole::Target);
    }
    if mention.companion {
        return Some(PartRole::Participant);
    }
    let happens_there = mention.located && !comes_from(material, sentence, mention);
    match is_place {
        true => happens_there.then_some(PartRole::Participant),
        false => (mention.role.is_some() || is_somebody(material, actor))
            .then_some(PartRole::Participant),
    }
}

/// Whether the text shows anywhere that a name is somebody's who acts: it does something, is acted upon, speaks, has a role or is
/// named again.
fn is_somebody(material: &Material<'_>, actor: usize) -> bool {
    let found = &material.found;
    let acts = |mention: &Mention| {
        mention.subject || mention.agent || mention.object || mention.role.is_some()
    };
    let one = found.actors.get(actor);
    let named_again = |one: &FoundActor| one.mentions.len() > 1 || one.mentions.iter().any(acts);
    one.is_some_and(named_again)
        || found
            .attributions
            .iter()
            .any(|claim| claim.said_by == Some(actor) || claim.relaying == Some(actor))
}

/// Whether a word before it makes it where somebody comes from (`asal Makassar`).
fn comes_from(material: &Material<'_>, sentence: usize, mention: &Mention) -> bool {
    let before = material.words_before(sentence, mention.range.start);
    let last = before.iter().rev().find(|word| word.is(Flags::WORD));
    last.is_some_and(|word| material.rules.origins.has(word.hash))
}
