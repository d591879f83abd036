//! What a language pack says of sentences, headlines, datelines, bylines and boilerplate.

use serde::Deserialize;

/// Lexicon and rules for sentences, headlines, datelines, bylines and boilerplate.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StructurePack {}
