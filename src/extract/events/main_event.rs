//! The date of the event that an article is about.

use std::sync::Arc;

use super::dated::Dated;
use super::material::Material;
use super::uses::DateUse;
use super::{FoundEvent, confidence};
use crate::extract::reading::Flags;
use crate::extract::structure::SpanKind;
use crate::extract::times::Basis;
use crate::model::{Status, bounds_of};

/// Sentences at the head of an article that tell what it is about.
const LEAD: usize = 3;

/// The headline and the first sentences, up to a line that only names a day.
pub(super) fn lead(material: &Material<'_>) -> Vec<usize> {
    let mut sentences = 0;
    (0..material.found.spans.len())
        .filter(|place| material.tells(*place))
        .take_while(|place| {
            if material.is_heading(*place) {
                return false;
            }
            sentences += usize::from(material.kind(*place) == Some(SpanKind::Sentence));
            sentences <= LEAD
        })
        .collect()
}

/// Fewest points of a date that the article may be about.
const ENOUGH: f32 = 2.0;

/// The place among the dates of the one that dates the main event; `None` where no date of the article can be it.
///
/// What speaks for a date: that it stands in the headline or near it, that its sentence shares their words, that it is exact and
/// close before the publication. What speaks against it: that it dates only words said, that somebody else says it, that it
/// lies ahead.
pub(super) fn main_date(
    material: &Material<'_>,
    dates: &[Dated<'_>],
    lead: &[usize],
) -> Option<usize> {
    let usable = dates
        .iter()
        .enumerate()
        .filter(|(_, dated)| matches!(dated.use_, DateUse::Event | DateUse::Saying));
    let scored = usable.map(|(place, dated)| (place, points(material, dated, lead)));
    let best = scored.fold(None, |best: Option<(usize, f32)>, one| match best {
        Some(best) if best.1 >= one.1 => Some(best),
        _ => Some(one),
    })?;
    (best.1 >= ENOUGH).then_some(best.0)
}

fn points(material: &Material<'_>, dated: &Dated<'_>, lead: &[usize]) -> f32 {
    let place = lead.iter().position(|sentence| *sentence == dated.sentence);
    let headline = material.kind(dated.sentence) == Some(SpanKind::Headline);
    let mut points = match place {
        _ if headline => 2.5,
        Some(place) => [3.0, 3.0, 2.0, 1.5].get(place).copied().unwrap_or(1.0),
        None => 0.0,
    };
    let likeness = lead
        .iter()
        .take(2)
        .filter(|other| **other != dated.sentence)
        .map(|other| material.likeness(dated.sentence, *other));
    points += likeness.fold(0.0, f32::max).min(2.0) * 0.75;
    let length = dated.bounds.latest.since(dated.bounds.earliest);
    points += match length {
        0 => 2.0,
        1..=31 => 1.0,
        _ => -1.5,
    };
    if let Some(day) = material.found.published {
        points += match day.since(dated.bounds.latest) {
            ..0 if day >= dated.bounds.earliest => 0.0,
            ..0 => -2.5,
            0..=1 => 1.0,
            2..=7 => 0.5,
            8..=60 => 0.0,
            61..=366 => -1.0,
            _ => -3.0,
        };
    }
    if dated.use_ == DateUse::Saying {
        points -= 0.5;
    } else if is_quoted(material, dated) {
        // What somebody quoted calls yesterday may be the day before anything.
        points -= if is_explicit(material, dated) {
            0.75
        } else {
            2.0
        };
    }
    if occurs(material, dated) {
        points += 1.5;
    }
    if qualifies(material, dated) {
        points -= 2.5;
    }
    points
}

/// Most words between a word that opens a relative clause and the date in it.
const CLAUSE: usize = 6;

/// Whether it stands in a clause that only qualifies somebody or something (`pesawat yang hilang pada …`).
fn qualifies(material: &Material<'_>, dated: &Dated<'_>) -> bool {
    if dated.use_ == DateUse::Saying {
        return false;
    }
    let time = material.found.times.get(dated.time);
    let start = time.map_or(0, |timex| timex.range.start);
    let before = material.words_before(dated.sentence, start);
    let near = before
        .get(before.len().saturating_sub(CLAUSE)..)
        .unwrap_or_default();
    let mut near = near
        .iter()
        .rev()
        .take_while(|word| material.text_of(**word) != ",");
    near.any(|word| material.rules.relatives.has(word.hash))
}

fn is_explicit(material: &Material<'_>, dated: &Dated<'_>) -> bool {
    let time = material.found.times.get(dated.time);
    time.is_some_and(|timex| timex.basis == Basis::Explicit)
}

/// Most words between what points back and the date (`Insiden tersebut terjadi di … pada …`).
const REACH: usize = 12;

/// Whether the words before it say when what was told of took place.
fn occurs(material: &Material<'_>, dated: &Dated<'_>) -> bool {
    let time = material.found.times.get(dated.time);
    let start = time.map_or(0, |timex| timex.range.start);
    let before = material.words_before(dated.sentence, start);
    let near = before
        .get(before.len().saturating_sub(REACH)..)
        .unwrap_or_default();
    let rules = material.rules;
    near.windows(2).any(|pair| match pair {
        [pointer, verb] => rules.pointers.has(pointer.hash) && rules.occurs.has(verb.hash),
        _ => false,
    })
}

fn is_quoted(material: &Material<'_>, dated: &Dated<'_>) -> bool {
    let time = material.found.times.get(dated.time);
    let start = time.map_or(0, |timex| timex.range.start);
    let words = material.words_in(dated.sentence, &(start..usize::MAX));
    words.first().is_some_and(|word| word.is(Flags::QUOTED))
}

/// The main event of an article whose words give it no date: about the day of publication, where that is known.
pub(super) fn without_words(material: &Material<'_>, lead: &[usize]) -> FoundEvent {
    let published = material.found.published;
    FoundEvent {
        title: String::new(),
        // EDTF level 1: a day, approximately.
        date: published
            .map(|day| format!("{day}~"))
            .filter(|date| bounds_of(date).is_some()),
        status: Status::Happened,
        actors: Vec::new(),
        place: None,
        evidence: lead.to_vec(),
        times: Vec::new(),
        counts_from: None,
        behind_link: false,
        rule: Arc::clone(&material.rules.publication),
        confidence: confidence::WITHOUT_WORDS,
        main: true,
    }
}
