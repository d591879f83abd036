//! Which dates belong to one event: those that are the same, and a wider one around a closer one where their sentences tell of
//! the same.

use std::cmp::Reverse;

use super::dated::Dated;
use super::material::Material;
use super::uses::DateUse;
use crate::extract::reading::{ByWord, hash_of};
use crate::extract::structure::SpanKind;
use crate::extract::times::Basis;
use crate::model::{Bounds, Day};

/// Dates of one event.
#[derive(Debug)]
pub(super) struct Cluster<'a> {
    /// The first expression of the closest of the dates, by its place among the timexes.
    pub(super) leading: usize,
    pub(super) bounds: Bounds,
    /// In the order of the text.
    pub(super) members: Vec<Dated<'a>>,
}

/// How many of the last sentences, or things told, of a day are looked at for one that tells of the same.
const RECENT: usize = 8;

/// Fewest words in common, by their weight, of a sentence with a wide date and one with a day within it.
const LIKE: f32 = 1.2;

/// Longest wide date, in days, that stands for a day within it.
const WIDE: i64 = 31;

pub(super) fn clusters<'a>(material: &Material<'_>, dates: Vec<Dated<'a>>) -> Vec<Cluster<'a>> {
    let mut found: Vec<Cluster<'a>> = Vec::with_capacity(dates.len());
    // For each cluster the one before it that has the same date.
    let mut earlier: Vec<Option<usize>> = Vec::with_capacity(dates.len());
    let mut latest: ByWord<usize> =
        ByWord::with_capacity_and_hasher(dates.len(), Default::default());
    for dated in dates {
        let date = hash_of(&dated.date);
        let last = latest.get(&date).copied();
        let alike = std::iter::successors(last, |place| earlier.get(*place).copied().flatten());
        let same = |place: &usize| {
            let cluster = found.get(*place);
            cluster.is_some_and(|cluster| !tells_other(material, cluster, &dated))
        };
        let first = alike.take(RECENT).filter(same).last();
        match first.and_then(|place| found.get_mut(place)) {
            Some(cluster) => cluster.members.push(dated),
            None => {
                latest.insert(date, found.len());
                earlier.push(last);
                found.push(Cluster {
                    leading: dated.time,
                    bounds: dated.bounds,
                    members: vec![dated],
                });
            }
        }
    }
    absorb(material, &mut found);
    found
}

/// Most words in common, by their weight, of two sentences that tell of different things.
const UNLIKE: f32 = 0.3;

/// Whether a sentence tells of another thing on the day of a cluster: in another paragraph, with somebody else acting, and
/// without a word in common with any of its sentences.
fn tells_other(material: &Material<'_>, cluster: &Cluster<'_>, dated: &Dated<'_>) -> bool {
    dated.use_ == DateUse::Event
        && dated.bounds.is_one_day()
        && cluster.members.iter().rev().take(RECENT).all(|member| {
            let (one, other) = (member.sentence, dated.sentence);
            let plain = |sentence: usize| {
                material.kind(sentence) == Some(SpanKind::Sentence)
                    && !material.is_heading(sentence)
                    && !material.is_speech(sentence)
                    && material.acting(sentence).next().is_some()
            };
            // The cheapest question first: a sentence may be as long as the article.
            material.paragraph(one) != material.paragraph(other)
                && plain(one)
                && plain(other)
                && material.likeness(one, other) < UNLIKE
                && !material
                    .acting(one)
                    .any(|actor| material.acting(other).any(|second| second == actor))
        })
}

/// Puts each wide date to the closer one within it that tells of the same.
fn absorb(material: &Material<'_>, found: &mut Vec<Cluster<'_>>) {
    let mut at = 0;
    while let Some(wide) = found.get(at) {
        let target = closest(material, wide, found);
        match target {
            Some(target) => {
                let wide = found.remove(at);
                let target = if target > at { target - 1 } else { target };
                if let Some(cluster) = found.get_mut(target) {
                    cluster.members.extend(wide.members);
                    cluster.members.sort_by_key(|dated| dated.time);
                }
            }
            None => at += 1,
        }
    }
}

