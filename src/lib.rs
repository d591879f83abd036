//! linimasa: a terminal timeline viewer that links every event to the verbatim words that state it.

// A panic with a clear message is what a test is for.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

pub mod app;
pub mod cli;
pub mod extract;
pub mod format;
pub mod model;
pub mod store;
pub mod text;
pub mod tui;
