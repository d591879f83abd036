//! Mode × keys → action, read from a TOML file.

use std::collections::BTreeMap;

use super::action::Action;
use super::keys::{Key, KeyCode};

/// What the keys are taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyMode {
    /// The panes.
    Browse,
    /// A list to choose from: letters narrow it.
    Picker,
    /// A line to fill in.
    Prompt,
    /// The publication date being turned.
    Turn,
    /// A page to read: help, notices.
    Help,
}

impl KeyMode {
    /// All modes, as the keymap names them.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Browse, "browse"),
        (Self::Picker, "picker"),
        (Self::Prompt, "prompt"),
        (Self::Turn, "turn"),
        (Self::Help, "help"),
    ];
}

/// What typed keys mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// They name an action.
    Action(Action),
    /// More keys can follow.
    Prefix,
    /// They mean nothing.
    Nothing,
}

type Bindings = BTreeMap<Vec<Key>, Action>;

/// The bindings of every mode.
#[derive(Debug, Clone)]
pub struct Keymap {
    modes: BTreeMap<KeyMode, Bindings>,
}

const BUILT_IN: &str = include_str!("../../assets/keymap.toml");

impl Default for Keymap {
    /// The built-in keymap. A test holds that it parses; without it there would be no keys at all.
    fn default() -> Self {
        Self::parse(BUILT_IN).unwrap_or_else(|_| Self {
            modes: BTreeMap::new(),
        })
    }
}

impl Keymap {
    /// Reads a keymap: a table per mode, from keys to the names of actions.
    ///
    /// # Errors
    ///
    /// One line that names the mode, the keys and what is wrong: TOML, an unknown mode, key or action, keys that are
    /// also the beginning of others, or a key that terminals cannot tell from another.
    pub fn parse(text: &str) -> Result<Self, String> {
        type File = BTreeMap<String, BTreeMap<String, String>>;
        let file: File = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        let mut modes = BTreeMap::new();
        for (mode, keys) in file {
            let known = KeyMode::ALL.iter().find(|(_, name)| *name == mode);
            let (key_mode, _) = known.ok_or_else(|| format!("“{mode}” is no mode"))?;
            let mut bindings = Bindings::new();
            for (keys, name) in keys {
                let wrong = |what: String| format!("{mode}, keys “{keys}”: {what}");
                let action =
                    Action::named(&name).ok_or_else(|| wrong(format!("“{name}” is no action")))?;
                bindings.insert(parse_keys(&keys).map_err(wrong)?, action);
            }
            refuse_hidden(&mode, &bindings)?;
            modes.insert(*key_mode, bindings);
        }
        Ok(Self { modes })
    }

    /// What these keys mean in a mode.
    #[must_use]
    pub fn lookup(&self, mode: KeyMode, keys: &[Key]) -> Lookup {
        let Some(bindings) = self.modes.get(&mode) else {
            return Lookup::Nothing;
        };
        if let Some(action) = bindings.get(keys) {
            return Lookup::Action(action.clone());
        }
        if bindings.keys().any(|bound| bound.starts_with(keys)) {
            Lookup::Prefix
        } else {
            Lookup::Nothing
        }
    }

    /// The keys of a mode that begin with `prefix`: what is left of them, and their actions.
    pub fn continuations<'a>(
        &'a self,
        mode: KeyMode,
        prefix: &'a [Key],
    ) -> impl Iterator<Item = (String, &'a Action)> {
        let bindings = self.modes.get(&mode).into_iter().flatten();
        bindings.filter_map(move |(keys, action)| {
            let rest = keys.strip_prefix(prefix)?;
            Some((spell(rest), action))
        })
    }

    /// The keys that do an action in a mode, shortest first.
    #[must_use]
    pub fn keys_of(&self, mode: KeyMode, action: &Action) -> Vec<String> {
        let bindings = self.modes.get(&mode).into_iter().flatten();
        let bound = bindings.filter(|(_, bound)| *bound == action);
        let mut keys: Vec<String> = bound.map(|(keys, _)| spell(keys)).collect();
        keys.sort_by_key(|keys| keys.chars().count());
        keys
    }
}

fn spell(keys: &[Key]) -> String {
    let names: Vec<String> = keys.iter().map(Key::to_string).collect();
    names.join(" ")
}

fn parse_keys(text: &str) -> Result<Vec<Key>, String> {
    let keys: Result<Vec<Key>, String> = text.split(' ').map(str::parse).collect();
    let keys = keys?;
    let alike =
        |key: &&Key| key.ctrl && matches!(key.code, KeyCode::Char('i' | 'm' | 'h' | 'j' | '['));
    match keys.iter().find(alike) {
        Some(key) => Err(format!("terminals cannot tell {key} from another key")),
        None => Ok(keys),
    }
}

/// Refuses keys that could never be reached because shorter ones act first.
fn refuse_hidden(mode: &str, bindings: &Bindings) -> Result<(), String> {
    for keys in bindings.keys() {
        let hidden = bindings
            .keys()
            .find(|other| *other != keys && other.starts_with(keys));
        if let Some(hidden) = hidden {
            return Err(format!(
                "{mode}: “{}” hides “{}”",
                spell(keys),
                spell(hidden)
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::ACTIONS;

    #[test]
    fn the_built_in_keymap_is_sound_and_reaches_every_action() {
        let keymap = Keymap::parse(BUILT_IN).unwrap();
        for entry in ACTIONS
            .iter()
            .filter(|entry| entry.action != Action::ToggleMouse)
        {
            let bound = KeyMode::ALL
                .iter()
                .any(|(mode, _)| !keymap.keys_of(*mode, &entry.action).is_empty());
            assert!(bound, "no key for {}", entry.name);
        }
    }

    #[test]
    fn keys_that_stand_twice_hide_others_or_look_alike_are_refused() {
        for (text, part) in [
            ("[browse]\n\"j\" = \"down\"\n\"j\" = \"up\"", "duplicate"),
            ("[browse]\n\"g\" = \"down\"\n\"g g\" = \"up\"", "hides"),
            ("[browse]\n\"ctrl-m\" = \"down\"", "cannot tell"),
            ("[browse]\n\"j\" = \"fly\"", "no action"),
            ("[dream]\n\"j\" = \"down\"", "no mode"),
        ] {
            let error = Keymap::parse(text).unwrap_err();
            assert!(error.contains(part), "{error}");
        }
    }

    #[test]
    fn a_prefix_waits_for_its_next_key() {
        let keymap = Keymap::default();
        let g = "g".parse().unwrap();
        assert_eq!(keymap.lookup(KeyMode::Browse, &[g]), Lookup::Prefix);
        assert_eq!(
            keymap.lookup(KeyMode::Browse, &[g, g]),
            Lookup::Action(Action::First)
        );
        let x = "x".parse().unwrap();
        assert_eq!(keymap.lookup(KeyMode::Browse, &[g, x]), Lookup::Nothing);
    }
}
