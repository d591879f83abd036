//! The phrases of a pack's structure section, found in a text. What they say of their place is in `rules` and `marks`.

use std::ops::Range;

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};

use super::rules::{Found, Role};

/// Pages put it into links, in place of a space.
const NO_BREAK: char = '\u{a0}';

/// Gaps of a phrase in which it may stand, from the first one on.
const GAPS: usize = 3;

/// Phrases with what each says of its place.
#[derive(Debug, Clone)]
pub(super) struct Phrases {
    list: Vec<(String, Role)>,
    heads: Heads,
    /// Finds the longest phrase that begins at a place; `None` where there are no phrases.
    automaton: Option<AhoCorasick>,
}

impl Phrases {
    pub(super) fn new<'p>(phrases: impl Iterator<Item = (&'p str, Role)>) -> Self {
        let list =
            phrases.flat_map(|(phrase, role)| mixtures(phrase).map(move |variant| (variant, role)));
        let list: Vec<(String, Role)> = list.filter(|(phrase, _)| !phrase.is_empty()).collect();
        let words = || list.iter().map(|(phrase, _)| phrase);
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Anchored)
            .build(words());
        Self {
            heads: Heads::of(words()),
            automaton: automaton.ok().filter(|_| !list.is_empty()),
            list,
        }
    }

    /// The phrases of a text in order, none inside another, each with its words whole.
    pub(super) fn find(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        let Some(automaton) = &self.automaton else {
            return found;
        };
        let mut from = 0;
        while let Some(start) = self.heads.next(text.as_bytes(), from) {
            from = start + 1;
            let input = Input::new(text).range(start..).anchored(Anchored::Yes);
            if let Some(hit) = automaton.find(input) {
                from = hit.end();
                found.extend(self.whole(text, hit.pattern().as_usize(), hit.range()));
            }
        }
        found
    }

    /// What was found, if its words are whole and in their case.
    fn whole(&self, text: &str, number: usize, range: Range<usize>) -> Option<Found> {
        let (phrase, role) = self.list.get(number)?;
        let words = text.get(range.clone())?;
        let exact = phrase.chars().any(char::is_uppercase);
        let whole = is_whole(text, range.clone());
        (whole && (!exact || words == phrase)).then_some(Found { range, role: *role })
    }
}

/// What phrases begin with, so that a text is searched at few of its places: for their first two letters, a bit for each third.
/// A letter is told by its last five bits, whatever its case.
#[derive(Debug, Clone)]
struct Heads(Vec<u32>);

impl Heads {
    /// Letters that are told apart.
    const LETTERS: usize = 32;

    fn of<'p>(phrases: impl Iterator<Item = &'p String>) -> Self {
        let mut heads = Self(vec![0; Self::LETTERS * Self::LETTERS]);
        for phrase in phrases {
            let letter = |place: usize| phrase.as_bytes().get(place).copied().map(letter);
            // Behind a shorter phrase may stand any letter.
            let any = |letter: Option<usize>| match letter {
                Some(letter) => letter..letter + 1,
                None => 0..Self::LETTERS,
            };
            let thirds = any(letter(2)).fold(0, |thirds, letter| thirds | 1 << letter);
            let first = letter(0).unwrap_or_default() * Self::LETTERS;
            for second in any(letter(1)) {
                if let Some(known) = heads.0.get_mut(first + second) {
                    *known |= thirds;
                }
            }
        }
        heads
    }

    /// The next place from a byte on where a phrase may begin: not inside a word of ASCII, see [`is_whole`].
    fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        let before = from.checked_sub(1).and_then(|before| text.get(before));
        let mut before = before.map_or(Sort::Other, |before| Sort::of(*before));
        let rest = text.get(from..)?;
        let next = rest.iter().enumerate().position(|(at, here)| {
            let here = Sort::of(*here);
            let begins = matches!(
                (before, here),
                (Sort::Other, _) | (_, Sort::Other) | (Sort::Lower, Sort::Upper)
            );
            before = here;
            begins && self.begin(rest.get(at..).unwrap_or_default())
        });
        next.map(|at| from + at)
    }

    fn begin(&self, text: &[u8]) -> bool {
        match text {
            [first, second, third, ..] => self.has(*first, *second, *third),
            [first, second] => self.has(*first, *second, 0),
            [first] => self.has(*first, 0, 0),
            [] => false,
        }
    }

    fn has(&self, first: u8, second: u8, third: u8) -> bool {
        let thirds = self.0.get(letter(first) * Self::LETTERS + letter(second));
        thirds.is_some_and(|thirds| thirds >> letter(third) & 1 == 1)
    }
}

