//! `list`: the events that a selection leaves, in the order of time, in five formats. What streams is in `stream_list`.

use super::args::{Format, ListArgs, Sort};
use super::input::{Input, Shown, no_reading};
use super::outcome::{Failure, Outcome};
use super::row::{Row, count};
use super::stream_list::Asked;
use super::streamed::{Way, way};
use super::titles::no_titles;
use super::{Streams, dated_list, json, list_text, markdown, stream_list, tsv};
use crate::model::{Fault, FaultKind};
use crate::store::{EventIx, Store, View};

/// What is listed.
pub(super) struct Listing<'a> {
    pub(super) store: &'a Store,
    pub(super) view: View,
    /// Of the titles, where there are any in it.
    pub(super) language: Option<&'a str>,
    /// In the order of the file, not of time.
    pub(super) is_as_in_file: bool,
}

pub(super) fn run(arguments: &ListArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    arguments.filters.check()?;
    let file = arguments.file.as_deref();
    let found = match file {
        Some(path) => Some((path, way(path, &arguments.stream)?)),
        None => None,
    };
    let input = match found {
        Some((_, Way::Streams(opened))) => {
            no_reading(&arguments.reading)?;
            let asked = Asked {
                names_actors: arguments.filters.names_actors(),
                resolve: &|store, name| arguments.filters.resolve(store, name),
                format: arguments.format,
                language: arguments.titles.as_deref(),
            };
            return match arguments.sort {
                Some(Sort::Date) => dated_list::run(&asked, *opened, streams),
                Some(Sort::File) | None => stream_list::run(&asked, *opened, streams),
            };
        }
        Some((path, Way::Bytes(bytes))) => Input::of_bytes(bytes, path, &arguments.reading)?,
        Some((_, Way::Whole)) | None => Input::read_whole(file, &arguments.reading, streams)?,
    };
    let Shown { opened, name, .. } = input.open(streams)?;
    let store = &opened.store;
    let listing = Listing {
        store,
        view: arguments.filters.resolve(store, &name)?.view(store),
        language: arguments.titles.as_deref(),
        is_as_in_file: arguments.sort == Some(Sort::File),
    };
    if let Some(remark) = no_titles(store, listing.language, &name) {
        streams.say(&remark);
    }
    match arguments.format {
        Format::Text => text(&listing, &name, streams)?,
        Format::Json => json::array(listing.rows(), streams.out)?,
        Format::Jsonl => {
            for row in listing.rows() {
                json::line(&row, streams.out)?;
            }
        }
        Format::Tsv => tsv::list(&listing, streams.out)?,
        Format::Md => markdown::list(&listing, streams.out)?,
    }
    Ok(Outcome::Done)
}

/// The plain list. An empty one is explained on standard error.
pub(super) fn text(listing: &Listing, name: &str, streams: &mut Streams) -> Result<(), Failure> {
    list_text::write(listing, streams.out)?;
    if listing.view.is_empty() {
        streams.say(&nothing("list", listing.store, name));
    }
    Ok(())
}

/// The remark that a selection leaves nothing.
pub(super) fn nothing(to_do: &str, store: &Store, name: &str) -> Fault {
    let cause = format!("nothing to {to_do} of {}", count(store.len(), "event"));
    Fault::new(FaultKind::Unknown, name, cause, "")
}

impl<'a> Listing<'a> {
    /// The events, in their order.
    pub(super) fn events(&self) -> Vec<EventIx> {
        let mut events: Vec<EventIx> = self.view.iter().collect();
        if self.is_as_in_file {
            events.sort_unstable();
        }
        events
    }

    /// What is told of each event, in their order.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'a>> {
        let (store, language) = (self.store, self.language);
        let events = self.events().into_iter();
        events.filter_map(move |event| Row::new(store, event, language))
    }
}
