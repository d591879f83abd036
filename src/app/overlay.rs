//! What can lie over the panes. One thing at a time.

use super::keymap::KeyMode;
use super::picker::Picker;
use super::prompt::Prompt;
use super::scroll::Scroll;
use super::turning::Turning;

/// Something that lies over the panes and takes the keys.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// A list to choose from.
    Picker(Picker),
    /// A line to fill in.
    Prompt(Prompt),
    /// The publication date of a source, being turned.
    Turning(Turning),
    /// The help page.
    Help(Scroll),
    /// What is not as it should be.
    Notices(Scroll),
}

impl Overlay {
    /// What the keys are taken for while it is open.
    #[must_use]
    pub const fn key_mode(&self) -> KeyMode {
        match self {
            Self::Picker(_) => KeyMode::Picker,
            Self::Prompt(_) => KeyMode::Prompt,
            Self::Turning(_) => KeyMode::Turn,
            Self::Help(_) | Self::Notices(_) => KeyMode::Help,
        }
    }
}
