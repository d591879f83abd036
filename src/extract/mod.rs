//! From an article towards a timeline: reading it, its language, its structure, its day of publication; its actors,
//! quotes and attributions. How text is stored and
//! shown is in `text`.

mod article;
mod language;
pub mod names;
mod pack;
mod published;
mod quotes;
pub mod reading;
pub mod speech;
mod structure;
mod tokens;

pub use article::{Article, ArticleKind, MAX_ARTICLE_BYTES, read_article};
pub use language::detect_language;
pub use pack::{EventsPack, NamesPack, Pack, SpeechPack, StructurePack, TimesPack};
pub use published::{DateCandidate, Published, PublishedBy, infer_published};
pub use structure::{
    Breaks, SentenceSpan, SpanKind, Structure, StructureRules, sentences, sentences_with, structure,
};
pub use tokens::{Token, TokenKind, tokens};
