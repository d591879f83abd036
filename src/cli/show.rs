//! `show`: one event with the verbatim words that state it, in four formats.

use std::path::Path;

use super::args::{Format, ShowArgs};
use super::dossier::Dossier;
use super::filters::event_named;
use super::input::Input;
use super::list::unwritable;
use super::outcome::{Failure, Outcome};
use super::{Streams, show_markdown, show_text, tsv};
use crate::format::to_json_string;

pub(super) fn run(arguments: &ShowArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    let (opened, name) = Input::read(arguments.file.as_deref())?.open(streams)?;
    let event = event_named(&opened.store, &arguments.event, &name).map_err(|mut fault| {
        // One word alone names an event of the built-in timeline, which a file's name is not.
        if arguments.file.is_none() && Path::new(&arguments.event).is_file() {
            fault.mend = "name the event after the file: linimasa show FILE EVENT".to_owned();
        }
        fault
    })?;
    let Some(dossier) = Dossier::new(&opened.store, event) else {
        return Ok(Outcome::Done);
    };
    match arguments.format {
        Format::Text => show_text::write(&dossier, streams.out)?,
        Format::Json => {
            let json = to_json_string(&dossier, true).map_err(unwritable)?;
            writeln!(streams.out, "{json}")?;
        }
        Format::Tsv => tsv::show(&dossier, streams.out)?,
        Format::Md => show_markdown::write(&dossier, streams.out)?,
    }
    Ok(Outcome::Done)
}
