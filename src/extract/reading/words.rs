//! A text's tokens with what is known of each: the language pack's word for it, how it is written, where it stands.

use std::ops::Range;

use super::flags::Flags;
use super::glue::{NAMED, part, seam};
use super::lexicon::Lexicon;
use super::marks::{self, Pair};
use crate::extract::hash::{self, ByWord};
use crate::extract::tokens::{Token, TokenKind};
use crate::extract::{SentenceSpan, SpanKind};

/// A word, number or mark.
#[derive(Debug, Clone, Copy)]
pub(in crate::extract) struct Word {
    /// Its first byte.
    pub(in crate::extract) start: u32,
    /// The byte after its last.
    pub(in crate::extract) end: u32,
    /// The sentence it stands in, by its place in the list of sentences.
    pub(in crate::extract) sentence: u32,
    /// The number of the state it may stand for, counted from 1; 0 for none.
    pub(in crate::extract) state: u16,
    /// What is known of it.
    pub(in crate::extract) flags: Flags,
    /// Its hash in lower case; 0 for marks.
    pub(in crate::extract) hash: u64,
}

impl Word {
    /// Its verbatim text.
    pub(in crate::extract) fn text(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or("")
    }

    /// Whether any of the properties is there.
    pub(in crate::extract) const fn is(self, of: Flags) -> bool {
        self.flags.any(of)
    }
}

/// The bytes from the first to the last of some words.
pub(in crate::extract) fn run_of(words: &[Word]) -> Range<usize> {
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => first.start as usize..last.end as usize,
        _ => 0..0,
    }
}

/// A text looked up once, as the rooms for names and speech read it.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    pub(in crate::extract) text: &'a str,
    pub(in crate::extract) lexicon: &'a Lexicon,
    pub(in crate::extract) list: Vec<Word>,
    pub(in crate::extract) pairs: Vec<Pair>,
    /// For each sentence its words.
    pub(in crate::extract) sentences: Vec<Range<usize>>,
    /// For each sentence whether it is a headline or a kicker.
    pub(in crate::extract) headlines: Vec<bool>,
}

impl<'a> Words<'a> {
    /// Looks a text up. `sentences` are its spans in order; what `skip` holds for is boilerplate, and its words count for
    /// nothing; where it does not hold for a span, it holds for no part of it.
    #[must_use]
    pub fn new(
        text: &'a str,
        tokens: &[Token],
        sentences: &[SentenceSpan],
        skip: &dyn Fn(Range<usize>) -> bool,
        lexicon: &'a Lexicon,
    ) -> Self {
        let mut words = Words {
            text,
            lexicon,
            list: Vec::with_capacity(tokens.len() + 8),
            pairs: Vec::new(),
            sentences: Vec::with_capacity(sentences.len()),
            headlines: Vec::with_capacity(sentences.len()),
        };
        let mut lower: ByWord<()> =
            ByWord::with_capacity_and_hasher(tokens.len() / 3, Default::default());
        let mut carried = Flags::NONE;
        let mut tokens = tokens.iter().peekable();
        for (number, sentence) in sentences.iter().enumerate() {
            let from = words.list.len();
            let headline = matches!(sentence.kind, SpanKind::Headline | SpanKind::Kicker);
            let skipped = sentence.kind == SpanKind::Dateline || skip(sentence.range.clone());
            while let Some(token) =
                tokens.next_if(|token| (token.start as usize) < sentence.range.end)
            {
                let (start, end) = (token.start as usize, token.end as usize);
                let within = sentence.range.start <= start && end <= sentence.range.end;
                if skipped || (!within && skip(start..end)) {
                    continue;
                }
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                carried = words.push(*token, number, carried);
            }
            words.dress(from, headline, &mut lower);
            words.sentences.push(from..words.list.len());
            words.headlines.push(headline);
        }
        part(&mut words);
        for word in &mut words.list {
            if word.is(Flags::CAP) && lower.contains_key(&word.hash) {
                word.flags = word.flags.with(Flags::LOWER_TOO);
            }
        }
        words.pairs = marks::pairs(text, &words.list);
        for pair in &words.pairs {
            for word in words
                .list
                .get_mut(pair.open..=pair.close)
                .unwrap_or_default()
            {
                word.flags = word.flags.with(Flags::QUOTED);
            }
            if let Some(first) = words.list.get_mut(pair.open + 1) {
                first.flags = first.flags.with(Flags::FIRST);
            }
        }
        words
    }

    /// Looks a token up; `carried` is the space before it that a mark of emphasis took. Gives back what the next one takes over.
    fn push(&mut self, token: Token, sentence: u32, carried: Flags) -> Flags {
        let text = token.text(self.text);
        let mut word = Word {
            start: token.start,
            end: token.end,
            sentence,
            state: 0,
            flags: carried,
            hash: 0,
        };
        if token.spaced {
            word.flags = word.flags.with(Flags::SPACED);
        }
        if token.breaks {
            word.flags = word.flags.with(Flags::BREAKS);
        }
        match token.kind {
            // Emphasis in Markdown: nothing that is said.
            TokenKind::Mark if matches!(text, "*" | "_") => return word.flags,
            TokenKind::Mark => self.list.push(word),
            TokenKind::Number => {
                word.hash = token.hash;
                word.flags = word.flags.with(Flags::NUMBER);
                self.list.push(word);
            }
            TokenKind::Word => {
                word.hash = token.hash;
                self.push_word(word, token.plain);
            }
        }
        Flags::NONE
    }

