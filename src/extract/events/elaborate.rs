//! Which sentences, beside those that date it, speak of which event.

use super::FoundEvent;
use super::material::Material;
use super::shared::Shared;
use crate::extract::reading::{Flags, Word};
use crate::model::{Bounds, bounds_of};

/// Words at the head of a sentence among which one points back.
const HEAD: usize = 4;

/// Fewest words in common, by their weight, of a sentence that follows an event's, and of one further on.
const NEAR: f32 = 1.2;
const FAR: f32 = 3.0;
const FAR_FROM_MAIN: f32 = 1.2;

/// Most sentences in a row that follow an event's without a word in common, and most where they point back.
const LOOSE: usize = 1;
const LOOSE_POINTING: usize = 3;

/// Gives each undated sentence to the event that it elaborates, if there is one: the one whose day the line above it names, the
/// one that its head names again (`Percakapan ini …`), the one that the sentences before it tell of, where it goes on with it, or
/// else the one that it has most in common with. A dated sentence that begins by naming the main event again is evidence of that
/// one too.
pub(super) fn elaborate(material: &Material<'_>, events: &mut [FoundEvent], lead: &[usize]) {
    let main = events.iter().position(|event| event.main);
    if let Some(event) = main.and_then(|main| events.get_mut(main)) {
        event.evidence.extend(lead);
        event.evidence.sort_unstable();
        event.evidence.dedup();
    }
    let mut elaboration = Elaboration {
        material,
        shared: Shared::new(material, events),
        days: events
            .iter()
            .map(|event| event.date.as_deref().and_then(bounds_of))
            .collect(),
        main,
        current: Vec::new(),
        here: Vec::new(),
        told: 0,
        last: 0,
        loose: 0,
    };
    for sentence in 0..material.len() {
        if material.tells(sentence) {
            for event in elaboration.read(sentence) {
                if let Some(event) = events.get_mut(*event) {
                    event.evidence.push(sentence);
                }
            }
        }
    }
    for event in events {
        event.evidence.sort_unstable();
        event.evidence.dedup();
        let heads = |place: &usize| material.is_heading(*place);
        if !event.evidence.iter().all(heads) {
            event.evidence.retain(|place| !heads(place));
        }
    }
}

/// The article, read as far as the sentence at hand.
struct Elaboration<'a> {
    material: &'a Material<'a>,
    shared: Shared,
    /// When each event was.
    days: Vec<Option<Bounds>>,
    main: Option<usize>,
    /// The events of the last sentence that told of any.
    current: Vec<usize>,
    /// The events of the sentence at hand.
    here: Vec<usize>,
    /// That last sentence.
    told: usize,
    /// The sentence before the one at hand, whatever stands between them.
    last: usize,
    /// Sentences since one that shares words with these events.
    loose: usize,
}

impl Elaboration<'_> {
    /// The events that a sentence tells of.
    fn read(&mut self, sentence: usize) -> &[usize] {
        self.here.clear();
        self.here.extend(self.shared.dated_by(sentence));
        let mut also = None;
        if self.here.is_empty() {
            self.loose = self.choose(sentence);
        } else {
            self.loose = 0;
            also = self
                .main
                .filter(|main| !self.here.contains(main) && self.names_again(sentence, *main))
                .filter(|main| !self.here.iter().all(|event| self.is_before(*event, *main)));
        }
        if !self.here.is_empty() {
            self.told = sentence;
        }
        self.last = sentence;
        self.current.clone_from(&self.here);
        self.here.extend(also);
        &self.here
    }

    /// Whether the whole of one event lies before another: what it tells of is its own, whatever the other has in common with it.
    fn is_before(&self, event: usize, other: usize) -> bool {
        let days = |event: usize| self.days.get(event).copied().flatten();
        days(event)
            .zip(days(other))
            .is_some_and(|(one, other)| one.latest < other.earliest)
    }

    /// Chooses the events of an undated sentence; how many sentences it is since one that shares words with these.
    fn choose(&mut self, sentence: usize) -> usize {
        let material = self.material;
        if material.is_heading(self.told) && !self.current.is_empty() {
            self.here.clone_from(&self.current);
            return 0;
        }
        let points_back = pointer(material, sentence).is_some();
        if points_back {
            let current = self.current.iter().copied();
            let named = |event: &usize| self.names_again(sentence, *event);
            let mut named: Vec<usize> = current.filter(named).collect();
            if named.is_empty() {
                named.extend(self.main.filter(|main| self.names_again(sentence, *main)));
            }
            if !named.is_empty() {
                self.here = named;
                return 0;
            }
        }
        self.shared.liken(material, sentence);
        let alike = self.shared.alike.iter();
        let follows = !self.current.is_empty()
            && (self.told == self.last
                || material.paragraph(self.told) == material.paragraph(sentence));
        if follows {
            let near = alike
                .clone()
                .filter(|(event, likeness)| *likeness >= NEAR && self.current.contains(event));
            self.here.extend(near.map(|(event, _)| *event));
            if !self.here.is_empty() {
                return 0;
            }
            let most = if points_back { LOOSE_POINTING } else { LOOSE };
            if self.loose < most && self.goes_on(sentence) {
                self.here.clone_from(&self.current);
                return self.loose + 1;
            }
        }
        let best = alike.max_by(|one, other| one.1.total_cmp(&other.1));
        let best = best.filter(|(event, likeness)| {
            let is_main = Some(*event) == self.main;
            *likeness >= FAR || is_main && *likeness >= FAR_FROM_MAIN
        });
        self.here.extend(best.map(|(event, _)| *event));
        0
    }

    /// Whether the words before the one that points back name what an event's sentences tell of.
    fn names_again(&self, sentence: usize, event: usize) -> bool {
        let Some(pointer) = pointer(self.material, sentence) else {
            return false;
        };
        let words = self.material.words(sentence).get(..pointer);
        let mut words = words.unwrap_or_default().iter();
        words.any(|word| {
            word.is(Flags::WORD) && self.shared.tells_of(event, self.material.kin(*word))
        })
    }

    /// Whether a sentence goes on with what the one before it tells: it begins with a word that says so, or somebody of that one
    /// acts in it.
    fn goes_on(&self, sentence: usize) -> bool {
        let material = self.material;
        let begins = head(material.words(sentence)).any(|(_, word)| {
            material.rules.pointers.has(word.hash)
                || (word.is(Flags::FIRST)
                    && (word.is(Flags::PRONOUN) || material.rules.continuers.has(word.hash)))
        });
        let before = material.mentions(self.told);
        begins
            || material.mentions(sentence).iter().any(|(actor, mention)| {
                mention.subject && before.iter().any(|(other, _)| other == actor)
            })
    }
}

/// The words at the head of a sentence.
fn head(words: &[Word]) -> impl Iterator<Item = (usize, &Word)> {
    let words = words.iter().enumerate();
    words.filter(|(_, word)| word.is(Flags::WORD)).take(HEAD)
}

/// The place of the word at the head of a sentence that points back (`Pertemuan tersebut …`).
fn pointer(material: &Material<'_>, sentence: usize) -> Option<usize> {
    let pointers = &material.rules.pointers;
    head(material.words(sentence))
        .find_map(|(place, word)| pointers.has(word.hash).then_some(place))
}
