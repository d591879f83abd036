//! Safe text: the one type that may reach the screen, the title or a printed line. What counts as safe is decided in
//! `safe_scan` and `safe_rules`; machine formats and the clipboard do not come from here.

use std::{borrow::Cow, fmt, ops::Range};

use unicode_segmentation::GraphemeCursor;

use super::Seen;
use super::ascii::{is_ascii_only, spell};
use super::safe_rules::plain;
use super::safe_scan::{Shown, scan, show};

/// A stretch where the display differs from the source. Byte ranges; between two changes both run alike.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    source: Range<usize>,
    display: Range<usize>,
}

/// Text that hides nothing: what a reader could not see, or a terminal would obey, stands as a visible marker
/// (`␛`, `<U+202E>`), a mark without a base stands on a dotted circle, and everything else is verbatim.
///
/// It remembers where each byte came from. "Source" offsets are bytes of the text it was made from, "display" offsets
/// are bytes of [`SafeText::as_str`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SafeText {
    display: Cow<'static, str>,
    source_len: usize,
    changes: Vec<Change>,
}

impl SafeText {
    /// Makes a text safe for one line: line feeds and tabs become visible too.
    #[must_use]
    pub fn new(source: &str) -> Self {
        if is_plain(source) {
            return Self::unchanged(source.to_owned().into());
        }
        Self::made_safe(source, false)
    }

    /// Makes a text of several lines safe: as [`SafeText::new`], but line feeds stay.
    #[must_use]
    pub fn multiline(source: &str) -> Self {
        if source.split('\n').all(is_plain) {
            return Self::unchanged(source.to_owned().into());
        }
        Self::made_safe(source, true)
    }

    /// As [`SafeText::new`], but in UTF-8 wherever it is written to: for files, not for terminals.
    #[must_use]
    pub fn in_utf8(source: &str) -> Self {
        Self::from_scan(source, false)
    }

    /// As [`SafeText::multiline`], but in UTF-8 wherever it is written to: for files, not for terminals.
    #[must_use]
    pub fn multiline_in_utf8(source: &str) -> Self {
        Self::from_scan(source, true)
    }

    fn made_safe(source: &str, lines: bool) -> Self {
        match is_ascii_only() {
            true => Self::from_spelling(source, lines),
            false => Self::from_scan(source, lines),
        }
    }

    /// The text in ASCII.
    fn from_spelling(source: &str, lines: bool) -> Self {
        let mut display = String::with_capacity(source.len());
        let mut changes = Vec::new();
        for (at, c) in source.char_indices() {
            let from = display.len();
            if lines && c == '\n' {
                display.push(c);
            } else if !spell(c, &mut display) {
                changes.push(Change {
                    source: at..at + c.len_utf8(),
                    display: from..display.len(),
                });
            }
        }
        Self {
            display: display.into(),
            source_len: source.len(),
            changes,
        }
    }

    /// Words of this program's own. They are held to the same rules, but not copied.
    #[must_use]
    pub fn literal(source: &'static str) -> Self {
        if is_plain(source) {
            return Self::unchanged(source.into());
        }
        Self::made_safe(source, false)
    }

    fn unchanged(text: Cow<'static, str>) -> Self {
        Self {
            source_len: text.len(),
            display: text,
            changes: Vec::new(),
        }
    }

