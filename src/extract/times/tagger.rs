//! One pass over the tokens: at each, the rules that can begin there; the longest match wins, then the first rule.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::captures::Captures;
use super::clock::at_clock;
use super::compile::{Rule, TimesRules};
use super::lexicon::WordId;
use super::matching::{Caught, View, Way, longest};
use super::meaning::Unit;
use super::memory::{Memory, Said};
use super::order;
use super::periods;
use super::plans;
use super::reading::{self, Read};
use super::shift::{reference, shift};
use super::stamp::Stamp;
use super::starts::RuleSet;
use super::timex::{Counted, Timex, TimexKind};
use crate::extract::pack::Operation;
use crate::extract::tokens::{Token, TokenKind};
use crate::model::{Day, bounds_of};

/// Tokens that may stand between a clock time and the date that it belongs to.
const GAP: usize = 3;

/// The temporal expressions of a text, in order and disjoint. `skip` says which byte ranges are boilerplate. Without a
/// publication date, what needs one keeps `X` for its digits. Linear in the number of tokens.
#[must_use]
pub fn timexes(
    text: &str,
    tokens: &[Token],
    skip: &dyn Fn(Range<usize>) -> bool,
    rules: &TimesRules,
    published: Option<Day>,
) -> Vec<Timex> {
    let ids: Vec<WordId> = tokens
        .iter()
        .map(|token| rules.lexicon.id(*token))
        .collect();
    let mut tagger = Tagger {
        view: View {
            text,
            tokens,
            ids: &ids,
            rules,
        },
        memory: Memory {
            published,
            reach: rules.reach,
            ahead: rules.ahead,
            ..Memory::default()
        },
        found: Vec::new(),
        undated: None,
        caught: Caught::default(),
        told: OnceCell::new(),
    };
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let id = ids.get(at).copied().unwrap_or(0);
        if token.breaks {
            tagger.memory.line += 1;
            tagger.memory.sentence = at;
        }
        let begins = match token.kind {
            TokenKind::Number => true,
            _ if id == 0 => {
                at += 1;
                continue;
            }
            _ => rules.starts.begins(id),
        };
        tagger.memory.at = at;
        tagger.notice(at, id);
        let range = token.start as usize..token.end as usize;
        let next = match begins && !tagger.inside_number(at) && !skip(range) {
            true => tagger.read(at),
            false => None,
        };
        at = next.unwrap_or(at + 1).max(at + 1);
    }
    let mut found = tagger.found;
    for timex in &mut found {
        timex.edtf = timex.edtf.take().filter(|edtf| is_edtf(edtf));
    }
    found
}

/// Whether bounds are EDTF: what counts its way out of the years of four digits names no day. Those that begin with a year and
/// hold no sign are EDTF by the way they are made.
fn is_edtf(edtf: &str) -> bool {
    let (day, clock) = edtf.split_once('T').unwrap_or((edtf, ""));
    let plain = day.starts_with(|first: char| first.is_ascii_digit()) && !day.contains(['+', '/']);
    // A zone has a sign, and wants an hour of the day.
    let timed = !clock.contains('/') && (!clock.contains('+') || clock < "24");
    plain && timed || bounds_of(edtf).is_some()
}

/// A clock time whose day is not told yet.
struct Undated {
    index: usize,
    end: usize,
    clock: String,
}

struct Tagger<'t> {
    view: View<'t>,
    memory: Memory,
    found: Vec<Timex>,
    undated: Option<Undated>,
    told: OnceCell<order::Told>,
    /// Lent to every search for a match.
    caught: Caught,
}

impl<'t> Tagger<'t> {
    /// Keeps what later words depend on: where sentences end, and that a plan is spoken of.
    fn notice(&mut self, at: usize, id: WordId) {
        if self.view.kind(at) == Some(TokenKind::Mark) {
            let stops = matches!(self.view.word(at), "." | "!" | "?") && !self.view.glued(at + 1);
            if stops && !plans::shortens(&self.view, at) {
                self.memory.sentence = at + 1;
            }
            return;
        }
        plans::notice(&self.view, &mut self.memory, at, id);
    }

    /// Whether a token continues a number: the `500` of `1.500`, the `25` of `Rp25`.
    fn inside_number(&self, at: usize) -> bool {
        let view = &self.view;
        if view.kind(at) != Some(TokenKind::Number) || !view.glued(at) {
            return false;
        }
        let Some(mark) = at.checked_sub(1) else {
            return false;
        };
        let joins = matches!(view.word(mark), "." | "," | "/" | "-" | ":");
        let before = mark.checked_sub(1).and_then(|before| view.kind(before));
        joins && view.glued(mark) && before == Some(TokenKind::Number)
    }

    /// Reads what begins at a token; the token after it, also if it is no timex.
    fn read(&mut self, start: usize) -> Option<usize> {
        let before = start.checked_sub(1);
        let before = before.map_or(0, |before| self.view.id(before));
        let (here, next) = (self.view.key(start), self.view.key(start + 1));
        let mut fitting = self.view.rules.starts.at(here, next, before);
        loop {
            let (number, rule, way) = self.best(&fitting, start)?;
            if rule.value == Operation::Nothing {
                return Some(way.end);
            }
            let captures = self.caught.captures();
            if let Some(read) = self.value(&rule.value, start, way, &captures) {
                self.push(start, way.end, Arc::clone(&rule.id), read);
                return Some(way.end);
            }
            fitting.remove(number);
        }
    }