    /// A word, or the words that stick together in it; there is but one in lower-case letters.
    fn push_word(&mut self, mut word: Word, plain: bool) {
        while !plain && let Some(seam) = seam(self.lexicon, word.text(self.text)) {
            let middle = word.start + u32::try_from(seam).unwrap_or(0);
            let head = Word {
                end: middle,
                ..word
            };
            let head = hashed(head, self.text);
            self.list.push(look_up(head, self.text, self.lexicon));
            word.start = middle;
            word.flags = Flags::SPACED;
            word = hashed(word, self.text);
        }
        self.list.push(look_up(word, self.text, self.lexicon));
    }

    /// What is known of a sentence's words from their company.
    fn dress(&mut self, from: usize, headline: bool, lower: &mut ByWord<()>) {
        let text = self.text;
        let words = self.list.get_mut(from..).unwrap_or_default();
        let (mut first, mut long, mut caps, mut raised) = (true, 0_u32, 0_u32, false);
        let mut before: Option<Word> = None;
        for word in words.iter_mut() {
            if word.is(Flags::WORD) {
                if first {
                    word.flags = word.flags.with(Flags::FIRST);
                } else if word.end - word.start > 3 {
                    long += 1;
                    caps += u32::from(word.is(Flags::CAP));
                    raised |= word.is(Flags::CAP) && is_common(*word);
                }
                if !word.is(Flags::CAP) {
                    lower.insert(word.hash, ());
                }
                first = false;
            } else if word.is(Flags::NUMBER) {
                first = false;
            } else if marks::is_stop(word.text(text)) {
                let short = before.is_some_and(|word| {
                    word.end - word.start < 2 || word.is(Flags::RANK.with(Flags::DEGREE))
                });
                first = !short;
            } else if marks::is_mark(word.text(text)) && before.is_none() {
                word.flags = word.flags.with(Flags::FIRST);
            }
            before = Some(*word);
        }
        if headline || (raised && long >= 4 && caps * 10 >= long * 7) {
            for word in words {
                word.flags = word.flags.with(Flags::TITLE);
            }
        }
    }

    /// A word by its place, if there is one.
    pub(in crate::extract) fn at(&self, place: usize) -> Option<Word> {
        self.list.get(place).copied()
    }

    /// The text of a word by its place; empty where there is none.
    pub(in crate::extract) fn text_at(&self, place: usize) -> &'a str {
        self.at(place).map_or("", |word| word.text(self.text))
    }

    /// Some words by their places.
    pub(in crate::extract) fn slice(&self, places: Range<usize>) -> &[Word] {
        self.list.get(places).unwrap_or_default()
    }

    /// The text from the first to the last of some words.
    pub(in crate::extract) fn words_of(&self, places: Range<usize>) -> &'a str {
        self.text.get(run_of(self.slice(places))).unwrap_or("")
    }

    /// The words of a sentence.
    pub(in crate::extract) fn sentence(&self, number: usize) -> Range<usize> {
        self.sentences.get(number).cloned().unwrap_or(0..0)
    }
}

/// Whether this is a word that sentences write in lower case.
fn is_common(word: Word) -> bool {
    let common = Flags::ORDINARY.with(Flags::AUXILIARY).with(Flags::VERB);
    let named = NAMED
        .with(Flags::STATE)
        .with(Flags::ROLE)
        .with(Flags::RANK)
        .with(Flags::ORGANISATION)
        .with(Flags::FIELD);
    word.is(common) && !word.is(named)
}

/// A part of a word with its own hash.
pub(super) fn hashed(part: Word, text: &str) -> Word {
    let hash = hash::word(part.text(text));
    Word { hash, ..part }
}

/// A word with its hash, and what the pack says of it.
pub(super) fn look_up(mut word: Word, text: &str, lexicon: &Lexicon) -> Word {
    let letters = word.text(text);
    let entry = lexicon.word(word.hash);
    let mut flags = word.flags.with(entry.flags).with(Flags::WORD);
    word.state = entry.state;
    let mut chars = letters.chars();
    if chars.next().is_some_and(char::is_uppercase) {
        flags = flags.with(Flags::CAP);
        let (mut rest, mut upper) = (false, true);
        for letter in chars {
            rest = true;
            upper &= !letter.is_lowercase();
        }
        if rest && upper {
            flags = flags.with(Flags::UPPER);
        }
        if flags.any(Flags::SHOUTED) && !flags.any(Flags::UPPER) {
            flags = flags.without(Flags::KNOWN_BODY.with(Flags::STATE));
        }
    } else {
        flags = flags.without(
            Flags::KNOWN_BODY
                .with(Flags::STATE)
                .with(Flags::KNOWN_PLACE),
        );
    }
    word.flags = if flags.any(Flags::NO_VERB) {
        flags
    } else {
        flags.with(lexicon.verb(letters))
    };
    word
}
