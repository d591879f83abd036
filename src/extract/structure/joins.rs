//! Lines that belong to one paragraph although broken markup has cut it: the words of a link or of italics on lines of their own.

use super::dateline::{dateline_length, is_dash_line, may_head, outlet_of};
use super::rules::StructureRules;
use super::sentences::{ends, ends_alone};

/// Longest line, in words, that may have been a link inside a sentence.
const LINK_WORDS: usize = 8;

/// Most lines of one paragraph.
const MOST_LINES: usize = 60;

/// A paragraph under way.
pub(super) struct Joiner<'a> {
    rules: &'a StructureRules,
    lines: usize,
    last: &'a str,
    /// The last line was the inside of a sentence, so that the next one continues it.
    inside: bool,
}

impl<'a> Joiner<'a> {
    /// Begins a paragraph with its first line.
    pub(super) fn new(first: &'a str, rules: &'a StructureRules) -> Self {
        Self {
            rules,
            lines: 1,
            last: first,
            inside: false,
        }
    }

    /// Whether the next line, in front of the one after it, continues the paragraph; if so, it is taken in.
    pub(super) fn takes(&mut self, next: &'a str, after: Option<&str>) -> bool {
        // A dateline begins a paragraph.
        let heads =
            dateline_length(next) > 0 || (after.is_some_and(is_dash_line) && may_head(next));
        if self.lines >= MOST_LINES || heads {
            return false;
        }
        let dateline = self.lines <= 2 && may_head(self.last) && is_dash_line(next);
        let behind_dash = self.lines == 2 && is_dash_line(self.last);
        let closed = self
            .last
            .ends_with(|c| ends(c) || ends_alone(c) || c == ':');
        let open = !closed && !self.last.ends_with(['"', '”', ')']);
        let short = next.split_whitespace().nth(LINK_WORDS).is_none();
        let takes = dateline
            || behind_dash
            || (self.lines == 1 && self.last.ends_with(is_dash) && may_head(self.last))
            || (self.lines == 1
                && may_head(self.last)
                && next.starts_with(is_dash)
                && (!is_list(next) || outlet_of(self.last).is_some()))
            || (!closed && continues(next))
            || (open && self.is_cut())
            || (open && self.inside)
            || (open
                && short
                && begins_upper(next)
                && after.is_some_and(continues)
                && !next.ends_with(ends));
        if takes {
            let heads = dateline || behind_dash;
            self.inside = !heads && short && !next.ends_with(ends);
            self.lines += 1;
            self.last = next;
        }
        takes
    }

    /// Whether the last line ends with a word that cannot end a line: `di`, `PT`, or with a comma.
    fn is_cut(&self) -> bool {
        let word = self.last.split_whitespace().next_back().unwrap_or_default();
        self.last.ends_with(',') || self.rules.is_small(word)
    }
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

/// An item of a list rather than the rest of a dateline.
fn is_list(line: &str) -> bool {
    line.starts_with("- ")
}

/// Whether a line begins in the middle of a sentence.
fn continues(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some(c) if c.is_lowercase() => !is_item(line),
        Some(',' | ';' | ':' | '?' | '!' | ')') => true,
        Some('.') => !chars.as_str().starts_with('.'),
        _ => false,
    }
}

/// `a. Pertama`, `b) kedua`.
fn is_item(line: &str) -> bool {
    let mut chars = line.chars().skip(1);
    matches!(chars.next(), Some('.' | ')')) && chars.next().is_some_and(char::is_whitespace)
}

fn begins_upper(line: &str) -> bool {
    line.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
}
