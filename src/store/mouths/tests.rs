//! Who is the same mouth, what an event rests on, and how a view's events are counted.

use proptest::prelude::*;

use super::*;
use crate::model::{Actor, ActorKind, Claim, Event, Extra, Source, Stance, Timeline};
use crate::store::{Rung, TallyRow, View};

fn claim(source: &str, said_by: &str, via: &str) -> Claim {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Claim {
        source: source.to_owned(),
        said_by: given(said_by),
        via: given(via),
        ..Claim::default()
    }
}

fn denied(claim: Claim) -> Claim {
    Claim {
        stance: Some(Stance::Denies),
        ..claim
    }
}

fn actor(id: &str, name: &str, aliases: &[&str]) -> Actor {
    Actor {
        id: id.to_owned(),
        name: name.to_owned(),
        kind: ActorKind::Person,
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        extra: Extra::new(),
    }
}

fn source(id: &str, publisher: &str, author: &str, replaces: &str) -> Source {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Source {
        id: id.to_owned(),
        title: Some(format!("Title of {id}")),
        publisher: given(publisher),
        author: given(author),
        replaces: given(replaces),
        ..Source::default()
    }
}

/// A timeline whose events have these claims, in this order of time.
fn store(events: &[Vec<Claim>]) -> Store {
    let event = |(place, claims): (usize, &Vec<Claim>)| Event {
        id: format!("e{place:04}"),
        title: format!("Event {place}"),
        claims: claims.clone(),
        ..Event::default()
    };
    let timeline = Timeline {
        sources: vec![
            source("daily", "The Daily", "", ""),
            source("daily-2", "the  daily", "", ""),
            source("weekly", "The Weekly", "", ""),
            source("essay", "", "Rina Sari", ""),
            source("letter", "", "Rina Sari", ""),
            source("leaflet", "", "", ""),
            source("leaflet-2", "", "", "leaflet"),
            source("note", "", "", ""),
            source("release", "Port Office", "", ""),
        ],
        actors: vec![
            actor("ani", "Ani Wijaya", &["Ani"]),
            actor("budi", "Budi", &["the mayor"]),
            actor("citra", "Citra", &["the mayor"]),
            actor("port", "Harbour Authority", &["Port Office"]),
        ],
        events: events.iter().enumerate().map(event).collect(),
        ..Timeline::default()
    };
    Store::new(timeline, Vec::new())
}

/// The phrase of an event with these claims.
fn words(claims: &[Claim]) -> String {
    let store = store(&[claims.to_vec()]);
    store.rests_words(&store.rests(EventIx(0)))
}

#[test]
fn one_speaker_in_two_outlets_is_one_mouth() {
    let claims = [
        claim("daily", "ani", "Radio"),
        claim("weekly", "ani", "The Weekly"),
        claim("weekly", "ani", ""),
    ];
    assert_eq!(
        words(&claims),
        "all 3 accounts rest on one mouth: Ani Wijaya"
    );
    assert_eq!(
        words(&claims[..2]),
        "both accounts rest on one mouth: Ani Wijaya"
    );
}

#[test]
fn who_passes_on_anothers_words_is_the_mouth() {
    let relayed = Claim {
        relaying: Some("budi".to_owned()),
        ..claim("daily", "ani", "Radio")
    };
    assert_eq!(
        words(std::slice::from_ref(&relayed)),
        "rests on one mouth only: Ani Wijaya"
    );
    let both = [relayed, claim("daily", "budi", "")];
    assert_eq!(words(&both), "2 accounts, 2 mouths: Ani Wijaya, Budi");
}

#[test]
fn where_nobody_is_named_the_cited_outlet_speaks_and_else_the_source() {
    assert_eq!(
        words(&[claim("daily", "", "Radio")]),
        "rests on one mouth only: Radio"
    );
    assert_eq!(
        words(&[claim("daily", "", "")]),
        "rests on one mouth only: The Daily"
    );
    assert_eq!(
        words(&[claim("note", "", "")]),
        "rests on one mouth only: Title of note"
    );
    let own_and_named = [claim("daily", "", ""), claim("daily", "ani", "")];
    assert_eq!(
        words(&own_and_named),
        "2 accounts, 2 mouths: The Daily, Ani Wijaya"
    );
}

