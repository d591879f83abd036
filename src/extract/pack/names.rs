//! What a language pack says of people, organisations and places.

use serde::Deserialize;

/// Lexicon and rules for people, organisations and places.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NamesPack {}
