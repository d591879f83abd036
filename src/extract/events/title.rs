//! Short titles of the source's own words: always a verbatim stretch of one sentence.

use std::ops::Range;

use super::FoundEvent;
use super::material::Material;
use crate::extract::reading::{Flags, Word, is_stop};
use crate::extract::structure::{SpanKind, without_marks};

/// Characters after which a title ends with its word, and from which on a comma ends it.
const LONG: usize = 90;
const SHORT: usize = 40;

/// Fewest words that are left of a title when its beginning is taken off.
const WORDS: usize = 3;

/// The headline for the main event, else the part of the event's first sentence that dates it; where these are nothing but marks,
/// the next of its sentences. `core` are the sentences that date the event.
pub(super) fn title(material: &Material<'_>, event: &FoundEvent, core: &[usize]) -> String {
    let kind = |place: &&usize| material.kind(**place);
    let mut evidence = event.evidence.iter();
    let headline = evidence.find(|place| event.main && kind(place) == Some(SpanKind::Headline));
    let sentence =
        |place: &&usize| kind(place) == Some(SpanKind::Sentence) && !material.is_heading(**place);
    let sentences = core.iter().chain(&event.evidence).filter(sentence);
    let chosen = headline.into_iter().chain(sentences).chain(&event.evidence);
    let mut titles = chosen.map(|place| of_event(material, event, *place));
    let telling = titles.find(|title| title.contains(char::is_alphanumeric));
    telling.unwrap_or_else(|| {
        let text = material.found.words.text;
        let first = event.evidence.first().map(|place| material.range(*place));
        let words = text.get(first.unwrap_or_default()).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

/// The title that one of an event's sentences gives.
fn of_event(material: &Material<'_>, event: &FoundEvent, sentence: usize) -> String {
    let range = material.range(sentence);
    if material.kind(sentence) == Some(SpanKind::Headline) {
        return one_line(without_marks(cut(material, range)));
    }
    let times = event.times.iter();
    let mut times = times.filter_map(|place| material.found.times.get(*place));
    let time = times.find(|timex| range.contains(&timex.range.start));
    let time = time.map(|timex| timex.range.clone());
    match (&time, event.counts_from) {
        // Between the length of time and the event stands the word that links them (`sehari setelah …`).
        (Some(time), Some(_)) => {
            let after = material.words_in(sentence, &(time.end..range.end));
            let words = match event.behind_link {
                true => after.get(1..).unwrap_or_default(),
                false => beside_length(material, sentence, time, after),
            };
            titled(material, words)
        }
        _ => of_sentence(material, sentence, time),
    }
}

/// The part of a sentence that tells what happened so long before or after something else: before these words, else behind
/// the comma that ends them.
fn beside_length<'a>(
    material: &'a Material<'_>,
    sentence: usize,
    time: &Range<usize>,
    after: &'a [Word],
) -> &'a [Word] {
    let before = material.words_before(sentence, time.start);
    let telling = before.iter().filter(|word| word.is(Flags::WORD)).count();
    let comma = after.iter().position(|word| is_comma(material, word));
    match comma.and_then(|comma| after.get(comma + 1..)) {
        Some(rest) if telling < WORDS && !rest.is_empty() => rest,
        _ if telling >= WORDS => before,
        _ => after,
    }
}

/// The part of a sentence that tells something, with the date in it if there is one: without what introduces it, words of
/// saying and the date at its beginning or end.
fn of_sentence(material: &Material<'_>, sentence: usize, time: Option<Range<usize>>) -> String {
    let words = material.words(sentence);
    let at = time
        .as_ref()
        .map(|time| words.partition_point(|word| (word.start as usize) < time.start));
    let words = clause(material, words, at);
    let words = match &time {
        Some(time) => behind_other_date(material, words, time),
        None => words,
    };
    titled(material, words)
}

/// A title made of a clause.
fn titled(material: &Material<'_>, words: &[Word]) -> String {
    let words = without_beginning(material, words);
    let end = words.last().map_or(0, |word| word.end as usize);
    let start = words.first().map_or(0, |word| word.start as usize);
    let text = material.found.words.text;
    let end = start + cut(material, start..end).len();
    let words = words
        .split_at(words.partition_point(|word| (word.end as usize) <= end))
        .0;
    let words = without_end(material, words);
    let end = words.last().map_or(end, |word| word.end as usize);
    one_line(text.get(start..end).unwrap_or_default())
}

/// The words with one space between them, without marks at the end.
fn one_line(words: &str) -> String {
    let ends = [',', '.', ';', ':', ' ', '"', '“', '”', '('];
    let words = words.trim_end_matches(ends);
    let mut line = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The words of the sentence, or of the sentence inside a quote, in which a word stands.
fn clause<'a>(material: &Material<'_>, words: &'a [Word], at: Option<usize>) -> &'a [Word] {
    let Some(at) = at else { return words };
    let quoted = |word: &Word| word.is(Flags::QUOTED);
    if !words.get(at).is_some_and(quoted) {
        return words;
    }
    let ends = |place: usize| {
        words.get(place).is_none_or(|word| {
            let stops = is_stop(material.text_of(*word))
                && words
                    .get(place + 1)
                    .is_none_or(|next| next.is(Flags::SPACED));
            !quoted(word) || stops || is_mark(material, *word)
        })
    };
    let from = (0..at).rev().find(|place| ends(*place));
    let from = from.map_or(0, |place| place + 1);
    let to = (at..words.len()).find(|place| ends(*place));
    words.get(from..to.unwrap_or(words.len())).unwrap_or(words)
}

/// Fewest words between two dates that tell different things.
const APART: usize = 3;

/// The words from behind the part that another date before this one dates (`Pawai (6 Juli), Lomba (10 Juli)`).
fn behind_other_date<'a>(
    material: &Material<'_>,
    words: &'a [Word],
    time: &Range<usize>,
) -> &'a [Word] {
    let start = words.first().map_or(0, |word| word.start as usize);
    let times = material.found.times;
    let place = times.partition_point(|timex| timex.range.start < time.start);
    let before = place.checked_sub(1).and_then(|place| times.get(place));
    let Some(other) = before.filter(|other| other.range.start >= start) else {
        return words;
    };
    let from = words.partition_point(|word| (word.end as usize) <= other.range.end);
    let to = words.partition_point(|word| (word.start as usize) < time.start);
    let between = words.get(from..to).unwrap_or_default();
    let telling = between.iter().filter(|word| word.is(Flags::WORD)).count();
    let comma = between.iter().position(|word| is_comma(material, word));
    match comma {
        Some(comma) if telling >= APART => words.get(from + comma + 1..).unwrap_or(words),
        _ => words,
    }
}

