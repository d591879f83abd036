//! `list`: the events that a selection leaves, in the order of time, in four formats.

use std::io::Write;

use serde_json::Error as JsonError;

use super::args::{Format, ListArgs};
use super::input::Input;
use super::outcome::{Failure, Outcome};
use super::row::{Row, count};
use super::{Streams, list_text, markdown, tsv};
use crate::format::to_json_string;
use crate::model::{Fault, FaultKind};
use crate::store::{Store, View};

pub(super) fn run(arguments: &ListArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    arguments.filters.check()?;
    let (opened, name) = Input::read(arguments.file.as_deref())?.open(streams)?;
    let store = &opened.store;
    let selection = arguments.filters.resolve(store, &name)?;
    let view = selection.view(store, |event| {
        let status = store.event(event).map(|event| event.status);
        arguments.status.is_empty()
            || status.is_some_and(|status| arguments.status.contains(&status))
    });
    match arguments.format {
        Format::Text => text(store, &view, &name, streams)?,
        Format::Json => json(store, &view, streams.out)?,
        Format::Tsv => tsv::list(store, &view, streams.out)?,
        Format::Md => markdown::list(store, &view, streams.out)?,
    }
    Ok(Outcome::Done)
}

/// The plain list. An empty one is explained on standard error.
pub(super) fn text(
    store: &Store,
    view: &View,
    name: &str,
    streams: &mut Streams,
) -> Result<(), Failure> {
    list_text::write(store, view, streams.out)?;
    if view.is_empty() {
        let cause = format!("nothing to list of {}", count(store.len(), "event"));
        streams.say(&Fault::new(FaultKind::Unknown, name, cause, ""));
    }
    Ok(())
}

/// One array, an object a line, so that a million events need no memory of their own.
fn json(store: &Store, view: &View, out: &mut dyn Write) -> Result<(), Failure> {
    let mut before = "[\n";
    for row in view
        .events()
        .iter()
        .filter_map(|event| Row::new(store, *event))
    {
        write!(
            out,
            "{before}{}",
            to_json_string(&row, false).map_err(unwritable)?
        )?;
        before = ",\n";
    }
    let end = if view.is_empty() { "[]\n" } else { "\n]\n" };
    Ok(out.write_all(end.as_bytes())?)
}

/// What no JSON reader would take back.
pub(super) fn unwritable(error: JsonError) -> Failure {
    let cause = format!("this cannot be written as JSON: {error}");
    let mend = "nest the values of unknown keys less deeply";
    Fault::new(FaultKind::Syntax, "standard output", cause, mend).into()
}
