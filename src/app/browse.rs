//! Moving about: within a pane, between panes, from events to words and back, through time.

use super::action::Action;
use super::following;
use super::history::Spot;
use super::lanes;
use super::message::{Message, count as counted};
use super::reasons::next_reason;
use super::state::{Cursor, State};
use super::target::Pane;
use super::told;
use crate::model::Role;
use crate::store::{SourceIx, Stop};

/// Carries out an action of the panes.
pub(super) fn browse(state: &mut State, action: &Action, count: Option<usize>) {
    if told::browse(state, action, count) {
        return;
    }
    let times = count.unwrap_or(1);
    match action {
        Action::Down => step(state, times, true),
        Action::Up => step(state, times, false),
        Action::PageDown => page(state, times, true),
        Action::PageUp => page(state, times, false),
        Action::First => jump_to_item(state, count.unwrap_or(1) - 1),
        Action::Last => match count {
            Some(number) => go_to_number(state, number),
            None => jump_to_item(state, usize::MAX),
        },
        Action::NextMonth => months(state, times, true),
        Action::PreviousMonth => months(state, times, false),
        Action::NextPane => focus(state, state.focus.next()),
        Action::PreviousPane => focus(state, state.focus.previous()),
        Action::FocusTimeline => focus(state, Pane::Timeline),
        Action::FocusEvent => focus(state, Pane::Event),
        Action::FocusSource => focus(state, Pane::Source),
        Action::NextInLane => along(state, times, true),
        Action::PreviousInLane => along(state, times, false),
        Action::ZoomIn => lanes::zoom(state, times, true),
        Action::ZoomOut => lanes::zoom(state, times, false),
        Action::ShowAll => lanes::show_all(state),
        Action::PanLeft => lanes::pan(state, times, false),
        Action::PanRight => lanes::pan(state, times, true),
        Action::LanesBy => lanes::by_next(state, count),
        Action::Zoom => state.zoomed = !state.zoomed,
        Action::NextAnchor => walk(state, Role::Evidence, times, true),
        Action::PreviousAnchor => walk(state, Role::Evidence, times, false),
        Action::NextQuote => walk(state, Role::Quote, times, true),
        Action::NextReason => next_reason(state),
        Action::Back => back(state, times),
        Action::Forward => forward(state, times),
        _ => {}
    }
}

/// Gives a pane the focus.
pub(super) fn focus(state: &mut State, pane: Pane) {
    state.focus = pane;
    if pane != Pane::Timeline {
        state.beside = pane;
    }
    // A pane that takes the lead shows where it stands.
    match pane {
        Pane::Timeline => state.timeline_scroll.follow(),
        Pane::Event => state.event_scroll.follow(),
        Pane::Source => state.source_scroll.follow(),
    }
}

/// `h` and `l`, which have a meaning in the lanes and in told/happened, whose keys were taken before.
fn along(state: &mut State, times: usize, forward: bool) {
    if state.leads_in_lanes() {
        lanes::along(state, times, forward);
    } else {
        let text = match state.shows_lanes() {
            true => "this moves along a lane, in the timeline: g t",
            false => {
                "this moves between told and happened, or along a lane, in the lanes: v shows them"
            }
        };
        state.message = Some(Message::note(text));
    }
}

fn step(state: &mut State, times: usize, forward: bool) {
    if state.leads_in_lanes() {
        return lanes::step(state, times, forward);
    }
    let place = item(state);
    let target = match (place, forward) {
        (None, _) => 0,
        (Some(place), true) => place.saturating_add(times),
        (Some(place), false) => place.saturating_sub(times),
    };
    go_to_item(state, target);
}

fn page(state: &mut State, times: usize, forward: bool) {
    let window = match state.focus {
        Pane::Timeline => state.seen.timeline,
        Pane::Event => state.seen.event,
        Pane::Source => return page_source(state, times, forward),
    };
    step(state, window.page.max(1).saturating_mul(times), forward);
}

