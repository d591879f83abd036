//! Which lines, and which stretches of lines, are boilerplate or byline. How the rest is divided is in `mod.rs` and `sentences`.

use std::ops::Range;

use super::dateline::{is_dash_line, may_head};
use super::resume::resumes;
use super::rules::{Found, Role, StructureRules};
use super::sentences::ends_sentence;
use super::shapes::{
    front_matter, is_date_line, is_divider, is_fragment, is_headline_case, is_signature, is_weak,
    signature_at_end,
};

/// Longest line in bytes that a label, a byline or a credit makes one.
const SHORT_LINE: usize = 220;

/// A link in a longer line than this may be followed by the rest of the paragraph.
const LONG_LINE: usize = 220;

/// Longest embed behind its first words, in code points.
const LONGEST_EMBED: usize = 300;

/// Lines at the head of a text in which a repeated line is no link that repeats the one above.
const HEAD_LINES: usize = 3;

/// Most titles below the head of a link list.
const MOST_LINKS: usize = 6;

/// What a piece of a text is, before it is divided into sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Byline,
    Boilerplate,
}

/// A line, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
}

/// What the lines above have left behind.
#[derive(Default)]
struct Above<'a> {
    /// The last line that is text.
    line: &'a str,
    /// It stands directly above.
    adjacent: bool,
    /// The title above that stands twice.
    repeated: &'a str,
    /// Lines of text so far.
    lines: usize,
    /// How many titles the link head above may still take.
    links: usize,
    /// The article is over.
    closed: bool,
}

/// Cuts lines into pieces. Together they hold every visible character of the lines, in order.
pub(super) fn mark(
    text: &str,
    lines: &[Range<usize>],
    found: &[Found],
    rules: &StructureRules,
) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(lines.len());
    let mut above = Above::default();
    let mut phrases = found;
    let words_of = |line: &Range<usize>| text.get(line.clone()).unwrap_or_default();
    let front = front_matter(lines.iter().map(words_of));
    let (front, lines) = lines.split_at_checked(front).unwrap_or((&[], lines));
    pieces.extend(front.iter().map(|line| Piece {
        range: line.clone(),
        kind: Kind::Boilerplate,
    }));
    for (place, line) in lines.iter().enumerate() {
        let next = lines.get(place + 1).map(words_of).unwrap_or_default();
        let skip = phrases.partition_point(|found| found.range.start < line.start);
        phrases = phrases.get(skip..).unwrap_or_default();
        let here = phrases.partition_point(|found| found.range.end <= line.end);
        let here = phrases.get(..here).unwrap_or_default();
        let whole = whole_line(text, line, here, rules, &mut above, next);
        above.adjacent = false;
        if let Some(kind) = whole {
            pieces.push(Piece {
                range: line.clone(),
                kind,
            });
        } else {
            let first = pieces.len();
            parts(text, line, here, rules, &mut pieces);
            let parts = pieces.get(first..).unwrap_or_default();
            let last = parts.iter().rev().find(|piece| piece.kind == Kind::Text);
            if let Some(last) = last {
                above.line = text.get(last.range.clone()).unwrap_or_default();
                above.lines += 1;
                above.adjacent = true;
            }
        }
    }
    pieces
}

