//! What a date in a sentence is for. Only dates of what happens make events.

use super::dated::Dated;
use super::material::Material;
use crate::extract::reading::{Flags, Word};

/// What a date is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateUse {
    /// Something happens then.
    Event,
    /// Words were said or published then.
    Saying,
    /// Something else is compared with then, or held since then.
    Compared,
    /// Somebody only wishes for something then, or makes it a condition.
    Wished,
}

/// Most words between a word that compares and the date (`dibandingkan bulan yang sama tahun lalu`).
const REACH: usize = 4;
/// Most words between a verb of saying and its date (`kepada wartawan di Jakarta, Senin (9/6/2025)`).
const FAR: usize = 14;

pub(super) fn date_use(material: &Material<'_>, dated: &Dated<'_>) -> DateUse {
    let times = material.found.times;
    let Some(timex) = times.get(dated.time) else {
        return DateUse::Event;
    };
    let before = material.words_before(dated.sentence, timex.range.start);
    let ahead = |day| dated.bounds.earliest > day;
    let ahead = material.found.published.is_some_and(ahead);
    if is_behind_quote(material, dated, timex.range.start)
        || (!ahead && is_said(material, dated, before))
    {
        DateUse::Saying
    } else if is_compared(material, before) {
        DateUse::Compared
    } else if is_wished(material, before) {
        DateUse::Wished
    } else {
        DateUse::Event
    }
}

/// Whether it stands behind a quote and its verb of saying.
fn is_behind_quote(material: &Material<'_>, dated: &Dated<'_>, start: usize) -> bool {
    let sentence = material.range(dated.sentence);
    material.quotes_in(&sentence).iter().any(|quote| {
        let Some(cue) = &quote.cue else { return false };
        sentence.contains(&cue.start)
            && quote.range.end <= start
            && cue.end <= start
            && cue.start >= quote.range.start
    })
}

/// Whether the words before it tell of words said: a verb of saying or citing with nothing but people, places and their
/// company between, or the end of a sentence whose verb is one.
fn is_said(material: &Material<'_>, dated: &Dated<'_>, before: &[Word]) -> bool {
    let rules = material.rules;
    let saying = Flags::AFTER_SPEAKER
        .with(Flags::CITING)
        .with(Flags::SELF_SPEAKER);
    let is_saying =
        |word: &Word| !word.is(Flags::QUOTED) && (word.is(saying) || rules.told.has(word.hash));
    let near = before.iter().rev().take(FAR);
    let mut between = near.take_while(|word| !is_saying(word));
    let opens = |word: &Word| {
        rules.that.has(word.hash)
            || (word.is(Flags::VERB.with(Flags::PASSIVE)) && !word.is(Flags::CAP))
    };
    let reaches = before.iter().rev().take(FAR).any(is_saying);
    if reaches && !between.any(opens) {
        return true;
    }
    ends_sentence(material, dated) && before.iter().any(is_saying) && is_apart(material, before)
}

/// Whether a comma stands before it.
fn is_apart(material: &Material<'_>, before: &[Word]) -> bool {
    let last = before
        .iter()
        .rev()
        .find(|word| !matches!(material.text_of(**word), "("));
    last.is_some_and(|word| material.text_of(*word) == ",")
}

fn ends_sentence(material: &Material<'_>, dated: &Dated<'_>) -> bool {
    let last = material.found.times.get(dated.last_time());
    let end = last.map_or(0, |timex| timex.range.end);
    let sentence = material.range(dated.sentence);
    let after = material.words_in(dated.sentence, &(end..sentence.end));
    !after
        .iter()
        .any(|word| word.is(Flags::WORD.with(Flags::NUMBER)))
}

fn is_compared(material: &Material<'_>, before: &[Word]) -> bool {
    let rules = material.rules;
    let telling = || {
        before
            .iter()
            .rev()
            .filter(|word| word.is(Flags::WORD.with(Flags::NUMBER)))
    };
    if telling()
        .take(REACH)
        .any(|word| rules.compared.has(word.hash) && !word.is(Flags::FIRST))
    {
        return true;
    }
    let since = telling()
        .take(2)
        .position(|word| rules.since.has(word.hash));
    since.is_some_and(|place| {
        telling().skip(place + 1).take(FAR).any(|word| {
            let text = material.text_of(*word).to_lowercase();
            rules.negations.has(word.hash)
                || rules
                    .superlatives
                    .iter()
                    .any(|prefix| is_superlative(&text, prefix, *word))
        })
    })
}

/// A word that begins like a superlative and is no verb, or is a word of degree itself.
fn is_superlative(text: &str, prefix: &str, word: Word) -> bool {
    text == prefix
        || (prefix.len() <= 3
            && text.len() > prefix.len() + 3
            && text.starts_with(prefix)
            && !word.is(Flags::CAP))
}

fn is_wished(material: &Material<'_>, before: &[Word]) -> bool {
    let clause = before
        .iter()
        .rev()
        .take_while(|word| !matches!(material.text_of(**word), "." | "!" | "?" | ";"));
    clause
        .take(FAR)
        .any(|word| material.rules.wishes.has(word.hash))
}
