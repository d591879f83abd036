//! From a date to the event that it leads to.

use super::state::State;
use crate::model::Bounds;
use crate::store::EventIx;

impl State {
    /// The event that a date leads to: the first one that begins then, else the narrowest one that may have been then, else the
    /// next one, else the last. What is
    /// open towards the past or the future may have been at any time, and is no answer.
    pub(super) fn event_at(&self, at: Bounds) -> Option<EventIx> {
        let dated = || {
            let events = self.view.iter();
            events.filter_map(|event| Some((event, self.store.bounds(event)?)))
        };
        let closed = |bounds: &Bounds| !bounds.starts_open() && !bounds.ends_open();
        let then = dated().filter(|(_, bounds)| closed(bounds) && bounds.overlaps(&at));
        let begins = || {
            let mut events = dated();
            events.find(|(_, bounds)| {
                closed(bounds) && bounds.earliest >= at.earliest && bounds.earliest <= at.latest
            })
        };
        let narrowest = then.min_by_key(|(_, bounds)| bounds.latest.since(bounds.earliest));
        let narrowest = begins().or(narrowest);
        let next = || dated().find(|(_, bounds)| bounds.earliest > at.latest);
        let found = narrowest.or_else(next).or_else(|| dated().next_back());
        found.map(|(event, _)| event)
    }
}
