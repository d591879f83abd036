//! `/`: a search in force, and the way from hit to hit.

use std::borrow::Cow;

use super::message::{Message, count};
use super::state::{Cursor, State};
use super::target::Pane;
use crate::store::{EventIx, Hits, Search, Seeking, View};

/// A search and what it found.
#[derive(Debug)]
pub struct ActiveSearch {
    /// What is searched for.
    pub search: Search,
    /// Where it was found, among the events that the filters leave.
    pub hits: Hits,
    /// Whether that is all.
    pub(super) sought: Sought,
}

/// How far a search is.
#[derive(Debug)]
pub(super) enum Sought {
    /// Everything was searched.
    Found,
    /// Other threads search.
    For {
        seeking: Seeking,
        /// Go to the first hit once it is found.
        go: bool,
    },
}

impl ActiveSearch {
    /// Whether there may be more to find.
    #[must_use]
    pub const fn is_under_way(&self) -> bool {
        matches!(self.sought, Sought::For { .. })
    }
}

impl State {
    /// Searches for a text, and stays where it is, or goes to the first hit when it is found. Nothing to search for ends the
    /// search.
    pub(super) fn start_search(&mut self, query: &str, go: bool) {
        self.search = Search::new(query).map(|search| {
            self.gone_on(&search)
                .unwrap_or_else(|| self.sought(search, go))
        });
        self.keep_hits_only();
        if go
            && self
                .search
                .as_ref()
                .is_some_and(|active| !active.is_under_way())
        {
            self.go_to_first_hit();
        }
    }

    /// A search that only goes on from the one before it.
    fn gone_on(&self, search: &Search) -> Option<ActiveSearch> {
        let before = self
            .search
            .as_ref()
            .filter(|active| !active.is_under_way())?;
        let view = self.searched_view();
        let hits = search.go_on(&before.search, &before.hits, &self.store, &view)?;
        Some(ActiveSearch {
            search: search.clone(),
            hits,
            sought: Sought::Found,
        })
    }

    fn sought(&self, search: Search, go: bool) -> ActiveSearch {
        match self.store.seek(&search) {
            Some(seeking) => ActiveSearch {
                search,
                hits: Hits::default(),
                sought: Sought::For { seeking, go },
            },
            None => ActiveSearch {
                hits: search.run(&self.store, &self.searched_view()),
                search,
                sought: Sought::Found,
            },
        }
    }