    /// Clusters of a safe text in another order. It leads back to no source.
    #[must_use]
    pub fn of_clusters<'c>(clusters: impl IntoIterator<Item = &'c Seen>) -> Self {
        let drawn = clusters.into_iter().map(|seen| seen.drawn.as_str());
        Self::unchanged(drawn.collect::<String>().into())
    }

    fn from_scan(source: &str, lines: bool) -> Self {
        let mut display = String::with_capacity(source.len());
        let mut changes = Vec::new();
        let mut at = 0;
        for (c, shown) in scan(source, lines) {
            let from = display.len();
            show(c, shown, &mut display);
            if shown != Shown::AsIs {
                changes.push(Change {
                    source: at..at + c.len_utf8(),
                    display: from..display.len(),
                });
            }
            at += c.len_utf8();
        }
        Self {
            display: display.into(),
            source_len: at,
            changes,
        }
    }

    /// The text as it may be shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.display
    }

    /// Whether nothing is to be shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.display.is_empty()
    }

    /// Whether anything had to be made visible.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.made_visible().next().is_some()
    }

    /// The display ranges of what had to be made visible, in order, so that they can be told from the source's words.
    pub fn made_visible(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let changes = self.changes.iter();
        changes
            .filter(|change| !change.source.is_empty())
            .map(|change| change.display.clone())
    }

    /// The display offset of a source offset; inside a change its start, beyond the end the end. Monotone.
    #[must_use]
    pub fn to_display(&self, source: usize) -> usize {
        let after = self
            .changes
            .partition_point(|change| change.source.end <= source);
        let start = match self.changes.get(after) {
            Some(change) if change.source.start <= source => return change.display.start,
            _ => after
                .checked_sub(1)
                .and_then(|index| self.changes.get(index)),
        };
        let (from, to) = start.map_or((0, 0), |change| (change.source.end, change.display.end));
        (to + source.saturating_sub(from)).min(self.display.len())
    }

    /// The source offset of a display offset; inside a change its start, beyond the end the end. Monotone.
    #[must_use]
    pub fn to_source(&self, display: usize) -> usize {
        let after = self
            .changes
            .partition_point(|change| change.display.end <= display);
        let start = match self.changes.get(after) {
            Some(change) if change.display.start <= display => return change.source.start,
            _ => after
                .checked_sub(1)
                .and_then(|index| self.changes.get(index)),
        };
        let (from, to) = start.map_or((0, 0), |change| (change.display.end, change.source.end));
        (to + display.saturating_sub(from)).min(self.source_len)
    }

    /// A part of the text by display range, widened to whole grapheme clusters and held within the text. Its source
    /// offsets count from [`SafeText::to_source`] of its start.
    #[must_use]
    pub fn slice(&self, display: Range<usize>) -> Self {
        let start = self.boundary(display.start, false);
        let end = self.boundary(display.end, true).max(start);
        let base = self.to_source(start);
        let clip = |at: usize| at.clamp(start, end) - start;
        let first = self
            .changes
            .partition_point(|change| change.display.end <= start);
        let changes = self.changes.get(first..).unwrap_or_default();
        let changes: Vec<Change> = changes
            .iter()
            .take_while(|change| change.display.start < end)
            .map(|change| Change {
                source: change.source.start - base..change.source.end - base,
                display: clip(change.display.start)..clip(change.display.end),
            })
            .collect();
        let source_end = changes.last().map_or(0, |change| change.source.end);
        Self {
            display: self
                .display
                .get(start..end)
                .unwrap_or_default()
                .to_owned()
                .into(),
            source_len: (self.to_source(end) - base).max(source_end),
            changes,
        }
    }

    /// The nearest cluster boundary at or before an offset, or at or after it.
    fn boundary(&self, at: usize, forward: bool) -> usize {
        let text = self.as_str();
        let mut at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at = if forward { at + 1 } else { at - 1 };
        }
        let mut cursor = GraphemeCursor::new(at, text.len(), true);
        if cursor.is_boundary(text, 0).unwrap_or(true) {
            return at;
        }
        let found = if forward {
            cursor.next_boundary(text, 0)
        } else {
            cursor.prev_boundary(text, 0)
        };
        found.ok().flatten().unwrap_or(at)
    }

    /// Appends another safe text. Offsets of its source count on from the end of this one's.
    pub fn push(&mut self, other: &Self) {
        let (source, display) = (self.source_len, self.display.len());
        let changes = other.changes.iter();
        self.changes.extend(changes.map(|change| Change {
            source: change.source.start + source..change.source.end + source,
            display: change.display.start + display..change.display.end + display,
        }));
        self.display.to_mut().push_str(&other.display);
        self.source_len += other.source_len;
    }

    /// Appends plain words that stand for nothing in the source.
    pub(super) fn push_inserted(&mut self, words: &str) {
        debug_assert!(is_plain(words));
        if words.is_empty() {
            return;
        }
        let from = self.display.len();
        self.display.to_mut().push_str(words);
        self.changes.push(Change {
            source: self.source_len..self.source_len,
            display: from..self.display.len(),
        });
    }

    /// The texts one after the other, with `between` between each two.
    #[must_use]
    pub fn join<'t>(texts: impl IntoIterator<Item = &'t Self>, between: &Self) -> Self {
        let mut joined = Self::default();
        for (index, text) in texts.into_iter().enumerate() {
            if index > 0 {
                joined.push(between);
            }
            joined.push(text);
        }
        joined
    }
}

impl AsRef<str> for SafeText {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.display)
    }
}

fn is_plain(text: &str) -> bool {
    let is_ascii = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    is_ascii || (!is_ascii_only() && text.chars().all(plain))
}

#[cfg(test)]
#[path = "safe_tests.rs"]
mod tests;
