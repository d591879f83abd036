//! The phrases of a pack's structure section, found in a text. What they say of their place is in `rules` and `marks`.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::rules::{Found, Role};

/// Pages put it into links, in place of a space.
const NO_BREAK: char = '\u{a0}';

/// Gaps of a phrase in which it may stand, from the first one on.
const GAPS: usize = 3;

/// Phrases with what each says of its place.
#[derive(Debug, Clone)]
pub(super) struct Phrases {
    list: Vec<(String, Role)>,
    plain: Option<Search>,
    /// Also with no-break spaces: made when the first text has one.
    broken: OnceLock<Option<Search>>,
}

impl Phrases {
    pub(super) fn new<'p>(phrases: impl Iterator<Item = (&'p str, Role)>) -> Self {
        let list = phrases.map(|(phrase, role)| (with_gaps(phrase, 0), role));
        let list: Vec<(String, Role)> = list.filter(|(phrase, _)| !phrase.is_empty()).collect();
        Self {
            plain: Search::new(list.clone(), AhoCorasickKind::DFA),
            list,
            broken: OnceLock::new(),
        }
    }

    /// The phrases of a text in order, none inside another, each with its words whole.
    pub(super) fn find(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        let Some(plain) = &self.plain else {
            return found;
        };
        if !text.contains(NO_BREAK) {
            plain.find(text, 0..text.len(), &mut found);
            return found;
        }
        let mut at = 0;
        // No phrase runs over the end of a line.
        for line in text.split_inclusive('\n') {
            let range = at..at + line.len();
            at = range.end;
            let search = match line.contains(NO_BREAK) {
                true => self.broken(),
                false => Some(plain),
            };
            if let Some(search) = search {
                search.find(text, range, &mut found);
            }
        }
        found
    }

    fn broken(&self) -> Option<&Search> {
        let search = || {
            let all = self.list.iter();
            let all =
                all.flat_map(|(phrase, role)| mixtures(phrase).map(|variant| (variant, *role)));
            // It would take long to make a table of all states for these.
            Search::new(all.collect(), AhoCorasickKind::ContiguousNFA)
        };
        self.broken.get_or_init(search).as_ref()
    }
}

/// Phrases as they are written.
#[derive(Debug, Clone)]
struct Search {
    phrases: Vec<(String, Role)>,
    automaton: AhoCorasick,
}

impl Search {
    /// `None` where there are no phrases.
    fn new(phrases: Vec<(String, Role)>, kind: AhoCorasickKind) -> Option<Self> {
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(kind))
            .build(phrases.iter().map(|(phrase, _)| phrase));
        let automaton = automaton.ok().filter(|_| !phrases.is_empty())?;
        Some(Self { phrases, automaton })
    }

    fn find(&self, text: &str, range: Range<usize>, found: &mut Vec<Found>) {
        let here = text.get(range.clone()).unwrap_or_default();
        let hits = self.automaton.find_iter(here);
        found.extend(hits.filter_map(|hit| {
            let (phrase, role) = self.phrases.get(hit.pattern().as_usize())?;
            let place = range.start + hit.start()..range.start + hit.end();
            let words = text.get(place.clone())?;
            let exact = phrase.chars().any(char::is_uppercase);
            let whole = is_whole(text, place.clone());
            (whole && (!exact || words == phrase)).then_some(Found {
                range: place,
                role: *role,
            })
        }));
    }
}

/// A phrase with any mixture of spaces and no-break spaces in its first gaps.
fn mixtures(phrase: &str) -> impl Iterator<Item = String> + '_ {
    let gaps = phrase
        .split_whitespace()
        .count()
        .saturating_sub(1)
        .min(GAPS);
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
