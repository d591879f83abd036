//! What is known of one event: from the columns what its row needs, from the records the whole of it.

use std::borrow::Cow;
use std::rc::Rc;

use super::Store;
use super::anchors::Stop;
use super::columns::{Facts, Mark, Part};
use super::index::{ActorIx, EventIx};
use super::records::{Held, Raw, Records};
use crate::model::{Bounds, Claim, Date, Event, Reasoning, Review, Status, reasoning};

impl Store {
    /// The event with a number on the screen: its place in the order of time, counted from 1.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Option<EventIx> {
        let rank = u32::try_from(number.checked_sub(1)?).ok()?;
        self.order.event(rank)
    }

    /// The event's number on the screen: its place in the order of time, counted from 1.
    #[must_use]
    pub fn number(&self, event: EventIx) -> usize {
        self.rank_of(event) as usize + 1
    }

    pub(crate) fn rank_of(&self, event: EventIx) -> u32 {
        self.order.rank(event)
    }

    fn facts(&self, event: EventIx) -> Facts {
        let located = self.columns.locate(event);
        located.map_or_else(Facts::default, |(chunk, place)| chunk.facts(place))
    }

    /// The event at a position, in full; `None` for a position of another store, and where its file cannot be read any more.
    #[must_use]
    pub fn event(&self, event: EventIx) -> Option<Held<'_, Event>> {
        match &self.records {
            Records::Memory(memory) => {
                let event = memory.timeline.events.get(event.at());
                event.map(Held::Borrowed)
            }
            Records::File(file) => {
                let (chunk, place) = self.columns.locate(event)?;
                let told = file.told(event, chunk, place)?;
                Some(Held::Shared(Rc::clone(&told.event)))
            }
        }
    }

    /// The records of events of a file, in the given order; those that cannot be read are left out, and told by
    /// [`Store::take_news`]. Nothing for a timeline in memory.
    #[must_use]
    pub fn records(&self, events: &[EventIx]) -> Vec<Raw> {
        let Records::File(file) = &self.records else {
            return Vec::new();
        };
        let placed = events.iter().filter_map(|event| {
            let (chunk, place) = self.columns.locate(*event)?;
            Some((*event, chunk, place))
        });
        file.raw(&placed.collect::<Vec<_>>())
    }

    /// Takes note that a record is another one than was read when the file was opened.
    pub fn note_changed(&self) {
        if let Records::File(file) = &self.records {
            file.changed();
        }
    }

    /// The event at a position of a timeline in memory.
    #[must_use]
    pub fn event_in_memory(&self, event: EventIx) -> Option<&Event> {
        self.timeline()?.events.get(event.at())
    }

    /// The id of an event.
    #[must_use]
    pub fn id(&self, event: EventIx) -> &str {
        if let Records::File(file) = &self.records
            && let Some(id) = file.renamed(event)
        {
            return id;
        }
        let located = self.columns.locate(event);
        located.map_or("", |(chunk, place)| chunk.id(place))
    }

    /// The ids of all events, in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let chunks = self.columns.iter();
        chunks.flat_map(|(_, chunk)| (0..chunk.len()).map(|place| chunk.id(place)))
    }

    /// The title of an event, in a language where it has one.
    #[must_use]
    pub fn title_of(&self, event: EventIx, language: Option<&str>) -> Cow<'_, str> {
        if let Some(language) = language
            && let Some(event) = self.event(event)
            && let Some(title) = event.titles.get(language)
        {
            return Cow::Owned(title.clone());
        }
        let located = self.columns.locate(event);
        Cow::Borrowed(located.map_or("", |(chunk, place)| chunk.title(place)))
    }

    /// Whether an event happened, is planned or is claimed.
    #[must_use]
    pub fn status(&self, event: EventIx) -> Status {
        self.facts(event).status()
    }

    /// What a person decided about an event.
    #[must_use]
    pub fn review(&self, event: EventIx) -> Review {
        self.facts(event).review()
    }

    /// Whether it is what its article is about.
    #[must_use]
    pub fn is_main(&self, event: EventIx) -> bool {
        self.facts(event).has(Mark::Main)
    }

    /// Those who take part in an event, in the order of the file.
    pub fn participants(&self, event: EventIx) -> impl Iterator<Item = ActorIx> {
        let located = self.columns.locate(event);
        let involved = located.map_or(&[][..], |(chunk, place)| chunk.involved(place));
        let parts = involved
            .iter()
            .filter(|one| one.part() == Part::Participates);
        parts.map(|one| ActorIx(one.actor()))
    }

    /// The names of those who take part in an event; of one that the file does not name further, its id.
    pub fn participant_names(&self, event: EventIx) -> impl Iterator<Item = &str> {
        let actors = self.participants(event);
        actors
            .filter_map(|actor| self.actor(actor))
            .map(|actor| actor.name.as_str())
    }

    /// The position of an event by its id.
    #[must_use]
    pub fn find_event(&self, id: &str) -> Option<EventIx> {
        match &self.records {
            Records::Memory(memory) => memory.event_ids.get(id).copied(),
            Records::File(file) => {
                let found = self.columns.find_id(id);
                found.or_else(|| file.find_renamed(id))
            }
        }
    }

    /// The date of the event: its leading claim's.
    #[must_use]
    pub fn date(&self, event: EventIx) -> Option<Date> {
        let (chunk, place) = self.columns.locate(event)?;
        chunk.date(place)
    }

    /// The bounds of the event's date.
    #[must_use]
    pub fn bounds(&self, event: EventIx) -> Option<Bounds> {
        let (chunk, place) = self.columns.locate(event)?;
        chunk.bounds(place)
    }

    /// Whether the event's date is one whole day and nothing qualifies it.
    #[must_use]
    pub fn is_plain_day(&self, event: EventIx) -> bool {
        self.facts(event).has(Mark::PlainDay)
    }

    /// The dates that the event's claims give it, those with the same bounds once; the leading claim's first.
    #[must_use]
    pub fn claim_dates(&self, event: EventIx) -> Vec<Date> {
        let located = self.columns.locate(event);
        located.map_or_else(Vec::new, |(chunk, place)| chunk.claim_dates(place))
    }

    /// Whether claims of the event give it dates that differ.
    #[must_use]
    pub fn is_disputed(&self, event: EventIx) -> bool {
        self.facts(event).has(Mark::Disputed)
    }

    /// Why the claim has its date.
    #[must_use]
    pub fn reasoning(&self, claim: &Claim) -> Reasoning {
        reasoning(self, claim)
    }

    /// Whether the event's date rests on a publication date that its text does not state.
    #[must_use]
    pub fn rests_on_inferred(&self, event: EventIx) -> bool {
        let facts = self.facts(event);
        facts.has(Mark::Dated) && (facts.has(Mark::Inferred) || self.inferred.contains(event.0))
    }

    /// The places in the sources where the event's words stand, in the order of the sources and their text.
    #[must_use]
    pub fn stops(&self, event: EventIx) -> Held<'_, [Stop]> {
        match &self.records {
            Records::Memory(memory) => {
                let resolved = memory.resolved.get(event.at());
                Held::Borrowed(resolved.map_or(&[], |resolved| &resolved.stops))
            }
            Records::File(file) => {
                let located = self.columns.locate(event);
                let told = located.and_then(|(chunk, place)| file.told(event, chunk, place));
                told.map_or(Held::Borrowed(&[]), |told| {
                    Held::Shared(Rc::clone(&told.stops))
                })
            }
        }
    }

    /// How many different sentences state the event.
    #[must_use]
    pub fn sentence_count(&self, event: EventIx) -> usize {
        let located = self.columns.locate(event);
        located.map_or(0, |(chunk, place)| chunk.sentences(place))
    }
}
