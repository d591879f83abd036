//! Which slice found belongs to which slice by hand. What they say is compared elsewhere.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::set::Slice;

/// Code points that two slices share; not positive if they share none.
pub(crate) fn overlap(one: &Slice, other: &Slice) -> i64 {
    one.end.min(other.end) - one.start.max(other.start)
}

pub(crate) fn touches(one: &Slice, others: &[Slice]) -> bool {
    others.iter().any(|other| overlap(one, other) > 0)
}

/// Pairs of indexes, one to one, the largest overlap first.
pub(crate) fn pairs(gold: &[&Slice], found: &[&Slice]) -> Vec<(usize, usize)> {
    let mut all: Vec<(i64, usize, usize)> = Vec::new();
    for (at, one) in gold.iter().enumerate() {
        let with = found
            .iter()
            .enumerate()
            .map(|(other, slice)| (overlap(one, slice), at, other));
        all.extend(with.filter(|(shared, ..)| *shared > 0));
    }
    all.sort_by_key(|(shared, ..)| Reverse(*shared));
    let (mut left, mut right) = (HashSet::new(), HashSet::new());
    let mut chosen = Vec::new();
    for (_, one, other) in all {
        if !left.contains(&one) && !right.contains(&other) {
            left.insert(one);
            right.insert(other);
            chosen.push((one, other));
        }
    }
    chosen
}
