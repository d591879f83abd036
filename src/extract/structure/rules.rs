//! The structure section of a language pack, made ready for searching. What a found phrase means for its line is in `marks`.

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::breaks::Breaks;
use crate::extract::pack::StructurePack;

/// What a phrase says of its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Line,
    Start,
    Link,
    Closer,
    Label,
    Notice,
    /// Ends behind the embed's last words: the index of the embed.
    Embed(usize),
    Credit,
    Byline,
    Outlet,
}

/// A phrase found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) range: Range<usize>,
    pub(super) role: Role,
}

/// The structure rules of a language, compiled once and used for any number of texts.
#[derive(Debug, Clone)]
pub struct StructureRules {
    phrases: Option<AhoCorasick>,
    roles: Vec<(String, Role)>,
    embed_ends: Vec<String>,
    small_words: HashSet<String>,
    openers: HashSet<String>,
    pub(super) breaks: Breaks,
}

impl StructureRules {
    /// Compiles the structure section of a pack. Without phrases (an empty section) only the general rules remain, and
    /// the abbreviations are those of [`Breaks::default`] where the pack has none.
    #[must_use]
    pub fn new(pack: &StructurePack) -> Self {
        let mut roles: Vec<(String, Role)> = Vec::new();
        let lists = [
            (&pack.lines, Role::Line),
            (&pack.starts, Role::Start),
            (&pack.links, Role::Link),
            (&pack.closers, Role::Closer),
            (&pack.labels, Role::Label),
            (&pack.notices, Role::Notice),
            (&pack.credits, Role::Credit),
            (&pack.bylines, Role::Byline),
            (&pack.outlets, Role::Outlet),
        ];
        for (phrases, role) in lists {
            roles.extend(phrases.iter().flat_map(|phrase| spaced(phrase, role)));
        }
        for (place, [first, _]) in pack.embeds.iter().enumerate() {
            roles.extend(spaced(first, Role::Embed(place)));
        }
        roles.retain(|(phrase, _)| !phrase.is_empty());
        let phrases = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(roles.iter().map(|(phrase, _)| phrase))
            .ok()
            .filter(|_| !roles.is_empty());
        Self {
            phrases,
            roles,
            embed_ends: pack.embeds.iter().map(|[_, last]| last.clone()).collect(),
            small_words: pack.small_words.iter().cloned().collect(),
            openers: pack.openers.iter().cloned().collect(),
            breaks: breaks(pack),
        }
    }

    /// The phrases of a text in order, none inside another, each with its words whole.
    pub(super) fn find(&self, text: &str) -> Vec<Found> {
        let Some(phrases) = &self.phrases else {
            return Vec::new();
        };
        let found = phrases.find_iter(text).filter_map(|hit| {
            let (phrase, role) = self.roles.get(hit.pattern().as_usize())?;
            let words = text.get(hit.range())?;
            let exact = phrase.chars().any(char::is_uppercase);
            let whole = is_whole(text, hit.range());
            (whole && (!exact || words == phrase)).then(|| Found {
                range: hit.range(),
                role: *role,
            })
        });
        found.collect()
    }

    /// The last words of an embed; empty if its first words are all of it.
    pub(super) fn embed_end(&self, place: usize) -> &str {
        self.embed_ends.get(place).map_or("", String::as_str)
    }

    /// Whether a word, whatever its case, often begins a sentence of a news text.
    pub(super) fn is_opener(&self, word: &str) -> bool {
        self.openers.contains(&word.to_lowercase())
    }

    pub(super) fn is_small(&self, word: &str) -> bool {
        self.small_words.contains(word)
    }
}

fn breaks(pack: &StructurePack) -> Breaks {
    if pack.abbreviations.is_empty() && pack.abbreviations_before_numbers.is_empty() {
        return Breaks::default();
    }
    Breaks {
        before_names: pack.abbreviations.iter().cloned().collect(),
        before_numbers: pack.abbreviations_before_numbers.iter().cloned().collect(),
    }
}

/// Pages put no-break spaces into links: the phrase with any mixture of both in its first three gaps.
fn spaced(phrase: &str, role: Role) -> Vec<(String, Role)> {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let gaps = words.len().saturating_sub(1).min(3);
    let mixtures = (0_u32..1 << gaps).map(|mixture| {
        let mut variant = String::new();
        for (place, word) in words.iter().enumerate() {
            let broken = place >= 1 && place <= gaps && mixture >> (place - 1) & 1 == 1;
            match place {
                0 => {}
                _ if broken => variant.push('\u{a0}'),
                _ => variant.push(' '),
            }
            variant.push_str(word);
        }
        (variant, role)
    });
    mixtures.collect()
}

/// Whether the phrase ends and begins no part of a longer word; lost spaces before an upper-case letter are forgiven.
fn is_whole(text: &str, range: Range<usize>) -> bool {
    let words = text.get(range.clone()).unwrap_or_default();
    let before = text
        .get(..range.start)
        .unwrap_or_default()
        .chars()
        .next_back();
    let after = text.get(range.end..).unwrap_or_default().chars().next();
    let starts_word = words.chars().next().is_some_and(char::is_alphanumeric);
    let ends_word = words.chars().next_back();
    let glued_before = starts_word
        && before.is_some_and(char::is_alphanumeric)
        && !(before.is_some_and(char::is_lowercase)
            && words.chars().next().is_some_and(char::is_uppercase));
    let glued_after = ends_word.is_some_and(char::is_alphanumeric)
        && after.is_some_and(char::is_alphanumeric)
        && !(ends_word.is_some_and(char::is_lowercase) && after.is_some_and(char::is_uppercase));
    !glued_before && !glued_after
}
