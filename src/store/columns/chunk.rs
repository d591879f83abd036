//! A run of events column by column, never changed once it is made. How it is made is in `maker`.

use memchr::memmem::Finder;

use super::ends::Ends;
use super::facts::{Facts, Mark};
use super::said::{Said, Voice};
use super::texts::{END, Texts};
use crate::model::{Bounds, Date, Day, SortKey};

/// What an actor does in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// It takes part.
    Participates = 0,
    /// It is where it happened.
    Hosts = 1,
    /// It says so.
    Speaks = 2,
}

/// An actor in an event, by its number, and what it does there, in 32 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Involved(u32);

impl Involved {
    pub(super) const fn new(actor: u32, part: Part) -> Self {
        Self(actor << 2 | part as u32)
    }

    pub(crate) const fn actor(self) -> u32 {
        self.0 >> 2
    }

    /// Whether the actor has a number in the timeline.
    pub(crate) const fn is_known(self) -> bool {
        self.actor() != NONE >> 2
    }

    pub(crate) const fn part(self) -> Part {
        match self.0 & 0b11 {
            0 => Part::Participates,
            1 => Part::Hosts,
            _ => Part::Speaks,
        }
    }
}

/// Where the record of an event stands in its file: bytes from the start of the chunk's block, and lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) offset: u32,
    pub(crate) length: u32,
    /// From the first line of the chunk's block.
    pub(crate) line: u32,
}

/// No number: an event that has no source.
pub(crate) const NONE: u32 = u32::MAX;

/// A run of events in the order of their file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chunk {
    pub(super) ids: Texts,
    pub(super) titles: Texts,
    /// Titles in other languages and the words of all anchors.
    pub(super) words: Texts,
    /// The first day of each date.
    pub(super) earliest: Vec<Day>,
    /// The places of those whose date is more than that one day.
    pub(super) spread: Vec<u32>,
    /// The last day of those.
    pub(super) latest: Vec<Day>,
    /// Their dates as EDTF: the leading claim's first, then those that differ.
    pub(super) dates: Texts,
    pub(super) facts: Vec<Facts>,
    pub(super) sentences: Vec<u16>,
    pub(super) sources: Vec<u32>,
    pub(super) involved: Vec<Involved>,
    pub(super) involved_ends: Ends,
    /// On whom each claim rests, in the order of the claims.
    pub(super) said: Vec<Said>,
    pub(super) said_ends: Ends,
    pub(super) records: Vec<Placed>,
    /// Where the block of its records begins: byte and line of the file, both from 0.
    pub(crate) block: (u64, u64),
}

impl Chunk {
    /// Forgets all events and keeps their room.
    pub(super) fn clear(&mut self) {
        self.ids.clear();
        self.titles.clear();
        self.words.clear();
        self.earliest.clear();
        self.spread.clear();
        self.latest.clear();
        self.dates.clear();
        self.facts.clear();
        self.sentences.clear();
        self.sources.clear();
        self.involved.clear();
        self.involved_ends.clear();
        self.said.clear();
        self.said_ends.clear();
        self.records.clear();
    }

    pub(crate) fn len(&self) -> usize {
        self.facts.len()
    }

    pub(crate) fn id(&self, place: usize) -> &str {
        self.ids.get(place)
    }

    /// The place of the event with an id, which the finder looks for.
    pub(super) fn find_id(&self, finder: &Finder<'_>, id: &str) -> Option<usize> {
        let all = self.ids.all();
        let mut hits = finder.find_iter(all.as_bytes());
        hits.find_map(|byte| {
            let place = self.ids.place_of(byte);
            (self.ids.get(place) == id).then_some(place)
        })
    }

    pub(crate) fn title(&self, place: usize) -> &str {
        self.titles.get(place)
    }

    pub(crate) const fn titles(&self) -> &Texts {
        &self.titles
    }

    pub(crate) const fn words(&self) -> &Texts {
        &self.words
    }

    /// Bytes of the texts that a search looks at.
    pub(crate) fn text_bytes(&self) -> usize {
        self.titles.all().len() + self.words.all().len()
    }

    pub(crate) fn facts(&self, place: usize) -> Facts {
        self.facts.get(place).copied().unwrap_or_default()
    }

    pub(crate) fn sentences(&self, place: usize) -> usize {
        self.sentences.get(place).copied().unwrap_or(0).into()
    }

    pub(crate) fn source(&self, place: usize) -> Option<u32> {
        let source = self.sources.get(place).copied();
        source.filter(|source| *source != NONE)
    }

