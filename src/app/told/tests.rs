//! What a telling must hold for any article, held against naive counts.

use proptest::prelude::*;

use super::coverage::is_body;
use super::*;
use crate::model::{Anchor, Claim, Event, Role, Source, Timeline};
use crate::store::{SourceIx, Store, View};

/// An article of so many sentences of its own.
fn article(sentences: usize) -> String {
    let sentences =
        (0..sentences).map(|number| format!("Kalimat nomor {number} bercerita panjang."));
    sentences.collect::<Vec<_>>().join("\n")
}

fn anchor(role: Role, text: &str, exact: &str) -> Anchor {
    let start = text.find(exact).unwrap();
    let start = text[..start].chars().count();
    Anchor {
        role,
        exact: exact.to_owned(),
        prefix: String::new(),
        suffix: String::new(),
        start: Some(start),
        end: Some(start + exact.chars().count()),
        speaker: None,
        extra: crate::model::Extra::new(),
    }
}

/// A timeline of events, each with a date and the numbers of the sentences that state it.
fn store(sentences: usize, events: &[(Option<String>, Vec<usize>)]) -> Store {
    let text = article(sentences);
    let lines: Vec<&str> = text.lines().collect();
    let events = events
        .iter()
        .enumerate()
        .map(|(number, (date, stated))| Event {
            id: format!("e{number}"),
            title: format!("Peristiwa {number}"),
            claims: vec![Claim {
                source: "s".to_owned(),
                date: date.clone(),
                anchors: stated
                    .iter()
                    .map(|place| anchor(Role::Evidence, &text, lines[*place]))
                    .collect(),
                ..Claim::default()
            }],
            ..Event::default()
        });
    let timeline = Timeline {
        events: events.collect(),
        sources: vec![Source {
            id: "s".to_owned(),
            ..Source::default()
        }],
        ..Timeline::default()
    };
    Store::new(timeline, vec![Some(text)])
}

fn telling(store: &Store) -> Telling {
    Telling::new(store, &View::all(store), SourceIx(0), None).unwrap()
}

fn dated(dates: &[&str]) -> Vec<(Option<String>, Vec<usize>)> {
    let dates = dates.iter().enumerate();
    dates
        .map(|(place, date)| ((!date.is_empty()).then(|| (*date).to_owned()), vec![place]))
        .collect()
}

/// The jumps in the order of the telling: how far back, or `perhaps`.
fn jumps(dates: &[&str]) -> Vec<String> {
    let store = store(dates.len(), &dated(dates));
    let telling = telling(&store);
    let event = |place: usize| telling.events[place].event;
    let jumps = telling
        .links
        .iter()
        .filter_map(|link| Some((link, link.jump?)));
    jumps
        .map(
            |(link, jump)| match back(&store, event(jump.from), event(link.event)) {
                Some(back) if jump.is_proven => back.text(),
                _ => "perhaps".to_owned(),
            },
        )
        .collect()
}

#[test]
fn a_jump_back_is_as_far_as_the_dates_prove() {
    assert_eq!(jumps(&["2025-07-03", "2025-05-16"]), ["48 d"]);
    assert_eq!(jumps(&["2025-05-16", "2025-07-03"]), [""; 0]);
    assert_eq!(jumps(&["2025-07-03", "2025-07-03"]), [""; 0]);
    // Some day in June: at least two days before the third of July.
    assert_eq!(jumps(&["2025-07-03", "2025-06"]), ["≥ 3 d"]);
    assert_eq!(
        jumps(&["2025-07-03", "[2025-06-11..2025-06-20]"]),
        ["≥ 13 d"]
    );
    // What lasted until today began long ago.
    assert_eq!(jumps(&["2025-07-03", "2025-06-01/2025-07-10"]), ["32 d"]);
    assert_eq!(
        jumps(&["2025-07-03T10:00+07:00", "2025-07-03T08:30+07:00"]),
        ["1 h 30 min"]
    );
}

