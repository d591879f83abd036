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

use std::collections::BTreeMap;

use serde::Deserialize;

use super::times::Order;

/// One language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// BCP 47 tag.
    pub language: String,
    /// Words so common that they tell the language of a text.
    #[serde(default)]
    pub function_words: Vec<String>,
    /// Regions (ISO 3166-1 alpha-2, as BCP 47 has them) and the order in which they write day and month in numbers.
    #[serde(default)]
    pub regions: BTreeMap<String, Order>,
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
const UNDETERMINED: &str = include_str!("../../../assets/lang/und.toml");

/// The head of a pack: what tells its language in a text.
#[derive(Debug, Clone, Deserialize)]
pub struct PackHead {
    /// BCP 47 tag.
    pub language: String,
    /// Words so common that they tell the language of a text, in lower case.
    #[serde(default)]
    pub function_words: Vec<String>,
    /// Regions and the order in which they write day and month in numbers.
    #[serde(default)]
    pub regions: BTreeMap<String, Order>,
}

impl Pack {
    /// The BCP 47 tags of the languages that have a pack.
    pub const BUILT_IN: &[&str] = &["id", "en"];

    /// The BCP 47 tag of the pack for a text in none of them: what can be read without knowing a language.
    pub const UNDETERMINED: &str = "und";

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
        Self::parse(written(language)?).ok()
    }
}

impl PackHead {
    /// The head of a built-in pack. The pack below it, most of the file, is not read: to tell a language costs no pack.
    #[must_use]
    pub fn built_in(language: &str) -> Option<Self> {
        let text = written(language)?;
        let head = text.split("\n[").next()?;
        toml::from_str(head).ok()
    }
}

/// The file of a built-in pack.
fn written(language: &str) -> Option<&'static str> {
    match language {
        "id" => Some(INDONESIAN),
        "en" => Some(ENGLISH),
        Pack::UNDETERMINED => Some(UNDETERMINED),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_packs_are_sound_and_their_heads_say_what_they_say() {
        for tag in Pack::BUILT_IN.iter().chain([&Pack::UNDETERMINED]) {
            let pack = Pack::parse(written(tag).unwrap()).unwrap();
            let head = PackHead::built_in(tag).unwrap();
            assert_eq!(pack.language, *tag);
            assert_eq!(head.language, *tag);
            assert_eq!(head.function_words, pack.function_words);
            assert_eq!(head.function_words.is_empty(), *tag == "und");
        }
        assert!(Pack::built_in("qxx").is_none());
    }
}
