//! Right-to-left text in the order in which it is seen, for terminals that are told to leave the order alone (Unicode UAX #9).
//! Each field is turned by itself, so that no word leaves its place on the screen. Wrapping comes before.

use std::ops::Range;

use unicode_bidi::{Direction, Level, ParagraphBidiInfo, get_base_direction};
use unicode_segmentation::UnicodeSegmentation;

use super::SafeText;

/// Whether a text holds letters that are written from right to left. Most do not, and need no turning.
#[must_use]
pub fn has_right_to_left(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_right_to_left)
}

/// The blocks whose characters run from right to left (Unicode Character Database, `DerivedBidiClass.txt`).
const fn is_right_to_left(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// One grapheme cluster where it is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// What is drawn: brackets among right-to-left letters open to the other side.
    pub drawn: String,
}

/// The clusters of a line of a text, from left to right as they are seen. The whole text decides which way it runs.
#[must_use]
pub fn visual(text: &SafeText, line: Range<usize>) -> Vec<Seen> {
    let shown = text.as_str();
    let words = shown.get(line.clone()).unwrap_or_default();
    let base = match get_base_direction(shown) {
        Direction::Rtl => Level::rtl(),
        Direction::Ltr | Direction::Mixed => Level::ltr(),
    };
    let info = ParagraphBidiInfo::new(words, Some(base));
    let levels = info.reordered_levels(0..words.len());
    let clusters: Vec<(usize, &str)> = words.grapheme_indices(true).collect();
    let level_at = |at: usize| levels.get(at).copied().unwrap_or(base);
    let of_clusters: Vec<Level> = clusters.iter().map(|(at, _)| level_at(*at)).collect();
    let order = ParagraphBidiInfo::reorder_visual(&of_clusters);
    let seen = order.into_iter().filter_map(|place| {
        let (at, cluster) = clusters.get(place)?;
        let start = line.start + at;
        let turned = of_clusters.get(place).is_some_and(Level::is_rtl);
        Some(Seen {
            range: start..start + cluster.len(),
            drawn: if turned {
                mirrored(cluster)
            } else {
                (*cluster).to_owned()
            },
        })
    });
    seen.collect()
}

/// A bracket of the other side for a bracket (UAX #9, rule L4); the pairs that texts of the field use.
fn mirrored(cluster: &str) -> String {
    const PAIRS: [(char, char); 10] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
        ('≤', '≥'),
        ('⟨', '⟩'),
        ('「', '」'),
        ('『', '』'),
    ];
    let other = |letter: char| {
        let pair = PAIRS
            .iter()
            .find(|(one, two)| [*one, *two].contains(&letter));
        pair.map_or(
            letter,
            |(one, two)| if letter == *one { *two } else { *one },
        )
    };
    cluster.chars().map(other).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::samples::wild;
    use crate::text::width;

    fn seen(text: &str) -> String {
        let text = SafeText::new(text);
        let clusters = visual(&text, 0..text.as_str().len());
        clusters.into_iter().map(|seen| seen.drawn).collect()
    }

    #[test]
    fn letters_are_turned_and_numbers_are_not() {
        assert_eq!(seen("abc"), "abc");
        assert_eq!(seen("אבג"), "גבא");
        assert_eq!(seen("pada 3 Juli אבג 2025 ok"), "pada 3 Juli 2025 גבא ok");
        assert_eq!(seen("אב (גד) 12"), "12 (דג) בא");
        assert_eq!(seen("سلام e\u{301}"), "e\u{301} مالس");
    }

    #[test]
    fn a_line_of_a_text_runs_as_the_whole_text_does() {
        let text = SafeText::new("אב 12 cd");
        let line = visual(&text, 5..10);
        let drawn: String = line.iter().map(|seen| seen.drawn.as_str()).collect();
        assert_eq!(drawn, "cd 12");
        assert_eq!(line[0].range, 8..9);
    }

    proptest! {
        #[test]
        fn the_same_cells_are_drawn_in_another_order(source in wild(), hebrew in "[א-ת0-9 (a]{0,9}") {
            let text = SafeText::new(&format!("{hebrew}{source}{hebrew}"));
            let whole = text.as_str();
            let clusters = visual(&text, 0..whole.len());
            let mut places: Vec<usize> = clusters.iter().map(|seen| seen.range.start).collect();
            places.sort_unstable();
            let expected: Vec<usize> = whole.grapheme_indices(true).map(|(at, _)| at).collect();
            prop_assert_eq!(places, expected);
            let cells: usize = clusters.iter().map(|seen| width(&seen.drawn)).sum();
            prop_assert_eq!(cells, width(whole));
        }

        #[test]
        fn what_has_nothing_to_turn_stays(source in "[a-zA-Z0-9 .,;()éяあ漢]{0,40}") {
            prop_assert!(!has_right_to_left(&source));
            prop_assert_eq!(seen(&source), source);
        }
    }
}
