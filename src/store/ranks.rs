//! Events by rank: their place in the order of the whole store, which bitmaps count in. What a filter leaves is in `view`.

use std::borrow::Cow;

use roaring::RoaringBitmap;

use super::Store;
use super::columns::Mark;
use super::index::EventIx;
use super::view::View;
use crate::model::{Bounds, Day};

impl Store {
    /// The rank of an event; beyond all others for an event of another timeline.
    #[must_use]
    pub fn rank(&self, event: EventIx) -> u32 {
        self.rank_of(event)
    }

    /// The event at a rank.
    #[must_use]
    pub fn at_rank(&self, rank: u32) -> Option<EventIx> {
        self.order.event(rank)
    }

    /// The first rank from which on events begin on this day or later, those without a date behind all others; 0 while the
    /// events are in the order of the file.
    #[must_use]
    pub fn rank_from(&self, day: Day) -> u32 {
        self.order.first_from(day).unwrap_or(0)
    }

    /// How many events have a date: they have the first ranks.
    #[must_use]
    pub fn dated(&self) -> u32 {
        self.rank_from(Day::MAX)
    }

    /// The ranks of events that began before a day and reach it by their leading claim's date.
    #[must_use]
    pub fn reaching(&self, day: Day) -> RoaringBitmap {
        let days = Bounds::days(day, day.plus(-1));
        let ranks = self.order.touching(&days);
        ranks.map_or_else(RoaringBitmap::new, |ranks| {
            RoaringBitmap::from_sorted_iter(ranks).unwrap_or_default()
        })
    }

    /// The ranks of events to which claims that do not lead give dates of their own.
    #[must_use]
    pub fn more_dates(&self) -> &RoaringBitmap {
        self.index.more_dates()
    }

    /// The day of an event whose date is one whole day that nothing qualifies or disputes.
    #[must_use]
    pub fn plain_day(&self, event: EventIx) -> Option<Day> {
        let (chunk, place) = self.columns.locate(event)?;
        let is_plain = chunk.facts(place).has(Mark::PlainDay);
        is_plain.then(|| chunk.days(place).map(|(day, _)| day))?
    }
}

impl View {
    /// Whether no event is left out.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.kept().is_none()
    }

    /// Those of some ranks that are left.
    #[must_use]
    pub fn left_of<'a>(&self, ranks: &'a RoaringBitmap) -> Cow<'a, RoaringBitmap> {
        match self.kept() {
            None => Cow::Borrowed(ranks),
            Some(kept) => Cow::Owned(ranks & kept),
        }
    }

    /// How many of some ranks are left.
    #[must_use]
    pub fn count_of(&self, ranks: &RoaringBitmap) -> usize {
        let count = match self.kept() {
            None => ranks.len(),
            Some(kept) => ranks.intersection_len(kept),
        };
        usize::try_from(count).unwrap_or(usize::MAX)
    }
}
