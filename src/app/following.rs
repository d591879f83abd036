//! Enter: from an event to its words, from a sentence to its events one after another, and what is said where there are none.

use super::browse::focus;
use super::message::{Message, count as counted};
use super::state::{Cursor, State};
use super::target::Pane;
use super::told;
use crate::store::EventIx;

/// What is being walked with Enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cycle {
    /// The events of a sentence.
    Events(Cursor),
    /// The sentences of an event.
    Sentences(EventIx),
}

/// Enter: from an event to its words, from a sentence to its event, and again to the sentence's next event.
pub(super) fn follow(state: &mut State, cycle: Option<Cycle>) {
    if told::follow(state, cycle) {
        return;
    }
    match (state.focus, cycle) {
        (Pane::Timeline, Some(Cycle::Events(cursor))) => cycle_events(state, cursor),
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
    lead_to_event(state, |state| focus(state, Pane::Timeline));
}

/// From the sentence under the cursor to its event, the selected one if it is one of them; the pane or side that `lead` gives the
/// lead goes on to the next one.
pub(super) fn lead_to_event(state: &mut State, lead: impl FnOnce(&mut State)) {
    let here = state.events_here();
    let current = state.selected.filter(|event| here.contains(event));
    let Some(event) = current.or_else(|| here.first().copied()) else {
        say_events_here(state);
        return;
    };
    state.history.leave(state.spot());
    show_event_of(state, event, state.cursor);
    lead(state);
    begin_cycle(state, &here, event);
}

/// Goes on to the next event of a sentence.
pub(super) fn cycle_events(state: &mut State, cursor: Cursor) {
    state.cursor = cursor;
    let here = state.events_here();
    let place = here.iter().position(|event| Some(*event) == state.selected);
    let next = place.map_or(0, |place| (place + 1) % here.len().max(1));
    let Some(event) = here.get(next).copied() else {
        return;
    };
    show_event_of(state, event, cursor);
    begin_cycle(state, &here, event);
}

/// Says how many events the sentence has and lets Enter walk on.
fn begin_cycle(state: &mut State, here: &[EventIx], event: EventIx) {
    if here.len() < 2 {
        return;
    }
    let place = here.iter().position(|other| *other == event).unwrap_or(0);
    state.cycle = Some(Cycle::Events(state.cursor));
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
