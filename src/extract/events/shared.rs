//! What sentences have in common with the sentences that date events, found by the words that they share.

use std::ops::Range;

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
    /// Places in that list; those of one word stand together, in order.
    places: Vec<usize>,
    /// For each word, by its kin, which of these are its own.
    by_word: ByWord<Range<usize>>,
    /// Each dating sentence with its event, by sentence, then by event.
    dated: Vec<(usize, usize)>,
    /// For each place in the list, what the sentence at hand has in common with it.
    sums: Vec<f32>,
    /// The places where that is something.
    touched: Vec<usize>,
    /// The events with which that sentence has words in common, see [`Shared::liken`].
    pub(super) alike: Vec<(usize, f32)>,
}

impl Shared {
    pub(super) fn new(material: &Material<'_>, events: &[FoundEvent]) -> Self {
        let mut dated: Vec<(usize, usize)> = Vec::new();
        let mut words: Vec<(u64, usize)> = Vec::new();
        for (event, one) in events.iter().enumerate() {
            for sentence in &one.evidence {
                let content = material.content(*sentence).iter();
                words.extend(content.map(|word| (*word, dated.len())));
                dated.push((*sentence, event));
            }
        }
        words.sort_unstable();
        let mut by_word = ByWord::with_capacity_and_hasher(words.len(), Default::default());
        let mut from = 0;
        for same in words.chunk_by(|one, other| one.0 == other.0) {
            if let Some((word, _)) = same.first() {
                by_word.insert(*word, from..from + same.len());
            }
            from += same.len();
        }
        let events: Vec<usize> = dated.iter().map(|(_, event)| *event).collect();
        dated.sort_unstable();
        Self {
            sums: vec![0.0; events.len()],
            touched: Vec::new(),
            alike: Vec::new(),
            events,
            places: words.into_iter().map(|(_, place)| place).collect(),
            by_word,
            dated,
        }
    }

    /// The events that a sentence dates, in their order.
    pub(super) fn dated_by(&self, sentence: usize) -> impl Iterator<Item = usize> {
        let from = self.dated.partition_point(|(other, _)| *other < sentence);
        let here = self.dated.get(from..).unwrap_or_default().iter();
        here.take_while(move |(other, _)| *other == sentence)
            .map(|(_, event)| *event)
    }

    /// Where a word, or one of its kin, stands in the list of dating sentences.
    fn places(&self, kin: u64) -> &[usize] {
        let places = self.by_word.get(&kin);
        let places = places.and_then(|places| self.places.get(places.clone()));
        places.unwrap_or_default()
    }

    /// Finds the events with which a sentence has words in common, in their order, each with the sum of these words' weights, for
    /// the sentence of the event that has most of them. See [`Material::likeness`].
    pub(super) fn liken(&mut self, material: &Material<'_>, sentence: usize) {
        self.touched.clear();
        self.alike.clear();
        for word in material.content(sentence) {
            let places = self.by_word.get(word);
            let places = places.and_then(|places| self.places.get(places.clone()));
            let places = places.unwrap_or_default();
            if places.len() > COMMON {
                continue;
            }
            let weight = material.weight(*word);
            for place in places {
                if let Some(sum) = self.sums.get_mut(*place) {
                    if *sum == 0.0 {
                        self.touched.push(*place);
                    }
                    *sum += weight;
                }
            }
        }
        self.touched.sort_unstable();
        for place in &self.touched {
            let (Some(sum), Some(event)) = (self.sums.get_mut(*place), self.events.get(*place))
            else {
                continue;
            };
            let likeness = std::mem::take(sum);
            match self.alike.last_mut() {
                Some((last, most)) if last == event => *most = most.max(likeness),
                _ => self.alike.push((*event, likeness)),
            }
        }
    }

    /// Whether a word, or one of its kin, stands in a sentence that dates an event.
    pub(super) fn tells_of(&self, event: usize, kin: u64) -> bool {
        self.places(kin)
            .iter()
            .any(|place| self.events.get(*place) == Some(&event))
    }
}
