//! From an article towards a timeline. So far: its sentences and temporal expressions. How text is stored and shown is in `text`.

mod breaks;
mod dateline;
mod pack;
mod quotes;
mod sentences;
mod times;
mod tokens;

pub use breaks::Breaks;
pub use pack::{EventsPack, NamesPack, Pack, SpeechPack, StructurePack, TimesPack, TimesRule};
pub use sentences::{SentenceSpan, SpanKind, sentences, sentences_with};
pub use times::{Basis, Counted, TimesRules, Timex, TimexKind, timexes};
pub use tokens::{Token, TokenKind, tokens};
