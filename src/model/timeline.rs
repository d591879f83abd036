//! The timeline as it stands in a file: one serde model for TOML, JSON and JSON Lines. Meaning that can be derived
//! (bounds, order, resolved anchors) is not here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ActorKind, Modifier, Reading, Review, Role, Stance, Status};

/// The one format and version this program reads and writes.
pub const FORMAT: &str = "linimasa/1";

/// Keys that this version does not know, kept as they were read so that they survive a rewrite.
pub type Extra = BTreeMap<String, serde_json::Value>;

const fn is_false(value: &bool) -> bool {
    !*value
}

/// A whole timeline: what one native file says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Timeline {
    /// Format and version, `linimasa/1`.
    pub format: String,
    /// What the timeline is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The texts that the events are read from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Who takes part or speaks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Actor>,
    /// What happened, is planned or is claimed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Unknown keys, kept.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for Timeline {
    fn default() -> Self {
        Self {
            format: FORMAT.to_owned(),
            title: None,
            sources: Vec::new(),
            actors: Vec::new(),
            events: Vec::new(),
            extra: Extra::new(),
        }
    }
}

/// One text (an article) or one imported record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Source {
    /// Unique among the sources.
    pub id: String,
    /// Its headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The outlet that published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Publication date, EDTF; the date that relative expressions count from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The text does not state `published`; it was concluded.
    #[serde(default, skip_serializing_if = "is_false")]
    pub published_inferred: bool,
    /// What tells `published`: `given`, `metadata`, `dateline` or `lead`; absent where a person wrote it down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_from: Option<String>,
    /// Id of the source that holds an earlier text of the same article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// BCP 47 language tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Path of the stored UTF-8 text, relative to the timeline's own folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// SHA-256 of the stored text, 64 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// SHA-256 of the bytes as received, before they were decoded to the stored text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_sha256: Option<String>,
    /// Unknown keys, kept.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Source {
    /// Whose words its own words are: its publisher's, else its author's; `None` where neither is named.
    #[must_use]
    pub fn outlet(&self) -> Option<&str> {
        self.publisher.as_deref().or(self.author.as_deref())
    }
}

/// A person, organisation or place that acts. A cited outlet is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Actor {
    /// Unique among the actors.
    pub id: String,
    /// The fullest form of the name, without rank or role.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Every other form that the texts use, misspellings included.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Unknown keys, kept.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Something that happened, is planned or is claimed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Event {
    /// Unique among the events.
    pub id: String,
    /// A short title: a person's words, or the source's own in a draft.
    pub title: String,
    /// The title in other languages, by BCP 47 tag.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub titles: BTreeMap<String, String>,
    /// A free word for the kind of event: `call`, `talks`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Whether it happened, is planned, or is claimed.
    #[serde(default)]
    pub status: Status,
    /// What a person decided about it.
    #[serde(default)]
    pub review: Review,
    /// The event that the article is about.
    #[serde(default, skip_serializing_if = "is_false")]
    pub main: bool,
    /// Id of the actor of kind `place` where it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Participation>,
    /// The draft's fingerprint as the builder left it: it fits no more once a person has changed anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub built: Option<String>,
    /// What the sources say of it; the first, or the preferred one, gives the date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    /// Unknown keys, kept.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Event {
    /// Position of the claim that gives the event its date: the preferred one, else the first.
    #[must_use]
    pub fn leading_claim_index(&self) -> Option<usize> {
        let preferred = self.claims.iter().position(|claim| claim.preferred);
        preferred.or((!self.claims.is_empty()).then_some(0))
    }

    /// The claim that gives the event its date.
    #[must_use]
    pub fn leading_claim(&self) -> Option<&Claim> {
        self.claims.get(self.leading_claim_index()?)
    }
}

/// One actor's part in an event.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Participation {
    /// Id of the actor.
    pub id: String,
    /// A free word for the part it plays: `participant`, `host`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Unknown keys, kept.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What one source asserts or denies of an event, and who said it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Claim {
    /// Id of the source.
    pub source: String,
    /// When it happened, EDTF (ISO 8601-2); absent where the words give no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// TIMEX3 `value` of the words that give the date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timex: Option<String>,
    /// TIMEX3 `mod` of those words.
    #[serde(default, rename = "mod", skip_serializing_if = "Option::is_none")]
    pub modifier: Option<Modifier>,
    /// How the date was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
    /// What a relative date counts from: an event's id, or `published`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative_to: Option<String>,
    /// The rule that read it, or `human`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// A person's remark on how it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Actor id of the one who said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// Actor id of the one whose words were passed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relaying: Option<String>,
    /// The outlet that the source cites; no actor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// Whether it asserts the event (when absent) or denies it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    /// This claim gives the event its date, even if it is not the first.
    #[serde(default, skip_serializing_if = "is_false")]
    pub preferred: bool,
    /// From 0 to 1: how sure the reader or rule is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// The words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<Anchor>,
    /// Unknown keys, kept.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A selector into a source's stored text (W3C Web Annotation: text quote and text position selector).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Anchor {
    /// What the words do for their claim.
    pub role: Role,
    /// The words, verbatim.
    pub exact: String,
    /// Up to 32 code points that stand before them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
    /// Up to 32 code points that stand after them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub suffix: String,
    /// Where they start, in code points of the stored text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// Where they end, exclusive, in code points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    /// Actor id of the one who speaks, for a quote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// Unknown keys, kept.
    #[serde(flatten)]
    pub extra: Extra,
}
