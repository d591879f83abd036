//! Going from event to event along a lane, and from lane to lane at the same time. Zooming is in `looking`.

use super::marks::{moment_of, span};
use super::moment::Moment;
use super::table::LaneTable;
use super::when::When;
use crate::app::browse::focus;
use crate::app::message::Message;
use crate::app::state::State;
use crate::app::target::Pane;
use crate::store::{EventIx, GroupKey};

/// Brings the lanes up to the view and the selection: another view has other lanes, and an event that was selected anywhere is
/// brought in sight.
pub(in crate::app) fn keep_up(state: &mut State) {
    if !state.shows_lanes() {
        return;
    }
    if let std::borrow::Cow::Owned(table) = state.lane_table() {
        state.lanes.table = table;
        state.lanes.followed = None;
    }
    let Some(event) = state.selected else {
        return;
    };
    let table = &state.lanes.table;
    let stays = state
        .lanes
        .lane
        .filter(|lane| table.place(*lane).is_some() && table.holds(&state.store, *lane, event));
    state.lanes.lane = stays.or_else(|| table.lane_of(&state.store, event));
    if state.lanes.followed != Some(event) {
        state.lanes.followed = Some(event);
        bring_in_sight(state, event);
    }
}

fn bring_in_sight(state: &mut State, event: EventIx) {
    let scale = state.lane_scale(state.plot().columns);
    let mut dates = When::all_of(&state.store, event).into_iter();
    let is_seen = dates.any(|when| span(&when, &scale).is_some());
    if let Some(moment) = moment_of(&state.store, event).filter(|_| !is_seen) {
        state.lanes.window = scale.centred(moment).window();
    }
}

/// `l` and `h`: to the next event of the lane, or the one before.
pub(in crate::app) fn along(state: &mut State, times: usize, forward: bool) {
    keep_up(state);
    let (Some(lane), Some(event)) = (state.lanes.lane, state.selected) else {
        return;
    };
    let table = &state.lanes.table;
    let events = table.events(&state.store, &state.view, lane);
    // The event's own place, for its lane holds it.
    let place = events.rank(state.store.rank(event)).saturating_sub(1);
    let last = events.len().saturating_sub(1);
    let times = u64::try_from(times).unwrap_or(u64::MAX);
    let target = match forward {
        true => place.saturating_add(times).min(last),
        false => place.saturating_sub(times),
    };
    let rank = u32::try_from(target)
        .ok()
        .and_then(|target| events.select(target));
    let next = rank.and_then(|rank| state.store.at_rank(rank));
    if target == place {
        let end = if forward { "last" } else { "first" };
        let name = table.name(&state.store, lane);
        state.message = Some(Message::note(format!("this is the {end} event of {name}")));
    }
    if next.is_some() {
        state.select(next);
    }
}

/// `j` and `k`: to the next lane, or the one before, at the same time.
pub(in crate::app) fn step(state: &mut State, times: usize, forward: bool) {
    keep_up(state);
    let table = &state.lanes.table;
    let place = state.lanes.lane.and_then(|lane| table.place(lane));
    let last = table.lanes().len().saturating_sub(1);
    let target = match (place, forward) {
        (None, _) => 0,
        (Some(place), true) => place.saturating_add(times).min(last),
        (Some(place), false) => place.saturating_sub(times),
    };
    let Some(lane) = table.lanes().get(target).map(|lane| lane.key) else {
        return;
    };
    if Some(target) == place {
        let end = if forward { "last" } else { "first" };
        state.message = Some(Message::note(format!("this is the {end} lane")));
    }
    let kept = state
        .lanes
        .goal
        .filter(|(event, _)| Some(*event) == state.selected);
    let here = || moment_of(&state.store, state.selected?);
    let goal = kept.map_or_else(here, |(_, goal)| goal);
    go_to_lane(state, lane, goal);
}

/// Selects in a lane what is nearest to a moment; without one, what has no date.
fn go_to_lane(state: &mut State, lane: GroupKey, goal: Option<Moment>) {
    let table = &state.lanes.table;
    let stays = state
        .selected
        .filter(|event| table.holds(&state.store, lane, *event));
    let event = stays.or_else(|| nearest(state, table, lane, goal));
    state.lanes.lane = Some(lane);
    if let Some(event) = event {
        state.select(Some(event));
        state.lanes.goal = Some((event, goal));
    }
}

/// So many events of one day are compared by their clock times.
const COMPARED: usize = 100;

/// The event of a lane that is nearest to a moment; without one, the first that has no date, else the last.
fn nearest(
    state: &State,
    table: &LaneTable,
    lane: GroupKey,
    goal: Option<Moment>,
) -> Option<EventIx> {
    let store = &state.store;
    let events = table.events(store, &state.view, lane);
    let at = |rank: u32| store.at_rank(rank);
    let dated = store.dated();
    let Some(goal) = goal else {
        let undated = events.range(dated..).next();
        return undated.or_else(|| events.max()).and_then(at);
    };
    let from = store.rank_from(goal.day());
    let after = events.range(from..dated.max(from)).take(COMPARED);
    let before = events.range(..from).next_back();
    let distance = |event: &EventIx| {
        let moment = moment_of(store, *event);
        moment.map_or(u64::MAX, |moment| moment.0.abs_diff(goal.0))
    };
    let near = after.chain(before).filter_map(at).min_by_key(distance);
    near.or_else(|| events.min().and_then(at))
}

/// A click into a lane: what is nearest to the moment there, or to where one was.
pub(in crate::app) fn point_at(state: &mut State, lane: Option<GroupKey>, at: Option<Moment>) {
    focus(state, Pane::Timeline);
    keep_up(state);
    let Some(lane) = lane.or(state.lanes.lane) else {
        return;
    };
    match at {
        Some(_) => {
            let event = nearest(state, &state.lanes.table, lane, at);
            state.lanes.lane = Some(lane);
            state.select(event);
        }
        None => {
            let here = state
                .selected
                .and_then(|event| moment_of(&state.store, event));
            go_to_lane(state, lane, here);
        }
    }
}
