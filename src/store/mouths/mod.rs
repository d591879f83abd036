//! On whom events rest, and who is the same mouth as whom. Counting a view's events is in `tally`, the phrases are in `words`.
//!
//! A claim rests on one **mouth**: the one from whom its words come, as far as its source tells.
//!
//! 1. Who said it (`said_by`). So it is also where that one passes on what another said (`relaying`), and whichever outlet
//!    carried it (`via`): two outlets, or two articles, that both quote Yury Ushakov are one mouth.
//! 2. Where nobody is named, the outlet that is cited (`via`).
//! 3. Where none is cited, the source in its own words: its publisher, else its author, else the source itself.
//!
//! Actors are the same by their id. Outlets, publishers and authors are the same by their name, letter case and white space
//! aside; a name that one actor alone bears, as a name or as an alias, is that actor's. A source of which nobody knows
//! who published or wrote it is a mouth of its own, the same one as the earlier text that it replaces (in a timeline in memory).
//! A row of a table that gives neither speaker nor outlet names nobody. Where in doubt, two are rather one: to count a mouth
//! twice would vouch for more than there is.
//!
//! An event rests on the mouths of the claims that assert it; those that deny it are told beside them. It rests on **one mouth
//! only** when all claims that assert it have the same one, however many they are.

mod lines;
mod tally;
#[cfg(test)]
mod tests;
mod words;

pub use lines::{LADDERS, TallyRow};
pub use tally::{RestsOn, Share, Tally, TallyGroup};
pub use words::counted_words;

use std::collections::HashMap;

use super::Store;
use super::columns::{Said, Voice};
use super::index::{ActorIx, EventIx, SourceIx};
use super::records::Records;

/// A mouth, by its number in one store: the same for all that are the same mouth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MouthIx(pub(crate) u32);

impl MouthIx {
    const fn at(self) -> usize {
        self.0 as usize
    }
}

/// Who or what a mouth is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouth {
    /// An actor who speaks.
    Actor(ActorIx),
    /// An outlet, or an author, by the number of its name.
    Outlet(u32),
    /// A source that names neither publisher nor author.
    Source(SourceIx),
    /// Somebody whom the file names but does not know.
    Unknown,
}

/// On whom an event rests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rests {
    /// The mouths of the claims that assert it, each once, in the order of the claims.
    pub mouths: Vec<MouthIx>,
    /// How many claims assert it.
    pub accounts: usize,
    /// The mouths of the claims that deny it.
    pub denied_by: Vec<MouthIx>,
}

