//! What sentences have in common with the sentences that date events, found by the words that they share.

use super::FoundEvent;
use super::material::Material;
use crate::extract::reading::ByWord;

/// Most dating sentences in which a word stands that still tells one event from another.
const COMMON: usize = 64;

/// The sentences that date events, by their words.
#[derive(Debug)]
pub(super) struct Shared {
    /// For each dating sentence with each of its events: the event.
    events: Vec<usize>,
    /// For each word, by its kin, the places in that list.
    by_word: ByWord<Vec<usize>>,
    /// For each sentence the events that it dates.
    dated: Vec<Vec<usize>>,
    /// For each place in the list, what the sentence at hand has in common with it.
    sums: Vec<f32>,
}

impl Shared {
    pub(super) fn new(material: &Material<'_>, events: &[FoundEvent]) -> Self {
        let mut shared = Self {
            events: Vec::new(),
            by_word: ByWord::default(),
            dated: vec![Vec::new(); material.len()],
            sums: Vec::new(),
        };
        for (event, one) in events.iter().enumerate() {
            for sentence in &one.evidence {
                for word in material.content(*sentence) {
                    let places = shared.by_word.entry(*word).or_default();
                    places.push(shared.events.len());
                }
                shared.events.push(event);
                if let Some(dated) = shared.dated.get_mut(*sentence) {
                    dated.push(event);
                }
            }
        }
        shared.sums = vec![0.0; shared.events.len()];
        shared
    }

    /// The events that a sentence dates.
    pub(super) fn dated_by(&self, sentence: usize) -> &[usize] {
        self.dated.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// The events with which a sentence has words in common, in their order, each with the sum of these words' weights, for the
    /// sentence of the event that has most of them. See [`Material::likeness`].
    pub(super) fn likeness(
        &mut self,
        material: &Material<'_>,
        sentence: usize,
    ) -> Vec<(usize, f32)> {
        let mut touched: Vec<usize> = Vec::new();
        for word in material.content(sentence) {
            let places = self
                .by_word
                .get(word)
                .map(Vec::as_slice)
                .unwrap_or_default();
            if places.len() > COMMON {
                continue;
            }
            let weight = material.weight(*word);
            for place in places {
                if let Some(sum) = self.sums.get_mut(*place) {
                    if *sum == 0.0 {
                        touched.push(*place);
                    }
                    *sum += weight;
                }
            }
        }
        touched.sort_unstable();
        let mut found: Vec<(usize, f32)> = Vec::new();
        for place in touched {
            let (Some(sum), Some(event)) = (self.sums.get_mut(place), self.events.get(place))
            else {
                continue;
            };
            let likeness = std::mem::take(sum);
            match found.last_mut() {
                Some((last, most)) if last == event => *most = most.max(likeness),
                _ => found.push((*event, likeness)),
            }
        }
        found
    }

    /// Whether a word, or one of its kin, stands in a sentence that dates an event.
    pub(super) fn tells_of(&self, event: usize, kin: u64) -> bool {
        let places = self
            .by_word
            .get(&kin)
            .map(Vec::as_slice)
            .unwrap_or_default();
        places
            .iter()
            .any(|place| self.events.get(*place) == Some(&event))
    }
}
