//! An article's text as spans of kinds: kicker, headline, byline, datelines, sentences, boilerplate. What the sentences say is
//! not read here; the words of a language come from its pack.

mod breaks;
mod dateline;
mod joins;
mod marks;
mod phrases;
mod resume;
mod rules;
mod sentences;
mod shapes;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use breaks::Breaks;
pub use rules::StructureRules;
pub(in crate::extract) use rules::breaks;
pub use sentences::{SentenceSpan, SpanKind, sentences, sentences_with};

pub(in crate::extract) use shapes::without_marks;

use dateline::{dateline_length, outlet_of};
use joins::Joiner;
use marks::{Kind, Piece, mark};
use rules::{Found, Role};
use sentences::{is_kicker, is_title, lines, split};
use shapes::{is_headline, is_signature, signer};

/// What an article is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Structure {
    /// Disjoint spans in order; every character that is no white space stands in exactly one.
    pub spans: Vec<SentenceSpan>,
    /// The first dateline, in bytes. A date in it is a candidate for the day of publication.
    pub dateline: Option<Range<usize>>,
    /// The outlet that the dateline or the signature names, verbatim.
    pub publisher: Option<String>,
    /// The writer whom the byline or the signature names, verbatim.
    pub author: Option<String>,
}

/// Divides an article. Linear in its length.
///
/// A line is a paragraph, but lines that broken markup has cut out of one sentence are joined; white space inside a span
/// may therefore hold line breaks. The first paragraph, if no full stop ends it or a part of it, is the headline, or the
/// kicker above it; boilerplate and byline do not count.
#[must_use]
pub fn structure(text: &str, rules: &StructureRules) -> Structure {
    let found = rules.find(text);
    let lines: Vec<Range<usize>> = lines(text).collect();
    let pieces = mark(text, &lines, &found, rules);
    let mut building = Building {
        text,
        rules,
        found: &found,
        built: Structure::default(),
        titles: 0,
        paragraphs: 0,
        texts: 0,
        joined: false,
    };
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        at += 1;
        let mut range = piece.range.clone();
        building.joined = false;
        if piece.kind == Kind::Text && building.texts > 0 && !building.is_second_title(&range) {
            let mut joiner = Joiner::new(building.words(&range), rules);
            while let Some(next) = pieces.get(at).filter(|next| next.kind == Kind::Text) {
                let after = pieces.get(at + 1).filter(|after| after.kind == Kind::Text);
                let after = after.map(|after| building.words(&after.range));
                if !joiner.takes(building.words(&next.range), after) {
                    break;
                }
                range.end = next.range.end;
                building.joined = true;
                at += 1;
            }
        }
        building.add(&Piece {
            range,
            kind: piece.kind,
        });
        building.paragraphs += 1;
    }
    building.built
}

struct Building<'a> {
    text: &'a str,
    rules: &'a StructureRules,
    found: &'a [Found],
    built: Structure,
    /// Titles at the head so far.
    titles: usize,
    paragraphs: usize,
    /// Paragraphs that are neither byline nor boilerplate.
    texts: usize,
    /// The paragraph under way was cut into several lines.
    joined: bool,
}

impl<'a> Building<'a> {
    fn words(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    fn push(&mut self, kind: SpanKind, range: Range<usize>) {
        if !range.is_empty() {
            self.built.spans.push(SentenceSpan {
                kind,
                range,
                paragraph: self.paragraphs,
            });
        }
    }

    fn add(&mut self, piece: &Piece) {
        let words = self.words(&piece.range);
        match piece.kind {
            Kind::Boilerplate => {
                if is_signature(words) {
                    let (author, outlet) = signer(words);
                    self.name(author, outlet);
                }
                self.push(SpanKind::Boilerplate, piece.range.clone());
            }
            Kind::Byline => {
                let label = first_phrase(self.found, &piece.range, Role::Byline);
                let named =
                    label.map(|label| byline_name(self.words(&(label.end..piece.range.end))));
                self.name(named.flatten(), None);
                self.push(SpanKind::Byline, piece.range.clone());
            }
            Kind::Text => self.add_text(&piece.range),
        }
    }

    fn add_text(&mut self, range: &Range<usize>) {
        let words = self.words(range);
        let title = match (self.titles, self.texts) {
            (0, 0) => is_headline(words, &self.rules.breaks),
            (1, 1) => is_title(words, &self.rules.breaks),
            _ => false,
        };
        let found = self.found;
        let notice = |range: &Range<usize>| first_phrase(found, range, Role::Notice).is_some();
        if title && notice(range) {
            self.push(SpanKind::Boilerplate, range.clone());
            return;
        }
        let title = title && (self.titles == 0 || self.is_second_title(range));
        self.texts += 1;
        if title {
            if let Some(first) = self
                .built
                .spans
                .iter_mut()
                .find(|span| span.kind == SpanKind::Headline)
            {
                first.kind = SpanKind::Kicker;
            }
            self.titles += 1;
            self.push(SpanKind::Headline, range.clone());
            return;
        }
        let dateline = dateline_length(words);
        let base = range.start + dateline;
        if dateline > 0 {
            self.dateline(range.start..base);
        }
        let body = words.get(dateline..).unwrap_or_default();
        split(body, &self.rules.breaks, |part| {
            let part = base + part.start..base + part.end;
            let kind = match notice(&part) {
                true => SpanKind::Boilerplate,
                false => SpanKind::Sentence,
            };
            self.push(kind, part);
        });
    }

    /// Whether a second title below a first one that is short is the headline, and the first one its kicker.
    fn is_second_title(&self, range: &Range<usize>) -> bool {
        if (self.titles, self.texts, self.joined) != (1, 1, false) {
            return false;
        }
        let second = self.words(range);
        let mut spans = self.built.spans.iter();
        let first = spans.find(|span| span.kind == SpanKind::Headline);
        first.is_some_and(|first| is_kicker(self.words(&first.range), second))
            && is_title(second, &self.rules.breaks)
            && dateline_length(second) == 0
    }

    fn dateline(&mut self, range: Range<usize>) {
        self.push(SpanKind::Dateline, range.clone());
        if self.built.dateline.is_none() {
            let outlet = first_phrase(self.found, &range, Role::Outlet);
            let outlet = outlet.map(|outlet| self.words(&outlet));
            self.name(None, outlet_of(self.words(&range)).or(outlet));
            self.built.dateline = Some(range);
        }
    }

    fn name(&mut self, author: Option<&str>, publisher: Option<&str>) {
        let built = &mut self.built;
        built.author = built.author.take().or_else(|| author.map(str::to_owned));
        built.publisher = built
            .publisher
            .take()
            .or_else(|| publisher.map(str::to_owned));
    }
}

/// The first phrase of a role in a range.
fn first_phrase(found: &[Found], range: &Range<usize>, role: Role) -> Option<Range<usize>> {
    let first = found.partition_point(|found| found.range.start < range.start);
    let inside = found.get(first..)?.iter();
    inside
        .take_while(|found| found.range.end <= range.end)
        .find(|found| found.role == role)
        .map(|found| found.range.clone())
}

/// The name in a byline behind its label: what follows the outlet and its comma, if there is one.
fn byline_name(rest: &str) -> Option<&str> {
    let name = rest.rsplit(',').next().unwrap_or(rest);
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let name = match name.split_once(char::is_whitespace) {
        Some((first, others)) if dateline::is_domain(first) => others.trim(),
        _ => name,
    };
    let person = name.split_whitespace().count() <= 6 && name.starts_with(char::is_uppercase);
    person.then_some(name)
}
