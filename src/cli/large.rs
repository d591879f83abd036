//! Inputs whose records stream, in the viewer: shown while they are read. What is read whole and checked first is in `input`.

use std::io;

use super::args::ViewArgs;
use super::outcome::{Failure, Outcome};
use super::view::no_terminal;
use crate::app::{Start, State, Wanted};
use crate::format::stream::Opened;
use crate::model::{Fault, FaultKind};
use crate::store::{Store, Wake};
use crate::tui::{Looks, Viewer};

/// Timelines from this size on, in bytes, are shown while they are read. Smaller ones are read whole and checked, word by
/// word, before anything is shown.
pub(super) const LARGE: u64 = 4 << 20;

/// Begins to read an input whose records stream.
pub(super) fn begin(input: Opened, wake: Wake) -> Result<Store, Fault> {
    let name = input.name.clone();
    Store::begin(input, &name, wake).map_err(|error| {
        let cause = format!("cannot be opened: {error}");
        let mend = "close other files and try again";
        Fault::new(FaultKind::Io, name, cause, mend)
    })
}

/// Shows an input that streams on a terminal.
pub(super) fn show(
    mut input: Opened,
    arguments: &ViewArgs,
    looks: Looks,
) -> Result<Outcome, Failure> {
    input.events_first();
    let name = input.name.clone();
    let unusable = |error: io::Error| no_terminal(name.clone(), &error);
    let viewer = Viewer::new().map_err(unusable)?;
    let mut store = begin(input, viewer.wake())?;
    let mut start = Start {
        name: name.clone(),
        no_mouse: arguments.no_mouse,
        wanted: Wanted {
            event: arguments.event.clone(),
            at: arguments.at,
        },
        ..Start::default()
    };
    if !arguments.filters.is_empty() {
        // Names can be found once all of them are known.
        start.notices = store.wait_for_all().faults;
        let selection = arguments.filters.resolve(&store, &name)?;
        start.filter = selection.filter;
        start.search = selection.search.map(|search| search.query().to_owned());
    }
    viewer
        .run(State::new(store, start), looks)
        .map_err(unusable)?;
    Ok(Outcome::Done)
}
