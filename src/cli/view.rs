//! The command without a name: the viewer on a terminal, the plain list anywhere else. Nothing here draws.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};

use super::args::ViewArgs;
use super::input::{Input, Shown, name_broken};
use super::list::Listing;
use super::named::event_named;
use super::outcome::{Failure, Outcome};
use super::{Streams, large, list};
use crate::app::{Start, State, Wanted};
use crate::model::{Fault, FaultKind};
use crate::tui::Viewer;

pub(super) fn run(arguments: ViewArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    arguments.filters.check()?;
    let is_terminal = io::stdout().is_terminal();
    if is_terminal
        && !is_dumb()
        && let Some(outcome) = large::view(&arguments)?
    {
        return Ok(outcome);
    }
    let input = Input::read_files(&arguments.files, &arguments.reading, streams)?;
    let Shown {
        mut opened,
        name,
        is_built,
        broken,
    } = input.open(streams)?;
    let selection = arguments.filters.resolve(&opened.store, &name)?;
    let event = match &arguments.event {
        Some(event) => Some(event_named(&opened.store, event, &name)?),
        None => None,
    };
    if is_terminal && !is_dumb() {
        let start = Start {
            event,
            name,
            notices: opened.notices,
            filter: selection.filter,
            search: selection.search.map(|search| search.query().to_owned()),
            at: arguments.at,
            no_mouse: arguments.no_mouse,
            is_built,
            wanted: Wanted::default(),
        };
        let name = start.name.clone();
        let unusable = |error: io::Error| no_terminal(name.clone(), &error);
        let viewer = Viewer::new().map_err(unusable)?;
        opened.store.set_wake(viewer.wake());
        viewer
            .run(State::new(opened.store, start))
            .map_err(unusable)?;
        return Ok(name_broken(&broken, streams));
    }
    if is_terminal {
        let cause = "this terminal cannot move its cursor (TERM=dumb), so here is the list";
        streams.say(&Fault::new(FaultKind::Usage, &name, cause, ""));
    }
    let listing = Listing {
        view: selection.view(&opened.store),
        store: &opened.store,
        language: None,
        is_as_in_file: false,
    };
    list::text(&listing, &name, streams)?;
    streams.out.flush()?;
    Ok(name_broken(&broken, streams))
}

/// Whether the terminal cannot move its cursor.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == OsStr::new("dumb"))
}

pub(super) fn no_terminal(name: String, error: &io::Error) -> Fault {
    let cause = format!("the terminal cannot be used: {error}");
    Fault::new(
        FaultKind::Io,
        name,
        cause,
        "pipe it to a pager: linimasa | less",
    )
}
