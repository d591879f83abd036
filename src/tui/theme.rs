//! Styles by what they mean, read from a TOML file. Which colours a terminal can show is decided by its backend.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

const BUILT_IN: &str = include_str!("../../assets/themes/default.toml");

macro_rules! styles {
    ($($(#[doc = $doc:literal])+ $field:ident = $name:literal;)+) => {
        /// One style for everything that the screen distinguishes.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub struct Theme {
            $($(#[doc = $doc])+ pub $field: Style,)+
        }

        const NAMES: &[&str] = &[$($name),+];

        impl Theme {
            fn from_styles(styles: &BTreeMap<String, Style>) -> Self {
                let style = |name: &str| styles.get(name).copied().unwrap_or_default();
                Self { $($field: style($name),)+ }
            }

            fn map(&self, change: impl Fn(Style) -> Style) -> Self {
                Self { $($field: change(self.$field),)+ }
            }
        }
    };
}

styles! {
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

#[derive(Deserialize)]
#[serde(transparent)]
struct File(BTreeMap<String, String>);

impl Theme {
    /// The built-in theme; a test holds that it parses.
    #[must_use]
    pub fn built_in() -> Self {
        Self::parse(BUILT_IN).unwrap_or_default()
    }

    /// Reads a theme.
    ///
    /// # Errors
    ///
    /// One line that names the style and the word that is neither modifier nor colour.
    pub fn parse(text: &str) -> Result<Self, String> {
        let File(file) = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        let mut styles = BTreeMap::new();
        for (name, words) in file {
            if !NAMES.contains(&name.as_str()) {
                return Err(format!("“{name}” is no style"));
            }
            let style =
                parse_style(&words).map_err(|word| format!("{name}: “{word}” is no colour"))?;
            styles.insert(name, style);
        }
        Ok(Self::from_styles(&styles))
    }

    /// The same theme without colours, as `NO_COLOR` asks: modifiers stay, backgrounds become reversed text.
    #[must_use]
    pub fn without_colours(&self) -> Self {
        self.map(|style| {
            let reversed = style.bg.is_some_and(|colour| colour != Color::Reset);
            let plain = Style {
                fg: None,
                bg: None,
                ..style
            };
            if reversed {
                plain.add_modifier(Modifier::REVERSED)
            } else {
                plain
            }
        })
    }
}

fn parse_style(words: &str) -> Result<Style, String> {
    let mut style = Style::new();
    let mut words = words.split_whitespace();
    while let Some(word) = words.next() {
        let modifier = match word {
            "bold" => Modifier::BOLD,
            "dim" => Modifier::DIM,
            "italic" => Modifier::ITALIC,
            "underlined" => Modifier::UNDERLINED,
            "reversed" => Modifier::REVERSED,
            "on" => {
                style = style.bg(colour(words.next().unwrap_or("on"))?);
                continue;
            }
            word => {
                style = style.fg(colour(word)?);
                continue;
            }
        };
        style = style.add_modifier(modifier);
    }
    Ok(style)
}

fn colour(word: &str) -> Result<Color, String> {
    word.parse().map_err(|_| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_theme_is_sound_and_names_every_style() {
        Theme::parse(BUILT_IN).unwrap();
        let File(file) = toml::from_str(BUILT_IN).unwrap();
        for name in NAMES {
            assert!(file.contains_key(*name), "{name}");
        }
    }

    #[test]
    fn wrong_names_and_colours_are_named() {
        assert!(
            Theme::parse("titel = \"bold\"")
                .unwrap_err()
                .contains("titel")
        );
        assert!(
            Theme::parse("title = \"bold blurple\"")
                .unwrap_err()
                .contains("blurple")
        );
    }

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
