//! Puts phrases without a name to those they mean. Where they stand is in `unnamed`.

use std::ops::Range;

use super::unnamed::Phrase;
use super::{ActorKind, FoundActor, Mention};
use crate::extract::reading::Words;

/// Phrases for the same ones.
pub(super) struct Group {
    key: Vec<u64>,
    name: Range<usize>,
    counted: bool,
    body: bool,
    /// They speak, act or are acted upon somewhere.
    pub(super) acts: bool,
    forms: Vec<Range<usize>>,
    mentions: Vec<Mention>,
}

impl Group {
    /// As an actor.
    pub(super) fn actor(self, words: &Words<'_>) -> FoundActor {
        let mut name = words.words_of(self.name);
        let same = |form: &Range<usize>| {
            let form = words.words_of(form.clone());
            let small = form.chars().next().is_some_and(char::is_lowercase);
            (small && form.to_lowercase() == name.to_lowercase()).then_some(form)
        };
        // The head of a sentence lends it a capital letter.
        name = self.forms.iter().find_map(same).unwrap_or(name);
        let name = name.to_owned();
        let mut aliases: Vec<String> = Vec::new();
        for form in self.forms {
            let form = words.words_of(form);
            if form != name && !aliases.iter().any(|known| known == form) {
                aliases.push(form.to_owned());
            }
        }
        FoundActor {
            name,
            kind: if self.body {
                ActorKind::Organisation
            } else {
                ActorKind::Person
            },
            sure: true,
            aliases,
            mentions: self.mentions,
        }
    }
}

/// Puts a phrase to those it means: the same words, more or fewer of them beside the same noun.
pub(super) fn gather(words: &Words<'_>, groups: &mut Vec<Group>, phrase: Phrase) {
    let list = words.slice(phrase.core.clone());
    let key: Vec<u64> = list.iter().map(|word| word.hash).collect();
    let mention = &phrase.mention;
    let told = phrase.counted || key.len() > 1;
    let acts = phrase.spoken
        || mention.subject
        || mention.agent
        || phrase.counted
        || (phrase.body && phrase.listens)
        || (told && (mention.object || mention.companion));
    let known = groups
        .iter_mut()
        .rev()
        .find(|group| match words.lexicon.nouns_last {
            true => group.key.ends_with(&key) || key.ends_with(&group.key),
            false => group.key.starts_with(&key) || key.starts_with(&group.key),
        });
    let name = if phrase.counted {
        phrase.whole.clone()
    } else {
        phrase.core.clone()
    };
    let wide = phrase.place.map_or(phrase.whole.end, |place| place);
    let placed = [phrase.core.start..wide, phrase.whole.start..wide];
    let forms = [phrase.core, phrase.whole].into_iter().chain(placed);
    match known {
        Some(group) => {
            if key.len() > group.key.len() {
                group.key = key;
                if !group.counted {
                    group.name = name;
                    group.counted = phrase.counted;
                }
            }
            group.acts |= acts;
            group.forms.extend(forms);
            group.mentions.push(phrase.mention);
        }
        None => groups.push(Group {
            key,
            name,
            counted: phrase.counted,
            body: phrase.body,
            acts,
            forms: forms.collect(),
            mentions: vec![phrase.mention],
        }),
    }
}
