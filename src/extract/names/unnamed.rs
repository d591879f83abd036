//! Those who act or speak without a name (`kata jaksa`, `tiga orang tak dikenal`, `pedagang sayur di pasar`).

use std::ops::Range;

use super::behind::far_predicate;
use super::gather::{Group, gather};
use super::modifiers::{modifiers, modifies, origin};
use super::{ActorKind, FoundActor, Mention, MentionForm};
use crate::extract::reading::{Flags, Word, Words, is_mark, run_of};

/// Most words behind the noun that say which of them are meant.
pub(super) const LONGEST: usize = 3;
/// What ends such a phrase.
const ENDS: Flags = Flags::VERB
    .with(Flags::AUXILIARY)
    .with(Flags::ORDINARY)
    .with(Flags::SPEAKER_END)
    .with(Flags::GOVERNOR)
    .with(Flags::PLACE_CUE)
    .with(Flags::JOINER)
    .with(Flags::PRONOUN)
    .with(Flags::DEMONSTRATIVE)
    .with(Flags::CALENDAR)
    .with(Flags::BEFORE_SPEAKER)
    .with(Flags::AFTER_SPEAKER)
    .with(Flags::NAMING)
    .with(Flags::CALLED)
    .with(Flags::OTHER_NAME)
    .with(Flags::COUNT)
    .with(Flags::COMPANION);
/// What may stand before such a phrase; behind any other word its noun belongs to that word.
pub(super) const OPENS: Flags = ENDS
    .with(Flags::AGENT)
    .with(Flags::LISTENER)
    .with(Flags::ACCORDING)
    .with(Flags::STATEMENT)
    .with(Flags::SOMEONE)
    .with(Flags::NUMBER);

/// Adds those who somewhere speak, act or are acted upon, with every place of theirs.
pub(super) fn add(words: &Words<'_>, found: &mut Vec<FoundActor>) {
    let named = Named::new(found);
    let mut groups: Vec<Group> = Vec::new();
    for (number, range) in words.sentences.iter().enumerate() {
        if words.headlines.get(number).copied().unwrap_or(false) {
            continue;
        }
        let mut at = range.start;
        while at < range.end {
            at = match phrase(words, &named, at, range.clone()) {
                Some(phrase) => {
                    let end = phrase.core.end;
                    gather(words, &mut groups, phrase);
                    end.max(at + 1)
                }
                None => at + 1,
            };
        }
    }
    let acting = groups.into_iter().filter(|group| group.acts);
    found.extend(acting.map(|group| group.actor(words)));
}

/// Where the actors with names stand, in order.
pub(super) struct Named(Vec<(Range<usize>, ActorKind)>);

impl Named {
    fn new(found: &[FoundActor]) -> Self {
        let mut places: Vec<(Range<usize>, ActorKind)> = Vec::new();
        for actor in found {
            let mentions = actor.mentions.iter();
            places.extend(mentions.map(|mention| (mention.range.clone(), actor.kind)));
        }
        places.sort_by_key(|(range, _)| range.start);
        Self(places)
    }

    /// The one that holds this word.
    pub(super) fn at(&self, word: Word) -> Option<&(Range<usize>, ActorKind)> {
        let start = word.start as usize;
        let place = self.0.partition_point(|(range, _)| range.end <= start);
        self.0.get(place).filter(|(range, _)| range.start <= start)
    }
}

/// One place of such a phrase.
pub(super) struct Phrase {
    /// The noun with what says which of them are meant.
    pub(super) core: Range<usize>,
    /// The same with the words before it (`seorang`, `tiga orang`).
    pub(super) whole: Range<usize>,
    /// A number stands before it.
    pub(super) counted: bool,
    /// Behind the place where they are.
    pub(super) place: Option<usize>,
    /// A body.
    pub(super) body: bool,
    /// What it does.
    pub(super) mention: Mention,
    /// It is whom a verb of saying has for its speaker.
    pub(super) spoken: bool,
    /// Somebody speaks to it.
    pub(super) listens: bool,
}

