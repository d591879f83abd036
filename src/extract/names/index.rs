//! Things by a word that each has: a sorted list, which needs no memory of its own for each word.

/// Things by the hash of a word; those of one word in their own order.
pub(super) struct Index<T>(Vec<(u64, T)>);

impl<T: Ord + Copy> Index<T> {
    pub(super) fn new(mut list: Vec<(u64, T)>) -> Self {
        list.sort_unstable();
        Self(list)
    }

    /// Those of a word.
    pub(super) fn of(&self, word: u64) -> impl DoubleEndedIterator<Item = T> {
        let from = self.0.partition_point(|(other, _)| *other < word);
        let rest = self.0.get(from..).unwrap_or_default();
        let count = rest.partition_point(|(other, _)| *other == word);
        rest.get(..count)
            .unwrap_or_default()
            .iter()
            .map(|(_, thing)| *thing)
    }

    /// The last one of a word that comes before a thing.
    pub(super) fn last_before(&self, word: u64, thing: &T) -> Option<T> {
        let earlier = self.0.partition_point(|one| *one < (word, *thing));
        let (other, last) = self.0.get(earlier.checked_sub(1)?)?;
        (*other == word).then_some(*last)
    }

    /// Those of each word together.
    pub(super) fn alike(&self) -> impl Iterator<Item = &[(u64, T)]> {
        self.0.chunk_by(|(one, _), (other, _)| one == other)
    }
}
