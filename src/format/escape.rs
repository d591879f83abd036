//! Which characters a machine format must write as an escape so that its bytes do nothing when a terminal shows them.
//! How each format spells the escape is its own matter; what the screen shows instead is not decided here.

/// Whether a character acts on a terminal or on the order of the text around it, or cannot be seen at all: C0 and C1 controls,
/// DEL, bidirectional controls, zero-width and format characters, tags.
#[must_use]
pub const fn must_escape(letter: char) -> bool {
    matches!(letter,
        '\u{00}'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}