/// A page of the source is counted in lines, for a sentence may be longer than the screen.
fn page_source(state: &mut State, times: usize, forward: bool) {
    let window = state.seen.source;
    let lines = window.height.saturating_sub(2).max(1).saturating_mul(times);
    let lines = i32::try_from(lines).unwrap_or(i32::MAX);
    let at_end = if forward {
        window.top + window.height >= window.total
    } else {
        window.top == 0
    };
    let sentence = match (forward, at_end) {
        (true, false) => window.last.max(state.cursor.sentence),
        (false, false) => window.first.min(state.cursor.sentence),
        (true, true) => usize::MAX,
        (false, true) => 0,
    };
    let mut scroll = state.source_scroll;
    scroll.wheel(window, if forward { lines } else { -lines });
    go_to_item(state, sentence);
    if !at_end {
        state.source_scroll = scroll;
    }
}

fn jump_to_item(state: &mut State, place: usize) {
    state.history.leave(state.spot());
    go_to_item(state, place);
}

/// `7G`: the event with the number 7, or the seventh row of another pane.
fn go_to_number(state: &mut State, number: usize) {
    let event = state.store.numbered(number);
    let hidden = event.is_some_and(|event| !state.view.contains(event));
    match (state.focus, event) {
        (Pane::Timeline, Some(_)) if hidden => {
            let text = format!("event {number} is filtered out · F switches the filters off");
            state.message = Some(Message::warning(text));
        }
        (Pane::Timeline, Some(event)) => {
            state.history.leave(state.spot());
            state.select(Some(event));
        }
        _ => jump_to_item(state, number.saturating_sub(1)),
    }
}

/// The place of the cursor in the focused pane: an event of the view, a row of the event's stops, or a sentence.
fn item(state: &State) -> Option<usize> {
    match state.focus {
        Pane::Timeline => state.walked_place(state.selected?),
        Pane::Event => {
            let stop = state.stop?;
            reading_order(state).iter().position(|other| *other == stop)
        }
        Pane::Source => Some(state.cursor.sentence),
    }
}

/// Moves the cursor of the focused pane to a place, or to the last one there is.
fn go_to_item(state: &mut State, place: usize) {
    match state.focus {
        Pane::Timeline => {
            let last = state.view.len().saturating_sub(1);
            let event = state.walked_at(place.min(last));
            state.select(event);
        }
        Pane::Event => {
            let order = reading_order(state);
            let stop = order.get(place.min(order.len().saturating_sub(1))).copied();
            state.choose_stop(stop);
        }
        Pane::Source => {
            let document = state.store.source_text(state.cursor.source);
            let last = document.map_or(0, |document| document.sentences().len().saturating_sub(1));
            let sentence = place.min(last);
            state.read(Cursor {
                sentence,
                ..state.cursor
            });
            following::say_events_here(state);
        }
    }
}

/// The stops of the selected event as the event pane lists them: evidence claim by claim, then the quotes.
#[must_use]
pub(crate) fn reading_order(state: &State) -> Vec<usize> {
    let stops = state.stops();
    let with = |role: Role| {
        let mut places: Vec<usize> = (0..stops.len())
            .filter(|place| stops.get(*place).is_some_and(|stop| stop.role == role))
            .collect();
        places.sort_by_key(|place| stops.get(*place).map(|stop| (stop.claim, stop.anchor)));
        places
    };
    let mut order = with(Role::Evidence);
    order.extend(with(Role::Quote));
    order
}

fn months(state: &mut State, times: usize, forward: bool) {
    let here = state.selected.and_then(|event| state.walked_place(event));
    let group = here.and_then(|place| state.group_of(place)).unwrap_or(0);
    let at_start = state.group_start(group) == here;
    let target = if forward {
        (group + times).min(state.group_count().saturating_sub(1))
    } else {
        group.saturating_sub(if at_start { times } else { times - 1 })
    };
    let start = state.group_start(target);
    let event = start.and_then(|start| state.walked_at(start));
    if forward && target == group {
        state.message = Some(Message::note("this is the last group"));
    } else if let Some(event) = event {
        state.history.leave(state.spot());
        focus(state, Pane::Timeline);
        state.select(Some(event));
    }
}

