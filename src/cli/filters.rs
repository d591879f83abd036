//! The filters that `list` and the viewer share: from words of the command line to a filter of the store.

use clap::Args;

use super::near::{did_you_mean, nearest};
use super::outcome::Failure;
use crate::model::{Bounds, Date, Day, Fault, FaultKind};
use crate::store::{ActorIx, ActorTerm, EventIx, Filter, Search, Side, Store, View};

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
                let actor = actor_named(store, wanted)
                    .map_err(|(cause, mend)| unknown(name, option, cause, mend))?;
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
        })
    }
}

impl Selection {
    /// The events that are left, in the order of time.
    pub(super) fn view(&self, store: &Store, also: impl Fn(EventIx) -> bool) -> View {
        let found = |event: &u32| {
            let event = EventIx(*event);
            let model = store.event(event);
            let hit = |search: &Search| model.is_some_and(|model| search.matches(store, model));
            self.search.as_ref().is_none_or(hit) && also(event)
        };
        let kept = self.filter.apply(store).into_iter().filter(found).collect();
        View::new(store, &kept)
    }
}

fn unknown(name: &str, option: &str, cause: String, mend: String) -> Failure {
    Fault::new(FaultKind::Unknown, name, cause, mend)
        .at_place(option)
        .into()
}

/// The one actor of this name, or cause and mend.
fn actor_named(store: &Store, wanted: &str) -> Result<ActorIx, (String, String)> {
    let found = store.actors_named(wanted);
    match found.as_slice() {
        [actor] => Ok(*actor),
        [] => {
            let all = store.timeline().actors.iter().map(|actor| {
                let aliases = actor.aliases.iter().map(String::as_str);
                (
                    actor.name.as_str(),
                    [actor.id.as_str(), &actor.name].into_iter().chain(aliases),
                )
            });
            let mend = did_you_mean(&nearest(wanted, all));
            let mend = mend.unwrap_or_else(|| "give an actor's id, name or alias".to_owned());
            Err((format!("there is no actor “{wanted}”"), mend))
        }
        several => {
            let actors = several.iter().filter_map(|actor| store.actor(*actor));
            let names: Vec<String> = actors
                .map(|actor| format!("“{}” ({})", actor.id, actor.name))
                .collect();
            let cause = format!("“{wanted}” may be any of {}", names.join(", "));
            Err((cause, "give the id".to_owned()))
        }
    }
}

/// The event with this id, or a fault that names those near it.
pub(super) fn event_named(store: &Store, wanted: &str, name: &str) -> Result<EventIx, Fault> {
    store.find_event(wanted).ok_or_else(|| {
        let ids = store
            .timeline()
            .events
            .iter()
            .map(|event| event.id.as_str());
        let mend = did_you_mean(&nearest(wanted, ids.map(|id| (id, [id]))));
        let mend = mend.unwrap_or_else(|| "the ids are in linimasa list --format tsv".to_owned());
        Fault::new(
            FaultKind::Unknown,
            name,
            format!("there is no event “{wanted}”"),
            mend,
        )
    })
}
