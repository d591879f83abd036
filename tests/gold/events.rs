//! The events that were found against those by hand: date and evidence decide which belongs to which.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::figures::{Figures, whole};
use super::forms::same_date;
use super::score::Canonical;
use super::set::Happening;
use super::spans::touches;

/// Adds what the events of one article show; events without a date are left alone.
pub(crate) fn score(
    figures: &mut Figures,
    gold: &[Happening],
    found: &[Happening],
    canonical: &Canonical,
) {
    let found: Vec<&Happening> = found
        .iter()
        .filter(|event| event.date.as_deref().is_some_and(|date| !date.is_empty()))
        .collect();
    let matched = matches(gold, &found);
    for (at, with) in &matched {
        if !gold[*at].optional {
            compare(figures, &gold[*at], found[*with], canonical);
        }
    }
    let left: HashSet<usize> = matched.iter().map(|(at, _)| *at).collect();
    let right: HashSet<usize> = matched.iter().map(|(_, with)| *with).collect();
    let hits = left.iter().filter(|at| !gold[**at].optional).count();
    let expected = gold.iter().filter(|event| !event.optional).count();
    let found_count = whole(found.len()) - whole(left.len() - hits);
    figures.events.add(hits, expected, found_count);
    let is_main = |at: &usize| gold[*at].main;
    figures.main.add(left.iter().any(is_main));
    for (at, event) in gold.iter().enumerate() {
        if !left.contains(&at) && !event.optional {
            let main = if event.main { "MAIN " } else { "" };
            figures
                .misses
                .push(line(&format!("MISSED {main}EVENT"), event));
        }
    }
    for (at, event) in found.iter().enumerate() {
        if !right.contains(&at) {
            figures.misses.push(line("EXTRA EVENT", event));
        }
    }
}

fn line(what: &str, event: &Happening) -> String {
    let date = event.date.as_deref().unwrap_or_default();
    format!("{what} {date} {}", event.title)
}

/// Pairs of indexes with the same date and a shared sentence, one to one; those that count come first.
fn matches(gold: &[Happening], found: &[&Happening]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (at, event) in gold.iter().enumerate() {
        for (with, other) in found.iter().enumerate() {
            let shared = shared(event, other);
            if shared > 0 && dated_alike(event, other) {
                all.push((event.optional, Reverse(shared), at, with));
            }
        }
    }
    all.sort_unstable();
    let (mut left, mut right) = (HashSet::new(), HashSet::new());
    let mut chosen = Vec::new();
    for (.., at, with) in all {
        if !left.contains(&at) && !right.contains(&with) {
            left.insert(at);
            right.insert(with);
            chosen.push((at, with));
        }
    }
    chosen
}

fn shared(gold: &Happening, found: &Happening) -> usize {
    let evidence = gold.evidence.iter();
    evidence
        .filter(|slice| touches(slice, &found.evidence))
        .count()
}

fn dated_alike(gold: &Happening, found: &Happening) -> bool {
    let said = found.date.as_deref().unwrap_or_default();
    let mut dates = gold.date.iter().chain(&gold.alt);
    dates.any(|date| same_date(date, said))
}

fn compare(figures: &mut Figures, gold: &Happening, found: &Happening, canonical: &Canonical) {
    let hits = gold.evidence.iter();
    let hits: Vec<_> = hits
        .filter(|slice| touches(slice, &found.evidence))
        .collect();
    let neutral = hits.iter().filter(|slice| slice.optional).count();
    let expected = gold.evidence.iter().filter(|slice| !slice.optional).count();
    let found_count = whole(found.evidence.len()) - whole(neutral);
    figures
        .evidence
        .add(hits.len() - neutral, expected, found_count);
    let expected: HashSet<&String> = gold.actors.iter().collect();
    let said: HashSet<String> = found
        .actors
        .iter()
        .map(|actor| canonical.of(actor))
        .filter(|actor| !gold.optional_actors.contains(actor))
        .collect();
    let common = said.iter().filter(|actor| expected.contains(actor)).count();
    figures
        .event_actors
        .add(common, expected.len(), whole(said.len()));
    figures.status.add(gold.status == found.status);
    if gold.status != found.status {
        let what = format!("STATUS {}, not {}:", gold.status, found.status);
        figures.misses.push(line(&what, gold));
    }
    if common < expected.len() || common < said.len() {
        let what = format!("EVENT ACTORS {expected:?}, not {said:?}:");
        figures.misses.push(line(&what, gold));
    }
    for slice in gold.evidence.iter().filter(|slice| !slice.optional) {
        if !touches(slice, &found.evidence) {
            let words: String = slice.text.chars().take(50).collect();
            figures
                .misses
                .push(line(&format!("MISSED EVIDENCE “{words}…” of"), gold));
        }
    }
    for slice in &found.evidence {
        if !touches(slice, &gold.evidence) {
            let words: String = slice.text.chars().take(50).collect();
            figures
                .misses
                .push(line(&format!("EXTRA EVIDENCE “{words}…” of"), gold));
        }
    }
}
