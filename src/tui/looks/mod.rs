//! How the screen looks: themes and their colours, fitted to what the terminal has. What the styles mean is in `theme`.

mod background;
mod builtin;
mod choice;
mod colour;
mod depth;
mod file;
mod fit;
mod palette;

pub(super) use background::QUESTION;
#[cfg(unix)]
pub(super) use background::answer;
pub use builtin::{FAMILIES, Family, Shade, THEMES};
pub use choice::{Choice, Looks};
pub use colour::Rgb;
pub use depth::Depth;
pub use file::ThemeFile;
pub use fit::{LINES, TEXT};
