//! A theme's file: its own colours, a style for each thing that the screen distinguishes, and what differs with sixteen colours.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;
use toml::Spanned;

use super::builtin::Shade;
use super::colour::Rgb;
use super::depth::Depth;
use super::fit::{Fit, LINES, TEXT, rgb};
use crate::model::{Fault, FaultKind};
use crate::tui::theme::{NAMES, Theme};

type Table = BTreeMap<String, Spanned<String>>;

/// A file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    background: Spanned<String>,
    foreground: Spanned<String>,
    #[serde(default)]
    palette: Table,
    #[serde(default)]
    styles: Table,
    #[serde(default)]
    sixteen: Table,
}

/// A theme for every depth of colour.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    theme: Theme,
    /// Styles that are not as the nearest of the sixteen colours would have them.
    sixteen: BTreeMap<String, Style>,
    /// The background that contrast is reckoned on: the theme's own, or where it leaves that to the terminal, black or white.
    assumed: Rgb,
}

impl ThemeFile {
    /// Reads a theme. Styles that it does not name are those of the built-in theme of the same shade.
    ///
    /// # Errors
    ///
    /// One fault that names the file, the line, and the word that is no style, modifier or colour.
    pub fn parse(text: &str, file: &str) -> Result<Self, Fault> {
        Self::read(text, file, |shade| Some(shade.plain()))
    }

    /// Nothing but letters on a background.
    pub(super) fn bare(shade: Shade) -> Self {
        Self {
            theme: Theme::default(),
            sixteen: BTreeMap::new(),
            assumed: shade.extreme(),
        }
    }

    /// Reads a theme that leaves nothing to others.
    pub(super) fn parse_whole(text: &str, file: &str) -> Result<Self, Fault> {
        Self::read(text, file, |_| None)
    }

    fn read(text: &str, file: &str, rest: impl Fn(Shade) -> Option<Self>) -> Result<Self, Fault> {
        let reader = Reader { text, file };
        let written: Written = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            reader.fault(at, error.message().replace('\n', " "), MEND)
        })?;
        let mut palette = BTreeMap::new();
        for (name, word) in &written.palette {
            let colour = reader.colour(word, word.get_ref(), &BTreeMap::new())?;
            palette.insert(name.as_str(), colour);
        }
        let background =
            reader.colour(&written.background, written.background.get_ref(), &palette)?;
        let foreground =
            reader.colour(&written.foreground, written.foreground.get_ref(), &palette)?;
        let shade = match (rgb(Some(background)), rgb(Some(foreground))) {
            (Some(background), _) => Shade::of(background),
            // Light letters ask for a dark screen.
            (None, Some(foreground)) => Shade::of(foreground).opposite(),
            (None, None) => Shade::Dark,
        };
        let rest = rest(shade);
        let mut styles = reader.styles(&written.styles, &palette)?;
        let ground = Style::new().fg(foreground).bg(background);
        styles.insert("ground".to_owned(), ground);
        let mut theme = Theme::from_styles(&styles, rest.as_ref().map(|rest| &rest.theme));
        theme.overlay = ground.patch(theme.overlay);
        // Letters over what was drawn before must not keep its colour.
        for style in [&mut theme.title, &mut theme.detail, &mut theme.axis] {
            style.fg = style.fg.or(Some(foreground));
        }
        let mut sixteen = rest.map_or_else(BTreeMap::new, |rest| rest.sixteen);
        sixteen.retain(|name, _| !styles.contains_key(name));
        // Here a name is the terminal's own colour.
        sixteen.extend(reader.styles(&written.sixteen, &BTreeMap::new())?);
        Ok(Self {
            theme,
            sixteen,
            assumed: rgb(Some(background)).unwrap_or(shade.extreme()),
        })
    }

    /// The theme for so many colours.
    #[must_use]
    pub fn at(&self, depth: Depth) -> Theme {
        let window = rgb(self.theme.overlay.bg);
        let grounds: Vec<Rgb> = [self.assumed].into_iter().chain(window).collect();
        let text =
            rgb(self.theme.ground.fg).unwrap_or(Shade::of(self.assumed).opposite().extreme());
        let fit = match depth {
            Depth::Truecolour => return self.theme,
            Depth::Colourless => return self.theme.without_colours(),
            Depth::Indexed => Fit::fixed(&grounds, text),
            Depth::Sixteen => Fit::sixteen(&grounds, text),
        };
        let own = |name: &str| match depth {
            Depth::Sixteen => self.sixteen.get(name).copied(),
            _ => None,
        };
        let ground = fit.ground(self.theme.ground);
        self.theme.map(|name, style| {
            let fitted = match (own(name), name) {
                (Some(style), "overlay") => ground.patch(style),
                (Some(style), _) => style,
                (None, "ground") => ground,
                (None, "overlay") => fit.window(style),
                (None, "separator") => fit.style(style, LINES),
                (None, _) => fit.style(style, TEXT),
            };
            fit.steady(fitted, ground)
        })
    }
}

const MEND: &str =
    "a theme has background, foreground, and the tables [palette], [styles] and [sixteen]";

/// What is being read, for the faults in it.
struct Reader<'a> {
    text: &'a str,
    file: &'a str,
}

