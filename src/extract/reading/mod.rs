//! A text's words, looked up once for the rooms that read names and speech. What the words add up to is in those rooms.

mod flags;
mod glue;
mod lexicon;
mod marks;
mod words;

pub(super) use super::hash::{ByWord, Folded, is_lower_of, word as hash_of};
pub(super) use flags::Flags;
pub use lexicon::Lexicon;
pub(super) use lexicon::List;
pub(super) use marks::{Pair, is_mark, is_stop};
pub use words::Words;
pub(super) use words::{Word, run_of};
