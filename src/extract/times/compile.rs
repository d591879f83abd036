//! A pack's words and rules made ready for use, once per language.

use std::sync::Arc;

use super::calendar::HALF;
use super::digits::Digits;
use super::lexicon::{Classes, Lexicon, WordId};
use super::matching::{Guard, Step, UNGUARDED};
use super::meaning::Unit;
use super::openings::Openings;
use super::order::Order;
use super::pattern::{Pattern, parse};
use super::starts::{RuleSet, Starts};
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
    pub(super) id: Arc<str>,
    pub(super) program: Vec<Step>,
    pub(super) value: Operation,
    not_after: Classes,
    /// None: it may stand behind anything else.
    after: Classes,
}

impl Rule {
    /// Whether it may stand behind a word that alone is a form of these classes.
    pub(super) const fn may_stand_behind(&self, word: Classes) -> bool {
        word & self.not_after == 0 && (self.after == 0 || word & self.after != 0)
    }
}

/// The temporal part of a language pack, compiled.
#[derive(Debug, Clone)]
pub struct TimesRules {
    pub(super) lexicon: Lexicon,
    pub(super) rules: Vec<Rule>,
    pub(super) starts: Starts,
    /// What tokens can begin the optional parts of programs.
    pub(super) guards: Vec<Openings>,
    pub(super) numeral: Option<u8>,
    pub(super) plan: Option<u8>,
    pub(super) saying: Option<u8>,
    pub(super) abbreviation: Option<u8>,
    pub(super) month: Option<u8>,
    pub(super) order: Option<u8>,
    /// For each word, whether a form of these two classes begins with it.
    pub(super) signals: Vec<bool>,
    pub(super) lead: Option<u8>,
    /// The order of the region that the reader named.
    pub(super) region: Option<Order>,
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
        if pack.rules.len() > RuleSet::MOST {
            return Err(format!("times.rules: more than {}", RuleSet::MOST));
        }
        let mut rules = Vec::with_capacity(pack.rules.len());
        for rule in &pack.rules {
            let place = |error| format!("times.rules: {}: {error}", rule.id);
            let pattern = parse(&rule.pattern, &pack.macros).map_err(place)?;
            let mut program = Vec::new();
            assemble(&pattern, &mut lexicon, &mut program).map_err(place)?;
            check(&rule.value).map_err(place)?;
            let classes = |names: &[String]| {
                let classes = names.iter().map(|name| lexicon.known_class(name));
                let mut bits = classes.map(|class| class.map(|class| 1 << class));
                let all = bits.try_fold(0, |all: Classes, bit| bit.map(|bit: Classes| all | bit));
                all.map_err(place)
            };
            rules.push(Rule {
                id: format!("{language}.{}", rule.id).into(),
                not_after: classes(&rule.not_after)?,
                after: classes(&rule.after)?,
                program,
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
            starts: Starts::default(),
            guards: Vec::new(),
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
            region: None,
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

    /// The same rules for a region that writes day and month in numbers in this order.
    #[must_use]
    pub const fn in_order(mut self, order: Option<Order>) -> Self {
        self.region = order;
        self
    }

    /// Says of each optional part of a program which tokens can begin it.
    fn guard(&mut self) {
        let mut rules = std::mem::take(&mut self.rules);
        for rule in &mut rules {
            for at in 0..rule.program.len() {
                let Some(Step::Split(other, _)) = rule.program.get(at) else {
                    continue;
                };
                let other = *other;
                let part = Openings::from(self, &rule.program, at + 1);
                aim(
                    &mut rule.program,
                    at,
                    Step::Split(other, self.guard_of(part)),
                );
            }
        }
        self.rules = rules;
    }

    fn guard_of(&mut self, part: Openings) -> Guard {
        let known = self.guards.iter().position(|known| *known == part);
        let place = known.unwrap_or(self.guards.len());
        match Guard::try_from(place) {
            Ok(guard) if !part.any => {
                if known.is_none() {
                    self.guards.push(part);
                }
                guard
            }
            _ => UNGUARDED,
        }
    }

    fn index(&mut self) {
        self.guard();
        let rules = self.rules.iter().map(|rule| {
            let (first, second) = (
                Openings::first(self, &rule.program),
                Openings::second(self, &rule.program),
            );
            (first, second, rule)
        });
        let rules: Vec<(Openings, Openings, &Rule)> = rules.collect();
        self.starts = Starts::new(&self.lexicon, &rules);
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
            steps.push(Step::Split(0, UNGUARDED));
            assemble(inner, words, steps)?;
            let after = steps.len();
            aim(steps, split, Step::Split(after, UNGUARDED));
        }
        Pattern::Either(choices) => {
            let mut ends = Vec::new();
            for choice in choices {
                let split = steps.len();
                steps.push(Step::Split(0, UNGUARDED));
                assemble(choice, words, steps)?;
                ends.push(steps.len());
                steps.push(Step::Jump(0));
                let next = steps.len();
                aim(steps, split, Step::Split(next, UNGUARDED));
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
