//! A pack's words and rules made ready for use, once per language.

use super::calendar::HALF;
use super::digits::{DigitKinds, Digits};
use super::lexicon::{Lexicon, WordId};
use super::matching::Step;
use super::meaning::Unit;
use super::openings::Openings;
use super::pattern::{Pattern, parse};
use crate::extract::pack::{Operation, TimesPack};

/// The class whose forms are the words of numbers.
const NUMERAL: &str = "numeral";
/// The class of words that announce what is still to come (1), and of those that tell that it has come (0).
const PLAN: &str = "plan";
/// The class of words after which the day of speaking is told (1), and of those after which it is not (0).
const SAYING: &str = "saying";
/// The class of months.
const MONTH: &str = "month";
/// The class of words of regions, with the order in which they write day and month in numbers.
const ORDER: &str = "order";
/// The class of words whose full stop ends no sentence.
const ABBREVIATION: &str = "abbreviation";
/// The class of words that lead to a date, also with a capital.
const LEAD: &str = "lead";

#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) program: Vec<Step>,
    /// What a match can begin with, where it begins with digits.
    pub(super) first_digits: DigitKinds,
    /// What the second token of a match can be.
    pub(super) second: Openings,
    pub(super) value: Operation,
    pub(super) not_after: Vec<u8>,
    pub(super) after: Vec<u8>,
}

/// The temporal part of a language pack, compiled.
#[derive(Debug, Clone)]
pub struct TimesRules {
    pub(super) lexicon: Lexicon,
    pub(super) rules: Vec<Rule>,
    /// For each word, the rules that can begin with it.
    pub(super) starts: Vec<Vec<u16>>,
    /// The rules that can begin with digits.
    pub(super) digit_starts: Vec<u16>,
    pub(super) numeral: Option<u8>,
    pub(super) plan: Option<u8>,
    pub(super) saying: Option<u8>,
    pub(super) abbreviation: Option<u8>,
    pub(super) month: Option<u8>,
    pub(super) order: Option<u8>,
    /// For each word, whether a form of these two classes begins with it.
    pub(super) signals: Vec<bool>,
    pub(super) lead: Option<u8>,
    /// The words that the marks within numbers are; 0 for none.
    pub(super) number_marks: [WordId; 3],
    pub(super) joint: WordId,
    /// Tokens for which a plan is spoken of.
    pub(super) reach: usize,
    /// Days that a month without a year may lie ahead.
    pub(super) ahead: i64,
    pub(super) decimal: String,
    pub(super) thousands: String,
}

impl TimesRules {
    /// Compiles the temporal part of the pack of `language`.
    ///
    /// # Errors
    ///
    /// One line that names the rule or class and what is wrong with it.
    pub fn compile(language: &str, pack: &TimesPack) -> Result<Self, String> {
        let mut lexicon = Lexicon::default();
        // The marks that end sentences are looked up for every language.
        for mark in [".", "!", "?"] {
            lexicon.word(mark)?;
        }
        for (class, meanings) in &pack.lexicon {
            let number = lexicon.class(class)?;
            for (meaning, forms) in meanings {
                for form in forms {
                    let added = lexicon.add(number, meaning, form);
                    added.map_err(|error| format!("times.lexicon.{class}: {error}"))?;
                }
            }
        }
        let mut rules = Vec::with_capacity(pack.rules.len());
        for rule in &pack.rules {
            let place = |error| format!("times.rules: {}: {error}", rule.id);
            let pattern = parse(&rule.pattern, &pack.macros).map_err(place)?;
            let mut program = Vec::new();
            assemble(&pattern, &mut lexicon, &mut program).map_err(place)?;
            check(&rule.value).map_err(place)?;
            let classes = |names: &[String]| {
                let numbers: Result<Vec<u8>, String> =
                    names.iter().map(|name| lexicon.known_class(name)).collect();
                numbers.map_err(place)
            };
            rules.push(Rule {
                id: format!("{language}.{}", rule.id),
                not_after: classes(&rule.not_after)?,
                after: classes(&rule.after)?,
                program,
                first_digits: DigitKinds::default(),
                second: Openings::default(),
                value: rule.value.clone(),
            });
        }
        let numeral = lexicon.known_class(NUMERAL).ok();
        let lead = lexicon.known_class(LEAD).ok();
        let plan = lexicon.known_class(PLAN).ok();
        let saying = lexicon.known_class(SAYING).ok();
        let month = lexicon.known_class(MONTH).ok();
        let order = lexicon.known_class(ORDER).ok();
        let abbreviation = lexicon.known_class(ABBREVIATION).ok();
        let joint = match pack.joint.as_str() {
            "" => 0,
            joint => lexicon.word(joint)?,
        };
        let number_marks = [
            lexicon.word(&pack.decimal)?,
            lexicon.word(&pack.thousands)?,
            joint,
        ];
        lexicon.seal();
        let mut compiled = Self {
            starts: vec![Vec::new(); lexicon.len()],
            digit_starts: Vec::new(),
            lexicon,
            rules,
            numeral,
            plan,
            saying,
            abbreviation,
            month,
            order,
            signals: Vec::new(),
            lead,
            number_marks,
            joint,
            ahead: pack.ahead.map_or(HALF, i64::from),
            reach: match pack.reach {
                0 => usize::MAX,
                reach => reach,
            },
            decimal: pack.decimal.clone(),
            thousands: pack.thousands.clone(),
        };
        compiled.index();
        Ok(compiled)
    }

