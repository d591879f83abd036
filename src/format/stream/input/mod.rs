//! From a file or standard input to records: decompressed, decoded, recognised, and kept where a record can be read again.
//! What the records say is not here.

mod bound;
mod compression;
mod counted;
mod decoding;
mod head;
mod open;
mod recognise;
mod spool;
#[cfg(test)]
mod tests;

pub use counted::Progress;
pub use open::{Input, Opened, Options, Whole, open, open_reader};
