//! The command without a name: the viewer on a terminal, the plain list anywhere else. Nothing here draws.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};

use super::args::ViewArgs;
use super::filters::event_named;
use super::input::Input;
use super::outcome::{Failure, Outcome};
use super::{Streams, list};
use crate::model::{Bounds, Fault, FaultKind};
use crate::store::{Filter, Opened, Search};

/// How the viewer begins.
#[derive(Debug, Clone, Default)]
pub struct ViewStart {
    /// How faults call the timeline.
    pub name: String,
    /// The filter in force.
    pub filter: Filter,
    /// The search in force.
    pub search: Option<Search>,
    /// Id of the event to start on; there is one.
    pub event: Option<String>,
    /// The days to start at, where no event is named.
    pub at: Option<Bounds>,
    /// Leave the mouse to the terminal.
    pub no_mouse: bool,
}

pub(super) fn run(arguments: ViewArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    arguments.filters.check()?;
    if arguments.files.len() > 1 {
        return Err(Failure::usage(
            "FILE",
            "this version opens one timeline at a time",
            "name one file; several articles at once come later",
        ));
    }
    let file = arguments.files.first().map(AsRef::as_ref);
    let (opened, name) = Input::read(file)?.open(streams)?;
    let selection = arguments.filters.resolve(&opened.store, &name)?;
    if let Some(event) = &arguments.event {
        event_named(&opened.store, event, &name)?;
    }
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == OsStr::new("dumb"));
    let is_terminal = io::stdout().is_terminal();
    if is_terminal && !is_dumb {
        let start = ViewStart {
            name,
            filter: selection.filter,
            search: selection.search,
            event: arguments.event,
            at: arguments.at,
            no_mouse: arguments.no_mouse,
        };
        open_viewer(opened, start)?;
        return Ok(Outcome::Done);
    }
    if is_terminal {
        let cause = "this terminal cannot move its cursor (TERM=dumb), so here is the list";
        streams.say(&Fault::new(FaultKind::Usage, &name, cause, ""));
    }
    let view = selection.view(&opened.store, |_| true);
    list::text(&opened.store, &view, &name, streams)?;
    Ok(Outcome::Done)
}

/// The place where the screen is connected.
fn open_viewer(_opened: Opened, start: ViewStart) -> Result<(), Fault> {
    let mend = "pipe it to a pager: linimasa | less";
    Err(Fault::new(
        FaultKind::Usage,
        start.name,
        "the viewer is not built in",
        mend,
    ))
}
