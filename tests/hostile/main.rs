//! What adversaries write, what terminals and disks do: the real binary meets it, and every byte that it sends is looked at.

// A panic with a clear message is what a test is for.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout
)]

#[allow(dead_code)]
#[path = "../e2e/allowed.rs"]
mod allowed;
mod attacks;
#[path = "../fuzz/bodies.rs"]
mod bodies;
mod bombs;
mod clipboards;
mod environment;
#[allow(dead_code)]
#[path = "../e2e/escapes.rs"]
mod escapes;
mod faults;
mod fields;
mod files;
mod fuzzed;
mod inspect;
#[allow(dead_code)]
#[path = "../e2e/keys.rs"]
mod keys;
#[allow(dead_code)]
#[path = "../e2e/launch.rs"]
mod launch;
#[allow(dead_code)]
#[path = "../e2e/look.rs"]
mod look;
mod prints;
mod run;
#[allow(dead_code)]
#[path = "../e2e/screen.rs"]
mod screen;
mod screens;
#[allow(dead_code)]
#[path = "../gold/sound.rs"]
mod sound;
mod spoofing;
mod terminals;
mod tmux;
mod wide;
mod widths;
