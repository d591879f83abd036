//! Words that stick together because a space was lost (`diMalaysia`, `Indonesiapada`): where one ends and the next begins.

use super::flags::Flags;
use super::lexicon::Lexicon;
use super::words::{Word, Words, hashed, look_up};
use crate::extract::hash::{self, ByWord};

/// Words that may be glued to a name by a lost space.
const GLUED: Flags = Flags::ORDINARY
    .with(Flags::PLACE_CUE)
    .with(Flags::CITING)
    .with(Flags::AFTER_SPEAKER)
    .with(Flags::BEFORE_SPEAKER)
    .with(Flags::FIELD)
    .with(Flags::NO_NAME)
    .with(Flags::PLAIN)
    .with(Flags::UNNAMED)
    .with(Flags::ROLE)
    .with(Flags::SPEAKER_END);
/// Fewest letters of an ordinary word that is told from the name it sticks to.
const SHORTEST_TAIL: usize = 4;

/// What tells a name.
pub(super) const NAMED: Flags = Flags::GIVEN
    .with(Flags::OUTLET)
    .with(Flags::KNOWN_BODY)
    .with(Flags::KNOWN_PLACE);
/// Words that a name may stick to, or that may stick to a name.
const COMMON: Flags = Flags::ORDINARY
    .with(Flags::PLAIN)
    .with(Flags::SPEAKER_END)
    .with(Flags::AUXILIARY)
    .with(Flags::PLACE_CUE)
    .with(Flags::JOINER)
    .with(Flags::AFTER_SPEAKER)
    .with(Flags::BEFORE_SPEAKER);

/// Shortest parts of a word that is looked at twice, in bytes: of a common word, of a name, of a verb.
const SHORTEST_COMMON: usize = 3;
const LONGER: usize = 4;
const SHORTEST_NAME: usize = 3;
const SHORTEST_VERB: usize = 7;

/// Where two words stick together because a space was lost (`diMalaysia`).
pub(super) fn seam(lexicon: &Lexicon, text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    if !bytes.iter().any(u8::is_ascii_uppercase) {
        return None;
    }
    let inner = bytes.get(1..)?.iter().position(u8::is_ascii_uppercase);
    let Some(inner) = inner else {
        return glued_tail(lexicon, text, 4);
    };
    let inner = inner + 1;
    let capitals = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_uppercase())
        .count();
    if capitals > 1
        && let Some(tail) = glued_tail(lexicon, text, capitals)
    {
        return Some(tail);
    }
    let lower_before = bytes.get(inner - 1)?.is_ascii_lowercase();
    let seam = if lower_before {
        inner
    } else {
        // `RIJudha`: the last capital begins the second word.
        if capitals < 3 || bytes.len() < capitals + 2 {
            return None;
        }
        capitals - 1
    };
    let known = |text: &str| lexicon.word(hash::word(text)).flags;
    let head = known(text.get(..seam)?);
    // `SuryadiDeddy`: a name said twice.
    let tail = text.get(seam..)?;
    let long = seam > SHORTEST_NAME && tail.len() > SHORTEST_NAME;
    if long && lower_before && head.any(Flags::GIVEN) && known(tail).any(Flags::GIVEN) {
        return Some(seam);
    }
    (head.any(GLUED) && !head.any(NAMED) && !known(text).any(NAMED)).then_some(seam)
}

/// Where an ordinary word sticks to the end of a known name (`Indonesiapada`), looked for from a byte on.
fn glued_tail(lexicon: &Lexicon, text: &str, from: usize) -> Option<usize> {
    let known = |text: &str| lexicon.word(hash::word(text)).flags;
    if text.len() < from + SHORTEST_TAIL || !text.is_ascii() || known(text) != Flags::NONE {
        return None;
    }
    (from..=text.len() - SHORTEST_TAIL).find(|cut| {
        let (Some(head), Some(tail)) = (text.get(..*cut), text.get(*cut..)) else {
            return false;
        };
        known(head).any(
            NAMED
                .with(Flags::STATE)
                .with(Flags::NO_NAME)
                .without(Flags::GIVEN),
        ) && known(tail).any(
            Flags::ORDINARY
                .with(Flags::SPEAKER_END)
                .with(Flags::AUXILIARY),
        )
    })
}

