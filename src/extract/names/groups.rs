//! Puts the possible names together that name the same actor: equal forms, parts of a fuller name, abbreviations in brackets,
//! other names, capitals of states, misspellings.

use std::collections::HashMap;

use super::candidate::{Candidate, Votes};
use super::similar::is_misspelling;
use crate::extract::reading::{Flags, Words};

/// Names that are one actor's.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    /// The candidates, in the order of the text.
    pub(super) members: Vec<usize>,
    /// What speaks for each kind.
    pub(super) votes: Votes,
    /// The state.
    pub(super) state: u16,
    /// Something besides an upper-case letter that may be due to its place speaks for it.
    pub(super) firm: bool,
    /// A subject somewhere.
    pub(super) acts: bool,
    /// An outlet.
    pub(super) outlet: bool,
    /// Merged into another.
    pub(super) gone: bool,
    /// The hashes of the words of its longest form.
    pub(super) form: Vec<u64>,
    capital: bool,
    known: bool,
}

pub(super) fn groups(words: &Words<'_>, candidates: &[Candidate]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_form: HashMap<Vec<u64>, usize> = HashMap::with_capacity(candidates.len());
    let mut place_of: Vec<usize> = Vec::with_capacity(candidates.len());
    for (number, candidate) in candidates.iter().enumerate() {
        let form = form(words, candidate);
        let next = groups.len();
        let at = *by_form.entry(form.clone()).or_insert(next);
        if at == next {
            groups.push(Group {
                form,
                ..Group::default()
            });
        }
        place_of.push(at);
        if let Some(group) = groups.get_mut(at) {
            group.members.push(number);
            group.votes.add(candidate.votes);
            group.firm |= !candidate.weak || candidate.role.is_some();
            group.outlet |= candidate.outlet;
            group.acts |= candidate.subject;
            group.state = group.state.max(candidate.state);
            group.capital |= candidate.capital;
            group.known |= candidate.votes.place >= 6 || candidate.votes.body >= 7;
        }
    }
    let mut ties = Ties {
        groups,
        target: (0..by_form.len()).collect(),
    };
    renamed(words, candidates, &place_of, &mut ties);
    states(&mut ties);
    parts(&mut ties);
    initials(words, candidates, &mut ties);
    misspelt(words, candidates, &mut ties);
    ties.groups
}

fn form(words: &Words<'_>, candidate: &Candidate) -> Vec<u64> {
    let list = words.slice(candidate.words.clone());
    list.iter()
        .filter(|word| word.hash != 0)
        .map(|word| word.hash)
        .collect()
}

struct Ties {
    groups: Vec<Group>,
    target: Vec<usize>,
}

impl Ties {
    fn root(&self, mut at: usize) -> usize {
        while let Some(next) = self.target.get(at).copied().filter(|next| *next != at) {
            at = next;
        }
        at
    }

    fn get(&self, at: usize) -> Option<&Group> {
        self.groups.get(at)
    }

    /// Makes one group part of another.
    fn merge(&mut self, from: usize, into: usize) {
        let (from, into) = (self.root(from), self.root(into));
        if from == into {
            return;
        }
        let Some(taken) = self.groups.get_mut(from).map(|group| {
            group.gone = true;
            std::mem::take(&mut group.members)
        }) else {
            return;
        };
        let (votes, state) = self
            .get(from)
            .map(|group| (group.votes, group.state))
            .unwrap_or_default();
        if let Some(target) = self.target.get_mut(from) {
            *target = into;
        }
        if let Some(group) = self.groups.get_mut(into) {
            group.members.extend(taken);
            group.members.sort_unstable();
            group.votes.add(votes);
            group.state = group.state.max(state);
            group.firm = true;
        }
    }
}

