//! Whether an event happened, is planned, or rests on somebody's word alone.

use super::material::Material;
use super::same::Cluster;
use crate::model::{Day, Status};

pub(super) fn status(material: &Material<'_>, cluster: &Cluster) -> Status {
    let published = material.found.published;
    let rules = material.rules;
    if published
        .is_some_and(|day| cluster.bounds.earliest > day && cluster.bounds.earliest != Day::MIN)
    {
        return Status::Planned;
    }
    let first = cluster.members.first();
    let sentence = first.map_or(usize::MAX, |dated| dated.sentence);
    let time = first.and_then(|dated| material.found.times.get(dated.first_time()));
    let start = time.map_or(0, |timex| timex.range.start);
    let before = material.words_before(sentence, start);
    let still_ahead = published.is_some_and(|day| cluster.bounds.latest >= day);
    if still_ahead && before.iter().any(|word| rules.plans.has(word.hash)) {
        return Status::Planned;
    }
    let words = material.words(sentence);
    if words.iter().any(|word| rules.claims.has(word.hash)) {
        return Status::Claimed;
    }
    Status::Happened
}