/// The number of a letter, the same in both cases.
fn letter(byte: u8) -> usize {
    usize::from(byte) % Heads::LETTERS
}

/// A phrase with any mixture of spaces and no-break spaces in its first gaps.
fn mixtures(phrase: &str) -> impl Iterator<Item = String> + '_ {
    let words = phrase.split_whitespace().count();
    let gaps = words.saturating_sub(1).min(GAPS);
    (0_u32..1 << gaps).map(|mixture| with_gaps(phrase, mixture))
}

/// A phrase with a no-break space in those of its gaps whose bits are set, and spaces in the others.
fn with_gaps(phrase: &str, broken: u32) -> String {
    let mut variant = String::new();
    for (place, word) in phrase.split_whitespace().enumerate() {
        if let Some(gap) = place.checked_sub(1) {
            let is_broken = gap < GAPS && broken >> gap & 1 == 1;
            variant.push(if is_broken { NO_BREAK } else { ' ' });
        }
        variant.push_str(word);
    }
    variant
}

/// What a byte is, as far as that tells whether a word goes on with it.
#[derive(Clone, Copy)]
enum Sort {
    Lower,
    Upper,
    Digit,
    Other,
}

impl Sort {
    const fn of(byte: u8) -> Self {
        match byte {
            b'a'..=b'z' => Self::Lower,
            b'A'..=b'Z' => Self::Upper,
            b'0'..=b'9' => Self::Digit,
            _ => Self::Other,
        }
    }
}

/// Whether the phrase ends and begins no part of a longer word; lost spaces before an upper-case letter are forgiven.
fn is_whole(text: &str, range: Range<usize>) -> bool {
    let words = text.get(range.clone()).unwrap_or_default();
    let before = text
        .get(..range.start)
        .unwrap_or_default()
        .chars()
        .next_back();
    let after = text.get(range.end..).unwrap_or_default().chars().next();
    let starts_word = words.chars().next().is_some_and(char::is_alphanumeric);
    let ends_word = words.chars().next_back();
    let glued_before = starts_word
        && before.is_some_and(char::is_alphanumeric)
        && !(before.is_some_and(char::is_lowercase)
            && words.chars().next().is_some_and(char::is_uppercase));
    let glued_after = ends_word.is_some_and(char::is_alphanumeric)
        && after.is_some_and(char::is_alphanumeric)
        && !(ends_word.is_some_and(char::is_lowercase) && after.is_some_and(char::is_uppercase));
    !glued_before && !glued_after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, phrases: &[&str]) -> Vec<&'t str> {
        let phrases = Phrases::new(phrases.iter().map(|phrase| (*phrase, Role::Line)));
        let found = phrases.find(text).into_iter();
        found.map(|found| &text[found.range]).collect()
    }

    #[test]
    fn the_longest_phrase_at_the_first_place_is_found() {
        let phrases = ["baca", "baca juga", "juga ini", "©"];
        assert_eq!(
            found("Baca juga ini. © BACA\u{a0}Juga", &phrases),
            ["Baca juga", "©", "BACA\u{a0}Juga"]
        );
        assert_eq!(found("©", &phrases), ["©"]);
        assert_eq!(found("Membaca jugalah", &phrases), [""; 0]);
    }

    #[test]
    fn nothing_is_found_where_there_are_no_phrases() {
        assert_eq!(found("Baca juga", &[]), [""; 0]);
    }
}
