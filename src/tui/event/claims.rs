//! What each source says of the event, and the verbatim words: evidence claim by claim, then the quotes.

use ratatui::style::Style;

use super::super::attribution::mouths_sign;
use super::Page;
use crate::model::{Claim, Event, Role, Stance};
use crate::store::{EventIx, Stop};
use crate::text::Resolution;

impl Page<'_> {
    fn stops_of(&self, place: EventIx, wanted: impl Fn(&Stop) -> bool) -> Vec<usize> {
        let stops = self.state.store.stops(place);
        let mut places: Vec<usize> = (0..stops.len())
            .filter(|stop| stops.get(*stop).is_some_and(&wanted))
            .collect();
        places.sort_by_key(|stop| stops.get(*stop).map(|stop| (stop.claim, stop.anchor)));
        places
    }

    pub(super) fn claims(&mut self, place: EventIx, event: &Event) {
        let count = event.claims.len();
        self.heading(if count == 1 { "Claim" } else { "Claims" });
        self.rests(place);
        for (number, claim) in event.claims.iter().enumerate() {
            let attribution = self.state.store.attribution(claim);
            let who = match (&claim.said_by, attribution.is_empty()) {
                (Some(_), _) => format!("said by {attribution}"),
                (None, true) => "the source itself".to_owned(),
                (None, false) => format!("the source itself, {attribution}"),
            };
            let stance = match claim.stance {
                Some(Stance::Denies) => " — denied",
                _ => "",
            };
            let text = format!("{} {}: {who}{stance}", number + 1, self.source_name(claim));
            self.text(&text, self.theme.title, 0, None);
            if Some(number) != event.leading_claim_index() {
                if claim.date.is_some() {
                    self.claim_date(claim, 2);
                } else {
                    self.remarks(claim, 2);
                }
            }
            for stop in self.stops_of(place, |stop| {
                stop.claim == number && stop.role == Role::Evidence
            }) {
                self.words(place, event, stop, self.theme.evidence, None);
            }
        }
    }

    /// On whom the event rests, all claims together.
    fn rests(&mut self, place: EventIx) {
        // Who is the same mouth is known once all is read.
        if self.state.store.is_arriving() {
            return;
        }
        let rests = self.state.store.rests(place);
        let words = self.state.store.rests_words(&rests);
        let text = format!("{} {words}", mouths_sign(rests.mouths.len()));
        let style = match rests.mouths.len() {
            0 | 1 => self.theme.caution,
            _ => self.theme.detail,
        };
        self.text(&text, style, 0, None);
    }

    fn source_name(&self, claim: &Claim) -> String {
        let source = self.state.store.find_source(&claim.source);
        let source = source.and_then(|source| self.state.store.source(source));
        let name =
            source.and_then(|source| source.publisher.clone().or_else(|| source.title.clone()));
        name.unwrap_or_else(|| claim.source.clone())
    }

    /// The verbatim words of a stop.
    fn words(
        &mut self,
        place: EventIx,
        event: &Event,
        stop: usize,
        style: Style,
        speaker: Option<&str>,
    ) {
        let stops = self.state.store.stops(place);
        let Some(record) = stops.get(stop) else {
            return;
        };
        let claim = event.claims.get(record.claim);
        let Some(anchor) = claim.and_then(|claim| claim.anchors.get(record.anchor)) else {
            return;
        };
        let doubt = match &record.resolution {
            Some(Resolution::Exact(_)) => "",
            Some(Resolution::Moved(_)) => " (moved: not where the file says)",
            Some(Resolution::Altered { .. } | Resolution::Absent) => {
                " (NOT IN ITS SOURCE: the stored text does not have these words)"
            }
            None => " (not verifiable here: no stored text)",
        };
        let speaker = speaker.map_or_else(String::new, |speaker| format!(" — {speaker}"));
        let sign = if anchor.role == Role::Quote {
            ""
        } else {
            "▪ "
        };
        let text = format!("{sign}{}{speaker}{}", anchor.exact, doubt);
        self.text(&text, style, 2, Some(stop));
    }

    pub(super) fn quotes(&mut self, place: EventIx, event: &Event) {
        self.heading("Quotes");
        let quotes = self.stops_of(place, |stop| stop.role == Role::Quote);
        if quotes.is_empty() {
            let text = match self.state.store.sentence_count(place) {
                0 => "no words are linked to this event".to_owned(),
                1 => "no direct speech: 1 sentence reports it".to_owned(),
                several => format!("no direct speech: {several} sentences report it"),
            };
            self.text(&text, self.theme.faint, 2, None);
        }
        for stop in quotes {
            let stops = self.state.store.stops(place);
            let record = stops.get(stop);
            let anchor =
                record.and_then(|stop| event.claims.get(stop.claim)?.anchors.get(stop.anchor));
            let speaker = anchor.and_then(|anchor| anchor.speaker.as_deref());
            let name = speaker.map_or("speaker not named", |speaker| {
                self.state.store.actor_name(speaker)
            });
            self.words(place, event, stop, self.theme.quote, Some(name));
        }
    }
}
