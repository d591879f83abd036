//! Mentions of named actors by a noun: by their role alone (`Menteri Perdagangan`), by a noun that points back (`pelatih itu`,
//! `perusahaan tersebut`).

use std::ops::Range;

use super::candidate::Candidate;
use super::{ActorKind, FoundActor, Mention, MentionForm};
use crate::extract::reading::{ByWord, Flags, List, Word, Words, run_of};

/// Most words between a noun and the word that points back.
const LONGEST: usize = 4;

/// Adds the mentions by a noun to actors with names.
pub(super) fn add(words: &Words<'_>, candidates: &[Candidate], found: &mut [FoundActor]) {
    let mut named: Vec<(usize, usize)> = Vec::new();
    for (at, actor) in found.iter().enumerate() {
        let starts = actor.mentions.iter().map(|mention| mention.range.start);
        named.extend(starts.map(|start| (start, at)));
    }
    named.sort_unstable();
    let holders = Holders::new(words, candidates, &named);
    let mut more: Vec<(usize, Mention)> = Vec::new();
    let mut covered: Vec<Range<usize>> = candidates.iter().map(covers).collect();
    covered.sort_unstable_by_key(|range| range.start);
    let mut covered = covered.into_iter().peekable();
    let mut at = 0;
    while let Some(word) = words.at(at) {
        while covered.next_if(|range| range.end <= at).is_some() {}
        if let Some(range) = covered.peek().filter(|range| range.contains(&at)) {
            at = range.end.max(at + 1);
            continue;
        }
        let open = !word.is(Flags::QUOTED.with(Flags::TITLE));
        let meant = open
            .then(|| meant(words, &holders, &named, found, at))
            .flatten();
        let Some((actor, end)) = meant else {
            at += 1;
            continue;
        };
        let range = run_of(words.slice(at..end));
        more.push((actor, part(words, at, end, range, word)));
        at = end;
    }
    for (actor, mention) in more {
        if let Some(actor) = found.get_mut(actor) {
            actor.mentions.push(mention);
        }
    }
    for actor in found {
        actor.mentions.sort_by_key(|mention| mention.range.start);
    }
}

/// A candidate with its role.
fn covers(candidate: &Candidate) -> Range<usize> {
    let role = candidate.role.as_ref();
    role.map_or(candidate.words.start, |role| role.start)..candidate.words.end
}

fn part(words: &Words<'_>, at: usize, end: usize, range: Range<usize>, noun: Word) -> Mention {
    let before = at
        .checked_sub(1)
        .and_then(|before| words.at(before))
        .filter(|word| word.sentence == noun.sentence && !word.is(Flags::CAP));
    let is = |flags| before.is_some_and(|word| word.is(flags));
    let verb = words.at(end).filter(|word| {
        let verb = Flags::VERB
            .with(Flags::AUXILIARY)
            .with(Flags::AFTER_SPEAKER);
        word.sentence == noun.sentence && word.is(verb) && !word.is(Flags::CAP.with(Flags::CITING))
    });
    let governed = is(Flags::GOVERNOR.with(Flags::PLACE_CUE).with(Flags::LISTENER));
    let subject = verb.is_some() && !governed;
    Mention {
        subject,
        passive: subject && verb.is_some_and(|verb| verb.is(Flags::PASSIVE)),
        agent: is(Flags::AGENT.with(Flags::PASSIVE)) && !is(Flags::COMPANION),
        object: is(Flags::ACTIVE) && !is(Flags::COMPANION) && !subject,
        companion: is(Flags::COMPANION),
        located: is(Flags::PLACE_CUE),
        ..Mention::new(range, MentionForm::Noun, noun.sentence as usize)
    }
}

/// One who holds a role: the words of the role, and where in the text.
struct Holder {
    role: Vec<u64>,
    start: usize,
    actor: usize,
}

/// Who holds which role, by its first word.
struct Holders(ByWord<Vec<Holder>>);

impl Holders {
    fn new(words: &Words<'_>, candidates: &[Candidate], named: &[(usize, usize)]) -> Self {
        let mut holders: ByWord<Vec<Holder>> = ByWord::default();
        for candidate in candidates {
            let Some(role) = &candidate.role else {
                continue;
            };
            let Some(start) = words
                .at(candidate.words.start)
                .map(|word| word.start as usize)
            else {
                continue;
            };
            let Ok(place) = named.binary_search_by_key(&start, |(start, _)| *start) else {
                continue;
            };
            let list = words
                .slice(role.clone())
                .iter()
                .filter(|word| word.hash != 0);
            let role: Vec<u64> = list.map(|word| word.hash).collect();
            if let (Some(head), Some((_, actor))) = (role.first().copied(), named.get(place)) {
                let holder = Holder {
                    role,
                    start,
                    actor: *actor,
                };
                holders.entry(head).or_default().push(holder);
            }
        }
        Self(holders)
    }

    /// The last one before a byte, or else the first one, whose role begins with these words.
    fn of(&self, role: &[u64], before: usize) -> Option<usize> {
        let all = self.0.get(role.first()?)?;
        let fits = |holder: &&Holder| holder.role.starts_with(role);
        let earlier = all.iter().rev().filter(|holder| holder.start < before);
        let holder = earlier
            .clone()
            .find(fits)
            .or_else(|| all.iter().find(fits))?;
        Some(holder.actor)
    }

