//! Text search over titles, actors, quotes and the articles. Letter case is ignored in every script that has it.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use regex::{Regex, RegexBuilder};
use roaring::RoaringBitmap;

use super::Store;
use super::beside::Cancelled;
use super::columns::{Chunk, Columns, Texts};
use super::index::{ActorIx, EventIx, SourceIx};
use super::view::View;

/// A text to look for.
#[derive(Debug, Clone)]
pub struct Search {
    query: String,
    pattern: Regex,
}

/// Where a search found something.
#[derive(Debug, Clone, Default)]
pub struct Hits {
    /// Ranks of all events whose title, actors or anchored words match.
    found: RoaringBitmap,
    /// Those that the filters leave.
    pub events: View,
    /// Sentences that match, in the order of sources and text.
    pub sentences: Vec<(SourceIx, usize)>,
}

impl Search {
    /// A search for this text, taken literally; `None` if there is nothing to look for.
    #[must_use]
    pub fn new(query: &str) -> Option<Self> {
        if query.trim().is_empty() {
            return None;
        }
        let pattern = RegexBuilder::new(&regex::escape(query))
            .case_insensitive(true)
            .build()
            .ok()?;
        Some(Self {
            query: query.to_owned(),
            pattern,
        })
    }

    /// The text looked for.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Where it stands in a text, as byte ranges that do not overlap.
    pub fn ranges<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        self.pattern.find_iter(text).map(|hit| hit.range())
    }

    /// Whether it stands in a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.pattern.is_match(text)
    }

    /// Everything it finds: among the events of a view, and in all texts.
    #[must_use]
    pub fn run(&self, store: &Store, view: &View) -> Hits {
        let found = self.scan(store.columns(), &Cancelled::default());
        self.hits(store, view, &found.unwrap_or_default())
    }

    /// What it finds, where it goes on from a search that found all there is: nothing else can match. `None` if it does not, or
    /// so much was found that it must be searched beside the keyboard.
    #[must_use]
    pub fn go_on(&self, before: &Self, hits: &Hits, store: &Store, view: &View) -> Option<Hits> {
        if !self.query.starts_with(&before.query) || hits.found.len() > FEW_FOUND {
            return None;
        }
        let ranks = hits.found.iter();
        let events = ranks.filter_map(|rank| store.shared_order().event(rank));
        let matching = events.filter(|event| {
            let located = store.columns().locate(*event);
            located.is_some_and(|(chunk, place)| {
                self.is_in(chunk.title(place)) || self.is_in(chunk.words().get(place))
            })
        });
        let found: Vec<EventIx> = matching.collect();
        Some(self.hits(store, view, &found))
    }

    /// The hits that events found by their words give, with those found by the names of their actors.
    #[must_use]
    pub fn hits(&self, store: &Store, view: &View, by_words: &[EventIx]) -> Hits {
        let mut ranks: Vec<u32> = by_words.iter().map(|event| store.rank_of(*event)).collect();
        ranks.sort_unstable();
        let mut found: RoaringBitmap = ranks.into_iter().collect();
        let actors = (0..).map(ActorIx).zip(store.actors());
        for (actor, _) in actors.filter(|(_, actor)| self.is_in(&actor.name)) {
            found |= store.events_of(actor, false);
        }
        let mut hits = Hits {
            found,
            events: View::default(),
            sentences: self.sentences(store),
        };
        hits.narrow(store, view);
        hits
    }

    fn sentences(&self, store: &Store) -> Vec<(SourceIx, usize)> {
        let mut found = Vec::new();
        for (source, document) in store.texts_in_memory() {
            let matching = (0..document.sentences().len()).filter(|sentence| {
                let words = document.sentence(*sentence);
                words.is_some_and(|words| self.is_in(words))
            });
            found.extend(matching.map(|sentence| (source, sentence)));
        }
        found
    }

    /// The events whose titles or anchored words hold it, in the order of the file, on all processors; `None` if it was
    /// cancelled.
    pub(crate) fn scan(&self, columns: &Columns, cancelled: &Cancelled) -> Option<Vec<EventIx>> {
        let chunks: Vec<_> = columns.iter().collect();
        let next = AtomicUsize::new(0);
        // Each takes the next chunk when it is done with one, so that none waits long for the others at the end.
        let some = || {
            let mut found: Vec<(usize, Vec<EventIx>)> = Vec::new();
            loop {
                let place = next.fetch_add(1, Ordering::Relaxed);
                let Some((first, chunk)) = chunks.get(place).filter(|_| !cancelled.is_set()) else {
                    return found;
                };
                let mut here = Vec::new();
                self.scan_chunk(chunk, *first, &mut here);
                if !here.is_empty() {
                    found.push((place, here));
                }
            }
        };
        let processors = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let others = match chunks.len() {
            0..FEW_CHUNKS => 0,
            _ => processors - 1,
        };
        let mut found = thread::scope(|scope| {
            let others: Vec<_> = (0..others).map(|_| scope.spawn(some)).collect();
            let mut all = some();
            for other in others {
                all.extend(other.join().ok()?);
            }
            Some(all)
        })?;
        found.sort_unstable_by_key(|(place, _)| *place);
        let found = found.into_iter().flat_map(|(_, here)| here);
        (!cancelled.is_set()).then(|| found.collect())
    }

    /// Adds what it finds in events that arrived, from `first` on, to hits in the order of the file.
    pub(crate) fn add_new(&self, store: &Store, view: &View, first: EventIx, hits: &mut Hits) {
        let mut new = Vec::new();
        for (start, chunk) in store.columns().iter() {
            if start >= first {
                self.scan_chunk(chunk, start, &mut new);
            }
        }
        hits.found.extend(new.into_iter().map(|event| event.0));
        hits.narrow(store, view);
    }

    fn scan_chunk(&self, chunk: &Chunk, first: EventIx, found: &mut Vec<EventIx>) {
        let mut places = self.places(chunk.titles());
        places.extend(self.places(chunk.words()));
        places.sort_unstable();
        places.dedup();
        found.extend(places.into_iter().map(|place| EventIx(first.0 + place)));
    }

    /// The places of the texts that hold it.
    fn places(&self, texts: &Texts) -> Vec<u32> {
        let (all, mut from) = (texts.all(), 0);
        let mut places = Vec::new();
        while let Some(hit) = self.pattern.find_at(all, from) {
            let place = texts.place_of(hit.start());
            places.extend(u32::try_from(place));
            from = texts.end_of(place);
        }
        places
    }
}

/// So many events are looked at one by one between two keys.
const FEW_FOUND: u64 = 20_000;

/// So few chunks are searched before a thread has begun.
const FEW_CHUNKS: usize = 4;

impl Hits {
    /// Takes note of which events the filters leave now.
    pub(crate) fn narrow(&mut self, store: &Store, view: &View) {
        self.events = self.keep(store, view);
    }

    /// The events of a view that were found.
    #[must_use]
    pub fn keep(&self, store: &Store, view: &View) -> View {
        let left = match view.kept() {
            None => self.found.clone(),
            Some(kept) => kept & &self.found,
        };
        View::new(store, left)
    }
}
