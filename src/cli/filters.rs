//! The filters that the viewer and the commands share: from words of the command line to a filter of the store.

use std::str::FromStr;

use clap::Args;
use roaring::RoaringBitmap;

use super::named::actor_named;
use super::outcome::Failure;
use crate::model::{Bounds, Date, Day, Event, Status};
use crate::store::{ActorTerm, EventIx, Filter, Search, Side, Store, View};

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
    /// Any, if there is none.
    status: Vec<Status>,
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
            },
            search: search.transpose()?,
            status: Vec::new(),
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
        let shared = &self.shared;
        let lists = [&shared.actor, &shared.exclude, &shared.speaker];
        lists.iter().all(|list| list.is_empty())
            && shared.days().is_none()
            && shared.search.is_none()
            && self.status.is_empty()
    }

    /// The selection in this timeline, which faults call `name`.
    pub(super) fn resolve(&self, store: &Store, name: &str) -> Result<Selection, Failure> {
        Ok(Selection {
            status: self.status.clone(),
            ..self.shared.resolve(store, name)?
        })
    }
}

impl Selection {
    /// The events that are left, in the order of time.
    pub(super) fn view(&self, store: &Store) -> View {
        View::new(store, &self.kept(store))
    }

    /// The events that are left, by position.
    pub(super) fn kept(&self, store: &Store) -> RoaringBitmap {
        self.kept_by(&self.filter, store)
    }

    /// The events that are left, and those that may be: a date that nobody can read could lie on any day.
    pub(super) fn kept_or_unreadable(&self, store: &Store) -> RoaringBitmap {
        let kept = self.kept(store);
        if self.filter.dates.is_none() {
            return kept;
        }
        let undated = Filter {
            dates: None,
            ..self.filter.clone()
        };
        let mut perhaps = self.kept_by(&undated, store);
        perhaps = perhaps
            .into_iter()
            .filter(|event| {
                store
                    .event(EventIx(*event))
                    .is_some_and(has_unreadable_date)
            })
            .collect();
        kept | perhaps
    }

    fn kept_by(&self, filter: &Filter, store: &Store) -> RoaringBitmap {
        let is_kept = |position: &u32| {
            store.event(EventIx(*position)).is_some_and(|event| {
                let found = |search: &Search| search.matches(store, event);
                self.search.as_ref().is_none_or(found)
                    && (self.status.is_empty() || self.status.contains(&event.status))
            })
        };
        filter.apply(store).into_iter().filter(is_kept).collect()
    }
}

fn has_unreadable_date(event: &Event) -> bool {
    let mut dates = event
        .claims
        .iter()
        .filter_map(|claim| claim.date.as_deref());
    dates.any(|date| Date::parse(date).is_err())
}
