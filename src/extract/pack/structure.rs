//! What a language pack says of sentences, headlines, datelines, bylines and boilerplate.

use serde::Deserialize;

/// Lexicon and rules for sentences, headlines, datelines, bylines and boilerplate.
///
/// Phrases are found whatever their case; one that is written with an upper-case letter is found in that case only.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StructurePack {
    /// Words whose full stop ends no sentence before a name or anything else, without it, in the case in which they are
    /// written.
    pub abbreviations: Vec<String>,
    /// Words whose full stop ends no sentence before a number, without it, in lower case.
    pub abbreviations_before_numbers: Vec<String>,
    /// Words that no line can end with, so that the next line continues it, and that a title writes in lower case.
    pub small_words: Vec<String>,
    /// Words that often begin a sentence and seldom stand inside a title, in lower case.
    pub openers: Vec<String>,
    /// Lines that are boilerplate when they hold nothing else.
    pub lines: Vec<String>,
    /// Lines that are boilerplate when they begin so.
    pub starts: Vec<String>,
    /// Heads of links to other articles: to the end of the line, or to where the sentence resumes; a head alone in its
    /// line takes in the titles in the lines below it. Also in the middle of a line, behind a sentence.
    pub links: Vec<String>,
    /// Lines behind which the article is over: the titles and tags below are boilerplate too.
    pub closers: Vec<String>,
    /// Words before a colon at the head of a short line that is boilerplate: `Editor`, `Tag`.
    pub labels: Vec<String>,
    /// A sentence that holds one of these speaks of the outlet, not of the news.
    pub notices: Vec<String>,
    /// Pieces of pages that stand anywhere: those first words, up to those last ones (which may be none).
    pub embeds: Vec<[String; 2]>,
    /// Words that credit a picture, before a name at the end of a line or in brackets there.
    pub credits: Vec<String>,
    /// What a byline begins with; the name follows.
    pub bylines: Vec<String>,
    /// Outlets whose name is no domain, as datelines write them.
    pub outlets: Vec<String>,
    /// Words that say of a day that something is planned for it.
    pub plans: Vec<String>,
}
