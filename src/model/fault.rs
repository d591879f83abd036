//! The one shape in which anything that went wrong is told: file, line, place, cause, mend. It always fits one line.

use std::fmt;

/// What kind of thing went wrong, for callers that act on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// There is no such file.
    Missing,
    /// The path names a folder, a device or another thing that is no file.
    NotAFile,
    /// The file could not be read or written.
    Io,
    /// The file holds nothing.
    Empty,
    /// It asks more of this machine than it may.
    TooLarge,
    /// The bytes are no text in UTF-8.
    NotText,
    /// The text breaks the rules of TOML or JSON, or of the model.
    Syntax,
    /// The file is of another format or version.
    Version,
    /// A date is not EDTF or not in the calendar.
    Date,
    /// An id names nothing.
    Unknown,
    /// An id stands twice.
    Duplicate,
    /// An anchor's words are found, but not where the anchor says.
    Moved,
    /// The text at the anchor's place reads otherwise.
    Altered,
    /// An anchor's words are nowhere in the source.
    Absent,
    /// A text's SHA-256 is not the one given.
    Hash,
    /// A source's text lies outside the timeline's folder and nothing vouches for it.
    Outside,
    /// A name mixes scripts, or is easily taken for another.
    Lookalike,
    /// The call cannot be carried out as it was given.
    Usage,
}

/// One fault. Its `Display` is one line: `file:line: place: cause; mend`.
///
/// The parts may hold text from a hostile file: only `text::SafeText` may bring them to a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind of fault it is.
    pub kind: FaultKind,
    /// The file, as the user named it.
    pub file: String,
    /// The line in it, counted from 1.
    pub line: Option<usize>,
    /// The place inside the file: an id, a key, an offset.
    pub place: Option<String>,
    /// What was found.
    pub cause: String,
    /// What the user can do.
    pub mend: String,
}

impl Fault {
    /// A fault of a whole file.
    #[must_use]
    pub fn new(
        kind: FaultKind,
        file: impl Into<String>,
        cause: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            file: file.into(),
            line: None,
            place: None,
            cause: cause.into(),
            mend: mend.into(),
        }
    }

    /// The same fault, at a line counted from 1.
    #[must_use]
    pub fn at_line(mut self, line: Option<usize>) -> Self {
        self.line = line;
        self
    }

    /// The same fault, at a place inside the file.
    #[must_use]
    pub fn at_place(mut self, place: impl Into<String>) -> Self {
        self.place = Some(place.into());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(out, ":{line}")?;
        }
        if let Some(place) = &self.place {
            write!(out, ": {place}")?;
        }
        write!(out, ": {}", self.cause)?;
        if !self.mend.is_empty() {
            write!(out, "; {}", self.mend)?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {}
