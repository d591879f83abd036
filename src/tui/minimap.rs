//! The whole article in two narrow columns at the right edge of the source pane: where the window is, where sentences have events,
//! where the selected event's words are. Signs tell it, not colours; a click goes to the sentence.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::hits::Hits;
use super::paint::{row, sign};
use super::theme::Theme;
use crate::app::{State, Target, Window};
use crate::model::Role;
use crate::store::{SourceIx, SourceText};

/// A space, the window, the article.
const CELLS: u16 = 3;
/// A pane must have so many cells and rows for it.
const LEAST: (u16, u16) = (40, 8);
/// How much of a row's text states events, in eighths.
const EIGHTHS: [&str; 9] = ["·", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];

/// The room of the words, and that of the map where the article is longer than the pane.
pub(super) fn split(area: Rect, document: &SourceText) -> (Rect, Option<Rect>) {
    let letters = document.text().map_or(0, str::len);
    let whole = usize::from(area.width) * usize::from(area.height);
    if area.width < LEAST.0 || area.height < LEAST.1 || letters <= whole {
        return (area, None);
    }
    let words = Rect {
        width: area.width - CELLS,
        ..area
    };
    let map = Rect {
        x: words.right(),
        width: CELLS,
        ..area
    };
    (words, Some(map))
}

/// What each row of the last map had: its first sentence that states an event, and how much of its text such sentences are, in
/// eighths. It holds for one view, source and height.
#[derive(Debug, Default)]
pub(super) struct MapCache {
    of: Option<(u64, SourceIx, usize)>,
    rows: Vec<(Option<usize>, usize)>,
}

impl MapCache {
    fn get(&mut self, state: &State, map: &Map<'_>) -> &[(Option<usize>, usize)] {
        let of = Some((state.view.number(), state.cursor.source, map.rows));
        if self.of != of {
            let rows = (0..map.rows).map(|row| map.events_in(state, row));
            self.rows = rows.collect();
            self.of = of;
        }
        &self.rows
    }
}

/// Draws the map of an article beside the sentences that a window shows.
pub(super) fn render(
    (state, theme): (&State, &Theme),
    document: &SourceText,
    window: Window,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
    cache: &mut MapCache,
) {
    let map = Map {
        document,
        length: document.text().map_or(0, str::len),
        rows: usize::from(area.height),
    };
    let stating = cache.get(state, &map);
    let spans = document.sentences();
    let start = spans.get(window.first).map_or(0, |span| span.range.start);
    let end = spans.get(window.last).map_or(0, |span| span.range.end);
    let (from, to) = (map.row_of(start), map.row_of(end.saturating_sub(1)));
    let stops = state.stops();
    let here = stops
        .iter()
        .filter(|stop| stop.source == Some(state.cursor.source) && stop.role != Role::Date);
    let mut words = vec![None; map.rows];
    for stop in here {
        let (Some(range), Some(sentence)) = (stop.range(), stop.sentence) else {
            continue;
        };
        let rows = map.row_of(range.start)..=map.row_of(range.end.saturating_sub(1));
        for place in words.get_mut(rows).unwrap_or_default() {
            place.get_or_insert(sentence);
        }
    }
    let (frame, signs) = (area.x + 1, area.x + 2);
    for line in 0..map.rows {
        let here = row(area, line);
        if (from..=to).contains(&line) {
            sign(buffer, here, frame, here.y, "┃", theme.cursor);
        }
        let (first, eighths) = stating.get(line).copied().unwrap_or_default();
        let of_event = words.get(line).copied().flatten();
        let (symbol, style) = match of_event {
            Some(_) => ("◆", theme.evidence),
            None if eighths == 0 => ("·", theme.no_event),
            None => (EIGHTHS.get(eighths).copied().unwrap_or("█"), theme.axis),
        };
        sign(buffer, here, signs, here.y, symbol, style);
        let sentence = of_event.or(first);
        let sentence = sentence.or_else(|| document.sentence_at(map.bytes(line).start));
        if let Some(sentence) = sentence {
            hits.push(here, Target::Sentence(state.cursor.source, sentence));
        }
    }
}

/// An article in rows.
struct Map<'a> {
    document: &'a SourceText,
    /// Bytes of the text.
    length: usize,
    rows: usize,
}

impl Map<'_> {
    /// The row in which a byte stands.
    fn row_of(&self, byte: usize) -> usize {
        let row = byte * self.rows / self.length.max(1);
        row.min(self.rows.saturating_sub(1))
    }

    /// The bytes of a row.
    fn bytes(&self, row: usize) -> Range<usize> {
        let edge = |row: usize| (row * self.length).div_ceil(self.rows.max(1));
        edge(row)..edge(row + 1)
    }

    /// The first sentence in a row that states an event which is left, and how much of the row's text such sentences are, in eighths:
    /// none only where there are none.
    fn events_in(&self, state: &State, row: usize) -> (Option<usize>, usize) {
        let bytes = self.bytes(row);
        let places = self.document.sentences_in(&bytes);
        let spans = self.document.sentences().get(places.clone());
        let (mut first, mut stating, mut all) = (None, 0, 0);
        for (sentence, span) in places.zip(spans.unwrap_or_default()) {
            let (start, end) = (
                span.range.start.max(bytes.start),
                span.range.end.min(bytes.end),
            );
            let length = end.saturating_sub(start);
            all += length;
            let mut events = self.document.events_of(sentence).iter();
            if events.any(|event| state.view.contains(*event)) {
                first = first.or(Some(sentence));
                stating += length;
            }
        }
        (first, (stating * 8).div_ceil(all.max(1)).min(8))
    }
}