fn is_mark(material: &Material<'_>, word: Word) -> bool {
    matches!(material.text_of(word), "\"" | "“" | "”" | "«" | "»")
}

fn is_comma(material: &Material<'_>, word: &Word) -> bool {
    matches!(material.text_of(*word), "," | ":" | ";")
}

/// Takes off what introduces the clause, again and again: a word like `namun`, a date, `menurut X,`, `X mengatakan bahwa`.
fn without_beginning<'a>(material: &Material<'_>, words: &'a [Word]) -> &'a [Word] {
    let mut words = words;
    while let Some(rest) = beginning(material, words).and_then(|place| words.get(place..)) {
        let telling = rest.iter().filter(|word| word.is(Flags::WORD)).count();
        if telling < WORDS || rest.len() == words.len() {
            break;
        }
        words = rest;
    }
    words
}

/// How many words at the beginning introduce the rest.
fn beginning(material: &Material<'_>, words: &[Word]) -> Option<usize> {
    let first = words.first()?;
    let rules = material.rules;
    if !first.is(Flags::WORD.with(Flags::NUMBER)) && !is_mark(material, *first) {
        return Some(1);
    }
    let text = material.found.words.text;
    let here = text.get(first.start as usize..).unwrap_or_default();
    if let Some(length) = rules.opener(here) {
        let end = first.start as usize + length;
        return Some(words.partition_point(|word| (word.end as usize) <= end));
    }
    if let Some(end) = date_at(material, words) {
        return Some(end);
    }
    let comma = words.iter().position(|word| is_comma(material, word));
    if first.is(Flags::ACCORDING) {
        return comma.map(|place| place + 1);
    }
    // `X mengatakan, …`, `X mengatakan bahwa …`
    let verb = words
        .iter()
        .position(|word| word.is(Flags::AFTER_SPEAKER) && !word.is(Flags::QUOTED))?;
    let next = words.get(verb + 1)?;
    let opens = is_comma(material, next) || rules.that.has(next.hash);
    (opens && verb <= MOST_OF_A_SPEAKER).then_some(verb + 2)
}

