//! What a language pack says of temporal expressions.

use serde::Deserialize;

/// Lexicon and rules for temporal expressions.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TimesPack {}
