//! The events of a view by the mouth that they rest on: how many on each, and an order in which every event stands once.
//! Lines of the screen are in `lines`.

use std::cmp::Reverse;

use super::super::Store;
use super::super::index::EventIx;
use super::super::view::View;
use super::MouthIx;
use super::lines::ladders;

/// On whom an event rests, in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestsOn {
    /// All claims that assert it are this one's.
    Only(MouthIx),
    /// At least two mouths assert it.
    Several,
    /// No claim asserts it, or nobody is named.
    Nobody,
}

/// How many events of a view rest on a mouth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The mouth.
    pub mouth: MouthIx,
    /// Events that rest on it alone.
    pub alone: usize,
    /// Events that it asserts, alone or beside others.
    pub all: usize,
    /// The first of these in the order of time.
    pub first: EventIx,
}

/// Events that rest on the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TallyGroup {
    /// On whom.
    pub on: RestsOn,
    /// Place of the first one in the tally's order.
    pub start: usize,
}

/// The events of a view by the mouth that they rest on. Every event stands in it once: those on one mouth under that mouth, the
/// mouth with the most of them first, then those on several, then those on nobody; in each group in the view's order.
#[derive(Debug, Default)]
pub struct Tally {
    shares: Vec<Share>,
    groups: Vec<TallyGroup>,
    events: Vec<EventIx>,
    /// For each place how many lines of ladders stand before it; one entry more than there are events.
    pub(super) ladders: Vec<u32>,
    alone: usize,
}

/// An event on its way to its place.
struct Placed {
    on: RestsOn,
    event: EventIx,
    ladders: u32,
}

/// What is counted of one mouth.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    alone: u32,
    all: u32,
    first: EventIx,
}

impl Count {
    fn add(&mut self, event: EventIx, alone: bool) {
        if self.all == 0 {
            self.first = event;
        }
        self.all += 1;
        self.alone += u32::from(alone);
    }
}

impl Tally {
    pub(in crate::store) fn new(store: &Store, view: &View) -> Self {
        let mouths = store.mouths();
        let mut counts = vec![Count::default(); mouths.len()];
        let mut all: Vec<Placed> = Vec::with_capacity(view.len());
        for event in view.iter() {
            let said = store.said(event);
            let on = mouths.rests_on(said);
            let ladders = ladders(said.len());
            all.push(Placed { on, event, ladders });
            let mut add = |mouth: MouthIx, alone: bool| {
                if let Some(count) = counts.get_mut(mouth.at()) {
                    count.add(event, alone);
                }
            };
            match on {
                RestsOn::Only(mouth) => add(mouth, true),
                RestsOn::Several => mouths.each(said, |mouth| add(mouth, false)),
                RestsOn::Nobody => {}
            }
        }
        let mut tally = Self {
            shares: shares(&counts),
            ..Self::default()
        };
        tally.arrange(mouths.len(), &all);
        tally
    }

    /// Puts the events into their groups: a counting sort, which keeps their order within each.
    fn arrange(&mut self, mouths: usize, all: &[Placed]) {
        let (several, nobody) = (mouths, mouths + 1);
        let key = |on: RestsOn| match on {
            RestsOn::Only(mouth) => mouth.at(),
            RestsOn::Several => several,
            RestsOn::Nobody => nobody,
        };
        let mut next = vec![0_usize; mouths + 2];
        let mut start = 0;
        let alone = self.shares.iter().filter(|share| share.alone > 0);
        let of = |wanted: RestsOn| all.iter().filter(|placed| placed.on == wanted).count();
        let only = alone.map(|share| (RestsOn::Only(share.mouth), share.alone));
        let others = [RestsOn::Several, RestsOn::Nobody].map(|on| (on, of(on)));
        for (on, count) in only.chain(others) {
            if count > 0 {
                self.groups.push(TallyGroup { on, start });
                if let Some(slot) = next.get_mut(key(on)) {
                    *slot = start;
                }
                start += count;
            }
            if matches!(on, RestsOn::Only(_)) {
                self.alone = start;
            }
        }
        self.events = vec![EventIx::default(); all.len()];
        // First how many each has, behind its place; then their sums.
        self.ladders = vec![0; all.len() + 1];
        for placed in all {
            if let Some(place) = next.get_mut(key(placed.on)) {
                if let Some(slot) = self.events.get_mut(*place) {
                    *slot = placed.event;
                }
                *place += 1;
                if let Some(slot) = self.ladders.get_mut(*place) {
                    *slot = placed.ladders;
                }
            }
        }
        let mut before = 0_u32;
        for ladders in &mut self.ladders {
            before = before.saturating_add(*ladders);
            *ladders = before;
        }
    }

    /// The mouths that assert any of the events: those on which most rest alone come first, then those that say most.
    #[must_use]
    pub fn shares(&self) -> &[Share] {
        &self.shares
    }

    /// The groups, in their order.
    #[must_use]
    pub fn groups(&self) -> &[TallyGroup] {
        &self.groups
    }

    /// How many events rest on one mouth only.
    #[must_use]
    pub const fn alone(&self) -> usize {
        self.alone
    }

    /// How many events there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The event at a place.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<EventIx> {
        self.events.get(place).copied()
    }

    /// The events in the tally's order.
    pub fn iter(&self) -> impl Iterator<Item = EventIx> {
        self.events.iter().copied()
    }

    /// The place of an event, if it is in the view.
    #[must_use]
    pub fn place(&self, store: &Store, event: EventIx) -> Option<usize> {
        let on = store.mouths().rests_on(store.said(event));
        let group = self.groups.iter().position(|group| group.on == on)?;
        let range = self.range(group);
        let start = range.start;
        let within = self.events.get(range)?;
        let rank = store.rank_of(event);
        let found = within.binary_search_by_key(&rank, |other| store.rank_of(*other));
        found.ok().map(|place| start + place)
    }

    /// The group that the event at a place stands in.
    #[must_use]
    pub fn group_of(&self, place: usize) -> Option<usize> {
        let after = self.groups.partition_point(|group| group.start <= place);
        after.checked_sub(1)
    }

    /// The places of a group's events.
    #[must_use]
    pub fn range(&self, group: usize) -> std::ops::Range<usize> {
        let start = |group: usize| self.groups.get(group).map(|group| group.start);
        let end = start(group + 1).unwrap_or(self.len());
        start(group).unwrap_or(end)..end
    }
}

fn shares(counts: &[Count]) -> Vec<Share> {
    let counted = (0..).map(MouthIx).zip(counts);
    let mut shares: Vec<Share> = counted
        .filter(|(_, count)| count.all > 0)
        .map(|(mouth, count)| Share {
            mouth,
            alone: count.alone as usize,
            all: count.all as usize,
            first: count.first,
        })
        .collect();
    shares.sort_by_key(|share| (Reverse(share.alone), Reverse(share.all), share.mouth));
    shares
}
