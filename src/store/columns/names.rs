//! Ids and names as numbers, in the order in which they were first seen. What they name is not known here.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxBuildHasher;

use super::texts::Texts;

/// Each name once, by its number. The names stand in one piece of memory: there may be as many as events.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    numbers: HashTable<u32>,
    names: Texts,
}

fn hash(name: &str) -> u64 {
    FxBuildHasher.hash_one(name)
}

impl Names {
    /// The number of a name, a new one if it was not seen before.
    pub(crate) fn number(&mut self, name: &str) -> u32 {
        let names = &self.names;
        let is_it = |number: &u32| names.get(*number as usize) == name;
        let hash_of = |number: &u32| hash(names.get(*number as usize));
        match self.numbers.entry(hash(name), is_it, hash_of) {
            Entry::Occupied(found) => *found.get(),
            Entry::Vacant(free) => {
                let number = u32::try_from(names.len()).unwrap_or(u32::MAX);
                free.insert(number);
                self.names.push(name);
                number
            }
        }
    }

    /// Adds a name under a number of its own, also where it was seen: it is found by the first.
    pub(crate) fn add(&mut self, name: &str) {
        let before = self.names.len();
        let number = self.number(name);
        if (number as usize) < before {
            self.names.push(name);
        }
    }

    /// The number of a name that was seen.
    pub(crate) fn find(&self, name: &str) -> Option<u32> {
        let is_it = |number: &u32| self.names.get(*number as usize) == name;
        self.numbers.find(hash(name), is_it).copied()
    }

    /// The name with a number.
    pub(crate) fn name(&self, number: u32) -> Option<&str> {
        let number = number as usize;
        (number < self.names.len()).then(|| self.names.get(number))
    }

    /// All names in the order of their numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.since(0)
    }

    /// The names with these numbers and larger ones.
    pub(crate) fn since(&self, number: usize) -> impl Iterator<Item = &str> {
        (number..self.names.len()).map(|number| self.names.get(number))
    }

    /// Forgets all of them and keeps their room.
    pub(super) fn clear(&mut self) {
        self.numbers.clear();
        self.names.clear();
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_number_and_one_that_is_added_twice_is_found_by_its_first() {
        let mut names = Names::default();
        assert_eq!(
            ["a", "b", "a", ""].map(|name| names.number(name)),
            [0, 1, 0, 2]
        );
        names.add("b");
        assert_eq!(
            (names.find("b"), names.name(3), names.len()),
            (Some(1), Some("b"), 4)
        );
        assert_eq!(names.number("c"), 4);
        assert_eq!((names.find("d"), names.name(5)), (None, None));
    }
}
