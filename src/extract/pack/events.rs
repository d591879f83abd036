//! What a language pack says of what happened, is planned or is claimed.

use serde::Deserialize;

/// Lexicon and rules for what happened, is planned or is claimed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EventsPack {}
