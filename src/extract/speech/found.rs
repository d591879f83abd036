//! Which stretches between quotation marks are direct speech, and whose.

use std::ops::Range;

use super::Quote;
use super::cues::{Cue, before, behind};
use super::speakers::Speakers;
use super::thread;
use crate::extract::reading::{Flags, Pair, Word, Words, is_stop, run_of};

/// Fewest words of speech that stands alone, and of a fragment inside somebody else's sentence.
const ALONE: usize = 4;
const FRAGMENT: usize = 3;
/// Longest word that titles write in lower case, in bytes.
const LINK: u32 = 3;

pub(super) fn quotes(words: &Words<'_>, speakers: &Speakers<'_>) -> Vec<Quote> {
    let mut found: Vec<Quote> = Vec::new();
    let mut focus = None;
    let (mut read, mut end) = (0, 0);
    for pair in &words.pairs {
        focus = thread::focus(words, speakers, read..pair.open, focus).or(focus);
        read = pair.open;
        let Some((pair, cue)) = spoken(words, speakers, *pair, end, focus, !found.is_empty())
        else {
            continue;
        };
        let places = pair.open..pair.close + 1;
        end = places.end;
        let range = run_of(words.slice(with_doubles(words, pair, places)));
        read = end;
        let speaker = cue.and_then(|cue| cue.speaker);
        focus = speaker.or(focus);
        let verb = cue.and_then(|cue| words.at(cue.verb));
        found.push(Quote {
            range,
            speaker,
            cue: verb
                .filter(|verb| verb.is(Flags::WORD))
                .map(|verb| verb.start as usize..verb.end as usize),
        });
    }
    found
}

/// The places of a quote with the outer ones of its marks, where two single ones stand for a double one.
fn with_doubles(words: &Words<'_>, pair: Pair, places: Range<usize>) -> Range<usize> {
    let single = |place: usize| words.text_at(place) == "'";
    let outer = pair
        .open
        .checked_sub(1)
        .filter(|outer| single(*outer) && single(pair.open));
    let end = places.end + usize::from(pair.closed && single(pair.close) && single(places.end));
    outer.unwrap_or(places.start)..end
}

/// The extent and the cue of a stretch, if somebody speaks in it.
fn spoken(
    words: &Words<'_>,
    speakers: &Speakers<'_>,
    pair: Pair,
    end: usize,
    focus: Option<usize>,
    heard: bool,
) -> Option<(Pair, Option<Cue>)> {
    let pair = if pair.closed {
        pair
    } else {
        cut(words, speakers, pair, focus)
    };
    let inside = words.slice(pair.open + 1..pair.close + usize::from(!pair.closed));
    let count = inside.iter().filter(|word| word.is(Flags::WORD)).count();
    if count == 0 {
        return None;
    }
    if let Some(cue) = behind(words, speakers, pair.close + 1, focus) {
        return Some((pair, Some(cue)));
    }
    if let Some((cue, introduces)) = before(words, speakers, pair, end, focus) {
        let whole =
            introduces && (count > 1 || inside.first().is_some_and(|word| word.is(Flags::CAP)));
        let fragment = count >= FRAGMENT && cue.speaker.is_some();
        if whole || (fragment && !is_title(inside)) {
            return Some((pair, Some(cue)));
        }
        return None;
    }
    if is_called(words, pair, inside) || is_marked(words, pair, inside, count) {
        return Some((pair, None));
    }
    let begins = words.at(pair.open).is_some_and(|open| {
        open.is(Flags::BREAKS) || words.sentence(open.sentence as usize).start == pair.open
    });
    let mut behind = pair.close + 1;
    while matches!(words.text_at(behind), "." | ",") {
        behind += 1;
    }
    let ends = words
        .at(behind)
        .is_none_or(|next| next.is(Flags::BREAKS) || next.is(Flags::CAP) || next.is(Flags::FIRST));
    let stopped = inside
        .last()
        .is_some_and(|last| is_stop(last.text(words.text)) || last.text(words.text) == ",")
        || behind > pair.close + 1;
    let speaker = if heard {
        focus
    } else {
        follower(words, speakers, behind).or(focus)
    };
    let alone = begins && ends && stopped && count >= ALONE && (heard || speaker.is_some());
    let titled = inside.first().is_some_and(|word| word.is(Flags::TITLE));
    (alone && !titled).then_some((
        pair,
        Some(Cue {
            verb: usize::MAX,
            speaker,
        }),
    ))
}

/// The speaker of the quote that opens right there: the first quotes of a text may wait for the last one's verb.
fn follower(words: &Words<'_>, speakers: &Speakers<'_>, open: usize) -> Option<usize> {
    let at = words.pairs.binary_search_by_key(&open, |pair| pair.open);
    let next = at.ok().and_then(|at| words.pairs.get(at))?;
    behind(words, speakers, next.close + 1, None)?.speaker
}

/// Whether the first line opens with a call or a question, and goes on behind it, as headlines do.
fn is_called(words: &Words<'_>, pair: Pair, inside: &[Word]) -> bool {
    let loud = inside
        .last()
        .is_some_and(|last| matches!(last.text(words.text), "!" | "?"));
    let goes_on = words
        .at(pair.close + 1)
        .is_some_and(|next| !next.is(Flags::BREAKS));
    loud && goes_on && pair.closed && pair.open == 0
}

/// Whether nothing but its marks and its length can tell, and does, that a stretch is speech: no verb of saying is known.
fn is_marked(words: &Words<'_>, pair: Pair, inside: &[Word], count: usize) -> bool {
    !words.lexicon.knows_saying && pair.closed && count >= ALONE && !is_title(inside)
}

/// Whether all longer words begin with an upper-case letter, as in the name of a programme or a work.
fn is_title(inside: &[Word]) -> bool {
    let long = |word: &&Word| word.is(Flags::WORD) && word.end - word.start > LINK;
    let count = inside.iter().filter(long).count();
    count > 1 && inside.iter().filter(long).all(|word| word.is(Flags::CAP))
}

/// A stretch that never closes ends before its verb of saying.
fn cut(words: &Words<'_>, speakers: &Speakers<'_>, pair: Pair, focus: Option<usize>) -> Pair {
    for at in pair.open + 2..pair.close {
        if matches!(words.text_at(at), "," | "." | "?" | "!")
            && let place = at + 1 + usize::from(matches!(words.text_at(at + 1), "'" | "’" | "‘"))
            && let Some(verb) = words.at(place)
            && !verb.is(Flags::CAP)
            && verb.is(Flags::BEFORE_SPEAKER.with(Flags::SELF_SPEAKER))
            && behind(words, speakers, at + 1, focus).is_some()
        {
            return Pair { close: at, ..pair };
        }
    }
    pair
}
