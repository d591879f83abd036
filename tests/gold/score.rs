//! One article's answers against its annotations: temporal expressions, quotes with speakers, actors. Events are in `events`.

use std::collections::{HashMap, HashSet};

use super::events;
use super::figures::{Figures, whole};
use super::forms::{name, names, spoken, value};
use super::set::{Annotations, Item, Named, Slice, Speech};
use super::spans::pairs;

/// The canonical names behind the forms of the gold, and behind the actors that the program found.
#[derive(Debug, Default)]
pub(crate) struct Canonical {
    by_form: HashMap<String, String>,
    by_found: HashMap<String, String>,
}

impl Canonical {
    fn new(gold: &[Named]) -> Self {
        let mut by_form = HashMap::new();
        for actor in gold {
            by_form.extend(
                names(actor)
                    .into_iter()
                    .map(|form| (form, actor.name.clone())),
            );
        }
        Self {
            by_form,
            by_found: HashMap::new(),
        }
    }

    /// The gold's name of an actor whom the program calls so, or that name itself.
    pub(crate) fn of(&self, found: &str) -> String {
        let known = self.by_found.get(found);
        let known = known.or_else(|| self.by_form.get(&name(found)));
        known.cloned().unwrap_or_else(|| found.to_owned())
    }

    fn is(&self, found: &str, gold: &str) -> bool {
        let form = name(found);
        self.by_form.get(&form).is_some_and(|known| known == gold) || form == name(gold)
    }
}

/// Adds what one article shows.
pub(crate) fn score(figures: &mut Figures, item: &Item, answer: &Annotations) {
    let before = figures.misses.len();
    verbatim(figures, &item.text, answer);
    times(figures, &item.gold, answer);
    let mut canonical = Canonical::new(&item.gold.actors);
    speech(figures, &item.gold.quotes, &answer.quotes, &canonical);
    actors(figures, &item.gold.actors, &answer.actors, &mut canonical);
    events::score(figures, &item.gold.events, &answer.events, &canonical);
    for miss in figures.misses.iter_mut().skip(before) {
        *miss = format!("{}: {miss}", item.id);
    }
}

fn verbatim(figures: &mut Figures, text: &str, answer: &Annotations) {
    let letters: Vec<char> = text.chars().collect();
    let evidence = answer.events.iter().flat_map(|event| &event.evidence);
    let slices = answer.timex.iter().map(|timex| &timex.slice);
    let slices = slices.chain(answer.quotes.iter().map(|quote| &quote.slice));
    for slice in slices.chain(evidence) {
        let good = is_verbatim(slice, &letters);
        figures.verbatim.add(good);
        if !good {
            figures.misses.push(format!("NOT VERBATIM {slice:?}"));
        }
    }
}

pub(crate) fn is_verbatim(slice: &Slice, letters: &[char]) -> bool {
    let place = |at: i64| usize::try_from(at).ok();
    let range = place(slice.start).zip(place(slice.end));
    let words = range.and_then(|(start, end)| letters.get(start..end));
    words.is_some_and(|words| slice.text.chars().eq(words.iter().copied()))
}

