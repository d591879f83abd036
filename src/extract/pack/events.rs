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
    /// Words at the head of a sentence that goes on with what was told (`akibatnya`).
    pub continuers: Vec<String>,
    /// Words before a date that something else is only compared with (`dibandingkan`).
    pub compared: Vec<String>,
    /// Words before the first of the days that something has lasted (`sejak`).
    pub since: Vec<String>,
    /// How superlatives begin: what they hold for since a day did not happen on it (`tertinggi sejak …`).
    pub superlative_prefixes: Vec<String>,
    /// Words that say no.
    pub negations: Vec<String>,
    /// Words that make a sentence a wish or a condition (`semoga`, `jika`).
    pub wishes: Vec<String>,
    /// Verbs that say that something takes place (`terjadi`).
    pub occurs: Vec<String>,
    /// Words that open a relative clause (`yang`).
    pub relatives: Vec<String>,
    /// Words between the two ends of a stretch of time (`hingga`).
    pub until: Vec<String>,
    /// Words before two dates between which something lasted or happened.
    pub between: Vec<String>,
    /// Words between these two.
    pub and: Vec<String>,
    /// Verbs that tell of words said (`disampaikan`): a date beside them is when it was said.
    pub told: Vec<String>,
    /// Words before what somebody says (`bahwa`).
    pub that: Vec<String>,
    /// Verbs that say what something is, not what happens (`merupakan`).
    pub states: Vec<String>,
    /// Words that a title does not begin with (`namun`).
    pub openers: Vec<String>,
    /// Words that do not end a title (`pada`).
    pub loose_ends: Vec<String>,
    /// Words before the place that somebody or something comes from (`asal`).
    pub origins: Vec<String>,
    /// Beginnings that words of one kin differ in, the longest first.
    pub prefixes: Vec<String>,
    /// Endings that words of one kin differ in, the longest first.
    pub suffixes: Vec<String>,
}
