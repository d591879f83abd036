//! A pack's words for events, ready to be looked up. What they decide is in the rooms beside this one.

use std::sync::Arc;

use crate::extract::pack::EventsPack;
use crate::extract::reading::{ByWord, hash_of, is_lower_of};
use crate::extract::structure::Breaks;

/// Words by their hashes.
#[derive(Debug, Clone, Default)]
pub(super) struct Set(ByWord<()>);

impl Set {
    fn new(words: &[String]) -> Self {
        Self(words.iter().map(|word| (hash_of(word), ())).collect())
    }

    pub(super) fn has(&self, hash: u64) -> bool {
        self.0.contains_key(&hash)
    }
}

/// Lexicon for events. See [`EventsPack`] for what each list holds.
#[derive(Debug, Clone, Default)]
pub(in crate::extract) struct EventsRules {
    /// The rule of events that no date tells, with the language before it.
    pub(super) deed: Arc<str>,
    /// The rule of a main event that only the day of publication dates.
    pub(super) publication: Arc<str>,
    pub(super) plans: Set,
    pub(super) claims: Set,
    pub(super) after: Set,
    pub(super) before: Set,
    pub(super) pointers: Set,
    pub(super) continuers: Set,
    pub(super) compared: Set,
    pub(super) since: Set,
    pub(super) negations: Set,
    pub(super) wishes: Set,
    pub(super) occurs: Set,
    pub(super) relatives: Set,
    pub(super) until: Set,
    pub(super) between: Set,
    pub(super) and: Set,
    pub(super) told: Set,
    pub(super) that: Set,
    pub(super) states: Set,
    pub(super) origins: Set,
    pub(super) loose_ends: Set,
    pub(super) superlatives: Vec<String>,
    pub(super) openers: Vec<String>,
    /// Which full stops only shorten a word.
    pub(super) breaks: Breaks,
    /// For each letter from a to z the prefixes that begin with it.
    prefixes: Vec<Vec<String>>,
    /// For each letter whether a suffix ends with it.
    tails: Vec<bool>,
    suffixes: Vec<String>,
}

/// Fewest bytes that are left of a word when its beginning or ending is taken off.
const ROOT: usize = 4;
/// Most bytes of a word that is put into lower case on the stack.
const LONGEST: usize = 64;

const LETTERS: std::ops::RangeInclusive<u8> = b'a'..=b'z';

/// The place of a letter in the alphabet.
fn place(letter: u8) -> Option<usize> {
    LETTERS
        .contains(&letter)
        .then(|| usize::from(letter - b'a'))
}

fn beginning(letter: u8, words: &[String]) -> Vec<String> {
    let words = words.iter();
    words
        .filter(|word| word.bytes().next() == Some(letter))
        .cloned()
        .collect()
}

fn ends_any(letter: u8, words: &[String]) -> bool {
    words.iter().any(|word| word.bytes().last() == Some(letter))
}

impl EventsRules {
    pub(in crate::extract) fn new(language: &str, pack: &EventsPack, breaks: Breaks) -> Self {
        let mut openers = pack.openers.clone();
        openers.sort_by_key(|opener| std::cmp::Reverse(opener.len()));
        Self {
            deed: format!("{language}.deed").into(),
            publication: format!("{language}.publication").into(),
            plans: Set::new(&pack.plans),
            claims: Set::new(&pack.claims),
            after: Set::new(&pack.after),
            before: Set::new(&pack.before),
            pointers: Set::new(&pack.pointers),
            continuers: Set::new(&pack.continuers),
            compared: Set::new(&pack.compared),
            since: Set::new(&pack.since),
            negations: Set::new(&pack.negations),
            wishes: Set::new(&pack.wishes),
            occurs: Set::new(&pack.occurs),
            relatives: Set::new(&pack.relatives),
            until: Set::new(&pack.until),
            between: Set::new(&pack.between),
            and: Set::new(&pack.and),
            told: Set::new(&pack.told),
            that: Set::new(&pack.that),
            states: Set::new(&pack.states),
            origins: Set::new(&pack.origins),
            loose_ends: Set::new(&pack.loose_ends),
            superlatives: pack.superlative_prefixes.clone(),
            openers,
            breaks,
            prefixes: LETTERS
                .map(|letter| beginning(letter, &pack.prefixes))
                .collect(),
            tails: LETTERS
                .map(|letter| ends_any(letter, &pack.suffixes))
                .collect(),
            suffixes: pack.suffixes.clone(),
        }
    }

