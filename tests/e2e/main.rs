//! The real binary in a pseudo-terminal, from the first frame to the terminal it leaves behind.

// A panic with a clear message is what a test is for.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod allowed;
mod articles;
mod ascii;
mod browse;
mod bytes;
mod colours;
mod copy;
mod editor;
mod endings;
mod escapes;
mod files;
mod filter;
#[path = "../bench/generate.rs"]
mod generate;
mod jump;
mod keys;
mod lanes;
mod large;
mod launch;
mod look;
mod mouse;
mod overlays;
mod prompts;
mod resize;
mod screen;
mod suspend;
mod themes;
