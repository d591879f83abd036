//! The verbs of saying beside a quote. Which quotes have none and still are speech is in `found`.

use super::speakers::Speakers;
use crate::extract::reading::{Flags, Pair, Words, is_stop};

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
    let thus = at;
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
    let paused = words.text_at(end) == "," || inner_pause(words, end);
    if paused && word.is(Flags::AFTER_SPEAKER) && !word.is(Flags::CAP) {
        return Some(Cue {
            verb: at,
            speaker: speakers.behind(at + 1, focus).or(focus),
        });
    }
    if thus < at && paused && !words.at(thus).is_some_and(|word| word.is(Flags::CAP)) {
        return Some(Cue {
            verb: thus,
            speaker: speakers.behind(at, None),
        });
    }
    if paused && let Some(speaker) = shaped(words, speakers, end, at, focus) {
        return Some(Cue { verb: at, speaker });
    }
    if paused && let Some(cue) = inverted(words, speakers, at, focus) {
        return Some(cue);
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

/// Longest naming of a speaker between a quote and its verb, in words and marks.
const LONGEST_SPEAKER: usize = 24;

/// The verb of saying behind its speaker, whose naming begins here with a role or goes on with a description
/// (`"…," the mayor, Jane Roe, said`).
fn inverted(
    words: &Words<'_>,
    speakers: &Speakers<'_>,
    at: usize,
    focus: Option<usize>,
) -> Option<Cue> {
    let first = words.at(at).filter(|_| words.lexicon.speaker_first)?;
    let opens_more = Flags::SPEAKER_END
        .with(Flags::RELATIVE)
        .with(Flags::VERB)
        .with(Flags::AUXILIARY);
    if first.is(opens_more) || !first.is(Flags::WORD) {
        return None;
    }
    let verb = (at + 1..at + LONGEST_SPEAKER)
        .take_while(|place| {
            let word = words.at(*place);
            let mark = matches!(words.text_at(*place), ";" | ":" | "\"" | "“" | "”" | ".");
            word.is_some_and(|word| word.sentence == first.sentence)
                && !(mark
                    && words.at(place + 1).is_none_or(|next| {
                        next.is(Flags::SPACED.with(Flags::BREAKS))
                            && !words
                                .at(place - 1)
                                .is_some_and(|short| short.is(Flags::RANK))
                    }))
        })
        .find(|place| {
            let word = words.at(*place);
            word.is_some_and(|word| word.is(Flags::AFTER_SPEAKER) && !word.is(Flags::CAP))
        })?;
    let speaker = speakers.before(at, verb, focus)?;
    Some(Cue {
        verb,
        speaker: Some(speaker),
    })
}

/// Whether a pause stands inside the closing mark before this place.
fn inner_pause(words: &Words<'_>, end: usize) -> bool {
    let last = end.checked_sub(2).map_or("", |last| words.text_at(last));
    is_stop(last) || last == ","
}

/// Words that are no verb of saying, whatever follows them.
const PLAIN: Flags = Flags::SPEAKER_END
    .with(Flags::LISTENER)
    .with(Flags::JOINER)
    .with(Flags::AUXILIARY)
    .with(Flags::RELATIVE)
    .with(Flags::DEMONSTRATIVE)
    .with(Flags::PRONOUN)
    .with(Flags::PLACE_CUE)
    .with(Flags::COMPANION)
    .with(Flags::CITING)
    .with(Flags::ROLE)
    .with(Flags::RANK)
    .with(Flags::UNNAMED)
    .with(Flags::CALENDAR);

/// The speaker of a word that no list knows, and that stands as verbs of saying do: behind a pause and before a person, or
/// with a pronoun at its end and nothing behind it.
fn shaped(
    words: &Words<'_>,
    speakers: &Speakers<'_>,
    end: usize,
    at: usize,
    focus: Option<usize>,
) -> Option<Option<usize>> {
    let word = words.at(at)?;
    if !word.is(Flags::WORD) || word.is(PLAIN.with(Flags::CAP).with(Flags::BREAKS)) {
        return None;
    }
    let next = words.at(at + 1);
    let same = next.filter(|next| next.sentence == word.sentence && !next.is(Flags::BREAKS));
    if words.lexicon.is_suffixed(word.text(words.text)) {
        let over = same.is_none_or(|next| {
            is_stop(next.text(words.text))
                || next.text(words.text) == ","
                || next.is(Flags::SPEAKER_END.with(Flags::LISTENER))
        });
        return (over && inner_pause(words, end)).then_some(focus);
    }
    same.filter(|next| next.is(Flags::CAP) || (next.is(Flags::PRONOUN) && !word.is(Flags::VERB)))?;
    let speaker = speakers.behind(at + 1, focus)?;
    (speakers.is_named(speaker) || words.at(at + 1)?.is(Flags::PRONOUN)).then_some(Some(speaker))
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
                    speaker: speakers
                        .behind(at + 1, focus)
                        .or_else(|| speakers.before(start, at, focus)),
                },
                introduces,
            ));
        }
    }
    if words.text_at(mark) == ":" {
        // `Budi: "…"`, `Budi (lurah): "…"`
        let last = (start..mark)
            .rev()
            .find(|place| words.text_at(*place) == "(");
        let ends = last
            .filter(|_| words.text_at(mark - 1) == ")")
            .unwrap_or(mark);
        let named = (start..ends).rev().find_map(|place| {
            speakers
                .name_at(place, focus)
                .filter(|(end, _)| *end == ends)
        });
        return named.and_then(|(_, speaker)| speaker).map(|actor| {
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