#[test]
fn what_dates_do_not_prove_is_no_jump() {
    assert_eq!(jumps(&["2025-06-15", "2025-06"]), ["perhaps"]);
    assert_eq!(jumps(&["2025-07-03", "[..2025-07-10]"]), ["perhaps"]);
    assert_eq!(jumps(&["2025-07-03", "2025-05-16?"]), ["perhaps"]);
    assert_eq!(jumps(&["2025-07-03", "2022~/2025-05-16"]), ["perhaps"]);
    // An event without a date says nothing about time, nor does it hide what was told before it.
    assert_eq!(jumps(&["2025-07-03", "", "2025-07-02"]), ["1 d"]);
    assert_eq!(jumps(&["", "2025-07-02", ""]), [""; 0]);
}

#[test]
fn an_event_told_again_is_no_jump_and_has_a_line_for_each_sentence() {
    let events = vec![
        (Some("2025-07-03".to_owned()), vec![0, 1, 3]),
        (Some("2025-07-04".to_owned()), vec![2]),
    ];
    let store = store(5, &events);
    let telling = telling(&store);
    assert_eq!(telling.sentences_of(0).collect::<Vec<_>>(), [0, 1, 3]);
    assert_eq!((telling.jumps, telling.perhaps), (1, 0));
    assert_eq!(telling.links.len(), 4);
}

#[test]
fn words_that_date_the_events_of_one_sentence_tell_their_order() {
    let text = "Pada 3 Juli mereka bicara, sesudah berunding pada 16 Mei.";
    let event = |id: &str, date: &str, words: &str| Event {
        id: id.to_owned(),
        claims: vec![Claim {
            source: "s".to_owned(),
            date: Some(date.to_owned()),
            anchors: vec![
                anchor(Role::Date, text, words),
                anchor(Role::Evidence, text, text),
            ],
            ..Claim::default()
        }],
        ..Event::default()
    };
    let timeline = Timeline {
        events: vec![
            event("bicara", "2025-07-03", "3 Juli"),
            event("runding", "2025-05-16", "16 Mei"),
        ],
        sources: vec![Source {
            id: "s".to_owned(),
            ..Source::default()
        }],
        ..Timeline::default()
    };
    let store = Store::new(timeline, vec![Some(text.to_owned())]);
    let telling = telling(&store);
    assert_eq!(telling.jumps, 1);
    assert!(telling.links.iter().all(|link| link.dates));
    // Both have the whole sentence: what overlaps counts once for each.
    assert!(
        telling
            .events
            .iter()
            .all(|event| event.characters == text.chars().count())
    );
    assert_eq!(telling.coverage.covered, text.chars().count());
}

#[test]
fn sentences_without_an_event_share_a_row_only_where_room_is_short() {
    let store = store(10, &[(None, vec![0]), (None, vec![5, 9])]);
    let telling = telling(&store);
    assert_eq!(telling.rows(10).told_len(), 10);
    let rows = telling.rows(9);
    let shared: Vec<_> = (0..rows.told_len()).map(|row| rows.told(row)).collect();
    assert_eq!(shared, [0..1, 1..5, 5..6, 6..9, 9..10]);
}

#[test]
fn percentages_are_round_but_nothing_and_all_are_exact() {
    assert_eq!([percent(0, 9), percent(9, 9), percent(0, 0)], [0, 100, 0]);
    assert_eq!([percent(1, 1_000), percent(999, 1_000)], [1, 99]);
    assert_eq!([percent(1, 3), percent(2, 3), percent(1, 8)], [33, 67, 13]);
    assert_eq!(share_text(1, 1_000), "<1 %");
    assert_eq!(share_text(0, 0), "0 %");
}

/// Events with their dates and sentences.
fn events(sentences: usize) -> impl Strategy<Value = Vec<(Option<String>, Vec<usize>)>> {
    let date = prop_oneof![
        Just(None),
        (1..13_u32, 1..29_u32).prop_map(|(month, day)| Some(format!("2025-{month:02}-{day:02}"))),
        (1..13_u32).prop_map(|month| Some(format!("2025-{month:02}"))),
        (1..28_u32).prop_map(|day| Some(format!("[2025-05-{day:02}..2025-06-10]"))),
        (1..28_u32).prop_map(|day| Some(format!("2025-05-{day:02}/2025-07-10"))),
    ];
    let stated = proptest::collection::btree_set(0..sentences, 1..5);
    let stated = stated.prop_map(|stated| stated.into_iter().collect());
    proptest::collection::vec((date, stated), 0..24)
}

