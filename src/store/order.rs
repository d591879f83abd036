//! The order in which events are shown: that of their file until all are there, then that of time. Which are shown is in
//! `view`.

use roaring::RoaringBitmap;

use super::columns::Columns;
use super::heading::{Group, Heading, heading};
use super::index::EventIx;
use crate::model::{Bounds, Day, SortKey};

/// An order of all events. A rank is a place in it.
#[derive(Debug, Default)]
pub(crate) struct Order {
    len: u32,
    /// `None`: as in the file.
    time: Option<Time>,
    groups: Vec<Group>,
}

#[derive(Debug)]
struct Time {
    /// The event of each rank, and the rank of each event; `None` where both are the same everywhere.
    moved: Option<(Vec<EventIx>, Vec<u32>)>,
    /// By rank, so that dates are found without a look at the events.
    earliest: Vec<Day>,
    /// The last day of those that have more than one, by rank.
    lasting: Vec<(u32, Day)>,
    /// How many have a date: they come first.
    dated: u32,
}

impl Order {
    /// The order of the file, in which events still arrive.
    pub(crate) fn of_file(len: u32) -> Self {
        let all = Group {
            heading: Heading::AsInFile,
            start: 0,
        };
        Self {
            len,
            time: None,
            groups: if len > 0 { vec![all] } else { Vec::new() },
        }
    }

    /// The order of time: by lower bound, upper bound, first anchor and place in the file.
    /// `first_anchors` tells of each event where its first words stand.
    pub(crate) fn of_time(columns: &Columns, first_anchors: &[u32]) -> Self {
        let moved = sorted(columns, first_anchors);
        let mut time = Time {
            moved: None,
            earliest: Vec::with_capacity(columns.len() as usize),
            lasting: Vec::new(),
            dated: 0,
        };
        let mut groups: Vec<Group> = Vec::new();
        let mut month = Month::default();
        let mut add = |rank: u32, event: EventIx| {
            let days = columns
                .locate(event)
                .and_then(|(chunk, place)| chunk.days(place));
            time.dated += u32::from(days.is_some());
            time.earliest
                .push(days.map_or(Day::MIN, |(earliest, _)| earliest));
            let lasting = days.filter(|(earliest, latest)| latest > earliest);
            time.lasting
                .extend(lasting.map(|(_, latest)| (rank, latest)));
            let heading = month.heading(days);
            if groups.last().is_none_or(|group| group.heading != heading) {
                let start = rank as usize;
                groups.push(Group { heading, start });
            }
        };
        match &moved {
            Some(events) => (0..)
                .zip(events)
                .for_each(|(rank, event)| add(rank, *event)),
            None => (0..columns.len()).for_each(|rank| add(rank, EventIx(rank))),
        }
        time.moved = moved.map(|events| {
            let mut ranks = vec![0; events.len()];
            for (rank, event) in (0..).zip(&events) {
                if let Some(slot) = ranks.get_mut(event.at()) {
                    *slot = rank;
                }
            }
            (events, ranks)
        });
        Self {
            len: columns.len(),
            time: Some(time),
            groups,
        }
    }

    pub(crate) const fn len(&self) -> u32 {
        self.len
    }

    /// Whether it is the order of time.
    pub(crate) const fn is_of_time(&self) -> bool {
        self.time.is_some()
    }

    /// Whether every event's rank is its position in the file.
    pub(crate) fn is_as_in_file(&self) -> bool {
        self.moved().is_none()
    }

    /// What stands above runs of events, and where each begins.
    pub(crate) fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The event at a rank.
    pub(crate) fn event(&self, rank: u32) -> Option<EventIx> {
        match self.moved() {
            Some((events, _)) => events.get(rank as usize).copied(),
            None => (rank < self.len).then_some(EventIx(rank)),
        }
    }

    /// The rank of an event; beyond all others for an event of another timeline.
    pub(crate) fn rank(&self, event: EventIx) -> u32 {
        match self.moved() {
            Some((_, ranks)) => ranks.get(event.at()).copied().unwrap_or(u32::MAX),
            None if event.0 < self.len => event.0,
            None => u32::MAX,
        }
    }

    fn moved(&self) -> Option<&(Vec<EventIx>, Vec<u32>)> {
        self.time.as_ref()?.moved.as_ref()
    }

    /// The first rank from which on events begin on this day or later, those without a date among them; `None` in the order
    /// of the file.
    pub(crate) fn first_from(&self, day: Day) -> Option<u32> {
        let time = self.time.as_ref()?;
        let dated = time.earliest.get(..time.dated as usize)?;
        u32::try_from(dated.partition_point(|earliest| *earliest < day)).ok()
    }

    /// The ranks of dated events that touch these days by their leading claim; `None` in the order of the file.
    pub(crate) fn touching(&self, days: &Bounds) -> Option<RoaringBitmap> {
        let time = self.time.as_ref()?;
        let dated = time.earliest.get(..time.dated as usize)?;
        let begins = |day: Day| dated.partition_point(|earliest| *earliest < day);
        let end = dated.partition_point(|earliest| *earliest <= days.latest);
        let start = begins(days.earliest).min(end);
        // What began before may last until then; what begins then need not be looked at.
        let (start, end) = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
        let earlier = time.lasting.iter().take_while(|(rank, _)| *rank < start);
        let lasting = earlier.filter(|(_, latest)| *latest >= days.earliest);
        let mut ranks: RoaringBitmap = lasting.map(|(rank, _)| *rank).collect();
        ranks.insert_range(start..end);
        Some(ranks)
    }
}

/// The events in the order of time; `None` where the file has them so.
fn sorted(columns: &Columns, first_anchors: &[u32]) -> Option<Vec<EventIx>> {
    let mut keyed: Vec<(SortKey, EventIx)> = Vec::with_capacity(columns.len() as usize);
    for (first, chunk) in columns.iter() {
        let firsts = first_anchors.get(first.at()..).unwrap_or(&[]).iter();
        let firsts = firsts.copied().chain(std::iter::repeat(u32::MAX));
        let keys = (0..chunk.len()).zip(firsts);
        let keys = keys.map(|(place, first)| chunk.sort_key(place, first));
        keyed.extend(keys.zip((first.0..).map(EventIx)));
    }
    if keyed.is_sorted() {
        return None;
    }
    // Each half by a thread of its own; then the sort finds two runs and merges them.
    let middle = keyed.len() / 2;
    let (one, other) = keyed.split_at_mut(middle);
    std::thread::scope(|scope| {
        scope.spawn(|| one.sort());
        other.sort();
    });
    keyed.sort();
    Some(keyed.into_iter().map(|(_, event)| event).collect())
}

/// The heading of the last date, with the days for which it holds: most events have the heading of the one before.
#[derive(Debug, Default)]
struct Month {
    last: Option<(Day, Day, Heading)>,
}

impl Month {
    fn heading(&mut self, days: Option<(Day, Day)>) -> Heading {
        if let (Some((earliest, latest)), Some((first, end, heading))) = (days, self.last)
            && first <= earliest
            && latest <= end
        {
            return heading;
        }
        let heading = heading(days.map(|(earliest, latest)| Bounds::days(earliest, latest)));
        if let Heading::Month(year, month) = heading {
            let month = u8::try_from(month).unwrap_or(1);
            let first = Day::from_ymd(year.into(), month, 1);
            let lasts = [31, 30, 29, 28].into_iter();
            let end = lasts
                .filter_map(|last| Day::from_ymd(year.into(), month, last))
                .next();
            self.last = first.zip(end).map(|(first, end)| (first, end, heading));
        }
        heading
    }
}
