//! What the user can do and what follows from it, as plain data: state, actions, keys, update. Knows no terminal.

mod action;
mod arriving;
mod browse;
mod citation;
#[cfg(test)]
mod filtering_tests;
mod filters;
mod following;
mod history;
mod keymap;
mod keys;
mod message;
mod overlay;
mod perspective;
mod picker;
mod press;
mod prompt;
mod reasons;
mod scroll;
mod searching;
mod state;
mod target;
mod turned;
mod turning;
mod update;

pub use action::{ACTIONS, Action, Entry, LineEdit};
pub use arriving::Wanted;
pub use citation::{Citation, citation};
pub use history::History;
pub use keymap::{KeyMode, Keymap, Lookup};
pub use keys::{Key, KeyCode};
pub use message::{Message, Tone, count, grouped};
pub use overlay::Overlay;
pub use perspective::Perspective;
pub use picker::{Mark, Picker, PickerKind, PickerRow};
pub use press::press;
pub use prompt::{Prompt, PromptKind};
pub use scroll::{Scroll, Window, Windows};
pub use searching::ActiveSearch;
pub use state::{Cursor, Cycle, Start, State};
pub use target::{Pane, Target};
pub use turned::Turned;
pub use turning::Turning;
pub use update::{Effect, copy_of_source, update};
