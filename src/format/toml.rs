//! Reading the timeline from TOML. How it is written is in `toml_write`, how lines are found is in `lines`.

use serde::Deserialize;

use super::encoding::key_of;
use super::lines::Lines;
use super::tagging::Tagging;
use super::{complaint, toml_write};
use crate::model::{FORMAT, Fault, FaultKind, Place, Timeline};

pub(super) fn parse(text: &str, name: &str, lines: &Lines) -> Result<Timeline, Fault> {
    let parsed = ::toml::Deserializer::parse(text)
        .and_then(|deserializer| Timeline::deserialize(Tagging(deserializer)));
    match parsed {
        Ok(timeline) if timeline.format == FORMAT => {
            finite(&timeline, name, lines)?;
            Ok(timeline)
        }
        Ok(timeline) => {
            let found = serde_json::Value::from(timeline.format).to_string();
            let line = lines.line_of(Place::Timeline);
            Err(complaint::other_format(name, &found).at_line(line))
        }
        Err(error) => {
            // A newer file may break the rules of this version: its version is the better answer.
            Err(other_version(text, name, lines)
                .unwrap_or_else(|| complaint::from_toml(&error, text, name)))
        }
    }
}

/// What is wrong with the format that a file gives, if it can be known although the file cannot be read.
fn other_version(text: &str, name: &str, lines: &Lines) -> Option<Fault> {
    if let Ok(document) = toml_edit::Document::parse(text) {
        let Some(format) = document.get("format") else {
            let how = format!("format = \"{FORMAT}\"");
            return Some(complaint::no_format(name, &how));
        };
        let found = format
            .as_str()
            .map(|format| serde_json::Value::from(format).to_string())
            .or_else(|| text.get(format.span()?).map(str::to_owned))?;
        return (format.as_str() != Some(FORMAT)).then(|| {
            complaint::other_format(name, &found).at_line(lines.line_of(Place::Timeline))
        });
    }
    // The syntax is broken somewhere; the format stands in a line of its own before the first table.
    let head = text
        .lines()
        .take_while(|line| !line.trim_start().starts_with('['));
    let (line, found) = head.enumerate().find_map(|(line, text)| {
        (key_of(text) == Some("format")).then_some(())?;
        let table: ::toml::Table = text.parse().ok()?;
        Some((line + 1, table.get("format")?.as_str()?.to_owned()))
    })?;
    (found != FORMAT).then(|| {
        let found = serde_json::Value::from(found).to_string();
        complaint::other_format(name, &found).at_line(Some(line))
    })
}

/// TOML has `nan` and `inf`; a confidence that is neither here nor there could not go to JSON.
fn finite(timeline: &Timeline, name: &str, lines: &Lines) -> Result<(), Fault> {
    let Some(place) = first_without_confidence(timeline) else {
        return Ok(());
    };
    Err(Fault::new(
        FaultKind::Syntax,
        name,
        "confidence is no finite number",
        "give it a number from 0 to 1",
    )
    .at_line(lines.line_of(place))
    .at_place(place.to_string()))
}

/// Where a confidence stands that is `nan` or infinite.
pub(super) fn first_without_confidence(timeline: &Timeline) -> Option<Place> {
    timeline
        .events
        .iter()
        .enumerate()
        .find_map(|(event_index, event)| {
            let claim = event
                .claims
                .iter()
                .position(|claim| claim.confidence.is_some_and(|number| !number.is_finite()))?;
            Some(Place::Claim(event_index, claim))
        })
}

pub(super) fn write(timeline: &Timeline) -> Result<String, Fault> {
    if let Some(place) = first_beyond_toml(timeline) {
        return Err(Fault::new(
            FaultKind::Usage,
            "timeline",
            "an offset is larger than TOML's integers",
            "check start and end, or write JSON",
        )
        .at_place(place.to_string()));
    }
    toml_write::write(timeline)
}

fn first_beyond_toml(timeline: &Timeline) -> Option<Place> {
    for (event_index, event) in timeline.events.iter().enumerate() {
        for (claim_index, claim) in event.claims.iter().enumerate() {
            let beyond = claim.anchors.iter().position(|anchor| {
                let mut offsets = [anchor.start, anchor.end].into_iter().flatten();
                offsets.any(|offset| i64::try_from(offset).is_err())
            });
            if let Some(anchor) = beyond {
                return Some(Place::Anchor(event_index, claim_index, anchor));
            }
        }
    }
    None
}
