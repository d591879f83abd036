//! What the program says in its bottom line.

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done or found.
    Note,
    /// Something could not be done.
    Warning,
}

/// One line for the user. It may quote hostile text: only `text::SafeText` may bring it to the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The line.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

impl Message {
    /// Something was done or found.
    #[must_use]
    pub fn note(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: Tone::Note,
        }
    }

    /// Something could not be done.
    #[must_use]
    pub fn warning(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: Tone::Warning,
        }
    }
}

/// A count with its noun: `1 event`, `3 events`.
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
