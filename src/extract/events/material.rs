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
    /// The day of publication was read off the news: the article may be some days younger.
    pub(in crate::extract) inferred: bool,
}

/// An article as the rooms for events read it. What belongs to a sentence or headline stands in one list for all of them, in the
/// order of the sentences.
#[derive(Debug)]
pub(super) struct Material<'a> {
    pub(super) found: Found<'a>,
    pub(super) rules: &'a EventsRules,
    sentences: Vec<Sentence>,
    /// Hashes of the words that tell something, by their kin; for each sentence sorted, each once.
    content: Vec<u64>,
    /// By sentence, then by place in the text.
    mentions: Vec<(usize, &'a Mention)>,
    /// In how many sentences a word stands, by its kin.
    spread: ByWord<u32>,
    /// For each actor whether a sentence rests on what it says or has had passed on.
    says: Vec<bool>,
}

/// Where in these lists a sentence's part ends.
#[derive(Debug, Clone, Copy, Default)]
struct Sentence {
    content: usize,
    mentions: usize,
    /// It only names a day, as the parts of a chronology begin.
    is_heading: bool,
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
        let words = found.words.list.len();
        let mut material = Self {
            sentences: Vec::with_capacity(found.spans.len()),
            content: Vec::with_capacity(words / 2),
            mentions: found
                .actors
                .iter()
                .enumerate()
                .flat_map(|(actor, one)| one.mentions.iter().map(move |mention| (actor, mention)))
                .collect(),
            spread: ByWord::with_capacity_and_hasher(words / 3, Default::default()),
            says: vec![false; found.actors.len()],
            found,
            rules,
        };
        let place = |(_, mention): &(usize, &Mention)| (mention.sentence, mention.range.start);
        material.mentions.sort_by_key(place);
        for number in 0..found.spans.len() {
            material.read(number);
        }
        for claim in found.attributions {
            for actor in claim.said_by.iter().chain(&claim.relaying) {
                if let Some(says) = material.says.get_mut(*actor) {
                    *says = true;
                }
            }
        }
        material
    }

    fn read(&mut self, number: usize) {
        let from = self.content.len();
        let found = self.found;
        let range = found.words.sentence(number);
        for word in found.words.slice(range) {
            if is_telling(*word) {
                self.content
                    .push(self.rules.kin(word.text(found.words.text), word.hash));
            }
        }
        let content = self.content.get_mut(from..).unwrap_or_default();
        content.sort_unstable();
        let mut kept = from;
        for at in from..self.content.len() {
            let Some(word) = self.content.get(at).copied() else {
                break;
            };
            let last = kept.checked_sub(1).filter(|last| *last >= from);
            if last.and_then(|last| self.content.get(last)) == Some(&word) {
                continue;
            }
            if let Some(slot) = self.content.get_mut(kept) {
                *slot = word;
            }
            *self.spread.entry(word).or_default() += 1;
            kept += 1;
        }
        self.content.truncate(kept);
        let before = self.sentences.last().copied().unwrap_or_default();
        let rest = self.mentions.get(before.mentions..).unwrap_or_default();
        let mentions = rest.partition_point(|(_, mention)| mention.sentence <= number);
        self.sentences.push(Sentence {
            content: kept,
            mentions: before.mentions + mentions,
            is_heading: self.only_names_a_day(number),
        });
    }

    /// What ends where the sentence before ends, and where this one does.
    fn stretch(&self, sentence: usize, end: impl Fn(&Sentence) -> usize) -> Range<usize> {
        let before = sentence.checked_sub(1);
        let before = before.and_then(|before| self.sentences.get(before));
        before.map_or(0, &end)..self.sentences.get(sentence).map_or(0, &end)
    }

    /// Hashes of a sentence's words that tell something, by their kin; sorted, each once.
    pub(super) fn content(&self, sentence: usize) -> &[u64] {
        let range = self.stretch(sentence, |at| at.content);
        self.content.get(range).unwrap_or_default()
    }

    /// The actors named in a sentence, by their place, with the mention.
    pub(super) fn mentions(&self, sentence: usize) -> &[(usize, &'a Mention)] {
        let range = self.stretch(sentence, |at| at.mentions);
        self.mentions.get(range).unwrap_or_default()
    }

    /// Whether a sentence has a dated expression.
    pub(super) fn has_date(&self, sentence: usize) -> bool {
        let dates = self.times_in(&self.range(sentence));
        dates.iter().any(|timex| timex.edtf.is_some())
    }

    /// Whether an actor says what a sentence tells.
    pub(super) fn says_in(&self, sentence: usize, actor: usize) -> bool {
        let claims = self.found.attributions;
        let from = claims.partition_point(|claim| claim.sentence < sentence);
        let here = claims.get(from..).unwrap_or_default().iter();
        let mut here = here.take_while(|claim| claim.sentence == sentence);
        here.any(|claim| claim.said_by == Some(actor))
    }

    /// How many sentences and headlines there are.
    pub(super) fn len(&self) -> usize {
        self.found.spans.len()
    }

    fn times_in(&self, range: &Range<usize>) -> &'a [Timex] {
        let times = self.found.times;
        let first = times.partition_point(|timex| timex.range.end <= range.start);
        let last = times.partition_point(|timex| timex.range.start < range.end);
        times.get(first..last.max(first)).unwrap_or_default()
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
        let mut sum = 0.0;
        let mut others = self.content(other).iter().peekable();
        for word in self.content(one) {
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
        let acting = self
            .mentions(sentence)
            .iter()
            .filter(|(_, mention)| mention.subject || mention.agent);
        acting.map(|(actor, _)| *actor)
    }

    /// The hash of what a word has in common with its kin.
    pub(super) fn kin(&self, word: Word) -> u64 {
        self.rules.kin(self.text_of(word), word.hash)
    }

    /// Whether a line inside the article is written like a headline, and names more than a day.
    pub(super) fn is_subheading(&self, sentence: usize) -> bool {
        self.kind(sentence) == Some(SpanKind::Sentence)
            && !self.is_heading(sentence)
            && self
                .words(sentence)
                .iter()
                .all(|word| word.is(Flags::TITLE))
    }

    fn only_names_a_day(&self, sentence: usize) -> bool {
        let dates = self.times_in(&self.range(sentence));
        let telling = Flags::WORD.with(Flags::NUMBER);
        !dates.is_empty()
            && self.words(sentence).iter().all(|word| {
                let start = word.start as usize;
                let date = dates.partition_point(|timex| timex.range.end <= start);
                let date = dates.get(date);
                !word.is(telling) || date.is_some_and(|timex| timex.range.contains(&start))
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

/// Whether a word tells something by itself: a name, or none of the words that any sentence may have.
pub(super) fn is_telling(word: Word) -> bool {
    let named = word.is(Flags::CAP) && !word.is(Flags::FIRST.with(Flags::CALENDAR));
    word.is(Flags::WORD) && word.end - word.start > 2 && (named || !word.is(LIGHT))
}
