//! Short titles of the source's own words.

use super::FoundEvent;
use super::material::Material;
use crate::extract::structure::SpanKind;

/// Characters after which a title ends with its word, and from which on a comma ends it.
const LONG: usize = 90;
const SHORT: usize = 32;

/// The headline for the main event, else the part of the event's first sentence that dates it.
pub(super) fn title(material: &Material<'_>, event: &FoundEvent, core: &[usize]) -> String {
    let headline = event
        .evidence
        .iter()
        .find(|place| event.main && material.kind(**place) == Some(SpanKind::Headline));
    let sentence = |place: &&usize| material.kind(**place) == Some(SpanKind::Sentence);
    let first = core.iter().find(sentence);
    let first = first.or_else(|| event.evidence.iter().find(sentence));
    let chosen = headline.or(first).or_else(|| event.evidence.first());
    chosen.map_or_else(String::new, |place| of_sentence(material, *place))
}

/// The beginning of a sentence, up to where a title can end.
pub(super) fn of_sentence(material: &Material<'_>, sentence: usize) -> String {
    let text = material.found.words.text;
    cut(text.get(material.range(sentence)).unwrap_or_default())
}

fn cut(words: &str) -> String {
    let mut later = words.char_indices().skip(SHORT);
    let clause = later.find(|(_, letter)| matches!(letter, ',' | '.' | ';' | '\n'));
    let longest = match words.char_indices().nth(LONG) {
        None => words.len(),
        Some((end, _)) => {
            let head = words.get(..end).unwrap_or(words);
            head.rfind(char::is_whitespace).unwrap_or(end)
        }
    };
    let end = clause.map_or(longest, |(place, _)| place.min(longest));
    words
        .get(..end)
        .unwrap_or(words)
        .trim_end_matches([',', '.', ';', ' '])
        .to_owned()
}