/// The stops of a role, in the order of the text. Claims may rest on the same sentence: it is walked once.
fn walkable(state: &State, role: Role) -> Vec<usize> {
    let stops = state.stops();
    let stops = stops.iter().enumerate();
    let mut places: Vec<(usize, &Stop)> = stops.filter(|(_, stop)| stop.role == role).collect();
    if role == Role::Evidence {
        places.dedup_by(|one, other| {
            one.1.sentence.is_some() && sentence_of(one.1) == sentence_of(other.1)
        });
    }
    places.into_iter().map(|(place, _)| place).collect()
}

const fn sentence_of(stop: &Stop) -> (Option<SourceIx>, Option<usize>) {
    (stop.source, stop.sentence)
}

/// Walks the stops of the selected event that have a role, in the order of the text.
fn walk(state: &mut State, role: Role, times: usize, forward: bool) {
    let places = walkable(state, role);
    if places.is_empty() {
        state.message = Some(Message::warning(nothing_to_walk(state, role)));
        return;
    }
    let same = |place: &usize| {
        let (stops, other) = (state.stops(), state.current_stop());
        let one = stops.get(*place);
        one.zip(other)
            .is_some_and(|(one, other)| sentence_of(one) == sentence_of(&other))
    };
    let chosen = places.iter().position(|place| Some(*place) == state.stop);
    let at_role = state.current_stop().is_some_and(|stop| stop.role == role);
    let here = chosen.or_else(|| places.iter().position(same).filter(|_| at_role));
    let last = places.len() - 1;
    let next = match (here, forward) {
        (Some(here), true) => (here + times) % places.len(),
        (Some(here), false) => (here + places.len() - times % places.len()) % places.len(),
        // From a stop of another role to the first one after it.
        (None, true) => places
            .iter()
            .position(|place| Some(*place) > state.stop)
            .unwrap_or(0),
        (None, false) => places
            .iter()
            .rposition(|place| Some(*place) < state.stop)
            .unwrap_or(last),
    };
    state.choose_stop(places.get(next).copied());
    let noun = if role == Role::Quote {
        "quote"
    } else {
        "sentence"
    };
    state.message = Some(Message::note(format!(
        "{noun} {} of {}",
        next + 1,
        places.len()
    )));
}

fn nothing_to_walk(state: &State, role: Role) -> String {
    match (role, state.selected) {
        (_, None) => "no event is selected".to_owned(),
        (Role::Quote, Some(event)) if state.store.sentence_count(event) > 0 => {
            let sentences = counted(state.store.sentence_count(event), "sentence");
            format!("no direct speech: {sentences} of the source report it")
        }
        (..) => "no words are linked to this event".to_owned(),
    }
}

fn back(state: &mut State, times: usize) {
    let steps = |state: &mut State| {
        let here = state.spot();
        state.history.back(here)
    };
    restore(state, times, steps, "this is where you began");
}

fn forward(state: &mut State, times: usize) {
    let steps = |state: &mut State| {
        let here = state.spot();
        state.history.forward(here)
    };
    restore(state, times, steps, "there is nothing further");
}

fn restore(state: &mut State, times: usize, step: impl Fn(&mut State) -> Option<Spot>, end: &str) {
    for _ in 0..times {
        let Some(spot) = step(state) else {
            state.message = Some(Message::note(end));
            return;
        };
        match spot.selected {
            Some(event) if state.view.contains(event) => {
                state.select(Some(event));
                state.stop = spot.stop;
            }
            Some(_) => state.message = Some(Message::note("that event is filtered out")),
            None => {}
        }
        state.cursor = spot.cursor;
        focus(state, spot.focus);
    }
}
