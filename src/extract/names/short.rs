//! Shorter forms that stand for a name: abbreviations of initials, in brackets or not, nicknames, `X alias Y`.

use std::collections::HashMap;

use super::candidate::{Candidate, Votes};
use super::groups::{Group, Ties};
use crate::extract::reading::{Flags, Word, Words};

/// Letters of an abbreviation.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;

/// `X (ABC)` and `X alias Y`.
pub(super) fn renamed(
    words: &Words<'_>,
    candidates: &[Candidate],
    place_of: &[usize],
    ties: &mut Ties<'_>,
) {
    for (number, pair) in candidates.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let (Some(a), Some(b)) = (place_of.get(number), place_of.get(number + 1)) else {
            continue;
        };
        let gap = first.words.end..second.words.start;
        let bracket = words.text_at(gap.start) == "("
            && gap.end == gap.start + 1
            && words.text_at(second.words.end) == ")";
        let short = second.words.len() == 1;
        let abbreviates = bracket
            && short
            && (abbreviation(words, first, second)
                || is_nickname(words, first, second)
                || is_foreign_abbreviation(words, first, second));
        let near = gap.len() <= 4 && !words.slice(gap).iter().any(|word| word.is(Flags::VERB));
        let letters = words.at(second.words.start);
        let letters = short && letters.is_some_and(|word| word.is(Flags::UPPER));
        let alias = second.renames && near && letters;
        if (abbreviates || alias) && is_person(first) {
            ties.merge_form(*b, *a);
        } else if abbreviates || (second.renames && near) {
            ties.merge(*b, *a);
        }
        if abbreviates && !is_person(first) && first.votes.place < 6 {
            ties.vote(
                *a,
                Votes {
                    body: 3,
                    ..Votes::default()
                },
            );
        }
    }
}

/// `Joko Widodo (Jokowi)`: one word of upper and lower case behind a person.
fn is_nickname(words: &Words<'_>, long: &Candidate, short: &Candidate) -> bool {
    let known = Flags::STATE
        .with(Flags::KNOWN_PLACE)
        .with(Flags::ROLE)
        .with(Flags::KNOWN_BODY)
        .with(Flags::NO_NAME)
        .with(Flags::UPPER);
    is_person(long)
        && words
            .at(short.words.start)
            .is_some_and(|word| !word.is(known))
}

/// Whether a name is surely a person's, whose initials say nothing of its kind.
fn is_person(name: &Candidate) -> bool {
    name.votes.person > name.votes.body.max(name.votes.place)
}

/// `Yayasan Sungai Bersih (CRF)`: an abbreviation of what a body is called in another language.
fn is_foreign_abbreviation(words: &Words<'_>, long: &Candidate, short: &Candidate) -> bool {
    let known = Flags::STATE
        .with(Flags::KNOWN_PLACE)
        .with(Flags::KNOWN_BODY)
        .with(Flags::NO_NAME);
    long.votes.body >= 5
        && long.words.len() > 1
        && words.at(short.words.start).is_some_and(|word| {
            let letters = word.text(words.text).chars().count();
            word.is(Flags::UPPER) && !word.is(known) && LETTERS.contains(&letters)
        })
}

/// Whether the letters of the short form stand in the long one in this order, beginning with its first.
fn abbreviation(words: &Words<'_>, long: &Candidate, short: &Candidate) -> bool {
    let long = words.words_of(long.words.clone()).to_lowercase();
    let short = words.words_of(short.words.clone()).to_lowercase();
    let mut letters = long.chars().filter(|letter| letter.is_alphanumeric());
    let known = short
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .all(|wanted| letters.any(|letter| letter == wanted));
    known && long.len() > short.len() + 2
}

/// The one word of a name that may abbreviate another one.
fn abbreviates<'w>(group: &Group<'_>, name: &'w [Word]) -> Option<&'w Word> {
    match name {
        [only] if only.is(Flags::UPPER) && group.state == 0 => Some(only),
        _ => None,
    }
}

/// `KAI` behind `PT Kereta Api Indonesia`, `AHY` behind `Agus Harimurti Yudhoyono`: an abbreviation of the initials of a name
/// that stands before; of a body with or without its head.
pub(super) fn initials(words: &Words<'_>, candidates: &[Candidate], ties: &mut Ties<'_>) {
    let name_of = |group: &Group<'_>| {
        let member = group.members.first();
        let name = member.and_then(|member| candidates.get(*member));
        name.map(|name| words.slice(name.words.clone()))
    };
    let mut wanted: Vec<&str> = ties
        .groups
        .iter()
        .filter_map(|group| abbreviates(group, name_of(group)?))
        .map(|word| word.text(words.text))
        .collect();
    if wanted.is_empty() {
        return;
    }
    wanted.sort_unstable();
    let mut spelt: HashMap<&str, usize> = HashMap::new();
    let mut merges = Vec::new();
    let mut capitals = String::new();
    for (at, group) in ties.groups.iter().enumerate() {
        let Some(list) = name_of(group) else {
            continue;
        };
        if list.len() == 1 {
            let short = abbreviates(group, list).map(|word| word.text(words.text));
            let long = short.and_then(|short| spelt.get(short));
            merges.extend(long.map(|long| (at, *long)));
            continue;
        }
        if group.votes.place >= 6 {
            continue;
        }
        let named = list.iter().filter(|word| word.is(Flags::CAP));
        capitals.clear();
        capitals.extend(named.filter_map(|word| word.text(words.text).chars().next()));
        let body = group.votes.body > group.votes.person;
        let tail = capitals.char_indices().nth(1);
        let tail = tail.and_then(|(second, _)| capitals.get(second..));
        for form in [Some(capitals.as_str()), tail.filter(|_| body)] {
            let form = form.filter(|form| form.chars().count() > 2);
            let found = form.map(|form| wanted.binary_search(&form));
            let form = found.and_then(|found| wanted.get(found.ok()?));
            if let Some(form) = form {
                spelt.entry(form).or_insert(at);
            }
        }
    }
    for (short, long) in merges {
        ties.merge_form(short, long);
    }
}
