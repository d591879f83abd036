//! `list`: the events that a selection leaves, in the order of time, in four formats.

use super::args::{Format, ListArgs};
use super::input::{Input, Shown};
use super::outcome::{Failure, Outcome};
use super::row::{Row, count};
use super::titles::no_titles;
use super::{Streams, json, list_text, markdown, tsv};
use crate::model::{Fault, FaultKind};
use crate::store::{Store, View};

/// What is listed.
pub(super) struct Listing<'a> {
    pub(super) store: &'a Store,
    pub(super) view: View,
    /// Of the titles, where there are any in it.
    pub(super) language: Option<&'a str>,
}

pub(super) fn run(arguments: &ListArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    arguments.filters.check()?;
    let input = Input::read(arguments.file.as_deref(), &arguments.reading, streams)?;
    let Shown { opened, name, .. } = input.open(streams)?;
    let store = &opened.store;
    let listing = Listing {
        store,
        view: arguments.filters.resolve(store, &name)?.view(store),
        language: arguments.titles.as_deref(),
    };
    if let Some(remark) = no_titles(store, listing.language, &name) {
        streams.say(&remark);
    }
    match arguments.format {
        Format::Text => text(&listing, &name, streams)?,
        Format::Json => json::array(listing.rows(), streams.out)?,
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
    /// Each event, in the order of time.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'a>> {
        let events = self.view.iter();
        events.filter_map(|event| Row::new(self.store, event, self.language))
    }
}
