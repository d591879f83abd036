//! Which rules can begin at a token: told by it, the one behind it and the one before it, so that most rules are never tried.

use super::compile::Rule;
use super::digits::{DigitKinds, Digits};
use super::lexicon::{Lexicon, WordId};
use super::openings::Openings;

/// A set of rules, by their numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct RuleSet([u64; Self::PARTS]);

impl RuleSet {
    const PARTS: usize = 4;

    /// Rules that a pack may have.
    pub(super) const MOST: usize = Self::PARTS * 64;

    fn add(&mut self, rule: usize) {
        if let Some(part) = self.0.get_mut(rule / 64) {
            *part |= 1 << (rule % 64);
        }
    }

    pub(super) fn remove(&mut self, rule: usize) {
        if let Some(part) = self.0.get_mut(rule / 64) {
            *part &= !(1 << (rule % 64));
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        matches!(self.0, [0, 0, 0, 0])
    }

    fn with(mut self, other: &Self) -> Self {
        let parts = self.0.iter_mut().zip(other.0);
        parts.for_each(|(part, other)| *part |= other);
        self
    }

    fn only(mut self, other: &Self) -> Self {
        let parts = self.0.iter_mut().zip(other.0);
        parts.for_each(|(part, other)| *part &= other);
        self
    }

    /// Its rules, the first one first.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.0
            .into_iter()
            .enumerate()
            .flat_map(|(place, mut part)| {
                std::iter::from_fn(move || {
                    let rule = (part != 0).then(|| part.trailing_zeros() as usize)?;
                    part &= part - 1;
                    Some(place * 64 + rule)
                })
            })
    }
}

/// What a token says of the rules around it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Says {
    /// Those whose match can begin with it.
    begins: RuleSet,
    /// Those whose match can have it as its second token, or can end before it.
    continues: RuleSet,
    /// Those whose match may stand behind it.
    precedes: RuleSet,
}

/// What each token says.
#[derive(Debug, Clone, Default)]
pub(super) struct Starts {
    /// By the number of a word; the first one stands for all that are unknown.
    words: Vec<Says>,
    digits: [Says; Digits::ALL.len()],
}

/// A token as it is looked up: the number of its word, or what its digits can be.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Key {
    pub(super) word: WordId,
    pub(super) digits: DigitKinds,
}

impl Starts {
    pub(super) fn new(lexicon: &Lexicon, rules: &[(Openings, Openings, &Rule)]) -> Self {
        let mut starts = Self {
            words: vec![Says::default(); lexicon.len()],
            ..Self::default()
        };
        for (number, (first, second, rule)) in rules.iter().enumerate() {
            for (says, id) in starts.words.iter_mut().zip(0..) {
                if id != 0 && first.has_word(id) {
                    says.begins.add(number);
                }
                if second.any || second.has_word(id) {
                    says.continues.add(number);
                }
                if rule.may_stand_behind(lexicon.alone(id)) {
                    says.precedes.add(number);
                }
            }
            for (says, kind) in starts.digits.iter_mut().zip(Digits::ALL) {
                if first.digits.has(kind) {
                    says.begins.add(number);
                }
                if second.digits.has(kind) {
                    says.continues.add(number);
                }
            }
        }
        starts
    }

    /// Whether a match can begin with a word.
    pub(super) fn begins(&self, word: WordId) -> bool {
        let says = self.words.get(usize::from(word));
        says.is_some_and(|says| !says.begins.is_empty())
    }

    /// The rules that can begin at a token, with what stands behind it and the word before it.
    pub(super) fn at(&self, here: Key, next: Key, before: WordId) -> RuleSet {
        let begins = self.of(here, |says| &says.begins);
        if begins.is_empty() {
            return begins;
        }
        let precedes = self.words.get(usize::from(before));
        let precedes = precedes.map_or(RuleSet::default(), |says| says.precedes);
        begins
            .only(&self.of(next, |says| &says.continues))
            .only(&precedes)
    }

    /// What the word and the digits of a token say.
    fn of(&self, key: Key, part: impl Fn(&Says) -> &RuleSet) -> RuleSet {
        let word = self.words.get(usize::from(key.word));
        let word = word.map_or(RuleSet::default(), |says| *part(says));
        let digits = self.digits.iter().zip(Digits::ALL);
        digits
            .filter(|(_, kind)| key.digits.has(*kind))
            .fold(word, |all, (says, _)| all.with(part(says)))
    }
}
