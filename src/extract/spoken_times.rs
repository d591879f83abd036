//! Temporal expressions inside direct speech, where the text says on which day it was spoken: there `kemarin` is the day before
//! that day, not before the publication. Which words are direct speech is decided in `speech`.

use std::ops::Range;

use super::speech::Quote;
use super::structure::{SentenceSpan, SpanKind};
use super::times::{Counted, TimesRules, Timex, timexes};
use super::tokens::Token;
use crate::model::{Bounds, Day, bounds_of};

/// Reads the expressions in quotes anew, counted from the day of the quote. Those that count from anything but the publication
/// stay as they are.
pub(super) fn recount(
    text: &str,
    tokens: &[Token],
    spans: &[SentenceSpan],
    rules: &TimesRules,
    quotes: &[Quote],
    published: Option<Day>,
    times: &mut [Timex],
) {
    for quote in quotes {
        let inside = within(times, &quote.range);
        let counts = |timex: &Timex| timex.relative_to == Counted::Publication;
        if !times
            .get(inside.clone())
            .unwrap_or_default()
            .iter()
            .any(counts)
        {
            continue;
        }
        let Some((said, day)) = said_on(times, spans, quotes, quote) else {
            continue;
        };
        if Some(day) == published {
            continue;
        }
        let from = tokens.partition_point(|token| (token.start as usize) < quote.range.start);
        let to = tokens.partition_point(|token| (token.end as usize) <= quote.range.end);
        let spoken = tokens.get(from..to.max(from)).unwrap_or_default();
        let again = timexes(text, spoken, &|_| false, rules, Some(day));
        for place in inside {
            let Some(timex) = times.get_mut(place).filter(|timex| counts(timex)) else {
                continue;
            };
            let same = |other: &&Timex| other.range == timex.range && counts(other);
            let Some(other) = again.iter().find(same) else {
                continue;
            };
            let before = timex.edtf.as_deref().and_then(bounds_of);
            *timex = Timex {
                relative_to: Counted::Timex(said),
                ..other.clone()
            };
            let after = timex.edtf.as_deref().and_then(bounds_of);
            if let (Some(before), Some(after)) = (before, after) {
                let days = after.earliest.since(before.earliest);
                follow(times, place, i32::try_from(days).unwrap_or(0));
            }
        }
    }
}

/// Moves the days that count from an expression by as many days as that one has moved.
fn follow(times: &mut [Timex], moved: usize, days: i32) {
    if days == 0 {
        return;
    }
    let mut all = vec![moved];
    for place in moved + 1..times.len() {
        let Some(timex) = times.get_mut(place) else {
            return;
        };
        let Counted::Timex(base) = timex.relative_to else {
            continue;
        };
        let day = timex.edtf.as_deref().and_then(|edtf| edtf.get(..DAY));
        let bounds = day.and_then(bounds_of).filter(Bounds::is_one_day);
        let (Some(bounds), true) = (bounds, all.contains(&base)) else {
            continue;
        };
        let (old, new) = (
            bounds.earliest.to_string(),
            bounds.earliest.plus(days).to_string(),
        );
        timex.value = timex.value.replace(&old, &new);
        timex.edtf = timex.edtf.as_deref().map(|edtf| edtf.replace(&old, &new));
        all.push(place);
    }
}

/// Bytes of an EDTF day.
const DAY: usize = 10;

/// The expressions that stand in a range, by their places.
fn within(times: &[Timex], range: &Range<usize>) -> Range<usize> {
    let from = times.partition_point(|timex| timex.range.start < range.start);
    let to = times.partition_point(|timex| timex.range.end <= range.end);
    from..to.max(from)
}

/// The one day that the sentence around a quote gives for it, with its place among the expressions.
fn said_on(
    times: &[Timex],
    spans: &[SentenceSpan],
    quotes: &[Quote],
    quote: &Quote,
) -> Option<(usize, Day)> {
    let cue = quote.cue.clone()?;
    let place = spans.partition_point(|span| span.range.end <= cue.start);
    let sentence = spans
        .get(place)
        .filter(|span| span.kind == SpanKind::Sentence)?;
    let candidates = within(times, &sentence.range);
    let spoken = |timex: &Timex| {
        let before = quotes.partition_point(|quote| quote.range.start <= timex.range.start);
        let last = before.checked_sub(1).and_then(|place| quotes.get(place));
        last.is_some_and(|quote| quote.range.contains(&timex.range.start))
    };
    candidates
        .filter_map(|place| Some((place, times.get(place)?)))
        .filter(|(_, timex)| timex.range.start >= cue.end && !spoken(timex))
        .find_map(|(place, timex)| {
            let bounds = bounds_of(timex.edtf.as_deref()?)?;
            bounds.is_one_day().then_some((place, bounds.earliest))
        })
}
