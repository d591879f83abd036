//! Which lanes there are: one for each group that has events left, the fullest first. Where they stand on the screen is in
//! `picture`.

use std::borrow::Cow;
use std::sync::Arc;

use roaring::RoaringBitmap;

use super::extent::known_moments;
use super::moment::Moment;
use crate::store::{EventIx, GroupBy, GroupKey, Groups, Store, View};

/// One lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lane {
    /// The group whose events it holds.
    pub key: GroupKey,
    /// How many of them are left.
    pub count: usize,
}

/// The lanes of a view, and what else depends on the view alone. It holds until the view is another one.
#[derive(Debug, Clone, Default)]
pub struct LaneTable {
    of: Option<(u64, GroupBy)>,
    groups: Arc<Groups>,
    lanes: Vec<Lane>,
    moments: Arc<Vec<Moment>>,
    undated: usize,
}

impl LaneTable {
    /// The lanes of a view; none while its events are in the order of the file, and none where the store cannot group them so.
    /// `before` may be the table of an earlier view: what still holds of it is taken over.
    #[must_use]
    pub fn new(store: &Store, view: &View, by: GroupBy, before: &Self) -> Self {
        let of = Some((view.number(), by));
        let empty = Self {
            of,
            ..Self::default()
        };
        if !view.is_in_time() {
            return empty;
        }
        let groups = match before.groups.are_of(store, by) {
            true => Arc::clone(&before.groups),
            false => match Groups::new(store, by) {
                Some(groups) => Arc::new(groups),
                None => return empty,
            },
        };
        let moments = match before
            .of
            .is_some_and(|(view, _)| Some(view) == of.map(|of| of.0))
        {
            true => Arc::clone(&before.moments),
            false => Arc::new(known_moments(store, view)),
        };
        Self {
            of,
            lanes: lanes(store, view, &groups),
            groups,
            moments,
            undated: view.undated(),
        }
    }

    /// Whether it is that of this view, grouped so.
    #[must_use]
    pub fn is_of(&self, view: &View, by: GroupBy) -> bool {
        self.of == Some((view.number(), by))
    }

    /// The lanes, the fullest first, those of events that are in no group last.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// The place of a lane.
    #[must_use]
    pub fn place(&self, key: GroupKey) -> Option<usize> {
        self.lanes.iter().position(|lane| lane.key == key)
    }

    /// The moments at which the view's events begin and end.
    #[must_use]
    pub fn moments(&self) -> &[Moment] {
        &self.moments
    }

    /// How many of the view's events have no date.
    #[must_use]
    pub const fn undated(&self) -> usize {
        self.undated
    }

    /// What a lane is called.
    #[must_use]
    pub fn name(&self, store: &Store, key: GroupKey) -> String {
        self.groups.name(store, key)
    }

    /// The ranks of a lane's events that are left.
    #[must_use]
    pub fn events<'a>(
        &'a self,
        store: &'a Store,
        view: &View,
        key: GroupKey,
    ) -> Cow<'a, RoaringBitmap> {
        view.left_of(self.groups.events(store, key))
    }

    /// The first lane that holds an event.
    #[must_use]
    pub fn lane_of(&self, store: &Store, event: EventIx) -> Option<GroupKey> {
        let lanes = self.lanes.iter().map(|lane| lane.key);
        lanes.into_iter().find(|key| self.holds(store, *key, event))
    }

    /// Whether a lane holds an event.
    #[must_use]
    pub fn holds(&self, store: &Store, key: GroupKey, event: EventIx) -> bool {
        self.groups.events(store, key).contains(store.rank(event))
    }
}

fn lanes(store: &Store, view: &View, groups: &Groups) -> Vec<Lane> {
    let counted = groups.iter(store);
    let counted = counted.map(|(key, events)| ((key, view.count_of(events)), events));
    let mut lanes: Vec<((GroupKey, usize), &RoaringBitmap)> =
        counted.filter(|((_, count), _)| *count > 0).collect();
    let first = |events: &RoaringBitmap| match view.is_whole() {
        true => events.min(),
        false => view.left_of(events).min(),
    };
    // Ties go to the one that begins first: its first event is looked up only where it decides.
    lanes.sort_by(|((one, left), events), ((other, right), others)| {
        let rest = (*one == GroupKey::Rest).cmp(&(*other == GroupKey::Rest));
        rest.then_with(|| right.cmp(left))
            .then_with(|| first(events).cmp(&first(others)))
    });
    let lanes = lanes.into_iter();
    lanes.map(|((key, count), _)| Lane { key, count }).collect()
}
