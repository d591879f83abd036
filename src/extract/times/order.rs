//! Dates in numbers that leave open which number is the month: which order an article keeps to, and that another one is
//! possible. The words that tell where an article comes from are in the packs.

use serde::Deserialize;

use super::captures::{Captures, Slot};
use super::matching::View;
use super::meaning::Meaning;
use super::reading::Read;
use super::stamp::Stamp;
use crate::extract::tokens::TokenKind;

/// Whether the month or the day of a date in numbers stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Order {
    /// `3/7/2025` is 7 March.
    #[serde(rename = "mdy")]
    MonthFirst,
    /// `3/7/2025` is 3 July.
    #[serde(rename = "dmy")]
    DayFirst,
}

impl Order {
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "mdy" => Some(Self::MonthFirst),
            "dmy" => Some(Self::DayFirst),
            _ => None,
        }
    }
}

/// What an article tells of its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Told {
    /// The order of its other dates, else that of the region the reader named or the words show; `None` if nothing tells.
    order: Option<Order>,
    /// Other dates in numbers show it, and none shows the other.
    shown: bool,
}

/// Looks through an article: dates in numbers of which one number is no month, dates with the month's name, words of regions.
/// Linear in its tokens; asked only where a date needs it.
pub(super) fn told(view: &View) -> Told {
    let (mut shown, mut hinted) = ([0_usize; 2], [0_usize; 2]);
    let vote = |votes: &mut [usize; 2], order| match (order, votes) {
        (Order::MonthFirst, [month, _]) => *month += 1,
        (Order::DayFirst, [_, day]) => *day += 1,
    };
    for at in 0..view.tokens.len() {
        if let Some(order) = in_numbers(view, at) {
            vote(&mut shown, order);
        }
        if let Some(order) = by_name(view, at).or_else(|| by_region(view, at)) {
            vote(&mut hinted, order);
        }
    }
    let more = |[month, day]: [usize; 2]| match month.cmp(&day) {
        std::cmp::Ordering::Greater => Some(Order::MonthFirst),
        std::cmp::Ordering::Less => Some(Order::DayFirst),
        std::cmp::Ordering::Equal => None,
    };
    Told {
        order: more(shown).or(view.rules.region).or_else(|| more(hinted)),
        shown: shown.into_iter().filter(|count| *count > 0).count() == 1,
    }
}

/// The order of a date in numbers that can be read in one way only.
fn in_numbers(view: &View, at: usize) -> Option<Order> {
    let mark = |at| matches!(view.word(at), "/" | "-") && view.glued(at);
    let number = |at| {
        let text = view.word(at);
        let short = view.kind(at) == Some(TokenKind::Number) && text.len() <= 2;
        short.then(|| text.parse::<i64>().ok()).flatten()
    };
    let year = matches!(view.word(at + 4).len(), 2 | 4)
        && view.kind(at + 4) == Some(TokenKind::Number)
        && view.glued(at + 4);
    let whole = mark(at + 1) && mark(at + 3) && view.word(at + 1) == view.word(at + 3) && year;
    let begins = !view.glued(at) || at.checked_sub(1).is_none_or(|before| !mark(before));
    match (number(at)?, number(at + 2)?) {
        (13..=31, 1..=12) if whole && begins => Some(Order::DayFirst),
        (1..=12, 13..=31) if whole && begins => Some(Order::MonthFirst),
        _ => None,
    }
}

/// The order of a day and the name of a month: `3 July`, `July 3`.
fn by_name(view: &View, at: usize) -> Option<Order> {
    let month = view.rules.month?;
    let day = |at: usize| {
        let text = view.word(at);
        view.kind(at) == Some(TokenKind::Number) && text.len() <= 2 && !view.breaks(at)
    };
    view.has(at, month).then_some(())?;
    match (at.checked_sub(1).is_some_and(day), day(at + 1)) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// The order of the region that a word belongs to.
fn by_region(view: &View, at: usize) -> Option<Order> {
    match view.meaning(at, view.rules.order?)? {
        Meaning::Order(order) => Some(order),
        _ => None,
    }
}

/// The captures with day and month changed, where both can be either.
pub(super) fn changed(captures: &Captures) -> Option<Captures> {
    let (day, month) = (captures.number(Slot::Day)?, captures.number(Slot::Month)?);
    ((1..=12).contains(&day) && day != month).then_some(())?;
    let mut changed = *captures;
    changed.set(Slot::Day, captures.get(Slot::Month));
    changed.set(Slot::Month, captures.get(Slot::Day));
    Some(changed)
}

/// Of the readings of a date in the order of its rule and in the other one, that which its weekday, the article or, where they
/// are silent, the rule tells. Which other day it could be is kept, unless the weekday or other dates in numbers tell.
pub(super) fn settle(ruled: Read, other: Read, rule: Order, told: impl Fn() -> Told) -> Read {
    match (ruled.disagrees, other.disagrees) {
        (true, false) => return other,
        (false, true) => return ruled,
        _ => {}
    }
    // A weekday that fits both, or neither, tells nothing.
    let told = told();
    let (mut chosen, left) = match told.order {
        Some(order) if order != rule => (other, ruled),
        _ => (ruled, other),
    };
    if let (Some(Stamp::Day(day)), false) = (left.stamp, told.shown) {
        chosen.could_be = Some(day);
    }
    chosen
}
