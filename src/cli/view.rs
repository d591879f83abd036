//! The command without a name: the viewer on a terminal, the plain list anywhere else. Nothing here draws.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};

use super::args::{Format, ViewArgs};
use super::input::{Input, Shown, name_broken, no_reading};
use super::list::Listing;
use super::named::event_named;
use super::outcome::{Failure, Outcome};
use super::stream_list::Asked;
use super::streamed::{Way, way};
use super::{Streams, large, list, stream_list};
use crate::app::{Start, State, Wanted};
use crate::format::stream::Opened;
use crate::model::{Fault, FaultKind};
use crate::tui::Viewer;

pub(super) fn run(arguments: ViewArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    arguments.filters.check()?;
    let is_terminal = io::stdout().is_terminal();
    // A wrong name is told before anything is read.
    let looks = match is_terminal && !is_dumb() {
        true => Some(arguments.look.looks()?),
        false => None,
    };
    let input = match one(&arguments)? {
        One::Streams(opened) => match looks {
            Some(looks) => return large::show(*opened, &arguments, looks),
            None => return list_streamed(&arguments, *opened, streams),
        },
        One::Read(input) => *input,
        One::NotYet => Input::read_files(&arguments.files, &arguments.reading, streams)?,
    };
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
    if let Some(looks) = looks {
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
            .run(State::new(opened.store, start), looks)
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

/// What became of the one file, if there is one.
enum One {
    Streams(Box<Opened>),
    Read(Box<Input>),
    NotYet,
}

fn one(arguments: &ViewArgs) -> Result<One, Failure> {
    let [path] = arguments.files.as_slice() else {
        return Ok(One::NotYet);
    };
    Ok(match way(path, &arguments.stream)? {
        Way::Streams(opened) => {
            no_reading(&arguments.reading)?;
            One::Streams(opened)
        }
        Way::Bytes(bytes) => One::Read(Box::new(Input::of_bytes(bytes, path, &arguments.reading)?)),
        Way::Whole => One::NotYet,
    })
}

fn list_streamed(
    arguments: &ViewArgs,
    opened: Opened,
    streams: &mut Streams,
) -> Result<Outcome, Failure> {
    let asked = Asked {
        names_actors: arguments.filters.names_actors(),
        resolve: &|store, name| arguments.filters.resolve(store, name),
        format: Format::Text,
        language: None,
    };
    stream_list::run(&asked, opened, streams)
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
