//! Large files in the viewer: shown while they are read. Small ones are read whole and checked first, see `input`.

use std::io;

use super::args::ViewArgs;
use super::outcome::{Failure, Outcome};
use super::view::no_terminal;
use crate::app::{Start, State, Wanted};
use crate::format::Encoding;
use crate::format::stream::{Limits, RecordKind};
use crate::model::{Fault, FaultKind};
use crate::store::{Input, Store};
use crate::tui::Viewer;

/// Files from this size on, in bytes, are shown while they are read.
pub(super) const LARGE: u64 = 4 << 20;

/// Shows a large file on a terminal; `None` if it is no such file.
pub(super) fn view(arguments: &ViewArgs) -> Result<Option<Outcome>, Failure> {
    let [path] = arguments.files.as_slice() else {
        return Ok(None);
    };
    let size = std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    let is_lines = Encoding::from_path(path) == Some(Encoding::JsonLines);
    if !is_lines || size < LARGE {
        return Ok(None);
    }
    let name = path.display().to_string();
    let input = Input::of_file(path, RecordKind::NativeLines, Limits::default());
    let input = input.map_err(|error| {
        let cause = format!("cannot be read: {error}");
        Fault::new(
            FaultKind::Io,
            &name,
            cause,
            "check the path and its permissions",
        )
    })?;
    let unusable = |error: io::Error| no_terminal(name.clone(), &error);
    let viewer = Viewer::new().map_err(unusable)?;
    let mut store = Store::begin(input, viewer.wake());
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
    viewer.run(State::new(store, start)).map_err(unusable)?;
    Ok(Some(Outcome::Done))
}
