//! Groups of names as actors with their mentions, and the pronouns that stand for them.

use super::candidate::Candidate;
use super::gender::Genders;
use super::groups::Group;
use super::{ActorKind, FoundActor, Mention, MentionForm};
use crate::extract::reading::{Flags, Words, run_of};

pub(super) fn actors(
    words: &Words<'_>,
    candidates: &[Candidate],
    groups: &[Group<'_>],
) -> Vec<FoundActor> {
    groups
        .iter()
        .filter_map(|group| actor(words, candidates, group))
        .collect()
}

fn actor(words: &Words<'_>, candidates: &[Candidate], group: &Group<'_>) -> Option<FoundActor> {
    if group.gone || group.outlet || !group.firm || is_thing(group) {
        return None;
    }
    let mut kind = kind(group)?;
    let mut name = "";
    let mut mentions = Vec::with_capacity(group.members.len());
    let mut forms: Vec<&str> = Vec::new();
    for candidate in group
        .members
        .iter()
        .filter_map(|member| candidates.get(*member))
    {
        let list = words.slice(candidate.words.clone());
        let form = words.words_of(candidate.words.clone());
        let longer = form.chars().count() > name.chars().count();
        let fuller = match (is_glued(name), is_glued(form)) {
            (true, false) => true,
            (false, true) => name.is_empty(),
            _ => longer,
        };
        let fuller = fuller && !candidate.capital;
        if fuller {
            name = form;
        }
        if !forms.contains(&form) {
            forms.push(form);
        }
        if let Some(form) = addressed(words, candidate)
            && !forms.contains(&form)
        {
            forms.push(form);
        }
        let form = if candidate.capital {
            MentionForm::Metonym
        } else {
            MentionForm::Short
        };
        let sentence = list.first().map_or(0, |word| word.sentence as usize);
        mentions.push(Mention {
            role: candidate
                .role
                .clone()
                .map(|role| words.words_of(role).trim_end_matches([',', ' ']).to_owned()),
            subject: candidate.subject,
            passive: candidate.passive,
            located: candidate.located,
            agent: candidate.agent,
            object: candidate.object,
            companion: candidate.companion,
            apposed: candidate.apposed,
            ..Mention::new(run_of(list), form, sentence)
        });
    }
    if kind == ActorKind::Organisation && is_building(words, candidates, group) {
        kind = ActorKind::Place;
    }
    if name.is_empty()
        && !mentions
            .iter()
            .any(|mention| mention.subject || mention.agent)
    {
        let members = || group.members.iter().filter_map(|at| candidates.get(*at));
        let state = |name: &Candidate| {
            words
                .at(name.words.start)
                .is_some_and(|word| word.is(Flags::STATE))
        };
        // `Swedish ships`: nobody but the ships is spoken of.
        if members().all(state) {
            return None;
        }
    }
    if name.is_empty() {
        name = forms.first().copied()?;
    }
    for mention in &mut mentions {
        if words.text.get(mention.range.clone()) == Some(name) {
            mention.form = MentionForm::Full;
        }
    }
    let aliases = forms
        .into_iter()
        .filter(|form| *form != name)
        .map(str::to_owned)
        .collect();
    Some(FoundActor {
        name: name.to_owned(),
        kind,
        sure: is_sure(group) || returns(kind, &mentions),
        aliases,
        mentions,
    })
}

/// A single name with the form of address before it (`Gus Dur`).
fn addressed<'a>(words: &Words<'a>, candidate: &Candidate) -> Option<&'a str> {
    let role = candidate
        .role
        .as_ref()
        .filter(|_| candidate.words.len() == 1)?;
    let last = role.end.checked_sub(1)?;
    let word = words.at(last)?;
    (word.is(Flags::ADDRESS) && word.is(Flags::CAP))
        .then(|| words.words_of(last..candidate.words.end))
}

/// Whether more than the number of its words speaks for its kind.
fn is_sure(group: &Group<'_>) -> bool {
    let votes = group.votes;
    votes.person.max(votes.body).max(votes.place) > 2
}

/// Whether somebody acts and stands in more than one sentence: few titles and products do.
fn returns(kind: ActorKind, mentions: &[Mention]) -> bool {
    let first = mentions.first().map(|mention| mention.sentence);
    let acts = |mention: &Mention| mention.subject || mention.agent;
    kind == ActorKind::Person
        && mentions.iter().any(acts)
        && mentions
            .iter()
            .any(|mention| Some(mention.sentence) != first)
}

