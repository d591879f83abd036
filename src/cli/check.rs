//! `check`: the faults of a timeline, or of the events that filters leave. What counts as a fault is decided in `store`.

use super::args::{CheckArgs, Format};
use super::fault_owner::Owners;
use super::filters::Selection;
use super::input::Input;
use super::outcome::{Failure, Outcome};
use super::row::count;
use super::{Streams, findings};
use crate::model::Event;
use crate::store::Store;

pub(super) fn run(arguments: &CheckArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    arguments.filters.check()?;
    let file = arguments.file.as_deref();
    let input = Input::read(file, &arguments.reading, &arguments.stream, streams)?;
    let name = input.name.clone();
    let (store, mut faults) = input.examine();
    let selection = arguments.filters.resolve(&store, &name)?;
    let events = left(&store, &selection);
    if !arguments.filters.is_empty() {
        let owners = owners(&store, &events);
        faults.retain(|fault| owners.tells(fault));
    }
    findings::write(&faults, arguments.format, streams.out)?;
    if !faults.is_empty() {
        return Ok(Outcome::Findings);
    }
    if arguments.format == Format::Text {
        let claims = events.iter().flat_map(|event| &event.claims);
        let anchors = claims.map(|claim| claim.anchors.len()).sum();
        writeln!(
            streams.out,
            "no faults: {}, {}, {}",
            count(events.len(), "event"),
            count(anchors, "anchor"),
            count(store.source_count(), "source")
        )?;
    }
    Ok(Outcome::Done)
}

/// The events whose faults are told.
fn left<'a>(store: &'a Store, selection: &Selection) -> Vec<&'a Event> {
    let kept = selection.kept_or_unreadable(store);
    kept.into_iter()
        .filter_map(|event| store.event_in_memory(event))
        .collect()
}

fn owners<'a>(store: &'a Store, left: &[&'a Event]) -> Owners<'a> {
    let kept: std::collections::HashSet<&str> =
        left.iter().map(|event| event.id.as_str()).collect();
    Owners {
        left_out: store.ids().filter(|id| !kept.contains(id)).collect(),
        kept,
    }
}
