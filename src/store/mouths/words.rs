//! On whom events rest, in words: one event in a phrase, a whole view in a sentence.

use std::borrow::Cow;

use super::super::Store;
use super::super::index::SourceIx;
use super::super::records::Records;
use super::{Mouth, MouthIx, Rests, Tally};

/// So many mouths are named in a sentence; of more it is told how many they are.
const NAMED: usize = 3;

impl Store {
    /// The name of a mouth: an actor's, an outlet's, a source's title or else its id.
    #[must_use]
    pub fn mouth_name(&self, mouth: MouthIx) -> Cow<'_, str> {
        match self.mouths().mouth(mouth) {
            Mouth::Actor(actor) => {
                let actor = self.actor(actor);
                actor.map_or(Cow::Borrowed("?"), |actor| Cow::Borrowed(&actor.name))
            }
            Mouth::Outlet(outlet) => Cow::Borrowed(self.outlets.name(outlet).unwrap_or("?")),
            Mouth::Source(source) => self.own_name(source),
            Mouth::Unknown => Cow::Borrowed("somebody whom the file does not know"),
        }
    }

    /// The name of a source of which nobody knows who published or wrote it.
    fn own_name(&self, source: SourceIx) -> Cow<'_, str> {
        match &self.records {
            Records::Memory(memory) => {
                let source = memory.timeline.sources.get(source.at());
                let name = source.map(|source| source.title.as_ref().unwrap_or(&source.id));
                Cow::Borrowed(name.map_or("?", String::as_str))
            }
            Records::File(file) => {
                let sources = file.sources.read();
                let title = sources.placed(source.0).and_then(|placed| placed.title);
                let title = title.and_then(|title| self.outlets.name(title));
                let id = || sources.id(source.0).unwrap_or("?").to_owned();
                title.map_or_else(|| Cow::Owned(id()), Cow::Borrowed)
            }
        }
    }

    /// The names of mouths.
    #[must_use]
    pub fn mouth_names(&self, mouths: &[MouthIx]) -> Vec<Cow<'_, str>> {
        mouths.iter().map(|mouth| self.mouth_name(*mouth)).collect()
    }

    /// On whom an event rests: `all 3 accounts rest on one mouth: Yury Ushakov`, `2 accounts, 2 mouths: Tribunnews, Donald
    /// Trump`, `nobody asserts it; denied by Budi`.
    #[must_use]
    pub fn rests_words(&self, rests: &Rests) -> String {
        let names = |mouths: &[MouthIx]| self.mouth_names(mouths).join(", ");
        let asserted = match (rests.accounts, rests.mouths.len()) {
            (0, _) if !rests.denied_by.is_empty() => "nobody asserts it".to_owned(),
            (_, 0) => "nobody is named as saying so".to_owned(),
            (1, _) => format!("rests on one mouth only: {}", names(&rests.mouths)),
            (2, 1) => format!("both accounts rest on one mouth: {}", names(&rests.mouths)),
            (accounts, 1) => {
                let mouth = names(&rests.mouths);
                format!("all {accounts} accounts rest on one mouth: {mouth}")
            }
            (accounts, mouths) => {
                let names = names(&rests.mouths);
                format!("{accounts} accounts, {mouths} mouths: {names}")
            }
        };
        match rests.denied_by.is_empty() {
            true => asserted,
            false => format!("{asserted}; denied by {}", names(&rests.denied_by)),
        }
    }

    /// `12 of 19 events rest on one mouth only: 10 on Tribunnews, 1 on Donald Trump, 1 on Radio`.
    #[must_use]
    pub fn tally_words(&self, tally: &Tally) -> String {
        let alone = tally.shares().iter().filter(|share| share.alone > 0);
        let named = alone.map(|share| (self.mouth_name(share.mouth), share.alone));
        counted_words(tally.alone(), tally.len(), named)
    }
}

/// The same of what somebody else counted: each mouth's name with how many events rest on it alone, the most first.
pub fn counted_words<S: AsRef<str>>(
    alone: usize,
    all: usize,
    mut mouths: impl Iterator<Item = (S, usize)>,
) -> String {
    let events = if all == 1 { "event" } else { "events" };
    let rest = if alone == 1 { "rests" } else { "rest" };
    if alone == 0 {
        return format!("none of {all} {events} rests on one mouth only");
    }
    let named = mouths.by_ref().take(NAMED);
    let mut named: Vec<String> = named
        .map(|(name, events)| format!("{events} on {}", name.as_ref()))
        .collect();
    let (others, left) = mouths.fold((0, 0), |(others, left), (_, events)| {
        (others + 1, left + events)
    });
    match others {
        0 => {}
        1 => named.push(format!("{left} on another")),
        others => named.push(format!("{left} on {others} others")),
    }
    format!(
        "{alone} of {all} {events} {rest} on one mouth only: {}",
        named.join(", ")
    )
}
