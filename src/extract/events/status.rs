//! Whether an event happened, is planned, or rests on somebody's word alone.

use super::material::Material;
use super::same::Cluster;
use super::uses::DateUse;
use crate::extract::reading::{Flags, Word};
use crate::model::{Day, Status};

/// Days that an article may be younger than the day that was read off its news.
const YOUNGER: i64 = 7;

/// What lies behind the publication is planned; where that day was only read off the news, the words must say so within a week of
/// it. Words of a plan also tell for the day of publication itself and for spans that reach beyond it.
pub(super) fn status(material: &Material<'_>, cluster: &Cluster<'_>) -> Status {
    let (published, rules) = (material.found.published, material.rules);
    let Some(first) = cluster.members.first() else {
        return Status::Happened;
    };
    let bounds = cluster.bounds;
    let ahead = published
        .filter(|day| bounds.earliest > *day && bounds.earliest != Day::MIN)
        .map(|day| bounds.earliest.since(day));
    let surely = |days: i64| !material.found.inferred || days > YOUNGER;
    if ahead.is_some_and(surely) {
        return Status::Planned;
    }
    if first.use_ == DateUse::Saying {
        return Status::Happened;
    }
    let time = material.found.times.get(first.time);
    let start = time.map_or(0, |timex| timex.range.start);
    let before = material.words_before(first.sentence, start);
    let still_ahead = published.is_some_and(|day| bounds.latest >= day);
    let plans = |words: &[Word]| words.iter().any(|word| rules.plans.has(word.hash));
    // `Besok KPK akan memeriksa`: what begins with its date says behind it that it is planned.
    let then = || plans(from_date_on(material, first.sentence, first.time));
    if (still_ahead && plans(before)) || (ahead.is_some() && then()) {
        return Status::Planned;
    }
    // Where an outlet is cited (`dilaporkan Reuters`), the article itself stands behind what it tells.
    let claims = |word: &&Word| rules.claims.has(word.hash) && !word.is(Flags::CITING);
    match before.iter().any(|word| claims(&word)) {
        true => Status::Claimed,
        false => Status::Happened,
    }
}

/// The words of a date (`besok`) and those of its sentence behind it, up to the next date.
fn from_date_on<'a>(material: &'a Material<'_>, sentence: usize, time: usize) -> &'a [Word] {
    let times = material.found.times;
    let start = times
        .get(time)
        .map_or(usize::MAX, |timex| timex.range.start);
    let end = times
        .get(time + 1)
        .map_or(usize::MAX, |timex| timex.range.start);
    material.words_in(sentence, &(start..end.max(start)))
}
