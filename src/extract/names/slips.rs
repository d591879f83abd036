//! Names that are likely misspellings of other names in the same text.

use super::candidate::Candidate;
use super::groups::{Group, Ties};
use super::similar::is_misspelling;
use crate::extract::reading::{ByWord, Flags, Words};

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
    // By their first letters.
    let mut forms: ByWord<Vec<(&str, usize)>> = ByWord::default();
    for (candidate, group) in candidates.iter().zip(owners) {
        if group == usize::MAX {
            continue;
        }
        let list = words.slice(candidate.words.clone());
        for word in list.iter().filter(|word| word.is(Flags::CAP)) {
            let form = word.text(words.text);
            if let Some(head) = form.chars().next() {
                let known = forms.entry(u64::from(head)).or_default();
                if !known.contains(&(form, group)) {
                    known.push((form, group));
                }
            }
        }
    }
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
        let Some(head) = form.chars().next() else {
            continue;
        };
        let other = forms
            .get(&u64::from(head))
            .into_iter()
            .flatten()
            .find(|(other, owner)| {
                *owner != at
                    && ties
                        .get(*owner)
                        .is_some_and(|owner| owner.members.len() > 1 && owner.votes.place < 6)
                    && is_misspelling(form, other)
            });
        if let Some((_, owner)) = other.filter(|_| !listed) {
            ties.merge(at, *owner);
        }
    }
}
