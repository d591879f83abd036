//! What the user can do and what follows from it, as plain data: state, actions, keys, update. Knows no terminal.

mod action;
mod browse;
mod citation;
mod filters;
mod following;
mod history;
mod keymap;
mod keys;
mod message;
mod overlay;
mod picker;
mod press;
mod prompt;
mod scroll;
mod searching;
mod state;
mod target;
mod update;

pub use action::{ACTIONS, Action, Entry, LineEdit};
pub use citation::{Citation, citation};
pub use history::History;
pub use keymap::{KeyMode, Keymap, Lookup};
pub use keys::{Key, KeyCode};
pub use message::{Message, Tone, count};
pub use overlay::Overlay;
pub use picker::{Mark, Picker, PickerKind, PickerRow};
pub use press::press;
pub use prompt::{Prompt, PromptKind};
pub use scroll::{Scroll, Window, Windows};
pub use searching::ActiveSearch;
pub use state::{Cursor, Cycle, Start, State};
pub use target::{Pane, Target};
pub use update::{Effect, copy_of_source, update};