    /// The last one before a byte whose role begins or ends with this word.
    fn last(&self, noun: u64, before: usize) -> Option<usize> {
        let all = self.0.values().flatten();
        let fits = all.filter(|holder| {
            let role = &holder.role;
            holder.start < before && (role.first() == Some(&noun) || role.last() == Some(&noun))
        });
        fits.max_by_key(|holder| holder.start)
            .map(|holder| holder.actor)
    }

    /// The only one whose role begins with this word.
    fn only(&self, head: u64) -> Option<usize> {
        let all = self.0.get(&head)?;
        let first = all.first()?.actor;
        all.iter()
            .all(|holder| holder.actor == first)
            .then_some(first)
    }
}

/// Whom a noun at this place means, and where its phrase ends.
fn meant(
    words: &Words<'_>,
    holders: &Holders,
    named: &[(usize, usize)],
    found: &[FoundActor],
    at: usize,
) -> Option<(usize, usize)> {
    let nouns = Flags::ROLE.with(Flags::BODY).with(Flags::REGION);
    let noun = words.at(at).filter(|word| word.is(nouns))?;
    let before = noun.start as usize;
    let points = pointer(words, at);
    if points.is_none() && definite(words, at, noun) {
        let actor = if noun.is(Flags::ROLE) {
            holders.last(noun.hash, before)
        } else {
            last_of(ActorKind::Organisation, named, found, before)
        };
        return actor.map(|actor| (actor, at + 1));
    }
    if noun.is(Flags::ROLE) {
        if let Some(end) = points {
            let holder = holders.of(&[noun.hash], before);
            let holder = holder.or_else(|| {
                let cue = words.at(at + 1)?;
                let origin = words.lexicon.has(List::OriginCues, cue.hash);
                let last = || last_of(ActorKind::Person, named, found, before);
                origin.then(last).flatten()
            });
            return Some((holder?, end));
        }
        return title(words, holders, at, noun);
    }
    let end = points?;
    let kind = if noun.is(Flags::BODY) {
        ActorKind::Organisation
    } else {
        ActorKind::Place
    };
    last_of(kind, named, found, before).map(|actor| (actor, end))
}

/// Whether the word before a noun says that it was spoken of before, and the noun ends its phrase (`the minister said`).
fn definite(words: &Words<'_>, at: usize, noun: Word) -> bool {
    let article = at.checked_sub(1).and_then(|before| words.at(before));
    let article = article.is_some_and(|word| words.lexicon.has(List::Definite, word.hash));
    let fits = noun.is(Flags::ROLE) || words.lexicon.has(List::Resuming, noun.hash);
    let ends = words.at(at + 1).is_none_or(|next| {
        let predicate = Flags::VERB
            .with(Flags::AUXILIARY)
            .with(Flags::AFTER_SPEAKER);
        !next.is(Flags::WORD) || next.is(predicate) && !next.is(Flags::CAP)
    });
    article && fits && ends && !noun.is(Flags::CAP)
}

/// The last one of a kind that is named before a byte.
fn last_of(
    kind: ActorKind,
    named: &[(usize, usize)],
    found: &[FoundActor],
    before: usize,
) -> Option<usize> {
    let earlier = named.partition_point(|(start, _)| *start < before);
    let mut earlier = named.get(..earlier)?.iter().rev();
    let last = earlier.find(|(_, actor)| found.get(*actor).is_some_and(|actor| actor.kind == kind));
    last.map(|(_, actor)| *actor)
}

/// Behind the word that points back from a noun, a few words behind it at most.
fn pointer(words: &Words<'_>, at: usize) -> Option<usize> {
    let noun = words.at(at)?;
    for place in at + 1..=at + LONGEST {
        let word = words.at(place)?;
        if word.is(Flags::DEMONSTRATIVE) {
            return Some(place + 1);
        }
        let ends = Flags::VERB.with(Flags::AUXILIARY).with(Flags::RELATIVE);
        // `perusahaan di benua itu`: the continent is meant.
        let other = word.is(Flags::PLACE_CUE) && !word.is(Flags::ORDINARY);
        let origin = words
            .at(at + 1)
            .is_some_and(|cue| words.lexicon.has(List::OriginCues, cue.hash));
        let far = noun.is(Flags::BODY.with(Flags::REGION)) && place > at + 1 && !origin;
        let breaks = other
            || far
            || word.sentence != noun.sentence
            || !word.is(Flags::WORD)
            || word.is(ends);
        if breaks {
            return None;
        }
    }
    None
}

/// Whose role stands here without a name: two words of it or more, or its first one in upper case if only one holds it.
fn title(words: &Words<'_>, holders: &Holders, at: usize, noun: Word) -> Option<(usize, usize)> {
    let mut end = at;
    let mut role: Vec<u64> = Vec::new();
    let mut best = None;
    while let Some(word) = words.at(end).filter(|word| word.sentence == noun.sentence) {
        if word.hash == 0 {
            break;
        }
        role.push(word.hash);
        let Some(actor) = holders.of(&role, noun.start as usize) else {
            break;
        };
        end += 1;
        best = Some(actor);
    }
    let ends = words.at(end).is_none_or(|next| {
        next.sentence != noun.sentence
            || !next.is(Flags::CAP.with(Flags::WORD))
            || next.is(Flags::VERB.with(Flags::AUXILIARY).with(Flags::ORDINARY))
                && !next.is(Flags::CAP)
    });
    let alone = !matches!(words.text_at(end), "(" | ",");
    let actor = best.filter(|_| ends && alone)?;
    if end > at + 1 {
        return Some((actor, end));
    }
    let single = noun.is(Flags::CAP) && !noun.is(Flags::FIRST);
    let only = holders.only(noun.hash).filter(|_| single)?;
    Some((only, end))
}