    pub(crate) fn record(&self, place: usize) -> Option<Placed> {
        self.records.get(place).copied()
    }

    pub(crate) fn involved(&self, place: usize) -> &[Involved] {
        run(&self.involved, &self.involved_ends, place)
    }

    /// On whom each claim of an event rests.
    pub(crate) fn said(&self, place: usize) -> &[Said] {
        run(&self.said, &self.said_ends, place)
    }

    /// The days of the event's date, without its time of day.
    pub(crate) fn days(&self, place: usize) -> Option<(Day, Day)> {
        let facts = self.facts(place);
        if !facts.has(Mark::Dated) {
            return None;
        }
        let earliest = *self.earliest.get(place)?;
        if facts.has(Mark::PlainDay) {
            return Some((earliest, earliest));
        }
        Some((earliest, *self.latest.get(self.spread_at(place)?)?))
    }

    /// Where among those with more than one plain day the event at a place is.
    fn spread_at(&self, place: usize) -> Option<usize> {
        let place = u32::try_from(place).ok()?;
        self.spread.binary_search(&place).ok()
    }

    /// The bounds of the event's date, with its time of day where it has one.
    pub(crate) fn bounds(&self, place: usize) -> Option<Bounds> {
        let (earliest, latest) = self.days(place)?;
        if self.facts(place).has(Mark::Timed) {
            return self.date(place).map(|date| date.bounds());
        }
        Some(Bounds::days(earliest, latest))
    }

    /// The date of the event: its leading claim's.
    pub(crate) fn date(&self, place: usize) -> Option<Date> {
        let dated = self.facts(place).has(Mark::Dated);
        dated.then(|| self.claim_dates(place).into_iter().next())?
    }

    /// The dates that its claims give it, those with the same bounds once; the leading one's first.
    pub(crate) fn claim_dates(&self, place: usize) -> Vec<Date> {
        let facts = self.facts(place);
        if facts.has(Mark::PlainDay) {
            let day = self.earliest.get(place).map(ToString::to_string);
            return day
                .and_then(|day| Date::parse(&day).ok())
                .into_iter()
                .collect();
        }
        let spread = self.spread_at(place);
        let texts = spread
            .map_or("", |spread| self.dates.get(spread))
            .split(END);
        texts.filter_map(|text| Date::parse(text).ok()).collect()
    }

    /// The place of an event in time, whose first words stand there in their source.
    pub(crate) fn sort_key(&self, place: usize, first: u32) -> SortKey {
        SortKey::new(self.bounds(place), first as usize)
    }

    /// Gives up the sources: whole events have them.
    pub(crate) fn forget_sources(&mut self) {
        self.sources = Vec::new();
    }

    /// Notes that an event rests on an inferred publication date.
    pub(crate) fn rest_on_inferred(&mut self, place: usize) {
        if let Some(facts) = self.facts.get_mut(place) {
            facts.set(Mark::Inferred, true);
        }
    }

    /// Gives every outlet the number that it has in the whole timeline.
    pub(crate) fn renumber_outlets(&mut self, outlets: &[u32]) {
        for said in &mut self.said {
            if let Voice::Outlet(outlet) = said.voice() {
                let outlet = outlets.get(outlet as usize).copied().unwrap_or(NONE);
                *said = Said::new(Voice::Outlet(outlet), said.denies());
            }
        }
    }

    /// Gives every actor and source the number that it has in the whole timeline.
    pub(crate) fn renumber(&mut self, actors: &[u32], sources: &[u32]) {
        let now = |numbers: &[u32], old: u32| numbers.get(old as usize).copied().unwrap_or(NONE);
        for involved in &mut self.involved {
            let actor = now(actors, involved.actor());
            *involved = Involved::new(actor, involved.part());
        }
        for source in &mut self.sources {
            *source = now(sources, *source);
        }
        for said in &mut self.said {
            let voice = match said.voice() {
                Voice::Actor(actor) => Voice::Actor(now(actors, actor)),
                Voice::Source(source) => Voice::Source(now(sources, source)),
                voice @ (Voice::Outlet(_) | Voice::Record) => voice,
            };
            *said = Said::new(voice, said.denies());
        }
    }
}

/// What belongs to a place among things that stand end to end.
fn run<'c, T>(all: &'c [T], ends: &Ends, place: usize) -> &'c [T] {
    let range = ends.range(place);
    range.and_then(|range| all.get(range)).unwrap_or(&[])
}
