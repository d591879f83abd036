//! What the panes show, drawn without a terminal: pictures, styles, links between events and words, every size.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod attribution;
mod citations;
mod contrast;
mod filters;
mod hostile;
mod lanes;
mod links;
mod meaning;
mod minimap;
mod notices;
mod pictures;
mod reasons;
mod screen;
mod sight;
mod sizes;
mod styles;
mod told;
mod told_lines;
mod turning;
mod walks;
#[path = "../hostile/wide.rs"]
mod wide;
mod widths;
