//! The words under the cursor with what is needed to find them again.

use super::state::State;
use super::target::Pane;
use crate::model::{Claim, Source};
use crate::store::{SourceIx, Stop};
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

/// The words under the cursor: the sentence in the source, else the chosen anchor of the event.
#[must_use]
pub fn citation(state: &State) -> Option<Citation> {
    let stop = state.current_stop();
    let claim_of = |stop: &Stop| state.store.event(state.selected?)?.claims.get(stop.claim);
    if state.focus == Pane::Source {
        let document = state.store.source_text(state.cursor.source)?;
        let words = document.sentence(state.cursor.sentence)?;
        let range = document
            .sentences()
            .get(state.cursor.sentence)?
            .range
            .clone();
        let here = stop.filter(|stop| {
            stop.source == Some(state.cursor.source) && stop.sentence == Some(state.cursor.sentence)
        });
        let claim = here.and_then(claim_of);
        let place = document
            .char_of(range.start)
            .zip(document.char_of(range.end));
        return Some(cite(state, state.cursor.source, words, claim, place));
    }
    let stop = stop?;
    let claim = claim_of(stop)?;
    let anchor = claim.anchors.get(stop.anchor)?;
    let source = stop.source?;
    let document = state.store.source_text(source);
    let place = stop.range().zip(document).and_then(|(range, document)| {
        document
            .char_of(range.start)
            .zip(document.char_of(range.end))
    });
    Some(cite(state, source, &anchor.exact, Some(claim), place))
}

fn cite(
    state: &State,
    source: SourceIx,
    words: &str,
    claim: Option<&Claim>,
    place: Option<(usize, usize)>,
) -> Citation {
    let record = state.store.source(source);
    let speakers = claim.map_or_else(String::new, |claim| {
        let speakers = state.store.attribution(claim);
        if speakers.is_empty() {
            speakers
        } else {
            format!(" ({speakers})")
        }
    });
    let citation = format!(
        "{}{speakers}\n— {}",
        quoted(words),
        record.map_or_else(String::new, |record| describe(record, place))
    );
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
fn describe(source: &Source, place: Option<(usize, usize)>) -> String {
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
    if let Some((start, end)) = place {
        parts.push(format!("characters {start}–{end}"));
    }
    if let Some(hash) = &source.sha256 {
        parts.push(format!("sha256 {hash}"));
    }
    parts.join(", ")
}
