//! What the other rooms found in an article, as the rooms for events look at it: by sentences.

use std::ops::Range;

use super::rules::EventsRules;
use crate::extract::names::{FoundActor, Mention};
use crate::extract::reading::{ByWord, Flags, Word, Words};
use crate::extract::speech::{Attribution, Quote};
use crate::extract::structure::{SentenceSpan, SpanKind};
use crate::extract::times::Timex;
use crate::model::Day;

/// What the other rooms found.
#[derive(Debug, Clone, Copy)]
pub(in crate::extract) struct Found<'a> {
    pub(in crate::extract) words: &'a Words<'a>,
    pub(in crate::extract) spans: &'a [SentenceSpan],
    pub(in crate::extract) times: &'a [Timex],
    pub(in crate::extract) actors: &'a [FoundActor],
    pub(in crate::extract) quotes: &'a [Quote],
    pub(in crate::extract) attributions: &'a [Attribution],
    pub(in crate::extract) published: Option<Day>,
}

/// One sentence, or a headline.
#[derive(Debug, Default)]
pub(super) struct Sentence<'a> {
    /// Hashes of its words that tell something, by their kin; sorted, each once.
    pub(super) content: Vec<u64>,
    /// The actors named in it, by their place, with the mention.
    pub(super) mentions: Vec<(usize, &'a Mention)>,
    /// Its dated expressions, by their place among the timexes.
    pub(super) times: Vec<usize>,
}

/// An article as the rooms for events read it.
#[derive(Debug)]
pub(super) struct Material<'a> {
    pub(super) found: Found<'a>,
    pub(super) rules: &'a EventsRules,
    /// One for each span.
    pub(super) sentences: Vec<Sentence<'a>>,
    /// In how many sentences a word stands, by its kin.
    spread: ByWord<u32>,
}

/// Words that tell nothing of what a sentence is about.
const LIGHT: Flags = Flags::ORDINARY
    .with(Flags::CALENDAR)
    .with(Flags::AUXILIARY)
    .with(Flags::PRONOUN)
    .with(Flags::DEMONSTRATIVE)
    .with(Flags::PLACE_CUE)
    .with(Flags::CITING)
    .with(Flags::BEFORE_SPEAKER)
    .with(Flags::AFTER_SPEAKER)
    .with(Flags::SELF_SPEAKER)
    .with(Flags::SPEAKER_END)
    .with(Flags::GOVERNOR)
    .with(Flags::RANK);

impl<'a> Material<'a> {
    pub(super) fn new(found: Found<'a>, rules: &'a EventsRules) -> Self {
        let mut material = Self {
            sentences: Vec::with_capacity(found.spans.len()),
            spread: ByWord::default(),
            found,
            rules,
        };
        let mut kin = ByWord::default();
        for number in 0..found.spans.len() {
            let content = material.content(number, &mut kin);
            for word in &content {
                *material.spread.entry(*word).or_default() += 1;
            }
            material.sentences.push(Sentence {
                content,
                ..Sentence::default()
            });
        }
        for (actor, one) in found.actors.iter().enumerate() {
            for mention in &one.mentions {
                if let Some(sentence) = material.sentences.get_mut(mention.sentence) {
                    sentence.mentions.push((actor, mention));
                }
            }
        }
        for sentence in &mut material.sentences {
            sentence
                .mentions
                .sort_by_key(|(_, mention)| mention.range.start);
        }
        for (place, timex) in found.times.iter().enumerate() {
            if timex.edtf.is_some()
                && let Some(number) = material.sentence_at(timex.range.start)
                && let Some(sentence) = material.sentences.get_mut(number)
            {
                sentence.times.push(place);
            }
        }
        material
    }

    fn content(&self, sentence: usize, kin: &mut ByWord<u64>) -> Vec<u64> {
        let words = self.words(sentence).iter().filter(|word| {
            let named = word.is(Flags::CAP) && !word.is(Flags::FIRST) && !word.is(Flags::CALENDAR);
            word.is(Flags::WORD) && word.end - word.start > 2 && (named || !word.is(LIGHT))
        });
        let text = self.found.words.text;
        let mut content: Vec<u64> = words
            .map(|word| self.rules.kin(word.text(text), word.hash, kin))
            .collect();
        content.sort_unstable();
        content.dedup();
        content
    }

    /// The words of a sentence.
    pub(super) fn words(&self, sentence: usize) -> &[Word] {
        let range = self.found.words.sentence(sentence);
        self.found.words.slice(range)
    }

    /// The words of a sentence within some bytes.
    pub(super) fn words_in(&self, sentence: usize, range: &Range<usize>) -> &[Word] {
        let words = self.words(sentence);
        let from = words.partition_point(|word| (word.start as usize) < range.start);
        let to = words.partition_point(|word| (word.end as usize) <= range.end);
        words.get(from..to.max(from)).unwrap_or_default()
    }

