//! The source pane: the whole article, sentence by sentence, with the selected event's words and every sentence's events.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::gutter::{gutter_runs, gutter_width};
use super::hits::Hits;
use super::minimap::{self, MapCache};
use super::paint::{cut, label, put, row, wrap_styled};
use super::theme::Theme;
use super::timeline::matches;
use super::wrapped::{WrapCache, Wrapped};
use crate::app::{State, Target, Window};
use crate::extract::SpanKind;
use crate::model::Role;
use crate::store::{SourceText, Stop};
use crate::text::SafeText;

/// Draws the pane and tells which lines it shows.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
    (wraps, maps): (&mut WrapCache, &mut MapCache),
) -> Window {
    let source = state.cursor.source;
    let document = state.store.source_text(source);
    let Some(document) = document.filter(|document| document.text().is_some()) else {
        describe(state, theme, area, buffer);
        return Window::default();
    };
    let (area, map) = minimap::split(area, &document);
    let gutter = gutter_width(state, area.width);
    let cells = usize::from(area.width).saturating_sub(gutter).max(1);
    let document = &*document;
    let wrapped = wraps.get(source, document, cells);
    let height = usize::from(area.height);
    let sentence = state.cursor.sentence;
    let window = wrapped.window(document, state.source_scroll, height, sentence, |wrapped| {
        lines_to_show(state, document, wrapped, height)
    });
    let mut look: Option<Look> = None;
    for (screen_row, (sentence, line)) in wrapped.shown(window).enumerate() {
        let kept = look.take().filter(|look| look.sentence == sentence);
        let current = kept.unwrap_or_else(|| Look::new(state, theme, document, sentence));
        let here = row(area, screen_row);
        let mut whole = gutter_runs(state, theme, document, sentence, line == 0, gutter);
        let range = wrapped.lines(sentence).get(line).cloned();
        whole.extend(cut(
            &current.text,
            range.unwrap_or_default(),
            current.base,
            &current.spans,
        ));
        put(buffer, here, &whole);
        hits.push(here, Target::Sentence(source, sentence));
        look = Some(current);
    }
    if let Some(map) = map {
        minimap::render((state, theme), document, window, map, buffer, hits, maps);
    }
    window
}

/// The lines that must be seen: those of the cursor's sentence; of one longer than the screen, those of the chosen words.
fn lines_to_show(
    state: &State,
    document: &SourceText,
    wrapped: &Wrapped,
    height: usize,
) -> (usize, usize) {
    let sentence = state.cursor.sentence;
    let first = wrapped.start(sentence);
    let lines = wrapped.lines(sentence);
    let last = first + lines.len().saturating_sub(1);
    if last - first < height {
        return (first, last);
    }
    let words = || {
        let stop = state.current_stop()?;
        let range = stop.range()?;
        let span = document.sentences().get(sentence)?.range.clone();
        let here = stop.source == Some(state.cursor.source) && range.end > span.start;
        let text = SafeText::new(document.sentence(sentence)?);
        let start = text.to_display(range.start.saturating_sub(span.start));
        let end = text.to_display(range.end.min(span.end).saturating_sub(span.start));
        let line_of = |byte: usize| {
            first
                + lines
                    .partition_point(|line| line.end <= byte)
                    .min(last - first)
        };
        (here && range.start < span.end).then(|| (line_of(start), line_of(end.saturating_sub(1))))
    };
    let (first_word, last_word) = words().unwrap_or((first, first));
    (
        first_word,
        last_word.min(first_word + height.saturating_sub(1)),
    )
}

/// What is known of a source whose text is not stored.
fn describe(state: &State, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Some(source) = state.store.source(state.cursor.source) else {
        put(buffer, area, &[label("there is no source", theme.faint)]);
        return;
    };
    let missing =
        "The text of this source is not stored here, so its words cannot be verified in place.";
    let facts = [
        &source.title,
        &source.author,
        &source.published,
        &source.url,
    ];
    let facts = facts
        .into_iter()
        .flatten()
        .map(|fact| (fact.as_str(), theme.detail));
    let mut line = 0;
    for (text, style) in facts.chain([("", theme.detail), (missing, theme.faint)]) {
        let text = SafeText::new(text);
        for words in wrap_styled(&text, style, &[], usize::from(area.width)) {
            put(buffer, row(area, line), &words);
            line += 1;
        }
    }
}

/// How one sentence looks.
struct Look {
    sentence: usize,
    text: SafeText,
    base: Style,
    spans: Vec<(Range<usize>, Style)>,
}

impl Look {
    fn new(state: &State, theme: &Theme, document: &SourceText, sentence: usize) -> Self {
        let text = SafeText::new(document.sentence(sentence).unwrap_or(""));
        let (base, spans) = highlights(state, theme, document, sentence, &text);
        Self {
            sentence,
            text,
            base,
            spans,
        }
    }
}

/// The look of a sentence: what it is, what the selected event has in it, what the search found in it.
fn highlights(
    state: &State,
    theme: &Theme,
    document: &SourceText,
    sentence: usize,
    text: &SafeText,
) -> (Style, Vec<(Range<usize>, Style)>) {
    let Some(span) = document.sentences().get(sentence) else {
        return (theme.detail, Vec::new());
    };
    let base = match span.kind {
        SpanKind::Headline => theme.title,
        SpanKind::Kicker | SpanKind::Dateline | SpanKind::Byline | SpanKind::Boilerplate => {
            theme.faint
        }
        SpanKind::Sentence if document.events_of(sentence).is_empty() => theme.no_event,
        SpanKind::Sentence => theme.detail,
    };
    let current = state.current_stop();
    let current = current.as_ref();
    let is_current = |stop: &Stop| {
        current.is_some_and(|current| {
            let touched = current.range().map(|range| document.sentences_in(range));
            stop.source == current.source
                && touched.is_some_and(|touched| touched.contains(&sentence))
        })
    };
    let mut layers: Vec<(u8, Range<usize>, Style)> = Vec::new();
    let stops = state.stops();
    for stop in stops
        .iter()
        .filter(|stop| stop.source == Some(state.cursor.source))
    {
        let Some(range) = stop.range() else { continue };
        let (start, end) = (
            range.start.max(span.range.start),
            range.end.min(span.range.end),
        );
        if start >= end {
            continue;
        }
        let chosen = is_current(stop);
        let (layer, style) = match (stop.role, chosen) {
            (Role::Evidence, false) => (0, theme.evidence),
            (Role::Evidence, true) => (0, theme.evidence_current),
            (Role::Quote, _) => (1, Style::new().add_modifier(Modifier::ITALIC)),
            (Role::Date, false) => (2, theme.date_words),
            (Role::Date, true) => (2, theme.date_words_current),
        };
        let display =
            text.to_display(start - span.range.start)..text.to_display(end - span.range.start);
        layers.push((layer, display, style));
    }
    layers.sort_by_key(|(layer, range, _)| (*layer, range.start));
    let mut spans: Vec<(Range<usize>, Style)> = layers
        .into_iter()
        .map(|(_, range, style)| (range, style))
        .collect();
    let search = state.search.as_ref().map(|active| &active.search);
    spans.extend(matches(text, search, theme));
    (base, spans)
}
