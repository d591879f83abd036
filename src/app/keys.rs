//! Keys as the keymap spells them: `j`, `G`, `ctrl-d`, `shift-tab`, `pgdn`.

use std::fmt;
use std::str::FromStr;

/// Which key, without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyCode {
    /// A character; Shift is part of it.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow.
    Up,
    /// Arrow.
    Down,
    /// Arrow.
    Left,
    /// Arrow.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    Function(u8),
}

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift; never for a character.
    pub shift: bool,
}

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// The character that the key types, if it types one.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }
}

const NAMES: [(KeyCode, &str, &str); 14] = [
    (KeyCode::Enter, "enter", "Enter"),
    (KeyCode::Esc, "esc", "Esc"),
    (KeyCode::Tab, "tab", "Tab"),
    (KeyCode::Backspace, "backspace", "Backspace"),
    (KeyCode::Delete, "delete", "Del"),
    (KeyCode::Up, "up", "↑"),
    (KeyCode::Down, "down", "↓"),
    (KeyCode::Left, "left", "←"),
    (KeyCode::Right, "right", "→"),
    (KeyCode::Home, "home", "Home"),
    (KeyCode::End, "end", "End"),
    (KeyCode::PageUp, "pgup", "PgUp"),
    (KeyCode::PageDown, "pgdn", "PgDn"),
    (KeyCode::Char(' '), "space", "Space"),
];

impl FromStr for Key {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut key = Self::plain(KeyCode::Esc);
        let mut rest = text;
        loop {
            rest = if let Some(rest) = rest.strip_prefix("ctrl-") {
                key.ctrl = true;
                rest
            } else if let Some(rest) = rest.strip_prefix("alt-") {
                key.alt = true;
                rest
            } else if let Some(rest) = rest.strip_prefix("shift-") {
                key.shift = true;
                rest
            } else {
                break;
            };
        }
        let named = NAMES.iter().find(|(_, name, _)| *name == rest);
        let function = rest
            .strip_prefix('f')
            .and_then(|number| number.parse().ok());
        let mut letters = rest.chars();
        key.code = match (named, function, letters.next(), letters.next()) {
            (Some((code, ..)), ..) => *code,
            (_, Some(number), ..) => KeyCode::Function(number),
            (_, _, Some(letter), None) => KeyCode::Char(letter),
            _ => return Err(format!("“{text}” is no key")),
        };
        Ok(key)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [
            (self.ctrl, "Ctrl-"),
            (self.alt, "Alt-"),
            (self.shift, "Shift-"),
        ] {
            if held {
                out.write_str(name)?;
            }
        }
        let named = NAMES.iter().find(|(code, ..)| *code == self.code);
        match (named, self.code) {
            (Some((.., label)), _) => out.write_str(label),
            (None, KeyCode::Char(letter)) => write!(out, "{letter}"),
            (None, KeyCode::Function(number)) => write!(out, "F{number}"),
            (None, _) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_the_keymap_spells_them_and_shown_as_keyboards_do() {
        for (spelled, shown) in [
            ("j", "j"),
            ("G", "G"),
            ("ctrl-d", "Ctrl-d"),
            ("shift-tab", "Shift-Tab"),
            ("pgdn", "PgDn"),
            ("f", "f"),
            ("f5", "F5"),
            ("-", "-"),
            ("\"", "\""),
        ] {
            assert_eq!(spelled.parse::<Key>().unwrap().to_string(), shown);
        }
        assert!("".parse::<Key>().is_err());
        assert!("hyper-x".parse::<Key>().is_err());
    }
}
