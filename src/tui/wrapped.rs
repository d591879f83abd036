//! The lines of a source's text at a width. Of a long text only what is near the screen is wrapped; the rest has as many lines as
//! its length suggests, until somebody comes near. What the lines look like is in `source`.

use std::collections::HashMap;
use std::ops::Range;

use crate::app::{Scroll, Window};
use crate::store::{SourceIx, SourceText};
use crate::text::{SafeText, wrap};

/// A text of so many bytes is wrapped whole: that is not felt between two keys.
const AT_ONCE: usize = 64 << 10;

/// So many sources are kept: of a table every row is one.
const KEPT: usize = 64;

/// The wrapped lines of sources, kept until the width changes.
#[derive(Debug, Default)]
pub(super) struct WrapCache {
    sources: HashMap<SourceIx, Wrapped>,
}

impl WrapCache {
    pub(super) fn get(
        &mut self,
        source: SourceIx,
        document: &SourceText,
        cells: usize,
    ) -> &mut Wrapped {
        if self.sources.len() >= KEPT && !self.sources.contains_key(&source) {
            self.sources.clear();
        }
        let wrapped = self.sources.entry(source).or_default();
        if wrapped.cells != cells || wrapped.lines.len() != document.sentences().len() {
            *wrapped = Wrapped::new(document, cells);
        }
        wrapped
    }
}

/// The lines of one text. A row is a line of the whole text, counted from 0.
#[derive(Debug, Default)]
pub(super) struct Wrapped {
    cells: usize,
    /// For each sentence the bytes of its safe text in each of its lines; none where it was not wrapped yet.
    lines: Vec<Vec<Range<usize>>>,
    /// The first row of each sentence, and after the last how many there are.
    starts: Vec<usize>,
}

impl Wrapped {
    fn new(document: &SourceText, cells: usize) -> Self {
        let mut wrapped = Self {
            cells,
            lines: vec![Vec::new(); document.sentences().len()],
            starts: Vec::new(),
        };
        if document.text().map_or(0, str::len) <= AT_ONCE {
            wrapped.wrap(document, 0..wrapped.lines.len());
        }
        wrapped.place_all(document);
        wrapped
    }

    /// How many rows there are, as far as is known.
    pub(super) fn total(&self) -> usize {
        self.starts.last().copied().unwrap_or(0)
    }

    /// The first row of a sentence.
    pub(super) fn start(&self, sentence: usize) -> usize {
        self.starts.get(sentence).copied().unwrap_or(0)
    }

