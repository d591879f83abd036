//! Who holds which role, and who of which kind is named where, ready to be asked for whom words mean that come later.

use super::candidate::Candidate;
use super::index::Index;
use super::{ActorKind, FoundActor};
use crate::extract::hash::join;
use crate::extract::reading::{ByWord, Words};

/// Where an actor is named, in bytes of the text, and which one.
pub(super) type Place = (usize, usize);

/// Where the actors of a text are named.
pub(super) struct Named {
    /// In the order of the text.
    all: Vec<Place>,
    /// The same of each kind.
    of_kind: [Vec<Place>; 3],
}

impl Named {
    pub(super) fn new(found: &[FoundActor]) -> Self {
        let actors = found.iter().enumerate();
        let places = actors.flat_map(|(at, actor)| {
            let starts = actor.mentions.iter().map(|mention| mention.range.start);
            starts.map(move |start| (start, at))
        });
        let mut all: Vec<Place> = places.collect();
        all.sort_unstable();
        let of_kind = [ActorKind::Person, ActorKind::Organisation, ActorKind::Place];
        let of_kind = of_kind.map(|kind| {
            let of_kind = |(_, actor): &&Place| found.get(*actor).map(|one| one.kind) == Some(kind);
            all.iter().filter(of_kind).copied().collect()
        });
        Self { all, of_kind }
    }

    /// The last one of a kind that is named before a byte.
    pub(super) fn last(&self, kind: ActorKind, before: usize) -> Option<usize> {
        let places = match kind {
            ActorKind::Person => 0,
            ActorKind::Organisation => 1,
            ActorKind::Place => 2,
        };
        let places = self.of_kind.get(places)?;
        let earlier = places.partition_point(|(start, _)| *start < before);
        places.get(earlier.checked_sub(1)?).map(|(_, actor)| *actor)
    }

    /// The one whose name begins at a byte.
    fn at(&self, start: usize) -> Option<usize> {
        let place = self.all.binary_search_by_key(&start, |(start, _)| *start);
        self.all.get(place.ok()?).map(|(_, actor)| *actor)
    }
}

/// Who holds which role.
pub(super) struct Holders {
    /// By the words that a role begins with: by the first, by the first two, and so on.
    by_beginning: Index<Place>,
    /// By the word that a role begins with, and by the one that it ends with.
    by_edge: Index<Place>,
    /// The only one whose role begins with a word, if there is but one.
    only: ByWord<Option<usize>>,
}

impl Holders {
    pub(super) fn new(words: &Words<'_>, candidates: &[Candidate], named: &Named) -> Self {
        let (mut beginnings, mut edges) = (Vec::new(), Vec::new());
        let mut only: ByWord<Option<usize>> = ByWord::default();
        for candidate in candidates {
            let Some(role) = &candidate.role else {
                continue;
            };
            let name = words.at(candidate.words.start);
            let start = name.map(|word| word.start as usize);
            let holder = start.and_then(|start| Some((start, named.at(start)?)));
            let Some(holder) = holder else {
                continue;
            };
            let role = words.slice(role.clone()).iter();
            let mut role = role.map(|word| word.hash).filter(|hash| *hash != 0);
            let Some(head) = role.next() else {
                continue;
            };
            let (mut beginning, mut last) = (head, head);
            beginnings.push((beginning, holder));
            edges.push((head, holder));
            for word in role {
                beginning = join(beginning, word);
                beginnings.push((beginning, holder));
                last = word;
            }
            edges.push((last, holder));
            let one = only.entry(head).or_insert(Some(holder.1));
            *one = one.filter(|actor| *actor == holder.1);
        }
        Self {
            by_beginning: Index::new(beginnings),
            by_edge: Index::new(edges),
            only,
        }
    }

    /// The last one before a byte, or else the first one, whose role begins with these words, which [`join`] makes one hash.
    pub(super) fn of(&self, role: u64, before: usize) -> Option<usize> {
        let last = self.by_beginning.last_before(role, &(before, 0));
        let holder = last.or_else(|| self.by_beginning.of(role).next());
        holder.map(|(_, actor)| actor)
    }

    /// The last one before a byte whose role begins or ends with this word.
    pub(super) fn last(&self, noun: u64, before: usize) -> Option<usize> {
        let last = self.by_edge.last_before(noun, &(before, 0));
        last.map(|(_, actor)| actor)
    }

    /// The only one whose role begins with this word.
    pub(super) fn only(&self, head: u64) -> Option<usize> {
        self.only.get(&head).copied().flatten()
    }
}
