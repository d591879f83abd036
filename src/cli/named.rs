//! The actor or event that a word of the command line means, or a fault that names those near it.

use super::near::{did_you_mean, nearest};
use crate::model::{Fault, FaultKind};
use crate::store::{ActorIx, EventIx, Store};

/// The one actor with this id, name or alias.
pub(super) fn actor_named(store: &Store, wanted: &str, name: &str) -> Result<ActorIx, Fault> {
    let found = store.actors_named(wanted);
    let (cause, mend) = match found.as_slice() {
        [actor] => return Ok(*actor),
        [] => {
            let all = store.actors().iter().map(|actor| {
                let aliases = actor.aliases.iter().map(String::as_str);
                (
                    actor.name.as_str(),
                    [actor.id.as_str(), &actor.name].into_iter().chain(aliases),
                )
            });
            let mend = did_you_mean(&nearest(wanted, all));
            let mend = mend.unwrap_or_else(|| "give an actor's id, name or alias".to_owned());
            (format!("there is no actor “{wanted}”"), mend)
        }
        several => {
            let actors = several.iter().filter_map(|actor| store.actor(*actor));
            let names: Vec<String> = actors
                .map(|actor| format!("“{}” ({})", actor.id, actor.name))
                .collect();
            let cause = format!("“{wanted}” may be any of {}", names.join(", "));
            (cause, "give the id".to_owned())
        }
    };
    Err(Fault::new(FaultKind::Unknown, name, cause, mend))
}

/// The event with this id, else the one with this number of the list.
pub(super) fn event_named(store: &Store, wanted: &str, name: &str) -> Result<EventIx, Fault> {
    if let Some(event) = store.find_event(wanted) {
        return Ok(event);
    }
    let is_number = !wanted.is_empty() && wanted.bytes().all(|byte| byte.is_ascii_digit());
    let mend = if is_number {
        let number = wanted.parse().ok();
        if let Some(event) = number.and_then(|number| store.numbered(number)) {
            return Ok(event);
        }
        (!store.is_empty()).then(|| format!("the numbers go from 1 to {}", store.len()))
    } else {
        let ids = store.ids();
        did_you_mean(&nearest(wanted, ids.map(|id| (id, [id]))))
    };
    let mend = mend.unwrap_or_else(|| "linimasa list --format tsv has numbers and ids".to_owned());
    let cause = format!("there is no event “{wanted}”");
    Err(Fault::new(FaultKind::Unknown, name, cause, mend))
}
