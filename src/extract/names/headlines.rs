//! Mentions of actors in headlines and in lines in the case of headlines, which name nobody new.

use std::collections::HashMap;

use super::{FoundActor, Mention, MentionForm};
use crate::extract::reading::{Flags, Words, run_of};
use crate::extract::{TokenKind, tokens};

/// Adds the places in headlines where an actor stands by a form that the rest of the text has.
pub(super) fn add(words: &Words<'_>, found: &mut [FoundActor]) {
    let titled: Vec<usize> = (0..words.sentences.len())
        .filter(|number| {
            let first = words.at(words.sentence(*number).start);
            words.headlines.get(*number).copied().unwrap_or(false)
                || first.is_some_and(|word| word.is(Flags::TITLE))
        })
        .collect();
    if titled.is_empty() {
        return;
    }
    let forms = Forms::new(found);
    let mut more: Vec<(usize, Mention)> = Vec::new();
    for number in titled {
        let range = words.sentence(number);
        let mut at = range.start;
        while at < range.end {
            let Some((actor, end)) = forms.at(words, at, range.end) else {
                at += 1;
                continue;
            };
            let place = run_of(words.slice(at..end));
            let goes_on = words.at(end).is_some_and(|next| next.is(Flags::WORD)) && end < range.end;
            more.push((
                actor,
                Mention {
                    subject: at == range.start && goes_on,
                    ..Mention::new(place, MentionForm::Short, number)
                },
            ));
            at = end;
        }
    }
    for (actor, mention) in more {
        if let Some(actor) = found.get_mut(actor) {
            let known = actor
                .mentions
                .iter()
                .any(|other| other.range == mention.range);
            if !known {
                actor.mentions.push(mention);
                actor.mentions.sort_by_key(|mention| mention.range.start);
            }
        }
    }
}

/// The forms of all actors, by their first words.
struct Forms<'a>(HashMap<&'a str, Vec<(Vec<&'a str>, usize)>>);

impl<'a> Forms<'a> {
    fn new(found: &'a [FoundActor]) -> Self {
        let mut forms: HashMap<&str, Vec<(Vec<&str>, usize)>> = HashMap::new();
        for (at, actor) in found.iter().enumerate() {
            for form in std::iter::once(&actor.name).chain(&actor.aliases) {
                let list = tokens(form).into_iter();
                let list: Vec<&str> = list
                    .filter(|token| {
                        token.kind == TokenKind::Word || token.kind == TokenKind::Number
                    })
                    .map(|token| token.text(form))
                    .collect();
                if let Some(first) = list.first().copied() {
                    forms.entry(first).or_default().push((list, at));
                }
            }
        }
        Self(forms)
    }

    /// The actor whose longest form stands at a place, and where it ends.
    fn at(&self, words: &Words<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
        let known = self.0.get(words.text_at(at))?;
        let fits = |form: &[&str]| {
            let mut place = at;
            for part in form {
                while place < end && words.at(place).is_some_and(|word| word.hash == 0) {
                    place += 1;
                }
                if place >= end || words.text_at(place) != *part {
                    return None;
                }
                place += 1;
            }
            Some(place)
        };
        let ends = known
            .iter()
            .filter_map(|(form, actor)| Some((fits(form)?, *actor)));
        ends.max_by_key(|(end, _)| *end)
            .map(|(end, actor)| (actor, end))
    }
}