/// The phrase whose noun stands at a place.
fn phrase(words: &Words<'_>, named: &Named, at: usize, sentence: Range<usize>) -> Option<Phrase> {
    let noun = words
        .at(at)
        .filter(|word| word.is(Flags::UNNAMED) && !word.is(Flags::TITLE))?;
    let written = !noun.is(Flags::CAP) || noun.is(Flags::FIRST.with(Flags::UPPER));
    if !written || named.at(noun).is_some() {
        return None;
    }
    // `orang-orang`
    let twice = words.text_at(at + 1) == "-"
        && words
            .at(at + 2)
            .is_some_and(|again| again.hash == noun.hash);
    let from = at + 1 + if twice { 2 } else { 0 };
    let end = end_of(words, named, from, sentence.end)?;
    let last = words.lexicon.nouns_last;
    if last && modifies(words, from, sentence.end) {
        return None;
    }
    let end = if last { from } else { end };
    // `pria bernama Budi`: Budi is meant.
    let name = words.at(end + 1).and_then(|word| named.at(word));
    let named_here = words.at(end).is_some_and(|word| word.is(Flags::NAMING));
    if named_here && name.is_some_and(|(_, kind)| *kind == ActorKind::Person) {
        return None;
    }
    let head = if last {
        modifiers(words, at, sentence.start)
    } else {
        at
    };
    let head = match last && noun.is(Flags::BODY) {
        true => origin(words, named, head, sentence.start),
        false => head,
    };
    let core = head..end;
    let (start, counted) = start_of(words, head, sentence.start);
    let before = start
        .checked_sub(1)
        .filter(|before| *before >= sentence.start)
        .and_then(|before| words.at(before));
    if noun.is(Flags::QUOTED) && !counted || describes(words, named, start, sentence.start) {
        return None;
    }
    let opens = start < head
        || before.is_none_or(|word| word.is(OPENS) || !word.is(Flags::WORD.with(Flags::NUMBER)));
    if !opens {
        return None;
    }
    let cue = before.filter(|word| !word.is(Flags::CAP.with(Flags::CITING)));
    let is = |flags| cue.is_some_and(|word| word.is(flags));
    let saying = Flags::BEFORE_SPEAKER
        .with(Flags::ACCORDING)
        .with(Flags::STATEMENT);
    let spoken =
        is(saying) && (words.text_at(end) != "," || is(Flags::ACCORDING.with(Flags::STATEMENT)));
    let quoted = |word: Word| word.sentence == noun.sentence && is_mark(word.text(words.text));
    let first = words.at(start).is_some_and(|word| word.is(Flags::FIRST))
        || last && before.is_some_and(quoted);
    let place = place_behind(words, named, end);
    // `atlet asal Makassar, Budi Santoso`
    if place.is_some_and(|end| words.text_at(end) == "," && introduces(words, named, end)) {
        return None;
    }
    let predicate = predicate(words, named, place.unwrap_or(end), first, sentence.end);
    let listens = is(Flags::LISTENER);
    let governed = is(Flags::GOVERNOR.with(Flags::PLACE_CUE)) && !spoken || listens;
    let subject = predicate.is_some() && !governed && !spoken;
    let mention = Mention {
        subject,
        passive: subject && predicate.is_some_and(|verb| verb.is(Flags::PASSIVE)),
        agent: is(Flags::AGENT.with(Flags::PASSIVE)) && !is(Flags::COMPANION),
        object: is(Flags::ACTIVE) && !subject && !is(Flags::COMPANION.with(Flags::GOVERNOR)),
        companion: is(Flags::COMPANION),
        ..Mention::new(
            run_of(words.slice(if counted { start..end } else { head..end })),
            MentionForm::Noun,
            noun.sentence as usize,
        )
    };
    Some(Phrase {
        core,
        whole: start..end,
        counted,
        place,
        body: noun.is(Flags::BODY),
        mention,
        spoken,
        listens,
    })
}

/// Whether a phrase from this place on only describes the person before the comma (`Budi Santoso (40), warga Kediri`).
fn describes(words: &Words<'_>, named: &Named, start: usize, stop: usize) -> bool {
    let Some(comma) = start.checked_sub(1).filter(|at| words.text_at(*at) == ",") else {
        return false;
    };
    let mut at = comma;
    while at > stop && comma - at < 4 {
        at -= 1;
        let Some(word) = words.at(at) else {
            return false;
        };
        if let Some((_, kind)) = named.at(word) {
            return *kind == ActorKind::Person;
        }
        if word.is(Flags::WORD) {
            return false;
        }
    }
    false
}

/// Behind the place where they are (`pabrik gula di Jawa`), if it stands right behind the phrase.
fn place_behind(words: &Words<'_>, named: &Named, end: usize) -> Option<usize> {
    words.at(end).filter(|cue| cue.is(Flags::PLACE_CUE))?;
    let place = words.at(end + 1)?;
    let (range, _) = named
        .at(place)
        .filter(|(_, kind)| *kind == ActorKind::Place)?;
    let length = words
        .list
        .get(end + 1..)?
        .iter()
        .take_while(|word| (word.start as usize) < range.end)
        .count();
    Some(end + 1 + length)
}

