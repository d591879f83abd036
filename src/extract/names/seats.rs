//! Where somebody holds an office: the place between the role and the name (`Wali Kota Randu Hilda Wongso`), where no list knows
//! it but the text speaks of it as a place elsewhere. Places that lists know are told apart in `segments`.

use super::candidate::Candidate;
use crate::extract::reading::{ByWord, Flags, Words};

/// Words that are left of a name at least: a first name and a family name.
const NAME: usize = 2;

/// Takes the place off the name behind a role.
pub(super) fn part(words: &Words<'_>, candidates: &mut [Candidate]) {
    let places: ByWord<()> = candidates
        .iter()
        .filter(|name| name.located && name.role.is_none() && name.words.len() == 1)
        .filter_map(|name| words.at(name.words.start))
        .filter(|word| !word.is(Flags::GIVEN))
        .map(|word| (word.hash, ()))
        .collect();
    if places.is_empty() {
        return;
    }
    for name in candidates {
        let longer = name.role.is_some() && !name.apposed && name.words.len() > NAME;
        let first = words.at(name.words.start);
        if longer && first.is_some_and(|word| places.contains_key(&word.hash)) {
            name.words.start += 1;
            let role = name.role.as_ref().map(|role| role.start..name.words.start);
            name.role = role;
        }
    }
}
