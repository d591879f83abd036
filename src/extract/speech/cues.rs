//! The verbs of saying beside a quote. Which quotes have none and still are speech is in `found`.

use super::speakers::Speakers;
use crate::extract::reading::{Flags, Pair, Words};

/// How far before a quote its verb of saying may stand, in words and marks.
const LONGEST: usize = 40;

/// A verb of saying and its speaker.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    /// The verb's place.
    pub(super) verb: usize,
    /// The speaker.
    pub(super) speaker: Option<usize>,
}

/// The cue behind a place where speech ends.
pub(super) fn behind(
    words: &Words<'_>,
    speakers: &Speakers<'_>,
    end: usize,
    focus: Option<usize>,
) -> Option<Cue> {
    let mut at = end;
    while matches!(
        words.text_at(at),
        "," | "." | "-" | "–" | "—" | "…" | "'" | "’"
    ) {
        at += 1;
    }
    while words.at(at).is_some_and(|word| word.is(Flags::THUS)) {
        at += 1;
    }
    let word = words.at(at)?;
    if word.is(Flags::CAP) && words.text_at(end) != "," && starts_line(words, at) {
        return None;
    }
    if word.is(Flags::SELF_SPEAKER) && !word.is(Flags::CAP) {
        return Some(Cue {
            verb: at,
            speaker: focus,
        });
    }
    if word.is(Flags::BEFORE_SPEAKER.with(Flags::ACCORDING)) && !word.is(Flags::CAP) {
        return Some(Cue {
            verb: at,
            speaker: speakers.behind(at + 1, focus),
        });
    }
    if word.is(Flags::AFTER_SPEAKER) && !word.is(Flags::CAP) {
        return Some(Cue {
            verb: at,
            speaker: speakers.behind(at + 1, focus).or(focus),
        });
    }
    let (next, speaker) = speakers.name_at(at, focus)?;
    let verb = (next..next + 3).find(|place| {
        words.at(*place).is_some_and(|verb| {
            verb.is(Flags::AFTER_SPEAKER.with(Flags::BEFORE_SPEAKER))
                && verb.sentence == word.sentence
        })
    })?;
    let between = words
        .slice(next..verb)
        .iter()
        .all(|word| word.is(Flags::AUXILIARY));
    between.then_some(Cue { verb, speaker })
}

/// The cue before a quote, and whether it introduces the quote as a whole (not a part of its own clause).
pub(super) fn before(
    words: &Words<'_>,
    speakers: &Speakers<'_>,
    pair: Pair,
    from: usize,
    focus: Option<usize>,
) -> Option<(Cue, bool)> {
    let mark = pair.open.checked_sub(1)?;
    let introduces = matches!(words.text_at(mark), ":" | ",");
    let sentence = words.at(mark)?.sentence;
    let start = words
        .sentence(sentence as usize)
        .start
        .max(from)
        .max(pair.open.saturating_sub(LONGEST));
    let own = words.at(pair.open)?.sentence == sentence;
    if !own && words.text_at(mark) != ":" {
        return None;
    }
    for at in (start..pair.open).rev() {
        let word = words.at(at)?;
        if word.is(Flags::QUOTED) {
            return None;
        }
        if word.is(Flags::SELF_SPEAKER) {
            return Some((
                Cue {
                    verb: at,
                    speaker: focus,
                },
                introduces,
            ));
        }
        if word.is(Flags::AFTER_SPEAKER) {
            let speaker = speakers
                .before(start, at, focus)
                .or_else(|| introduces.then_some(focus).flatten());
            return Some((Cue { verb: at, speaker }, introduces || at + 1 == pair.open));
        }
        let spoken = word.is(Flags::ACCORDING) || (word.is(Flags::BEFORE_SPEAKER) && introduces);
        if spoken && (introduces || at + 8 > pair.open) {
            return Some((
                Cue {
                    verb: at,
                    speaker: speakers.behind(at + 1, focus),
                },
                introduces,
            ));
        }
    }
    if words.text_at(mark) == ":" {
        // `Budi: "…"`
        let named = (start..mark).find_map(|place| speakers.at(place));
        return named.map(|(actor, _)| {
            (
                Cue {
                    verb: mark,
                    speaker: Some(actor),
                },
                true,
            )
        });
    }
    None
}

fn starts_line(words: &Words<'_>, at: usize) -> bool {
    words.at(at).is_some_and(|word| word.is(Flags::BREAKS))
}
