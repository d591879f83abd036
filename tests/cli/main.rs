//! The real binary, called as a user calls it: what it prints, where, and with which exit code. The screen is in other tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod annotates;
mod articles;
mod ascii;
mod bad_input;
mod builds;
mod call;
mod checks;
mod exports;
mod hostile;
mod lists;
mod mouths;
mod pipes;
mod samples;
mod shows;
mod tables;