/// Most words that name a speaker before the verb of saying.
const MOST_OF_A_SPEAKER: usize = 14;

/// How many words at the beginning are a date with the word before it.
fn date_at(material: &Material<'_>, words: &[Word]) -> Option<usize> {
    let first = words.first()?.start as usize;
    let second = words.get(1).map_or(first, |word| word.start as usize);
    let times = material.found.times;
    let place = times.partition_point(|timex| timex.range.start < first);
    let mut end = None;
    for timex in times.get(place..).unwrap_or_default() {
        let start = end.unwrap_or(second);
        if timex.range.start > start + 2 {
            break;
        }
        end = Some(timex.range.end);
    }
    let end = end?;
    Some(words.partition_point(|word| (word.end as usize) <= end))
}

/// Takes dates off the end, and words that lead to something that is not there any more.
fn without_end<'a>(material: &Material<'_>, words: &'a [Word]) -> &'a [Word] {
    let mut words = words;
    while words.len() > WORDS
        && let Some((last, rest)) = words.split_last()
    {
        let loose = !last.is(Flags::WORD.with(Flags::NUMBER)) && material.text_of(*last) != ")"
            || material.rules.loose_ends.has(last.hash);
        if loose {
            words = rest;
            continue;
        }
        let times = material.found.times;
        let place = times.partition_point(|timex| timex.range.end < last.end as usize);
        let date = times
            .get(place)
            .filter(|timex| timex.range.start <= last.start as usize && timex.edtf.is_some());
        let Some(date) = date else { break };
        let before = words.partition_point(|word| (word.start as usize) < date.range.start);
        if before <= WORDS {
            break;
        }
        words = words.get(..before).unwrap_or(words);
    }
    words
}

/// The beginning of a stretch of the text, up to where a title can end; a date is never cut.
fn cut<'a>(material: &Material<'a>, range: Range<usize>) -> &'a str {
    let words = material.found.words.text.get(range.clone());
    let words = words.unwrap_or_default();
    let ends = |place: usize| {
        let after = words.get(place..).unwrap_or_default();
        after.is_empty() || after.starts_with(char::is_whitespace)
    };
    let mut later = words.char_indices().take(LONG).skip(SHORT);
    let clause = later.find(|(place, letter)| {
        let stops = match letter {
            ',' | ';' => true,
            '.' => !shortens(material, words, *place),
            _ => false,
        };
        (*letter == '\n' || (stops && ends(place + 1)))
            && !is_in_date(material, range.start + place)
    });
    let longest = match words.char_indices().nth(LONG) {
        None => words.len(),
        Some((end, _)) => {
            let head = words.get(..end).unwrap_or(words);
            head.rfind(char::is_whitespace).unwrap_or(end)
        }
    };
    let end = clause.map_or(longest, |(place, _)| place.min(longest));
    let title = words.get(..end).unwrap_or(words);
    title.trim_end_matches([',', '.', ';', ' '])
}

/// Whether the full stop at a byte only shortens the word before it (`the U.S. Navy`, `Sen. Greaves`).
fn shortens(material: &Material<'_>, words: &str, byte: usize) -> bool {
    let head = words.get(..byte).unwrap_or_default();
    let mut behind = words.get(byte + 1..).unwrap_or_default().chars();
    let next = behind.find(|letter| !letter.is_whitespace());
    next.is_some_and(|next| material.rules.breaks.is_abbreviation(head, next))
}

fn is_in_date(material: &Material<'_>, byte: usize) -> bool {
    let times = material.found.times;
    let place = times.partition_point(|timex| timex.range.end <= byte);
    times
        .get(place)
        .is_some_and(|timex| timex.range.contains(&byte))
}
