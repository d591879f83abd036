//! The keys and clicks of the told/happened view: walking one side, changing sides, following the lines.

use super::memo::Memo;
use super::telling::Telling;
use crate::app::action::Action;
use crate::app::following::{Cycle, cycle_events, lead_to_event, say_events_here};
use crate::app::message::{Message, count as counted};
use crate::app::perspective::Perspective;
use crate::app::scroll::Scroll;
use crate::app::state::{Cursor, State};
use crate::app::target::Pane;
use crate::store::EventIx;

/// The two sides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Side {
    /// The sentences, in the order of the article.
    Told,
    /// The events, in the order of time.
    #[default]
    Happened,
}

/// Which side leads, and where that of the events is scrolled to. That of the sentences is scrolled like the timeline.
#[derive(Debug, Default)]
pub struct Sides {
    /// The side that keys walk.
    pub leads: Side,
    /// Where the events are scrolled to.
    pub happened_scroll: Scroll,
    pub(super) memo: Memo,
}

/// Carries out an action of the view; whether it was one.
pub(in crate::app) fn browse(state: &mut State, action: &Action, count: Option<usize>) -> bool {
    if state.perspective != Perspective::Told || state.focus != Pane::Timeline {
        return false;
    }
    let Ok(telling) = state.telling() else {
        return false;
    };
    let times = count.unwrap_or(1);
    let page = || {
        let window = match state.sides.leads {
            Side::Told => state.seen.timeline,
            Side::Happened => state.seen.happened,
        };
        window.page.max(1).saturating_mul(times)
    };
    match (action, state.sides.leads) {
        (Action::PreviousInLane, _) => lead(state, Side::Told),
        (Action::NextInLane, _) => lead(state, Side::Happened),
        (Action::Down, _) => step(state, &telling, times, true),
        (Action::Up, _) => step(state, &telling, times, false),
        (Action::PageDown, _) => step(state, &telling, page(), true),
        (Action::PageUp, _) => step(state, &telling, page(), false),
        (Action::First, _) => jump(state, &telling, count.unwrap_or(1) - 1),
        (Action::Last, _) if count.is_none() => jump(state, &telling, usize::MAX),
        (Action::Last, Side::Told) => go_to_number(state, &telling, times),
        _ => return false,
    }
    true
}

fn lead(state: &mut State, side: Side) {
    state.sides.leads = side;
    state.timeline_scroll.follow();
}

/// Enter: from a sentence to its event and on to its next one, from an event to its first sentence and on to the next one.
/// Whether there is a line to follow.
pub(in crate::app) fn follow(state: &mut State, cycle: Option<Cycle>) -> bool {
    if state.perspective != Perspective::Told || state.focus != Pane::Timeline {
        return false;
    }
    let Ok(telling) = state.telling() else {
        return false;
    };
    match (state.sides.leads, cycle) {
        (Side::Happened, Some(Cycle::Events(cursor))) => cycle_events(state, cursor),
        (Side::Told, Some(Cycle::Sentences(event))) => to_sentence(state, &telling, event, true),
        (Side::Happened, _) => match state.selected {
            Some(event) => to_sentence(state, &telling, event, false),
            None => return false,
        },
        (Side::Told, _) => lead_to_event(state, |state| lead(state, Side::Happened)),
    }
    true
}

fn to_sentence(state: &mut State, telling: &Telling, event: EventIx, onwards: bool) {
    let place = telling.place_of(&state.store, event);
    let sentences = place.map(|place| telling.sentences_of(place));
    let sentences = sentences.into_iter().flatten();
    let places: Vec<usize> = sentences
        .filter_map(|told| Some(telling.sentences.get(told)?.sentence))
        .collect();
    let here = places
        .iter()
        .position(|place| *place == state.cursor.sentence);
    let next = here
        .filter(|_| onwards)
        .map_or(0, |here| (here + 1) % places.len());
    let Some(sentence) = places.get(next).copied() else {
        let text = "this source does not state the event · Tab leads to its words";
        state.message = Some(Message::note(text));
        return;
    };
    if !onwards {
        state.history.leave(state.spot());
    }
    let cursor = Cursor {
        source: telling.source,
        sentence,
    };
    lead(state, Side::Told);
    state.select(Some(event));
    stand_at(state, event, cursor);
    if places.len() > 1 {
        state.cycle = Some(Cycle::Sentences(event));
        let text = format!(
            "sentence {} of {} of this event · Enter: the next",
            next + 1,
            places.len()
        );
        state.message = Some(Message::note(text));
    }
}

