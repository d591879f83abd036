//! Finding an anchor's words in a text, and making an anchor from words (W3C Web Annotation Data Model, sections 4.2.4
//! text quote selector and 4.2.5 text position selector). What an anchor means for its claim is not here.

use std::ops::Range;

use super::{Offsets, occurrences::occurrences};
use crate::model::{Anchor, Extra, Role};

/// Code points of context that a new anchor takes on each side.
pub const CONTEXT: usize = 32;

/// Code points of a given prefix or suffix that are compared: more would let one file stall the search.
const COMPARED: usize = 4 * CONTEXT;

/// Where an anchor's words stand. Ranges are byte ranges of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// Where the anchor says; or, if it gives no position, at the one place that it can mean.
    Exact(Range<usize>),
    /// Elsewhere: the place whose context fits best, then the nearest to the position, then the first.
    Moved(Range<usize>),
    /// Nowhere; other words stand at the anchor's position.
    Altered {
        /// The words that stand there, whole.
        found: String,
    },
    /// Nowhere, and the position names no words of the text.
    Absent,
}

impl Resolution {
    /// The byte range of the words, if they stand in the text.
    #[must_use]
    pub fn range(&self) -> Option<Range<usize>> {
        match self {
            Self::Exact(range) | Self::Moved(range) => Some(range.clone()),
            Self::Altered { .. } | Self::Absent => None,
        }
    }
}

/// Resolves a selector. `offsets` must be those of `text`.
///
/// The position decides, then context (matching code points of prefix and suffix), then nearness, then order. An
/// anchor without words is [`Resolution::Absent`].
#[must_use]
pub fn resolve(text: &str, offsets: &Offsets, anchor: &Anchor) -> Resolution {
    if anchor.exact.is_empty() {
        return Resolution::Absent;
    }
    let position = position(anchor);
    let there = position.and_then(|(start, end)| offsets.slice(text, start, end));
    if there == Some(anchor.exact.as_str())
        && let Some(start) = position.and_then(|(start, _)| offsets.byte_of(text, start))
    {
        return Resolution::Exact(start..start + anchor.exact.len());
    }
    match best(text, offsets, anchor, position) {
        Some((start, sure)) => {
            let range = start..start + anchor.exact.len();
            if sure && position.is_none() {
                Resolution::Exact(range)
            } else {
                Resolution::Moved(range)
            }
        }
        None => match there {
            Some(found) if !found.is_empty() => Resolution::Altered {
                found: found.to_owned(),
            },
            _ => Resolution::Absent,
        },
    }
}

/// Start and end in code points; the length of the words stands in for the one that is not given.
fn position(anchor: &Anchor) -> Option<(usize, usize)> {
    let length = || anchor.exact.chars().count();
    match (anchor.start, anchor.end) {
        (Some(start), Some(end)) => Some((start, end)),
        (Some(start), None) => Some((start, start.checked_add(length())?)),
        (None, Some(end)) => Some((end.checked_sub(length())?, end)),
        (None, None) => None,
    }
}

/// The byte at which the best place starts, and whether its context alone singles it out.
fn best(
    text: &str,
    offsets: &Offsets,
    anchor: &Anchor,
    position: Option<(usize, usize)>,
) -> Option<(usize, bool)> {
    let mut best: Option<(usize, usize, usize)> = None;
    let mut sure = true;
    for at in occurrences(text, &anchor.exact) {
        let context = context(text, at, anchor);
        let distance = position.map_or(0, |(start, _)| {
            let here = offsets.char_of(text, at).unwrap_or(usize::MAX);
            here.abs_diff(start)
        });
        let Some((_, best_context, best_distance)) = best else {
            best = Some((at, context, distance));
            continue;
        };
        if context > best_context || (context == best_context && distance < best_distance) {
            sure = context > best_context;
            best = Some((at, context, distance));
        } else if context == best_context {
            sure = false;
        }
    }
    best.map(|(at, ..)| (at, sure))
}

/// Code points around the place that agree with prefix and suffix, counted outwards from the words.
fn context(text: &str, at: usize, anchor: &Anchor) -> usize {
    let before = text.get(..at).unwrap_or_default().chars().rev();
    let after = text.get(at + anchor.exact.len()..).unwrap_or_default();
    agreeing(before, anchor.prefix.chars().rev()) + agreeing(after.chars(), anchor.suffix.chars())
}

fn agreeing(here: impl Iterator<Item = char>, there: impl Iterator<Item = char>) -> usize {
    here.zip(there)
        .take(COMPARED)
        .take_while(|(here, there)| here == there)
        .count()
}

