//! Which language a text is in, by the function words of the packs. Nothing here knows a language.

use std::collections::HashMap;

use super::pack::PackHead;

/// Words at the head of a text that are counted.
const WORDS: usize = 4_000;

/// Share of function words, in percent, below which a text is in none of the languages.
const LEAST: usize = 6;

/// Fewest function words that tell a language.
const FEWEST: usize = 3;

/// The BCP 47 tag of the pack whose function words are the most frequent in the first 4,000 words of the text; `None` when
/// they are too rare in all of them, or as frequent in two.
#[must_use]
pub fn detect_language<'a>(text: &str, packs: &'a [PackHead]) -> Option<&'a str> {
    let mut owners: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, pack) in packs.iter().enumerate() {
        for word in &pack.function_words {
            owners.entry(word).or_default().push(place);
        }
    }
    let mut counts = vec![0_usize; packs.len()];
    let mut all = 0;
    let words = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    for word in words.take(WORDS) {
        all += 1;
        for place in owners
            .get(word.to_lowercase().as_str())
            .into_iter()
            .flatten()
        {
            if let Some(count) = counts.get_mut(*place) {
                *count += 1;
            }
        }
    }
    let best = *counts.iter().max()?;
    let mut winners = packs
        .iter()
        .zip(&counts)
        .filter(|(_, count)| **count == best);
    let (winner, _) = winners.next()?;
    let clear = winners.next().is_none() && best >= FEWEST && best * 100 >= all * LEAST;
    clear.then_some(winner.language.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::pack::Pack;
    use super::*;

    fn detected(text: &str) -> Option<String> {
        let packs = Pack::BUILT_IN
            .iter()
            .filter_map(|tag| PackHead::built_in(tag));
        let packs: Vec<PackHead> = packs.collect();
        detect_language(text, &packs).map(str::to_owned)
    }

    #[test]
    fn the_function_words_tell_the_language() {
        let text = "Wali kota mengatakan pasar itu akan dibuka pada bulan depan dan tidak ditutup untuk pedagang yang lama.";
        assert_eq!(detected(text).as_deref(), Some("id"));
        let text = "The mayor said the market was to open in the old town for the traders of the north and the south.";
        assert_eq!(detected(text).as_deref(), Some("en"));
    }

    #[test]
    fn a_text_in_neither_language_is_in_none() {
        assert_eq!(
            detected("Der Bürgermeister eröffnete gestern den alten Markt mitten am Abend."),
            None
        );
        assert_eq!(detected(""), None);
        assert_eq!(detect_language("yang dan di", &[]), None);
    }
}
