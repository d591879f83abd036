//! Which undated sentences speak of which event.

use super::FoundEvent;
use super::material::Material;
use crate::extract::reading::Flags;

/// Words at the head of a sentence among which one points back.
const HEAD: usize = 4;

/// Fewest words in common, by their weight, of a sentence that follows an event's, and of one further on.
const NEAR: f32 = 1.0;
const FAR: f32 = 2.4;

/// Gives each undated sentence to the event that it elaborates, if there is one: the one that the sentences before it tell of,
/// where it points back to it or shares its words, else the one that it has most in common with.
pub(super) fn elaborate(material: &Material<'_>, events: &mut [FoundEvent], lead: &[usize]) {
    let main = events.iter().position(|event| event.main);
    if let Some(event) = main.and_then(|main| events.get_mut(main)) {
        event.evidence.extend(lead);
    }
    let seeds: Vec<Vec<usize>> = events.iter().map(|event| event.evidence.clone()).collect();
    let mut current: Vec<usize> = Vec::new();
    let mut told = 0;
    for sentence in 0..material.found.spans.len() {
        if !material.tells(sentence) {
            continue;
        }
        let of: Vec<usize> = (0..seeds.len())
            .filter(|event| {
                seeds
                    .get(*event)
                    .is_some_and(|seed| seed.contains(&sentence))
            })
            .collect();
        if !of.is_empty() {
            current = of;
            told = sentence;
            continue;
        }
        let chosen = choose(material, sentence, &seeds, &current, told, main);
        match chosen.is_empty() {
            true => current.clear(),
            false => {
                for event in &chosen {
                    if let Some(event) = events.get_mut(*event) {
                        event.evidence.push(sentence);
                    }
                }
                current = chosen;
                told = sentence;
            }
        }
    }
    for event in events {
        event.evidence.sort_unstable();
        event.evidence.dedup();
    }
}

fn choose(
    material: &Material<'_>,
    sentence: usize,
    seeds: &[Vec<usize>],
    current: &[usize],
    told: usize,
    main: Option<usize>,
) -> Vec<usize> {
    let likeness = |event: usize| {
        let seed = seeds.get(event).map(Vec::as_slice).unwrap_or_default();
        let scores = seed.iter().map(|other| material.likeness(sentence, *other));
        scores.fold(0.0, f32::max)
    };
    let follows = told + 1 == sentence || material.paragraph(told) == material.paragraph(sentence);
    if follows && !current.is_empty() {
        let near = |event: &&usize| likeness(**event) >= NEAR;
        if points_back(material, sentence) || current.iter().any(|event| near(&event)) {
            let alike: Vec<usize> = current.iter().filter(near).copied().collect();
            return match alike.is_empty() {
                true => current.to_vec(),
                false => alike,
            };
        }
    }
    let best = (0..seeds.len())
        .map(|event| (event, likeness(event)))
        .max_by(|one, other| one.1.total_cmp(&other.1));
    match best {
        Some((event, score)) if score >= FAR => vec![event],
        Some((event, score)) if Some(event) == main && score >= NEAR * 1.5 => vec![event],
        _ => Vec::new(),
    }
}

/// Whether a sentence begins by pointing back (`Pertemuan tersebut …`, `Ia …`, `Termasuk …`).
fn points_back(material: &Material<'_>, sentence: usize) -> bool {
    let words = material.words(sentence).iter();
    let mut head = words.filter(|word| word.is(Flags::WORD)).take(HEAD);
    head.any(|word| {
        material.rules.pointers.has(word.hash)
            || (word.is(Flags::FIRST)
                && (word.is(Flags::PRONOUN) || material.rules.continuers.has(word.hash)))
    })
}
