//! Enter: from an event to its words, from a sentence to its events one after another, and what is said where there are none.

use super::browse::focus;
use super::message::{Message, count as counted};
use super::state::{Cursor, Cycle, State};
use super::target::Pane;
use crate::store::EventIx;

/// Enter: from an event to its words, from a sentence to its event, and again to the sentence's next event.
pub(super) fn follow(state: &mut State, cycle: Option<Cycle>) {
    match (state.focus, cycle) {
        (Pane::Timeline, Some(cycle)) => cycle_events(state, cycle),
        (Pane::Timeline | Pane::Event, _) => to_words(state),
        (Pane::Source, _) => to_event(state),
    }
}

fn to_words(state: &mut State) {
    let Some(event) = state.selected else {
        return;
    };
    if state.focus == Pane::Timeline {
        let stop = state.first_stop(event);
        state.choose_stop(stop);
    }
    match state.current_stop() {
        None => state.message = Some(Message::warning("no words are linked to this event")),
        Some(stop) if stop.sentence.is_none() => {
            let missing =
                "the text of this source is not stored here, so its words cannot be shown in place";
            state.message = Some(Message::warning(missing));
        }
        Some(_) => {
            state.history.leave(state.spot());
            focus(state, Pane::Source);
        }
    }
}

fn to_event(state: &mut State) {
    if !has_text(state) {
        state.history.leave(state.spot());
        focus(state, Pane::Timeline);
        return;
    }
    let here = state.events_here();
    let current = state.selected.filter(|event| here.contains(event));
    let Some(event) = current.or_else(|| here.first().copied()) else {
        say_events_here(state);
        return;
    };
    state.history.leave(state.spot());
    show_event_of(state, event, state.cursor);
    focus(state, Pane::Timeline);
    begin_cycle(state, &here, event);
}

fn cycle_events(state: &mut State, cycle: Cycle) {
    state.cursor = cycle.cursor;
    let here = state.events_here();
    let place = here.iter().position(|event| Some(*event) == state.selected);
    let next = place.map_or(0, |place| (place + 1) % here.len().max(1));
    let Some(event) = here.get(next).copied() else {
        return;
    };
    show_event_of(state, event, cycle.cursor);
    begin_cycle(state, &here, event);
}

fn begin_cycle(state: &mut State, here: &[EventIx], event: EventIx) {
    if here.len() < 2 {
        return;
    }
    let place = here.iter().position(|other| *other == event).unwrap_or(0);
    state.cycle = Some(Cycle {
        cursor: state.cursor,
    });
    state.message = Some(Message::note(format!(
        "event {} of {} in this sentence · Enter: the next",
        place + 1,
        here.len()
    )));
}

/// Selects an event and stays at the sentence that it was reached from.
fn show_event_of(state: &mut State, event: EventIx, cursor: Cursor) {
    state.select(Some(event));
    let stop = state.stop_in(event, cursor);
    state.stop = stop.or(state.stop);
    state.cursor = cursor;
}

/// Whether the text of the source under the cursor is stored.
fn has_text(state: &State) -> bool {
    let document = state.store.source_text(state.cursor.source);
    document.is_some_and(|document| document.text().is_some())
}

/// Says what events the sentence under the cursor has, where that is not plain to see.
pub(super) fn say_events_here(state: &mut State) {
    if !has_text(state) {
        state.message = Some(Message::note("the text of this source is not stored here"));
        return;
    }
    let document = state.store.source_text(state.cursor.source);
    let all = document.map_or(0, |document| {
        document.events_of(state.cursor.sentence).len()
    });
    let left = state.events_here().len();
    let hidden = all - left.min(all);
    state.message = match (left, hidden) {
        (0, 0) => Some(Message::note("no event speaks of this sentence")),
        (0, hidden) => {
            let events = counted(hidden, "event");
            Some(Message::note(format!(
                "{events} of this sentence filtered out · F switches the filters off"
            )))
        }
        (1, _) => None,
        (several, _) => Some(Message::note(format!(
            "{several} events in this sentence · Enter walks them"
        ))),
    };
}
