//! A file that is read while it is looked at gives the same store as the same timeline in memory; damage and changes are told.

use std::io::Write;

use proptest::prelude::*;

use super::{ActorTerm, Filter, Search, Side, Store, View, Wake};
use crate::format::stream::{Input, Opened, Options, open};
use crate::format::{Encoding, write};
use crate::model::{
    Actor, ActorKind, Anchor, Claim, Event, FaultKind, Participation, Role, Source, Stance, Status,
    Timeline, parse_range,
};

const DATES: [&str; 8] = [
    "2025-07-03",
    "2025-07",
    "2024",
    "[2025-06-11..2025-06-20]",
    "2025-06-01/2025-07-02",
    "2025-07-03T10:00+07:00",
    "[..2022-02-24]",
    "2025-07-03?",
];

/// What dates count from: an event may count from a later one, and events from each other.
const BASES: [&str; 5] = ["published", "published", "e0", "e3", "e9"];

prop_compose! {
    fn claim()(
        source in 0..3_usize,
        date in proptest::option::of(proptest::sample::select(&DATES)),
        words in proptest::collection::vec(("[a-d ]{1,6}", 0..40_usize), 0..3),
        said_by in proptest::option::of(0..4_usize),
        via in proptest::option::of(proptest::sample::select(&["Radio", "radio", "The Harbour"])),
        denies in any::<bool>(),
        preferred in any::<bool>(),
        relative_to in proptest::option::of(proptest::sample::select(&BASES)),
    ) -> Claim {
        let anchors = words.into_iter().map(|(exact, start)| Anchor {
            role: Role::Evidence,
            end: Some(start + exact.chars().count()),
            start: Some(start),
            exact,
            prefix: String::new(),
            suffix: String::new(),
            speaker: None,
            extra: crate::model::Extra::new(),
        });
        Claim {
            source: format!("s{source}"),
            date: date.map(str::to_owned),
            relative_to: relative_to.map(str::to_owned),
            said_by: said_by.map(|actor| format!("a{actor}")),
            via: via.map(str::to_owned),
            stance: denies.then_some(Stance::Denies),
            preferred,
            anchors: anchors.collect(),
            ..Claim::default()
        }
    }
}

prop_compose! {
    fn event()(
        title in "[a-dé\" ]{1,12}",
        status in proptest::sample::select(Status::ALL),
        actors in proptest::collection::vec(0..4_usize, 0..3),
        claims in proptest::collection::vec(claim(), 0..3),
        main in any::<bool>(),
    ) -> Event {
        Event {
            title,
            status,
            actors: actors
                .into_iter()
                .map(|actor| Participation { id: format!("a{actor}"), ..Participation::default() })
                .collect(),
            claims,
            main,
            ..Event::default()
        }
    }
}

prop_compose! {
    fn timeline()(events in proptest::collection::vec(event(), 0..30)) -> Timeline {
        let mut events = events;
        for (place, event) in events.iter_mut().enumerate() {
            event.id = format!("e{place}");
        }
        Timeline {
            title: Some("all".to_owned()),
            sources: (0..3)
                .map(|place| Source {
                    id: format!("s{place}"),
                    published: Some("2025-07-04".to_owned()),
                    published_inferred: place == 1,
                    publisher: (place == 2).then(|| "the harbour".to_owned()),
                    ..Source::default()
                })
                .collect(),
            actors: (0..4)
                .map(|place| Actor {
                    id: format!("a{place}"),
                    name: format!("Name {place}"),
                    kind: ActorKind::Person,
                    aliases: Vec::new(),
                    extra: crate::model::Extra::new(),
                })
                .collect(),
            events,
            ..Timeline::default()
        }
    }
}

pub(super) fn file_of(lines: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new()
        .suffix(".jsonl")
        .tempfile()
        .unwrap();
    file.write_all(lines.as_bytes()).unwrap();
    file
}

pub(super) fn records(opened: Result<Input, crate::model::Fault>) -> Box<Opened> {
    match opened.unwrap() {
        Input::Records(opened) => opened,
        Input::Other(_) => panic!("these are records"),
    }
}

pub(super) fn options() -> Options {
    Options::default()
}

fn streamed(lines: &str) -> (Store, super::News, tempfile::NamedTempFile) {
    read(lines, false)
}

