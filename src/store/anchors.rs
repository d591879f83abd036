//! An event's anchors, found in the texts of its sources: the stops that the keys walk.

use std::ops::{Deref, Range};

use super::document::SourceText;
use super::index::SourceIx;
use crate::model::{Event, Role};
use crate::text::{Resolution, resolve as find};

/// One anchor of an event and where its words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Position of the claim in the event.
    pub claim: usize,
    /// Position of the anchor in the claim.
    pub anchor: usize,
    /// The source; `None` if the claim names one that does not exist.
    pub source: Option<SourceIx>,
    /// What the words do for the claim.
    pub role: Role,
    /// How the words were found; `None` where the source has no stored text.
    pub resolution: Option<Resolution>,
    /// The sentence in which they start.
    pub sentence: Option<usize>,
}

impl Stop {
    /// Bytes of the stored text where the words stand; `None` where there is no text, or they are not in it.
    #[must_use]
    pub const fn range(&self) -> Option<&Range<usize>> {
        match &self.resolution {
            Some(Resolution::Exact(range) | Resolution::Moved(range)) => Some(range),
            _ => None,
        }
    }
}

/// All anchors of an event.
#[derive(Debug)]
pub(super) struct Resolved {
    /// In the order of sources and text.
    pub(super) stops: Vec<Stop>,
    /// Different sentences that state the event; anchors without a text count one each.
    pub(super) sentences: usize,
}

/// Finds the words of an event; `text_of` gives the source with an id, and its text.
pub(super) fn resolve<T: Deref<Target = SourceText>>(
    event: &Event,
    text_of: impl Fn(&str) -> Option<(SourceIx, T)>,
) -> Resolved {
    let mut stops = Vec::new();
    for (claim_place, claim) in event.claims.iter().enumerate() {
        let found = text_of(&claim.source);
        let source = found.as_ref().map(|(source, _)| *source);
        let text = found.as_ref().map(|(_, text)| &**text);
        for (anchor_place, anchor) in claim.anchors.iter().enumerate() {
            let resolution = text.and_then(|document| {
                let (text, offsets) = document.text_and_offsets()?;
                Some(find(text, offsets, anchor))
            });
            let mut stop = Stop {
                claim: claim_place,
                anchor: anchor_place,
                source,
                role: anchor.role,
                resolution,
                sentence: None,
            };
            let start = stop.range().map(|range| range.start);
            stop.sentence = start.and_then(|start| text?.sentence_at(start));
            stops.push(stop);
        }
    }
    stops.sort_by_key(|stop| {
        let start = stop.range().map(|range| range.start);
        (
            stop.source,
            start,
            stop.role != Role::Evidence,
            stop.claim,
            stop.anchor,
        )
    });
    Resolved {
        sentences: count_sentences(&stops),
        stops,
    }
}

fn count_sentences(stops: &[Stop]) -> usize {
    let evidence = stops.iter().filter(|stop| stop.role == Role::Evidence);
    let (known, unknown): (Vec<&Stop>, Vec<&Stop>) =
        evidence.partition(|stop| stop.sentence.is_some());
    let mut places: Vec<_> = known
        .iter()
        .map(|stop| (stop.source, stop.sentence))
        .collect();
    places.dedup();
    places.len() + unknown.len()
}
