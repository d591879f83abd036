//! Text on its way from bytes to the screen: decoding, code points, anchors, safe text, width and wrapping.
//! What the words mean is not here (see `extract`), nor is anything that draws.

mod decode;
mod offsets;

pub use decode::{NotText, decode_utf8, strip_bom};
pub use offsets::Offsets;