proptest! {
    #[test]
    fn a_telling_holds_every_event_its_order_and_naive_counts(
        events in events(14),
        kept in proptest::collection::vec(any::<bool>(), 24),
    ) {
        let store = store(14, &events);
        let all = telling(&store);
        // The order of the right side is the order of time, and nothing is left out.
        let expected: Vec<_> = View::all(&store).iter().collect();
        let shown: Vec<_> = all.events.iter().map(|happened| happened.event).collect();
        prop_assert_eq!(&shown, &expected);
        // Coverage is the naive count, whatever is filtered out.
        let ranks = (0..events.len()).filter(|place| kept[*place]);
        let ranks = ranks.map(|rank| u32::try_from(rank).unwrap()).collect();
        let view = View::new(&store, ranks);
        let some = Telling::new(&store, &view, SourceIx(0), None).unwrap();
        prop_assert_eq!(some.coverage, all.coverage);
        let document = store.source_text(SourceIx(0)).unwrap();
        let spans = document.sentences();
        let body: Vec<usize> = (0..spans.len()).filter(|place| is_body(&spans[*place])).collect();
        let stating = body.iter().filter(|place| !document.events_of(**place).is_empty());
        prop_assert_eq!(all.coverage.sentences, body.len());
        prop_assert_eq!(all.coverage.stating, stating.count());
        let letters = |place: &usize| document.sentence(*place).unwrap().chars().count();
        prop_assert_eq!(all.coverage.characters, body.iter().map(letters).sum::<usize>());
        prop_assert!(all.coverage.covered <= all.coverage.characters);
        prop_assert_eq!(some.hidden + some.events.len(), events.len());
        // Every link stands in the store, and the other way round.
        for (place, happened) in some.events.iter().enumerate() {
            prop_assert!(view.contains(happened.event));
            let stated = &events[happened.event.at()].1;
            prop_assert_eq!(some.links_of(place).len(), stated.len());
            prop_assert!(percent(happened.characters, some.coverage.characters) <= 100);
        }
        let links: usize = (0..some.sentences.len()).map(|told| some.links_from(told).len()).sum();
        prop_assert_eq!(links, some.links.len());
        // Links lead from their sentence, in the order of the text; a proven jump goes to an earlier row.
        for (place, told) in some.sentences.iter().enumerate() {
            prop_assert!(some.links_from(place).iter().all(|link| link.told == place));
            prop_assert_eq!(some.told_of(told.sentence), Some(place));
        }
        let proven = some.links.iter().filter(|link| link.jump.is_some_and(|jump| jump.is_proven));
        prop_assert_eq!(proven.clone().count(), some.jumps);
        for link in proven {
            prop_assert!(link.event < link.jump.unwrap().from);
        }
    }

    #[test]
    fn every_line_of_a_window_ends_at_the_rows_of_its_sentence_and_event(
        events in events(14),
        height in 1..20_usize,
        tops in (0..14_usize, 0..24_usize),
    ) {
        let store = store(14, &events);
        let telling = telling(&store);
        let rows = telling.rows(height);
        let told = tops.0..(tops.0 + height).min(rows.told_len()).max(tops.0);
        let happened = tops.1..(tops.1 + height).min(rows.happened_len()).max(tops.1);
        let drawn = lines(&telling, rows, &told, &happened);
        let there = |end: End, window: &std::ops::Range<usize>, row: usize| match end {
            End::Above => row < window.start,
            End::Row(place) => window.start + place == row,
            End::Below => row >= window.end,
        };
        for line in &drawn {
            let link = &telling.links[line.link];
            prop_assert!(rows.told(rows.row_of_told(link.told)).contains(&link.told));
            prop_assert!(there(line.told, &told, rows.row_of_told(link.told)));
            let row = rows.row_of_event(link.event);
            prop_assert_eq!(rows.happened(row), Some(HappenedRow::Event(link.event)));
            prop_assert!(there(line.happened, &happened, row));
        }
        // Every link with both ends in sight is drawn.
        let in_sight = telling.links.iter().enumerate().filter(|(_, link)| {
            told.contains(&rows.row_of_told(link.told)) && happened.contains(&rows.row_of_event(link.event))
        });
        for (place, _) in in_sight {
            prop_assert_eq!(drawn.iter().filter(|line| line.link == place).count(), 1);
        }
    }
}
