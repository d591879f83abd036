//! What an input may ask of this machine. Every limit has its reason here and its option on the command line.

/// Largest record, in bytes, that is held in memory: 16 MiB, some hundred times the longest article.
pub(super) const MAX_RECORD: u64 = 16 << 20;

/// The limits of one input. [`Limits::default`] suits files that people share; the options of the command line change them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Largest record in bytes; a larger one is skipped and told.
    pub max_record: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_record: MAX_RECORD,
        }
    }
}
