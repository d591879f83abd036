//! Draws the state and drives the terminal. What keys mean and what follows from them is in `app`.

mod attribution;
mod axis;
mod bar;
mod clipboard;
mod density;
mod event;
mod external;
mod frame;
mod gutter;
mod header;
mod heading;
mod help;
mod hints;
mod hits;
mod ink;
mod input;
mod lanes;
mod layout;
mod looks;
mod minimap;
mod overlay;
mod paint;
mod picker;
mod run;
mod scale;
mod source;
mod steady;
mod terminal;
mod theme;
mod ticks;
mod timeline;
mod told;
mod wrapped;

pub use frame::{DrawCache, Frame, render};
pub use hits::Hits;
pub use layout::{Areas, THREE_PANES, TWO_PANES, layout};
pub use looks::{
    Choice, Depth, FAMILIES, Family, LINES, Looks, Rgb, Shade, TEXT, THEMES, ThemeFile,
};
pub use run::Viewer;
pub use theme::Theme;
