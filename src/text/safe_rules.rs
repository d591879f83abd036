//! What each character is to safe text: the tables. How characters act together is decided in `safe_scan`.

use unicode_properties::{
    EmojiStatus, GeneralCategory as Gc, UnicodeEmoji, UnicodeGeneralCategory,
};
use unicode_script::{Script, UnicodeScript};

/// How a character may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Shown as it is; carries marks.
    Text,
    /// Shown as it is; white space, carries no mark.
    Space,
    /// A combining mark: needs a base.
    Mark,
    /// A conjoining Hangul vowel or final consonant: needs a Hangul base.
    Jamo,
    /// U+200C and U+200D.
    Joiner,
    /// U+FE0E and U+FE0F.
    Presentation,
    /// U+E0100 to U+E01EF, for ideographs.
    Ideographic,
    /// Mongolian free variation selectors.
    Mongolian,
    /// Not shown, or shown as something else than it is.
    Hidden,
}

/// Characters that are text wherever they stand: nothing joins, reorders or hides them.
pub(super) const fn plain(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '\u{a0}'..='\u{ac}'
        | '\u{ae}'..='\u{2ff}'
        | '\u{370}'..='\u{482}'
        | '\u{48a}'..='\u{52f}'
        | '\u{2010}'..='\u{2027}'
        | '\u{202f}'..='\u{205e}'
        | '\u{20a0}'..='\u{20c0}'
        | '\u{2190}'..='\u{23ff}'
        | '\u{2500}'..='\u{27bf}'
        | '\u{3001}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{309b}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{ff01}'..='\u{ff9d}'
        | '\u{1f300}'..='\u{1f3fa}'
        | '\u{1f400}'..='\u{1f64f}'
        | '\u{1f680}'..='\u{1f6ff}'
        | '\u{1f900}'..='\u{1f9ff}')
}

/// The class of a character (Unicode Character Database: `General_Category`, `Default_Ignorable_Code_Point`).
pub(super) fn class(c: char) -> Class {
    match c {
        '\u{a0}' => Class::Text,
        _ if c.is_whitespace() && !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}') => {
            Class::Space
        }
        _ if plain(c) => Class::Text,
        '\u{200c}' | '\u{200d}' => Class::Joiner,
        '\u{fe0e}' | '\u{fe0f}' => Class::Presentation,
        '\u{e0100}'..='\u{e01ef}' => Class::Ideographic,
        '\u{180b}'..='\u{180d}' | '\u{180f}' => Class::Mongolian,
        _ if is_filler(c) || is_ignorable(c) => Class::Hidden,
        '\u{1161}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}' => Class::Jamo,
        _ if is_prepended_sign(c) => Class::Text,
        _ => match c.general_category() {
            Gc::NonspacingMark | Gc::SpacingMark | Gc::EnclosingMark => Class::Mark,
            Gc::Control
            | Gc::Format
            | Gc::Surrogate
            | Gc::PrivateUse
            | Gc::LineSeparator
            | Gc::ParagraphSeparator => Class::Hidden,
            _ => Class::Text,
        },
    }
}

/// Letters and marks that are drawn as nothing: grapheme joiner, Hangul fillers, Khmer inherent vowels.
const fn is_filler(c: char) -> bool {
    matches!(
        c,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}'
    )
}

/// Other selectors, tags, unassigned default-ignorable characters and noncharacters.
const fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{2065}' | '\u{fe00}'..='\u{fe0d}' | '\u{fff0}'..='\u{fff8}'
        | '\u{e0000}'..='\u{e0fff}' | '\u{fdd0}'..='\u{fdef}')
        || (c as u32) & 0xfffe == 0xfffe
}

/// `Prepended_Concatenation_Mark`: format characters that are drawn, such as the Arabic year sign.
const fn is_prepended_sign(c: char) -> bool {
    matches!(
        c,
        '\u{600}'
            ..='\u{605}'
                | '\u{6dd}'
                | '\u{70f}'
                | '\u{890}'
                | '\u{891}'
                | '\u{8e2}'
                | '\u{110bd}'
                | '\u{110cd}'
    )
}

