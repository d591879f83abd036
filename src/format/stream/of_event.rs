//! The lean part of an event that is in memory.

use std::borrow::Cow;

use super::lean::{LeanAnchor, LeanClaim, LeanEvent, LeanPart};
use crate::model::{Anchor, Claim, Event};

fn optional(text: Option<&String>) -> Option<Cow<'_, str>> {
    text.map(|text| Cow::Borrowed(text.as_str()))
}

impl<'a> From<&'a Event> for LeanEvent<'a> {
    fn from(event: &'a Event) -> Self {
        let title = |(tag, title): (&'a String, &'a String)| {
            (Cow::Borrowed(tag.as_str()), Cow::Borrowed(title.as_str()))
        };
        Self {
            id: Cow::Borrowed(&event.id),
            title: Cow::Borrowed(&event.title),
            titles: event.titles.iter().map(title).collect(),
            kind: optional(event.kind.as_ref()),
            status: event.status,
            review: event.review,
            main: event.main,
            place: optional(event.place.as_ref()),
            actors: event
                .actors
                .iter()
                .map(|part| LeanPart {
                    id: Cow::Borrowed(&part.id),
                    role: optional(part.role.as_ref()),
                })
                .collect(),
            claims: event.claims.iter().map(LeanClaim::from).collect(),
        }
    }
}

impl<'a> From<&'a Claim> for LeanClaim<'a> {
    fn from(claim: &'a Claim) -> Self {
        Self {
            source: Cow::Borrowed(&claim.source),
            date: optional(claim.date.as_ref()),
            preferred: claim.preferred,
            relative_to: optional(claim.relative_to.as_ref()),
            said_by: optional(claim.said_by.as_ref()),
            relaying: optional(claim.relaying.as_ref()),
            via: optional(claim.via.as_ref()),
            stance: claim.stance,
            published_by: None,
            anchors: claim.anchors.iter().map(LeanAnchor::from).collect(),
        }
    }
}

impl<'a> From<&'a Anchor> for LeanAnchor<'a> {
    fn from(anchor: &'a Anchor) -> Self {
        Self {
            role: anchor.role,
            exact: Cow::Borrowed(&anchor.exact),
            start: anchor.start,
            end: anchor.end,
            speaker: optional(anchor.speaker.as_ref()),
        }
    }
}
