//! Mentions of actors in headlines and in lines in the case of headlines, which name nobody new.

use super::{FoundActor, Mention, MentionForm};
use crate::extract::reading::{Flags, Words, run_of};
use crate::extract::tokens::{Token, TokenKind, each_token};

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
    let inside = |number: &usize| words.sentence(*number);
    let mut begins: Vec<&str> = titled
        .iter()
        .flat_map(inside)
        .map(|place| words.text_at(place))
        .collect();
    begins.sort_unstable();
    let forms = Forms::new(found, &begins);
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

/// Forms of actors, each as its words with the actor, by the first of them; equal ones in the order of the actors.
struct Forms<'a>(Vec<(Vec<&'a str>, usize)>);

impl<'a> Forms<'a> {
    /// The forms whose first word is one of those that the headlines have, which are sorted.
    fn new(found: &'a [FoundActor], begins: &[&str]) -> Self {
        let mut forms: Vec<(Vec<&str>, usize)> = Vec::new();
        for (at, actor) in found.iter().enumerate() {
            for form in std::iter::once(&actor.name).chain(&actor.aliases) {
                let telling = |token: &Token| token.kind != TokenKind::Mark;
                let mut list = each_token(form)
                    .filter(telling)
                    .map(|token| token.text(form));
                let Some(first) = list.next() else { continue };
                if begins.binary_search(&first).is_ok() {
                    forms.push((std::iter::once(first).chain(list).collect(), at));
                }
            }
        }
        forms.sort_by(|(one, _), (other, _)| one.first().cmp(&other.first()));
        Self(forms)
    }

    /// The actor whose longest form stands at a place, and where it ends.
    fn at(&self, words: &Words<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
        let first = Some(words.text_at(at));
        let from = self
            .0
            .partition_point(|(form, _)| form.first().copied() < first);
        let known = self.0.get(from..).unwrap_or_default().iter();
        let known = known.take_while(|(form, _)| form.first().copied() == first);
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
        let ends = known.filter_map(|(form, actor)| Some((fits(form)?, *actor)));
        ends.max_by_key(|(end, _)| *end)
            .map(|(end, actor)| (actor, end))
    }
}