/// Parts what sticks together and only the rest of the text tells apart: a name that also stands alone, with a common word
/// or a verb behind it.
pub(super) fn part(words: &mut Words<'_>) {
    let unknown = |word: &Word| {
        let length = (word.end - word.start) as usize;
        let none = Flags::LEXICAL.with(Flags::PHRASE).with(Flags::VERB);
        word.is(Flags::WORD) && length >= SHORTEST_NAME + SHORTEST_COMMON && !word.is(none)
    };
    let suspects: Vec<usize> = (0..words.list.len())
        .filter(|at| {
            words
                .at(*at)
                .is_some_and(|word| word.is(Flags::CAP) && unknown(&word))
        })
        .collect();
    if suspects.is_empty() {
        return;
    }
    let mut alone: ByWord<u32> =
        ByWord::with_capacity_and_hasher(words.list.len() / 4, Default::default());
    for word in words.list.iter().filter(|word| word.is(Flags::CAP)) {
        *alone.entry(word.hash).or_default() += 1;
    }
    // A space is hardly lost twice at the same place.
    let once = |at: &usize| {
        let word = words.at(*at);
        word.is_some_and(|word| alone.get(&word.hash) == Some(&1))
    };
    let cuts: Vec<(usize, usize)> = suspects
        .into_iter()
        .filter(once)
        .filter_map(|at| Some((at, cut(words, &alone, at)?)))
        .collect();
    for (at, cut) in cuts.into_iter().rev() {
        divide(words, at, cut);
    }
}

/// Where to part the word at a place, in bytes behind its start.
fn cut(words: &Words<'_>, alone: &ByWord<u32>, at: usize) -> Option<usize> {
    let word = words.at(at)?;
    let text = word.text(words.text);
    if !text.is_ascii() {
        return None;
    }
    let lexicon = words.lexicon;
    let known = |text: &str| lexicon.word(hash::word(text)).flags;
    let before = at.checked_sub(1).and_then(|before| words.at(before));
    (SHORTEST_NAME..=text.len() - SHORTEST_COMMON).find(|cut| {
        let (Some(head), Some(tail)) = (text.get(..*cut), text.get(*cut..)) else {
            return false;
        };
        if !tail.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return false;
        }
        let hash = hash::word(head);
        let phrase = || {
            let pair = before.map(|before| [before.hash, hash]);
            pair.is_some_and(|pair| lexicon.phrase(pair.into_iter()).is_some())
        };
        let listed = || head.len() > LONGER && known(head).any(NAMED.with(Flags::STATE));
        let named = alone.contains_key(&hash) || phrase();
        let tail_flags = known(tail);
        let common = tail_flags.any(COMMON)
            && (tail.len() > SHORTEST_COMMON || tail_flags.any(Flags::JOINER));
        let both = || common && tail.len() > LONGER && known(head).any(COMMON);
        let verb = || tail.len() >= SHORTEST_VERB && lexicon.verb(tail).any(Flags::VERB);
        let long = *cut > SHORTEST_NAME;
        (named && common)
            // `Wulandari` is a name: one that the pack lists parts from a verb only.
            || (long && (named || listed()) && verb()) || (long && both())
    })
}

/// Makes two words of one.
fn divide(words: &mut Words<'_>, at: usize, cut: usize) {
    let Some(word) = words.at(at) else { return };
    let middle = word.start + u32::try_from(cut).unwrap_or(0);
    let place = Flags::SPACED
        .with(Flags::BREAKS)
        .with(Flags::FIRST)
        .with(Flags::TITLE);
    let mut head = Word {
        end: middle,
        ..word
    };
    head.flags = word.flags.only(place);
    let mut tail = Word {
        start: middle,
        ..word
    };
    tail.flags = Flags::SPACED.with(word.flags.only(Flags::TITLE));
    let parts = [head, tail].map(|part| hashed(part, words.text));
    let parts = parts.map(|part| look_up(part, words.text, words.lexicon));
    words.list.splice(at..=at, parts);
    for range in &mut words.sentences {
        if range.start > at {
            range.start += 1;
        }
        if range.end > at {
            range.end += 1;
        }
    }
}
