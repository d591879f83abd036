//! The one documented table of what a user can do. Keymap, help, palette and hints all read it.

use super::lanes::Moment;
use super::target::{Pane, Target};

macro_rules! actions {
    ($($(#[doc = $doc:literal])+ $action:ident = $name:literal, $hint:literal;)+) => {
        /// Something the user does. Those with a name stand in the action table; the others carry what was typed or pointed at.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Action {
            $($(#[doc = $doc])+ $action,)+
            /// A character typed into a picker or prompt.
            Type(char),
            /// Text pasted into a picker or prompt.
            Paste(String),
            /// Edits the line of a picker or prompt.
            Edit(LineEdit),
            /// A click.
            Point(Target),
            /// Scrolls a pane by so many rows, downwards if positive.
            Wheel(Pane, i32),
            /// Zooms the lanes about a moment: in if the rows are negative.
            WheelAxis(Moment, i32),
        }

        /// Every named action: itself, its name in the keymap, its word in the hint bar (empty: none), what it does.
        pub const ACTIONS: &[Entry] = &[
            $(Entry { action: Action::$action, name: $name, hint: $hint, doc: concat!($($doc),+) }),+
        ];
    };
}

/// One row of the action table.
#[derive(Debug)]
pub struct Entry {
    /// The action.
    pub action: Action,
    /// Its name in the keymap and the palette.
    pub name: &'static str,
    /// Its word in the hint bar; empty where it never stands there.
    pub hint: &'static str,
    /// What it does, in one line.
    pub doc: &'static str,
}

/// How the line of a picker or prompt is edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEdit {
    /// Deletes the character before the cursor.
    Backspace,
    /// Deletes the character under the cursor.
    Delete,
    /// Deletes the word before the cursor.
    BackspaceWord,
    /// Deletes everything before the cursor.
    Clear,
    /// Moves the cursor.
    Left,
    /// Moves the cursor.
    Right,
    /// Moves the cursor to the start.
    Start,
    /// Moves the cursor to the end.
    End,
}

actions! {
    /// Moves to the next event, anchor or sentence of the focused pane.
    Down = "down", "";
    /// Moves to the previous one.
    Up = "up", "";
    /// Moves a page down.
    PageDown = "page-down", "";
    /// Moves a page up.
    PageUp = "page-up", "";
    /// Moves to the first one.
    First = "first", "first";
    /// Moves to the last one, or with a count to that number.
    Last = "last", "";
    /// Moves to the first event of the next month.
    NextMonth = "next-month", "";
    /// Moves to the first event of this month, or of the month before.
    PreviousMonth = "previous-month", "";
    /// Focuses the next pane.
    NextPane = "next-pane", "pane";
    /// Focuses the previous pane.
    PreviousPane = "previous-pane", "";
    /// Focuses the timeline.
    FocusTimeline = "focus-timeline", "timeline";
    /// Focuses the event.
    FocusEvent = "focus-event", "event";
    /// Focuses the source.
    FocusSource = "focus-source", "source";
    /// Goes on to the next view of the events: list, lanes, told/happened, who it rests on; with a number before it, to that view.
    SwitchView = "switch-view", "view";
    /// Moves along the lane to its next event; in told/happened to the side of the events.
    NextInLane = "next-in-lane", "along";
    /// Moves along the lane to the event before; in told/happened to the side of the sentences.
    PreviousInLane = "previous-in-lane", "";
    /// Zooms in on the lanes, about the selected event; with a number before it, so many times.
    ZoomIn = "zoom-in", "zoom in";
    /// Zooms out again.
    ZoomOut = "zoom-out", "zoom out";
    /// Shows all time in the lanes.
    ShowAll = "show-all", "all time";
    /// Moves the lanes to an earlier time.
    PanLeft = "pan-left", "";
    /// Moves the lanes to a later time.
    PanRight = "pan-right", "";
    /// Makes a lane for each actor, kind, place, source or speaker, the next of these with every press.
    LanesBy = "lanes-by", "lanes by";
    /// Goes to a date.
    GoToDate = "go-to-date", "date";
    /// Gives the focused pane the whole screen, or takes it back.
    Zoom = "zoom", "zoom";
    /// From an event to its words; from a sentence to its event, and again to the sentence's next event.
    Follow = "follow", "words/event";
    /// Moves to the next sentence that states the event.
    NextAnchor = "next-anchor", "next words";
    /// Moves to the previous sentence that states the event.
    PreviousAnchor = "previous-anchor", "";
    /// Moves to the event's next quote.
    NextQuote = "next-quote", "quote";
    /// Moves to the words that date the event, then to those that its date counts from.
    NextReason = "next-reason", "why";
    /// Moves to the next event that rests on the same mouth as the chosen words.
    NextOfMouth = "next-of-mouth", "same mouth";
    /// Goes back to where you came from.
    Back = "back", "back";
    /// Goes forward again.
    Forward = "forward", "";
    /// Filters by actor.
    FilterActors = "filter-actors", "actors";
    /// Searches titles, actors, quotes and the articles.
    Search = "search", "search";
    /// Goes to the next match.
    NextHit = "next-hit", "next match";
    /// Goes to the previous match.
    PreviousHit = "previous-hit", "";
    /// Narrows the dates.
    FilterDates = "filter-dates", "dates";
    /// Keeps the events of one status, of the next one with every press, and after the last all of them.
    FilterStatus = "filter-status", "status";
    /// Keeps only the events that the search found, or all again.
    FilterHits = "filter-hits", "only matches";
    /// Switches all filters off, or on again.
    ToggleFilters = "toggle-filters", "filters on/off";
    /// Clears all filters.
    ClearFilters = "clear-filters", "clear filters";
    /// Chooses the source to read.
    ChooseSource = "choose-source", "sources";
    /// Copies the words under the cursor with their citation.
    Copy = "copy", "copy quote";
    /// Turns the source's publication date: every date that rests on it follows at once.
    TurnPublished = "turn-published", "turn date";
    /// Opens the source's web page, or a read-only copy of its text in your editor.
    OpenSource = "open-source", "open";
    /// Switches to the titles of the next language that the timeline has.
    SwitchTitles = "switch-titles", "titles";
    /// Shows what is not as it should be: moved words, differing hashes, texts that were not read.
    Notices = "notices", "notices";
    /// Takes or gives back the mouse, so that the terminal can select text.
    ToggleMouse = "toggle-mouse", "";
    /// Lists everything that can be done.
    Palette = "palette", "";
    /// Shows all keys.
    Help = "help", "help";
    /// Closes what is open: overlay, half-typed keys, search.
    Close = "close", "close";
    /// Suspends the program; `fg` in the shell brings it back.
    Suspend = "suspend", "";
    /// Ends the program.
    Quit = "quit", "quit";
    /// Moves to the next row of a picker.
    PickerDown = "picker-down", "";
    /// Moves to the previous row of a picker.
    PickerUp = "picker-up", "";
    /// Moves a page down in a picker.
    PickerPageDown = "picker-page-down", "";
    /// Moves a page up in a picker.
    PickerPageUp = "picker-page-up", "";
    /// Includes the highlighted actor, excludes it, leaves it out of the filter.
    PickerCycle = "picker-cycle", "include/exclude";
    /// Asks for any of the included actors, or for all of them.
    PickerAny = "picker-any", "any/all";
    /// Asks for the highlighted actor as a speaker only.
    PickerSpeaker = "picker-speaker", "as speaker";
    /// Makes the publication date a day later; with a number before it, so many.
    TurnLater = "turn-later", "later";
    /// Makes the publication date a day earlier; with a number before it, so many.
    TurnEarlier = "turn-earlier", "earlier";
    /// Applies what was typed or chosen.
    Accept = "accept", "apply";
    /// Restores what was before.
    Cancel = "cancel", "cancel";
}

impl Action {
    /// The action with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let entry = ACTIONS.iter().find(|entry| entry.name == name);
        entry.map(|entry| entry.action.clone())
    }

    /// The action's row in the table; `None` for what was typed or pointed at.
    #[must_use]
    pub fn entry(&self) -> Option<&'static Entry> {
        ACTIONS.iter().find(|entry| entry.action == *self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_one_name_and_a_line_that_says_what_it_does() {
        for entry in ACTIONS {
            let same = ACTIONS.iter().filter(|other| other.name == entry.name);
            assert_eq!(same.count(), 1, "{}", entry.name);
            assert!(entry.doc.trim().ends_with('.'), "{}", entry.name);
            assert_eq!(Action::named(entry.name).as_ref(), Some(&entry.action));
        }
    }
}