/// Behind the words that say which of them are meant; `None` if a person's name follows, whose role the noun is.
fn end_of(words: &Words<'_>, named: &Named, from: usize, stop: usize) -> Option<usize> {
    let mut end = from;
    while let Some(word) = words.at(end).filter(|_| end < stop) {
        if let Some((range, kind)) = named.at(word) {
            // `maskapai Garuda Indonesia`: the name says who it is.
            let body = words.at(from - 1).is_some_and(|noun| noun.is(Flags::BODY));
            let named_body = body && end == from && *kind == ActorKind::Organisation;
            if *kind == ActorKind::Person || named_body || end > from + LONGEST {
                return None;
            }
            while words
                .at(end)
                .is_some_and(|word| (word.start as usize) < range.end)
            {
                end += 1;
            }
            return (!introduces(words, named, end)).then_some(end);
        }
        if words.text_at(end) == "," {
            return (!introduces(words, named, end)).then_some(end);
        }
        if word.is(Flags::PHRASE)
            && let Some((count, entry)) = words
                .lexicon
                .phrase(words.slice(end..stop).iter().map(|word| word.hash))
            && entry.flags.any(Flags::UNKNOWN)
        {
            return Some(end + count);
        }
        // `laki-laki`, but `masing-masing`
        let twice = words.text_at(end + 1) == "-"
            && words
                .at(end + 2)
                .is_some_and(|again| again.hash == word.hash);
        if twice {
            let both = [word.hash, word.hash].into_iter();
            let ordinary = words.lexicon.phrase(both);
            if ordinary.is_some_and(|(_, entry)| entry.flags.any(ENDS)) {
                break;
            }
            end += 3;
            continue;
        }
        let more = word.is(Flags::UNNAMED.with(Flags::FIELD))
            && !word.is(Flags::JOINER
                .with(Flags::AUXILIARY)
                .with(Flags::SPEAKER_END));
        let ends = !word.is(Flags::WORD)
            || word.is(Flags::CAP) && !word.is(Flags::UPPER)
            || word.is(ENDS) && !more
            || end >= from + LONGEST;
        if ends {
            break;
        }
        end += 1;
    }
    Some(end)
}

/// Whether a person's name stands here, behind a comma or not.
fn introduces(words: &Words<'_>, named: &Named, at: usize) -> bool {
    let name = at + usize::from(words.text_at(at) == ",");
    let word = words.at(name).filter(|word| word.is(Flags::CAP));
    word.and_then(|word| named.at(word))
        .is_some_and(|(_, kind)| *kind == ActorKind::Person)
}

/// Where the words before a noun begin that count it or say that one of many is meant, and whether they count it.
fn start_of(words: &Words<'_>, noun: usize, stop: usize) -> (usize, bool) {
    let (mut start, mut counted) = (noun, false);
    while let Some(before) = start.checked_sub(1).filter(|before| *before >= stop) {
        let Some(word) = words.at(before) else { break };
        let number = word.is(Flags::COUNT.with(Flags::NUMBER));
        let classifier = word.is(Flags::UNNAMED)
            && start == noun
            && before
                .checked_sub(1)
                .and_then(|place| words.at(place))
                .is_some_and(|word| word.is(Flags::COUNT.with(Flags::NUMBER)));
        let phrase = before.checked_sub(1).filter(|first| {
            let hashes = words.slice(*first..start).iter().map(|word| word.hash);
            let entry = words.lexicon.phrase(hashes);
            entry.is_some_and(|(_, entry)| entry.flags.any(Flags::SOMEONE))
        });
        let thousands = words.text_at(before) == "."
            && counted
            && !word.is(Flags::SPACED)
            && words.at(start).is_some_and(|word| !word.is(Flags::SPACED));
        if let Some(first) = phrase {
            start = first;
        } else if thousands {
            start = before;
        } else if number || classifier || word.is(Flags::SOMEONE) {
            counted |= number;
            start = before;
        } else {
            break;
        }
    }
    (start, counted)
}

/// The verb whose subject ends at a place: right behind it, behind `dan` and another name, or behind a description if the
/// phrase is the sentence's first.
fn predicate(
    words: &Words<'_>,
    named: &Named,
    end: usize,
    first: bool,
    stop: usize,
) -> Option<Word> {
    let mut at = end;
    while words
        .at(at)
        .is_some_and(|word| word.is(Flags::DEMONSTRATIVE))
    {
        at += 1;
    }
    if words.at(at).is_some_and(|word| word.is(Flags::JOINER))
        && let Some((range, _)) = words.at(at + 1).and_then(|next| named.at(next))
    {
        at += 1;
        while words
            .at(at)
            .is_some_and(|word| (word.start as usize) < range.end)
        {
            at += 1;
        }
    }
    let word = words.at(at).filter(|_| at < stop)?;
    let verb = Flags::VERB
        .with(Flags::AUXILIARY)
        .with(Flags::AFTER_SPEAKER);
    let none = Flags::CAP.with(Flags::CITING).with(Flags::DEMONSTRATIVE);
    if word.is(verb) && !word.is(none) {
        return Some(word);
    }
    let described = first && (word.is(Flags::RELATIVE) || words.text_at(at) == ",");
    described.then(|| far_predicate(words, at + 1, stop).unwrap_or(word))
}
