//! How sure it is that the article tells an event with this date, in per cent. The figures order drafts for a reader; they are
//! no probabilities.

use super::FoundEvent;
use super::material::Material;
use crate::extract::times::{Basis, Counted};

/// An explicit date in the article's own words.
const SUREST: u8 = 95;
/// An event without a date.
pub(super) const UNDATED: u8 = 30;
/// A main event that only the day of publication dates.
pub(super) const WITHOUT_WORDS: u8 = 40;

pub(super) fn confidence(material: &Material<'_>, event: &FoundEvent) -> u8 {
    if event.times.is_empty() {
        return event.confidence;
    }
    let times = event.times.iter();
    let times = times.filter_map(|place| material.found.times.get(*place));
    let mut best = 0;
    for timex in times {
        let mut sure = match timex.basis {
            Basis::Explicit => SUREST,
            Basis::Relative => SUREST - 10,
            Basis::Vague => SUREST - 25,
        };
        if timex.relative_to == Counted::Event {
            sure -= 15;
        }
        if timex.weekday_disagrees || timex.could_be.is_some() {
            sure -= 20;
        }
        let quoted = material
            .quotes_in(&timex.range)
            .iter()
            .any(|quote| quote.range.contains(&timex.range.start));
        if quoted {
            sure -= 10;
        }
        best = best.max(sure);
    }
    best
}
