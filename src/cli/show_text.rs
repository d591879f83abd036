//! `show` for people: one event as lines of plain text, nothing cut. The phrases are shared with Markdown.

use std::io::{self, Write};

use super::dossier::{Dossier, NOT_STORED, Reason, Told, Words};
use super::row::count;
use crate::text::SafeText;

/// Writes the event.
pub(super) fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    let mut line = |text: &str| writeln!(out, "{}", SafeText::new(text));
    line(dossier.row.title)?;
    for (what, title) in dossier.other_titles() {
        line(&format!("  {what}: {title}"))?;
    }
    line(&facts(dossier))?;
    line("")?;
    line(&when(dossier))?;
    for reason in dossier.leading().map(reasons).unwrap_or_default() {
        line(&format!("  {reason}"))?;
    }
    if let Some(rests) = rests_on(dossier) {
        line(&format!("  {rests}"))?;
    }
    if let Some(place) = dossier.row.place_name {
        line(&format!("place: {place}"))?;
    }
    if !dossier.row.actors.is_empty() {
        line(&format!("actors: {}", dossier.row.names_and_roles()))?;
    }
    for doubt in &dossier.doubts {
        line(&format!("  {doubt}"))?;
    }
    line(&dossier.rests_words)?;
    for claim in &dossier.claims {
        line("")?;
        line(&claim.heading)?;
        for remark in remarks(dossier, claim) {
            line(&format!("  {remark}"))?;
        }
        for words in claim.words.iter().filter(|words| words.role != "date") {
            line(&format!("  {}", cited(words)))?;
        }
    }
    if !dossier.direct_speech {
        line("")?;
        line(&no_speech(dossier))?;
    }
    Ok(())
}

/// `happened · call · main event · accepted`, and the id.
pub(super) fn facts(dossier: &Dossier) -> String {
    let row = &dossier.row;
    let main = row.main.then_some("main event");
    let facts: Vec<&str> = [
        Some(row.status),
        row.kind,
        main,
        Some(row.review),
        Some(row.id),
    ]
    .into_iter()
    .flatten()
    .collect();
    facts.join(" · ")
}

/// The date in words and as it stands in the file.
pub(super) fn when(dossier: &Dossier) -> String {
    let differ = if dossier.row.disputed {
        " ≠ the claims give dates that differ"
    } else {
        ""
    };
    match (&dossier.row.date_words, dossier.row.date) {
        (Some(words), Some(date)) => format!("{words} (EDTF {date}){differ}"),
        _ => format!("no date{differ}"),
    }
}

/// How the claim's date follows from words: the reading, then each step back.
pub(super) fn reasons(claim: &Told) -> Vec<String> {
    let mut reasons = Vec::new();
    for (place, step) in claim.steps.iter().enumerate() {
        if place == 0 {
            reasons.push(reading(step, claim.by));
        } else {
            let from = claim
                .steps
                .get(place - 1)
                .and_then(|step| step.relative_to.as_deref());
            reasons.push(format!(
                "“{}”: {}",
                from.unwrap_or_default(),
                reading(step, None)
            ));
        }
        if !step.relation.is_empty() {
            let words = quoted_words(step);
            let words = if words.is_empty() {
                words
            } else {
                format!(": {words}")
            };
            reasons.push(format!("{}{words}", step.relation));
        }
    }
    reasons
}

/// `read from “sehari setelah” (relative, by human)`, or that no words tell the date.
fn reading(step: &Reason, by: Option<&str>) -> String {
    let from = match quoted_words(step) {
        words if words.is_empty() => "no words are linked to this date".to_owned(),
        words => format!("read from {words}"),
    };
    let how: Vec<String> = step
        .reading
        .map(str::to_owned)
        .into_iter()
        .chain(by.map(|by| format!("by {by}")))
        .collect();
    if how.is_empty() {
        return from;
    }
    format!("{from} ({})", how.join(", "))
}

fn quoted_words(step: &Reason) -> String {
    let words = step.words.iter().map(|words| format!("“{words}”"));
    words.collect::<Vec<_>>().join(", ")
}

/// On which publication date the event's date rests although nothing states it.
pub(super) fn rests_on(dossier: &Dossier) -> Option<String> {
    let published = dossier.rests_on?;
    Some(format!(
        "rests on the publication date {published}, which the text does not state"
    ))
}

/// What is to be said of a claim beside its words.
pub(super) fn remarks(dossier: &Dossier, claim: &Told) -> Vec<String> {
    let mut remarks = Vec::new();
    let alone = dossier.claims.len() == 1;
    if let (Some(date), Some(words), false) = (claim.date, &claim.date_words, alone) {
        remarks.push(format!("dates it {words} (EDTF {date})"));
        if !claim.leading {
            remarks.extend(reasons(claim));
        }
    }
    remarks.extend(claim.note.map(|note| format!("note: {note}")));
    if claim.words.is_empty() {
        remarks.push(format!("no words of “{}” are given for it", claim.source));
    }
    if claim.words.iter().any(|words| words.found == NOT_STORED) {
        remarks.push("not verifiable here: the text of this source is not stored".to_owned());
    }
    remarks
}

/// `“…” (tribun-2025-07-03, characters 3108–3242)`, a quote with its speaker before it.
pub(super) fn cited(words: &Words) -> String {
    let speech = match (words.role, words.speaker) {
        ("quote", Some(speaker)) => format!("{speaker}, in direct speech: "),
        ("quote", None) => "in direct speech: ".to_owned(),
        _ => String::new(),
    };
    format!("{speech}{} ({})", quoted(words), whereabouts(words))
}

/// The words between quotation marks; direct speech usually brings its own.
pub(super) fn quoted(words: &Words) -> String {
    const MARKS: [char; 8] = ['"', '“', '”', '«', '»', '\'', '‘', '’'];
    let exact = words.exact;
    if words.role == "quote" && exact.starts_with(MARKS) && exact.ends_with(MARKS) {
        return exact.to_owned();
    }
    format!("“{exact}”")
}

/// `tribun-2025-07-03, characters 3108–3242`.
pub(super) fn whereabouts(words: &Words) -> String {
    let moved = if words.found == "moved" {
        ", not where the anchor says"
    } else {
        ""
    };
    match (words.start, words.end) {
        (Some(start), Some(end)) => format!("{}, characters {start}–{end}{moved}", words.source),
        _ => format!("{}{moved}", words.source),
    }
}

/// `no direct speech: 3 sentences report it`, or that there are not even those.
pub(super) fn no_speech(dossier: &Dossier) -> String {
    if dossier.claims.iter().all(|claim| claim.words.is_empty()) {
        return "no words are linked to this event".to_owned();
    }
    if dossier.row.sentences == 0 {
        return "no direct speech, and no sentence is linked to this event".to_owned();
    }
    let verb = if dossier.row.sentences == 1 {
        "reports"
    } else {
        "report"
    };
    format!(
        "no direct speech: {} {verb} it",
        count(dossier.row.sentences, "sentence")
    )
}