impl Rests {
    /// The one mouth that the event rests on; `None` if there are several, or none.
    #[must_use]
    pub fn only(&self) -> Option<MouthIx> {
        match self.mouths.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

/// All mouths of a store: actors first, then outlets, then sources.
#[derive(Debug, Default)]
pub struct Mouths {
    actors: u32,
    outlets: u32,
    /// For each of them the one that stands for all that are the same.
    same: Vec<MouthIx>,
}

impl Mouths {
    fn new(store: &Store) -> Self {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let (actors, outlets) = (number(store.actors.len()), number(store.outlets.len()));
        let sources = match &store.records {
            // A row of a table is its own source, which names nobody.
            Records::File(file) if file.has_own_sources() => 0,
            _ => number(store.source_count()),
        };
        let mut mouths = Self {
            actors,
            outlets,
            same: (0..actors + outlets + sources + 1).map(MouthIx).collect(),
        };
        mouths.join_outlets(store);
        mouths.join_sources(store, sources);
        mouths
    }

    /// Outlets of one name are one, and one with an actor of that name.
    fn join_outlets(&mut self, store: &Store) {
        let mut first: HashMap<String, MouthIx> = HashMap::new();
        for (name, outlet) in store.outlets.iter().zip(self.actors..) {
            let same = *first.entry(folded(name)).or_insert(MouthIx(outlet));
            self.set(MouthIx(outlet), same);
        }
        let called = called_so(store, &first);
        for outlet in (self.actors..).take(self.outlets as usize).map(MouthIx) {
            if let Some(actor) = called.get(&self.same_as(outlet)) {
                self.set(outlet, MouthIx(actor.0));
            }
        }
    }

    /// A source is its publisher or author, else the source whose text it replaces.
    fn join_sources(&mut self, store: &Store, sources: u32) {
        for source in (0..sources).map(SourceIx) {
            if let Some(outlet) = store.outlet_of(source) {
                let same = self.same_as(MouthIx(self.actors.saturating_add(outlet)));
                self.set(self.of_source(source), same);
            }
        }
        for source in (0..sources).map(SourceIx) {
            if store.outlet_of(source).is_none()
                && let Some(earlier) = store.earlier_text(source)
            {
                self.set(
                    self.of_source(source),
                    self.same_as(self.of_source(earlier)),
                );
            }
        }
    }

    const fn of_source(&self, source: SourceIx) -> MouthIx {
        MouthIx(
            self.actors
                .saturating_add(self.outlets)
                .saturating_add(source.0),
        )
    }

    fn set(&mut self, mouth: MouthIx, same: MouthIx) {
        if let Some(slot) = self.same.get_mut(mouth.at()) {
            *slot = same;
        }
    }

    fn same_as(&self, mouth: MouthIx) -> MouthIx {
        self.same.get(mouth.at()).copied().unwrap_or(self.unknown())
    }

    /// The last number: somebody whom the file names but does not know.
    fn unknown(&self) -> MouthIx {
        let last = self.same.len().saturating_sub(1);
        MouthIx(u32::try_from(last).unwrap_or(u32::MAX))
    }

    /// How many numbers there are.
    const fn len(&self) -> usize {
        self.same.len()
    }

    /// The mouth of a claim; `None` where nobody is named.
    fn of(&self, said: Said) -> Option<MouthIx> {
        let within = |number: u32, count: u32| (number < count).then_some(number);
        let raw = match said.voice() {
            Voice::Actor(actor) => within(actor, self.actors).map(MouthIx),
            Voice::Outlet(outlet) => {
                within(outlet, self.outlets).map(|outlet| MouthIx(self.actors + outlet))
            }
            Voice::Source(source) => Some(self.of_source(SourceIx(source))),
            Voice::Record => return None,
        };
        Some(raw.map_or(self.unknown(), |raw| self.same_as(raw)))
    }

    /// Who or what a mouth is.
    #[must_use]
    pub fn mouth(&self, mouth: MouthIx) -> Mouth {
        if mouth.0 < self.actors {
            return Mouth::Actor(ActorIx(mouth.0));
        }
        let beyond = mouth.0 - self.actors;
        match beyond.checked_sub(self.outlets) {
            None => Mouth::Outlet(beyond),
            Some(_) if mouth == self.unknown() => Mouth::Unknown,
            Some(source) => Mouth::Source(SourceIx(source)),
        }
    }

    /// On whom an event rests whose claims were said so.
    fn rests(&self, said: &[Said]) -> Rests {
        let mut rests = Rests::default();
        for one in said {
            let side = match one.denies() {
                true => &mut rests.denied_by,
                false => &mut rests.mouths,
            };
            side.extend(self.of(*one).filter(|mouth| !side.contains(mouth)));
            rests.accounts += usize::from(!one.denies());
        }
        rests
    }

    /// Each mouth of the claims that assert an event, once. There are few: to compare them costs less than to keep them.
    fn each(&self, said: &[Said], mut note: impl FnMut(MouthIx)) {
        let asserting = |said: &Said| self.of(*said).filter(|_| !said.denies());
        for (place, one) in said.iter().enumerate() {
            let Some(mouth) = asserting(one) else {
                continue;
            };
            let mut before = said.iter().take(place).filter_map(asserting);
            if before.all(|other| other != mouth) {
                note(mouth);
            }
        }
    }

    /// The same in short.
    fn rests_on(&self, said: &[Said]) -> RestsOn {
        let asserting = said.iter().filter(|one| !one.denies());
        let mut mouths = asserting.filter_map(|one| self.of(*one));
        let Some(first) = mouths.next() else {
            return RestsOn::Nobody;
        };
        match mouths.all(|mouth| mouth == first) {
            true => RestsOn::Only(first),
            false => RestsOn::Several,
        }
    }
}

/// For each outlet that one actor alone is called by, that actor.
fn called_so(store: &Store, outlets: &HashMap<String, MouthIx>) -> HashMap<MouthIx, ActorIx> {
    let mut called: HashMap<MouthIx, Option<ActorIx>> = HashMap::new();
    if outlets.is_empty() {
        return HashMap::new();
    }
    for (place, actor) in (0..).map(ActorIx).zip(&store.actors) {
        for name in std::iter::once(&actor.name).chain(&actor.aliases) {
            if let Some(outlet) = outlets.get(&folded(name)) {
                let one = called.entry(*outlet).or_insert(Some(place));
                *one = one.filter(|other| *other == place);
            }
        }
    }
    let alone = called.into_iter();
    alone
        .filter_map(|(outlet, actor)| Some((outlet, actor?)))
        .collect()
}

/// A name as it is compared: letter case and white space aside.
#[must_use]
pub fn folded(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

impl Store {
    /// All mouths. Who is the same is worked out once.
    #[must_use]
    pub fn mouths(&self) -> &Mouths {
        self.mouths.get_or_init(|| Mouths::new(self))
    }

    fn said(&self, event: EventIx) -> &[Said] {
        let located = self.columns.locate(event);
        located.map_or(&[], |(chunk, place)| chunk.said(place))
    }

    /// On whom an event rests.
    #[must_use]
    pub fn rests(&self, event: EventIx) -> Rests {
        self.mouths().rests(self.said(event))
    }

    /// Whether a mouth asserts or denies an event.
    #[must_use]
    pub fn speaks_of(&self, event: EventIx, mouth: MouthIx) -> bool {
        let mouths = self.mouths();
        let said = self.said(event).iter();
        said.filter_map(|said| mouths.of(*said))
            .any(|other| other == mouth)
    }

    /// How many claims an event has.
    #[must_use]
    pub fn claim_count(&self, event: EventIx) -> usize {
        self.said(event).len()
    }

    /// The mouth of the claim at a place among an event's.
    #[must_use]
    pub fn mouth_of(&self, event: EventIx, claim: usize) -> Option<MouthIx> {
        let said = self.said(event).get(claim)?;
        self.mouths().of(*said)
    }

    /// The number of a source's publisher or author among the outlets.
    fn outlet_of(&self, source: SourceIx) -> Option<u32> {
        match &self.records {
            Records::Memory(memory) => {
                let source = memory.timeline.sources.get(source.at())?;
                self.outlets.find(source.outlet()?)
            }
            Records::File(file) => file.sources.read().placed(source.0)?.outlet,
        }
    }

    /// The first of the texts that a source replaces, one after the other.
    fn earlier_text(&self, source: SourceIx) -> Option<SourceIx> {
        let sources = &self.timeline()?.sources;
        let mut earlier = source;
        // A circle of replacements ends with the number of sources.
        for _ in sources {
            let replaced = sources.get(earlier.at())?.replaces.as_deref();
            match replaced.and_then(|id| self.find_source(id)) {
                Some(before) => earlier = before,
                None => break,
            }
        }
        (earlier != source).then_some(earlier)
    }
}