/// The store of a file. `events_first`: as the viewer has it read.
fn read(lines: &str, events_first: bool) -> (Store, super::News, tempfile::NamedTempFile) {
    let file = file_of(lines);
    let mut input = records(open(file.path(), &options()));
    if events_first {
        input.events_first();
    }
    let mut store = Store::begin(*input, "large.jsonl", Wake::new(|| ())).unwrap();
    let news = store.wait_for_all();
    (store, news, file)
}

pub(super) fn lines(timeline: &Timeline) -> String {
    write(timeline, Encoding::JsonLines).unwrap()
}

/// The same lines with so many sources behind the last of theirs that no event stands in the first block.
pub(super) fn behind_a_long_head(lines: &str) -> String {
    let others: String = (0..2_000)
        .map(|place| format!("{{\"source\":{{\"id\":\"other-{place}\",\"title\":\"Nothing\"}}}}\n"))
        .collect();
    match lines.find("{\"actor\"") {
        Some(at) => format!("{}{others}{}", &lines[..at], &lines[at..]),
        None => lines.to_owned(),
    }
}

/// Filters by the actors `a0` to `a3`, whatever their numbers are in a store.
fn filters(store: &Store) -> Vec<Filter> {
    let term = |actor: u32, side, as_speaker| ActorTerm {
        actor: store.find_actor(&format!("a{actor}")).unwrap(),
        side,
        as_speaker,
    };
    let (include, exclude) = (Side::Include, Side::Exclude);
    let both = vec![term(0, include, false), term(1, include, false)];
    let of = |actors: Vec<ActorTerm>| Filter {
        actors,
        ..Filter::default()
    };
    vec![
        Filter::default(),
        of(vec![term(0, include, false)]),
        of(both.clone()),
        Filter {
            any: true,
            ..of(both)
        },
        of(vec![term(2, exclude, false), term(3, include, true)]),
        Filter {
            dates: parse_range("2025-06").ok(),
            ..Filter::default()
        },
        Filter {
            statuses: vec![Status::Planned],
            dates: parse_range("2020..2025").ok(),
            ..Filter::default()
        },
    ]
}

proptest! {
    #[test]
    fn a_file_read_in_pieces_is_the_timeline_in_memory(timeline in timeline(), events_first in any::<bool>()) {
        let (large, news, _file) = read(&behind_a_long_head(&lines(&timeline)), events_first);
        prop_assert!(news.done && news.faults.is_empty(), "{:?}", news.faults);
        let small = Store::new(timeline.clone(), vec![None; 3]);
        prop_assert_eq!(large.title(), small.title());
        prop_assert_eq!(large.drafts(), small.drafts());
        let order = |store: &Store| View::all(store).iter().collect::<Vec<_>>();
        prop_assert_eq!(order(&large), order(&small));
        let groups = |store: &Store| View::all(store).groups().to_vec();
        prop_assert_eq!(groups(&large), groups(&small));
        for event in order(&small) {
            prop_assert_eq!(&*large.event(event).unwrap(), &*small.event(event).unwrap());
            prop_assert_eq!(large.stops(event).len(), small.stops(event).len());
            prop_assert_eq!(large.bounds(event), small.bounds(event));
            prop_assert_eq!(large.claim_dates(event), small.claim_dates(event));
            prop_assert_eq!(large.date(event), small.date(event));
            prop_assert_eq!(large.rests_on_inferred(event), small.rests_on_inferred(event));
            prop_assert_eq!(large.sentence_count(event), small.sentence_count(event));
            prop_assert_eq!(large.title_of(event, None), small.title_of(event, None));
            let rests = |store: &Store| store.rests_words(&store.rests(event)).to_lowercase();
            prop_assert_eq!(rests(&large), rests(&small));
            let names = |store: &Store| {
                store.participant_names(event).map(str::to_owned).collect::<Vec<_>>()
            };
            prop_assert_eq!(names(&large), names(&small));
            prop_assert_eq!(large.find_event(small.id(event)), Some(event));
        }
        for (place, _) in filters(&small).iter().enumerate() {
            let left = |store: &Store| {
                let filter = filters(store).swap_remove(place);
                let view = filter.view(store);
                let found = Search::new("a").unwrap().run(store, &view).events;
                (view.iter().collect::<Vec<_>>(), found.iter().collect::<Vec<_>>(), view.groups().to_vec())
            };
            prop_assert_eq!(left(&large), left(&small));
        }
        let sources: Vec<String> =
            large.source_positions().into_iter().map(|source| large.source(source).unwrap().id.clone()).collect();
        prop_assert_eq!(&sources[..3], ["s0", "s1", "s2"]);
    }

    #[test]
    fn a_filter_keeps_what_its_words_say(timeline in timeline()) {
        let store = Store::new(timeline, vec![None; 3]);
        for filter in filters(&store) {
            let kept = filter.apply(&store);
            for event in View::all(&store).iter() {
                let record = store.event(event).unwrap();
                let is_in = |term: &ActorTerm| {
                    let id = format!("a{}", term.actor.0);
                    let said = record.claims.iter().any(|claim| claim.said_by.as_deref() == Some(&id));
                    said || (!term.as_speaker && record.actors.iter().any(|part| part.id == id))
                };
                let wanted: Vec<&ActorTerm> =
                    filter.actors.iter().filter(|term| term.side == Side::Include).collect();
                let included = match filter.any {
                    true => wanted.iter().any(|term| is_in(term)),
                    false => wanted.iter().all(|term| is_in(term)),
                };
                let excluded = filter.actors.iter().any(|term| term.side == Side::Exclude && is_in(term));
                let status = filter.statuses.is_empty() || filter.statuses.contains(&record.status);
                let dated = filter.dates.is_none_or(|days| {
                    store.claim_dates(event).iter().any(|date| date.bounds().overlaps(&days))
                });
                let expected = included && !excluded && status && dated;
                prop_assert_eq!(kept.contains(store.rank_of(event)), expected, "{:?}", &filter);
            }
        }
    }
}

