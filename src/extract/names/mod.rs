//! People, bodies and places of a text: where they are named, by what forms, in what role. Who says what is in `speech`.

mod bare;
mod before;
mod behind;
mod candidate;
mod gather;
mod gender;
mod groups;
mod headlines;
mod holders;
mod index;
mod lists;
mod mentions;
mod modifiers;
mod parts;
mod pointed;
mod runs;
mod scan;
mod seats;
mod segments;
mod short;
mod similar;
mod slips;
mod things;
mod unnamed;

use std::ops::Range;

pub(super) use gender::Genders;

use super::reading::Words;
pub use crate::model::ActorKind;

/// How a mention names its actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MentionForm {
    /// By the actor's full name.
    Full,
    /// By a part of it, an abbreviation, a variant or a misspelling.
    Short,
    /// By the capital that stands for a state.
    Metonym,
    /// By a noun (`jaksa`).
    Noun,
    /// By a pronoun.
    Pronoun,
}

/// One place where an actor is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where, in bytes of the text, without rank and role.
    pub range: Range<usize>,
    /// How.
    pub form: MentionForm,
    /// The rank and role before or around it, verbatim.
    pub role: Option<String>,
    /// A verb follows whose subject it is.
    pub subject: bool,
    /// That verb says what is done to it.
    pub passive: bool,
    /// It does what a passive verb says (`oleh Pentagon`).
    pub agent: bool,
    /// An active verb before it acts upon it (`menangkap Budi`).
    pub object: bool,
    /// Something is done with it or against it (`bersama Budi`, `lawan Jepang`).
    pub companion: bool,
    /// A word for a place stands before it (`di Istanbul`).
    pub located: bool,
    /// It stands behind a comma after its role (`ajudan Kremlin, Yury Ushakov`).
    pub apposed: bool,
    /// The sentence, by its place among the sentences.
    pub sentence: usize,
}

impl Mention {
    /// A mention of which nothing more is known.
    fn new(range: Range<usize>, form: MentionForm, sentence: usize) -> Self {
        Self {
            range,
            form,
            role: None,
            subject: false,
            passive: false,
            agent: false,
            object: false,
            companion: false,
            located: false,
            apposed: false,
            sentence,
        }
    }
}

/// An actor with every place where the text names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundActor {
    /// The fullest form in the text, without rank and role.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// More than upper-case letters speaks for its kind; a title or a product may look like an unsure name.
    pub sure: bool,
    /// The other forms, in the order of their first places.
    pub aliases: Vec<String>,
    /// In the order of the text.
    pub mentions: Vec<Mention>,
}

impl FoundActor {
    /// Whether it is somewhere the subject of a verb, or does what a passive one says.
    #[must_use]
    pub fn acts(&self) -> bool {
        self.mentions
            .iter()
            .any(|mention| mention.subject || mention.agent)
    }
}

/// The actors of a text, in the order of their first mention. Outlets that are only cited are none; headlines and lines in
/// the case of headlines name nobody new. None where the pack does not know what names are: upper case alone tells none.
#[must_use]
pub fn actors(words: &Words<'_>) -> Vec<FoundActor> {
    if !words.lexicon.knows_names {
        return Vec::new();
    }
    let mut candidates = scan::scan(words);
    seats::part(words, &mut candidates);
    let forms = groups::Forms::new(words, &candidates);
    let groups = groups::groups(words, &candidates, &forms);
    let mut found = mentions::actors(words, &candidates, &groups);
    pointed::add(words, &candidates, &mut found);
    unnamed::add(words, &mut found);
    mentions::pronouns(words, &mut found);
    headlines::add(words, &mut found);
    found.retain(|actor| !actor.mentions.is_empty());
    found.sort_by_key(|actor| {
        actor
            .mentions
            .first()
            .map_or(0, |mention| mention.range.start)
    });
    found
}

#[cfg(test)]
mod english_tests;
#[cfg(test)]
mod tests;
