//! What holds of everything that is recognised in any text: spans are slices of it, places lie in their lists, nothing comes out
//! of boilerplate. Whether it is right is not asked here.

use std::fmt::Debug;
use std::ops::Range;

use linimasa::extract::names::FoundActor;
use linimasa::extract::{Counted, FoundEvent, Recognised, SpanKind};
use linimasa::model::Date;

/// One line for each thing that does not hold.
pub(crate) fn faults(text: &str, found: &Recognised) -> Vec<String> {
    let mut checks = Checks {
        text,
        words: spaced(text),
        found,
        faults: Vec::new(),
    };
    checks.structure();
    checks.times();
    checks.actors();
    checks.speech();
    checks.events();
    checks.faults
}

/// The titles that are empty or not the text's own words.
pub(crate) fn wrong_titles(text: &str, found: &Recognised) -> Vec<String> {
    let text = spaced(text);
    let titles = found.events.iter().map(|event| spaced(&event.title));
    titles
        .filter(|title| title.is_empty() || !text.contains(title))
        .map(|title| format!("a title that is not the text's own words: {title:?}"))
        .collect()
}

struct Checks<'a> {
    text: &'a str,
    /// The text with single spaces: a name may go on in the next line.
    words: String,
    found: &'a Recognised,
    faults: Vec<String>,
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Checks<'_> {
    fn hold(&mut self, holds: bool, what: &str, of: &dyn Debug) {
        if !holds {
            self.faults.push(format!("{what}: {of:?}"));
        }
    }

    fn slice(&mut self, range: &Range<usize>, of: &dyn Debug) {
        let words = self.text.get(range.clone());
        let some = words.is_some_and(|words| !words.trim().is_empty());
        self.hold(some, "no slice of the text", of);
    }

    /// A slice that nothing of the boilerplate touches.
    fn told(&mut self, range: &Range<usize>, of: &dyn Debug) {
        self.slice(range, of);
        let spans = &self.found.structure.spans;
        let from = spans.partition_point(|span| span.range.end <= range.start);
        let mut touched = spans.iter().skip(from);
        let clean = touched
            .by_ref()
            .take_while(|span| span.range.start < range.end)
            .all(|span| span.kind != SpanKind::Boilerplate);
        self.hold(clean, "stands in boilerplate", of);
    }

    /// Bytes of the letter that begins at a byte, and of the one that ends at it.
    fn letter(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.chars().next().map_or(0, char::len_utf8)
    }

    fn last_letter(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        before.chars().next_back().map_or(0, char::len_utf8)
    }

    fn verbatim(&mut self, words: &str, of: &dyn Debug) {
        let stands = !words.is_empty() && self.words.contains(&spaced(words));
        self.hold(stands, "not the text's own words", of);
    }

    fn in_order<'r>(&mut self, ranges: impl Iterator<Item = &'r Range<usize>>, what: &str) {
        let mut done = 0;
        for range in ranges {
            self.hold(range.start >= done, what, range);
            done = range.end;
        }
    }

    fn structure(&mut self) {
        let structure = &self.found.structure;
        for span in &structure.spans {
            self.slice(&span.range, span);
        }
        let ranges = structure.spans.iter().map(|span| &span.range);
        self.in_order(ranges, "spans overlap");
        if let Some(range) = &structure.dateline {
            self.slice(range, &"dateline");
        }
        let named = [&structure.publisher, &structure.author];
        for name in named.into_iter().flatten() {
            self.verbatim(name, name);
        }
    }

    fn times(&mut self) {
        let times = &self.found.times;
        self.in_order(times.iter().map(|timex| &timex.range), "timexes overlap");
        for (place, timex) in times.iter().enumerate() {
            self.told(&timex.range, timex);
            let dated = timex.edtf.as_deref();
            let valid = dated.is_none_or(|date| Date::parse(date).is_ok());
            self.hold(valid, "no EDTF", timex);
            if let Counted::Timex(other) = timex.relative_to {
                let there = other < times.len() && other != place;
                self.hold(there, "counted from no other timex", timex);
            }
        }
    }

    fn actors(&mut self) {
        for actor in &self.found.actors {
            self.hold(!actor.mentions.is_empty(), "never named", actor);
            for name in std::iter::once(&actor.name).chain(&actor.aliases) {
                self.verbatim(name, &(name, &actor.name));
            }
            self.mentions(actor);
        }
    }

    fn mentions(&mut self, actor: &FoundActor) {
        for mention in &actor.mentions {
            let of = (&actor.name, mention);
            self.told(&mention.range, &of);
            if let Some(role) = &mention.role {
                self.verbatim(role, &of);
            }
            let sentence = self.found.structure.spans.get(mention.sentence);
            let inside = sentence.is_some_and(|span| {
                span.range.start <= mention.range.start && mention.range.end <= span.range.end
            });
            self.hold(inside, "named outside its sentence", &of);
        }
    }

    fn actor(&mut self, place: Option<usize>, of: &dyn Debug) {
        let there = place.is_none_or(|place| place < self.found.actors.len());
        self.hold(there, "no such actor", of);
    }

    fn speech(&mut self) {
        let quotes = &self.found.quotes;
        self.in_order(quotes.iter().map(|quote| &quote.range), "quotes overlap");
        for quote in quotes {
            // An advert may stand in the middle of what somebody says.
            self.slice(&quote.range, quote);
            let (from, to) = (quote.range.start, quote.range.end);
            self.told(&(from..from + self.letter(from)), quote);
            self.told(&(to - self.last_letter(to)..to), quote);
            self.actor(quote.speaker, quote);
            if let Some(cue) = &quote.cue {
                self.told(cue, quote);
            }
        }
        for claim in &self.found.attributions {
            let sentence = self.found.structure.spans.get(claim.sentence);
            let told = sentence.is_some_and(|span| span.kind != SpanKind::Boilerplate);
            self.hold(told, "no sentence behind the claim", claim);
            self.actor(claim.said_by, claim);
            self.actor(claim.relaying, claim);
            if let Some(outlet) = &claim.via {
                self.verbatim(outlet, claim);
            }
        }
    }

    fn events(&mut self) {
        let events = &self.found.events;
        let main = events.iter().filter(|event| event.main).count();
        self.hold(main <= 1, "several events are the main one", &main);
        for (place, event) in events.iter().enumerate() {
            self.event(place, event);
        }
    }

    fn event(&mut self, place: usize, event: &FoundEvent) {
        let (spans, times) = (&self.found.structure.spans, &self.found.times);
        let told = |at: &usize| {
            let kind = spans.get(*at).map(|span| span.kind);
            matches!(kind, Some(SpanKind::Headline | SpanKind::Sentence))
        };
        let evidence = &event.evidence;
        let stated = !evidence.is_empty() && evidence.iter().all(told);
        self.hold(stated, "no sentences state it", event);
        self.hold(
            evidence.is_sorted_by(|a, b| a < b),
            "evidence out of order",
            event,
        );
        let dated = event.times.iter().all(|at| *at < times.len());
        self.hold(dated, "no such timex", event);
        let date = event.date.as_deref();
        let valid = date.is_none_or(|date| Date::parse(date).is_ok());
        self.hold(valid, "no EDTF", event);
        for part in &event.actors {
            self.actor(Some(part.actor), event);
        }
        self.actor(event.place, event);
        let mut from = event.counts_from;
        let steps = (0..=self.found.events.len()).take_while(|_| {
            from = from.and_then(|at| self.found.events.get(at)?.counts_from);
            from.is_some()
        });
        let ends = steps.count() <= self.found.events.len();
        self.hold(ends, "counts from itself in the end", event);
        let there = event.counts_from;
        let there = there.is_none_or(|at| at < self.found.events.len() && at != place);
        self.hold(there, "counts from no other event", event);
        self.hold(event.confidence <= 100, "more than sure", event);
    }
}
