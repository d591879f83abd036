//! What the lanes look like in columns and rows, and that every event can be reached.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::picture::{Content, Picture};
use super::*;
use crate::app::action::Action;
use crate::app::state::Start;
use crate::app::update::update;
use crate::model::{Actor, ActorKind, Claim, Event, Participation, Timeline};
use crate::store::Store;
use crate::text::width;

/// Dates of every shape, without one, and with a clock time.
const DATES: [&str; 15] = [
    "",
    "2025-07-03",
    "2025-07-03T10:05+07:00",
    "2025-07-03T21:30",
    "[2025-06-11..2025-06-20]",
    "2025-06-02/2025-06-05",
    "2022~/2025-05-16",
    "[..2025-07-02]",
    "[2025-07-03..]",
    "2022",
    "-0043-03-15",
    "2025-07-04?",
    "2025-06-30",
    "2025-07-01",
    "2025-07-02",
];

/// Events with a date and actors, each by its number.
fn state(events: &[(usize, Vec<usize>)]) -> State {
    let actor = |number: usize| Actor {
        id: format!("a{number}"),
        name: format!("Actor {number}"),
        kind: ActorKind::Person,
        aliases: Vec::new(),
        extra: Default::default(),
    };
    let event = |(number, (date, actors)): (usize, &(usize, Vec<usize>))| Event {
        id: format!("e{number}"),
        title: format!("The event with the number {number}"),
        actors: actors
            .iter()
            .map(|actor| Participation {
                id: format!("a{actor}"),
                ..Participation::default()
            })
            .collect(),
        claims: vec![Claim {
            source: "s".to_owned(),
            date: Some(DATES[date % DATES.len()].to_owned()).filter(|date| !date.is_empty()),
            ..Claim::default()
        }],
        ..Event::default()
    };
    let timeline = Timeline {
        actors: (0..4).map(actor).collect(),
        events: events.iter().enumerate().map(event).collect(),
        ..Timeline::default()
    };
    let mut state = State::new(Store::new(timeline, Vec::new()), Start::default());
    update(&mut state, &Action::SwitchView, Some(2));
    state
}

fn names(state: &State) -> Vec<(String, usize)> {
    let table = state.lane_table();
    let lanes = table.lanes().iter();
    let named = lanes.map(|lane| (table.name(&state.store, lane.key), lane.count));
    named.collect()
}

fn picture(state: &State, columns: u16, rows: u16) -> Picture {
    state.lane_picture(Plot { columns, rows })
}

#[test]
fn the_fullest_lane_is_first_and_events_without_an_actor_have_the_last() {
    let state = state(&[(1, vec![1]), (9, vec![1, 2]), (1, vec![2, 1]), (4, vec![])]);
    let expected = [("Actor 1", 3), ("Actor 2", 2), ("no actor", 1)];
    assert_eq!(
        names(&state),
        expected.map(|(name, count)| (name.to_owned(), count))
    );
}

#[test]
fn an_event_of_several_lanes_is_joined() {
    let state = state(&[(1, vec![0, 1, 2]), (5, vec![1])]);
    let picture = picture(&state, 80, 20);
    let [join] = picture.joins.as_slice() else {
        panic!("{:?}", picture.joins);
    };
    let last = picture.bands.last().unwrap();
    assert_eq!((join.from, join.to), (0, last.row));
}

#[test]
fn clock_times_stand_on_their_hour_and_days_take_all_of_theirs_where_hours_are_told_apart() {
    let mut state = state(&[(1, vec![0]), (3, vec![0])]);
    update(&mut state, &Action::ZoomIn, Some(1));
    let picture = picture(&state, 100, 20);
    let Content::Marks(marks) = &picture.bands[0].content else {
        panic!("not single marks");
    };
    let day = marks
        .iter()
        .find(|mark| mark.when.form == Form::Day)
        .unwrap();
    let clock = marks
        .iter()
        .find(|mark| mark.when.form == Form::Clock)
        .unwrap();
    assert!(day.is_span && day.to - day.from > 20 && !clock.is_span);
    let part = f64::from(clock.from - day.from) / f64::from(day.to - day.from + 1);
    assert!((part - 21.5 / 24.0).abs() < 0.05, "{part}");
}

#[test]
fn what_shares_a_cell_is_counted_and_enter_lists_it() {
    let mut state = state(&vec![(1, vec![0]); 30]);
    update(&mut state, &Action::ShowAll, None);
    let shown = picture(&state, 40, 10);
    let Content::Marks(marks) = &shown.bands[0].content else {
        panic!("not single marks");
    };
    let events: usize = marks.iter().map(|mark| mark.events.len()).sum();
    assert_eq!((marks.len(), events), (1, 30));
    update(&mut state, &Action::Follow, None);
    let Some(crate::app::Overlay::Picker(picker)) = &state.overlay else {
        panic!("no list is open");
    };
    assert_eq!(picker.rows.len(), 30);
    update(&mut state, &Action::PickerDown, None);
    update(&mut state, &Action::Accept, None);
    assert_eq!(state.store.id(state.selected.unwrap()), "e1");
    // The next Enter leads to its words, of which there are none here.
    update(&mut state, &Action::Follow, None);
    assert!(state.overlay.is_none());
}

