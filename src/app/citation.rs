//! The words under the cursor with what is needed to find them again.

use std::ops::Range;

use super::state::State;
use super::target::Pane;
use crate::format::sha256_hex;
use crate::model::{Claim, Role, Source};
use crate::store::{SourceIx, SourceText};
use crate::text::verbatim_without_controls;

/// Words with their citation, ready for the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// What the clipboard gets: verbatim, without controls.
    pub text: String,
    /// How many characters of the words.
    pub length: usize,
    /// How many control or invisible characters were left out.
    pub left_out: usize,
}

/// The words under the cursor: the chosen quote, else the sentence in the source, else the chosen anchor of the event.
#[must_use]
pub fn citation(state: &State) -> Option<Citation> {
    let stop = state.current_stop();
    let stop = stop.as_ref();
    let is_quote = stop.is_some_and(|stop| stop.role == Role::Quote);
    let in_source = state.focus == Pane::Source;
    let stop_here = stop.filter(|stop| stop.sentence == Some(state.cursor.sentence));
    if in_source && !(is_quote && stop_here.is_some()) {
        let document = state.store.source_text(state.cursor.source)?;
        let words = document.sentence(state.cursor.sentence)?;
        let range = document
            .sentences()
            .get(state.cursor.sentence)?
            .range
            .clone();
        let event = state.selected.and_then(|event| state.store.event(event));
        let claim = stop_here.and_then(|stop| event.as_ref()?.claims.get(stop.claim));
        let said = claim.map_or_else(String::new, |claim| attributed(state, claim));
        return Some(cite(state, state.cursor.source, words, &said, Some(range)));
    }
    let stop = stop?;
    let event = state.store.event(state.selected?)?;
    let claim = event.claims.get(stop.claim)?;
    let anchor = claim.anchors.get(stop.anchor)?;
    let said = match (stop.role, &anchor.speaker) {
        (Role::Quote, Some(speaker)) => format!(" — {}", state.store.actor_name(speaker)),
        _ => attributed(state, claim),
    };
    Some(cite(
        state,
        stop.source?,
        &anchor.exact,
        &said,
        stop.range().cloned(),
    ))
}

/// Whose account a sentence gives. The sentence is the source's own: it is not put into anybody's mouth.
fn attributed(state: &State, claim: &Claim) -> String {
    let attribution = state.store.attribution(claim);
    if attribution.is_empty() {
        attribution
    } else {
        format!(" [attributed to {attribution}]")
    }
}

fn cite(
    state: &State,
    source: SourceIx,
    words: &str,
    said: &str,
    range: Option<Range<usize>>,
) -> Citation {
    let record = state.store.source(source);
    let described = record.map_or_else(String::new, |record| {
        let document = state.store.source_text(source);
        describe(&record, document.as_deref(), range)
    });
    // A field of the file cannot break the citation's line and pretend to be another.
    let flat = |text: &str| text.replace(['\n', '\r'], " ");
    let citation = format!("{}{}\n— {}", quoted(words), flat(said), flat(&described));
    let (text, left_out) = verbatim_without_controls(&citation);
    Citation {
        text,
        length: words.chars().count(),
        left_out,
    }
}

/// Words that are not already a quotation stand between quotation marks.
fn quoted(words: &str) -> String {
    let marks = ['"', '“', '”', '«', '»', '\'', '‘', '’'];
    if words.starts_with(marks) && words.ends_with(marks) {
        words.to_owned()
    } else {
        format!("“{words}”")
    }
}

/// Author, title, outlet, date, URL, and where in the text.
fn describe(source: &Source, document: Option<&SourceText>, range: Option<Range<usize>>) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(source.author.clone());
    parts.push(
        source
            .title
            .as_ref()
            .map_or_else(|| source.id.clone(), |title| format!("“{title}”")),
    );
    parts.extend(source.publisher.clone());
    if let Some(published) = &source.published {
        let inferred = if source.published_inferred {
            " (date inferred)"
        } else {
            ""
        };
        parts.push(format!("{published}{inferred}"));
    }
    parts.extend(source.url.clone());
    let place = document.zip(range).and_then(|(document, range)| {
        document
            .char_of(range.start)
            .zip(document.char_of(range.end))
    });
    if let Some((start, end)) = place {
        parts.push(format!("characters {start}–{end}"));
    }
    // The hash names the text that the characters were counted in: the one that was read.
    let read = document
        .and_then(|document| document.text())
        .map(|text| sha256_hex(text.as_bytes()));
    match (read, &source.sha256) {
        (Some(read), Some(given)) if !read.eq_ignore_ascii_case(given) => {
            parts.push(format!(
                "sha256 {read} (the timeline was made from {given})"
            ));
        }
        (Some(read), _) => parts.push(format!("sha256 {read}")),
        (None, Some(given)) => parts.push(format!("sha256 {given}")),
        (None, None) => {}
    }
    parts.join(", ")
}