    /// The lines of a sentence; none where it was not wrapped yet.
    pub(super) fn lines(&self, sentence: usize) -> &[Range<usize>] {
        self.lines.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// The sentence of a row, and which of its lines stands there.
    fn at(&self, row: usize) -> (usize, usize) {
        let after = self.starts.partition_point(|start| *start <= row);
        let sentence = after
            .saturating_sub(1)
            .min(self.lines.len().saturating_sub(1));
        (sentence, row.saturating_sub(self.start(sentence)))
    }

    /// Wraps sentences. Whether any of them was not.
    fn wrap(&mut self, document: &SourceText, sentences: Range<usize>) -> bool {
        let mut is_new = false;
        for sentence in sentences {
            if let Some(lines) = self.lines.get_mut(sentence)
                && lines.is_empty()
            {
                let text = SafeText::new(document.sentence(sentence).unwrap_or(""));
                *lines = wrap(&text, self.cells);
                is_new = true;
            }
        }
        is_new
    }

    /// Works out the rows anew.
    fn place_all(&mut self, document: &SourceText) {
        self.starts.clear();
        let mut row = 0;
        for (lines, span) in self.lines.iter().zip(document.sentences()) {
            self.starts.push(row);
            row += match lines.len() {
                0 => span.range.len() / self.cells.max(1) + 1,
                count => count,
            };
        }
        self.starts.push(row);
    }

    /// Wraps a sentence and what stands up to so many rows before and after it.
    fn wrap_around(&mut self, document: &SourceText, sentence: usize, rows: usize) -> bool {
        let mut is_new = false;
        let (mut first, mut before) = (sentence, 0);
        while first > 0 && before < rows {
            first -= 1;
            is_new |= self.wrap(document, first..first + 1);
            before += self.lines(first).len();
        }
        let (mut next, mut after) = (sentence, 0);
        while next < self.lines.len() && after <= rows {
            is_new |= self.wrap(document, next..next + 1);
            after += self.lines(next).len();
            next += 1;
        }
        is_new
    }

    /// The window of `height` rows that keeps what must be seen of a sentence on the screen: `seen` gives its rows, once the
    /// sentence is wrapped. All that the window shows is wrapped then. What stood at its top before stays there, however many
    /// rows the text above it turns out to have.
    pub(super) fn window(
        &mut self,
        document: &SourceText,
        scroll: Scroll,
        height: usize,
        sentence: usize,
        seen: impl Fn(&Self) -> (usize, usize),
    ) -> Window {
        let top = self.at(scroll.top);
        let mut is_new = self.wrap_around(document, sentence, height);
        is_new |= self.wrap_around(document, top.0, height);
        loop {
            if is_new {
                self.place_all(document);
            }
            let scroll = Scroll {
                top: self.start(top.0) + top.1,
                ..scroll
            };
            let (first, last) = seen(self);
            let mut window = scroll.window(height, self.total(), first, last);
            window.first = self.at(window.top).0;
            let end = (window.top + height).min(self.total());
            window.last = self.at(end.saturating_sub(1)).0.max(window.first);
            // Every turn wraps something that was not, so there are not many.
            is_new = self.wrap(document, window.first..window.last + 1);
            if !is_new {
                return window;
            }
        }
    }

    /// What stands in the rows of a window: sentence and line within it.
    pub(super) fn shown(&self, window: Window) -> impl Iterator<Item = (usize, usize)> {
        let end = (window.top + window.height).min(self.total());
        (window.top..end).map(|row| self.at(row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Source, Timeline};
    use crate::store::Store;

    const HEIGHT: usize = 20;

    /// A store of one source: so many sentences of one to many lines.
    fn store(sentences: usize) -> Store {
        let sentence = |place: usize| {
            let words = "the ferry sails ".repeat(place * 7 % 23);
            format!("Number {place} says that {words}it rains-and-pours.\n")
        };
        let text: String = (0..sentences).map(sentence).collect();
        let timeline = Timeline {
            sources: vec![Source {
                id: "s".to_owned(),
                ..Source::default()
            }],
            ..Timeline::default()
        };
        Store::new(timeline, vec![Some(text)])
    }

    fn whole(sentence: usize) -> impl Fn(&Wrapped) -> (usize, usize) {
        move |wrapped| {
            let first = wrapped.start(sentence);
            (first, first + wrapped.lines(sentence).len() - 1)
        }
    }

    /// The rows that every line of the text has when all of it is wrapped.
    fn all_rows(document: &SourceText, cells: usize) -> Vec<(usize, usize)> {
        let mut wrapped = Wrapped::new(document, cells);
        wrapped.wrap(document, 0..document.sentences().len());
        wrapped.place_all(document);
        (0..wrapped.total()).map(|row| wrapped.at(row)).collect()
    }

    fn is_a_run_of(rows: &[(usize, usize)], shown: &[(usize, usize)]) -> bool {
        rows.windows(shown.len()).any(|run| run == shown)
    }

    #[test]
    fn a_short_text_is_wrapped_whole() {
        let store = store(40);
        let document = store.source_text(SourceIx(0)).unwrap();
        let wrapped = Wrapped::new(&document, 30);
        assert!(wrapped.lines.iter().all(|lines| !lines.is_empty()));
    }

    #[test]
    fn of_a_long_text_only_what_is_near_is_wrapped_wherever_the_cursor_jumps() {
        let store = store(3_000);
        let document = store.source_text(SourceIx(0)).unwrap();
        let last = document.sentences().len() - 1;
        for cells in [30, 71] {
            let rows = all_rows(&document, cells);
            let mut wrapped = Wrapped::new(&document, cells);
            let mut scroll = Scroll::default();
            for sentence in [0, 1, 1_500, 1_499, last, 0, 700] {
                let window = wrapped.window(&document, scroll, HEIGHT, sentence, whole(sentence));
                scroll.top = window.top;
                let shown: Vec<_> = wrapped.shown(window).collect();
                assert_eq!(shown.len(), HEIGHT);
                assert!(is_a_run_of(&rows, &shown), "{shown:?}");
                let lines = wrapped.lines(sentence).len().min(HEIGHT);
                let of_it = shown.iter().filter(|(other, _)| *other == sentence);
                assert_eq!(of_it.count(), lines, "all of sentence {sentence} is seen");
                if sentence == last {
                    assert_eq!(shown.last(), rows.last());
                }
            }
            let done = wrapped.lines.iter().filter(|lines| !lines.is_empty());
            assert!(done.count() < 500);
        }
    }

    #[test]
    fn the_wheel_moves_a_long_text_row_by_row_in_both_directions() {
        let store = store(3_000);
        let document = store.source_text(SourceIx(0)).unwrap();
        let rows = all_rows(&document, 40);
        for (start, step) in [(0, 1), (2_000, -1), (2_999, -7)] {
            let mut wrapped = Wrapped::new(&document, 40);
            let mut scroll = Scroll::default();
            let mut window = wrapped.window(&document, scroll, HEIGHT, start, whole(start));
            let top = |wrapped: &Wrapped, window| {
                let first = wrapped.shown(window).next();
                rows.iter().position(|row| Some(*row) == first).unwrap()
            };
            let mut place = top(&wrapped, window);
            for _ in 0..400 {
                scroll.wheel(window, step);
                window = wrapped.window(&document, scroll, HEIGHT, start, whole(start));
                scroll.top = window.top;
                let now = top(&wrapped, window);
                let moved = i64::try_from(now).unwrap() - i64::try_from(place).unwrap();
                assert_eq!(moved, i64::from(step));
                place = now;
            }
        }
    }
}
