//! The timeline that the builder makes of the seed article, beside the one that a person made of it: the dates that must be found,
//! and everything in which the two differ, printed.

use std::fmt::Write;

use linimasa::extract::{Assembler, Language, Pack, read_article, recognise, source_of};
use linimasa::format::{Encoding, parse};
use linimasa::model::{Bounds, Claim, Date, Event, Role, Status, Timeline};

const ARTICLE: &str = include_str!("../../seeds/000_f3226ebb9ab90383.txt");
const HAND_MADE: &str = include_str!("../../assets/timeline.toml");

/// What any reader of the article finds, by the ids of the timeline made by hand.
const FOUND_BY_ANYBODY: [&str; 8] = [
    "invasion-2022",
    "second-term",
    "istanbul-1",
    "istanbul-2",
    "call-mid-june",
    "pause-confirmed",
    "call-3-july",
    "call-zelensky",
];

fn built() -> Timeline {
    let article = read_article(ARTICLE.as_bytes(), "seed.txt").unwrap();
    let language = Language::new(Pack::built_in("id").unwrap()).unwrap();
    // Nobody tells the day of publication: it is read off the text.
    let found = recognise(&article.text, &language, None, None);
    let mut assembler = Assembler::new(false);
    let source = source_of(&article, &found, "id", "seed");
    assembler.add(source, &article.text, &found);
    assembler.finish()
}

fn dated(event: &Event) -> Option<Bounds> {
    let date = event.leading_claim()?.date.as_deref()?;
    Some(Date::parse(date).unwrap().bounds())
}

fn evidence(event: &Event) -> Vec<(usize, usize)> {
    let anchors = event.claims.iter().flat_map(|claim: &Claim| &claim.anchors);
    let stating = anchors.filter(|anchor| anchor.role == Role::Evidence);
    let mut places: Vec<_> = stating
        .filter_map(|anchor| Some((anchor.start?, anchor.end?)))
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}

fn shared(one: &Event, other: &Event) -> usize {
    let others = evidence(other);
    let touches = |place: &&(usize, usize)| {
        others
            .iter()
            .any(|other| place.0 < other.1 && other.0 < place.1)
    };
    evidence(one).iter().filter(touches).count()
}

/// The built event with the bounds of one made by hand that has most of its sentences.
fn counterpart<'a>(built: &'a Timeline, by_hand: &Event) -> Option<&'a Event> {
    let same = built.events.iter().filter(|event| {
        dated(event) == dated(by_hand) && dated(event).is_some() && shared(event, by_hand) > 0
    });
    same.max_by_key(|event| shared(event, by_hand))
}

fn names(timeline: &Timeline, event: &Event) -> Vec<String> {
    let name = |id: &str| {
        let mut actors = timeline.actors.iter();
        let actor = actors.find(|actor| actor.id == id);
        actor.map_or(id.to_owned(), |actor| actor.name.clone())
    };
    let mut names: Vec<String> = event.actors.iter().map(|part| name(&part.id)).collect();
    names.sort();
    names
}

fn words(place: (usize, usize)) -> String {
    let letters = ARTICLE.chars().skip(place.0).take(place.1 - place.0);
    letters.take(60).collect()
}

/// Everything in which the two differ, one line each.
fn differences(by_hand: &Timeline, built: &Timeline) -> String {
    let mut told = String::new();
    let mut met = Vec::new();
    for event in &by_hand.events {
        let date = event
            .leading_claim()
            .and_then(|claim| claim.date.as_deref());
        let date = date.unwrap_or("no date");
        let Some(other) = counterpart(built, event) else {
            writeln!(told, "only by hand: {} {date}: {}", event.id, event.title).unwrap();
            continue;
        };
        met.push(other.id.as_str());
        writeln!(told, "{} = {}", event.id, other.id).unwrap();
        if event.status != other.status {
            let (one, two) = (event.status.word(), other.status.word());
            writeln!(told, "  status: {one} by hand, {two} built").unwrap();
        }
        let (ours, theirs) = (names(by_hand, event), names(built, other));
        for name in ours.iter().filter(|name| !theirs.contains(name)) {
            writeln!(told, "  actor only by hand: {name}").unwrap();
        }
        for name in theirs.iter().filter(|name| !ours.contains(name)) {
            writeln!(told, "  actor only built: {name}").unwrap();
        }
        let (ours, theirs) = (evidence(event), evidence(other));
        for place in ours.iter().filter(|place| !theirs.contains(place)) {
            writeln!(told, "  words only by hand: {}", words(*place)).unwrap();
        }
        for place in theirs.iter().filter(|place| !ours.contains(place)) {
            writeln!(told, "  words only built: {}", words(*place)).unwrap();
        }
    }
    for event in &built.events {
        if !met.contains(&event.id.as_str()) {
            let date = event
                .leading_claim()
                .and_then(|claim| claim.date.as_deref());
            let date = date.unwrap_or("no date");
            writeln!(told, "only built: {} {date}: {}", event.id, event.title).unwrap();
        }
    }
    told
}

#[test]
fn the_builder_finds_what_any_reader_of_the_seed_article_finds() {
    let by_hand = parse(HAND_MADE, "timeline.toml", Encoding::Toml).unwrap();
    let by_hand = by_hand.timeline;
    let built = built();
    println!("{}", differences(&by_hand, &built));
    for id in FOUND_BY_ANYBODY {
        let event = by_hand.events.iter().find(|event| event.id == id);
        let event = event.unwrap_or_else(|| panic!("{id} is not in the timeline made by hand"));
        let other = counterpart(&built, event);
        let other = other.unwrap_or_else(|| panic!("{id} was not found"));
        assert_eq!(other.status, event.status, "{id}");
    }
    let main: Vec<_> = built.events.iter().filter(|event| event.main).collect();
    assert_eq!(main.len(), 1);
    assert_eq!(
        main[0].leading_claim().unwrap().date.as_deref(),
        Some("2025-07-03")
    );
    let planned = built
        .events
        .iter()
        .filter(|event| event.status == Status::Planned);
    assert_eq!(planned.count(), 1);
}

#[test]
fn the_pause_is_dated_by_the_call_and_says_so() {
    let built = built();
    let by_day = |day: &str| {
        let mut events = built.events.iter();
        events.find(|event| {
            event
                .leading_claim()
                .and_then(|claim| claim.date.as_deref())
                == Some(day)
        })
    };
    let (pause, call) = (by_day("2025-07-02").unwrap(), by_day("2025-07-03").unwrap());
    let claim = pause.leading_claim().unwrap();
    assert_eq!(claim.relative_to.as_deref(), Some(call.id.as_str()));
    let dates = claim
        .anchors
        .iter()
        .filter(|anchor| anchor.role == Role::Date);
    assert_eq!(
        dates
            .map(|anchor| anchor.exact.as_str())
            .collect::<Vec<_>>(),
        ["sehari"]
    );
}
