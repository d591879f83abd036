//! What a language pack says of people, organisations and places.

use serde::Deserialize;

/// Lexicon for people, organisations and places. Words and phrases stand in lower case; single spaces divide the words of a
/// phrase.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NamesPack {
    /// Words that may begin a sentence with an upper-case letter and are no part of a name.
    pub ordinary: Vec<String>,
    /// Nouns and adverbs that sentences often begin with and names do not.
    pub plain: Vec<String>,
    /// Days, months, feasts and zones: capitals without a name.
    pub calendar: Vec<String>,
    /// Ranks, titles and forms of address before a name; no part of it.
    pub ranks: Vec<String>,
    /// Ranks and forms of address that a single name is known with.
    pub addresses: Vec<String>,
    /// Those who are told by where they live.
    pub inhabitants: Vec<String>,
    /// Degrees behind a name.
    pub degrees: Vec<String>,
    /// Offices, professions, kinship: the first words of a phrase that says who the name behind it is.
    pub roles: Vec<String>,
    /// Words between a role and what it is the role of (`mayor of …`): the name behind them is not its holder's.
    pub complement_cues: Vec<String>,
    /// Words before a noun that add nothing to it.
    pub articles: Vec<String>,
    /// Words that offices and bodies are named with, so that they begin no person's name.
    pub fields: Vec<String>,
    /// How further such words begin and end.
    pub noun_shapes: Vec<(String, String)>,
    /// Heads of the names of bodies.
    pub organisations: Vec<String>,
    /// Last words of the names of bodies.
    pub organisation_tails: Vec<String>,
    /// Bodies known by name; those of up to three letters only in upper case.
    pub known_organisations: Vec<String>,
    /// Outlets and agencies, which are cited and no actors.
    pub outlets: Vec<String>,
    /// Heads of the names of places.
    pub place_heads: Vec<String>,
    /// Last words of the names of places.
    pub place_tails: Vec<String>,
    /// Places known by name.
    pub known_places: Vec<String>,
    /// States, with what else stands for them.
    pub countries: Vec<Country>,
    /// Given names, which tell a person.
    pub given_names: Vec<String>,
    /// Words, pronouns and given names among them, that tell that a woman is meant.
    pub female: Vec<String>,
    /// The same of a man.
    pub male: Vec<String>,
    /// Small words inside a name.
    pub particles: Vec<String>,
    /// Small words inside the name of a body.
    pub joiners: Vec<String>,
    /// Endings behind an apostrophe that are no part of a name.
    pub possessives: Vec<String>,
    /// Words before a place.
    pub place_cues: Vec<String>,
    /// Words for a person named before.
    pub pronouns: Vec<String>,
    /// Words that open a clause about the noun before them.
    pub relatives: Vec<String>,
    /// Heads of the names of regions that may also be named without them.
    pub regions: Vec<String>,
    /// Words behind a noun that was spoken of before.
    pub demonstratives: Vec<String>,
    /// Words between two names of one.
    pub other_names: Vec<String>,
    /// Phrases before another name of the one just named.
    pub called: Vec<String>,
    /// Words before a name that is no subject.
    pub governors: Vec<String>,
    /// Words before the one who does what a passive verb says.
    pub agents: Vec<String>,
    /// How verbs begin whose subject is acted upon.
    pub passive_prefixes: Vec<String>,
    /// Words before those with whom or against whom something is done.
    pub companions: Vec<String>,
    /// Words before the name of a person.
    pub naming: Vec<String>,
    /// How verbs begin that act upon what stands behind them.
    pub active_prefixes: Vec<String>,
    /// Words that begin like verbs and are none.
    pub no_verbs: Vec<String>,
    /// How verbs begin.
    pub verb_prefixes: Vec<String>,
    /// How verbs end that act upon what stands behind them, or the whole verb; counts in lower case only.
    pub verb_suffixes: Vec<String>,
    /// Words behind a sentence's subject, besides the verbs with a prefix.
    pub auxiliaries: Vec<String>,
    /// Nouns for those who may speak without a name.
    pub unnamed: Vec<String>,
    /// Nouns for bodies that may act without a name.
    pub unnamed_bodies: Vec<String>,
    /// Words that make a noun behind them one spoken of before.
    pub definite: Vec<String>,
    /// Nouns that mean, behind such a word, the body named last (`the company`).
    pub resuming: Vec<String>,
    /// Whether those nouns end their phrase: what tells which of them are meant then stands before them, not behind.
    pub nouns_last: bool,
    /// Words before those nouns.
    pub someone: Vec<String>,
    /// Numerals before those nouns.
    pub counts: Vec<String>,
    /// Phrases behind such a noun that say that nobody knows who they are.
    pub unknown: Vec<String>,
    /// Words between a noun and where the one comes from that it means.
    pub origin_cues: Vec<String>,
    /// Words right before the name of an outlet that is cited.
    pub outlet_cues: Vec<String>,
    /// Words before a list of those just counted or spoken of.
    pub listing: Vec<String>,
    /// Last words of the names of works, contests, feasts and measures.
    pub thing_tails: Vec<String>,
    /// What looks like a name and is none: laws, competitions, papers, sums.
    pub not_first: Vec<String>,
}

/// A state. Its names are written as in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Country {
    /// Its usual name.
    pub name: String,
    /// Other names and abbreviations; an abbreviation counts in upper case only.
    pub aliases: Vec<String>,
    /// What its people and all that is its own are called (`Swedish`): they stand for it and are no name of it.
    pub demonyms: Vec<String>,
    /// Capitals that stand for its government.
    pub capitals: Vec<String>,
}
