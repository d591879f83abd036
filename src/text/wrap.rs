//! Breaking safe text into lines of a given width. Cutting one line short is in `width`.

use std::{iter::Peekable, ops::Range};

use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

use super::{SafeText, width::grapheme_width};

/// The display byte ranges of the lines of a text, `cells` wide; at least one, even of an empty text.
///
/// Lines end at line feeds and, greedily, at the opportunities of UAX #14. Spaces at the end of a line hang and are in
/// no range. A word longer than a line is cut between grapheme clusters; a cluster wider than a line stands alone.
/// A width of 0 is taken for 1.
#[must_use]
pub fn wrap(text: &SafeText, cells: usize) -> Vec<Range<usize>> {
    let text = text.as_str();
    let mut lines = Lines {
        text,
        cells: cells.max(1),
        start: 0,
        before: 0,
        chance: None,
        done: Vec::new(),
    };
    let mut chances = linebreaks(text).map(|(at, _)| at).peekable();
    let mut taken = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        if may_break(&mut chances, at) && at > lines.start {
            lines.chance = Some((at, taken));
        }
        if grapheme == "\n" {
            lines.end(at);
            lines.begin(at + 1, taken);
            continue;
        }
        let wide = grapheme_width(grapheme);
        if grapheme != " " {
            lines.make_room(at, taken, wide);
        }
        taken += wide;
    }
    lines.end(text.len());
    lines.done
}

/// Whether a line may end at `at`. Opportunities inside a cluster are passed over.
fn may_break(chances: &mut Peekable<impl Iterator<Item = usize>>, at: usize) -> bool {
    while chances.next_if(|chance| *chance < at).is_some() {}
    chances.next_if_eq(&at).is_some()
}

/// The lines so far and the one being filled. Cells are counted from the start of the text.
struct Lines<'t> {
    text: &'t str,
    cells: usize,
    /// Where the line being filled starts, and the cells before it.
    start: usize,
    before: usize,
    /// The last place where it may end, and the cells before that place.
    chance: Option<(usize, usize)>,
    done: Vec<Range<usize>>,
}

impl Lines<'_> {
    /// Ends lines until a cluster at `at`, `taken` cells into the text and `wide` cells wide, fits or stands alone.
    fn make_room(&mut self, at: usize, taken: usize, wide: usize) {
        while at > self.start && taken + wide > self.before + self.cells {
            let (end, cells) = self.chance.unwrap_or((at, taken));
            // A line of nothing but hanging spaces would be blank.
            if !self.trimmed(end).is_empty() {
                self.end(end);
            }
            self.begin(end, cells);
        }
    }

    fn begin(&mut self, start: usize, before: usize) {
        self.start = start;
        self.before = before;
        self.chance = None;
    }

    fn end(&mut self, end: usize) {
        self.done.push(self.trimmed(end));
    }

    fn trimmed(&self, end: usize) -> Range<usize> {
        let line = self.text.get(self.start..end).unwrap_or_default();
        self.start..self.start + line.trim_end_matches(' ').len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{samples::wild, width};

    fn lines(source: &str, cells: usize) -> Vec<String> {
        let text = SafeText::multiline(source);
        let ranges = wrap(&text, cells);
        ranges
            .into_iter()
            .map(|range| text.as_str()[range].to_owned())
            .collect()
    }

    #[test]
    fn lines_end_between_words_and_spaces_hang() {
        assert_eq!(lines("satu dua tiga", 8), ["satu dua", "tiga"]);
        assert_eq!(lines("satu dua    tiga", 8), ["satu dua", "tiga"]);
        assert_eq!(lines("satu dua   ", 8), ["satu dua"]);
        assert_eq!(lines("satu-dua", 5), ["satu-", "dua"]);
        assert_eq!(lines("漢字、漢字", 5), ["漢", "字、", "漢字"]);
    }

    #[test]
    fn a_long_word_is_cut_and_a_wide_character_stands_alone() {
        assert_eq!(lines("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(lines("a abcdefgh", 3), ["a", "abc", "def", "gh"]);
        assert_eq!(lines("a漢👩‍👩‍👧b", 1), ["a", "漢", "👩‍👩‍👧", "b"]);
        assert_eq!(lines("ab", 0), ["a", "b"]);
    }

    #[test]
    fn blank_lines_and_empty_texts_are_lines() {
        assert_eq!(lines("", 10), [""]);
        assert_eq!(lines("   ", 2), [""]);
        assert_eq!(lines("a\n\nb\n", 10), ["a", "", "b", ""]);
        assert_eq!(lines("   abc", 4), ["abc"]);
    }

    proptest! {
        #[test]
        fn lines_keep_to_their_width_and_lose_nothing(source in wild(), cells in 0_usize..300, many in any::<bool>()) {
            let text = if many { SafeText::multiline(&source) } else { SafeText::new(&source) };
            // Narrow widths are where lines go wrong.
            for cells in [cells, cells % 9] {
                let mut at = 0;
                for range in wrap(&text, cells) {
                    let gap = &text.as_str()[at..range.start];
                    prop_assert!(gap.chars().all(|c| matches!(c, ' ' | '\n')), "lost: {:?}", gap);
                    let line = &text.as_str()[range.clone()];
                    let alone = line.graphemes(true).count() == 1;
                    prop_assert!(alone || width(line) <= cells.max(1), "too wide: {:?}", line);
                    at = range.end;
                }
                let rest = &text.as_str()[at..];
                prop_assert!(rest.chars().all(|c| matches!(c, ' ' | '\n')), "lost: {:?}", rest);
            }
        }
    }
}
