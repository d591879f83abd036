//! `show`: events with the verbatim words that state them, in four formats.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use super::args::{Format, ShowArgs};
use super::dossier::Dossier;
use super::input::{Input, Shown};
use super::list::nothing;
use super::named::event_named;
use super::outcome::{Failure, Outcome};
use super::titles::no_titles;
use super::{Streams, json, show_markdown, show_text, tsv};
use crate::format::{Encoding, to_json_string};
use crate::model::Fault;
use crate::store::{EventIx, Store};

/// Extensions of articles.
const ARTICLES: [&str; 5] = ["txt", "md", "markdown", "html", "htm"];

/// Between two events of the plain text.
const BETWEEN: &str = "\n--------\n\n";

pub(super) fn run(arguments: &ShowArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    arguments.filters.check()?;
    let (file, wanted) = file_and_events(&arguments.words);
    if wanted.is_empty() && arguments.filters.is_empty() {
        return Err(Failure::usage(
            "show",
            "neither an EVENT nor a filter says what to show",
            "name an event after the file, linimasa show FILE EVENT, or filter: --actor NAME",
        ));
    }
    let Shown { opened, name, .. } =
        Input::read(file, &arguments.reading, &arguments.stream, streams)?.open(streams)?;
    let store = &opened.store;
    let view = arguments.filters.resolve(store, &name)?.view(store);
    let events: Vec<EventIx> = if wanted.is_empty() {
        view.iter().collect()
    } else {
        let named = named(store, wanted, &name, file.is_some())?;
        let is_left = |event: &EventIx| view.contains(*event);
        named.into_iter().filter(is_left).collect()
    };
    let language = arguments.titles.as_deref();
    if let Some(remark) = no_titles(store, language, &name) {
        streams.say(&remark);
    }
    let mut dossiers = events
        .iter()
        .filter_map(|event| Dossier::new(store, *event, language));
    match arguments.format {
        Format::Text => {
            for (place, dossier) in dossiers.enumerate() {
                let before = if place > 0 { BETWEEN } else { "" };
                write!(streams.out, "{before}")?;
                show_text::write(&dossier, streams.out)?;
            }
            if events.is_empty() {
                streams.say(&nothing("show", store, &name));
            }
        }
        Format::Json if wanted.len() == 1 && arguments.filters.is_empty() => {
            if let Some(dossier) = dossiers.next() {
                let text = to_json_string(&dossier, true).map_err(json::unwritable)?;
                writeln!(streams.out, "{text}")?;
            }
        }
        Format::Json => json::array(dossiers, streams.out)?,
        Format::Jsonl => {
            for dossier in dossiers {
                json::line(&dossier, streams.out)?;
            }
        }
        Format::Tsv => tsv::show(dossiers, streams.out)?,
        Format::Md => {
            for (place, dossier) in dossiers.enumerate() {
                let before = if place > 0 { "\n" } else { "" };
                write!(streams.out, "{before}")?;
                show_markdown::write(&dossier, streams.out)?;
            }
        }
    }
    Ok(Outcome::Done)
}

/// The file, if the first word names one, and the words that name events.
fn file_and_events(words: &[OsString]) -> (Option<&Path>, &[OsString]) {
    match words {
        [first, events @ ..] if is_file(first) => (Some(Path::new(first)), events),
        events => (None, events),
    }
}

/// As the help says: what reads as a file stays one where it is missing, so that its absence is told.
fn is_file(word: &OsStr) -> bool {
    let path = Path::new(word);
    let is_url = word.to_str().is_some_and(|word| word.contains("://"));
    word == "-"
        || is_url
        || Encoding::from_path(path).is_some()
        || is_article(path)
        || path.metadata().is_ok_and(|metadata| !metadata.is_dir())
}

/// Whether a name is one that articles have.
fn is_article(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str);
    let extension = extension.map(str::to_ascii_lowercase);
    extension.is_some_and(|extension| ARTICLES.contains(&extension.as_str()))
}

/// The events as they were named, each once.
fn named(
    store: &Store,
    wanted: &[OsString],
    name: &str,
    has_file: bool,
) -> Result<Vec<EventIx>, Fault> {
    let mut events = Vec::new();
    for (place, word) in wanted.iter().enumerate() {
        let event = event_named(store, &word.to_string_lossy(), name).map_err(|mut fault| {
            if place == 0 && !has_file {
                fault.cause.push_str(" and no file of this name");
            }
            fault
        })?;
        if !events.contains(&event) {
            events.push(event);
        }
    }
    Ok(events)
}
