//! The timeline that is built of the seed article beside the one that a human made of it: what must agree, and everything else in
//! which the two differ, printed (`cargo test --test gold hand -- --nocapture`).

use std::collections::BTreeSet;

use linimasa::extract::{Assembler, read_article, recognise, source_of};
use linimasa::format::{Encoding, parse};
use linimasa::model::{Claim, Event, Role, Timeline};

use super::seeds::LANGUAGE;

const ARTICLE: &str = include_str!("../../seeds/000_f3226ebb9ab90383.txt");
const BY_HAND: &str = include_str!("../../assets/timeline.toml");

/// The events that rules for any article must find in this one.
const FOUND: [&str; 8] = [
    "invasion-2022",
    "second-term",
    "istanbul-1",
    "istanbul-2",
    "call-mid-june",
    "pause-confirmed",
    "call-3-july",
    "call-zelensky",
];

fn by_hand() -> Timeline {
    parse(BY_HAND, "timeline.toml", Encoding::Toml)
        .unwrap()
        .timeline
}

fn built() -> Timeline {
    let article = read_article(ARTICLE.as_bytes(), "seed.txt").unwrap();
    let found = recognise(&article.text, &LANGUAGE, None, None);
    let mut assembler = Assembler::new(false);
    assembler.add(source_of(&article, &found, "id", "seed"), ARTICLE, &found);
    assembler.finish()
}

fn date(event: &Event) -> Option<&str> {
    event
        .leading_claim()
        .and_then(|claim| claim.date.as_deref())
}

/// Where the sentences of an event stand.
fn evidence(event: &Event) -> BTreeSet<(usize, usize)> {
    let anchors = event.claims.iter().flat_map(|claim| &claim.anchors);
    let evidence = anchors.filter(|anchor| anchor.role == Role::Evidence);
    evidence
        .filter_map(|anchor| anchor.start.zip(anchor.end))
        .collect()
}

fn shares_a_sentence(one: &Event, other: &Event) -> bool {
    let others = evidence(other);
    let touches = |place: &(usize, usize)| {
        let mut others = others.iter();
        others.any(|other| place.0 < other.1 && other.0 < place.1)
    };
    evidence(one).iter().any(touches)
}

/// The built event that is one made by hand: of the same date, if there is one, with a sentence in common.
fn twin<'t>(timeline: &'t Timeline, event: &Event) -> Option<&'t Event> {
    let mut events = timeline.events.iter();
    events.find(|built| date(built) == date(event) && shares_a_sentence(built, event))
}

/// The names of those who take part.
fn actors(timeline: &Timeline, event: &Event) -> BTreeSet<String> {
    let mut ids: Vec<&str> = event.actors.iter().map(|part| part.id.as_str()).collect();
    ids.extend(event.place.as_deref());
    let name = |id: &str| {
        let mut actors = timeline.actors.iter();
        actors
            .find(|actor| actor.id == id)
            .map(|actor| actor.name.clone())
    };
    ids.into_iter().filter_map(name).collect()
}

fn voices(timeline: &Timeline, event: &Event) -> BTreeSet<String> {
    let name = |id: &Option<String>| {
        let mut actors = timeline.actors.iter();
        let actor = actors.find(|actor| Some(&actor.id) == id.as_ref());
        actor.map_or_else(String::new, |actor| actor.name.clone())
    };
    let voice = |claim: &Claim| {
        let via = claim.via.clone().unwrap_or_default();
        format!("{}/{}/{via}", name(&claim.said_by), name(&claim.relaying))
    };
    event.claims.iter().map(voice).collect()
}

fn differ<T: PartialEq + std::fmt::Debug>(id: &str, what: &str, hand: &T, built: &T) {
    if hand != built {
        println!("{id}: {what} {built:?}, by hand {hand:?}");
    }
}

#[test]
fn the_seed_articles_built_timeline_has_what_the_one_made_by_hand_has() {
    let (hand, built) = (by_hand(), built());
    let mut twins = BTreeSet::new();
    for event in &hand.events {
        let must = FOUND.contains(&event.id.as_str());
        let Some(twin) = twin(&built, event) else {
            println!("{}: not built ({:?})", event.id, date(event));
            assert!(!must, "{} is not built", event.id);
            continue;
        };
        if must {
            assert_eq!(twin.status, event.status, "{}", event.id);
            assert_eq!(twin.main, event.main, "{}", event.id);
        }
        twins.insert(twin.id.clone());
        let id = &event.id;
        differ(id, "title", &event.title, &twin.title);
        differ(id, "status", &event.status, &twin.status);
        differ(id, "main", &event.main, &twin.main);
        differ(id, "actors", &actors(&hand, event), &actors(&built, twin));
        differ(id, "voices", &voices(&hand, event), &voices(&built, twin));
        differ(id, "sentences", &evidence(event), &evidence(twin));
        let (claim, other) = (event.leading_claim(), twin.leading_claim());
        let reading = |claim: Option<&Claim>| claim.and_then(|claim| claim.reading);
        differ(id, "reading", &reading(claim), &reading(other));
        let timex = |claim: Option<&Claim>| claim.and_then(|claim| claim.timex.clone());
        differ(id, "timex", &timex(claim), &timex(other));
    }
    for event in &built.events {
        if !twins.contains(&event.id) {
            println!("{}: built only ({:?})", event.id, date(event));
        }
    }
    let dated = |timeline: &Timeline| {
        let source = &timeline.sources[0];
        (source.published.clone(), source.published_inferred)
    };
    assert_eq!(dated(&built), dated(&hand));
    assert_eq!(built.sources[0].sha256, hand.sources[0].sha256);
}

#[test]
fn the_pause_is_dated_by_the_call_and_says_so() {
    let built = built();
    let on = |day: &str| built.events.iter().find(|event| date(event) == Some(day));
    let (pause, call) = (on("2025-07-02").unwrap(), on("2025-07-03").unwrap());
    let claim = pause.leading_claim().unwrap();
    assert_eq!(claim.relative_to.as_deref(), Some(call.id.as_str()));
    let dates = claim.anchors.iter();
    let dates = dates.filter(|anchor| anchor.role == Role::Date);
    let words: Vec<&str> = dates.map(|anchor| anchor.exact.as_str()).collect();
    assert_eq!(words, ["sehari"]);
}
