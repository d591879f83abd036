//! Every place where some words stand in a text, overlapping ones included, in linear time (Knuth, Morris and Pratt
//! 1977), so that neither a repetitive text nor repetitive words can stall the search. Which place is meant is not decided here.

/// Byte offsets at which `words` start in `text`, ascending. Empty words stand nowhere.
pub(super) fn occurrences<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> + 't {
    // The standard search is faster than the automaton until the first hit, and most words stand once or never.
    let first = if words.is_empty() {
        None
    } else {
        text.find(words)
    };
    let rest = first.and_then(|at| text.get(at..)).unwrap_or_default();
    let base = first.unwrap_or_default();
    let fallback = if first.is_some() {
        fallbacks(words.as_bytes())
    } else {
        Vec::new()
    };
    let mut matched = 0;
    rest.bytes().enumerate().filter_map(move |(at, byte)| {
        matched = advance(words.as_bytes(), &fallback, matched, byte);
        if matched < words.len() {
            return None;
        }
        matched = last_fallback(&fallback, matched);
        Some(base + at + 1 - words.len())
    })
}

/// For each length of a matched beginning: the longest shorter beginning that is also its end.
fn fallbacks(words: &[u8]) -> Vec<usize> {
    let mut table = Vec::with_capacity(words.len());
    let mut matched = 0;
    for (at, byte) in words.iter().enumerate() {
        if at > 0 {
            matched = advance(words, &table, matched, *byte);
        }
        table.push(matched);
    }
    table
}

fn advance(words: &[u8], table: &[usize], mut matched: usize, byte: u8) -> usize {
    loop {
        if words.get(matched) == Some(&byte) {
            return matched + 1;
        }
        if matched == 0 {
            return 0;
        }
        matched = last_fallback(table, matched);
    }
}

fn last_fallback(table: &[usize], matched: usize) -> usize {
    let index = matched.checked_sub(1);
    index
        .and_then(|index| table.get(index))
        .copied()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn overlapping_places_are_all_found() {
        assert_eq!(occurrences("aaaa", "aa").collect::<Vec<_>>(), vec![0, 1, 2]);
        assert_eq!(occurrences("abc", "").count(), 0);
        assert_eq!(occurrences("", "a").count(), 0);
    }

    proptest! {
        #[test]
        fn the_places_are_those_where_the_text_starts_with_the_words(text in "[ab🙂]{0,40}", words in "[ab🙂]{1,5}") {
            let expected: Vec<usize> = text
                .char_indices()
                .map(|(at, _)| at)
                .filter(|at| text[*at..].starts_with(&words))
                .collect();
            prop_assert_eq!(occurrences(&text, &words).collect::<Vec<_>>(), expected);
        }
    }
}
