//! Where the sentence resumes behind the title of a link that was pasted into the middle of a paragraph.

use super::rules::StructureRules;

/// Longest title of a link, in bytes.
const LONGEST_TITLE: usize = 300;

/// Bytes on each side in which a name is looked for again.
const NEIGHBOURHOOD: usize = 4_000;

/// Bytes of the title at the head of `rest`, which begins at byte `base` of `text`; `None` if the rest is all title.
///
/// Titles are written with upper-case letters: the first word in lower case that is none of the pack's small words stands
/// in the next sentence, which begins with the upper-case word before it, or with the whole name that this word ends if the
/// article holds that name elsewhere too. A question mark or full stop before it decides instead, or a word that the pack
/// knows to begin sentences.
pub(super) fn resumes(
    rest: &str,
    text: &str,
    base: usize,
    rules: &StructureRules,
) -> Option<usize> {
    let words = words(rest);
    let plain = words.iter().position(|(_, word)| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.starts_with(char::is_lowercase) && !rules.is_small(bare)
    })?;
    let before = words.get(1..plain)?;
    let begins = |word: &str| {
        word.trim_start_matches(|c: char| !c.is_alphanumeric())
            .starts_with(char::is_uppercase)
    };
    let after_stop = before.windows(2).rev().find(|pair| match pair {
        [(_, stop), (_, next)] => stop.ends_with(['?', '!', '.']) && begins(next),
        _ => false,
    });
    if let Some([_, (at, _)]) = after_stop {
        return Some(*at);
    }
    if let Some((at, _)) = before
        .iter()
        .rev()
        .find(|(_, word)| begins(word) && rules.is_opener(word.trim_end_matches(',')))
    {
        return Some(*at);
    }
    let mut first = before.iter().rposition(|(_, word)| begins(word))?;
    let name_end = before.get(first).map(|(at, word)| at + word.len())?;
    while let Some(previous) = first.checked_sub(1) {
        let (at, word) = before.get(previous)?;
        let name = rest.get(*at..name_end)?;
        if previous == 0 || !begins(word) || !stands_elsewhere(name, text, base + at) {
            break;
        }
        first = previous;
    }
    before.get(first).map(|(at, _)| *at)
}

/// The words of the longest title, with their places.
fn words(rest: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let mut words = Vec::new();
    for word in rest.split_inclusive(char::is_whitespace) {
        if at > LONGEST_TITLE {
            break;
        }
        let bare = word.trim();
        if bare.contains(char::is_alphanumeric) {
            words.push((at, bare));
        }
        at += word.len();
    }
    words
}

fn stands_elsewhere(name: &str, text: &str, at: usize) -> bool {
    let edge = |place: usize| {
        (0..4).find_map(|back| {
            let place = place.min(text.len()).saturating_sub(back);
            text.is_char_boundary(place).then_some(place)
        })
    };
    let (Some(start), Some(end)) = (
        edge(at.saturating_sub(NEIGHBOURHOOD)),
        edge(at.saturating_add(NEIGHBOURHOOD)),
    ) else {
        return false;
    };
    let before = text.get(start..at).unwrap_or_default();
    let after = text.get(at + name.len()..end).unwrap_or_default();
    before.contains(name) || after.contains(name)
}
