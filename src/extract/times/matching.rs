//! Patterns as programs, and the longest way through one from a token. No loop is possible in a program, and its steps are
//! budgeted, so that the time for a text is linear in its tokens.

use super::captures::{Captures, Slot};
use super::compile::TimesRules;
use super::digits::{DigitKinds, Digits};
use super::lexicon::{Form, WordId};
use super::meaning::{Amount, Meaning};
use super::number;
use super::starts::Key;
use crate::extract::tokens::{Token, TokenKind};

/// One step of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Word(WordId),
    Class(u8, Option<Slot>),
    Not(u8),
    Digits(Digits, Option<Slot>),
    Amount(Option<Slot>),
    Glued,
    Capital,
    Spaced,
    Initial,
    Named,
    Clear,
    EndOfExtent,
    /// Try the next step, where a token may begin what comes from there, and then the one there.
    Split(usize, Guard),
    Jump(usize),
}

/// The place among the guards of what tokens can begin an optional part of a program.
pub(super) type Guard = u16;

/// Stands where any token may begin a part.
pub(super) const UNGUARDED: Guard = Guard::MAX;

/// Steps that a match may take from one token by one rule.
const BUDGET: u32 = 3000;

/// A text whose words were looked up.
pub(super) struct View<'v> {
    pub(super) text: &'v str,
    pub(super) tokens: &'v [Token],
    pub(super) ids: &'v [WordId],
    pub(super) rules: &'v TimesRules,
}

impl<'v> View<'v> {
    pub(super) fn word(&self, at: usize) -> &'v str {
        self.tokens
            .get(at)
            .map_or("", |token| token.text(self.text))
    }

    pub(super) fn id(&self, at: usize) -> WordId {
        self.ids.get(at).copied().unwrap_or(0)
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether no white space stands before a token.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    pub(super) fn breaks(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.breaks)
    }

    pub(super) fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.kind(at) == Some(TokenKind::Mark) && self.word(at) == mark
    }

    /// The numeral at a token as the pack writes it, and its length.
    pub(super) fn numeral(&self, at: usize) -> Option<(&'v str, usize)> {
        let rules: &'v TimesRules = self.rules;
        let begins = |class: &u8| rules.lexicon.begins(self.id(at), *class);
        let class = rules.numeral.filter(begins)?;
        let forms = rules.lexicon.forms(self.id(at)).iter();
        let mut fitting = forms.filter(|form| form.class == class);
        let found = fitting.find(|form| self.follows(at, &form.tail))?;
        Some((found.written.as_str(), found.tail.len() + 1))
    }

    fn follows(&self, at: usize, tail: &[WordId]) -> bool {
        let places = at + 1..;
        tail.iter()
            .zip(places)
            .all(|(wanted, place)| self.id(place) == *wanted && !self.breaks(place))
    }

    /// What the first form of the class that begins at a token means.
    pub(super) fn meaning(&self, at: usize, class: u8) -> Option<Meaning> {
        let mut forms = self.rules.lexicon.forms(self.id(at)).iter();
        let found = forms.find(|form| form.class == class && self.follows(at, &form.tail))?;
        Some(found.meaning)
    }

    /// Whether any form of the class begins at a token.
    pub(super) fn has(&self, at: usize, class: u8) -> bool {
        let (lexicon, id) = (&self.rules.lexicon, self.id(at));
        let fits = |form: &Form| form.class == class && self.follows(at, &form.tail);
        lexicon.begins(id, class) && lexicon.forms(id).iter().any(fits)
    }

    fn digits(&self, at: usize, wanted: Digits) -> Option<i64> {
        (self.kind(at)? == TokenKind::Number).then_some(())?;
        wanted.read(self.word(at))
    }

    /// Whether a token may begin what a guard stands before.
    fn may_begin(&self, guard: Guard, at: usize) -> bool {
        let openings = self.rules.guards.get(usize::from(guard));
        openings.is_none_or(|openings| {
            let digits = || !openings.digits.is_empty() && self.kind(at) == Some(TokenKind::Number);
            openings.has_word(self.id(at)) || digits()
        })
    }

    /// By what rules that begin at a token, or go on with it, are looked up.
    pub(super) fn key(&self, at: usize) -> Key {
        let digits = match self.kind(at) {
            Some(TokenKind::Number) => DigitKinds::of(self.word(at)),
            _ => DigitKinds::default(),
        };
        Key {
            word: self.id(at),
            digits,
        }
    }

    /// Whether a token is the first of a line or sentence.
    fn initial(&self, at: usize) -> bool {
        let marks = [".", "!", "?", "\"", "“"];
        let before = at.checked_sub(1).map(|before| self.word(before));
        self.breaks(at) || before.is_none_or(|before| marks.contains(&before))
    }

    /// Whether the token before is a word of a name: with a capital, and none that leads to a date.
    fn named(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| !self.breaks(at)) else {
            return false;
        };
        let lead = self.rules.lead;
        self.kind(before) == Some(TokenKind::Word)
            && self.word(before).starts_with(char::is_uppercase)
            && !lead.is_some_and(|lead| self.rules.lexicon.is(self.id(before), lead))
    }

    /// Whether a match that ends before a token divides a number or a compound.
    fn clear(&self, at: usize) -> bool {
        if self.breaks(at) || !self.glued(at) {
            return true;
        }
        match self.kind(at) {
            Some(TokenKind::Mark) => {
                let next = at + 1;
                let more = self.glued(next) && self.kind(next) == Some(TokenKind::Number);
                // `1990-an` is one word; in `2023/Periodik` something else begins.
                let compound = self.glued(next)
                    && self.kind(next) == Some(TokenKind::Word)
                    && self.word(next).len() <= ENDING;
                match self.word(at) {
                    "." | "," => !more,
                    "-" | "/" | "–" => !more && !compound,
                    "%" | "°" | "+" => false,
                    _ => true,
                }
            }
            _ => false,
        }
    }
}

