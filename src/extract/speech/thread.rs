//! Who has the word between two quotes: the one who says something there, and else the one whom the text introduces. Whom one
//! verb has for its speaker is in `speakers`.

use std::ops::Range;

use super::speakers::Speakers;
use crate::extract::reading::{Flags, Word, Words, run_of};

/// The person in focus behind some words, if those words tell; `focus` is the one before them.
pub(super) fn focus(
    words: &Words<'_>,
    speakers: &Speakers<'_>,
    places: Range<usize>,
    focus: Option<usize>,
) -> Option<usize> {
    let bytes = |places: Range<usize>| {
        let start = words.at(places.start).map_or(0, |word| word.start as usize);
        start
            ..words
                .at(places.end)
                .map_or(words.text.len(), |word| word.start as usize)
    };
    let quoted = |start: usize| is_quoted(words, start);
    let named = |speaker| speakers.is_named(speaker);
    let Some((cue, speaker)) = told(words, speakers, places.clone(), focus, &named) else {
        let body = || {
            let body = |speaker| speakers.is_body(speaker);
            let told = focus
                .is_none()
                .then(|| told(words, speakers, places.clone(), None, &body));
            told.flatten().map(|(_, speaker)| speaker)
        };
        return speakers
            .focus(bytes(places.clone()), quoted, false)
            .or_else(body);
    };
    let rest = words.at(cue).map_or(cue..cue, |word| {
        words.sentence(word.sentence as usize).end..places.end
    });
    speakers.introduced(bytes(rest), quoted).or(Some(speaker))
}

/// The last one of those wanted who says something there, with the place of the verb.
fn told(
    words: &Words<'_>,
    speakers: &Speakers<'_>,
    places: Range<usize>,
    focus: Option<usize>,
    wanted: &impl Fn(usize) -> bool,
) -> Option<(usize, usize)> {
    let (mut last, mut near, mut from) = (None, focus, places.start);
    while let Some(word) = words.at(from).filter(|_| from < places.end) {
        let sentence = word.sentence as usize;
        let end = words.sentence(sentence).end.clamp(from + 1, places.end);
        if !words.headlines.get(sentence).copied().unwrap_or(false) {
            let said = says(words, speakers, from..end, near, wanted);
            near = match said {
                Some((_, speaker)) => Some(speaker),
                None => {
                    let quoted = |start: usize| is_quoted(words, start);
                    let bytes = run_of(words.slice(from..end));
                    speakers.focus(bytes, quoted, near.is_some()).or(near)
                }
            };
            last = said.or(last);
        }
        from = end;
    }
    last
}

/// What a word has that may say something.
const SAYING: Flags = Flags::ACCORDING
    .with(Flags::BEFORE_SPEAKER)
    .with(Flags::AFTER_SPEAKER)
    .with(Flags::SELF_SPEAKER)
    .with(Flags::PASSIVE);

/// Who of those wanted says something in a sentence, with the place of the verb. Of several verbs the first counts, unless one with its speaker behind it frames the
/// sentence.
pub(super) fn says(
    words: &Words<'_>,
    speakers: &Speakers<'_>,
    places: Range<usize>,
    focus: Option<usize>,
    wanted: impl Fn(usize) -> bool,
) -> Option<(usize, usize)> {
    let mut first = None;
    for (at, word) in places.clone().zip(words.slice(places.clone())) {
        if !word.is(SAYING) || word.is(Flags::QUOTED) {
            continue;
        }
        let word = *word;
        let frame = frames(words, at, word) || word.is(Flags::SELF_SPEAKER);
        let pronoun = |at: usize| {
            let next = words.at(at + 1).filter(|next| !next.is(Flags::CAP));
            next.is_some_and(|next| words.lexicon.is_suffixed(next.text(words.text)))
        };
        let speaker = if word.is(Flags::SELF_SPEAKER) || (word.is(Flags::PASSIVE) && pronoun(at)) {
            focus
        } else if frame {
            speakers.behind(at + 1, focus)
        } else if word.is(Flags::AFTER_SPEAKER)
            && (!word.is(Flags::CAP) || word.is(Flags::TITLE))
            && first.is_none()
        {
            speakers.before(places.start, at, focus)
        } else {
            continue;
        };
        let Some(speaker) = speaker.filter(|speaker| wanted(*speaker)) else {
            continue;
        };
        if frame {
            return Some((at, speaker));
        }
        first = Some((at, speaker));
    }
    first
}

/// Whether the speaker of this verb stands behind it: `menurut Budi`, `…, kata Budi`, `disampaikan Budi`.
fn frames(words: &Words<'_>, at: usize, word: Word) -> bool {
    if word.is(Flags::ACCORDING) {
        return !word.is(Flags::SELF_SPEAKER);
    }
    if !word.is(Flags::BEFORE_SPEAKER) {
        return false;
    }
    let open = words.at(at + 1).is_some_and(|next| {
        next.is(Flags::CAP) || !next.is(Flags::SPEAKER_END.with(Flags::LISTENER))
    });
    if word.is(Flags::PASSIVE) {
        return open;
    }
    let start = words.sentence(word.sentence as usize).start == at;
    let before = at.checked_sub(1).map_or("", |before| words.text_at(before));
    open && (start || matches!(before, "," | "\"" | "“" | "”" | "–" | "-"))
}

/// Whether the word that begins at this byte stands between quotation marks.
pub(super) fn is_quoted(words: &Words<'_>, start: usize) -> bool {
    let at = words
        .list
        .partition_point(|word| (word.start as usize) < start);
    words.at(at).is_some_and(|word| word.is(Flags::QUOTED))
}
