//! Pairs of quotation marks, also where they do not match or never close. Whether somebody speaks between them is not here.

use super::flags::Flags;
use super::words::Word;

/// How far behind a line break the closing mark may stand, in words and marks.
const FARTHEST: usize = 80;

/// A stretch between quotation marks, as places in the list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) struct Pair {
    /// The opening mark.
    pub(in crate::extract) open: usize,
    /// The closing mark, or the last word of the paragraph where none closes.
    pub(in crate::extract) close: usize,
    /// Whether a mark closes it.
    pub(in crate::extract) closed: bool,
}

/// Whether this is a double quotation mark.
pub(in crate::extract) fn is_mark(text: &str) -> bool {
    matches!(
        text,
        "\"" | "“" | "”" | "„" | "‟" | "«" | "»" | "＂" | "〝" | "〞"
    )
}

/// Whether a sentence may end with this.
pub(in crate::extract) fn is_stop(text: &str) -> bool {
    matches!(text, "." | "!" | "?" | "…" | "。" | "！" | "？")
}

fn is_pause(text: &str) -> bool {
    is_stop(text) || matches!(text, "," | ";" | ":" | ")" | "]")
}

/// The outermost pairs, in order. A line break ends a stretch only behind a full stop or another mark: texts taken from pages
/// break lines at their links.
pub(super) fn pairs(text: &str, words: &[Word]) -> Vec<Pair> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut depth = 0_u32;
    let mut before = "";
    for (at, word) in words.iter().enumerate() {
        if word.flags.any(Flags::WORD.with(Flags::NUMBER)) {
            if word.flags.any(Flags::BREAKS) && ends(before) && !closes_later(text, words, open, at)
            {
                leave(&mut found, &mut open, &mut depth, at);
            }
            before = "a";
            continue;
        }
        let mark = word.text(text);
        if word.flags.any(Flags::BREAKS) && (ends(before) || is_mark(mark)) {
            leave(&mut found, &mut open, &mut depth, at);
        }
        if is_mark(mark) {
            let next = words.get(at + 1);
            let head = word.flags.any(Flags::SPACED)
                || matches!(before, "(" | "[" | "-" | "–" | "—" | ":" | "/");
            let tail = next.is_none_or(|next| {
                next.flags.any(Flags::SPACED)
                    || (!next.flags.any(Flags::WORD.with(Flags::NUMBER))
                        && (is_pause(next.text(text)) || is_mark(next.text(text))))
            });
            let opens = match (head, tail) {
                (true, false) => true,
                (false, true) => open.is_none() && word.flags.any(Flags::FIRST),
                _ => match mark {
                    "„" | "«" => true,
                    _ => open.is_none(),
                },
            };
            match open {
                None if opens => open = Some(at),
                None => {}
                Some(_) if opens => depth += 1,
                Some(_) if depth > 0 => depth -= 1,
                Some(start) => {
                    found.push(Pair {
                        open: start,
                        close: at,
                        closed: true,
                    });
                    open = None;
                }
            }
        }
        before = mark;
    }
    leave(&mut found, &mut open, &mut depth, words.len());
    found
}

/// Whether the next mark is the closing one of the pair that is open, each of its own shape (`“A.⏎B,” kata C`).
fn closes_later(text: &str, words: &[Word], open: Option<usize>, at: usize) -> bool {
    let opening = open.and_then(|open| words.get(open));
    if opening.is_none_or(|mark| mark.text(text) != "“") {
        return false;
    }
    let rest = words.get(at..).unwrap_or_default().iter().take(FARTHEST);
    let mut marks = rest.filter(|word| !word.flags.any(Flags::WORD.with(Flags::NUMBER)));
    marks
        .find(|word| is_mark(word.text(text)))
        .is_some_and(|word| word.text(text) == "”")
}

fn ends(mark: &str) -> bool {
    is_stop(mark) || is_mark(mark) || matches!(mark, ")" | "," | ":")
}

/// What is still open ends before `at`.
fn leave(found: &mut Vec<Pair>, open: &mut Option<usize>, depth: &mut u32, at: usize) {
    if let Some(start) = open.take()
        && at > start + 1
    {
        found.push(Pair {
            open: start,
            close: at - 1,
            closed: false,
        });
    }
    *depth = 0;
}
