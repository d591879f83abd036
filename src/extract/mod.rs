//! From an article towards a timeline. So far: its sentences. How text is stored and shown is in `text`.

mod pack;
mod quotes;
mod structure;
mod tokens;

pub use pack::{EventsPack, NamesPack, Pack, SpeechPack, StructurePack, TimesPack};
pub use structure::{
    Breaks, SentenceSpan, SpanKind, Structure, StructureRules, sentences, sentences_with, structure,
};
pub use tokens::{Token, TokenKind, tokens};
