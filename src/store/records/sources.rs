//! The sources of a file: their ids and where their records stand. The thread that reads adds to them while the one that draws
//! looks them up.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::super::columns::Names;

/// Where the record of a source stands in its file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlacedSource {
    pub(crate) offset: u64,
    pub(crate) length: u32,
    /// The line of the file, counted from 1.
    pub(crate) line: u32,
    /// Its publication date was concluded.
    pub(crate) published_inferred: bool,
    /// Its publisher, else its author, by the number of that name.
    pub(crate) outlet: Option<u32>,
    /// Its title, where it has neither, by the number of that name.
    pub(crate) title: Option<u32>,
}

/// The sources that were named so far, by their number.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    names: Names,
    placed: Vec<Option<PlacedSource>>,
}

impl Sources {
    /// The numbers of the names of a chunk, new ones for those that were not seen before.
    pub(crate) fn number(&mut self, of_chunk: &Names) -> Vec<u32> {
        let numbers = of_chunk
            .iter()
            .map(|name| self.names.number(name))
            .collect();
        self.placed.resize(self.names.len(), None);
        numbers
    }

    /// Takes note of where a source's record stands; whether it is the first record of this source.
    pub(crate) fn place(&mut self, number: u32, placed: PlacedSource) -> bool {
        match self.placed.get_mut(number as usize) {
            Some(slot @ None) => {
                *slot = Some(placed);
                true
            }
            _ => false,
        }
    }

    /// Where the record of a source stands; `None` where it has none.
    pub(crate) fn placed(&self, number: u32) -> Option<PlacedSource> {
        *self.placed.get(number as usize)?
    }

    /// The numbers of all sources in the order of their records; those without one come last.
    pub(crate) fn in_file_order(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = (0..).take(self.placed.len()).collect();
        numbers.sort_by_key(|number| {
            let placed = self.placed(*number);
            placed.map_or(u64::MAX, |placed| placed.offset)
        });
        numbers
    }

    /// The number of a source that was named.
    pub(crate) fn find(&self, id: &str) -> Option<u32> {
        self.names.find(id)
    }

    /// The id of a source.
    pub(crate) fn id(&self, number: u32) -> Option<&str> {
        self.names.name(number)
    }

    /// The ids of those that have no record.
    pub(crate) fn missing(&self) -> impl Iterator<Item = &str> {
        let all = self.names.iter().zip(&self.placed);
        all.filter(|(_, placed)| placed.is_none()).map(|(id, _)| id)
    }

    pub(crate) const fn len(&self) -> usize {
        self.placed.len()
    }
}

/// Sources that two threads share.
#[derive(Debug, Clone, Default)]
pub(crate) struct SharedSources(Arc<RwLock<Sources>>);

impl SharedSources {
    /// To look something up. A thread that broke off in the middle leaves whole entries behind.
    pub(crate) fn read(&self) -> RwLockReadGuard<'_, Sources> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// To add something.
    pub(crate) fn write(&self) -> RwLockWriteGuard<'_, Sources> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}
