//! How the screen looks: themes and their colours, fitted to what the terminal has. What the styles mean is in `theme`.

mod builtin;
mod colour;
mod depth;
mod file;
mod fit;
mod palette;

pub use builtin::{FAMILIES, Family, Shade, THEMES};
pub use colour::Rgb;
pub use depth::Depth;
pub use file::ThemeFile;
pub use fit::{LINES, TEXT};
