//! Terminal cells: how many a text takes, and cutting and filling to a number of cells. Lines are in `wrap`.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::SafeText;
use super::ascii::cut_mark;

/// Cells that ratatui advances for one grapheme cluster: UAX #11 by `unicode-width`, and one cell for each halfwidth
/// katakana sound mark, which terminals draw on its own. A cluster with a control character is not drawn at all.
/// Most clusters take one or two cells; a few conjuncts and old Hangul syllables take more.
#[must_use]
pub fn grapheme_width(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        return 0;
    }
    if grapheme.len() == 1 {
        return 1;
    }
    let sound_marks = grapheme
        .chars()
        .filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}'))
        .count();
    grapheme.width() + sound_marks
}

/// Whether terminals disagree about the cells of a cluster: they know other versions of Unicode, and many count the characters
/// of a cluster one by one. Letters with marks above and below, and wide letters by themselves, are drawn alike everywhere.
#[must_use]
pub fn is_contested(cluster: &str) -> bool {
    if cluster.len() <= 2 {
        return false;
    }
    let mut letters = cluster.chars();
    let first = letters.next().unwrap_or_default();
    // Emoji, and planes of which terminals know less.
    u32::from(first) >= 0x1_0000 || letters.any(|mark| !matches!(mark, '\u{300}'..='\u{36f}'))
}

/// Cells that a text takes on one line, cluster by cluster as ratatui draws it. Line feeds take none.
#[must_use]
pub fn width(text: impl AsRef<str>) -> usize {
    let text = text.as_ref();
    if text.is_ascii() {
        return text.chars().filter(|c| !c.is_control()).count();
    }
    text.graphemes(true).map(grapheme_width).sum()
}

/// The byte at which the longest beginning within `cells` ends, and its width.
fn fit(text: &str, cells: usize) -> (usize, usize) {
    let (mut end, mut taken) = (0, 0);
    for (start, grapheme) in text.grapheme_indices(true) {
        let wider = taken + grapheme_width(grapheme);
        if wider > cells {
            break;
        }
        (end, taken) = (start + grapheme.len(), wider);
    }
    (end, taken)
}

/// The text, or as much of its beginning as fits with `…` behind it (`>` in ASCII). Never wider than `cells`; empty for none.
#[must_use]
pub fn truncate(text: &SafeText, cells: usize) -> SafeText {
    let (end, _) = fit(text.as_str(), cells);
    if end == text.as_str().len() {
        return text.clone();
    }
    let Some(room) = cells.checked_sub(1) else {
        return SafeText::default();
    };
    let (end, _) = fit(text.as_str(), room);
    let mut cut = text.slice(0..end);
    cut.push_inserted(cut_mark());
    cut
}

/// The text made exactly `cells` wide: truncated, or filled with spaces.
#[must_use]
pub fn pad(text: &SafeText, cells: usize) -> SafeText {
    let mut padded = truncate(text, cells);
    let missing = cells.saturating_sub(width(&padded));
    padded.push_inserted(&" ".repeat(missing));
    padded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    use super::*;
    use crate::text::samples::wild;

    /// Where ratatui's own cursor stands after the text, on a line that is long enough.
    fn drawn(text: &str) -> usize {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4000, 1));
        let (x, _) = buffer.set_stringn(0, 0, text, usize::MAX, Style::default());
        x.into()
    }

    #[test]
    fn a_cut_text_ends_in_an_ellipsis_and_never_splits_a_character() {
        let cut = |text: &str, cells| truncate(&SafeText::new(text), cells).to_string();
        assert_eq!(cut("Istanbul", 8), "Istanbul");
        assert_eq!(cut("Istanbul", 5), "Ista…");
        assert_eq!(cut("漢字漢", 4), "漢…");
        assert_eq!(cut("👩‍👩‍👧👩‍👩‍👧", 3), "👩‍👩‍👧…");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(cut("abc", 1), "…");
        assert_eq!(cut("abc", 0), "");
        assert_eq!(cut("", 0), "");
    }

    #[test]
    fn padding_fills_what_a_wide_character_leaves() {
        assert_eq!(pad(&SafeText::new("漢字"), 4).as_str(), "漢字");
        assert_eq!(pad(&SafeText::new("漢字"), 3).as_str(), "漢…");
        assert_eq!(pad(&SafeText::new("漢字漢"), 5).as_str(), "漢字…");
        assert_eq!(pad(&SafeText::new("漢字漢"), 4).as_str(), "漢… ");
        assert_eq!(pad(&SafeText::new("a"), 3).as_str(), "a  ");
    }

    #[test]
    fn what_is_cut_off_leads_back_to_the_place_of_the_cut() {
        let cut = truncate(&SafeText::new("Istanbul"), 5);
        assert_eq!(cut.to_source(4), 4);
        assert_eq!(cut.to_source(cut.as_str().len()), 4);
        assert!(!cut.is_changed());
    }

    proptest! {
        #[test]
        fn the_width_is_what_ratatui_draws(source in wild()) {
            let text = SafeText::new(&source);
            prop_assert_eq!(width(&text), drawn(text.as_str()));
        }

        #[test]
        fn cut_and_filled_texts_keep_to_their_cells(source in wild(), cells in 0_usize..40) {
            let text = SafeText::new(&source);
            prop_assert!(width(truncate(&text, cells)) <= cells);
            prop_assert_eq!(width(pad(&text, cells)), cells);
        }
    }
}
