//! Searches and filters that run beside the keyboard, where a timeline is so large that a key would wait for them. What they find
//! is decided in `search` and `filter`.

use super::Store;
use super::beside::{Beside, Wake};
use super::filter::{Filter, Filterable};
use super::index::EventIx;
use super::search::Search;
use super::view::View;

/// A search under way, for the events that it finds by their words.
pub(crate) type Seeking = Beside<Vec<EventIx>>;

/// A filter that is being applied.
pub(crate) type Filtering = Beside<View>;

/// Text that is searched between two keys without being felt, in bytes.
const AT_ONCE: usize = 4 << 20;

/// Events that are filtered between two keys without being felt.
const FILTERED_AT_ONCE: usize = if cfg!(test) { 1_000 } else { 100_000 };

impl Store {
    /// Begins a search on other threads, if there is so much text that it would be felt and somebody who can be woken.
    #[must_use]
    pub(crate) fn seek(&self, search: &Search) -> Option<Seeking> {
        let wake = self.wake.clone()?;
        let texts = self.columns.iter().map(|(_, chunk)| chunk.text_bytes());
        if texts.sum::<usize>() < AT_ONCE {
            return None;
        }
        let (search, columns) = (search.clone(), self.columns.clone());
        Some(Beside::start(wake, move |cancelled| {
            search.scan(&columns, cancelled)
        }))
    }

    /// Begins to apply a filter on another thread, if there are so many events that it would be felt and somebody who can be
    /// woken. While events arrive, filters are applied to those that are there, at once.
    #[must_use]
    pub(crate) fn filter_beside(&self, filter: &Filter) -> Option<Filtering> {
        let wake = self.wake.clone()?;
        if filter.is_empty() || self.len() < FILTERED_AT_ONCE || self.is_arriving() {
            return None;
        }
        let (filter, all) = (filter.clone(), Filterable::of(self));
        Some(Beside::start(wake, move |cancelled| {
            let kept = filter.kept(&all, cancelled)?;
            Some(View::of(all.order, kept))
        }))
    }

    /// Whom to wake when something has come.
    pub fn set_wake(&mut self, wake: Wake) {
        self.wake = Some(wake);
    }
}
