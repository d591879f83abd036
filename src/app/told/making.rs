//! A telling made of a store, a view and a source. One pass over the events of the source; nothing of it depends on a size.

use std::ops::Range;

use super::coverage::{Coverage, characters, is_body, join};
use super::jumps;
use super::telling::{Happened, Link, Telling, Told, Untold};
use crate::model::Role;
use crate::store::{EventIx, SourceIx, SourceText, Stop, Store, View};

impl Telling {
    /// What a source tells of the events of a view. Where a file is read from disk and its sentences do not know their events,
    /// the selected event alone is linked.
    ///
    /// # Errors
    ///
    /// [`Untold`]: events are still being read, or there is no such source, or its text is not stored.
    pub fn new(
        store: &Store,
        view: &View,
        source: SourceIx,
        selected: Option<EventIx>,
    ) -> Result<Self, Untold> {
        if !view.is_in_time() {
            return Err(Untold::Loading);
        }
        let document = store.source_text(source).ok_or(Untold::NoSource)?;
        if document.text().is_none() {
            return Err(Untold::NoText);
        }
        let mut stated = events_of(store, &document);
        let is_partial = stated.is_empty() && store.timeline().is_none();
        if is_partial {
            stated.extend(selected);
        }
        let mut making = Making {
            store,
            source,
            document: &document,
            telling: Self {
                source,
                is_partial,
                ..Self::default()
            },
            found: Vec::new(),
            hidden: vec![0; document.sentences().len()],
            covered: Vec::new(),
        };
        for event in stated {
            making.add(event, view.contains(event));
        }
        Ok(making.finish(view))
    }
}

/// The events that any sentence of a text states, in the order of time.
fn events_of(store: &Store, document: &SourceText) -> Vec<EventIx> {
    let sentences = 0..document.sentences().len();
    let events = sentences.flat_map(|sentence| document.events_of(sentence));
    let mut ranked: Vec<(u32, EventIx)> = events
        .map(|event| (store.rank_of(*event), *event))
        .collect();
    ranked.sort_unstable();
    ranked.dedup();
    ranked.into_iter().map(|(_, event)| event).collect()
}

/// A link before its sentence has a row.
struct Found {
    sentence: usize,
    /// The byte at which the sentence comes to the event.
    at: usize,
    event: usize,
    dates: bool,
}

struct Making<'a> {
    store: &'a Store,
    source: SourceIx,
    document: &'a SourceText,
    telling: Telling,
    found: Vec<Found>,
    /// For each sentence how many of its events are filtered out.
    hidden: Vec<usize>,
    /// Bytes that state any event.
    covered: Vec<Range<usize>>,
}

impl Making<'_> {
    fn add(&mut self, event: EventIx, is_left: bool) {
        let stops = self.store.stops(event);
        let here = |stop: &&Stop| stop.source == Some(self.source);
        let ranges = |wanted: fn(&Stop) -> bool| {
            let stops = stops.iter().filter(here).filter(move |stop| wanted(stop));
            stops.filter_map(Stop::range)
        };
        let mut words: Vec<Range<usize>> =
            ranges(|stop| stop.role != Role::Date).cloned().collect();
        let dates: Vec<&Range<usize>> = ranges(|stop| stop.role == Role::Date).collect();
        if words.is_empty() {
            return;
        }
        let place = self.telling.events.len();
        let mut next = 0;
        for range in &words {
            let touched = self.document.sentences_in(range);
            for sentence in touched.start.max(next)..touched.end {
                if is_left {
                    self.link(place, sentence, range, &dates);
                } else if let Some(hidden) = self.hidden.get_mut(sentence) {
                    *hidden += 1;
                }
            }
            next = next.max(touched.end);
        }
        join(&mut words);
        if is_left {
            let characters = characters(self.document, &words);
            self.telling.most = self.telling.most.max(characters);
            self.telling.events.push(Happened {
                event,
                characters,
                links: 0..0,
            });
            self.telling.dated += usize::from(self.store.bounds(event).is_some());
        } else {
            self.telling.hidden += 1;
        }
        self.covered.append(&mut words);
    }

    fn link(
        &mut self,
        event: usize,
        sentence: usize,
        words: &Range<usize>,
        dates: &[&Range<usize>],
    ) {
        let Some(span) = self.document.sentences().get(sentence) else {
            return;
        };
        let dated = dates.partition_point(|date| date.end <= span.range.start);
        let dated = dates.get(dated).filter(|date| date.start < span.range.end);
        let at = dated.map_or(words.start, |date| date.start);
        self.found.push(Found {
            sentence,
            at: at.max(span.range.start),
            event,
            dates: dated.is_some(),
        });
    }

    fn finish(mut self, view: &View) -> Telling {
        self.telling.elsewhere = view.len().saturating_sub(self.telling.events.len());
        self.found
            .sort_unstable_by_key(|found| (found.sentence, found.at, found.event));
        self.number_sentences();
        self.telling.coverage.covered = {
            join(&mut self.covered);
            characters(self.document, &self.covered)
        };
        self.group_by_event();
        self.telling.folds = self.telling.fold();
        jumps::find(self.store, &mut self.telling);
        self.telling
    }

    /// Gives every sentence that has one its row and its links.
    fn number_sentences(&mut self) {
        let telling = &mut self.telling;
        let mut coverage = Coverage::default();
        let mut found = self.found.iter().peekable();
        let spans = self.document.sentences().iter().zip(&self.hidden);
        for (sentence, (span, hidden)) in spans.enumerate() {
            let start = telling.links.len();
            while let Some(link) = found.next_if(|found| found.sentence == sentence) {
                telling.links.push(Link {
                    told: telling.sentences.len(),
                    event: link.event,
                    dates: link.dates,
                    jump: None,
                });
            }
            let told = Told {
                sentence,
                number: is_body(span).then_some(coverage.sentences + 1),
                links: start..telling.links.len(),
                hidden: *hidden,
            };
            if is_body(span) {
                coverage.sentences += 1;
                coverage.stating += usize::from(!told.is_silent());
                coverage.characters += characters(self.document, std::slice::from_ref(&span.range));
            }
            if is_body(span) || !told.is_silent() {
                telling.sentences.push(told);
            }
        }
        telling.coverage = coverage;
    }

    fn group_by_event(&mut self) {
        let telling = &mut self.telling;
        let mut by_event: Vec<usize> = (0..telling.links.len()).collect();
        let event_of = |link: &usize| telling.links.get(*link).map(|link| link.event);
        by_event.sort_by_key(event_of);
        let mut start = 0;
        for (place, happened) in telling.events.iter_mut().enumerate() {
            let rest = by_event.get(start..).unwrap_or_default();
            let own = rest
                .iter()
                .take_while(|link| telling.links.get(**link).map(|link| link.event) == Some(place));
            let end = start + own.count();
            happened.links = start..end;
            start = end;
        }
        telling.by_event = by_event;
    }
}
