//! Which sentences, beside those that date it, speak of which event.

use super::FoundEvent;
use super::material::Material;
use crate::extract::reading::{Flags, Word};

/// Words at the head of a sentence among which one points back.
const HEAD: usize = 4;

/// Fewest words in common, by their weight, of a sentence that follows an event's, and of one further on.
const NEAR: f32 = 1.2;
const FAR: f32 = 3.0;
const FAR_FROM_MAIN: f32 = 1.2;

/// Most sentences in a row that follow an event's without a word in common, and most where they point back.
const LOOSE: usize = 1;
const LOOSE_POINTING: usize = 3;

/// What was told before the sentence at hand.
struct Thread {
    /// The events of the last sentence that told of any.
    current: Vec<usize>,
    /// That sentence.
    told: usize,
    /// Sentences since one that shares words with the events.
    loose: usize,
}

/// Gives each undated sentence to the event that it elaborates, if there is one: the one whose day the line above it names, the
/// one that its head names again (`Percakapan ini …`), the one that the sentences before it tell of, where it goes on with it, or else the one that it has most
/// in common with. A dated sentence that begins by naming the main event again is evidence of that one too.
pub(super) fn elaborate(material: &Material<'_>, events: &mut [FoundEvent], lead: &[usize]) {
    let main = events.iter().position(|event| event.main);
    if let Some(event) = main.and_then(|main| events.get_mut(main)) {
        event.evidence.extend(lead);
    }
    let seeds: Vec<Vec<usize>> = events.iter().map(|event| event.evidence.clone()).collect();
    let mut thread = Thread {
        current: Vec::new(),
        told: 0,
        loose: 0,
    };
    for sentence in 0..material.found.spans.len() {
        if !material.tells(sentence) {
            continue;
        }
        let mut of: Vec<usize> = (0..seeds.len())
            .filter(|event| has(&seeds, *event, sentence))
            .collect();
        if of.is_empty() {
            of = choose(material, sentence, &seeds, &mut thread, main);
        } else {
            thread.loose = 0;
            if let Some(main) = main
                && !of.contains(&main)
                && names_again(material, sentence, &seeds, main)
            {
                add(events, main, sentence);
            }
        }
        for event in &of {
            add(events, *event, sentence);
        }
        if !of.is_empty() {
            thread.told = sentence;
        }
        thread.current = of;
    }
    for event in events {
        event.evidence.sort_unstable();
        event.evidence.dedup();
        if event
            .evidence
            .iter()
            .any(|place| !material.is_heading(*place))
        {
            event.evidence.retain(|place| !material.is_heading(*place));
        }
    }
}

fn has(seeds: &[Vec<usize>], event: usize, sentence: usize) -> bool {
    seeds
        .get(event)
        .is_some_and(|seed| seed.contains(&sentence))
}

fn add(events: &mut [FoundEvent], event: usize, sentence: usize) {
    if let Some(event) = events.get_mut(event) {
        event.evidence.push(sentence);
    }
}

fn choose(
    material: &Material<'_>,
    sentence: usize,
    seeds: &[Vec<usize>],
    thread: &mut Thread,
    main: Option<usize>,
) -> Vec<usize> {
    let likeness = |event: usize| {
        let seed = seeds.get(event).map(Vec::as_slice).unwrap_or_default();
        let scores = seed.iter().map(|other| material.likeness(sentence, *other));
        scores.fold(0.0, f32::max)
    };
    if material.is_heading(thread.told) && !thread.current.is_empty() {
        thread.loose = 0;
        return thread.current.clone();
    }
    if points(material, sentence).is_some() {
        let named = |event: &usize| names_again(material, sentence, seeds, *event);
        let current: Vec<usize> = thread.current.iter().copied().filter(named).collect();
        if !current.is_empty() {
            thread.loose = 0;
            return current;
        }
        if let Some(main) = main.filter(named) {
            thread.loose = 0;
            return vec![main];
        }
    }
    let follows = !thread.current.is_empty()
        && (thread.told + 1 == sentence
            || material.paragraph(thread.told) == material.paragraph(sentence));
    if follows {
        let near: Vec<usize> = thread
            .current
            .iter()
            .copied()
            .filter(|event| likeness(*event) >= NEAR)
            .collect();
        if !near.is_empty() {
            thread.loose = 0;
            return near;
        }
        let most = match points(material, sentence) {
            Some(_) => LOOSE_POINTING,
            None => LOOSE,
        };
        if thread.loose < most && goes_on(material, sentence, thread) {
            thread.loose += 1;
            return thread.current.clone();
        }
    }
    thread.loose = 0;
    let best = (0..seeds.len())
        .map(|event| (event, likeness(event)))
        .max_by(|one, other| one.1.total_cmp(&other.1));
    match best {
        Some((event, score)) if score >= FAR => vec![event],
        Some((event, score)) if Some(event) == main && score >= FAR_FROM_MAIN => vec![event],
        _ => Vec::new(),
    }
}

/// The words at the head of a sentence.
fn head(words: &[Word]) -> impl Iterator<Item = (usize, &Word)> {
    let words = words.iter().enumerate();
    words.filter(|(_, word)| word.is(Flags::WORD)).take(HEAD)
}

/// The place of the word at the head of a sentence that points back (`Pertemuan tersebut …`).
fn points(material: &Material<'_>, sentence: usize) -> Option<usize> {
    let words = material.words(sentence);
    let pointer =
        |(place, word): (usize, &Word)| material.rules.pointers.has(word.hash).then_some(place);
    head(words).find_map(pointer)
}

/// Whether the words before the one that points back name what an event's sentences tell of.
fn names_again(
    material: &Material<'_>,
    sentence: usize,
    seeds: &[Vec<usize>],
    event: usize,
) -> bool {
    let Some(pointer) = points(material, sentence) else {
        return false;
    };
    let words = material.words(sentence).get(..pointer).unwrap_or_default();
    let seed = seeds.get(event).map(Vec::as_slice).unwrap_or_default();
    words
        .iter()
        .filter(|word| word.is(Flags::WORD))
        .any(|word| material.tells_of(seed, *word))
}

/// Whether a sentence goes on with what the one before it tells: it begins with a word that says so, or somebody of the events
/// told of speaks or acts in it.
fn goes_on(material: &Material<'_>, sentence: usize, thread: &Thread) -> bool {
    let words = material.words(sentence);
    let begins = head(words).any(|(_, word)| {
        material.rules.pointers.has(word.hash)
            || (word.is(Flags::FIRST)
                && (word.is(Flags::PRONOUN) || material.rules.continuers.has(word.hash)))
    });
    let actors = |sentence: usize| {
        let at = material.sentences.get(sentence);
        at.map(|at| at.mentions.as_slice()).unwrap_or_default()
    };
    let before = actors(thread.told);
    begins
        || actors(sentence).iter().any(|(actor, mention)| {
            mention.subject && before.iter().any(|(other, _)| other == actor)
        })
}
