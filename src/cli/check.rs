//! `check`: every fault of a timeline, one a line. What counts as a fault is decided in `store`.

use super::Streams;
use super::args::CheckArgs;
use super::input::Input;
use super::outcome::{Failure, Outcome};
use super::row::count;
use crate::text::SafeText;

pub(super) fn run(arguments: &CheckArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    let (store, faults) = Input::read(arguments.file.as_deref())?.examine();
    for fault in &faults {
        writeln!(streams.out, "{}", SafeText::new(&fault.to_string()))?;
    }
    if !faults.is_empty() {
        return Ok(Outcome::Findings);
    }
    let timeline = store.timeline();
    let claims = timeline.events.iter().flat_map(|event| &event.claims);
    let anchors = claims.map(|claim| claim.anchors.len()).sum();
    writeln!(
        streams.out,
        "no faults: {}, {}, {}",
        count(timeline.events.len(), "event"),
        count(anchors, "anchor"),
        count(timeline.sources.len(), "source")
    )?;
    Ok(Outcome::Done)
}
