//! How many colours a terminal has, as the user says or its environment tells. What becomes of a theme there is in `fit`.

/// How many colours may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Depth {
    /// Red, green and blue in 256 steps each.
    Truecolour,
    /// xterm's cube of colours and ramp of greys.
    Indexed,
    /// The sixteen colours that every terminal with colours has.
    Sixteen,
    /// None: bold, underlined, italic and reversed text only.
    Colourless,
}

/// Terminals that draw truecolour and name themselves, but may not set `COLORTERM` over SSH.
const TRUECOLOUR: [&str; 7] = [
    "kitty",
    "alacritty",
    "foot",
    "wezterm",
    "ghostty",
    "contour",
    "iterm",
];

/// Terminals of one colour.
const ONE_COLOUR: [&str; 6] = ["dumb", "vt100", "vt102", "vt220", "vt320", "vt420"];

impl Depth {
    /// What the environment tells: `NO_COLOR` (<https://no-color.org>), then `COLORTERM`, then the name in `TERM`.
    #[must_use]
    pub fn told(variable: impl Fn(&str) -> Option<String>) -> Self {
        let told = |name: &str| variable(name).filter(|value| !value.is_empty());
        if told("NO_COLOR").is_some() {
            return Self::Colourless;
        }
        let deep = told("COLORTERM");
        let deep = deep.is_some_and(|value| ["truecolor", "24bit"].contains(&value.as_str()));
        // Windows Terminal and the console of Windows since 2016.
        let deep = deep || told("WT_SESSION").is_some() || cfg!(windows);
        let term = told("TERM").unwrap_or_default();
        let named = |names: &[&str]| names.iter().any(|name| term.contains(name));
        if ONE_COLOUR.contains(&term.as_str()) {
            Self::Colourless
        } else if deep || term.ends_with("-direct") || named(&TRUECOLOUR) {
            Self::Truecolour
        } else if term.contains("256col") {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pairs: &[(&str, &str)]) -> Depth {
        Depth::told(|name| {
            let pair = pairs.iter().find(|(other, _)| *other == name);
            pair.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_environment_tells_how_many_colours_there_are() {
        let vectors: [(&[(&str, &str)], Depth); 12] = [
            (&[("TERM", "xterm-256color")], Depth::Indexed),
            (
                &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")],
                Depth::Truecolour,
            ),
            (
                &[("TERM", "screen"), ("COLORTERM", "24bit")],
                Depth::Truecolour,
            ),
            (&[("TERM", "xterm-direct")], Depth::Truecolour),
            (&[("TERM", "xterm-kitty")], Depth::Truecolour),
            (&[("TERM", "tmux-256color")], Depth::Indexed),
            (&[("TERM", "linux")], Depth::Sixteen),
            (&[("TERM", "xterm"), ("COLORTERM", "yes")], Depth::Sixteen),
            (&[("TERM", "dumb")], Depth::Colourless),
            (&[("TERM", "vt220")], Depth::Colourless),
            (&[("TERM", "xterm"), ("NO_COLOR", "1")], Depth::Colourless),
            (&[("TERM", "xterm"), ("NO_COLOR", "")], Depth::Sixteen),
        ];
        for (pairs, expected) in vectors {
            assert_eq!(told(pairs), expected, "{pairs:?}");
        }
    }
}
