//! What a language pack says of quotes, speakers and attribution.

use serde::Deserialize;

/// Lexicon for quotes, speakers and attribution. Words stand in lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SpeechPack {
    /// Verbs of saying behind a quote and before their speaker.
    pub before_speaker: Vec<String>,
    /// Verbs of saying with their speaker before them.
    pub after_speaker: Vec<String>,
    /// Whether the speaker may also stand before the verb behind a quote, with a role or a description
    /// (`"…," the mayor, Jane Roe, said`).
    pub speaker_first: bool,
    /// Endings of a verb of saying that stand for its speaker.
    pub pronoun_suffixes: Vec<String>,
    /// Words before the one whose claim follows.
    pub according: Vec<String>,
    /// Words between a quote and its verb.
    pub thus: Vec<String>,
    /// Verbs before the outlet cited or the person relayed.
    pub citing: Vec<String>,
    /// Words between such a verb and the outlet.
    pub citing_links: Vec<String>,
    /// Nouns for what the one relayed has said.
    pub statements: Vec<String>,
    /// Words before the one spoken to.
    pub listeners: Vec<String>,
    /// Words that end the naming of a speaker.
    pub speaker_ends: Vec<String>,
}
