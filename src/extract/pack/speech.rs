//! What a language pack says of quotes, speakers and attribution.

use serde::Deserialize;

/// Lexicon and rules for quotes, speakers and attribution.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SpeechPack {}
