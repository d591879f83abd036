//! Ids that people can read and type: made of words, unique, the same for the same words.

use std::collections::HashSet;

use crate::model::{Bounds, Date};

/// Words of a title that an id takes.
const WORDS: usize = 5;

/// Letters after which no further word is taken.
const LETTERS: usize = 48;

/// A text as an id: its letters and digits in lower case, with one `-` for everything between them. Empty if it has none.
pub(super) fn slug(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join("-")
}

/// The first words of a text as an id.
pub(super) fn short_slug(text: &str) -> String {
    let mut short = String::new();
    for word in slug(text)
        .split('-')
        .filter(|word| !word.is_empty())
        .take(WORDS)
    {
        if short.is_empty() {
            short.extend(word.chars().take(LETTERS));
        } else if short.len() + word.len() < LETTERS {
            short.push('-');
            short.push_str(word);
        } else {
            break;
        }
    }
    short
}

/// What of a date stands in an id: the day, month or year that holds all of it, else its first year.
pub(super) fn of_date(date: &str) -> Option<String> {
    let Bounds {
        earliest, latest, ..
    } = Date::parse(date).ok()?.bounds();
    let (first, last) = match (earliest.ymd(), latest.ymd()) {
        (Some(first), Some(last)) => (first, last),
        (Some(only), None) | (None, Some(only)) => (only, only),
        (None, None) => return None,
    };
    let (year, month, day) = first;
    Some(match (last.0 == year, last.1 == month, last.2 == day) {
        (true, true, true) => format!("{year:04}-{month:02}-{day:02}"),
        (true, true, false) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    })
}

/// A text in one line: a name or title may go over the end of one in the article.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The id, or with a number behind it the first one that is free; taken then.
pub(super) fn free(id: &str, fallback: &str, taken: &mut HashSet<String>) -> String {
    let id = if id.is_empty() { fallback } else { id };
    let mut free = id.to_owned();
    let mut number = 1;
    while !taken.insert(free.clone()) {
        number += 1;
        free = format!("{id}-{number}");
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_the_first_words_in_lower_case() {
        assert_eq!(slug("Vladimir Putin"), "vladimir-putin");
        assert_eq!(slug("  “Jum’at”, 3/7! "), "jum-at-3-7");
        assert_eq!(
            short_slug("Selama 1 Jam Telepon dengan Trump, Putin"),
            "selama-1-jam-telepon-dengan"
        );
        assert_eq!(short_slug("…"), "");
        assert_eq!(short_slug(&"x".repeat(900)).len(), LETTERS);
    }

    #[test]
    fn a_date_gives_the_period_that_holds_it() {
        for (date, expected) in [
            ("2025-07-03", "2025-07-03"),
            ("[2025-06-11..2025-06-20]", "2025-06"),
            ("2025-05/2025-06", "2025"),
            ("2022", "2022"),
            ("[2025-07-02..]", "2025-07-02"),
        ] {
            assert_eq!(of_date(date).as_deref(), Some(expected), "{date}");
        }
        assert_eq!(of_date("kemarin"), None);
    }

    #[test]
    fn an_id_is_given_once() {
        let mut taken = HashSet::new();
        let ids = ["a", "a", "", "", "a-2"].map(|id| free(id, "event", &mut taken));
        assert_eq!(ids, ["a", "a-2", "event", "event-2", "a-2-2"]);
    }
}
