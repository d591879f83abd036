//! Which tokens can stand first and second in a match of a rule. What follows for a token is in `starts`.

use super::compile::TimesRules;
use super::digits::{DigitKinds, Digits};
use super::lexicon::WordId;
use super::matching::Step;

/// A set of tokens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Openings {
    words: Vec<u64>,
    pub(super) digits: DigitKinds,
    /// Any token, or none: the match may end before it.
    pub(super) any: bool,
}

impl Openings {
    /// What the first token of a match can be.
    pub(super) fn first(rules: &TimesRules, program: &[Step]) -> Self {
        Self::from(rules, program, 0)
    }

    /// What the second token of a match can be.
    pub(super) fn second(rules: &TimesRules, program: &[Step]) -> Self {
        let mut found = Self::default();
        found.open(rules, program, 0, true);
        found
    }

    /// What can be the token at a step.
    pub(super) fn from(rules: &TimesRules, program: &[Step], step: usize) -> Self {
        let mut found = Self::default();
        found.open(rules, program, step, false);
        found
    }

    pub(super) fn has_word(&self, id: WordId) -> bool {
        let word = self.words.get(usize::from(id) / 64);
        word.is_some_and(|word| word >> (id % 64) & 1 == 1)
    }

    fn add_word(&mut self, id: WordId) {
        let place = usize::from(id) / 64;
        if self.words.len() <= place {
            self.words.resize(place + 1, 0);
        }
        if let Some(word) = self.words.get_mut(place) {
            *word |= 1 << (id % 64);
        }
    }

    /// Adds what can stand at a step; with `beyond`, what can stand after the token that the step takes.
    fn open(&mut self, rules: &TimesRules, program: &[Step], mut at: usize, beyond: bool) {
        while let Some(step) = program.get(at) {
            at += 1;
            match step {
                Step::Split(other, _) => self.open(rules, program, *other, beyond),
                Step::Jump(to) => at = *to,
                // No token is this word: the way ends.
                Step::Word(WordId::MAX) => return,
                Step::Word(id) if !beyond => return self.add_word(*id),
                Step::Digits(kind, _) if !beyond => return self.digits.add(*kind),
                Step::Class(class, _) => {
                    self.add_forms(rules, *class, beyond);
                    if !beyond {
                        return;
                    }
                    return self.open(rules, program, at, false);
                }
                Step::Amount(_) => {
                    self.add_amounts(rules, beyond);
                    if !beyond {
                        return;
                    }
                    return self.open(rules, program, at, false);
                }
                Step::Word(_) | Step::Digits(..) => return self.open(rules, program, at, false),
                _ => {}
            }
        }
        self.any = true;
    }

    fn add_forms(&mut self, rules: &TimesRules, class: u8, beyond: bool) {
        for id in rules.lexicon.firsts(class) {
            let forms = rules.lexicon.forms(*id).iter();
            for form in forms.filter(|form| form.class == class) {
                match form.tail.first() {
                    Some(next) if beyond => self.add_word(*next),
                    _ if beyond => {}
                    _ => self.add_word(*id),
                }
            }
        }
    }

    /// Numbers in digits or words; beyond their first token also the marks within them.
    fn add_amounts(&mut self, rules: &TimesRules, beyond: bool) {
        if !beyond {
            self.digits.add(Digits::Any);
        }
        if let Some(numeral) = rules.numeral {
            self.add_forms(rules, numeral, false);
            self.add_forms(rules, numeral, beyond);
        }
        if beyond {
            for mark in rules.number_marks.into_iter().filter(|mark| *mark != 0) {
                self.add_word(mark);
            }
        }
    }
}