/// Whether the head of a body's name also names buildings, and something is only ever there (`di Pengadilan Negeri Klaten`).
fn is_building(words: &Words<'_>, candidates: &[Candidate], group: &Group<'_>) -> bool {
    let members = || group.members.iter().filter_map(|at| candidates.get(*at));
    let building = |name: &Candidate| {
        let head = words.at(name.words.start);
        head.is_some_and(|head| head.is(Flags::PLACE_HEAD)) && name.words.len() > 1
    };
    let acts = |name: &Candidate| name.subject || name.agent || name.object || name.companion;
    members().any(building) && members().any(|name| name.located) && !members().any(acts)
}

/// Whether it is a work, a product or a contest, and nothing speaks for more.
fn is_thing(group: &Group<'_>) -> bool {
    let votes = group.votes;
    group.thing && votes.person < 4 && votes.body < 7 && votes.place < 6
}

/// Whether a space was lost inside: `SuryadiDeddy`.
fn is_glued(form: &str) -> bool {
    form.as_bytes().windows(4).any(|part| {
        matches!(part, [a, b, c, d] if a.is_ascii_lowercase()
            && b.is_ascii_lowercase()
            && c.is_ascii_uppercase()
            && d.is_ascii_lowercase())
    })
}

fn kind(group: &Group<'_>) -> Option<ActorKind> {
    let votes = group.votes;
    let most = votes.person.max(votes.body).max(votes.place);
    if most <= 0 {
        // Nothing tells but that it acts.
        return (most == 0 && group.acts).then_some(ActorKind::Person);
    }
    Some(if votes.person == most {
        ActorKind::Person
    } else if votes.body == most {
        ActorKind::Organisation
    } else {
        ActorKind::Place
    })
}

/// The last persons named among whom one is looked for where a pronoun cannot mean the one in focus.
const SEEN: usize = 4;

/// Pronouns outside quotes stand for the person who last was a subject or was named with a role, and whom they can mean; each
/// becomes a mention.
pub(super) fn pronouns(words: &Words<'_>, found: &mut [FoundActor]) {
    let mut named: Vec<(usize, usize, bool)> = Vec::new();
    for (at, actor) in found.iter().enumerate() {
        if actor.kind == ActorKind::Person {
            let by_name = |mention: &&Mention| mention.form != MentionForm::Noun;
            for mention in actor.mentions.iter().filter(by_name) {
                let strong =
                    mention.subject || mention.agent || mention.object || mention.role.is_some();
                named.push((mention.range.start, at, strong));
            }
        }
    }
    named.sort_unstable();
    let genders = Genders::new(words.lexicon, found);
    let mut named = named.into_iter().peekable();
    let mut focus = None;
    // The last one named first.
    let mut seen: Vec<usize> = Vec::new();
    for (at, word) in words.list.iter().enumerate() {
        while let Some((_, actor, strong)) =
            named.next_if(|(start, ..)| *start <= word.start as usize)
        {
            let spoken = at
                .checked_sub(1)
                .and_then(|place| words.at(place))
                .is_some_and(|cue| cue.is(Flags::BEFORE_SPEAKER));
            if word.is(Flags::QUOTED) {
                continue;
            }
            if strong || spoken || focus.is_none() {
                focus = Some(actor);
            }
            seen.retain(|other| *other != actor);
            seen.insert(0, actor);
            seen.truncate(SEEN);
        }
        if !word.is(Flags::PRONOUN) || word.is(Flags::QUOTED.with(Flags::TITLE)) {
            continue;
        }
        let agrees = |one: &&usize| genders.agree(words.lexicon, word.hash, **one);
        let meant = focus.iter().chain(&seen).find(agrees);
        let Some(actor) = meant.and_then(|one| found.get_mut(*one)) else {
            continue;
        };
        let subject = words
            .at(at + 1)
            .is_some_and(|next| next.is(Flags::VERB.with(Flags::AUXILIARY)));
        let range = run_of(std::slice::from_ref(word));
        actor.mentions.push(Mention {
            subject,
            ..Mention::new(range, MentionForm::Pronoun, word.sentence as usize)
        });
    }
    for actor in found {
        actor.mentions.sort_by_key(|mention| mention.range.start);
    }
}