fn times(figures: &mut Figures, gold: &Annotations, answer: &Annotations) {
    let (gold, found) = (&gold.timex, &answer.timex);
    let slices = |all: &'_ [super::set::Expression]| -> Vec<Slice> {
        all.iter().map(|timex| timex.slice.clone()).collect()
    };
    let (one, other) = (slices(gold), slices(found));
    let all = pairs(
        &one.iter().collect::<Vec<_>>(),
        &other.iter().collect::<Vec<_>>(),
    );
    let counted: Vec<(usize, usize)> = all
        .iter()
        .copied()
        .filter(|(at, _)| !gold[*at].slice.optional)
        .collect();
    let expected = gold.iter().filter(|timex| !timex.slice.optional).count();
    let neutral = all.len() - counted.len();
    let found_count = whole(found.len() - neutral);
    let (mut strict, mut valued) = (0, 0);
    for (at, with) in &counted {
        let (right, said) = (&gold[*at], &found[*with]);
        let same_extent =
            (right.slice.start, right.slice.end) == (said.slice.start, said.slice.end);
        let mut values = std::iter::once(&right.value).chain(&right.alt);
        let same_value = values.any(|one| value(one) == value(&said.value));
        strict += usize::from(same_extent);
        valued += usize::from(same_value);
        let (words, other) = (&right.slice.text, &said.slice.text);
        if !same_value {
            let line = format!(
                "VALUE {words}: {} is right, not {}",
                right.value, said.value
            );
            figures.misses.push(line);
        }
        if !same_extent {
            figures.misses.push(format!("EXTENT {words}: not {other}"));
        }
    }
    figures.strict.add(strict, expected, found_count);
    figures.relaxed.add(counted.len(), expected, found_count);
    figures.value.add(valued, expected, found_count);
    let left: HashSet<usize> = all.iter().map(|(at, _)| *at).collect();
    let right: HashSet<usize> = all.iter().map(|(_, with)| *with).collect();
    for (at, timex) in gold.iter().enumerate() {
        if !left.contains(&at) && !timex.slice.optional {
            let line = format!("MISSED {} {}", timex.slice.text, timex.value);
            figures.misses.push(line);
        }
    }
    for (at, timex) in found.iter().enumerate() {
        if !right.contains(&at) {
            let line = format!("EXTRA {} {}", timex.slice.text, timex.value);
            figures.misses.push(line);
        }
    }
}

fn speech(figures: &mut Figures, gold: &[Speech], found: &[Speech], canonical: &Canonical) {
    let said: HashMap<(i64, i64), &Speech> = found
        .iter()
        .map(|quote| (spoken(&quote.slice), quote))
        .collect();
    let hit = |quote: &&Speech| said.contains_key(&spoken(&quote.slice));
    let neutral = gold.iter().filter(|quote| quote.slice.optional).filter(hit);
    let neutral = neutral.count();
    let expected = gold.iter().filter(|quote| !quote.slice.optional);
    let hits = expected.clone().filter(hit).count();
    let found_count = whole(found.len()) - whole(neutral);
    figures
        .quotes
        .add(hits, expected.clone().count(), found_count);
    for quote in expected {
        let words = start_of(&quote.slice);
        let answer = said.get(&spoken(&quote.slice));
        if answer.is_none() {
            figures.misses.push(format!("MISSED QUOTE {words}"));
        }
        let Some(right) = &quote.speaker else {
            continue;
        };
        let speaker = answer.and_then(|quote| quote.speaker.as_deref());
        let good = speaker.is_some_and(|speaker| canonical.is(speaker, right));
        figures.speakers.add(good);
        if !good {
            let line = format!("SPEAKER {words}: {right}, not {speaker:?}");
            figures.misses.push(line);
        }
    }
    let known: HashSet<(i64, i64)> = gold.iter().map(|quote| spoken(&quote.slice)).collect();
    for quote in found {
        if !known.contains(&spoken(&quote.slice)) {
            let words = start_of(&quote.slice);
            figures.misses.push(format!("EXTRA QUOTE {words}"));
        }
    }
}

fn actors(figures: &mut Figures, gold: &[Named], found: &[Named], canonical: &mut Canonical) {
    let mut used = HashSet::new();
    for actor in found {
        let forms = names(actor);
        let fits = |(at, right): &(usize, &Named)| {
            let mut kinds = std::iter::once(&right.kind).chain(&right.alt);
            !used.contains(at)
                && kinds.any(|kind| *kind == actor.kind)
                && !names(right).is_disjoint(&forms)
        };
        if let Some((at, right)) = gold.iter().enumerate().find(fits) {
            used.insert(at);
            let known = &mut canonical.by_found;
            known.insert(actor.name.clone(), right.name.clone());
        } else {
            let line = format!("EXTRA ACTOR {} ({})", actor.name, actor.kind);
            figures.misses.push(line);
        }
    }
    let expected = gold.iter().filter(|actor| !actor.optional).count();
    let hits = used.iter().filter(|at| !gold[**at].optional).count();
    let found_count = whole(found.len()) - whole(used.len() - hits);
    figures.actors.add(hits, expected, found_count);
    for (at, actor) in gold.iter().enumerate() {
        if !used.contains(&at) && !actor.optional {
            let line = format!("MISSED ACTOR {} ({})", actor.name, actor.kind);
            figures.misses.push(line);
        }
    }
}

fn start_of(slice: &Slice) -> String {
    slice.text.chars().take(60).collect()
}
