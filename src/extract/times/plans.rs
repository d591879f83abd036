//! Plans and speaking: which words around a date say that it lies ahead, or that it is the day on which somebody spoke. What
//! follows from that for the date is in `reading`.

use super::lexicon::WordId;
use super::matching::{View, Way};
use super::meaning::Meaning;
use super::memory::Memory;
use crate::extract::pack::Operation;

/// Tokens of a sentence that may stand before a date that begins it.
const LEADING: usize = 2;

/// Keeps that a plan or somebody's speaking is told of.
pub(super) fn notice(view: &View, memory: &mut Memory, at: usize, id: WordId) {
    let rules = view.rules;
    if !signals(view, id) {
        return;
    }
    if let Some(plan) = rules.plan
        && let Some(Meaning::Number(plans)) = view.meaning(at, plan)
    {
        memory.plan = Some(at).filter(|_| plans == 1);
    }
    if let Some(saying) = rules.saying
        && let Some(Meaning::Number(says)) = view.meaning(at, saying)
    {
        memory.saying = Some(at).filter(|_| says == 1);
    }
}

/// The memory for a match: its rule may tell that it is planned, or, where a sentence begins with it, the words after it.
pub(super) fn seen_from(
    view: &View,
    memory: &Memory,
    operation: &Operation,
    start: usize,
    way: Way,
) -> Memory {
    let mut memory = *memory;
    let told = match operation {
        Operation::Calendar {
            plan: Some(plan), ..
        } => Some(*plan),
        _ if start.saturating_sub(memory.sentence) <= LEADING => plan_after(view, way.end),
        _ => None,
    };
    if let Some(plan) = told {
        memory.plan = Some(start).filter(|_| plan);
        memory.saying = memory.saying.filter(|_| !plan);
    }
    memory
}

/// Whether the first word behind a match that tells so announces a plan; asked only of packs that bound its reach.
fn plan_after(view: &View, end: usize) -> Option<bool> {
    let rules = view.rules;
    let (plan, saying) = (rules.plan?, rules.saying?);
    let reach = Some(rules.reach).filter(|reach| *reach < usize::MAX)?;
    for at in end..end.saturating_add(reach) {
        if view.breaks(at) || matches!(view.word(at), "." | "!" | "?") {
            return None;
        }
        if !signals(view, view.id(at)) {
            continue;
        }
        match view.meaning(at, plan) {
            Some(Meaning::Number(1)) => return Some(true),
            Some(_) => return Some(false),
            None if view.has(at, saying) => return None,
            None => {}
        }
    }
    None
}

/// Whether a full stop shortens the word before it: an initial, or one of the pack's abbreviations.
pub(super) fn shortens(view: &View, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| view.glued(at)) else {
        return false;
    };
    let word = view.word(before);
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let known = view.rules.abbreviation;
    initial || known.is_some_and(|known| view.rules.lexicon.is(view.id(before), known))
}

/// Whether a word of either kind may begin with a word.
fn signals(view: &View, id: WordId) -> bool {
    let signals = view.rules.signals.get(usize::from(id));
    signals.is_some_and(|signals| *signals)
}
