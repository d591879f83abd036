//! Puts the possible names together that name the same actor: equal forms, parts of a fuller name, abbreviations in brackets,
//! other names, capitals of states, misspellings.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::candidate::{Candidate, Votes};
use super::parts::{nicknames, parts};
use super::short::{initials, renamed};
use super::slips::misspelt;
use crate::extract::reading::{ByWord, Folded, Words};

/// Names that are one actor's.
#[derive(Debug, Clone, Default)]
pub(super) struct Group<'f> {
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
    /// A work, a product or a contest.
    pub(super) thing: bool,
    /// An outlet.
    pub(super) outlet: bool,
    /// Merged into another.
    pub(super) gone: bool,
    /// The hashes of the words of its longest form.
    pub(super) form: &'f [u64],
    /// A word for a place stands before it somewhere.
    pub(super) located: bool,
    /// The pack knows it, or its head.
    pub(super) known: bool,
    capital: bool,
}

/// The forms of names: the hashes of the words of each, all in one list.
pub(super) struct Forms {
    hashes: Vec<u64>,
    /// Where in that list each name's form ends.
    ends: Vec<usize>,
}

impl Forms {
    pub(super) fn new(words: &Words<'_>, candidates: &[Candidate]) -> Self {
        let mut forms = Self {
            hashes: Vec::with_capacity(candidates.len() * 2),
            ends: Vec::with_capacity(candidates.len()),
        };
        for candidate in candidates {
            let list = words.slice(candidate.words.clone()).iter();
            let hashes = list.map(|word| word.hash).filter(|hash| *hash != 0);
            forms.hashes.extend(hashes);
            forms.ends.push(forms.hashes.len());
        }
        forms
    }

    /// The form of each name, in their order.
    fn each(&self) -> impl Iterator<Item = &[u64]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let ranges = starts.zip(&self.ends).map(|(start, end)| start..*end);
        ranges.map(|range| self.hashes.get(range).unwrap_or_default())
    }
}

pub(super) fn groups<'f>(
    words: &Words<'_>,
    candidates: &[Candidate],
    forms: &'f Forms,
) -> Vec<Group<'f>> {
    let mut groups: Vec<Group<'f>> = Vec::with_capacity(candidates.len());
    let mut by_form: HashMap<&[u64], usize, BuildHasherDefault<Folded>> =
        HashMap::with_capacity_and_hasher(candidates.len(), BuildHasherDefault::default());
    let mut place_of: Vec<usize> = Vec::with_capacity(candidates.len());
    for (number, (candidate, form)) in candidates.iter().zip(forms.each()).enumerate() {
        let at = *by_form.entry(form).or_insert_with(|| {
            groups.push(Group {
                form,
                ..Group::default()
            });
            groups.len() - 1
        });
        place_of.push(at);
        if let Some(group) = groups.get_mut(at) {
            group.members.push(number);
            group.votes.add(candidate.votes);
            group.firm |= !candidate.weak || candidate.role.is_some();
            group.outlet |= candidate.outlet;
            group.thing |= candidate.thing;
            group.acts |= candidate.subject || candidate.agent;
            group.located |= candidate.located;
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
    parts(words, candidates, &mut ties);
    nicknames(words, candidates, &mut ties);
    initials(words, candidates, &mut ties);
    misspelt(words, candidates, &mut ties);
    ties.groups
}

/// Groups that are being merged.
pub(super) struct Ties<'f> {
    /// All groups, merged ones too.
    pub(super) groups: Vec<Group<'f>>,
    target: Vec<usize>,
}

impl<'f> Ties<'f> {
    fn root(&self, mut at: usize) -> usize {
        while let Some(next) = self.target.get(at).copied().filter(|next| *next != at) {
            at = next;
        }
        at
    }

    pub(super) fn get(&self, at: usize) -> Option<&Group<'f>> {
        self.groups.get(at)
    }

    /// Adds to what speaks for the kind of a group.
    pub(super) fn vote(&mut self, at: usize, votes: Votes) {
        let at = self.root(at);
        if let Some(group) = self.groups.get_mut(at) {
            group.votes.add(votes);
        }
    }

    /// Makes one group part of another.
    pub(super) fn merge(&mut self, from: usize, into: usize) {
        self.join(from, into, true);
    }

    /// Makes one group part of another, where its form says nothing of the kind.
    pub(super) fn merge_form(&mut self, from: usize, into: usize) {
        self.join(from, into, false);
    }

    fn join(&mut self, from: usize, into: usize, counts: bool) {
        let (from, into) = (self.root(from), self.root(into));
        if from == into {
            return;
        }
        let Some(taken) = self.groups.get_mut(from) else {
            return;
        };
        taken.gone = true;
        let members = std::mem::take(&mut taken.members);
        let (votes, state, acts) = (taken.votes, taken.state, taken.acts);
        if let Some(target) = self.target.get_mut(from) {
            *target = into;
        }
        if let Some(group) = self.groups.get_mut(into) {
            group.members.extend(members);
            group.members.sort_unstable();
            if counts {
                group.votes.add(votes);
            }
            group.state = group.state.max(state);
            group.acts |= acts;
            group.firm = true;
        }
    }
}

/// One group for each state, its capital included where the state itself is named too.
fn states(ties: &mut Ties<'_>) {
    let mut first: ByWord<usize> = ByWord::default();
    for (at, group) in ties.groups.iter().enumerate() {
        if group.state != 0 && !group.capital && !group.gone {
            first.entry(u64::from(group.state)).or_insert(at);
        }
    }
    for at in 0..ties.groups.len() {
        let Some(group) = ties.get(at).filter(|group| group.state != 0 && !group.gone) else {
            continue;
        };
        if let Some(state) = first.get(&u64::from(group.state)).copied() {
            ties.merge(at, state);
        }
    }
}
