//! Parts that stand for a fuller name: `Wicaksana` for `Yanuar Wicaksana`, `Kuningan` for `Kabupaten Kuningan`.

use super::candidate::Candidate;
use super::groups::{Group, Ties};
use super::index::Index;
use crate::extract::reading::{Flags, Words};

/// Shorter forms whose words stand in a fuller name one after the other.
pub(super) fn parts(words: &Words<'_>, candidates: &[Candidate], ties: &mut Ties<'_>) {
    let head_of = |group: &Group<'_>| {
        let member = group
            .members
            .first()
            .and_then(|member| candidates.get(*member));
        member.and_then(|name| words.at(name.words.start))
    };
    let long = |group: &Group<'_>| group.form.len() > 1 && !group.gone && group.state == 0;
    let groups = ties.groups.iter().enumerate();
    let groups = groups.filter(|(_, group)| long(group));
    let by_word = groups.flat_map(|(at, group)| group.form.iter().map(move |word| (*word, at)));
    let by_word = Index::new(by_word.collect());
    let mut order: Vec<usize> = (0..ties.groups.len()).collect();
    order.sort_by_key(|at| ties.get(*at).map_or(0, |group| group.form.len()));
    for at in order {
        let Some(group) = ties.get(at) else { continue };
        if group.gone || group.state != 0 {
            continue;
        }
        let place = group.known && group.form.len() == 1 && group.votes.place > 0;
        let given = head_of(group).is_some_and(|word| word.is(Flags::GIVEN)) && !group.located;
        let Some(head) = group.form.first() else {
            continue;
        };
        let fuller = by_word.of(*head).filter(|other| {
            let Some(other) = ties.get(*other).filter(|_| *other != at) else {
                return false;
            };
            let region = head_of(other).is_some_and(|word| word.is(Flags::REGION));
            match () {
                () if is_region(other, group, region) => true,
                () if place => given && is_person(other) && first_of(other, group),
                () => holds(other, group) || abridges(other, group),
            }
        });
        // The one first named, or the only one named before.
        let Some(fuller) = fuller.min_by_key(|other| {
            ties.get(*other)
                .and_then(|group| group.members.first().copied())
        }) else {
            continue;
        };
        if place {
            ties.merge_form(at, fuller);
        } else {
            ties.merge(at, fuller);
        }
    }
}

fn holds(long: &Group<'_>, short: &Group<'_>) -> bool {
    if long.gone || long.form.len() <= short.form.len() {
        return false;
    }
    let at = long
        .form
        .windows(short.form.len())
        .position(|part| part == short.form);
    let person = is_person(long);
    let body = long.votes.body > 0 && !person && long.votes.body >= long.votes.place;
    let agrees = short.votes.body <= short.votes.person + 3 && !short.known;
    match at {
        None => false,
        Some(_) if person => agrees && short.votes.place < 6,
        Some(place) if body => {
            place <= 1
                && short.votes.person < 4
                && short.votes.place < 6
                && (short.form.len() > 1 || place == 0 || long.form.len() == 2)
        }
        Some(place) => place == 0 && short.form.len() > 1,
    }
}

fn is_person(group: &Group<'_>) -> bool {
    group.votes.person > group.votes.body.max(group.votes.place)
}

/// `Sudirman` for `Sudirman Said`, though a place has that name too.
fn first_of(long: &Group<'_>, short: &Group<'_>) -> bool {
    !long.gone && long.form.len() > 1 && long.form.first() == short.form.first()
}

/// `Wanasari` for `Desa Wanasari`.
fn is_region(long: &Group<'_>, short: &Group<'_>, region: bool) -> bool {
    let rest = long.form.split_first().map(|(_, rest)| rest);
    region
        && !long.gone
        && rest == Some(short.form)
        && short.votes.body < 7
        && short.votes.person < 3
}

/// `Robin Persie` for `Robin van Persie`: the first and the last word of the fuller name and some between them, in order.
fn abridges(long: &Group<'_>, short: &Group<'_>) -> bool {
    let ends = long.form.first() == short.form.first() && long.form.last() == short.form.last();
    if long.gone || !ends || short.form.len() < 2 || long.form.len() <= short.form.len() {
        return false;
    }
    let mut rest = long.form.iter();
    let inside = short
        .form
        .iter()
        .all(|word| rest.any(|other| other == word));
    let agree = is_person(long) == is_person(short) || short.votes.body == long.votes.body;
    inside && agree && short.votes.place < 6
}

/// `Tom Lembong` for `Thomas Trikasih Lembong`: the same last word behind a first one that is cut short.
pub(super) fn nicknames(words: &Words<'_>, candidates: &[Candidate], ties: &mut Ties<'_>) {
    let people: Vec<usize> = (0..ties.groups.len())
        .filter(|at| {
            let group = ties.groups.get(*at);
            group.is_some_and(|group| !group.gone && is_person(group) && group.form.len() > 1)
        })
        .collect();
    let last = |at: usize| ties.groups.get(at)?.form.last().copied();
    let by_last = people.into_iter().map(|at| (last(at).unwrap_or(0), at));
    let by_last = Index::new(by_last.collect());
    let first_name = |at: usize| {
        let member = ties.groups.get(at)?.members.first()?;
        let name = words.at(candidates.get(*member)?.words.start)?;
        Some(name.text(words.text).to_lowercase())
    };
    let mut merges = Vec::new();
    for namesakes in by_last.alike().filter(|group| group.len() > 1) {
        for (_, short) in namesakes {
            let others = namesakes.iter().map(|(_, long)| long);
            let other = others.filter(|long| *long != short).find(|long| {
                first_name(**long)
                    .zip(first_name(*short))
                    .is_some_and(|(long, short)| shortens(&short, &long))
            });
            merges.extend(other.map(|long| (*short, *long)));
        }
    }
    merges.sort_unstable();
    for (short, long) in merges {
        ties.merge(short, long);
    }
}

/// Whether a first name is another one cut short: `Tom` for `Thomas`, `Nov` for `Novanto`.
fn shortens(short: &str, long: &str) -> bool {
    let count = |word: &str| word.chars().count();
    let mut letters = long.chars();
    let inside = short
        .chars()
        .all(|wanted| letters.any(|letter| letter == wanted));
    let head = short.chars().next() == long.chars().next();
    head && inside && (3..=5).contains(&count(short)) && count(long) > count(short)
}
