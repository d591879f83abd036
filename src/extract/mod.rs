//! From an article towards a timeline. So far: its sentences. How text is stored and shown is in `text`.

mod breaks;
mod dateline;
mod quotes;
mod sentences;

pub use breaks::Breaks;
pub use sentences::{SentenceSpan, SpanKind, sentences, sentences_with};