impl Reader<'_> {
    fn fault(&self, at: usize, cause: String, mend: &str) -> Fault {
        let before = self.text.get(..at).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        Fault::new(FaultKind::Syntax, self.file, cause, mend).at_line(Some(line))
    }

    fn styles(
        &self,
        table: &Table,
        palette: &BTreeMap<&str, Color>,
    ) -> Result<BTreeMap<String, Style>, Fault> {
        let mut styles = BTreeMap::new();
        for (name, words) in table {
            if !NAMES.contains(&name.as_str()) || name == "ground" {
                let cause = format!("“{name}” is no style");
                let near = NAMES.iter().max_by(|one, other| {
                    let like = |word: &str| strsim::jaro(word, name);
                    like(one).total_cmp(&like(other))
                });
                let mend = near.map_or_else(String::new, |near| format!("did you mean “{near}”?"));
                return Err(self.fault(words.span().start, cause, &mend));
            }
            let style = self
                .style(words, palette)
                .map_err(|fault| fault.at_place(name))?;
            styles.insert(name.clone(), style);
        }
        Ok(styles)
    }

    fn style(
        &self,
        written: &Spanned<String>,
        palette: &BTreeMap<&str, Color>,
    ) -> Result<Style, Fault> {
        let mut style = Style::new();
        let mut words = written.get_ref().split_whitespace();
        while let Some(word) = words.next() {
            let modifier = match word {
                "bold" => Modifier::BOLD,
                "dim" => Modifier::DIM,
                "italic" => Modifier::ITALIC,
                "underlined" => Modifier::UNDERLINED,
                "reversed" => Modifier::REVERSED,
                "on" => {
                    style.bg = Some(self.colour(written, words.next().unwrap_or("on"), palette)?);
                    continue;
                }
                word => {
                    style.fg = Some(self.colour(written, word, palette)?);
                    continue;
                }
            };
            style = style.add_modifier(modifier);
        }
        Ok(style)
    }

    fn colour(
        &self,
        written: &Spanned<String>,
        word: &str,
        palette: &BTreeMap<&str, Color>,
    ) -> Result<Color, Fault> {
        let known = match word {
            "terminal" => Some(Color::Reset),
            word => palette.get(word).copied().or_else(|| word.parse().ok()),
        };
        known.ok_or_else(|| {
            let cause = format!("“{word}” is no colour");
            let mend = "write #rrggbb, a name of [palette], one of the sixteen names such as lightred, or terminal";
            self.fault(written.span().start, cause, mend)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAST: &str = "background = \"#000000\"\nforeground = \"#ffffff\"\n";

    fn fault(rest: &str) -> String {
        let text = format!("{LEAST}{rest}");
        ThemeFile::parse(&text, "my.toml").unwrap_err().to_string()
    }

    #[test]
    fn wrong_names_and_colours_are_told_with_their_line() {
        let told = fault("[styles]\ntitel = \"bold\"\n");
        assert_eq!(
            told,
            "my.toml:4: “titel” is no style; did you mean “title”?"
        );
        let told = fault("[styles]\ntitle = \"bold\"\nnote = \"bold blurple\"\n");
        assert!(
            told.starts_with("my.toml:5: note: “blurple” is no colour; "),
            "{told}"
        );
        let told = fault("[palette]\nsea = \"#12345\"\n");
        assert!(
            told.starts_with("my.toml:4: “#12345” is no colour"),
            "{told}"
        );
        let told = fault("[style]\ntitle = \"bold\"\n");
        assert!(
            told.starts_with("my.toml:3: ") && !told.contains('\n'),
            "{told}"
        );
        let told = ThemeFile::parse("", "my.toml").unwrap_err().to_string();
        assert!(told.contains("background"), "{told}");
    }

    #[test]
    fn what_a_theme_does_not_name_is_as_in_the_built_in_one_of_its_shade() {
        let light = "background = \"#ffffff\"\nforeground = \"#000000\"\n[palette]\nsea = \"#005f87\"\n\
            [styles]\ndate = \"sea underlined\"\n";
        let theme = ThemeFile::parse(light, "my.toml")
            .unwrap()
            .at(Depth::Truecolour);
        let plain = Shade::Light.plain().at(Depth::Truecolour);
        assert_eq!(theme.date.fg, Some(Color::Rgb(0, 0x5f, 0x87)));
        assert_eq!(theme.title, plain.title);
        assert_eq!(theme.selected, plain.selected);
        assert_eq!(theme.ground.bg, Some(Color::Rgb(255, 255, 255)));
    }

    #[test]
    fn the_background_may_be_left_to_the_terminal() {
        let text = "background = \"terminal\"\nforeground = \"#101010\"\n";
        let theme = ThemeFile::parse(text, "my.toml").unwrap();
        let plain = Shade::Light.plain();
        for depth in [Depth::Truecolour, Depth::Indexed, Depth::Sixteen] {
            assert_eq!(theme.at(depth).ground.bg, Some(Color::Reset));
            assert_eq!(
                theme.at(depth).date.fg,
                plain.at(depth).date.fg,
                "{depth:?}"
            );
        }
    }
}