    fn index(&mut self) {
        let mut rules = std::mem::take(&mut self.rules);
        for (number, rule) in rules.iter_mut().enumerate() {
            let Ok(number) = u16::try_from(number) else {
                break;
            };
            let first = Openings::first(self, &rule.program);
            rule.first_digits = first.digits;
            rule.second = Openings::second(self, &rule.program);
            if !first.digits.is_empty() {
                self.digit_starts.push(number);
            }
            for (id, starts) in self.starts.iter_mut().enumerate().skip(1) {
                if WordId::try_from(id).is_ok_and(|id| first.has_word(id)) {
                    starts.push(number);
                }
            }
        }
        self.rules = rules;
        self.signals = vec![false; self.lexicon.len()];
        for class in [self.plan, self.saying].into_iter().flatten() {
            for id in self.lexicon.firsts(class) {
                if let Some(signals) = self.signals.get_mut(usize::from(*id)) {
                    *signals = true;
                }
            }
        }
    }
}

fn check(value: &Operation) -> Result<(), String> {
    match value {
        Operation::Shift {
            unit: Some(unit), ..
        }
        | Operation::Duration {
            unit: Some(unit), ..
        } if Unit::named(unit).is_none() => Err(format!("no unit {unit:?}")),
        Operation::Reference { to }
            if !["PRESENT_REF", "PAST_REF", "FUTURE_REF"].contains(&to.as_str()) =>
        {
            Err(format!("no reference {to:?}"))
        }
        _ => Ok(()),
    }
}

fn assemble(pattern: &Pattern, words: &mut Lexicon, steps: &mut Vec<Step>) -> Result<(), String> {
    match pattern {
        Pattern::Literal(word) => steps.push(Step::Word(words.word(word)?)),
        Pattern::Not(class) => steps.push(Step::Not(words.known_class(class)?)),
        Pattern::Glued => steps.push(Step::Glued),
        Pattern::EndOfExtent => steps.push(Step::EndOfExtent),
        Pattern::Class(name, slot) => steps.push(match name.as_str() {
            "dd" => Step::Digits(Digits::DayOfMonth, *slot),
            "mm" => Step::Digits(Digits::Month, *slot),
            "yyyy" => Step::Digits(Digits::Year, *slot),
            "recent" => Step::Digits(Digits::Recent, *slot),
            "yy" => Step::Digits(Digits::ShortYear, *slot),
            "hh" => Step::Digits(Digits::Hour, *slot),
            "ii" => Step::Digits(Digits::Minute, *slot),
            "int" => Step::Digits(Digits::Any, *slot),
            "amount" => Step::Amount(*slot),
            "capital" => Step::Capital,
            "spaced" => Step::Spaced,
            "initial" => Step::Initial,
            "named" => Step::Named,
            "clear" => Step::Clear,
            _ => Step::Class(words.known_class(name)?, *slot),
        }),
        Pattern::Sequence(parts) => {
            for part in parts {
                assemble(part, words, steps)?;
            }
        }
        Pattern::Maybe(inner) => {
            let split = steps.len();
            steps.push(Step::Split(0));
            assemble(inner, words, steps)?;
            let after = steps.len();
            aim(steps, split, Step::Split(after));
        }
        Pattern::Either(choices) => {
            let mut ends = Vec::new();
            for choice in choices {
                let split = steps.len();
                steps.push(Step::Split(0));
                assemble(choice, words, steps)?;
                ends.push(steps.len());
                steps.push(Step::Jump(0));
                let next = steps.len();
                aim(steps, split, Step::Split(next));
            }
            // After the last choice nothing is left to try: this word does not exist.
            steps.push(Step::Word(u16::MAX));
            let after = steps.len();
            for end in ends {
                aim(steps, end, Step::Jump(after));
            }
        }
    }
    Ok(())
}

fn aim(steps: &mut [Step], at: usize, step: Step) {
    if let Some(place) = steps.get_mut(at) {
        *place = step;
    }
}
