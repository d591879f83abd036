//! One source's stored text, cut into sentences, and which events each sentence belongs to.

use std::ops::Range;

use super::anchors::Resolved;
use super::index::{EventIx, SourceIx};
use super::order::Order;
use crate::extract::{SentenceSpan, sentences};
use crate::model::Role;
use crate::text::Offsets;

/// A source's text, if it is stored, with its sentences.
#[derive(Debug, Default)]
pub struct SourceText {
    text: Option<(String, Offsets)>,
    sentences: Vec<SentenceSpan>,
    events: Vec<Vec<EventIx>>,
}

impl SourceText {
    pub(super) fn new(text: Option<String>) -> Self {
        let sentences = text.as_deref().map(sentences).unwrap_or_default();
        Self {
            events: vec![Vec::new(); sentences.len()],
            sentences,
            text: text.map(|text| {
                let offsets = Offsets::new(&text);
                (text, offsets)
            }),
        }
    }

    /// The stored text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.text.as_ref().map(|(text, _)| text.as_str())
    }

    pub(crate) fn text_and_offsets(&self) -> Option<(&str, &Offsets)> {
        self.text
            .as_ref()
            .map(|(text, offsets)| (text.as_str(), offsets))
    }

    /// Code points from the start of the text, for a byte of it.
    #[must_use]
    pub fn char_of(&self, byte: usize) -> Option<usize> {
        let (text, offsets) = self.text_and_offsets()?;
        offsets.char_of(text, byte)
    }

    /// The sentences in their order: every visible character of the text stands in exactly one.
    #[must_use]
    pub fn sentences(&self) -> &[SentenceSpan] {
        &self.sentences
    }

    /// The verbatim words of a sentence.
    #[must_use]
    pub fn sentence(&self, sentence: usize) -> Option<&str> {
        self.text()?
            .get(self.sentences.get(sentence)?.range.clone())
    }

    /// The sentence that a byte stands in, or the next one if it stands between two.
    #[must_use]
    pub fn sentence_at(&self, byte: usize) -> Option<usize> {
        let place = self
            .sentences
            .partition_point(|span| span.range.end <= byte);
        (place < self.sentences.len()).then_some(place)
    }

    /// The sentences that a range of bytes touches.
    #[must_use]
    pub fn sentences_in(&self, range: &Range<usize>) -> Range<usize> {
        let first = self
            .sentences
            .partition_point(|span| span.range.end <= range.start);
        let last = self
            .sentences
            .partition_point(|span| span.range.start < range.end);
        first..last.max(first)
    }

    /// The events that a sentence belongs to, in the order of time.
    #[must_use]
    pub fn events_of(&self, sentence: usize) -> &[EventIx] {
        self.events.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// Makes ready for other events.
    pub(super) fn forget_events(&mut self) {
        self.events.iter_mut().for_each(Vec::clear);
    }

    pub(super) fn mark(&mut self, range: &Range<usize>, event: EventIx) {
        for sentence in self.sentences_in(range) {
            if let Some(events) = self.events.get_mut(sentence)
                && !events.contains(&event)
            {
                events.push(event);
            }
        }
    }
}

/// Notes at every sentence the events that it is evidence of.
pub(super) fn mark_events(sources: &mut [SourceText], resolved: &[Resolved], order: &Order) {
    for (event, resolved) in (0..).map(EventIx).zip(resolved) {
        for stop in resolved.stops.iter().filter(|stop| stop.role != Role::Date) {
            let source = stop.source.map(SourceIx::at);
            let document = source.and_then(|source| sources.get_mut(source));
            if let (Some(document), Some(range)) = (document, stop.range()) {
                document.mark(range, event);
            }
        }
    }
    for document in sources {
        for events in &mut document.events {
            events.sort_by_key(|event| order.rank(*event));
        }
    }
}