    /// The rule that matches most from a token, or the first one of those; what it captures is kept.
    fn best(&mut self, fitting: &RuleSet, start: usize) -> Option<(usize, &'t Rule, Way)> {
        let rules: &'t TimesRules = self.view.rules;
        let mut best: Option<(usize, &Rule, Way)> = None;
        for number in fitting.iter() {
            let Some(rule) = rules.rules.get(number) else {
                continue;
            };
            let way = longest(&self.view, &rule.program, start, &mut self.caught);
            let Some(way) = way.filter(|way| way.end > start) else {
                continue;
            };
            if best.is_none_or(|(_, _, best)| way.seen > best.seen) {
                best = Some((number, rule, way));
                self.caught.keep();
            }
        }
        best
    }

    /// What the article tells of the order of day and month, looked up once.
    fn told(&self) -> order::Told {
        *self.told.get_or_init(|| order::told(&self.view))
    }

    fn value(
        &self,
        operation: &Operation,
        start: usize,
        way: Way,
        captures: &Captures,
    ) -> Option<Read> {
        let memory = &plans::seen_from(&self.view, &self.memory, operation, start, way);
        match operation {
            Operation::Nothing => None,
            Operation::Calendar { near: true, .. } if memory.told_day_near().is_none() => None,
            Operation::Calendar { joined: true, .. } if !memory.is_joined(start) => None,
            Operation::Calendar { order, .. } => {
                let ruled = reading::calendar(captures, memory)?;
                let changed = order.and_then(|_| order::changed(captures));
                let other = changed.and_then(|changed| reading::calendar(&changed, memory));
                Some(match order.zip(other) {
                    Some((order, other)) => order::settle(ruled, other, order, || self.told()),
                    None => ruled,
                })
            }
            Operation::Shift {
                by,
                unit,
                from,
                keep,
            } => {
                let unit = unit.as_deref().and_then(Unit::named);
                shift(captures, *by, unit, *from, *keep, memory)
            }
            Operation::Reference { to } => Some(reference(to)),
            Operation::Duration {
                many,
                event,
                deictic,
                unit,
            } => {
                let counted = match (event, deictic) {
                    (true, _) => Counted::Event,
                    (_, true) => Counted::Publication,
                    _ => Counted::Nothing,
                };
                let unit = unit.as_deref().and_then(Unit::named);
                reading::duration(captures, *many, unit, counted)
            }
            Operation::Set => reading::set(captures),
            Operation::Decade => periods::decade(captures),
            Operation::Century => periods::century(captures),
            Operation::Portion => periods::portion(captures, memory),
        }
    }

    fn push(&mut self, start: usize, end: usize, rule: Arc<str>, read: Read) {
        let tokens = self.view.tokens;
        let (Some(first), Some(last)) = (tokens.get(start), tokens.get(end.saturating_sub(1)))
        else {
            return;
        };
        let index = self.found.len();
        if let (TimexKind::Date, Some(Stamp::Day(day))) = (read.kind, read.stamp) {
            self.date_the_clock(start, index, day);
            if read.counted == Counted::Nothing {
                self.memory.keep_full(day, index);
            }
        }
        // A clock on a day that nobody told of tells of none.
        let untold =
            read.undated.is_some() && self.memory.day_of_now().is_none_or(|said| said.spoken);
        let is_day = matches!(read.stamp, Some(Stamp::Day(_)));
        let spoken = is_day && (untold || self.memory.spoken());
        if spoken {
            // Only the first day after the word is the day of speaking.
            self.memory.saying = None;
        }
        if read.kind == TimexKind::Duration && read.months {
            // What is told of then is so many months, and no quarter.
            self.memory.portion = None;
        }
        let range = read.kind == TimexKind::Date && read.value.contains('/');
        if let Some(stamp) = read.stamp {
            self.memory.say(Said {
                index,
                stamp,
                end,
                line: self.memory.line,
                is_date: read.kind == TimexKind::Date,
                night: read.night,
                spoken,
                range,
            });
        }
        self.undated = read.undated.map(|clock| Undated { index, end, clock });
        self.found.push(Timex {
            range: first.start as usize..last.end as usize,
            kind: read.kind,
            value: read.value,
            modifier: read.modifier,
            basis: read.basis,
            edtf: read.edtf,
            rule,
            relative_to: read.counted,
            could_be: read.could_be,
            weekday_disagrees: read.disagrees,
        });
    }

    /// A date right behind a clock time is the day of that time.
    fn date_the_clock(&mut self, start: usize, date: usize, day: Day) {
        let Some(undated) = self.undated.take() else {
            return;
        };
        let near = start - undated.end <= GAP;
        let same = !self
            .view
            .tokens
            .get(undated.end..=start)
            .is_some_and(|between| between.iter().any(|token| token.breaks));
        let stops =
            (undated.end..start).any(|at| matches!(self.view.word(at), "." | ";" | "!" | "?"));
        if let Some(time) = self
            .found
            .get_mut(undated.index)
            .filter(|_| near && same && !stops)
        {
            time.value = at_clock(Stamp::Day(day), &undated.clock);
            time.relative_to = Counted::Timex(date);
            let is_clock = !undated.clock.contains('/') && undated.clock.contains(':');
            time.edtf = Some(match is_clock {
                true => format!("{day}{}", undated.clock),
                false => day.to_string(),
            });
        }
    }
}
