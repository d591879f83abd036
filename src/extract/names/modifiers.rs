//! Words that stand before a noun and tell which one is meant (`a senior company official`). The nouns are in `unnamed`.

use super::ActorKind;
use super::unnamed::{LONGEST, Named, OPENS};
use crate::extract::reading::{Flags, Word, Words};

/// Whether the noun before this place only tells which one the next noun means (`police van`).
pub(super) fn modifies(words: &Words<'_>, next: usize, stop: usize) -> bool {
    let known = OPENS
        .with(Flags::RELATIVE)
        .with(Flags::CAP)
        .with(Flags::UNKNOWN);
    words.at(next).filter(|_| next < stop).is_some_and(|word| {
        word.is(Flags::WORD)
            && word.is(Flags::SPACED)
            && (!word.is(known) || word.is(Flags::UNNAMED))
    }) || words.text_at(next) == "-"
}

/// Where the words begin that stand between an article or a number and a noun and tell which one is meant
/// (`a senior company official`); the noun itself if there is none.
pub(super) fn modifiers(words: &Words<'_>, noun: usize, stop: usize) -> usize {
    let opens = Flags::SOMEONE.with(Flags::COUNT).with(Flags::NUMBER);
    let telling = Flags::UNNAMED.with(Flags::FIELD);
    let plain = |word: &Word| {
        let written = !word.is(Flags::CAP) || word.is(Flags::FIRST);
        word.is(Flags::WORD) && written && (word.is(telling) || !word.is(OPENS))
    };
    let list = |at: usize| words.at(at);
    let stretch = |fits: &dyn Fn(&Word) -> bool| {
        (stop..noun)
            .rev()
            .take(LONGEST)
            .take_while(|at| list(*at).as_ref().is_some_and(fits))
            .last()
    };
    let first = stretch(&plain).filter(|first| {
        let before = first.checked_sub(1).filter(|before| *before >= stop);
        before.and_then(list).is_some_and(|word| word.is(opens))
    });
    // `federal prosecutors`
    let first = first.or_else(|| stretch(&|word| plain(word) && word.is(telling)));
    first.unwrap_or(noun)
}

/// Where the place begins that stands right before a body and tells whose it is (`the Norwegian parliament`), else the body.
pub(super) fn origin(words: &Words<'_>, named: &Named, head: usize, stop: usize) -> usize {
    let mut start = head;
    while let Some(before) = start.checked_sub(1).filter(|before| *before >= stop) {
        let Some(word) = words.at(before) else { break };
        let place = named.at(word);
        let place = place.is_some_and(|(_, kind)| *kind == ActorKind::Place);
        if !place && !word.is(Flags::STATE) {
            break;
        }
        start = before;
    }
    start
}
