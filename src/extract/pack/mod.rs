//! A language as data: lexicon and rules, read from one TOML file per language. What they do with a text is in the rooms beside
//! this one; nothing here branches on a language.

mod events;
mod names;
mod speech;
mod structure;
mod times;

pub use events::EventsPack;
pub use names::NamesPack;
pub use speech::SpeechPack;
pub use structure::StructurePack;
pub(super) use times::{Base, Operation};
pub use times::{TimesPack, TimesRule};

use serde::Deserialize;

/// One language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// BCP 47 tag.
    pub language: String,
    /// Words so common that they tell the language of a text.
    #[serde(default)]
    pub function_words: Vec<String>,
    /// Sentences, headlines, datelines, bylines, boilerplate.
    #[serde(default)]
    pub structure: StructurePack,
    /// Temporal expressions.
    #[serde(default)]
    pub times: TimesPack,
    /// People, organisations, places.
    #[serde(default)]
    pub names: NamesPack,
    /// Quotes, speakers, attribution.
    #[serde(default)]
    pub speech: SpeechPack,
    /// What happened, is planned or is claimed.
    #[serde(default)]
    pub events: EventsPack,
}

const INDONESIAN: &str = include_str!("../../../assets/lang/id.toml");
const ENGLISH: &str = include_str!("../../../assets/lang/en.toml");

impl Pack {
    /// The BCP 47 tags of the built-in packs.
    pub const BUILT_IN: &[&str] = &["id", "en"];

    /// Reads a pack.
    ///
    /// # Errors
    ///
    /// One line that names the place and what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.message().to_owned())
    }

    /// The built-in pack of a language, by its BCP 47 tag; `None` where there is none. A test holds that each one parses.
    #[must_use]
    pub fn built_in(language: &str) -> Option<Self> {
        match language {
            "id" => Self::parse(INDONESIAN).ok(),
            "en" => Self::parse(ENGLISH).ok(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_packs_are_sound() {
        assert_eq!(Pack::parse(INDONESIAN).unwrap().language, "id");
        assert_eq!(Pack::parse(ENGLISH).unwrap().language, "en");
    }
}
