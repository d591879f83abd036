//! Whether a pronoun can mean a person: words of packs tell of some names, titles and pronouns that a woman or a man is meant.

use super::FoundActor;
use crate::extract::reading::{Lexicon, List, hash_of};

/// Who is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Female,
    Male,
}

fn of_word(lexicon: &Lexicon, hash: u64) -> Option<Gender> {
    match (
        lexicon.has(List::Female, hash),
        lexicon.has(List::Male, hash),
    ) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}

/// What the titles of a person tell, else the first word of the name.
fn of_actor(lexicon: &Lexicon, actor: &FoundActor) -> Option<Gender> {
    let told = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        of_word(lexicon, hash_of(bare))
    };
    let roles = actor.mentions.iter().filter_map(|one| one.role.as_deref());
    let mut heads = roles.filter_map(|role| role.split_whitespace().last());
    let name = || actor.name.split_whitespace().next().and_then(told);
    heads.find_map(told).or_else(name)
}

/// What is told of each of some actors, found once: a pronoun asks for it as often as it stands.
#[derive(Debug, Default)]
pub(in crate::extract) struct Genders(Vec<Option<Gender>>);

impl Genders {
    /// What is told of these actors; nothing of anybody where the pack tells nothing.
    pub(in crate::extract) fn new(lexicon: &Lexicon, actors: &[FoundActor]) -> Self {
        if lexicon.is_empty(List::Female) && lexicon.is_empty(List::Male) {
            return Self::default();
        }
        Self(
            actors
                .iter()
                .map(|actor| of_actor(lexicon, actor))
                .collect(),
        )
    }

    /// Whether a pronoun, by its hash, can mean the actor at a place: nothing tells that it means a woman and the actor is a
    /// man, or the other way round.
    pub(in crate::extract) fn agree(&self, lexicon: &Lexicon, pronoun: u64, actor: usize) -> bool {
        let told = self.0.get(actor).copied().flatten();
        let wanted = of_word(lexicon, pronoun);
        told.zip(wanted).is_none_or(|(told, wanted)| told == wanted)
    }
}
