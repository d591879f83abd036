//! What an input may ask of this machine. Every limit has its reason here and its option on the command line.

/// Largest record, in bytes, that is held in memory: 16 MiB, some hundred times the longest article.
pub(super) const MAX_RECORD: u64 = 16 << 20;

/// Most bytes, 16 GiB, that are taken of an input whose size cannot be seen beforehand: they are copied to a temporary file.
pub(super) const MAX_SIZE: u64 = 16 << 30;

/// How many times its own size a compressed input may unpack to. Tables of the field come to 5 to 20 times, logs to 50;
/// gzip can do 1,032 times, zstd far more.
pub(super) const MAX_RATIO: u64 = 200;

/// The limits of one input. [`Limits::default`] suits files that people share; the options of the command line change them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Largest record in bytes; a larger one is skipped and told.
    pub max_record: u64,
    /// Most bytes of standard input or of an unpacked input.
    pub max_size: u64,
    /// How many times its own size a compressed input may unpack to.
    pub max_ratio: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_record: MAX_RECORD,
            max_size: MAX_SIZE,
            max_ratio: MAX_RATIO,
        }
    }
}