/// What the line is if it is one thing as a whole.
fn whole_line<'a>(
    text: &'a str,
    line: &Range<usize>,
    found: &[Found],
    rules: &StructureRules,
    above: &mut Above<'a>,
    next: &str,
) -> Option<Kind> {
    let words = text.get(line.clone())?;
    let links = std::mem::take(&mut above.links);
    let head = found.first().filter(|found| {
        let before = text.get(line.start..found.range.start).unwrap_or_default();
        !before.contains(char::is_alphanumeric)
    });
    let rest = head.and_then(|head| text.get(head.range.end..line.end));
    let rest = rest.unwrap_or_default();
    let alone = !rest.contains(char::is_alphanumeric);
    let short = words.len() <= SHORT_LINE;
    match head.map(|head| head.role) {
        Some(Role::Line) if alone => return Some(Kind::Boilerplate),
        Some(Role::Closer) if above.lines > 0 && (is_fragment(words) || alone) => {
            above.closed = true;
            return Some(Kind::Boilerplate);
        }
        Some(Role::Link) if alone => {
            above.links = MOST_LINKS;
            return Some(Kind::Boilerplate);
        }
        // The first line may be a headline that begins so.
        Some(Role::Link | Role::Start) if above.lines == 0 => {}
        Some(Role::Link) if words.len() <= LONG_LINE => return Some(Kind::Boilerplate),
        Some(Role::Start) if words.len() <= 2 * LONG_LINE => return Some(Kind::Boilerplate),
        Some(Role::Label) if short && rest.trim_start().starts_with(':') => {
            return Some(Kind::Boilerplate);
        }
        Some(Role::Byline) if short && !ends_sentence(words) && !alone => {
            return Some(Kind::Byline);
        }
        _ => {}
    }
    // A dash alone below a place is the rest of a dateline.
    if is_divider(words) && !(is_dash_line(words) && above.adjacent && may_head(above.line)) {
        return Some(Kind::Boilerplate);
    }
    let cut = is_weak(words) && !above.line.is_empty() && !ends_sentence(above.line);
    if is_signature(words) && !cut {
        above.closed = above.lines >= HEAD_LINES;
        return Some(Kind::Boilerplate);
    }
    if short && is_credit(text, line, found) {
        return Some(Kind::Boilerplate);
    }
    if links > 0 && is_headline_case(words, rules) && !is_date_line(words) {
        above.links = links - 1;
        return Some(Kind::Boilerplate);
    }
    if above.closed && is_fragment(words) {
        return Some(Kind::Boilerplate);
    }
    above.closed = false;
    let repeated = above.lines >= HEAD_LINES
        && (words == above.repeated || words == next)
        && is_headline_case(words, rules);
    above.repeated = if repeated { words } else { "" };
    repeated.then_some(Kind::Boilerplate)
}

/// A caption that ends with the credit of its picture: `… Foto: Sari`, `… (Foto: Sari)`, `… (dok. Kabarkini)`.
fn is_credit(text: &str, line: &Range<usize>, found: &[Found]) -> bool {
    let credits = found.iter().filter(|found| found.role == Role::Credit);
    credits.into_iter().any(|found| {
        let before = text.get(line.start..found.range.start).unwrap_or_default();
        let rest = text.get(found.range.end..line.end).unwrap_or_default();
        let marked = rest.trim_start().starts_with([':', '.']);
        let bracketed = before.trim_end().ends_with('(') && rest.ends_with([')', '.']);
        let name = rest.split_whitespace().count() <= 8;
        name && (bracketed || (marked && !ends_sentence(rest)))
    })
}

/// Cuts a line at links, embeds and a signature that stand in it.
fn parts(
    text: &str,
    line: &Range<usize>,
    found: &[Found],
    rules: &StructureRules,
    pieces: &mut Vec<Piece>,
) {
    let mut at = line.start;
    let mut push = |range: Range<usize>, kind: Kind| {
        let words = text.get(range.clone()).unwrap_or_default();
        let start = range.start + words.len() - words.trim_start().len();
        let range = start..start + words.trim().len();
        if !range.is_empty() {
            pieces.push(Piece { range, kind });
        }
    };
    for found in found.iter().filter(|found| found.range.start >= line.start) {
        if found.range.start < at {
            continue;
        }
        let rest = text.get(found.range.end..line.end).unwrap_or_default();
        let end = match found.role {
            Role::Embed(place) => {
                let last = rules.embed_end(place);
                let near = rest.char_indices().nth(LONGEST_EMBED);
                let near = rest
                    .get(..near.map_or(rest.len(), |(at, _)| at))
                    .unwrap_or_default();
                let length = near.find(last).map(|place| place + last.len());
                length.map(|length| found.range.end + length)
            }
            Role::Link => {
                let before = text.get(line.start..found.range.start).unwrap_or_default();
                let capital = text
                    .get(found.range.clone())
                    .is_some_and(|words| words.starts_with(char::is_uppercase));
                let behind = before.is_empty() || ends_sentence(before.trim_end());
                let marked = rest.trim_start().starts_with([':', '-', '–']);
                (capital && behind && marked).then(|| {
                    let length = resumes(rest, text, found.range.end, rules);
                    found.range.end + length.unwrap_or(rest.len())
                })
            }
            _ => None,
        };
        if let Some(end) = end {
            push(at..found.range.start, Kind::Text);
            push(found.range.start..end, Kind::Boilerplate);
            at = end;
        }
    }
    let mut tails = Vec::new();
    let mut end = line.end;
    while let Some(tail) = text.get(at..end).and_then(signature_at_end) {
        end = at + tail.start;
        tails.push(end..at + tail.end);
    }
    push(at..end, Kind::Text);
    for tail in tails.into_iter().rev() {
        push(tail, Kind::Boilerplate);
    }
}