/// `X (ABC)` and `X alias Y`.
fn renamed(words: &Words<'_>, candidates: &[Candidate], place_of: &[usize], ties: &mut Ties) {
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
            && (abbreviation(words, first, second) || is_nickname(words, first, second));
        let near = gap.len() <= 4 && !words.slice(gap).iter().any(|word| word.is(Flags::VERB));
        if abbreviates || (second.renames && near) {
            ties.merge(*b, *a);
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
    long.votes.person > long.votes.body.max(long.votes.place)
        && words
            .at(short.words.start)
            .is_some_and(|word| !word.is(known))
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

/// One group for each state, its capital included where the state itself is named too.
fn states(ties: &mut Ties) {
    let mut first: HashMap<u16, usize> = HashMap::new();
    for (at, group) in ties.groups.iter().enumerate() {
        if group.state != 0 && !group.capital && !group.gone {
            first.entry(group.state).or_insert(at);
        }
    }
    for at in 0..ties.groups.len() {
        let Some(group) = ties.get(at).filter(|group| group.state != 0 && !group.gone) else {
            continue;
        };
        if let Some(state) = first.get(&group.state).copied() {
            ties.merge(at, state);
        }
    }
}

/// Shorter forms whose words stand in a fuller name one after the other.
fn parts(ties: &mut Ties) {
    let mut by_word: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, group) in ties.groups.iter().enumerate() {
        if group.form.len() > 1 && !group.gone && group.state == 0 {
            for word in &group.form {
                by_word.entry(*word).or_default().push(at);
            }
        }
    }
    let mut order: Vec<usize> = (0..ties.groups.len()).collect();
    order.sort_by_key(|at| ties.get(*at).map_or(0, |group| group.form.len()));
    for at in order {
        let Some(group) = ties.get(at) else { continue };
        if group.gone
            || group.state != 0
            || (group.known && group.form.len() == 1 && group.votes.place > 0)
        {
            continue;
        }
        let Some(head) = group.form.first() else {
            continue;
        };
        let fuller = by_word
            .get(head)
            .into_iter()
            .flatten()
            .copied()
            .filter(|other| {
                *other != at && ties.get(*other).is_some_and(|other| holds(other, group))
            });
        // The one first named, or the only one named before.
        let Some(fuller) = fuller.min_by_key(|other| {
            ties.get(*other)
                .and_then(|group| group.members.first().copied())
        }) else {
            continue;
        };
        ties.merge(at, fuller);
    }
}

/// `KAI` behind `PT Kereta Api Indonesia`: an abbreviation of the initials of a body named before, its head included or not.
fn initials(words: &Words<'_>, candidates: &[Candidate], ties: &mut Ties) {
    let mut spelt: HashMap<String, usize> = HashMap::new();
    let mut merges = Vec::new();
    for (at, group) in ties.groups.iter().enumerate() {
        let Some(name) = group
            .members
            .first()
            .and_then(|member| candidates.get(*member))
        else {
            continue;
        };
        let list = words.slice(name.words.clone());
        if let [only] = list {
            if only.is(Flags::UPPER)
                && group.state == 0
                && let Some(long) = spelt.get(only.text(words.text))
            {
                merges.push((at, *long));
            }
        } else if group.votes.body > group.votes.person.max(group.votes.place) {
            let capitals: String = list
                .iter()
                .filter(|word| word.is(Flags::CAP))
                .filter_map(|word| word.text(words.text).chars().next())
                .collect();
            let tail = capitals.chars().skip(1).collect::<String>();
            for form in [capitals, tail] {
                if form.chars().count() > 2 {
                    spelt.entry(form).or_insert(at);
                }
            }
        }
    }
    for (short, long) in merges {
        ties.merge(short, long);
    }
}

fn holds(long: &Group, short: &Group) -> bool {
    if long.gone || long.form.len() <= short.form.len() {
        return false;
    }
    let at = long
        .form
        .windows(short.form.len())
        .position(|part| part == short.form.as_slice());
    let person = long.votes.person > long.votes.body.max(long.votes.place);
    let body = long.votes.body > 0 && !person && long.votes.body >= long.votes.place;
    let agrees = short.votes.body <= short.votes.person + 3 && !short.known;
    match at {
        None => false,
        Some(_) if person => agrees && short.votes.place < 6,
        Some(place) if body => {
            place <= 1
                && short.votes.place < 6
                && (short.form.len() > 1 || place == 0 || long.form.len() == 2)
        }
        Some(place) => place == 0 && short.form.len() > 1,
    }
}

/// Rare forms that differ by a letter or two from a name.
fn misspelt(words: &Words<'_>, candidates: &[Candidate], ties: &mut Ties) {
    let text = |group: &Group| {
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
    let mut forms: HashMap<char, Vec<(&str, usize)>> = HashMap::new();
    for (candidate, group) in candidates.iter().zip(owners) {
        if group == usize::MAX {
            continue;
        }
        let list = words.slice(candidate.words.clone());
        for word in list.iter().filter(|word| word.is(Flags::CAP)) {
            let form = word.text(words.text);
            if let Some(head) = form.chars().next() {
                let known = forms.entry(head).or_default();
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
            .get(&head)
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