fn closest(material: &Material<'_>, wide: &Cluster<'_>, found: &[Cluster<'_>]) -> Option<usize> {
    let bounds = wide.bounds;
    let days = bounds.latest.since(bounds.earliest);
    if !(1..=WIDE).contains(&days) || wide.members.iter().any(|dated| is_vague(material, dated)) {
        return None;
    }
    let alike = found.iter().enumerate().filter(|(_, close)| {
        close.bounds.is_one_day()
            && bounds.earliest <= close.bounds.earliest
            && close.bounds.latest <= bounds.latest
    });
    let scored = alike.map(|(place, close)| (place, likeness(material, wide, close)));
    let best = scored.max_by(|one, other| one.1.total_cmp(&other.1))?;
    (best.1 >= LIKE).then_some(best.0)
}

/// Whether its words leave it open within bounds (`awal Juni`): that they mean a day that the text names elsewhere is a reader's
/// conclusion.
fn is_vague(material: &Material<'_>, dated: &Dated<'_>) -> bool {
    let times = material.found.times;
    let mut times = dated.times().filter_map(|place| times.get(place));
    times.any(|timex| timex.basis == Basis::Vague)
}

/// The most that two of their sentences have in common.
fn likeness(material: &Material<'_>, one: &Cluster<'_>, other: &Cluster<'_>) -> f32 {
    let pairs = one.members.iter().take(RECENT).flat_map(|first| {
        let others = other.members.iter().take(RECENT);
        others.map(move |second| (first.sentence, second.sentence))
    });
    let scores = pairs.map(|(first, second)| match first == second {
        true => 0.0,
        false => material.likeness(first, second),
    });
    scores.fold(0.0, f32::max)
}

/// For each date whether it only frames others: one within it stands in the same sentence (`tahun ini, pada 16 Mei`). The dates
/// are in the order of the text.
pub(super) fn frames(all: &[Dated<'_>]) -> Vec<bool> {
    let sentences = all.chunk_by(|one, other| one.sentence == other.sentence);
    let bounds = |sentence: &[Dated<'_>]| -> Vec<Bounds> {
        sentence.iter().map(|dated| dated.bounds).collect()
    };
    sentences
        .flat_map(|sentence| frames_of_sentence(&bounds(sentence)))
        .collect()
}

/// A sentence may have thousands of dates: they are sorted, the later beginnings first, so that each one is looked at once.
fn frames_of_sentence(dates: &[Bounds]) -> Vec<bool> {
    let mut frames = vec![false; dates.len()];
    let mut sorted: Vec<(usize, Bounds)> = dates.iter().copied().enumerate().collect();
    sorted.sort_by_key(|(_, bounds)| (Reverse(bounds.earliest), bounds.latest));
    // The earliest end of those that begin later, or at the same time and end earlier.
    let mut within: Option<Day> = None;
    let same_days = |one: &(usize, Bounds), other: &(usize, Bounds)| {
        (one.1.earliest, one.1.latest) == (other.1.earliest, other.1.latest)
    };
    for group in sorted.chunk_by(same_days) {
        let Some((_, first)) = group.first() else {
            continue;
        };
        let holds_other = within.is_some_and(|within| within <= first.latest)
            || group.iter().any(|(_, bounds)| bounds != first);
        for (place, _) in group {
            if let Some(frame) = frames.get_mut(*place) {
                *frame = holds_other;
            }
        }
        within = Some(within.map_or(first.latest, |within| within.min(first.latest)));
    }
    frames
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Clock;
    use proptest::prelude::*;

    fn bounds() -> impl Strategy<Value = Bounds> {
        let clock = proptest::option::of(0..3_u16);
        (0..6_i32, 0..4_i32, clock).prop_map(|(from, length, minute)| Bounds {
            clock: minute.map(|minute| Clock {
                minute,
                offset: None,
            }),
            ..Bounds::days(Day(from), Day(from + length))
        })
    }

    proptest! {
        #[test]
        fn a_date_frames_where_another_one_lies_within_it(dates in proptest::collection::vec(bounds(), 0..12)) {
            let within = |one: &Bounds, other: &Bounds| {
                one.earliest <= other.earliest && other.latest <= one.latest && other != one
            };
            let naive: Vec<bool> = dates
                .iter()
                .map(|one| dates.iter().any(|other| within(one, other)))
                .collect();
            prop_assert_eq!(frames_of_sentence(&dates), naive);
        }
    }
}