/// Most bytes of a word behind a hyphen or stroke that still belongs to the number before.
const ENDING: usize = 4;

/// A way through a program.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    /// The token after the extent.
    pub(super) end: usize,
    /// The token after all that was looked at.
    pub(super) seen: usize,
}

/// What a way captured, in order.
type Kept = Vec<(Slot, Meaning)>;

/// What ways capture: lists that are lent to every search, to be used again.
#[derive(Default)]
pub(super) struct Caught {
    /// By the way that is followed.
    under_way: Kept,
    /// By the longest one of a search.
    longest: Kept,
    /// By the one that was kept.
    kept: Kept,
    /// The token at which an amount was looked for last, and what was found.
    amount: Option<(usize, Option<(Amount, usize)>)>,
}

impl Caught {
    /// The amount that begins at a token, and the token after it: many rules ask for the same one.
    fn amount(&mut self, view: &View, at: usize) -> Option<(Amount, usize)> {
        match self.amount {
            Some((place, found)) if place == at => found,
            _ => {
                let found = number::amount(view, at);
                self.amount = Some((at, found));
                found
            }
        }
    }

    /// Keeps what the longest way of the last search captured.
    pub(super) fn keep(&mut self) {
        std::mem::swap(&mut self.kept, &mut self.longest);
    }

    /// What was kept last.
    pub(super) fn captures(&self) -> Captures {
        let mut captures = Captures::default();
        for (slot, meaning) in &self.kept {
            captures.set(*slot, Some(*meaning));
        }
        captures
    }
}

/// The longest way through a program from a token; what it captures is in `caught`, which forgets what it held.
pub(super) fn longest(
    view: &View,
    program: &[Step],
    start: usize,
    caught: &mut Caught,
) -> Option<Way> {
    caught.under_way.clear();
    let mut walk = Walk {
        view,
        program,
        start,
        best: None,
        budget: BUDGET,
        caught,
    };
    walk.go(0, start, None);
    walk.best
}

