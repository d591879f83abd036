//! Ids and names as numbers, in the order in which they were first seen. What they name is not known here.

use rustc_hash::FxHashMap;

/// Each name once, by its number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    numbers: FxHashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
}

impl Names {
    /// The number of a name, a new one if it was not seen before.
    pub(crate) fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.numbers.insert(name.into(), number);
        self.names.push(name.into());
        number
    }

    /// Adds a name under a number of its own, also where it was seen: it is found by the first.
    pub(crate) fn add(&mut self, name: &str) {
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.numbers.entry(name.into()).or_insert(number);
        self.names.push(name.into());
    }

    /// The number of a name that was seen.
    pub(crate) fn find(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    /// The name with a number.
    pub(crate) fn name(&self, number: u32) -> Option<&str> {
        self.names.get(number as usize).map(AsRef::as_ref)
    }

    /// All names in the order of their numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(AsRef::as_ref)
    }

    /// The names with these numbers and larger ones.
    pub(crate) fn since(&self, number: usize) -> impl Iterator<Item = &str> {
        self.names.iter().skip(number).map(AsRef::as_ref)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }
}
