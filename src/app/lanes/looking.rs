//! Looking nearer, further, elsewhere, and by something else: zoom, pan, `b`.

use super::marks::moment_of;
use super::moment::Moment;
use super::moves::keep_up;
use super::scale::Scale;
use crate::app::message::Message;
use crate::app::state::State;
use crate::store::GroupBy;

/// Once pressed, so much nearer.
const ZOOM: f64 = 2.0;
/// A notch of the wheel, so much nearer.
const NOTCH: f64 = 1.25;
/// Once pressed, such a part of what is shown.
const PAN: f64 = 0.25;
/// Nearer than anybody zooms at once.
const MOST_TIMES: usize = 40;

/// Says where a key has a meaning, if that is not here. Whether it has none here.
fn is_elsewhere(state: &mut State, what: &str) -> bool {
    let elsewhere = !state.shows_lanes();
    if elsewhere {
        state.message = Some(Message::note(format!(
            "this {what} in the lanes: v shows them"
        )));
    }
    elsewhere
}

fn scale(state: &mut State) -> Option<Scale> {
    keep_up(state);
    let scale = state.lane_scale(state.plot().columns);
    if scale.is_empty() {
        state.message = Some(Message::note("no event here has a date"));
        return None;
    }
    Some(scale)
}

/// `+` and `-`: nearer to the selected event, or further from it.
pub(in crate::app) fn zoom(state: &mut State, times: usize, nearer: bool) {
    if is_elsewhere(state, if nearer { "zooms in" } else { "zooms out" }) {
        return;
    }
    let Some(scale) = scale(state) else {
        return;
    };
    let columns = f64::from(scale.columns());
    let selected = state
        .selected
        .and_then(|event| moment_of(&state.store, event));
    let x = selected.map(|moment| scale.x(moment));
    let x = x
        .filter(|x| (0.0..columns).contains(x))
        .unwrap_or(columns / 2.0);
    let times = i32::try_from(times.min(MOST_TIMES)).unwrap_or(1);
    let factor = ZOOM.powi(if nearer { times } else { -times });
    look(state, &scale, &scale.zoomed(factor, x), nearer);
}

/// The wheel over the axis: nearer to the moment under the pointer if it turns up.
pub(in crate::app) fn zoom_at(state: &mut State, moment: Moment, rows: i32) {
    let Some(scale) = scale(state).filter(|_| state.shows_lanes()) else {
        return;
    };
    let factor = NOTCH.powi(-rows.signum());
    let x = scale.x(moment).clamp(0.0, f64::from(scale.columns()));
    look(state, &scale, &scale.zoomed(factor, x), rows < 0);
}

/// Takes a new scale, or says that there is nothing nearer or further.
fn look(state: &mut State, before: &Scale, after: &Scale, nearer: bool) {
    if before == after {
        state.message = Some(Message::note(match nearer {
            true => "nearer it does not go: these are two hours",
            false => "this is all there is",
        }));
    }
    state.lanes.window = after.window();
}

/// `<` and `>`: to what was before, or after.
pub(in crate::app) fn pan(state: &mut State, times: usize, forward: bool) {
    if is_elsewhere(state, "moves through time") {
        return;
    }
    let Some(scale) = scale(state) else {
        return;
    };
    let columns = f64::from(scale.columns()) * PAN * times.min(MOST_TIMES) as f64;
    let panned = scale.panned(if forward { columns } else { -columns });
    if panned == scale {
        let end = if forward { "ends" } else { "begins" };
        state.message = Some(Message::note(format!("this is where it {end}")));
    }
    state.lanes.window = panned.window();
}

/// Moves the time across so that a moment stands in the middle.
pub(in crate::app) fn centre(state: &mut State, moment: Moment) {
    if let Some(scale) = scale(state) {
        state.lanes.window = scale.centred(moment).window();
    }
}

/// `_`: all there is.
pub(in crate::app) fn show_all(state: &mut State) {
    if !is_elsewhere(state, "shows all time") {
        state.lanes.window = None;
        keep_up(state);
    }
}

/// `b`: lanes by the next of actor, kind, place, source and speaker; `3b`: by the third.
pub(in crate::app) fn by_next(state: &mut State, number: Option<usize>) {
    if is_elsewhere(state, "chooses what there is a lane for") {
        return;
    }
    let all = GroupBy::ALL;
    let here = all.iter().position(|by| *by == state.lanes.by).unwrap_or(0);
    let after = (1..all.len()).filter_map(|more| all.get((here + more) % all.len()).copied());
    let asked = number.and_then(|number| all.get(number.checked_sub(1)?).copied());
    let wanted: Vec<GroupBy> = match (number, asked) {
        (None, _) => after.collect(),
        (_, asked) => asked.into_iter().collect(),
    };
    let can = |by: &&GroupBy| state.store.can_group(**by);
    let Some(by) = wanted.iter().find(can).copied() else {
        let text = match wanted.first() {
            Some(by) => format!(
                "no lanes by {}: this timeline is read from its file as it is needed",
                by.name()
            ),
            None => format!("there are {} kinds of lanes", all.len()),
        };
        state.message = Some(Message::warning(text));
        return;
    };
    state.lanes.by = by;
    state.lanes.lane = None;
    state.timeline_scroll.follow();
    keep_up(state);
    let left_out = number.is_none() && wanted.first() != Some(&by);
    let why = if left_out {
        "; by kind and by source only where the whole timeline is in memory"
    } else {
        ""
    };
    state.message = Some(Message::note(format!("lanes by {}{why}", by.name())));
}
