//! A filter of a large timeline is applied beside the keyboard: what is shown stays until its answer is there, and another filter
//! takes its place.

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::super::{Key, Start, State, press};
    use crate::model::{Actor, ActorKind, Claim, Event, Extra, Participation, Status, Timeline};
    use crate::store::{Store, Wake};

    /// So many that no filter is applied at once.
    const EVENTS: usize = 1_200;

    /// A timeline of which every third event is planned, and the wake-up calls of its store.
    fn state() -> (State, Receiver<()>) {
        let event = |place: usize| Event {
            id: format!("e{place}"),
            title: format!("Sail {place}"),
            status: match place % 3 {
                0 => Status::Planned,
                _ => Status::Happened,
            },
            actors: vec![Participation {
                id: format!("a{}", place % 2),
                ..Participation::default()
            }],
            claims: vec![Claim {
                source: "s".to_owned(),
                date: Some(format!("{}", 1_000 + place)),
                ..Claim::default()
            }],
            ..Event::default()
        };
        let actor = |place: usize| Actor {
            id: format!("a{place}"),
            name: format!("Ana {place}"),
            kind: ActorKind::Person,
            aliases: Vec::new(),
            extra: Extra::new(),
        };
        let timeline = Timeline {
            actors: (0..2).map(actor).collect(),
            events: (0..EVENTS).map(event).collect(),
            ..Timeline::default()
        };
        let mut store = Store::new(timeline, Vec::new());
        let (call, calls) = channel();
        store.set_wake(Wake::new(move || {
            let _ = call.send(());
        }));
        (State::new(store, Start::default()), calls)
    }

    fn keys(state: &mut State, keys: &str) {
        for key in keys.split(' ') {
            press(state, key.parse::<Key>().unwrap());
        }
    }

    /// Waits for the call of one filter and takes its answer. Whether there was one.
    fn answered(state: &mut State, calls: &Receiver<()>) -> bool {
        calls.recv().unwrap();
        state.take_news()
    }

    fn message(state: &State) -> String {
        state.message.as_ref().unwrap().text.clone()
    }

    #[test]
    fn what_is_shown_stays_until_the_answer_is_there() {
        let (mut state, calls) = state();
        keys(&mut state, "1 0 j");
        keys(&mut state, "S");
        assert!(state.is_filtering());
        assert_eq!((state.view.len(), state.filter.statuses.len()), (EVENTS, 1));
        keys(&mut state, "j j");
        let selected = state.selected.unwrap();
        assert_eq!(state.store.id(selected), "e12");
        assert!(answered(&mut state, &calls));
        assert!(!state.is_filtering());
        assert_eq!(state.view.len(), EVENTS - EVENTS / 3);
        assert!(
            message(&state).contains("800 of 1,200 events"),
            "{}",
            message(&state)
        );
        let near = state.selected.unwrap();
        assert!(
            ["e11", "e13"].contains(&state.store.id(near)),
            "nearest to it"
        );
        keys(&mut state, "c");
        assert_eq!((state.view.len(), state.selected), (EVENTS, Some(selected)));
    }

    #[test]
    fn a_later_filter_takes_the_place_of_one_that_is_being_applied() {
        let (mut state, calls) = state();
        keys(&mut state, "S S");
        answered(&mut state, &calls);
        answered(&mut state, &calls);
        assert_eq!(state.filter.statuses, [Status::Planned]);
        assert_eq!(state.view.len(), EVENTS / 3);
        keys(&mut state, "S c");
        assert!(!state.is_filtering(), "all events need no work");
        assert_eq!(state.view.len(), EVENTS);
        assert!(!answered(&mut state, &calls), "its answer is of no use");
        assert_eq!(state.view.len(), EVENTS);
    }

    #[test]
    fn escape_restores_the_filter_and_the_selection_from_before_the_picker() {
        let (mut state, calls) = state();
        keys(&mut state, "S");
        answered(&mut state, &calls);
        keys(&mut state, "3 j");
        let (view, selected) = (state.view.len(), state.selected);
        keys(&mut state, "a tab");
        assert_eq!(state.view.len(), view);
        answered(&mut state, &calls);
        assert_eq!(state.view.len(), view / 2);
        keys(&mut state, "esc");
        answered(&mut state, &calls);
        assert_eq!((state.view.len(), state.selected), (view, selected));
    }

    #[test]
    fn a_search_goes_on_among_the_events_that_are_left() {
        let (mut state, calls) = state();
        keys(&mut state, "/ 9 9 enter");
        assert_eq!(state.search.as_ref().unwrap().hits.events.len(), 21);
        keys(&mut state, "S S");
        answered(&mut state, &calls);
        answered(&mut state, &calls);
        let hits = &state.search.as_ref().unwrap().hits.events;
        let planned = hits
            .iter()
            .all(|event| state.store.status(event) == Status::Planned);
        assert!(planned && !hits.is_empty());
        keys(&mut state, "&");
        answered(&mut state, &calls);
        let left = state.view.len();
        assert_eq!(left, state.search.as_ref().unwrap().hits.events.len());
    }
}