#[test]
fn an_outlet_is_the_same_under_every_spelling_of_its_name_cited_or_read() {
    let same = [
        claim("daily", "", ""),
        claim("daily-2", "", ""),
        claim("weekly", "", "THE DAILY"),
    ];
    assert_eq!(words(&same), "all 3 accounts rest on one mouth: The Daily");
    let author = [claim("essay", "", ""), claim("letter", "", "")];
    assert_eq!(words(&author), "both accounts rest on one mouth: Rina Sari");
    let earlier_text = [claim("leaflet-2", "", ""), claim("leaflet", "", "")];
    assert_eq!(
        words(&earlier_text),
        "both accounts rest on one mouth: Title of leaflet"
    );
    let others = [claim("leaflet", "", ""), claim("note", "", "")];
    assert!(words(&others).starts_with("2 accounts, 2 mouths"));
}

#[test]
fn an_outlet_that_one_actor_is_called_by_is_that_actor() {
    let office = [
        claim("release", "", ""),
        claim("daily", "", "port office"),
        claim("daily", "port", ""),
    ];
    assert_eq!(
        words(&office),
        "all 3 accounts rest on one mouth: Harbour Authority"
    );
    // Two actors are called so: nobody knows which of them is meant.
    let mayor = [claim("daily", "", "the mayor"), claim("daily", "budi", "")];
    assert_eq!(words(&mayor), "2 accounts, 2 mouths: the mayor, Budi");
}

#[test]
fn a_denial_asserts_nothing_and_is_told() {
    let one = [
        claim("daily", "ani", ""),
        denied(claim("weekly", "budi", "")),
        denied(claim("daily", "budi", "Radio")),
    ];
    assert_eq!(
        words(&one),
        "rests on one mouth only: Ani Wijaya; denied by Budi"
    );
    assert_eq!(words(&one[1..]), "nobody asserts it; denied by Budi");
    assert_eq!(words(&[]), "nobody is named as saying so");
}

#[test]
fn somebody_whom_the_file_does_not_know_is_not_taken_for_anybody() {
    let claims = [claim("daily", "nobody", ""), claim("daily", "ani", "")];
    assert!(words(&claims).starts_with("2 accounts, 2 mouths: somebody"));
}

#[test]
fn a_ladder_leads_from_whose_words_they_are_to_the_outlet_that_was_read() {
    let relayed = Claim {
        relaying: Some("budi".to_owned()),
        ..claim("daily", "ani", "Radio")
    };
    let store = store(&[]);
    let told = |claim: &Claim| {
        let rungs = store.ladder(claim);
        let mouths: Vec<&Rung> = rungs.iter().filter(|rung| rung.is_mouth).collect();
        assert_eq!(mouths.len(), 1);
        let names: Vec<&str> = rungs.iter().map(|rung| rung.name.as_str()).collect();
        (names.join(" → "), mouths[0].name.clone())
    };
    assert_eq!(
        told(&relayed),
        (
            "Budi → Ani Wijaya → Radio → The Daily".to_owned(),
            "Ani Wijaya".to_owned()
        )
    );
    // An outlet that cites itself stands in it once.
    assert_eq!(
        told(&claim("daily", "", "the daily")),
        ("the daily".to_owned(), "the daily".to_owned())
    );
    assert_eq!(told(&claim("note", "", "")).0, "Title of note");
}

#[test]
fn a_view_is_counted_by_mouth_and_every_event_stands_in_one_group() {
    let store = store(&[
        vec![claim("daily", "ani", "")],
        vec![claim("daily", "", "")],
        vec![claim("daily", "ani", ""), claim("daily", "", "")],
        vec![],
        vec![claim("weekly", "ani", "Radio")],
    ]);
    let view = View::all(&store);
    let tally = view.tally(&store);
    let shares: Vec<(String, usize, usize)> = tally
        .shares()
        .iter()
        .map(|share| {
            (
                store.mouth_name(share.mouth).into_owned(),
                share.alone,
                share.all,
            )
        })
        .collect();
    assert_eq!(
        shares,
        [
            ("Ani Wijaya".to_owned(), 2, 3),
            ("The Daily".to_owned(), 1, 2)
        ]
    );
    assert_eq!(
        store.tally_words(tally),
        "3 of 5 events rest on one mouth only: 2 on Ani Wijaya, 1 on The Daily"
    );
    let order: Vec<u32> = (0..tally.len())
        .map(|place| tally.at(place).unwrap().0)
        .collect();
    assert_eq!(order, [0, 4, 1, 2, 3]);
    assert_eq!(tally.groups().len(), 4);
}

