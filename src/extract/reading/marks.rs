//! Pairs of quotation marks, also where they do not match or never close. Whether somebody speaks between them is not here.

use super::flags::Flags;
use super::words::Word;

/// How far behind a line break the closing mark may stand, in words and marks.
const FARTHEST: usize = 80;

/// What stands for a character whose encoding was lost; it may have been a quotation mark.
const DAMAGED: &str = "\u{fffd}";

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
        "\"" | "“" | "”" | "„" | "‟" | "«" | "»" | "＂" | "〝" | "〞" | DAMAGED
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
    let mut open = Open::default();
    let mut before = "";
    for (at, word) in words.iter().enumerate() {
        if word.flags.any(Flags::WORD.with(Flags::NUMBER)) {
            if word.flags.any(Flags::BREAKS)
                && ends(before)
                && !closes_later(text, words, open.outermost(), at)
            {
                open.leave(&mut found, at);
            }
            before = "a";
            continue;
        }
        let mark = word.text(text);
        if word.flags.any(Flags::BREAKS) && (ends(before) || is_mark(mark)) {
            open.leave(&mut found, at);
        }
        let doubled = is_doubled(text, words, at);
        if is_mark(mark) || doubled {
            let next = words.get(at + 1 + usize::from(doubled));
            let head = word.flags.any(Flags::SPACED)
                || matches!(before, "(" | "[" | "-" | "–" | "—" | ":" | "/");
            let tail = next.is_none_or(|next| {
                next.flags.any(Flags::SPACED)
                    || (!next.flags.any(Flags::WORD.with(Flags::NUMBER))
                        && (is_pause(next.text(text)) || is_mark(next.text(text))))
            });
            let outermost = open.outermost().is_none();
            let opens = match (head, tail) {
                (true, false) => true,
                (false, true) => outermost && word.flags.any(Flags::FIRST),
                _ if mark == DAMAGED => {
                    before = mark;
                    continue;
                }
                _ => match mark {
                    "„" | "«" => true,
                    _ => outermost,
                },
            };
            if opens {
                open.opens.push(at + usize::from(doubled));
            } else {
                open.close(&mut found, at);
            }
        }
        before = mark;
    }
    open.leave(&mut found, words.len());
    found
}

/// Whether two single marks stand there for a double one (`''`, "``"). The inner one of them counts as the mark.
fn is_doubled(text: &str, words: &[Word], at: usize) -> bool {
    let single = |place: usize| {
        let mark = words.get(place);
        mark.filter(|word| matches!(word.text(text), "'" | "`"))
    };
    single(at).is_some() && single(at + 1).is_some_and(|word| !word.is(Flags::SPACED))
}

/// What is open at some place: the opening marks, and the pairs inside the outermost one.
#[derive(Default)]
struct Open {
    opens: Vec<usize>,
    inside: Vec<Pair>,
}

impl Open {
    fn outermost(&self) -> Option<usize> {
        self.opens.first().copied()
    }

    fn close(&mut self, found: &mut Vec<Pair>, close: usize) {
        let Some(open) = self.opens.pop() else { return };
        let pair = Pair {
            open,
            close,
            closed: true,
        };
        while self.inside.last().is_some_and(|last| last.open > open) {
            self.inside.pop();
        }
        if self.opens.is_empty() {
            found.push(pair);
        } else {
            self.inside.push(pair);
        }
    }

    /// What is still open ends before `end`, or before the next stretch that begins in it.
    fn leave(&mut self, found: &mut Vec<Pair>, end: usize) {
        let mut inside = self.inside.drain(..).peekable();
        let mut opens = self.opens.drain(..).peekable();
        while let Some(open) = opens.next() {
            let next = opens.peek().copied().unwrap_or(end);
            let first = inside.peek().map_or(next, |pair| pair.open.min(next));
            if first > open + 1 {
                found.push(Pair {
                    open,
                    close: first - 1,
                    closed: false,
                });
            }
            while let Some(pair) = inside.next_if(|pair| pair.open < next) {
                found.push(pair);
            }
        }
    }
}

/// Whether the next mark closes the pair that is open: in its own shape (`“A.⏎B,” kata C`), or between a pause and a verb of
/// saying (`"A.⏎B," kata C`).
fn closes_later(text: &str, words: &[Word], open: Option<usize>, at: usize) -> bool {
    let Some(opening) = open.and_then(|open| words.get(open)) else {
        return false;
    };
    let rest = words.get(at..).unwrap_or_default();
    let near = rest.get(..FARTHEST).unwrap_or(rest);
    let place = near.iter().position(|word| {
        !word.flags.any(Flags::WORD.with(Flags::NUMBER)) && is_mark(word.text(text))
    });
    let Some((place, mark)) = place.and_then(|place| Some((place, rest.get(place)?))) else {
        return false;
    };
    if opening.text(text) == "“" {
        return mark.text(text) == "”";
    }
    let paused = place
        .checked_sub(1)
        .and_then(|before| rest.get(before))
        .is_some_and(|before| is_pause(before.text(text)));
    let said = rest
        .get(place + 1)
        .is_some_and(|verb| verb.is(SAYING) && !verb.is(Flags::CAP.with(Flags::BREAKS)));
    paused && said && !mark.is(Flags::SPACED)
}

/// Verbs of saying that follow a quote.
const SAYING: Flags = Flags::BEFORE_SPEAKER.with(Flags::SELF_SPEAKER);

fn ends(mark: &str) -> bool {
    is_stop(mark) || is_mark(mark) || matches!(mark, ")" | "," | ":")
}