/// An anchor for a byte range of the text, with up to 32 code points of context on each side and its position.
/// `None` if the range is empty, lies outside, or cuts a code point.
#[must_use]
pub fn make(text: &str, offsets: &Offsets, range: Range<usize>, role: Role) -> Option<Anchor> {
    let exact = text.get(range.clone()).filter(|exact| !exact.is_empty())?;
    let before = text.get(..range.start)?;
    let prefix = before
        .char_indices()
        .rev()
        .take(CONTEXT)
        .last()
        .and_then(|(at, _)| before.get(at..));
    let suffix = text.get(range.end..)?.chars().take(CONTEXT).collect();
    Some(Anchor {
        role,
        exact: exact.to_owned(),
        prefix: prefix.unwrap_or_default().to_owned(),
        suffix,
        start: Some(offsets.char_of(text, range.start)?),
        end: Some(offsets.char_of(text, range.end)?),
        speaker: None,
        extra: Extra::new(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SEED: &str = include_str!("../../seeds/000_f3226ebb9ab90383.txt");

    fn bare(exact: &str) -> Anchor {
        let offsets = Offsets::new(exact);
        let mut anchor = make(exact, &offsets, 0..exact.len(), Role::Evidence).unwrap();
        anchor.start = None;
        anchor.end = None;
        anchor
    }

    fn resolve_in(text: &str, anchor: &Anchor) -> Resolution {
        resolve(text, &Offsets::new(text), anchor)
    }

    #[test]
    fn the_sentence_that_stands_twice_is_found_at_each_of_its_places() {
        let offsets = Offsets::new(SEED);
        let sentence = SEED.lines().nth(2).unwrap();
        let places: Vec<usize> = occurrences(SEED, sentence).collect();
        let starts: Vec<_> = places
            .iter()
            .filter_map(|at| offsets.char_of(SEED, *at))
            .collect();
        assert_eq!(starts, vec![102, 261]);
        for at in places {
            let range = at..at + sentence.len();
            let mut anchor = make(SEED, &offsets, range.clone(), Role::Evidence).unwrap();
            assert_eq!(
                resolve(SEED, &offsets, &anchor),
                Resolution::Exact(range.clone())
            );
            anchor.start = None;
            anchor.end = None;
            assert_eq!(
                resolve(SEED, &offsets, &anchor),
                Resolution::Exact(range.clone()),
                "context alone tells the two apart"
            );
            anchor.prefix.clear();
            anchor.suffix.clear();
            anchor.start = offsets.char_of(SEED, range.start).map(|start| start + 5);
            assert_eq!(
                resolve(SEED, &offsets, &anchor),
                Resolution::Moved(range),
                "without context the nearer one is meant"
            );
        }
    }

    #[test]
    fn emoji_marks_and_ideographs_before_the_words_do_not_shift_them() {
        let text = "👩‍👩‍👧 e\u{301}te\u{301} 昨日、 kata ini";
        let offsets = Offsets::new(text);
        let at = text.find("kata").unwrap();
        let anchor = make(text, &offsets, at..at + 4, Role::Quote).unwrap();
        assert_eq!((anchor.start, anchor.end), (Some(16), Some(20)));
        assert_eq!(
            resolve(text, &offsets, &anchor),
            Resolution::Exact(at..at + 4)
        );
    }

    #[test]
    fn words_that_are_gone_are_told_with_what_stands_there_now() {
        let mut anchor = bare("kemarin");
        assert_eq!(resolve_in("tiba hari ini", &anchor), Resolution::Absent);
        (anchor.start, anchor.end) = (Some(5), Some(13));
        assert_eq!(
            resolve_in("tiba hari ini", &anchor),
            Resolution::Altered {
                found: "hari ini".to_owned()
            }
        );
        (anchor.start, anchor.end) = (Some(5), Some(99));
        assert_eq!(resolve_in("tiba hari ini", &anchor), Resolution::Absent);
        anchor.exact.clear();
        assert_eq!(resolve_in("tiba hari ini", &anchor), Resolution::Absent);
    }

    #[test]
    fn a_position_that_disagrees_with_the_words_is_not_exact() {
        let mut anchor = bare("hari");
        (anchor.start, anchor.end) = (Some(0), Some(3));
        assert_eq!(resolve_in("hari ini", &anchor), Resolution::Moved(0..4));
        (anchor.start, anchor.end) = (Some(4), Some(0));
        assert_eq!(resolve_in("hari ini", &anchor), Resolution::Moved(0..4));
        (anchor.start, anchor.end) = (Some(usize::MAX), Some(usize::MAX));
        assert_eq!(resolve_in("hari ini", &anchor), Resolution::Moved(0..4));
    }

    #[test]
    fn without_position_and_context_the_first_of_several_is_a_guess() {
        let anchor = bare("hari");
        assert_eq!(
            resolve_in("hari demi hari", &anchor),
            Resolution::Moved(0..4)
        );
        assert_eq!(resolve_in("satu hari", &anchor), Resolution::Exact(5..9));
    }

    fn text_and_range() -> impl Strategy<Value = (String, Range<usize>)> {
        let texts = "(\\PC|[ab]|🙂|e\u{301}|漢){1,60}";
        (
            texts,
            any::<prop::sample::Index>(),
            any::<prop::sample::Index>(),
        )
            .prop_map(|(text, one, other)| {
                let bounds: Vec<usize> = (0..=text.len())
                    .filter(|at| text.is_char_boundary(*at))
                    .collect();
                let (one, other) = (*one.get(&bounds), *other.get(&bounds));
                (text, one.min(other)..one.max(other))
            })
    }

    proptest! {
        #[test]
        fn what_is_made_is_found_again((text, range) in text_and_range()) {
            let offsets = Offsets::new(&text);
            match make(&text, &offsets, range.clone(), Role::Date) {
                Some(anchor) => prop_assert_eq!(resolve(&text, &offsets, &anchor), Resolution::Exact(range)),
                None => prop_assert!(range.is_empty()),
            }
        }

        #[test]
        fn text_put_before_moves_the_words((text, range) in text_and_range(), before in "#{1,40}") {
            let offsets = Offsets::new(&text);
            prop_assume!(!range.is_empty() && !text.contains('#'));
            let anchor = make(&text, &offsets, range.clone(), Role::Date).unwrap();
            // Too repetitive a text may show the words, or as good a context, at the old position again.
            prop_assume!(occurrences(&text, &anchor.exact).count() == 1);
            let longer = format!("{before}{text}");
            let moved = range.start + before.len()..range.end + before.len();
            prop_assert_eq!(resolve_in(&longer, &anchor), Resolution::Moved(moved));
        }
    }
}
