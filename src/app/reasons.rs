//! From an event to the words that date it, and on to those that its date counts from, one key a step.

use super::message::Message;
use super::state::State;
use crate::model::{PUBLISHED, Published, Role};
use crate::store::EventIx;

/// Moves to the next words of the reasoning: those that date the selected event, one after the other, then those of the event
/// that its date counts from. Going back through the jump list returns.
pub(super) fn next_reason(state: &mut State) {
    let Some(event) = state.selected else {
        state.message = Some(Message::warning("no event is selected".to_owned()));
        return;
    };
    let places = date_stops(state, event);
    let here = places.iter().position(|place| Some(*place) == state.stop);
    let next = here.map_or(0, |here| here + 1);
    if let Some(place) = places.get(next) {
        state.history.leave(state.spot());
        state.choose_stop(Some(*place));
        let (number, count) = (next + 1, places.len());
        state.message = Some(Message::note(format!(
            "date words {number} of {count} · again: what the date counts from"
        )));
        return;
    }
    let record = state.store.event(event);
    let claim = record.as_ref().and_then(|event| event.leading_claim());
    let base = claim.and_then(|claim| claim.relative_to.clone());
    let source = claim.map(|claim| claim.source.clone());
    drop(record);
    match base.as_deref() {
        Some(PUBLISHED) => {
            let source = source.and_then(|id| state.store.find_source(&id));
            let source = source.and_then(|source| state.store.source(source));
            let published = source.map(|source| Published::of(&source));
            let published = published.unwrap_or_default();
            let inferred = match published.is_inferred {
                true => ", which the text does not state",
                false => "",
            };
            let day = published.date.as_deref().unwrap_or("unknown");
            let text = format!("it counts from the publication date, {day}{inferred}");
            state.message = Some(Message::note(text));
        }
        Some(id) => match state.store.find_event(id) {
            Some(base) => {
                state.history.leave(state.spot());
                state.select(Some(base));
                let first = date_stops(state, base).first().copied();
                state.choose_stop(first.or(state.stop));
                let number = state.store.number(base);
                state.message = Some(Message::note(format!("it counts from event {number}")));
            }
            None => {
                let text = format!("it counts from “{id}”, which is not in this timeline");
                state.message = Some(Message::warning(text));
            }
        },
        None if places.is_empty() => {
            let text = "no words are linked to this date".to_owned();
            state.message = Some(Message::warning(text));
        }
        None => {
            let text = "the date stands by these words".to_owned();
            state.message = Some(Message::note(text));
        }
    }
}

/// The words that date an event, by their places among its stops.
fn date_stops(state: &State, event: EventIx) -> Vec<usize> {
    let store = &state.store;
    let leading = store
        .event(event)
        .and_then(|event| event.leading_claim_index());
    let stops = store.stops(event);
    let stops = stops.iter().enumerate();
    stops
        .filter(|(_, stop)| stop.role == Role::Date && Some(stop.claim) == leading)
        .map(|(place, _)| place)
        .collect()
}
