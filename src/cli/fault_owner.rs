//! Whose fault is it: which events a fault of `check` may belong to, told from the place that it names.

use std::collections::HashSet;

use crate::model::Fault;

/// The ids of events that a selection keeps, and of those that it leaves out.
#[derive(Debug, Default)]
pub(super) struct Owners<'a> {
    pub(super) kept: HashSet<&'a str>,
    pub(super) left_out: HashSet<&'a str>,
}

impl Owners<'_> {
    /// Whether a fault is to be told: all but those that can only be of an event that was left out.
    pub(super) fn tells(&self, fault: &Fault) -> bool {
        let ids = fault.place.as_deref().map(event_ids).unwrap_or_default();
        let is_kept = ids.iter().any(|id| self.kept.contains(id));
        is_kept || !ids.iter().any(|id| self.left_out.contains(id))
    }
}

/// The ids that `event “id”` or `event “id”, evidence “words”` may name: several where an id holds such marks itself.
fn event_ids(place: &str) -> Vec<&str> {
    let Some(rest) = place.strip_prefix("event “") else {
        return Vec::new();
    };
    let ends = rest.match_indices('”').filter(|(end, mark)| {
        let after = rest.get(end + mark.len()..).unwrap_or_default();
        after.is_empty() || after.starts_with(", ")
    });
    ends.filter_map(|(end, _)| rest.get(..end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FaultKind;

    fn tells(place: &str) -> bool {
        let owners = Owners {
            kept: ["a", "d”, e"].into(),
            left_out: ["b", "d"].into(),
        };
        owners.tells(&Fault::new(FaultKind::Date, "f", "c", "m").at_place(place))
    }

    #[test]
    fn only_a_fault_of_an_event_left_out_is_not_told() {
        assert!(tells("event “a”"));
        assert!(tells("event “a”, evidence “b”"));
        assert!(!tells("event “b”"));
        assert!(!tells("event “b”, quote “a”"));
        assert!(tells("source “b”"));
        assert!(tells("actor “b”"));
        assert!(tells("event “d”, e”"));
        assert!(!tells("event “d”, date “x”"));
    }
}
