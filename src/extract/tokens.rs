//! A text as tokens: words, numbers and single marks, each with its place. What a token means is for the packs to say.

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
    /// What it is made of.
    pub kind: TokenKind,
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
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(text.len() / 5);
    let (mut at, mut spaced, mut breaks) = (0, true, true);
    while let Some(byte) = bytes.get(at).copied() {
        let (kind, end) = match byte {
            b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c => {
                spaced = true;
                breaks |= byte == b'\n';
                at += 1;
                continue;
            }
            b'0'..=b'9' => (
                TokenKind::Number,
                run(bytes, at, |byte| byte.is_ascii_digit()),
            ),
            _ => {
                let Some((kind, end)) = wide(text, at) else {
                    spaced = true;
                    at += text
                        .get(at..)
                        .and_then(|rest| rest.chars().next())
                        .map_or(1, char::len_utf8);
                    continue;
                };
                (kind, end)
            }
        };
        let (Ok(start), Ok(stop)) = (u32::try_from(at), u32::try_from(end)) else {
            break;
        };
        found.push(Token {
            start,
            end: stop,
            kind,
            spaced,
            breaks,
        });
        (spaced, breaks) = (false, false);
        at = end;
    }
    found
}

fn run(bytes: &[u8], start: usize, wanted: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(start..).unwrap_or(&[]);
    start
        + rest
            .iter()
            .position(|byte| !wanted(*byte))
            .unwrap_or(rest.len())
}

/// The word or mark at a place, and where it ends; `None` for white space beyond ASCII.
fn wide(text: &str, start: usize) -> Option<(TokenKind, usize)> {
    let bytes = text.as_bytes();
    let mut end = run(bytes, start, |byte| byte.is_ascii_alphabetic());
    let rest = text.get(end..).unwrap_or("");
    if bytes.get(end).is_some_and(|byte| !byte.is_ascii()) {
        let letters = rest.char_indices().find(|(_, letter)| !is_letter(*letter));
        end += letters.map_or(rest.len(), |(place, _)| place);
    }
    if end > start {
        return Some((TokenKind::Word, end));
    }
    let mark = rest.chars().next()?;
    (!mark.is_whitespace()).then(|| (TokenKind::Mark, start + mark.len_utf8()))
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