struct Walk<'w> {
    view: &'w View<'w>,
    program: &'w [Step],
    start: usize,
    best: Option<Way>,
    budget: u32,
    caught: &'w mut Caught,
}

impl Walk<'_> {
    /// Follows all ways from a step; what they captured is forgotten afterwards, but for the longest.
    fn go(&mut self, step: usize, at: usize, end: Option<usize>) {
        let kept = self.caught.under_way.len();
        if let Some((end, seen)) = self.follow(step, at, end)
            && self.best.is_none_or(|best| seen > best.seen)
        {
            self.caught.longest.clone_from(&self.caught.under_way);
            self.best = Some(Way { end, seen });
        }
        self.caught.under_way.truncate(kept);
    }

    /// Follows the last way from a step, and the others by [`Walk::go`]; where its extent and it end, if it arrives.
    fn follow(
        &mut self,
        mut step: usize,
        mut at: usize,
        mut end: Option<usize>,
    ) -> Option<(usize, usize)> {
        let view = self.view;
        while let Some(now) = self.program.get(step) {
            self.budget = self.budget.checked_sub(1)?;
            step += 1;
            match now {
                Step::Jump(to) => step = *to,
                Step::Split(other, guard) => {
                    if view.may_begin(*guard, at) {
                        self.go(step, at, end);
                    }
                    step = *other;
                }
                Step::Glued if view.glued(at) => {}
                Step::Capital if view.word(at).starts_with(char::is_uppercase) => {}
                Step::Spaced if self.stands_apart(at) => {}
                Step::Initial if view.initial(at) => {}
                Step::Named if view.named(at) => {}
                Step::Clear if view.clear(at) => {}
                Step::Not(class) if !view.has(at, *class) || view.breaks(at) => {}
                Step::EndOfExtent => end = Some(at),
                _ if at > self.start && view.breaks(at) => return None,
                Step::Word(id) if view.id(at) == *id => at += 1,
                Step::Class(class, slot) if view.rules.lexicon.begins(view.id(at), *class) => {
                    let forms = view.rules.lexicon.forms(view.id(at)).iter();
                    let mut fitting = forms
                        .filter(|form| form.class == *class && view.follows(at, &form.tail))
                        .map(|form| (form.tail.len() + 1, form.meaning));
                    let (length, meaning) = fitting.next()?;
                    for (length, meaning) in fitting {
                        let kept = self.caught.under_way.len();
                        self.keep(*slot, meaning);
                        self.go(step, at + length, end);
                        self.caught.under_way.truncate(kept);
                    }
                    self.keep(*slot, meaning);
                    at += length;
                }
                Step::Digits(wanted, slot) => {
                    let number = view.digits(at, *wanted)?;
                    self.keep(*slot, Meaning::Number(number));
                    at += 1;
                }
                Step::Amount(slot) => {
                    let (amount, after) = self.caught.amount(view, at)?;
                    self.keep(*slot, Meaning::Amount(amount));
                    at = after;
                }
                _ => return None,
            }
        }
        Some((end.unwrap_or(at), at))
    }

    fn keep(&mut self, slot: Option<Slot>, meaning: Meaning) {
        if let Some(slot) = slot {
            self.caught.under_way.push((slot, meaning));
        }
    }

    fn stands_apart(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return true;
        };
        match self.view.kind(before) {
            _ if !self.view.glued(at) => true,
            // A dash that hangs on nothing before it sets off what follows.
            Some(TokenKind::Mark)
                if matches!(self.view.word(before), "-" | "–") && !self.view.glued(before) =>
            {
                true
            }
            Some(TokenKind::Mark) => !matches!(
                self.view.word(before),
                "-" | "/" | "." | "," | "#" | "@" | "$" | "–" | "_" | "+"
            ),
            _ => false,
        }
    }
}
