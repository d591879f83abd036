//! Which characters a machine format must write as an escape so that its bytes do nothing when a terminal shows them.
//! How each format spells the escape is its own matter; what the screen shows instead is not decided here.

/// Whether a character acts on a terminal or on the order of the text around it, or cannot be seen at all: C0 and C1 controls,
/// DEL, bidirectional controls, zero-width and format characters, fillers, variation selectors, tags, private use and
/// noncharacters. Escaped or not, a reader of the format gets the same text.
#[must_use]
pub const fn must_escape(letter: char) -> bool {
    matches!(letter,
        '\u{00}'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}'
        | '\u{f0000}'..)
        || (letter as u32) & 0xfffe == 0xfffe
}
