//! A line to fill in: search, date range, date.

use tui_input::{Input, InputRequest};

use super::action::LineEdit;
use super::history::Spot;

/// What a prompt asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromptKind {
    /// A text to search for.
    Search,
    /// A range of dates to narrow to.
    Dates,
    /// A date to go to.
    GoTo,
}

impl PromptKind {
    /// What stands before the line.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Search => "/",
            Self::Dates => "dates: ",
            Self::GoTo => "go to: ",
        }
    }

    /// An example of what can be typed.
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            Self::Search => "titles, actors, quotes and the articles",
            Self::Dates => "2025-06 · 2025-05..2025-07-03 · 2025-06.. · ..2022",
            Self::GoTo => "2025-06-02 · 2025-06 · 2022",
        }
    }
}

/// A prompt with what has been typed.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What it asks for.
    pub kind: PromptKind,
    /// The line.
    pub line: Input,
    /// What is wrong with what was entered.
    pub error: Option<String>,
    /// Where the user stood when it opened.
    pub(super) opened_at: Spot,
    /// The search that a cancelled one gives way to.
    pub(super) search_before: Option<String>,
}

/// Edits a line.
pub(super) fn edit(line: &mut Input, edit: LineEdit) {
    let request = match edit {
        LineEdit::Backspace => InputRequest::DeletePrevChar,
        LineEdit::Delete => InputRequest::DeleteNextChar,
        LineEdit::BackspaceWord => InputRequest::DeletePrevWord,
        LineEdit::Clear => InputRequest::DeleteLine,
        LineEdit::Left => InputRequest::GoToPrevChar,
        LineEdit::Right => InputRequest::GoToNextChar,
        LineEdit::Start => InputRequest::GoToStart,
        LineEdit::End => InputRequest::GoToEnd,
    };
    line.handle(request);
}

/// Types a character; control characters are left out.
pub(super) fn type_char(line: &mut Input, letter: char) {
    if !letter.is_control() {
        line.handle(InputRequest::InsertChar(letter));
    }
}
