//! The filters that the viewer and the commands share: from words of the command line to a filter of the store.

use std::str::FromStr;

use super::named::actor_named;
use super::outcome::Failure;
use crate::model::{Bounds, Date, Day, Event, Status};
use crate::store::{ActorTerm, EventIx, Filter, Search, Side, Store, View};
use clap::Args;

/// What the viewer can narrow.
#[derive(Debug, Default, Args)]
pub(super) struct FilterArgs {
    /// Keep events of this actor: its id, name or an alias (repeatable: of all of them)
    #[arg(long, value_name = "NAME")]
    actor: Vec<String>,
    /// Leave out events of this actor (repeatable)
    #[arg(long, value_name = "NAME")]
    exclude: Vec<String>,
    /// Keep events in which this actor speaks (repeatable)
    #[arg(long, value_name = "NAME")]
    speaker: Vec<String>,
    /// Of several actors or speakers, one is enough
    #[arg(long)]
    any: bool,
    /// Keep events that may lie on or after this date's first day (EDTF: 2025-07-03, 2025-07)
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<Bounds>,
    /// Keep events that may lie on or before this date's last day
    #[arg(long, value_name = "DATE", value_parser = date)]
    to: Option<Bounds>,
    /// Keep events whose titles, actors or anchored words hold this text
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
}

/// What `list`, `show` and `check` can narrow: the viewer's filters, and the status.
#[derive(Debug, Default, Args)]
pub(super) struct EventFilters {
    #[command(flatten)]
    shared: FilterArgs,
    /// Keep events of this status: happened, planned or claimed (repeatable)
    #[arg(long, value_name = "STATUS", value_parser = Status::from_str)]
    status: Vec<Status>,
}

/// What is kept.
#[derive(Debug, Default)]
pub(super) struct Selection {
    pub(super) filter: Filter,
    pub(super) search: Option<Search>,
}

/// The days of an EDTF date.
pub(super) fn date(text: &str) -> Result<Bounds, String> {
    let bounds = Date::parse(text).map_err(|error| {
        format!("{error}; write it as EDTF, such as 2025-07-03, 2025-07 or 2025")
    })?;
    Ok(bounds.bounds())
}

impl FilterArgs {
    /// What can be judged without a timeline.
    pub(super) fn check(&self) -> Result<(), Failure> {
        if self.days().is_some_and(|days| days.earliest > days.latest) {
            let mend = "give --to a date that is not before --from";
            return Err(Failure::usage(
                "--from, --to",
                "the range ends before it begins",
                mend,
            ));
        }
        if self
            .search
            .as_ref()
            .is_some_and(|words| words.trim().is_empty())
        {
            return Err(Failure::usage(
                "--search",
                "there is nothing to look for",
                "give it a word",
            ));
        }
        Ok(())
    }

    /// Whether everything is kept.
    pub(super) fn is_empty(&self) -> bool {
        let lists = [&self.actor, &self.exclude, &self.speaker];
        lists.iter().all(|list| list.is_empty()) && self.days().is_none() && self.search.is_none()
    }

    /// Whether actors are asked for.
    pub(super) fn names_actors(&self) -> bool {
        let lists = [&self.actor, &self.exclude, &self.speaker];
        lists.iter().any(|list| !list.is_empty())
    }

    fn days(&self) -> Option<Bounds> {
        if self.from.is_none() && self.to.is_none() {
            return None;
        }
        let earliest = self.from.map_or(Day::MIN, |from| from.earliest);
        Some(Bounds::days(
            earliest,
            self.to.map_or(Day::MAX, |to| to.latest),
        ))
    }

    /// The selection in this timeline, which faults call `name`.
    pub(super) fn resolve(&self, store: &Store, name: &str) -> Result<Selection, Failure> {
        let mut actors = Vec::new();
        for (option, names, side, as_speaker) in [
            ("--actor", &self.actor, Side::Include, false),
            ("--speaker", &self.speaker, Side::Include, true),
            ("--exclude", &self.exclude, Side::Exclude, false),
        ] {
            for wanted in names {
                let actor =
                    actor_named(store, wanted, name).map_err(|fault| fault.at_place(option))?;
                actors.push(ActorTerm {
                    actor,
                    side,
                    as_speaker,
                });
            }
        }
        let search = self.search.as_deref().map(|words| {
            Search::new(words)
                .ok_or_else(|| Failure::usage("--search", "the text is too long", "look for less"))
        });
        Ok(Selection {
            filter: Filter {
                actors,
                any: self.any,
                dates: self.days(),
                statuses: Vec::new(),
            },
            search: search.transpose()?,
        })
    }
}

impl EventFilters {
    /// What can be judged without a timeline.
    pub(super) fn check(&self) -> Result<(), Failure> {
        self.shared.check()
    }

    /// Whether everything is kept.
    pub(super) fn is_empty(&self) -> bool {
        self.shared.is_empty() && self.status.is_empty()
    }

    /// Whether actors are asked for.
    pub(super) fn names_actors(&self) -> bool {
        self.shared.names_actors()
    }

    /// The selection in this timeline, which faults call `name`.
    pub(super) fn resolve(&self, store: &Store, name: &str) -> Result<Selection, Failure> {
        let mut selection = self.shared.resolve(store, name)?;
        selection.filter.statuses.clone_from(&self.status);
        Ok(selection)
    }
}

impl Selection {
    /// The events that are left, in the order of time.
    pub(super) fn view(&self, store: &Store) -> View {
        let view = self.filter.view(store);
        match &self.search {
            Some(search) => search.run(store, &view).events,
            None => view,
        }
    }

    /// The events that are left, and those that may be: a date that nobody can read could lie on any day. In the order of
    /// time.
    pub(super) fn kept_or_unreadable(&self, store: &Store) -> Vec<EventIx> {
        let view = self.view(store);
        if self.filter.dates.is_none() {
            return view.iter().collect();
        }
        let undated = Self {
            filter: Filter {
                dates: None,
                ..self.filter.clone()
            },
            search: self.search.clone(),
        };
        let perhaps = |event: &EventIx| {
            let record = store.event_in_memory(*event);
            view.contains(*event) || record.is_some_and(has_unreadable_date)
        };
        undated.view(store).iter().filter(perhaps).collect()
    }
}

fn has_unreadable_date(event: &Event) -> bool {
    let mut dates = event
        .claims
        .iter()
        .filter_map(|claim| claim.date.as_deref());
    dates.any(|date| Date::parse(date).is_err())
}
