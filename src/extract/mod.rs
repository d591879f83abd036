//! From an article to a timeline: reading it, its language, structure and day of publication; its temporal expressions, actors,
//! quotes, attributions and events; and the timeline made of them. How text is stored and shown is in `text`.

mod article;
mod assemble;
mod events;
mod hash;
mod language;
pub mod names;
mod pack;
mod published;
mod quotes;
pub mod reading;
mod recognise;
pub mod speech;
mod spoken_times;
mod structure;
mod times;
mod tokens;

pub use article::{Article, ArticleKind, MAX_ARTICLE_BYTES, read_article};
pub use assemble::{
    Assembler, Fate, Merged, Reread, Turn, Turned, follow_day, is_untouched, merge, rebuild,
    source_of,
};
pub use events::{FoundEvent, FoundPart, PartRole};
pub use language::detect_language;
pub use pack::{
    EventsPack, NamesPack, Pack, PackHead, SpeechPack, StructurePack, TimesPack, TimesRule,
};
pub use published::{DateCandidate, Published, PublishedBy, infer_published};
pub use recognise::{Language, Recognised, recognise};
pub use structure::{
    Breaks, SentenceSpan, SpanKind, Structure, StructureRules, sentences, sentences_with, structure,
};
pub use times::{Basis, Counted, TimesRules, Timex, TimexKind, timexes};
pub use tokens::{Token, TokenKind, tokens};
