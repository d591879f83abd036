//! How the screen is to look: the options, `LINIMASA_THEME`, and what they mean to `tui`.

use clap::{Args, ValueEnum};

use super::outcome::Failure;
use crate::model::Fault;
use crate::text::write_ascii_only;
use crate::tui::{Choice, Depth, Looks};

/// The variable that names a theme where the call does not.
const THEME: &str = "LINIMASA_THEME";

/// Looks of the viewer.
#[derive(Debug, Args)]
pub(super) struct LookArgs {
    /// The theme: auto, dark, light, colour-blind, high-contrast, or a file
    ///
    /// auto (the default) asks the terminal for its background and takes dark or light; colour-blind and high-contrast do the
    /// same, and with -dark or -light behind them they do not ask. A file is any word with a dot or a slash in it, such as
    /// my.toml. The variable LINIMASA_THEME names a theme for every call.
    #[arg(long, value_name = "THEME", help_heading = "Looks")]
    theme: Option<String>,
    /// How many colours the terminal has; without it, NO_COLOR, COLORTERM and TERM tell
    #[arg(
        long,
        value_enum,
        value_name = "DEPTH",
        visible_alias = "color",
        aliases = ["colors", "colour"],
        help_heading = "Looks"
    )]
    colours: Option<Colours>,
}

/// In which characters people are told.
#[derive(Debug, Default, Args)]
pub(super) struct AsciiArgs {
    /// Write signs and letters in ASCII, as where the locale has no UTF-8
    ///
    /// Signs and punctuation become what people write for them, such as <= and "; every other character its number, such as
    /// <U+00E9>. JSON, TSV, Markdown and exported files stay in UTF-8.
    #[arg(long, help_heading = "Looks")]
    ascii: bool,
}

impl AsciiArgs {
    /// Does what was asked for.
    pub(super) fn apply(&self) {
        if self.ascii {
            write_ascii_only();
        }
    }
}

/// How many colours may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colours {
    /// As the environment tells
    Auto,
    /// 16 million
    #[value(alias = "truecolor", alias = "24bit")]
    Truecolour,
    /// xterm's
    #[value(name = "256")]
    Indexed,
    /// Those that every terminal with colours has
    #[value(name = "16")]
    Sixteen,
    /// Bold, underlined and reversed letters only
    None,
}

impl LookArgs {
    /// The looks that were asked for, in this environment.
    pub(super) fn looks(&self) -> Result<Looks, Failure> {
        let variable = |name: &str| std::env::var(name).ok();
        let set = variable(THEME).filter(|word| !word.is_empty());
        let (place, word) = match (&self.theme, set) {
            (Some(word), _) => ("--theme", word.clone()),
            (None, Some(word)) => (THEME, word),
            (None, None) => ("--theme", "auto".to_owned()),
        };
        let choice = Choice::named(&word).map_err(|fault| {
            let file = format!("{place}: {}", fault.file);
            Failure::Usage(Fault { file, ..fault })
        })?;
        let depth = self.colours.and_then(|colours| match colours {
            Colours::Auto => None,
            Colours::Truecolour => Some(Depth::Truecolour),
            Colours::Indexed => Some(Depth::Indexed),
            Colours::Sixteen => Some(Depth::Sixteen),
            Colours::None => Some(Depth::Colourless),
        });
        Ok(Looks::new(choice, depth, variable))
    }
}
