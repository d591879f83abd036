//! Short titles of the source's own words.

use super::{FoundEvent, Material};
use crate::extract::structure::SpanKind;

/// Characters after which a title ends with its word, and from which on a comma ends it.
const LONG: usize = 90;
const SHORT: usize = 32;

/// The headline for the main event, else the beginning of the event's first sentence, up to where it can end.
pub(super) fn title(material: &Material<'_>, event: &FoundEvent) -> String {
    let spans = || {
        event
            .evidence
            .iter()
            .filter_map(|place| material.spans.get(*place))
    };
    let headline = spans().find(|span| event.main && span.kind == SpanKind::Headline);
    let first = spans().find(|span| span.kind == SpanKind::Sentence);
    let Some(span) = headline.or(first) else {
        return String::new();
    };
    let words = material.text.get(span.range.clone()).unwrap_or_default();
    cut(words)
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