/// Puts the cursor on a sentence of the selected event.
fn stand_at(state: &mut State, event: EventIx, cursor: Cursor) {
    state.stop = state.stop_in(event, cursor).or(state.stop);
    state.cursor = cursor;
    state.source_scroll.follow();
}

/// Selects an event and stays in this source, at the first of its sentences here.
fn show(state: &mut State, telling: &Telling, place: usize) {
    let Some(event) = telling.events.get(place).map(|happened| happened.event) else {
        return;
    };
    let source = telling.source;
    state.select(Some(event));
    let first = telling.sentences_of(place).next();
    let first = first.and_then(|told| telling.sentences.get(told));
    if let Some(told) = first.filter(|_| state.cursor.source != source) {
        let sentence = told.sentence;
        stand_at(state, event, Cursor { source, sentence });
    }
}

fn read(state: &mut State, telling: &Telling, row: usize) {
    let rows = telling.rows(state.seen.timeline.height);
    let places = rows.told(row.min(rows.told_len().saturating_sub(1)));
    let Some(told) = telling.sentences.get(places.start) else {
        return;
    };
    state.read(Cursor {
        source: telling.source,
        sentence: told.sentence,
    });
    state.timeline_scroll.follow();
    say_events_here(state);
    if places.len() > 1 {
        let what = telling.word_of_shared(told);
        let text = format!("{} {what}", counted(places.len(), "sentence"));
        state.message = Some(Message::note(text));
    }
}

fn step(state: &mut State, telling: &Telling, times: usize, forward: bool) {
    let (here, is_there) = match state.sides.leads {
        Side::Told => {
            let place = telling.told_at(state.cursor.sentence);
            let is_there = telling.told_of(state.cursor.sentence).is_some();
            let place = place.unwrap_or(telling.sentences.len());
            let row = telling.rows(state.seen.timeline.height).row_of_told(place);
            (row, is_there)
        }
        Side::Happened => match state.selected {
            Some(event) => {
                let is_there = telling.place_of(&state.store, event).is_some();
                (telling.place_near(&state.store, event), is_there)
            }
            None => (0, false),
        },
    };
    // From between two rows the next one is the first step.
    let target = match forward {
        true => here
            .saturating_add(times)
            .saturating_sub(usize::from(!is_there)),
        false => here.saturating_sub(times),
    };
    go(state, telling, target);
}

fn go(state: &mut State, telling: &Telling, target: usize) {
    match state.sides.leads {
        Side::Told => read(state, telling, target),
        Side::Happened => show(
            state,
            telling,
            target.min(telling.events.len().saturating_sub(1)),
        ),
    }
}

fn jump(state: &mut State, telling: &Telling, target: usize) {
    state.history.leave(state.spot());
    go(state, telling, target);
}

/// `7G` among the sentences: the one with the number 7.
fn go_to_number(state: &mut State, telling: &Telling, number: usize) {
    let place = telling
        .sentences
        .iter()
        .position(|told| told.number == Some(number));
    let place = place.unwrap_or(telling.sentences.len().saturating_sub(1));
    let rows = telling.rows(state.seen.timeline.height);
    jump(state, telling, rows.row_of_told(place));
}

/// A click on an event that this source states: the cursor stays in the source. Whether it was one.
pub(in crate::app) fn point(state: &mut State, event: EventIx) -> bool {
    if state.perspective != Perspective::Told {
        return false;
    }
    let Ok(telling) = state.telling() else {
        return false;
    };
    lead(state, Side::Happened);
    let Some(place) = telling.place_of(&state.store, event) else {
        return false;
    };
    show(state, &telling, place);
    true
}

/// Scrolls both sides.
pub(in crate::app) fn wheel(state: &mut State, rows: i32) {
    state.timeline_scroll.wheel(state.seen.timeline, rows);
    if state.perspective == Perspective::Told {
        let window = state.seen.happened;
        state.sides.happened_scroll.wheel(window, rows);
    }
}
