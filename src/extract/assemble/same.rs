//! Which events of two readings of an article are the same event: by the words that date and state them.

use crate::model::{Anchor, Claim, Event, Role};

/// How the anchors of two readings are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Both are of the same stored text: places count.
    Place,
    /// The text was changed in between: words count.
    Words,
}

/// One reading of a source: its events, and how its claims name the source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) events: &'a [&'a Event],
    pub(super) source: &'a str,
}

/// Pairs of events, by their places in both readings, each event at most once. The surest pairs are made first.
pub(super) fn pairs(old: Side<'_>, new: Side<'_>, by: By) -> Vec<(usize, usize)> {
    let news: Vec<Traits<'_>> = new
        .events
        .iter()
        .map(|event| Traits::new(event, new.source))
        .collect();
    let mut scored: Vec<(usize, usize, usize)> = Vec::new();
    for (place, event) in old.events.iter().enumerate() {
        let traits = Traits::new(event, old.source);
        let scores = news.iter().enumerate();
        scored
            .extend(scores.filter_map(|(other, new)| Some((traits.score(new, by)?, place, other))));
    }
    scored.sort_by_key(|(score, old, new)| (usize::MAX - score, *old, *new));
    let (mut olds, mut taken) = (vec![false; old.events.len()], vec![false; news.len()]);
    let mut pairs = Vec::new();
    for (_, one, other) in scored {
        let (Some(old), Some(new)) = (olds.get_mut(one), taken.get_mut(other)) else {
            continue;
        };
        if !*old && !*new {
            (*old, *new) = (true, true);
            pairs.push((one, other));
        }
    }
    pairs
}

/// What of an event tells it from others.
struct Traits<'a> {
    title: &'a str,
    date: Option<&'a str>,
    times: Vec<&'a Anchor>,
    evidence: Vec<&'a Anchor>,
}

impl<'a> Traits<'a> {
    fn new(event: &'a Event, source: &str) -> Self {
        let of_source = |claim: &&'a Claim| claim.source == source;
        let anchors = |role: Role| {
            let claims = event.claims.iter().filter(of_source);
            let anchors = claims.flat_map(|claim| &claim.anchors);
            anchors.filter(move |anchor| anchor.role == role).collect()
        };
        Self {
            title: &event.title,
            date: event
                .leading_claim()
                .and_then(|claim| claim.date.as_deref()),
            times: anchors(Role::Date),
            evidence: anchors(Role::Evidence),
        }
    }

    /// How sure it is that both are the same; `None` where they cannot be.
    fn score(&self, other: &Self, by: By) -> Option<usize> {
        let shared = |one: &[&Anchor], other: &[&Anchor]| {
            let is_there = |anchor: &&&Anchor| other.iter().any(|other| touch(anchor, other, by));
            one.iter().filter(is_there).count()
        };
        let evidence = shared(&self.evidence, &other.evidence);
        let times = shared(&self.times, &other.times);
        let date = self.date == other.date;
        let title = self.title == other.title;
        // Without the text, equal date words alone (`kemarin`) say little.
        let dated = times > 0 && (by == By::Place || evidence > 0 || date);
        let stated = evidence > 0 && (date || title);
        let named = by == By::Words && title && date;
        (dated || stated || named)
            .then_some(8 * times + 4 * usize::from(date) + 2 * usize::from(title) + evidence)
    }
}

fn touch(one: &Anchor, other: &Anchor, by: By) -> bool {
    let places = (one.start.zip(one.end), other.start.zip(other.end));
    match (by, places) {
        (By::Place, (Some(one), Some(other))) => one.0 < other.1 && other.0 < one.1,
        _ => one
            .exact
            .split_whitespace()
            .eq(other.exact.split_whitespace()),
    }
}
