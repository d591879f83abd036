//! What a language pack says of what happened, is planned or is claimed.

use serde::Deserialize;

/// Lexicon for events. All words in lower case.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EventsPack {
    /// Words before a date that make what happens on it a plan.
    pub plans: Vec<String>,
    /// Words that make what a sentence says somebody's claim.
    pub claims: Vec<String>,
    /// Between a length of time and an event: what follows happened so much earlier (`sehari setelah …`).
    pub after: Vec<String>,
    /// Between a length of time and an event: what follows happened so much later.
    pub before: Vec<String>,
    /// Words that point back to what was told (`ini`, `tersebut`).
    pub pointers: Vec<String>,
}
