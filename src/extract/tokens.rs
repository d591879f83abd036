//! A text as tokens: words, numbers and single marks, each with its place and its hash. What a token means is for the packs to
//! say.

use super::hash::{self, Hash};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters with their marks.
    Word,
    /// Decimal digits of ASCII.
    Number,
    /// One other visible character.
    Mark,
}

/// One token: bytes `start..end` of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// The hash of its text, whatever its case.
    pub hash: u64,
    /// What it is made of.
    pub kind: TokenKind,
    /// It is a word of nothing but lower-case letters of ASCII.
    pub plain: bool,
    /// White space stands before it, or the text begins with it.
    pub spaced: bool,
    /// A line break stands before it, or the text begins with it.
    pub breaks: bool,
}

impl Token {
    /// Its verbatim text.
    #[must_use]
    pub fn text(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or("")
    }
}

/// Cuts a text into tokens. Every visible character stands in exactly one. Texts beyond 4 GiB are cut there.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 5);
    found.extend(each_token(text));
    found
}

/// The same, one after the other.
pub(super) fn each_token(text: &str) -> impl Iterator<Item = Token> {
    let bytes = text.as_bytes();
    let (mut at, mut spaced, mut breaks) = (0, true, true);
    std::iter::from_fn(move || {
        while let Some(byte) = bytes.get(at).copied() {
            if matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c) {
                spaced = true;
                breaks |= byte == b'\n';
                at += 1;
            } else if let Some(piece) = piece(text, at, byte) {
                let token = Token {
                    start: u32::try_from(at).ok()?,
                    end: u32::try_from(piece.end).ok()?,
                    hash: piece.hash,
                    kind: piece.kind,
                    plain: piece.plain,
                    spaced,
                    breaks,
                };
                (spaced, breaks) = (false, false);
                at = piece.end;
                return Some(token);
            } else {
                spaced = true;
                at += width(text, at);
            }
        }
        None
    })
}

/// What stands at a place, where this byte is; `None` for white space beyond ASCII.
fn piece(text: &str, at: usize, byte: u8) -> Option<Piece> {
    match byte.is_ascii_digit() {
        true => Some(number(text.as_bytes(), at)),
        false => word(text, at).or_else(|| mark(text, at)),
    }
}

/// What a token is, whatever stands before it.
struct Piece {
    end: usize,
    hash: u64,
    kind: TokenKind,
    plain: bool,
}

/// The digits at a place.
fn number(bytes: &[u8], start: usize) -> Piece {
    let digits = bytes.get(start..).unwrap_or_default().iter();
    let (mut end, mut hash) = (start, Hash::EMPTY);
    for digit in digits.take_while(|byte| byte.is_ascii_digit()) {
        end += 1;
        hash = hash.with(*digit);
    }
    Piece {
        end,
        hash: hash.finish(),
        kind: TokenKind::Number,
        plain: false,
    }
}

/// The word at a place, if there is one.
fn word(text: &str, start: usize) -> Option<Piece> {
    let bytes = text.as_bytes();
    let (mut end, mut hash, mut plain) = (start, Hash::EMPTY, true);
    let letters = bytes.get(start..)?.iter();
    for letter in letters.take_while(|byte| byte.is_ascii_alphabetic()) {
        end += 1;
        plain &= letter.is_ascii_lowercase();
        hash = hash.with(letter.to_ascii_lowercase());
    }
    let mut hash = hash.finish();
    if bytes.get(end).is_some_and(|byte| !byte.is_ascii()) {
        let rest = text.get(end..)?;
        let letters = rest.char_indices().find(|(_, letter)| !is_letter(*letter));
        let length = letters.map_or(rest.len(), |(place, _)| place);
        if length > 0 {
            end += length;
            hash = hash::word(text.get(start..end)?);
            plain = false;
        }
    }
    (end > start).then_some(Piece {
        end,
        hash,
        kind: TokenKind::Word,
        plain,
    })
}

/// The mark at a place; `None` for white space beyond ASCII.
fn mark(text: &str, start: usize) -> Option<Piece> {
    let mark = text.get(start..)?.chars().next()?;
    let end = start + mark.len_utf8();
    let hash = || match u8::try_from(mark) {
        Ok(byte) if byte.is_ascii() => Hash::EMPTY.with(byte).finish(),
        _ => hash::word(text.get(start..end).unwrap_or_default()),
    };
    (!mark.is_whitespace()).then(|| Piece {
        end,
        hash: hash(),
        kind: TokenKind::Mark,
        plain: false,
    })
}

/// Bytes of the character at a place.
fn width(text: &str, start: usize) -> usize {
    let next = text.get(start..).and_then(|rest| rest.chars().next());
    next.map_or(1, char::len_utf8)
}

fn is_letter(letter: char) -> bool {
    use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
    match letter {
        'a'..='z' | 'A'..='Z' => true,
        '\0'..='\u{7f}' => false,
        _ => matches!(
            letter.general_category_group(),
            GeneralCategoryGroup::Letter | GeneralCategoryGroup::Mark
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_numbers_and_marks_are_told_apart_with_their_places() {
        let text = "Kamis (3/7/2025), pukul 10.00 WIB\n“Café—日本”";
        let found = tokens(text);
        let words: Vec<&str> = found.iter().map(|token| token.text(text)).collect();
        assert_eq!(
            words,
            [
                "Kamis", "(", "3", "/", "7", "/", "2025", ")", ",", "pukul", "10", ".", "00",
                "WIB", "“", "Café", "—", "日本", "”"
            ]
        );
        assert!(found[1].spaced && !found[2].spaced);
        assert!(found[14].breaks && !found[13].breaks);
    }

    proptest! {
        #[test]
        fn every_visible_character_stands_in_exactly_one_token(text in ".*") {
            let found = tokens(&text);
            let joined: String = found.iter().map(|token| token.text(&text)).collect();
            let visible: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
            prop_assert_eq!(joined, visible);
            prop_assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }
}
