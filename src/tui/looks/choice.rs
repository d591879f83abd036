//! What the user or the environment chose: which theme, how many colours, and whether the terminal must be asked.

use std::fs;
use std::io;
use std::path::Path;

use super::background::shade_told;
use super::builtin::{FAMILIES, Family, Shade, THEMES};
use super::depth::Depth;
use super::file::ThemeFile;
use crate::model::{Fault, FaultKind};
use crate::tui::theme::Theme;

/// The largest file that is read as a theme, in bytes.
const LARGEST: u64 = 1 << 20;

/// Which theme.
#[derive(Debug, Clone)]
pub enum Choice {
    /// The one of a family that suits the terminal's background.
    Family(Family),
    /// This one, whatever the background.
    Theme(Box<ThemeFile>),
}

impl Choice {
    /// A theme or a family by its name, or the theme in a file: a word with a dot or a slash in it.
    ///
    /// # Errors
    ///
    /// Where there is no such theme, or the file cannot be read or is none.
    pub fn named(word: &str) -> Result<Self, Fault> {
        let name = word.replace("color", "colour");
        if let Some((_, family)) = FAMILIES.iter().find(|(known, _)| *known == name) {
            return Ok(Self::Family(*family));
        }
        if let Some((_, family, shade)) = THEMES.iter().find(|(known, ..)| *known == name) {
            return Ok(Self::Theme(Box::new(family.theme(*shade))));
        }
        if word.contains(['/', '\\', '.']) {
            let theme = ThemeFile::parse(&read(word)?, word)?;
            return Ok(Self::Theme(Box::new(theme)));
        }
        let names = FAMILIES.iter().map(|(name, _)| *name);
        let names: Vec<&str> = names.chain(THEMES.iter().map(|(name, ..)| *name)).collect();
        let mend = format!(
            "choose {}, or name a file such as my.toml",
            names.join(", ")
        );
        Err(Fault::new(
            FaultKind::Usage,
            word,
            "there is no such theme",
            mend,
        ))
    }
}

/// The text of a theme's file.
fn read(name: &str) -> Result<String, Fault> {
    let fault = |kind, cause: &str, mend: &str| Fault::new(kind, name, cause, mend);
    let size = fs::metadata(Path::new(name)).and_then(|found| match found.is_file() {
        true => Ok(found.len()),
        false => Err(io::Error::other("it is no file")),
    });
    match size.and_then(|size| {
        Ok((
            size,
            if size > LARGEST {
                Vec::new()
            } else {
                fs::read(name)?
            },
        ))
    }) {
        Ok((LARGEST.., _)) => Err(fault(
            FaultKind::TooLarge,
            "is too large to be a theme",
            "name a theme's file",
        )),
        Ok((_, bytes)) => String::from_utf8(bytes).map_err(|_| {
            fault(
                FaultKind::NotText,
                "is no text in UTF-8",
                "save it as UTF-8",
            )
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(fault(
            FaultKind::Missing,
            "there is no such theme file",
            "check the path",
        )),
        Err(error) => Err(fault(
            FaultKind::Io,
            &format!("cannot be read: {error}"),
            "check the path",
        )),
    }
}

/// How the screen is to look.
#[derive(Debug, Clone)]
pub struct Looks {
    choice: Choice,
    depth: Depth,
    /// What the environment says of the terminal's background.
    told: Option<Shade>,
    asks: bool,
}

impl Looks {
    /// What was chosen, in this environment. `depth` is what the user said, if anything.
    #[must_use]
    pub fn new(
        choice: Choice,
        depth: Option<Depth>,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let depth = depth.unwrap_or_else(|| Depth::told(&variable));
        let term = variable("TERM").unwrap_or_default();
        // The console would show the question, and others have no colours.
        let deaf = ["", "linux", "dumb"].contains(&term.as_str()) || term.starts_with("vt");
        let open = matches!(choice, Choice::Family(_)) && depth != Depth::Colourless;
        Self {
            choice,
            depth,
            told: variable("COLORFGBG").and_then(|told| shade_told(&told)),
            asks: open && !deaf && cfg!(unix),
        }
    }

    /// Whether the terminal is to be asked for its background.
    #[must_use]
    pub const fn asks(&self) -> bool {
        self.asks
    }

    /// The theme on a background of this shade; `None` if nothing has been said of it.
    #[must_use]
    pub fn theme(&self, shade: Option<Shade>) -> Theme {
        match &self.choice {
            Choice::Family(family) => {
                let shade = shade.or(self.told).unwrap_or(Shade::Dark);
                family.theme(shade).at(self.depth)
            }
            Choice::Theme(theme) => theme.at(self.depth),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks(word: &str, depth: Option<Depth>, pairs: &[(&str, &str)]) -> Looks {
        Looks::new(Choice::named(word).unwrap(), depth, |name| {
            let pair = pairs.iter().find(|(other, _)| *other == name);
            pair.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    #[cfg(unix)]
    fn the_terminal_is_asked_only_where_its_answer_would_matter() {
        let xterm = ("TERM", "xterm-256color");
        assert!(looks("auto", None, &[xterm]).asks());
        assert!(looks("high-contrast", None, &[xterm]).asks());
        assert!(!looks("dark", None, &[xterm]).asks());
        assert!(!looks("auto", None, &[xterm, ("NO_COLOR", "1")]).asks());
        assert!(!looks("auto", Some(Depth::Colourless), &[xterm]).asks());
        for term in ["linux", "dumb", "vt100", ""] {
            assert!(
                !looks("auto", Some(Depth::Sixteen), &[("TERM", term)]).asks(),
                "{term}"
            );
        }
    }

    #[test]
    fn the_answer_counts_more_than_the_environment_and_that_more_than_nothing() {
        let all = Some(Depth::Truecolour);
        let light = Shade::Light.plain().at(Depth::Truecolour);
        let dark = Shade::Dark.plain().at(Depth::Truecolour);
        let silent = looks("auto", all, &[]);
        assert_eq!(silent.theme(None), dark);
        assert_eq!(silent.theme(Some(Shade::Light)), light);
        let told = looks("auto", all, &[("COLORFGBG", "0;15")]);
        assert_eq!(told.theme(None), light);
        assert_eq!(told.theme(Some(Shade::Dark)), dark);
        assert_eq!(
            looks("light", all, &[("COLORFGBG", "15;0")]).theme(Some(Shade::Dark)),
            light
        );
    }

    #[test]
    fn themes_are_found_in_both_spellings_and_others_told() {
        for word in ["colour-blind", "color-blind", "color-blind-light", "auto"] {
            assert!(Choice::named(word).is_ok(), "{word}");
        }
        let told = Choice::named("drak").unwrap_err().to_string();
        assert!(
            told.starts_with("drak: there is no such theme; choose auto, colour-blind, "),
            "{told}"
        );
        let told = Choice::named("none/such.toml").unwrap_err().to_string();
        assert_eq!(
            told,
            "none/such.toml: there is no such theme file; check the path"
        );
    }
}
