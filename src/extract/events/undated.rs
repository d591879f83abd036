//! Events without a date: sentences in which somebody does something and that belong to no dated event.

use std::sync::Arc;

use super::material::Material;
use super::{FoundEvent, confidence};
use crate::extract::reading::Flags;
use crate::extract::structure::SpanKind;
use crate::model::Status;

/// Fewest words of such a sentence.
const WORDS: usize = 5;

pub(super) fn undated(material: &Material<'_>, events: &[FoundEvent]) -> Vec<FoundEvent> {
    let free = (0..material.found.spans.len()).filter(|sentence| {
        !events.iter().any(|event| event.evidence.contains(sentence))
            && tells_deed(material, *sentence)
    });
    free.map(|sentence| FoundEvent {
        title: String::new(),
        date: None,
        status: status(material, sentence),
        actors: Vec::new(),
        place: None,
        evidence: vec![sentence],
        times: Vec::new(),
        counts_from: None,
        behind_link: false,
        rule: Arc::clone(&material.rules.deed),
        confidence: confidence::UNDATED,
        main: false,
    })
    .collect()
}

/// Whether a named actor does something in it that is neither speech, a state nor a wish.
fn tells_deed(material: &Material<'_>, sentence: usize) -> bool {
    let words = material.words(sentence);
    let rules = material.rules;
    let saying = Flags::AFTER_SPEAKER
        .with(Flags::SELF_SPEAKER)
        .with(Flags::ACCORDING);
    let says_nothing_done = |hash| {
        rules.states.has(hash)
            || rules.wishes.has(hash)
            || rules.negations.has(hash)
            || rules.told.has(hash)
    };
    material.kind(sentence) == Some(SpanKind::Sentence)
        && !material.has_date(sentence)
        && !material.is_speech(sentence)
        && words.iter().filter(|word| word.is(Flags::WORD)).count() >= WORDS
        && material
            .mentions(sentence)
            .iter()
            .any(|(_, mention)| mention.subject || mention.agent)
        && !words
            .iter()
            .any(|word| word.is(saying) || says_nothing_done(word.hash))
}

fn status(material: &Material<'_>, sentence: usize) -> Status {
    let words = material.words(sentence);
    let rules = material.rules;
    if words.iter().any(|word| rules.plans.has(word.hash)) {
        Status::Planned
    } else if words.iter().any(|word| rules.claims.has(word.hash)) {
        Status::Claimed
    } else {
        Status::Happened
    }
}
