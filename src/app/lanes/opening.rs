//! Enter on a cluster: nearer, or a list of its events where they share a day. On a single event it leads to the words, as
//! everywhere.

use super::marks::{ROOMY_DAY, edges, moment_of};
use super::moment::{DAY, Moment};
use super::moves::keep_up;
use super::picture::{Content, Picture};
use crate::app::message::{Message, count};
use crate::app::state::State;
use crate::store::{EventIx, GroupKey};

/// A list is no longer than this.
const LONGEST_LIST: usize = 1_000;

/// Opens the cluster in which the selected event stands. Whether there is one that was not opened yet.
pub(in crate::app) fn open(state: &mut State) -> bool {
    if !state.leads_in_lanes() {
        return false;
    }
    keep_up(state);
    let (Some(event), Some(lane)) = (state.selected, state.lanes.lane) else {
        return false;
    };
    if state.lanes.opened == Some(event) {
        return false;
    }
    let picture = state.lane_picture(state.plot());
    let (crowd, all) = crowd(state, &picture, lane, event);
    if all < 2 {
        return false;
    }
    let moments = crowd
        .iter()
        .filter_map(|event| moment_of(&state.store, *event));
    let days = moments.fold(None, |days: Option<(Moment, Moment)>, moment| {
        let (first, last) = days.unwrap_or((moment, moment));
        Some((first.min(moment), last.max(moment)))
    });
    match days.filter(|(first, last)| first.day() != last.day()) {
        Some((first, last)) => {
            let scale = picture
                .scale
                .showing(Moment::of(first.day()), Moment::of(last.day().plus(1)));
            state.lanes.window = scale.window();
            state.message = Some(Message::note(format!("nearer: {}", count(all, "event"))));
        }
        None => {
            let shown = crowd.len().min(LONGEST_LIST);
            if shown < all {
                let note = format!("the first {shown} of {}", count(all, "event"));
                state.message = Some(Message::note(note));
            }
            let listed: Vec<EventIx> = crowd.into_iter().take(LONGEST_LIST).collect();
            state.open_events(&listed);
        }
    }
    true
}

/// Notes that an event was chosen from the list of its cluster.
pub(in crate::app) fn opened(state: &mut State, event: EventIx) {
    state.lanes.opened = Some(event);
}

/// The events that share a place of the drawing with one, and how many they are: of many only the ends.
fn crowd(
    state: &State,
    picture: &Picture,
    lane: GroupKey,
    event: EventIx,
) -> (Vec<EventIx>, usize) {
    let none = (Vec::new(), 0);
    let store = &state.store;
    let table = state.lane_table();
    let events = table.events(store, &state.view, lane);
    let rank = store.rank(event);
    let of_ranks = |from: u32, to: u32| {
        let ranks = events.range(from..to.max(from));
        let mut crowd: Vec<u32> = ranks.take(LONGEST_LIST).collect();
        let all = events.range_cardinality(from..to.max(from));
        // The last one tells over how many days they are spread.
        crowd.extend(events.range(from..to.max(from)).next_back());
        crowd.dedup();
        let crowd = crowd.into_iter().filter_map(|rank| store.at_rank(rank));
        (crowd.collect(), usize::try_from(all).unwrap_or(usize::MAX))
    };
    if rank >= store.dated() {
        let end = u32::try_from(store.len()).unwrap_or(u32::MAX);
        return of_ranks(store.dated(), end);
    }
    match picture.band(lane).map(|band| &band.content) {
        Some(Content::Marks(marks)) => {
            let mut clusters = marks.iter().filter(|mark| mark.is_cluster());
            let here = clusters.find(|mark| mark.events.contains(&event));
            here.map_or(none, |mark| (mark.events.clone(), mark.events.len()))
        }
        Some(Content::Density(_)) => {
            if picture.scale.columns_of(DAY) >= ROOMY_DAY {
                let day = moment_of(store, event).map(Moment::day);
                return day.map_or(none, |day| {
                    of_ranks(store.rank_from(day), store.rank_from(day.plus(1)))
                });
            }
            let (edges, _) = edges(store, &picture.scale);
            let mut edges = edges.into_iter();
            let here = edges.find(|(from, to)| (*from..*to).contains(&rank));
            here.map_or(none, |(from, to)| of_ranks(from, to))
        }
        None => none,
    }
}
