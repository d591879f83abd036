//! The themes that come with the program, in families of a dark and a light one.

use super::colour::Rgb;
use super::file::ThemeFile;

/// Whether a theme's background is dark or light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shade {
    /// Light letters on a dark screen.
    Dark,
    /// Dark letters on a light screen.
    Light,
}

impl Shade {
    /// That of a background.
    #[must_use]
    pub fn of(background: Rgb) -> Self {
        if background.is_light() {
            Self::Light
        } else {
            Self::Dark
        }
    }

    /// The other one.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Dark,
        }
    }

    /// Black or white.
    pub(super) const fn extreme(self) -> Rgb {
        match self {
            Self::Dark => Rgb(0, 0, 0),
            Self::Light => Rgb(255, 255, 255),
        }
    }

    /// The theme that nobody had to ask for.
    #[must_use]
    pub fn plain(self) -> ThemeFile {
        Family::Plain.theme(self)
    }
}

/// A dark and a light theme that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// For most people.
    Plain,
    /// Hues that people tell apart whatever colours they see.
    ColourBlind,
    /// Seven to one and more.
    HighContrast,
}

/// Every theme by its name.
pub const THEMES: [(&str, Family, Shade); 6] = [
    ("dark", Family::Plain, Shade::Dark),
    ("light", Family::Plain, Shade::Light),
    ("colour-blind-dark", Family::ColourBlind, Shade::Dark),
    ("colour-blind-light", Family::ColourBlind, Shade::Light),
    ("high-contrast-dark", Family::HighContrast, Shade::Dark),
    ("high-contrast-light", Family::HighContrast, Shade::Light),
];

/// Every family by the name that chooses the theme of the terminal's shade.
pub const FAMILIES: [(&str, Family); 3] = [
    ("auto", Family::Plain),
    ("colour-blind", Family::ColourBlind),
    ("high-contrast", Family::HighContrast),
];

impl Family {
    /// The family's theme of a shade; a test holds that it can be read.
    #[must_use]
    pub fn theme(self, shade: Shade) -> ThemeFile {
        let text = text(self, shade);
        ThemeFile::parse_whole(text, "built-in").unwrap_or_else(|_| ThemeFile::bare(shade))
    }
}

const fn text(family: Family, shade: Shade) -> &'static str {
    match (family, shade) {
        (Family::Plain, Shade::Dark) => include_str!("../../../assets/themes/dark.toml"),
        (Family::Plain, Shade::Light) => include_str!("../../../assets/themes/light.toml"),
        (Family::ColourBlind, Shade::Dark) => {
            include_str!("../../../assets/themes/colour-blind-dark.toml")
        }
        (Family::ColourBlind, Shade::Light) => {
            include_str!("../../../assets/themes/colour-blind-light.toml")
        }
        (Family::HighContrast, Shade::Dark) => {
            include_str!("../../../assets/themes/high-contrast-dark.toml")
        }
        (Family::HighContrast, Shade::Light) => {
            include_str!("../../../assets/themes/high-contrast-light.toml")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::NAMES;

    #[test]
    fn every_built_in_theme_can_be_read_and_names_every_style() {
        for (name, family, shade) in THEMES {
            ThemeFile::parse_whole(text(family, shade), name).unwrap();
            let table: toml::Table = toml::from_str(text(family, shade)).unwrap();
            let styles = table["styles"].as_table().unwrap();
            for style in NAMES.iter().filter(|style| **style != "ground") {
                assert!(styles.contains_key(*style), "{name}: {style}");
            }
            let background = table["background"].as_str().unwrap();
            let number = u32::from_str_radix(&background[1..], 16).unwrap();
            let [_, red, green, blue] = number.to_be_bytes();
            assert_eq!(Shade::of(Rgb(red, green, blue)), shade, "{name}");
        }
    }
}
