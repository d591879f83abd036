//! Where sentences begin and end, and the spans of a text without a language pack: kicker, headline, datelines, sentences.
//! What a pack knows of a line is not here.

use std::ops::Range;

use memchr::{memchr, memchr2_iter, memchr3};

use super::breaks::Breaks;
use super::dateline::dateline_length;
use crate::extract::quotes::{may_close, may_open, quoted};

/// Longest word, in characters, that is searched for the signs of an address before a full stop.
const LONGEST_TOKEN: usize = 200;

/// Longest stretch between quotation marks that is never divided, in bytes: a mark that was lost must not bind a whole
/// article together.
const LONGEST_QUOTE: usize = 1_500;

/// What a span of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpanKind {
    /// The line above the headline.
    Kicker,
    /// The headline.
    Headline,
    /// The place and outlet at the head of a paragraph, dash included.
    Dateline,
    /// The line that names who wrote the article.
    Byline,
    /// What stands beside the article and is no part of it: links to others, adverts, tags, credits, notices.
    Boilerplate,
    /// Anything else: a sentence, or a line that is none.
    Sentence,
}

/// A span of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceSpan {
    /// What it is.
    pub kind: SpanKind,
    /// Where it stands, in bytes of the text; it neither begins nor ends with white space.
    pub range: Range<usize>,
    /// Its paragraph, counted from 0: a line that is not blank, or several that broken markup has cut out of one.
    pub paragraph: usize,
}

/// The spans of a text in order, with the default [`Breaks`]. See [`sentences_with`].
#[must_use]
pub fn sentences(text: &str) -> Vec<SentenceSpan> {
    sentences_with(text, &Breaks::default())
}

/// The spans of a text: disjoint, in order, and together every character that is no white space.
///
/// Every line is a paragraph. A first line that ends no sentence is the headline; if the second ends none either, the
/// first is the kicker, provided that it is short. A quote that closes in its paragraph is never divided. Linear in the length of the text but for
/// the sorting of quotation marks.
#[must_use]
pub fn sentences_with(text: &str, breaks: &Breaks) -> Vec<SentenceSpan> {
    let mut spans = Vec::new();
    let mut titles = 0;
    for (paragraph, line) in lines(text).enumerate() {
        let words = text.get(line.clone()).unwrap_or_default();
        let title = paragraph == titles && titles < 2 && is_title(words, breaks);
        titles += usize::from(title);
        // A headline may look like one: it is a whole.
        let dateline = if title { 0 } else { dateline_length(words) };
        if dateline > 0 {
            spans.push(SentenceSpan {
                kind: SpanKind::Dateline,
                range: line.start..line.start + dateline,
                paragraph,
            });
        }
        let body = words.get(dateline..).unwrap_or_default();
        split(body, breaks, |range| {
            let base = line.start + dateline;
            spans.push(SentenceSpan {
                kind: SpanKind::Sentence,
                range: base + range.start..base + range.end,
                paragraph,
            });
        });
    }
    let words = |place: usize| -> &str {
        let span: Option<&SentenceSpan> = spans.get(place);
        span.and_then(|span| text.get(span.range.clone()))
            .unwrap_or_default()
    };
    let kinds: &[SpanKind] = match titles {
        0 => &[],
        2 if is_kicker(words(0), words(1)) => &[SpanKind::Kicker, SpanKind::Headline],
        _ => &[SpanKind::Headline],
    };
    for (span, kind) in spans.iter_mut().zip(kinds) {
        span.kind = *kind;
    }
    spans
}

/// Whether the first of two titles stands above the second as its kicker: it is short, and no longer than the other.
pub(super) fn is_kicker(first: &str, second: &str) -> bool {
    let words = |title: &str| title.split_whitespace().take(50).count();
    words(first) <= 5 && words(first) <= words(second)
}

/// The lines that are not blank, without the white space around them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    let is_plain = has_no_other_ends(text);
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let length = match is_plain {
            true => memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |place| place + 1),
            false => line_length(rest),
        };
        let line = rest.get(..length).unwrap_or(rest);
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        Some(start..start + line.trim().len())
    })
    .filter(|line| !line.is_empty())
}

/// Whether a line feed is the only end of a line in a text.
fn has_no_other_ends(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr3(b'\r', 0x0b, 0x0c, bytes).is_none()
        && !memchr2_iter(0xc2, 0xe2, bytes).any(|place| {
            let rest = bytes.get(place..).unwrap_or_default();
            OTHER_ENDS
                .iter()
                .any(|end| rest.starts_with(end.as_bytes()))
        })
}

/// Ends of lines beyond ASCII: next line, line separator, paragraph separator.
const OTHER_ENDS: [&str; 3] = ["\u{85}", "\u{2028}", "\u{2029}"];

/// Bytes of the line that a text begins with, its end included.
fn line_length(text: &str) -> usize {
    let mut at = 0;
    // The first bytes of all ends; most of those beyond ASCII begin other characters.
    let may_end = |byte: u8| matches!(byte, b'\n' | b'\r' | 0x0b | 0x0c | 0xc2 | 0xe2);
    while let Some(rest) = text.get(at..)
        && let Some(place) = rest.bytes().position(may_end)
        && let Some(c) = rest.get(place..).and_then(|rest| rest.chars().next())
    {
        at += place + c.len_utf8();
        if matches!(
            c,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        ) {
            return at;
        }
    }
    text.len()
}

/// Marks that end a sentence if white space follows.
pub(super) const fn ends(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '။'
            | '។'
            | '።'
            | '։'
    )
}

/// Marks that end a sentence whatever follows, because their scripts use no spaces.
pub(super) const fn ends_alone(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '．' | '｡')
}

