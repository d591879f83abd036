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
    /// Who says what it tells, by their places among the actors.
    pub(super) said_by: Vec<usize>,
    /// It only names a day, as the parts of a chronology begin.
    pub(super) is_heading: bool,
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
    /// For each actor whether a sentence rests on what it says or has had passed on.
    says: Vec<bool>,
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
            says: vec![false; found.actors.len()],
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
        for claim in found.attributions {
            for actor in claim.said_by.iter().chain(&claim.relaying) {
                if let Some(says) = material.says.get_mut(*actor) {
                    *says = true;
                }
            }
            if let (Some(actor), Some(sentence)) =
                (claim.said_by, material.sentences.get_mut(claim.sentence))
            {
                sentence.said_by.push(actor);
            }
        }
        for number in 0..material.sentences.len() {
            let is_heading = material.only_names_a_day(number);
            if let Some(sentence) = material.sentences.get_mut(number) {
                sentence.is_heading = is_heading;
            }
        }
        material
    }

    /// Whether any sentence rests on what an actor says or has had passed on.
    pub(super) fn says(&self, actor: usize) -> bool {
        self.says.get(actor).copied().unwrap_or_default()
    }

    /// Whether a line only names a day, as the parts of a chronology begin.
    pub(super) fn is_heading(&self, sentence: usize) -> bool {
        self.sentences
            .get(sentence)
            .is_some_and(|sentence| sentence.is_heading)
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

    /// What a word in common counts: 1 where two sentences alone share it, the less the more share it.
    pub(super) fn weight(&self, word: u64) -> f32 {
        let spread = self.spread.get(&word).copied().unwrap_or(1).max(2);
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

    /// The hash of what a word has in common with its kin.
    pub(super) fn kin(&self, word: Word) -> u64 {
        self.rules
            .kin(self.text_of(word), word.hash, &mut ByWord::default())
    }

    fn only_names_a_day(&self, sentence: usize) -> bool {
        let range = self.range(sentence);
        let times = self.found.times;
        let first = times.partition_point(|timex| timex.range.end <= range.start);
        let last = times.partition_point(|timex| timex.range.start < range.end);
        let dates = times.get(first..last.max(first)).unwrap_or_default();
        let telling = Flags::WORD.with(Flags::NUMBER);
        !dates.is_empty()
            && self.words(sentence).iter().all(|word| {
                let start = word.start as usize;
                !word.is(telling) || dates.iter().any(|timex| timex.range.contains(&start))
            })
    }

    /// The quotes that touch a stretch of the text.
    pub(super) fn quotes_in(&self, range: &Range<usize>) -> &'a [Quote] {
        let quotes = self.found.quotes;
        let from = quotes.partition_point(|quote| quote.range.end <= range.start);
        let to = quotes.partition_point(|quote| quote.range.start < range.end);
        quotes.get(from..to.max(from)).unwrap_or_default()
    }

    /// Whether a sentence is nothing but direct speech and who says it.
    pub(super) fn is_speech(&self, sentence: usize) -> bool {
        let words = self.words(sentence);
        let said = words.iter().filter(|word| word.is(Flags::QUOTED)).count();
        said * 2 > words.len()
    }
}