    /// The words of a sentence before a byte.
    pub(super) fn words_before(&self, sentence: usize, byte: usize) -> &[Word] {
        self.words_in(sentence, &(0..byte))
    }

    /// The verbatim text of a word.
    pub(super) fn text_of(&self, word: Word) -> &'a str {
        word.text(self.found.words.text)
    }

    /// The sentence or headline in which a byte stands.
    pub(super) fn sentence_at(&self, byte: usize) -> Option<usize> {
        let spans = self.found.spans;
        let place = spans.partition_point(|span| span.range.end <= byte);
        self.tells(place).then_some(place)
    }

    /// Whether a span tells news: a headline or a sentence.
    pub(super) fn tells(&self, sentence: usize) -> bool {
        self.kind(sentence)
            .is_some_and(|kind| matches!(kind, SpanKind::Headline | SpanKind::Sentence))
    }

    pub(super) fn kind(&self, sentence: usize) -> Option<SpanKind> {
        self.found.spans.get(sentence).map(|span| span.kind)
    }

    pub(super) fn range(&self, sentence: usize) -> Range<usize> {
        let span = self.found.spans.get(sentence);
        span.map_or(0..0, |span| span.range.clone())
    }

    pub(super) fn paragraph(&self, sentence: usize) -> usize {
        let span = self.found.spans.get(sentence);
        span.map_or(usize::MAX, |span| span.paragraph)
    }

    /// How much two sentences have in common: the sum over the words that stand in both, rare ones counting more; a word
    /// that stands nowhere else counts 1.
    pub(super) fn likeness(&self, one: usize, other: usize) -> f32 {
        let content = |number: usize| self.sentences.get(number).map(|at| at.content.as_slice());
        let (Some(one), Some(other)) = (content(one), content(other)) else {
            return 0.0;
        };
        let mut sum = 0.0;
        let mut others = other.iter().peekable();
        for word in one {
            while others.next_if(|other| *other < word).is_some() {}
            if others.peek() == Some(&word) {
                sum += self.weight(*word);
            }
        }
        sum
    }

    fn weight(&self, word: u64) -> f32 {
        let spread = self.spread.get(&word).copied().unwrap_or(1).max(2);
        // Two sentences that alone share a word: 1; the more share it, the less it tells.
        #[expect(clippy::cast_precision_loss, reason = "counts of sentences are small")]
        let spread = spread as f32;
        1.0 / (spread - 1.0).sqrt()
    }

    /// Who acts in a sentence, or is acted upon by its verb, by their places among the actors.
    pub(super) fn acting(&self, sentence: usize) -> impl Iterator<Item = usize> {
        let at = self.sentences.get(sentence);
        let mentions = at.map(|at| at.mentions.as_slice()).unwrap_or_default();
        let acting = mentions
            .iter()
            .filter(|(_, mention)| mention.subject || mention.agent);
        acting.map(|(actor, _)| *actor)
    }

    /// Whether a word, or one of its kin, stands in some sentences and tells something.
    pub(super) fn tells_of(&self, sentences: &[usize], word: Word) -> bool {
        let mut known = ByWord::default();
        let kin = self.rules.kin(self.text_of(word), word.hash, &mut known);
        let content = |place: &usize| self.sentences.get(*place).map(|at| &at.content);
        sentences
            .iter()
            .filter_map(content)
            .any(|content| content.binary_search(&kin).is_ok())
    }

    /// Whether a line only names a day, as the parts of a chronology begin.
    pub(super) fn is_heading(&self, sentence: usize) -> bool {
        let range = self.range(sentence);
        let times = self.found.times;
        let first = times.partition_point(|timex| timex.range.end <= range.start);
        let dates = times.get(first..).unwrap_or_default().iter();
        let mut dates = dates
            .take_while(|timex| timex.range.start < range.end)
            .peekable();
        dates.peek().is_some() && {
            let dates: Vec<_> = dates.map(|timex| &timex.range).collect();
            let telling = Flags::WORD.with(Flags::NUMBER);
            let mut words = self.words(sentence).iter();
            words.all(|word| {
                !word.is(telling)
                    || dates
                        .iter()
                        .any(|range| range.contains(&(word.start as usize)))
            })
        }
    }

    /// Whether a sentence is nothing but direct speech and who says it.
    pub(super) fn is_speech(&self, sentence: usize) -> bool {
        let words = self.words(sentence);
        let said = words.iter().filter(|word| word.is(Flags::QUOTED)).count();
        said * 2 > words.len()
    }
}
