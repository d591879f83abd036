//! Amounts in digits and in words. The words and how they combine are in the pack: `2` adds, `+10` adds to the last number,
//! `*100` multiplies it, `+0.5` adds a half, `X` is many.

use super::digits::number;
use super::matching::View;
use super::meaning::Amount;
use crate::extract::tokens::TokenKind;

/// Words that one number may have.
const WORDS: usize = 10;

/// The amount that begins at a token, and the token after it.
pub(super) fn amount(view: &View, at: usize) -> Option<(Amount, usize)> {
    match view.tokens.get(at)?.kind {
        TokenKind::Number => digits(view, at),
        _ => words(view, at, None),
    }
}

fn digits(view: &View, start: usize) -> Option<(Amount, usize)> {
    let mut whole = number(view.word(start))?;
    let mut at = start + 1;
    while view.is_mark(at, &view.rules.thousands) && view.glued(at) && view.glued(at + 1) {
        let group = view.word(at + 1);
        if group.len() != 3 || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        whole = whole.checked_mul(1000)?.checked_add(number(group)?)?;
        at += 2;
    }
    let mut hundredths = whole.checked_mul(100)?;
    if view.is_mark(at, &view.rules.decimal) && view.glued(at) && view.glued(at + 1) {
        let part = view.word(at + 1);
        if let (1..=2, Some(number)) = (part.len(), number(part)) {
            hundredths += if part.len() == 1 { number * 10 } else { number };
            at += 2;
        }
    }
    if let Some((part, end)) = fraction(view, at) {
        (hundredths, at) = (hundredths.checked_add(part)?, end);
    }
    // `2 juta`, `3 ribu`, `2 setengah`.
    words(view, at, Some(hundredths)).or(Some((Amount(hundredths), at)))
}

/// The hundredths of a fraction behind a whole number, `2 1/2` or `2-1/2`, and the token after it.
fn fraction(view: &View, at: usize) -> Option<(i64, usize)> {
    let dash = usize::from(view.is_mark(at, "-") && view.glued(at) && view.glued(at + 1));
    let start = at + dash;
    let slash = view.is_mark(start + 1, "/") && view.glued(start + 1) && view.glued(start + 2);
    (slash && (dash == 1 || !view.glued(start)) && !view.breaks(start)).then_some(())?;
    let after = start + 3;
    let more = view.is_mark(after, "/") && view.glued(after);
    let part = |at| number(view.word(at)).filter(|_| view.word(at).len() == 1);
    let (above, below) = (part(start)?, part(start + 2)?);
    // Not `then_some`, which would divide by a nought that is refused.
    (above < below && !more).then(|| (above * 100 / below, after))
}

/// Whether a token is the mark between tens and ones: the hyphen of `twenty-four`.
fn joins(view: &View, at: usize, last: Option<i64>) -> bool {
    let tens = last.is_some_and(|last| (2000..10_000).contains(&last) && last % 1000 == 0);
    let joint = view.rules.joint;
    let glued = view.glued(at) && view.glued(at + 1);
    let ones = |written: &str| (1..10).contains(&written.parse::<i64>().unwrap_or(0));
    joint != 0
        && tens
        && view.id(at) == joint
        && glued
        && view
            .numeral(at + 1)
            .is_some_and(|(written, _)| ones(written))
}

/// A number in words; with `given`, only what multiplies or adds to it.
fn words(view: &View, start: usize, given: Option<i64>) -> Option<(Amount, usize)> {
    let (mut total, mut last) = (0_i64, given);
    let mut at = start;
    for _ in 0..WORDS {
        at += usize::from(joins(view, at, last.filter(|_| given.is_none())));
        let begins = at == start && given.is_none();
        let Some((written, length)) = view.numeral(at).filter(|_| begins || !view.breaks(at))
        else {
            break;
        };
        if written == "X" {
            return (last.is_none() && total == 0).then_some((Amount::MANY, at + length));
        }
        if let Some(factor) = written.strip_prefix('*') {
            let factor: i64 = factor.parse().ok()?;
            let product = last.unwrap_or(100).checked_mul(factor)?;
            // `dua ratus | lima puluh`: what was multiplied is done, unless a larger factor follows.
            if factor >= 1000 {
                total = total.checked_add(product)?;
                last = None;
            } else {
                last = Some(product);
            }
        } else if let Some(more) = written.strip_prefix('+') {
            let more: f64 = more.parse().ok()?;
            last = Some(last.unwrap_or(0).checked_add((more * 100.0) as i64)?);
        } else if given.is_some() {
            break;
        } else {
            let number = written.parse::<i64>().ok()?.checked_mul(100)?;
            // Two plain numbers in a row are two amounts, unless the first ended in tens.
            match last {
                Some(before) if before % 1000 != 0 || number >= 1000 => break,
                Some(before) => {
                    total = total.checked_add(before)?;
                    last = Some(number);
                }
                None => last = Some(number),
            }
        }
        at += length;
    }
    (at > start).then_some(())?;
    Some((Amount(total.checked_add(last.unwrap_or(0))?), at))
}
