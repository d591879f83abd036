//! Where each of many short runs ends that stand end to end: 2 bytes each, and 4 for every so many. What they are runs of is not
//! known here.

use std::ops::Range;

/// So many runs are counted from one place.
const SHARED: usize = 32;

/// The bounds of runs, by their place.
#[derive(Debug, Clone, Default)]
pub(super) struct Ends {
    /// How long each is; [`u16::MAX`] where it stands in `long`.
    lengths: Vec<u16>,
    /// Where every so manieth one starts.
    starts: Vec<u32>,
    /// The lengths of those that are too long for 16 bits, by place.
    long: Vec<(usize, u32)>,
    /// Where the last one ends.
    end: u32,
}

impl Ends {
    /// Ends the run that began where the last one ended. Beyond 4 GiB in all, runs are empty: no chunk comes near.
    pub(super) fn push(&mut self, end: usize) {
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        let length = end.saturating_sub(self.end);
        let place = self.lengths.len();
        if place.is_multiple_of(SHARED) {
            self.starts.push(self.end);
        }
        let short = u16::try_from(length).unwrap_or(u16::MAX);
        if short == u16::MAX {
            self.long.push((place, length));
        }
        self.lengths.push(short);
        self.end = end;
    }

    /// The bounds of a run.
    pub(super) fn range(&self, place: usize) -> Option<Range<usize>> {
        let first = place / SHARED * SHARED;
        let start = *self.starts.get(place / SHARED)? as usize;
        let before = self.lengths.get(first..place)?;
        let before: usize = (first..).zip(before).map(|one| self.length(one)).sum();
        let own = self.length((place, self.lengths.get(place)?));
        Some(start + before..start + before + own)
    }

    fn length(&self, (place, short): (usize, &u16)) -> usize {
        if *short < u16::MAX {
            return usize::from(*short);
        }
        let found = self.long.binary_search_by_key(&place, |(long, _)| *long);
        let long = found.ok().and_then(|found| self.long.get(found));
        long.map_or(0, |(_, length)| *length as usize)
    }

    /// The place of the run in which something stands; how many there are, if it stands behind all.
    pub(super) fn place_of(&self, at: usize) -> usize {
        let after = self.starts.partition_point(|start| *start as usize <= at);
        let shared = after.saturating_sub(1);
        let first = shared * SHARED;
        let mut end = self.starts.get(shared).copied().unwrap_or(0) as usize;
        let lengths = self.lengths.get(first..).unwrap_or(&[]);
        for one in (first..).zip(lengths) {
            end += self.length(one);
            if end > at {
                return one.0;
            }
        }
        self.lengths.len()
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Forgets all of them and keeps their room.
    pub(super) fn clear(&mut self) {
        self.lengths.clear();
        self.starts.clear();
        self.long.clear();
        self.end = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_run_is_where_it_was_put_and_found_by_what_stands_in_it(
            lengths in proptest::collection::vec(prop_oneof![8 => 0..40_usize, 1 => 65_530..65_540_usize], 0..100)
        ) {
            let mut ends = Ends::default();
            let mut end = 0;
            for length in &lengths {
                end += length;
                ends.push(end);
            }
            prop_assert_eq!(ends.len(), lengths.len());
            let mut start = 0;
            for (place, length) in lengths.iter().enumerate() {
                prop_assert_eq!(ends.range(place), Some(start..start + length));
                if *length > 0 {
                    prop_assert_eq!(ends.place_of(start), place);
                    prop_assert_eq!(ends.place_of(start + length - 1), place);
                }
                start += length;
            }
            prop_assert_eq!(ends.range(lengths.len()), None);
            prop_assert_eq!(ends.place_of(start), lengths.len());
        }
    }
}