/// Whether a presentation selector may follow: emoji and the bases of keycaps (UTS #51, ED-8a and ED-9a).
pub(super) fn takes_presentation(c: char) -> bool {
    c.is_emoji_char() && !is_regional(c) && !is_modifier(c)
}

/// Whether an emoji may be an element of a ZWJ sequence: no digit, flag half or bare skin tone (UTS #51, ED-15a).
pub(super) fn is_pictograph(c: char) -> bool {
    takes_presentation(c) && !c.is_ascii()
}

/// Whether a skin tone may follow (UTS #51, ED-12).
pub(super) fn takes_modifier(c: char) -> bool {
    matches!(
        c.emoji_status(),
        EmojiStatus::EmojiModifierBase | EmojiStatus::EmojiPresentationAndModifierBase
    )
}

/// Skin tones (UTS #51, ED-11).
pub(super) const fn is_modifier(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

const fn is_regional(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Whether an ideographic variation selector may follow (UTS #37).
pub(super) fn is_ideograph(c: char) -> bool {
    c.script() == Script::Han && c.general_category() == Gc::OtherLetter
}

/// Whether a conjoining vowel or final may follow (Unicode Standard, section 3.12).
pub(super) fn is_hangul(c: char) -> bool {
    c.script() == Script::Hangul
}

/// Whether a Mongolian free variation selector may follow.
pub(super) fn is_mongolian(c: char) -> bool {
    c.script() == Script::Mongolian && c.is_alphabetic()
}

/// How many marks the base carries before the rest is made visible, given the script of the mark in question.
///
/// Three is plenty for most; in these scripts, syllables and cantillation stack more marks of the script's own.
pub(super) fn mark_limit(base: char, mark: char) -> usize {
    let script = mark.script();
    let deep = matches!(
        script,
        Script::Myanmar
            | Script::Tibetan
            | Script::Tai_Tham
            | Script::Balinese
            | Script::Javanese
            | Script::Hebrew
    );
    if deep && base.script() == script {
        6
    } else {
        3
    }
}

/// Whether a joiner beside this character changes how words are written (Unicode Standard, section 23.2).
pub(super) fn needs_joiners(c: char) -> bool {
    let extension = c.script_extension();
    let shared = extension.is_common() || extension.is_inherited();
    !shared && extension.iter().any(script_needs_joiners)
}

const fn script_needs_joiners(script: Script) -> bool {
    use Script as S;
    matches!(
        script,
        S::Arabic
            | S::Syriac
            | S::Mandaic
            | S::Mongolian
            | S::Nko
            | S::Phags_Pa
            | S::Adlam
            | S::Hanifi_Rohingya
            | S::Manichaean
            | S::Sogdian
            | S::Tifinagh
            | S::Devanagari
            | S::Bengali
            | S::Gurmukhi
            | S::Gujarati
            | S::Oriya
            | S::Tamil
            | S::Telugu
            | S::Kannada
            | S::Malayalam
            | S::Sinhala
            | S::Khmer
            | S::Myanmar
            | S::Tibetan
            | S::Tai_Tham
            | S::Balinese
            | S::Javanese
            | S::Sundanese
            | S::Buginese
            | S::Cham
            | S::Chakma
            | S::Limbu
            | S::Lepcha
            | S::Meetei_Mayek
            | S::Saurashtra
            | S::Grantha
            | S::Newa
            | S::Tirhuta
            | S::Modi
            | S::Sharada
            | S::Siddham
            | S::Takri
            | S::Khojki
            | S::Khudawadi
            | S::Kaithi
            | S::Brahmi
            | S::Kawi
            | S::Dogra
            | S::Nandinagari
            | S::Masaram_Gondi
            | S::Gunjala_Gondi
            | S::Zanabazar_Square
            | S::Soyombo
            | S::Bhaiksuki
            | S::Dives_Akuru
    )
}
