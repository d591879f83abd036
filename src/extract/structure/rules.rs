//! The structure section of a language pack, made ready for searching. What a found phrase means for its line is in `marks`.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::breaks::Breaks;
use super::phrases::Phrases;
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
    phrases: Phrases,
    embed_ends: Vec<String>,
    small_words: FxHashSet<String>,
    openers: FxHashSet<String>,
    pub(super) breaks: Breaks,
}

impl StructureRules {
    /// Compiles the structure section of a pack. Without phrases (an empty section) only the general rules remain, and
    /// the abbreviations are those of [`Breaks::default`] where the pack has none.
    #[must_use]
    pub fn new(pack: &StructurePack) -> Self {
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
        let listed = lists.into_iter().flat_map(|(phrases, role)| {
            let phrases = phrases.iter();
            phrases.map(move |phrase| (phrase.as_str(), role))
        });
        let embeds = pack.embeds.iter().enumerate();
        let embeds = embeds.map(|(place, [first, _])| (first.as_str(), Role::Embed(place)));
        let phrases = Phrases::new(listed.chain(embeds));
        Self {
            phrases,
            embed_ends: pack.embeds.iter().map(|[_, last]| last.clone()).collect(),
            small_words: pack.small_words.iter().cloned().collect(),
            openers: pack.openers.iter().cloned().collect(),
            breaks: breaks(pack),
        }
    }

    /// The phrases of a text in order, none inside another, each with its words whole.
    pub(super) fn find(&self, text: &str) -> Vec<Found> {
        self.phrases.find(text)
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

/// Which full stops end no sentence in the language of a pack.
pub(in crate::extract) fn breaks(pack: &StructurePack) -> Breaks {
    if pack.abbreviations.is_empty() && pack.abbreviations_before_numbers.is_empty() {
        return Breaks::default();
    }
    Breaks {
        before_names: pack.abbreviations.iter().cloned().collect(),
        before_numbers: pack.abbreviations_before_numbers.iter().cloned().collect(),
    }
}
