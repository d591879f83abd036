//! Whether an event happened, is planned, or rests on somebody's word alone.

use super::material::Material;
use super::same::Cluster;
use super::uses::DateUse;
use crate::extract::reading::{Flags, Word};
use crate::model::{Day, Status};

pub(super) fn status(material: &Material<'_>, cluster: &Cluster) -> Status {
    let published = material.found.published;
    let rules = material.rules;
    if published
        .is_some_and(|day| cluster.bounds.earliest > day && cluster.bounds.earliest != Day::MIN)
    {
        return Status::Planned;
    }
    let Some(first) = cluster.members.first() else {
        return Status::Happened;
    };
    if first.use_ == DateUse::Saying {
        return Status::Happened;
    }
    let time = material.found.times.get(first.first_time());
    let start = time.map_or(0, |timex| timex.range.start);
    let before = material.words_before(first.sentence, start);
    let still_ahead = published.is_some_and(|day| cluster.bounds.latest >= day);
    if still_ahead && before.iter().any(|word| rules.plans.has(word.hash)) {
        return Status::Planned;
    }
    // Where an outlet is cited (`dilaporkan Reuters`), the article itself stands behind what it tells.
    let claims = |word: &&Word| rules.claims.has(word.hash) && !word.is(Flags::CITING);
    match before.iter().any(|word| claims(&word)) {
        true => Status::Claimed,
        false => Status::Happened,
    }
}
