//! Any bytes into `bodies::anchors`, guided by coverage.

#![no_main]

#[allow(dead_code)]
#[path = "../bodies.rs"]
mod bodies;
#[path = "../../gold/sound.rs"]
#[allow(dead_code)]
mod sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bodies::anchors(bytes));