#[test]
fn enter_on_a_cluster_of_several_days_goes_nearer() {
    let mut events = vec![(5, vec![0])];
    events.extend([12, 12, 13, 13, 14, 14, 1, 1].map(|date| (date, vec![0])));
    let mut state = state(&events);
    state.seen.lanes = Plot {
        columns: 8,
        rows: 2,
    };
    update(&mut state, &Action::First, None);
    update(&mut state, &Action::Up, Some(9));
    for _ in 0..9 {
        let event = state.selected.unwrap();
        let before = state.lanes.window;
        update(&mut state, &Action::Follow, None);
        if state.lanes.window != before {
            let scale = state.lane_scale(8);
            assert!(
                scale
                    .column(moment_of(&state.store, event).unwrap())
                    .is_some()
            );
            return;
        }
        update(&mut state, &Action::NextInLane, None);
    }
    panic!("no cluster was found");
}

#[test]
fn up_and_down_keep_the_time_along_goes_on() {
    let mut state = state(&[
        (1, vec![0]),
        (9, vec![0, 1]),
        (1, vec![1]),
        (9, vec![2]),
        (1, vec![2]),
    ]);
    let ids = |state: &State| state.store.id(state.selected.unwrap()).to_owned();
    update(&mut state, &Action::Last, Some(5));
    let time = moment_of(&state.store, state.selected.unwrap());
    for action in [Action::Up, Action::Up, Action::Down, Action::Down] {
        update(&mut state, &action, None);
        assert_eq!(
            moment_of(&state.store, state.selected.unwrap()),
            time,
            "{}",
            ids(&state)
        );
    }
    update(&mut state, &Action::PreviousInLane, None);
    assert_ne!(moment_of(&state.store, state.selected.unwrap()), time);
}

#[test]
fn the_lanes_follow_filters_and_the_selection_is_brought_in_sight() {
    let mut state = state(&[(9, vec![0]), (1, vec![1]), (3, vec![1]), (10, vec![2])]);
    update(&mut state, &Action::Last, None);
    update(&mut state, &Action::ZoomIn, Some(12));
    let event = state.store.find_event("e3").unwrap();
    update(
        &mut state,
        &Action::Point(crate::app::Target::Event(event)),
        None,
    );
    let scale = state.lane_scale(100);
    assert!(
        scale
            .column(moment_of(&state.store, event).unwrap())
            .is_some()
    );
    assert_eq!(
        state.lanes.lane,
        state.lane_table().lane_of(&state.store, event)
    );
    state.filter.dates = crate::model::parse_range("2025").ok();
    state.refresh_view();
    assert_eq!(names(&state), [("Actor 1".to_owned(), 2)]);
}

/// Every event that the keys lead to: each lane from its first event to its last.
fn reached(state: &mut State) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    update(state, &Action::Up, Some(99));
    for _ in 0..state.lane_table().lanes().len() {
        update(state, &Action::PreviousInLane, Some(9_999));
        for _ in 0..state.view.len() {
            reached.insert(state.store.id(state.selected.unwrap()).to_owned());
            update(state, &Action::NextInLane, None);
        }
        update(state, &Action::Down, None);
    }
    reached
}

fn events() -> impl Strategy<Value = Vec<(usize, Vec<usize>)>> {
    let actors = proptest::collection::vec(0..4_usize, 0..4);
    proptest::collection::vec((0..DATES.len(), actors), 1..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_event_is_reached_by_keys(events in events(), by in 1..6_usize, zoom in 0..12_usize) {
        let mut state = state(&events);
        update(&mut state, &Action::LanesBy, Some(by));
        update(&mut state, &Action::ZoomIn, Some(zoom));
        prop_assert_eq!(reached(&mut state).len(), events.len());
    }

    #[test]
    fn no_two_labels_and_no_label_and_mark_overlap(
        events in events(),
        columns in 0..220_u16,
        rows in 0..40_u16,
        zoom in 0..14_usize,
    ) {
        let mut state = state(&events);
        state.seen.lanes = Plot { columns, rows };
        update(&mut state, &Action::ZoomIn, Some(zoom));
        let picture = picture(&state, columns, rows);
        let mut end = 0;
        for band in &picture.bands {
            prop_assert!(band.row == end && band.rows > 0);
            end += band.rows;
            let Content::Marks(marks) = &band.content else { continue };
            prop_assert!(marks.windows(2).all(|pair| pair[0].from <= pair[1].from));
            for (place, mark) in marks.iter().enumerate() {
                prop_assert!(mark.from <= mark.to && mark.to < columns);
                let Some(label) = &mark.label else { continue };
                let (from, to) = (label.column, label.column + label.columns);
                prop_assert!(to <= columns && usize::from(label.columns) <= width(&label.text));
                for (other, beside) in marks.iter().enumerate().filter(|(_, other)| other.row == mark.row) {
                    let apart = |left: u16, right: u16| right <= from || left >= to;
                    prop_assert!(other == place || apart(beside.from, beside.to + 1));
                    let label = beside.label.as_ref().filter(|_| other != place);
                    prop_assert!(label.is_none_or(|label| apart(label.column, label.column + label.columns)));
                }
            }
        }
        prop_assert!(end <= rows);
    }

    #[test]
    fn a_selected_lane_is_in_sight_at_every_height(events in events(), rows in 1..12_u16, downs in 0..6_usize) {
        let mut state = state(&events);
        update(&mut state, &Action::Up, Some(99));
        update(&mut state, &Action::Down, Some(downs));
        let picture = picture(&state, 80, rows);
        prop_assert!(picture.band(state.lanes.lane.unwrap()).is_some());
    }
}
