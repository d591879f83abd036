//! Which stretches of a paragraph stand in quotation marks or brackets that close again. Marks need not match: a text may open
//! with “ and close with ". Who speaks is not here.

use std::ops::Range;

use memchr::{memchr2, memchr3};

/// Kinds of marks that close each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Bracket,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    /// Told by what stands beside it.
    Either,
}

/// What stands for a character whose encoding was lost; it may have been a quotation mark.
const DAMAGED: char = '\u{fffd}';

const fn mark(c: char) -> Option<(Family, Side)> {
    use Family::{Bracket, Double, Single};
    use Side::{Close, Either, Open};
    Some(match c {
        '"' | '“' | '”' | '«' | '»' | '＂' | DAMAGED => (Double, Either),
        '„' | '‟' | '「' | '『' | '《' | '〝' => (Double, Open),
        '」' | '』' | '》' | '〞' | '〟' => (Double, Close),
        '\'' | '‘' | '’' | '‹' | '›' => (Single, Either),
        '‚' | '‛' => (Single, Open),
        '(' | '[' | '{' | '（' | '【' => (Bracket, Open),
        ')' | ']' | '}' | '）' | '】' => (Bracket, Close),
        _ => return None,
    })
}

/// Whether a sentence may begin with this quotation mark or bracket.
pub(super) fn may_open(c: char) -> bool {
    mark(c).is_some_and(|(_, side)| side != Side::Close)
}

/// Whether this mark may stand behind a sentence's full stop and still belong to it.
pub(super) fn may_close(c: char) -> bool {
    mark(c).is_some_and(|(_, side)| side != Side::Open)
}

/// The outermost stretches from an opening mark to behind its closing mark, as byte ranges in order. A mark without a counterpart counts for nothing.
///
/// Single marks are apostrophes too: they count only where the closing one stands behind punctuation, as in speech.
pub(super) fn quoted(paragraph: &str) -> Vec<Range<usize>> {
    if opens_nothing(paragraph) {
        return Vec::new();
    }
    let mut open: [Vec<usize>; 3] = Default::default();
    let mut pairs: Vec<Range<usize>> = Vec::new();
    let mut next = 0;
    while let Some((at, c)) = next_mark(paragraph, next) {
        next = at + c.len_utf8();
        let (head, rest) = (paragraph.get(..at), paragraph.get(next..));
        let before = head.and_then(|head| head.chars().next_back());
        let after = rest.and_then(|rest| rest.chars().next());
        if let Some((family, side)) = mark(c).filter(|_| c != DAMAGED || leans(before, after)) {
            let stack = open.get_mut(family as usize);
            let opens = match side {
                Side::Open => true,
                Side::Close => false,
                Side::Either => opens(
                    c,
                    before,
                    after,
                    stack.as_ref().is_some_and(|s| !s.is_empty()),
                ),
            };
            let spoken = family != Family::Single || before.is_some_and(is_pause);
            match stack {
                Some(stack) if opens => stack.push(at),
                Some(stack) if spoken => {
                    if let Some(start) = stack.pop() {
                        pairs.push(start..at + c.len_utf8());
                    }
                }
                _ => {}
            }
        }
    }
    outermost(pairs)
}

/// Whether none of a text's characters opens a stretch: all of them are ASCII's, and none of its marks is among them.
fn opens_nothing(paragraph: &str) -> bool {
    let bytes = paragraph.as_bytes();
    paragraph.is_ascii()
        && memchr3(b'"', b'\'', b'(', bytes).is_none()
        && memchr2(b'[', b'{', bytes).is_none()
}

/// The next character from a byte on that may be a mark: one of ASCII's, or any beyond it.
fn next_mark(paragraph: &str, from: usize) -> Option<(usize, char)> {
    let rest = paragraph.get(from..)?;
    let may_be = |byte: u8| {
        !byte.is_ascii() || matches!(byte, b'"' | b'\'' | b'(' | b')' | b'[' | b']' | b'{' | b'}')
    };
    let at = rest.bytes().position(may_be)?;
    Some((from + at, rest.get(at..)?.chars().next()?))
}

/// Whether white space stands on one side only, as beside a mark that opens or closes.
fn leans(before: Option<char>, after: Option<char>) -> bool {
    before.is_none_or(char::is_whitespace) != after.is_none_or(char::is_whitespace)
}

fn opens(c: char, before: Option<char>, after: Option<char>, is_open: bool) -> bool {
    let head = before.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '-' | '–' | '—' | '/' | ':')
            || (mark(c).is_some() && may_open(c))
    });
    let tail = after.is_none_or(|c| {
        c.is_whitespace() || is_pause(c) || matches!(c, '-' | '–' | '—') || may_close(c)
    });
    match (head, tail) {
        (true, false) => true,
        (false, true) => false,
        // Nothing tells: trust the mark's own direction, or take turns.
        _ => match c {
            '“' | '«' | '‘' | '‹' => true,
            '”' | '»' | '’' | '›' | '\'' => false,
            _ => !is_open,
        },
    }
}

const fn is_pause(c: char) -> bool {
    matches!(c, '.' | ',' | '!' | '?' | '…' | ';' | ':')
}

/// Pairs come in the order of their ends; crossing and nested ones become one stretch.
fn outermost(mut pairs: Vec<Range<usize>>) -> Vec<Range<usize>> {
    pairs.sort_unstable_by_key(|pair| pair.start);
    pairs.dedup_by(|pair, last| {
        let joins = pair.start < last.end;
        if joins {
            last.end = last.end.max(pair.end);
        }
        joins
    });
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(paragraph: &str) -> Vec<&str> {
        let ranges = quoted(paragraph).into_iter();
        ranges.map(|range| &paragraph[range]).collect()
    }

    #[test]
    fn marks_that_do_not_match_close_each_other() {
        assert_eq!(found("“Tidak. Ya,\" kata dia."), ["“Tidak. Ya,\""]);
        assert_eq!(found("„Nein. Ja“, sagte er."), ["„Nein. Ja“"]);
        assert_eq!(
            found("Kata dia: \"A. B.\" Lalu \"C.\""),
            ["\"A. B.\"", "\"C.\""]
        );
    }

    #[test]
    fn a_mark_that_never_closes_holds_nothing_together() {
        assert!(found("“Tidak. Ya, kata dia.").is_empty());
        assert_eq!(found("“Tidak. “Ya,” kata dia."), ["“Ya,”"]);
    }

    #[test]
    fn apostrophes_are_no_speech() {
        assert!(found("It's the '90s. The boys' team. 'kemajuan' itu.").is_empty());
        assert_eq!(found("'I go. I come,' he said."), ["'I go. I come,'"]);
    }

    #[test]
    fn damaged_marks_are_marks_where_they_lean_on_a_word() {
        assert_eq!(
            found("Kota \u{fffd} Kami \u{fffd}Satu. Dua,\u{fffd} kata dia."),
            ["\u{fffd}Satu. Dua,\u{fffd}"]
        );
    }

    #[test]
    fn nested_quotes_are_one_stretch() {
        assert_eq!(found("\"A (b. “C.” d) e.\" f"), ["\"A (b. “C.” d) e.\""]);
    }
}