    /// The events among which is searched: those that the filters leave.
    pub(super) fn searched_view(&self) -> Cow<'_, View> {
        match self.only_hits {
            true => Cow::Owned(self.active_filter().view(&self.store)),
            false => Cow::Borrowed(&self.view),
        }
    }

    /// Leaves only what the search found, where that is asked.
    pub(super) fn keep_hits_only(&mut self) {
        if self.only_hits {
            self.view = self.left_view();
        }
    }

    /// Takes note of the events that the filters leave now.
    pub(super) fn refresh_search(&mut self) {
        if let Some(active) = &mut self.search {
            active.hits.narrow(&self.store, &self.view);
        }
    }

    /// Searches again, where the events or their order are others now.
    pub(super) fn search_again(&mut self) {
        if let Some(active) = self.search.take() {
            self.search = Some(self.sought(active.search, false));
        }
    }

    /// Searches in the events that arrived.
    pub(super) fn search_in_new(&mut self, first: EventIx) {
        if let Some(active) = &mut self.search
            && !active.is_under_way()
        {
            let search = &active.search;
            search.add_new(&self.store, &self.view, first, &mut active.hits);
        }
    }

    /// Goes to the hit nearest after the cursor, the cursor's own place among them.
    pub(super) fn go_to_first_hit(&mut self) {
        let Some(active) = &self.search else {
            return;
        };
        let in_source = self.focus == Pane::Source || active.hits.events.is_empty();
        if in_source {
            let here = (self.cursor.source, self.cursor.sentence);
            let sentences = &active.hits.sentences;
            let next = sentences.iter().find(|place| **place >= here);
            let target = next.or_else(|| sentences.first()).copied();
            self.go_to_sentence(target);
        } else {
            let events = &active.hits.events;
            let next = self.selected.map_or(0, |event| events.places_before(event));
            self.select(events.at(next).or_else(|| events.at(0)));
        }
    }

    /// `n` and `N`: the next or previous hit of the focused pane, round the end.
    pub(super) fn step_hit(&mut self, times: usize, forward: bool) {
        let Some(active) = &self.search else {
            self.message = Some(Message::warning(
                "nothing is searched for: / begins a search",
            ));
            return;
        };
        let (events, sentences) = (&active.hits.events, &active.hits.sentences);
        if events.is_empty() && sentences.is_empty() {
            self.say_hits();
            return;
        }
        let in_source = (self.focus == Pane::Source && !sentences.is_empty()) || events.is_empty();
        if in_source {
            let here = (self.cursor.source, self.cursor.sentence);
            let before = sentences.partition_point(|place| *place < here);
            let after = sentences.partition_point(|place| *place <= here);
            let place = around(sentences.len(), (before, after), times, forward);
            let target = sentences.get(place).copied();
            let text = format!("match {} of {} in the text", place + 1, sentences.len());
            self.history.leave(self.spot());
            self.go_to_sentence(target);
            self.message = Some(Message::note(text));
        } else {
            let before = self.selected.map_or(0, |event| events.places_before(event));
            let is_hit = self.selected.is_some_and(|event| events.contains(event));
            let after = before + usize::from(is_hit);
            let place = around(events.len(), (before, after), times, forward);
            let target = events.at(place);
            let text = format!("match {} of {}", place + 1, count(events.len(), "event"));
            self.history.leave(self.spot());
            self.select(target);
            self.message = Some(Message::note(text));
        }
    }

    fn go_to_sentence(&mut self, target: Option<(crate::store::SourceIx, usize)>) {
        if let Some((source, sentence)) = target {
            super::browse::focus(self, Pane::Source);
            self.read(Cursor { source, sentence });
        }
    }

    /// Says how much was found.
    pub(super) fn say_hits(&mut self) {
        let Some(active) = &self.search else {
            return;
        };
        let (events, sentences) = (active.hits.events.len(), active.hits.sentences.len());
        let query = active.search.query();
        if active.is_under_way() {
            self.message = Some(Message::note(format!("searching for “{query}”…")));
            return;
        }
        self.message = Some(if events + sentences == 0 {
            let filtered = if self.active_filter().is_empty() {
                ""
            } else {
                " among the events left"
            };
            Message::warning(format!("“{query}” was not found{filtered}"))
        } else {
            let (events, sentences) = (count(events, "event"), count(sentences, "sentence"));
            Message::note(format!(
                "“{query}”: {events}, {sentences} · n next, N previous"
            ))
        });
    }
}

/// The place of the `times`-th of so many items after (or before) a spot, going round the ends. So many items stand before the
/// spot and so many up to it.
fn around(length: usize, (before, up_to): (usize, usize), times: usize, forward: bool) -> usize {
    let length = length.max(1);
    let steps = times.max(1) - 1;
    if forward {
        (up_to + steps) % length
    } else {
        (before + length - 1 + (length - steps % length)) % length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_are_walked_in_both_directions_and_round_the_ends() {
        // Three hits; the spot is between the first two, on the second, on the last, on the first.
        assert_eq!(around(3, (1, 1), 1, true), 1);
        assert_eq!(around(3, (1, 2), 1, true), 2);
        assert_eq!(around(3, (2, 3), 1, true), 0);
        assert_eq!(around(3, (0, 1), 2, true), 2);
        assert_eq!(around(3, (1, 2), 1, false), 0);
        assert_eq!(around(3, (0, 1), 1, false), 2);
        assert_eq!(around(3, (1, 1), 1, false), 0);
    }
}
