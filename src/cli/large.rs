//! Inputs whose records stream, in the viewer: shown while they are read. What is read whole and checked first is in `input`.

use std::io;
use std::path::Path;

use super::args::ViewArgs;
use super::articles::is_stdin;
use super::outcome::{Failure, Outcome};
use super::view::no_terminal;
use crate::app::{Start, State, Wanted};
use crate::format::Encoding;
use crate::format::stream::{Input, Opened, Options, RecordKind, open};
use crate::model::{Fault, FaultKind};
use crate::store::Store;
use crate::tui::Viewer;

/// Timelines from this size on, in bytes, are shown while they are read. Smaller ones are read whole and checked, word by
/// word, before anything is shown.
const LARGE: u64 = 4 << 20;

/// Shows an input that streams on a terminal; `None` if it is none.
pub(super) fn view(arguments: &ViewArgs) -> Result<Option<Outcome>, Failure> {
    let [path] = arguments.files.as_slice() else {
        return Ok(None);
    };
    let Some(input) = records(path)? else {
        return Ok(None);
    };
    show(*input, path, arguments).map(Some)
}

/// The records of a file that is not read whole.
fn records(path: &Path) -> Result<Option<Box<Opened>>, Fault> {
    if is_stdin(path) || !path.is_file() {
        return Ok(None);
    }
    let size = std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    let is_small = size < LARGE;
    if is_small && Encoding::from_path(path).is_some() {
        return Ok(None);
    }
    match open(path, &Options::default())? {
        Input::Records(opened) => {
            let is_native = !matches!(opened.kind, RecordKind::Table(_));
            Ok((!is_small || !is_native).then_some(opened))
        }
        Input::Other(_) => Ok(None),
    }
}

fn show(input: Opened, path: &Path, arguments: &ViewArgs) -> Result<Outcome, Failure> {
    let name = path.display().to_string();
    let unusable = |error: io::Error| no_terminal(name.clone(), &error);
    let viewer = Viewer::new().map_err(unusable)?;
    let store = Store::begin(input, &name, viewer.wake());
    let mut store = store.map_err(|error| {
        let cause = format!("cannot be opened: {error}");
        Fault::new(
            FaultKind::Io,
            &name,
            cause,
            "close other files and try again",
        )
    })?;
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
    Ok(Outcome::Done)
}
