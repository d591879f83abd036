//! Text on its way from bytes to the screen: decoding, code points, anchors, safe text, width and wrapping.
//! What the words mean is not here (see `extract`), nor is anything that draws.

mod anchor;
mod ascii;
mod decode;
mod lookalike;
mod occurrences;
mod offsets;
mod safe;
mod safe_rules;
mod safe_scan;
#[cfg(test)]
pub(crate) mod samples;
mod verbatim;
mod visual;
mod width;
mod wrap;

pub use anchor::{CONTEXT, Resolution, make, resolve};
pub use ascii::{is_ascii_only, locale_is_ascii, one_cell, write_ascii_only};
pub use decode::{NotText, binary_file, decode_utf8, empty_file, strip_bom};
pub use lookalike::{mixed_scripts, skeleton};
pub use offsets::Offsets;
pub use safe::SafeText;
pub use verbatim::{has_controls, verbatim_without_controls};
pub use visual::{Seen, has_right_to_left, visual};
pub use width::{grapheme_width, is_contested, pad, truncate, width};
pub use wrap::wrap;