#[test]
fn many_mouths_are_counted_and_only_the_first_are_named() {
    let mouths = [("A", 5), ("B", 3), ("C", 2), ("D", 1), ("E", 1)];
    assert_eq!(
        counted_words(12, 20, mouths.into_iter()),
        "12 of 20 events rest on one mouth only: 5 on A, 3 on B, 2 on C, 2 on 2 others"
    );
    assert_eq!(
        counted_words(0, 1, std::iter::empty::<(&str, usize)>()),
        "none of 1 event rests on one mouth only"
    );
}

/// Any claim of the test's sources, actors and outlets.
fn any_claim() -> impl Strategy<Value = Claim> {
    let sources = ["daily", "daily-2", "weekly", "essay", "leaflet-2", "note"];
    let speakers = ["", "", "ani", "budi"];
    let outlets = ["", "", "Radio", "radio ", "The Weekly", "Port Office"];
    (
        0..sources.len(),
        0..speakers.len(),
        0..outlets.len(),
        0..5_u8,
    )
        .prop_map(move |(source, speaker, outlet, stance)| {
            let claim = claim(sources[source], speakers[speaker], outlets[outlet]);
            match stance {
                0 => denied(claim),
                _ => claim,
            }
        })
}

proptest! {
    #[test]
    fn counts_are_those_of_a_naive_count_and_every_event_is_found_at_its_place(
        events in proptest::collection::vec(proptest::collection::vec(any_claim(), 0..5), 0..30),
        own in 1..3_usize,
    ) {
        let store = store(&events);
        let view = View::all(&store);
        let tally = view.tally(&store);
        let rests: Vec<Rests> = view.iter().map(|event| store.rests(event)).collect();
        let alone = rests.iter().filter(|rests| rests.only().is_some()).count();
        prop_assert_eq!(tally.alone(), alone);
        prop_assert_eq!(tally.len(), events.len());
        for share in tally.shares() {
            let only = rests.iter().filter(|rests| rests.only() == Some(share.mouth)).count();
            let all = rests.iter().filter(|rests| rests.mouths.contains(&share.mouth)).count();
            prop_assert_eq!((share.alone, share.all), (only, all));
        }
        let said = rests.iter().map(|rests| rests.mouths.len()).sum::<usize>();
        prop_assert_eq!(tally.shares().iter().map(|share| share.all).sum::<usize>(), said);
        for event in view.iter() {
            let place = tally.place(&store, event).unwrap();
            prop_assert_eq!(tally.at(place), Some(event));
            let group = tally.groups()[tally.group_of(place).unwrap()].on;
            let rests = store.rests(event);
            prop_assert_eq!(group, match rests.only() {
                Some(only) => RestsOn::Only(only),
                None if rests.mouths.is_empty() => RestsOn::Nobody,
                None => RestsOn::Several,
            });
        }
        // Lines: the headings and each event's lines, one after another, and nothing else.
        let mut expected = Vec::new();
        for place in 0..tally.len() {
            let group = tally.group_of(place).unwrap();
            if tally.range(group).start == place {
                expected.push(TallyRow::Heading(group));
            }
            let lines = 0..tally.height(place, own);
            expected.extend(lines.map(|line| TallyRow::Event { place, line }));
        }
        let lines: Vec<TallyRow> = (0..tally.line_count(own)).map_while(|line| tally.line(line, own)).collect();
        prop_assert_eq!(lines, expected);
        prop_assert_eq!(tally.line(tally.line_count(own), own), None);
    }
}
