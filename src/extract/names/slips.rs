//! Names that are likely misspellings of other names in the same text.

use super::candidate::Candidate;
use super::groups::{Group, Ties};
use super::index::Index;
use super::similar::{is_comparable, is_misspelling};
use crate::extract::reading::{Flags, Words};

/// Rare forms that differ by a letter or two from a name.
pub(super) fn misspelt(words: &Words<'_>, candidates: &[Candidate], ties: &mut Ties<'_>) {
    let text = |group: &Group<'_>| {
        let member = group
            .members
            .first()
            .and_then(|member| candidates.get(*member));
        member.map_or("", |member| words.words_of(member.words.clone()))
    };
    let mut owners = vec![usize::MAX; candidates.len()];
    for (at, group) in ties.groups.iter().enumerate() {
        for member in &group.members {
            if let Some(owner) = owners.get_mut(*member) {
                *owner = at;
            }
        }
    }
    let forms = forms(words, candidates, &owners);
    for at in 0..ties.groups.len() {
        let Some(group) = ties.get(at) else { continue };
        if group.gone || group.known || group.form.len() != 1 || group.members.len() > 1 {
            continue;
        }
        let form = text(group);
        let known = Flags::GIVEN.with(Flags::LOWER_TOO);
        let single = group
            .members
            .first()
            .and_then(|member| candidates.get(*member));
        let listed = single
            .and_then(|name| words.at(name.words.start))
            .is_some_and(|word| word.is(known));
        if listed {
            continue;
        }
        let other = forms.of(head(form)).find(|(_, other, owner)| {
            *owner != at
                && ties
                    .get(*owner)
                    .is_some_and(|owner| owner.members.len() > 1 && owner.votes.place < 6)
                && is_misspelling(form, other)
        });
        if let Some((_, _, owner)) = other {
            ties.merge(at, owner);
        }
    }
}

/// A word of a name: its place among these, itself, and the group of its name.
type Form<'w> = (usize, &'w str, usize);

/// The upper-case words of names, each once for a group, by their heads. `owners` are the groups of the names.
fn forms<'w>(words: &Words<'w>, candidates: &[Candidate], owners: &[usize]) -> Index<Form<'w>> {
    let names = candidates.iter().zip(owners);
    let names = names.filter(|(_, group)| **group != usize::MAX);
    let forms = names.flat_map(|(name, group)| {
        let list = words.slice(name.words.clone()).iter();
        let list = list.filter(|word| word.is(Flags::CAP));
        list.map(move |word| (word.text(words.text), *group))
    });
    let forms = forms.filter(|(form, _)| is_comparable(form)).enumerate();
    let forms = forms.map(|(place, (form, group))| (head(form), (place, form, group)));
    let mut forms: Vec<(u64, Form<'w>)> = forms.collect();
    let same = |(_, (_, form, group)): &(u64, Form<'w>)| (*form, *group);
    forms.sort_by_key(same);
    forms.dedup_by_key(|form| same(form));
    Index::new(forms)
}

/// The first two letters of a word as a number.
fn head(word: &str) -> u64 {
    let mut letters = word.chars().map(u64::from);
    let mut next = || letters.next().unwrap_or_default();
    next() << 32 | next()
}
