//! The words of a claim's date, read again under another day of publication. A claim follows only where the rules read its words
//! as its author did.

use std::ops::Range;

use super::turn::Turn;
use crate::extract::recognise::recognise;
use crate::extract::times::Timex;
use crate::model::{Anchor, Claim, Day, Role};
use crate::text::{Offsets, resolve};

/// Both readings of a text.
pub(super) struct Reader<'a> {
    text: &'a str,
    offsets: Offsets,
    old: Vec<Timex>,
    new: Vec<Timex>,
}

impl<'a> Reader<'a> {
    /// Reads the text under the day that it had, as far as one was known, and under the new one.
    pub(super) fn new(turn: Turn<'a>, was: Option<Day>) -> Self {
        let times = |day: Option<Day>| recognise(turn.text, turn.language, day, None).times;
        Self {
            text: turn.text,
            offsets: Offsets::new(turn.text),
            old: times(was),
            new: times(Some(turn.day)),
        }
    }

    /// Gives a claim the date that its words have now, or says why it stays.
    pub(super) fn follow(&self, claim: &mut Claim) -> Result<(), &'static str> {
        let dates = claim
            .anchors
            .iter()
            .filter(|anchor| anchor.role == Role::Date);
        let ranges: Vec<Range<usize>> = dates.filter_map(|anchor| self.range(anchor)).collect();
        if ranges.is_empty() {
            return Err("no words are linked to its date");
        }
        let mut known = false;
        for range in &ranges {
            let Some(place) = at(&self.old, range) else {
                continue;
            };
            known = true;
            let Some(old) = self.old.get(place) else {
                continue;
            };
            if date(old) != claim.date.as_deref() {
                continue;
            }
            let new = at(&self.new, &old.range).and_then(|place| self.new.get(place));
            let Some(new) = new else { continue };
            let Some(day) = date(new) else { continue };
            if claim.timex.as_ref() == Some(&old.value) {
                claim.timex = Some(new.value.clone());
            }
            claim.date = Some(day.to_owned());
            return Ok(());
        }
        Err(match known {
            true => "the rules read its words otherwise than the one who wrote it down",
            false => "the rules find no date in its words",
        })
    }

    fn range(&self, anchor: &Anchor) -> Option<Range<usize>> {
        resolve(self.text, &self.offsets, anchor).range()
    }
}

/// The expression at a place of the text: the same words, else those that hold them or that they hold.
fn at(times: &[Timex], range: &Range<usize>) -> Option<usize> {
    let same = times.iter().position(|timex| timex.range == *range);
    same.or_else(|| {
        times.iter().position(|timex| {
            let (one, other) = (&timex.range, range);
            (one.start <= other.start && other.end <= one.end)
                || (other.start <= one.start && one.end <= other.end)
        })
    })
}

/// The date of an expression, its clock time aside.
fn date(timex: &Timex) -> Option<&str> {
    timex.edtf.as_deref()?.split('T').next()
}
