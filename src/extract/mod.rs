//! From an article towards a timeline. So far: its sentences. How text is stored and shown is in `text`.

mod breaks;
mod dateline;
pub mod names;
mod pack;
mod quotes;
pub mod reading;
mod sentences;
pub mod speech;
mod tokens;

pub use breaks::Breaks;
pub use pack::{EventsPack, NamesPack, Pack, SpeechPack, StructurePack, TimesPack};
pub use sentences::{SentenceSpan, SpanKind, sentences, sentences_with};
pub use tokens::{Token, TokenKind, tokens};