pub(super) fn of_events(count: usize) -> Timeline {
    let event = |place: usize| Event {
        id: format!("e{place}"),
        title: format!("title {place}"),
        claims: vec![Claim {
            source: "s0".to_owned(),
            date: Some(format!("2025-01-{:02}", 28 - place % 28)),
            ..Claim::default()
        }],
        ..Event::default()
    };
    Timeline {
        sources: vec![Source {
            id: "s0".to_owned(),
            ..Source::default()
        }],
        events: (0..count).map(event).collect(),
        ..Timeline::default()
    }
}

#[test]
fn a_damaged_line_is_left_out_and_told_with_its_number() {
    let mut text = lines(&of_events(40));
    let line = text.lines().nth(9).unwrap().to_owned();
    text = text.replace(&line, &line[..line.len() / 2]);
    let (store, news, _file) = streamed(&text);
    assert_eq!((store.len(), news.damaged), (39, 1));
    assert_eq!(news.faults.len(), 1);
    assert_eq!(news.faults[0].line, Some(10), "{}", news.faults[0]);
}

#[test]
fn ids_that_stand_twice_or_name_nothing_are_told() {
    let mut timeline = of_events(3);
    timeline.events[2].id = "e0".to_owned();
    timeline.events[1].claims[0].source = "nowhere".to_owned();
    let (_, news, _file) = streamed(&lines(&timeline));
    let kinds: Vec<FaultKind> = news.faults.iter().map(|fault| fault.kind).collect();
    assert_eq!(
        kinds,
        [FaultKind::Unknown, FaultKind::Duplicate],
        "{:?}",
        news.faults
    );
    assert_eq!(news.faults[1].line, Some(5), "{}", news.faults[1]);
}

#[test]
fn a_file_changed_while_it_is_open_is_noticed_and_nothing_of_it_is_shown_as_the_event() {
    let (mut store, _, file) = streamed(&lines(&of_events(40)));
    let first = View::all(&store).at(0).unwrap();
    let title = store.title_of(first, None).into_owned();
    std::fs::write(file.path(), "x").unwrap();
    assert!(store.event(first).is_none());
    assert_eq!(store.title_of(first, None), title, "the row is kept");
    let faults = store.take_news(1).faults;
    assert!(
        faults[0].cause.contains("changed while it was open"),
        "{}",
        faults[0]
    );
}
