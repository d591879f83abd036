//! How much of an article carries an event, and how shares are written.

use std::ops::Range;

use crate::extract::{SentenceSpan, SpanKind};
use crate::store::SourceText;

/// How much of an article carries an event. Sentences count with the headline, without kicker, dateline, byline and boilerplate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Sentences of the article.
    pub sentences: usize,
    /// Sentences that state an event.
    pub stating: usize,
    /// Code points of its sentences.
    pub characters: usize,
    /// Code points that state an event.
    pub covered: usize,
}

/// A part of a whole in hundredths, from 0 to 100: 0 only for nothing and 100 only for all of it.
#[must_use]
pub fn percent(part: usize, whole: usize) -> usize {
    match part {
        0 => 0,
        part if part >= whole => 100,
        part => ((part * 200 + whole) / (whole * 2)).clamp(1, 99),
    }
}

/// A part of a whole: `12 %`, `<1 %`.
#[must_use]
pub fn share_text(part: usize, whole: usize) -> String {
    if part > 0 && part * 100 < whole {
        return "<1 %".to_owned();
    }
    format!("{} %", percent(part, whole))
}

/// Whether a span is part of what the article tells.
pub(super) const fn is_body(span: &SentenceSpan) -> bool {
    matches!(span.kind, SpanKind::Sentence | SpanKind::Headline)
}

/// Code points of the sentences of an article that lie within ranges of bytes. The ranges must not overlap.
pub(super) fn characters(document: &SourceText, ranges: &[Range<usize>]) -> usize {
    let touched = ranges.iter().flat_map(|range| {
        let spans = document.sentences().get(document.sentences_in(range));
        let spans = spans.unwrap_or_default().iter();
        spans
            .filter(|span| is_body(span))
            .map(move |span| span.range.start.max(range.start)..span.range.end.min(range.end))
    });
    touched
        .map(|range| {
            let edges = document
                .char_of(range.start)
                .zip(document.char_of(range.end));
            edges.map_or(0, |(start, end)| end.saturating_sub(start))
        })
        .sum()
}

/// Sorts ranges and joins those that overlap or touch.
pub(super) fn join(ranges: &mut Vec<Range<usize>>) {
    ranges.sort_unstable_by_key(|range| range.start);
    ranges.dedup_by(|next, joined| {
        let touches = next.start <= joined.end;
        if touches {
            joined.end = joined.end.max(next.end);
        }
        touches
    });
}