    /// The hash of what a word has in common with its kin (`memukul`, `dipukul`, `pukulan`). `hash` is the word's own.
    pub(super) fn kin(&self, word: &str, hash: u64) -> u64 {
        let is_lower = |letter: u8| letter.is_ascii() && !letter.is_ascii_uppercase();
        if word.bytes().all(is_lower) {
            return self.root_hash(word, hash);
        }
        let mut letters = [0; LONGEST];
        match letters.get_mut(..word.len()) {
            Some(letters) if word.is_ascii() => {
                letters.copy_from_slice(word.as_bytes());
                letters.make_ascii_lowercase();
                let lower = std::str::from_utf8(letters).unwrap_or(word);
                self.root_hash(lower, hash)
            }
            _ => self.root_hash(&word.to_lowercase(), hash),
        }
    }

    fn root_hash(&self, lower: &str, hash: u64) -> u64 {
        let root = self.root(lower);
        match root.len() == lower.len() {
            true => hash,
            false => hash_of(root),
        }
    }

    /// Bytes of the opener that a text begins with, if it begins with one.
    pub(super) fn opener(&self, text: &str) -> Option<usize> {
        let first = text.bytes().next()?.to_ascii_lowercase();
        let alike = self.openers.iter();
        let mut alike =
            alike.filter(|opener| !first.is_ascii() || opener.bytes().next() == Some(first));
        let found = alike.find(|opener| {
            let (head, rest) = (text.get(..opener.len()), text.get(opener.len()..));
            let ends = rest.is_none_or(|rest| !rest.starts_with(char::is_alphanumeric));
            ends && head.is_some_and(|head| is_lower_of(opener, head))
        });
        found.map(String::len)
    }

    fn root<'a>(&self, word: &'a str) -> &'a str {
        let long = |rest: &&str| rest.len() >= ROOT;
        let (Some(first), true) = (word.bytes().next(), word.len() > ROOT) else {
            return word;
        };
        let mut word = word;
        if let Some(prefixes) = place(first).and_then(|place| self.prefixes.get(place)) {
            let mut rests = prefixes
                .iter()
                .filter_map(|prefix| word.strip_prefix(prefix.as_str()));
            word = rests.find(long).unwrap_or(word);
        }
        let last = word.bytes().last().and_then(place);
        if last.and_then(|place| self.tails.get(place)) == Some(&true) {
            for suffix in &self.suffixes {
                if let Some(rest) = word.strip_suffix(suffix.as_str()).filter(long) {
                    word = rest;
                }
            }
        }
        word
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::{Pack, tokens};

    #[test]
    fn every_word_of_the_lists_is_one_token_so_that_it_can_be_found() {
        for tag in ["id", "en"] {
            let pack = Pack::built_in(tag).unwrap().events;
            let lists = [
                &pack.plans,
                &pack.claims,
                &pack.after,
                &pack.before,
                &pack.pointers,
                &pack.continuers,
                &pack.compared,
                &pack.since,
                &pack.negations,
                &pack.wishes,
                &pack.occurs,
                &pack.relatives,
                &pack.until,
                &pack.between,
                &pack.and,
                &pack.told,
                &pack.that,
                &pack.states,
                &pack.origins,
                &pack.loose_ends,
            ];
            let words = lists.into_iter().flatten();
            let cut: Vec<_> = words.filter(|word| tokens(word).len() != 1).collect();
            assert!(cut.is_empty(), "{tag}: {cut:?}");
        }
    }
}