/// Whether no sentence ends in the line or with it.
pub(super) fn is_title(words: &str, breaks: &Breaks) -> bool {
    let mut parts = 0;
    split(words, breaks, |_| parts += 1);
    parts == 1 && !ends_sentence(words)
}

pub(super) fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(may_close)
        .ends_with(|c| ends(c) || ends_alone(c))
}

/// Divides a paragraph into sentences and passes on their ranges, without the white space around them.
pub(super) fn split(paragraph: &str, breaks: &Breaks, mut found: impl FnMut(Range<usize>)) {
    let mut quotes = quoted(paragraph);
    quotes.retain(|quote| quote.len() <= LONGEST_QUOTE);
    let mut quotes = quotes.iter().peekable();
    let mut start = paragraph.len() - paragraph.trim_start().len();
    let mut pass = |start: usize, end: usize| {
        let words = paragraph.get(start..end).unwrap_or_default();
        let length = words.trim_end().len();
        if length > 0 {
            found(start..start + length);
        }
    };
    let mut chars = Chars {
        text: paragraph,
        at: 0,
    };
    while let Some((at, c)) = chars.next_stop() {
        if !ends(c) && !ends_alone(c) {
            continue;
        }
        let mut alone = ends_alone(c);
        let mut single = c == '.';
        while let Some((_, more)) = chars.next_if(|_, c| ends(c) || ends_alone(c)) {
            alone |= ends_alone(more);
            single = false;
        }
        let (mut end, mut closed) = (chars.at, false);
        while quotes.next_if(|quote| quote.end <= end).is_some() {}
        while let Some((_, mark)) = chars.next_if(|at, c| {
            let inside = quotes
                .peek()
                .is_some_and(|quote| quote.start < at && at < quote.end);
            may_close(c) && (inside || !may_open(c))
        }) {
            end += mark.len_utf8();
            closed = true;
            while quotes.next_if(|quote| quote.end <= end).is_some() {}
        }
        // Emphasis of Markdown closes here too.
        while chars.next_if(|_, c| is_emphasis(c)).is_some() {
            end += 1;
        }
        if quotes.peek().is_some_and(|quote| quote.start < end) {
            continue;
        }
        let rest = paragraph.get(end..).unwrap_or_default();
        let spaced = rest.starts_with(char::is_whitespace);
        // Spaces are skipped once: the characters are taken from the same iterator.
        while chars.next_if(|_, c| c.is_whitespace()).is_some() {}
        let Some((next_at, next)) = chars.peek() else {
            break;
        };
        let before = paragraph.get(start..at).unwrap_or_default();
        let begins = may_begin(next)
            && (spaced || alone || begins_without_space(before, closed, paragraph.get(end..)));
        if begins && !(single && !closed && breaks.is_abbreviation(before, next)) {
            pass(start, end);
            start = next_at;
        }
    }
    pass(start, paragraph.len());
}

/// Whether a sentence begins where the space behind the full stop was lost: `selesai.Kemudian`. Domains, addresses of the
/// web, initials and degrees have their full stops without a space too.
fn begins_without_space(before: &str, closed: bool, rest: Option<&str>) -> bool {
    let rest = rest.unwrap_or_default();
    let mut next = rest.trim_start_matches(may_open).chars();
    let opened = rest.starts_with(may_open);
    let begins = next.next().is_some_and(char::is_uppercase)
        && next.next().is_some_and(|c| opened || c.is_lowercase());
    if !begins || closed {
        return begins;
    }
    let token = before
        .char_indices()
        .rev()
        .take(LONGEST_TOKEN)
        .take_while(|(_, c)| !c.is_whitespace())
        .last();
    let token = before
        .get(token.map_or(before.len(), |(at, _)| at)..)
        .unwrap_or_default();
    let address = token.contains("://") || token.contains('@') || token.starts_with("www");
    let last = |wanted: fn(char) -> bool, count: usize| {
        before
            .chars()
            .rev()
            .take(count)
            .filter(|c| wanted(*c))
            .count()
            == count
    };
    let word =
        last(char::is_lowercase, 3) || last(char::is_uppercase, 2) || last(char::is_whitespace, 1);
    let number = || token.len() > 2 && token.ends_with(|c: char| c.is_ascii_digit());
    let closed = || before.ends_with([')', '%']);
    !address && (word || opened || number() || closed())
}

/// The characters of a text from a byte on.
struct Chars<'a> {
    text: &'a str,
    at: usize,
}

impl Chars<'_> {
    fn peek(&self) -> Option<(usize, char)> {
        let next = self.text.get(self.at..)?.chars().next()?;
        Some((self.at, next))
    }

    fn next_if(&mut self, mut wanted: impl FnMut(usize, char) -> bool) -> Option<(usize, char)> {
        let (at, next) = self.peek().filter(|(at, next)| wanted(*at, *next))?;
        self.at += next.len_utf8();
        Some((at, next))
    }

    /// The next one that may end a sentence: one of ASCII's marks, or any character beyond ASCII.
    fn next_stop(&mut self) -> Option<(usize, char)> {
        let mut rest = self.text.get(self.at..)?.bytes();
        self.at += rest.position(|byte| !byte.is_ascii() || matches!(byte, b'.' | b'!' | b'?'))?;
        self.next_if(|_, _| true)
    }
}

/// Whether a sentence may begin so: no lower-case letter, and no punctuation but an opening mark.
fn may_begin(c: char) -> bool {
    (c.is_alphanumeric() && !c.is_lowercase())
        || may_open(c)
        || is_emphasis(c)
        || matches!(c, '¿' | '¡')
}

const fn is_emphasis(c: char) -> bool {
    matches!(c, '*' | '_')
}

#[cfg(test)]
#[path = "sentences_tests.rs"]
mod tests;
