//! Styles by what they mean. Where they come from and which colours a terminal can show is in `looks`.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};

use super::looks::{Depth, Shade};

macro_rules! styles {
    ($($(#[doc = $doc:literal])+ $field:ident = $name:literal;)+) => {
        /// One style for everything that the screen distinguishes.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub struct Theme {
            $($(#[doc = $doc])+ pub $field: Style,)+
        }

        /// The names of all styles, as themes write them.
        pub(super) const NAMES: &[&str] = &[$($name),+];

        impl Theme {
            /// Styles by their names; those that are missing are taken from another theme.
            pub(super) fn from_styles(styles: &BTreeMap<String, Style>, rest: Option<&Self>) -> Self {
                let style = |name: &str, rest: Option<Style>| styles.get(name).copied().or(rest).unwrap_or_default();
                Self { $($field: style($name, rest.map(|rest| rest.$field)),)+ }
            }

            /// The theme with every style changed, by its name.
            pub(super) fn map(&self, change: impl Fn(&'static str, Style) -> Style) -> Self {
                Self { $($field: change($name, self.$field),)+ }
            }

            /// Every style with its name.
            #[must_use]
            pub fn styles(&self) -> Vec<(&'static str, Style)> {
                vec![$(($name, self.$field)),+]
            }
        }
    };
}

styles! {
    /// The screen: its letters and what they stand on.
    ground = "ground";
    /// The timeline's title in the top line.
    header = "header";
    /// Counts in the top line.
    header_detail = "header-detail";
    /// Filters in force.
    filter = "filter";
    /// Something could not be done, or is not what it should be.
    warning = "warning";
    /// Something was done or found.
    note = "note";
    /// Something known only in part, or only by inference.
    caution = "caution";
    /// The title of a pane that follows.
    pane_title = "pane-title";
    /// The title of the pane that leads.
    pane_title_focused = "pane-title-focused";
    /// Lines between panes.
    separator = "separator";
    /// A year or month, or a section of the event.
    heading = "heading";
    /// An event's number.
    number = "number";
    /// A date.
    date = "date";
    /// An event's title.
    title = "title";
    /// Ordinary text.
    detail = "detail";
    /// Text of lesser weight.
    faint = "faint";
    /// The selection in the pane that leads.
    selected = "selected";
    /// The selection in a pane that follows.
    selected_unfocused = "selected-unfocused";
    /// An event that happened.
    happened = "happened";
    /// An event that is planned.
    planned = "planned";
    /// An event that is claimed.
    claimed = "claimed";
    /// Words that state the selected event.
    evidence = "evidence";
    /// The chosen ones of them.
    evidence_current = "evidence-current";
    /// Words that give its date.
    date_words = "date-words";
    /// Those within the chosen words.
    date_words_current = "date-words-current";
    /// Direct speech.
    quote = "quote";
    /// The sign of the cursor.
    cursor = "cursor";
    /// What a search found.
    matched = "match";
    /// A sentence without an event.
    no_event = "no-event";
    /// Marks on the axis.
    axis = "axis";
    /// Spans of uncertain dates on the axis.
    axis_soft = "axis-soft";
    /// The selected event on the axis.
    axis_selected = "axis-selected";
    /// Ticks of the axis.
    axis_label = "axis-label";
    /// A key in the hint bar.
    key = "key";
    /// What a key does.
    hint = "hint";
    /// An overlay's background.
    overlay = "overlay";
    /// An overlay's title.
    overlay_title = "overlay-title";
    /// An included actor.
    include = "include";
    /// An excluded actor.
    exclude = "exclude";
}

impl Theme {
    /// The theme of dark terminals with all colours.
    #[must_use]
    pub fn built_in() -> Self {
        Shade::Dark.plain().at(Depth::Truecolour)
    }

    /// The same theme without colours, as `NO_COLOR` asks: modifiers stay, backgrounds become reversed text. No text is
    /// dimmed: nobody knows how far a terminal would dim it.
    #[must_use]
    pub fn without_colours(&self) -> Self {
        self.map(|name, style| {
            let reversed = style.bg.is_some_and(|colour| colour != Color::Reset);
            let mut plain = Style {
                fg: None,
                bg: None,
                ..style
            };
            plain.add_modifier.remove(Modifier::DIM);
            if reversed && !["ground", "overlay"].contains(&name) {
                plain.add_modifier(Modifier::REVERSED)
            } else {
                plain
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colours_selection_and_highlights_still_differ() {
        let plain = Theme::built_in().without_colours();
        for style in [plain.selected, plain.evidence_current, plain.matched] {
            assert!(style.add_modifier.contains(Modifier::REVERSED));
            assert_eq!((style.fg, style.bg), (None, None));
        }
        assert_ne!(plain.evidence, plain.date_words);
    }
}
