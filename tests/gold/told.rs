//! What was recognised in an article as lines of words, without any offsets: two articles that tell the same can be compared.

use std::ops::Range;

use linimasa::extract::names::FoundActor;
use linimasa::extract::{Counted, FoundEvent, Recognised, SpanKind, Timex};

/// Lines for each kind of thing, in the order of the text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) published: Vec<String>,
    pub(crate) spans: Vec<String>,
    pub(crate) times: Vec<String>,
    pub(crate) quotes: Vec<String>,
    pub(crate) actors: Vec<String>,
    pub(crate) claims: Vec<String>,
    /// Date, status, the words that date it.
    pub(crate) events: Vec<String>,
    /// Evidence and actors of each event.
    pub(crate) stated: Vec<String>,
    pub(crate) titles: Vec<String>,
}

/// Everything but boilerplate.
pub(crate) fn told(text: &str, found: &Recognised) -> Told {
    let teller = Teller { text, found };
    let published = found.published.iter();
    let spans = found.structure.spans.iter();
    let quotes = found.quotes.iter();
    let claims = found.attributions.iter();
    let events = found.events.iter();
    Told {
        published: published
            .map(|published| format!("{} {:?}", published.day, published.by))
            .collect(),
        spans: spans
            .filter(|span| span.kind != SpanKind::Boilerplate)
            .map(|span| format!("{:?} {}", span.kind, teller.words(&span.range)))
            .collect(),
        times: found.times.iter().map(|timex| teller.time(timex)).collect(),
        quotes: quotes
            .map(|quote| {
                let cue = quote.cue.as_ref().map(|cue| teller.words(cue));
                let speaker = teller.name(quote.speaker);
                format!("{} {cue:?} {speaker:?}", teller.words(&quote.range))
            })
            .collect(),
        actors: found
            .actors
            .iter()
            .map(|actor| teller.actor(actor))
            .collect(),
        claims: claims
            .map(|claim| {
                let (by, relaying) = (teller.name(claim.said_by), teller.name(claim.relaying));
                let sentence = teller.sentence(claim.sentence);
                format!("{by:?} {relaying:?} {:?} {sentence}", claim.via)
            })
            .collect(),
        events: events.clone().map(|event| teller.event(event)).collect(),
        stated: events.clone().map(|event| teller.stated(event)).collect(),
        titles: events.map(|event| event.title.clone()).collect(),
    }
}

impl Told {
    /// The lines that only one of two articles has.
    pub(crate) fn differences(&self, other: &Self) -> Vec<String> {
        let all = |told: &Self| -> Vec<String> {
            let named = [
                ("published", &told.published),
                ("span", &told.spans),
                ("timex", &told.times),
                ("quote", &told.quotes),
                ("actor", &told.actors),
                ("claim", &told.claims),
                ("event", &told.events),
                ("stated", &told.stated),
                ("title", &told.titles),
            ];
            let lines = named
                .into_iter()
                .flat_map(|(what, lines)| lines.iter().map(move |line| format!("{what} {line}")));
            lines.collect()
        };
        let (one, two) = (all(self), all(other));
        let gone = one.iter().filter(|line| !two.contains(line));
        let new = two.iter().filter(|line| !one.contains(line));
        gone.map(|line| format!("only in the first: {line}"))
            .chain(new.map(|line| format!("only in the second: {line}")))
            .collect()
    }

    /// Every line changed by the same rule.
    pub(crate) fn map(&self, change: impl Fn(&str) -> String) -> Self {
        let changed = |lines: &[String]| lines.iter().map(|line| change(line)).collect();
        Self {
            published: changed(&self.published),
            spans: changed(&self.spans),
            times: changed(&self.times),
            quotes: changed(&self.quotes),
            actors: changed(&self.actors),
            claims: changed(&self.claims),
            events: changed(&self.events),
            stated: changed(&self.stated),
            titles: changed(&self.titles),
        }
    }
}

struct Teller<'a> {
    text: &'a str,
    found: &'a Recognised,
}

impl<'a> Teller<'a> {
    fn words(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap()
    }

    fn sentence(&self, place: usize) -> &'a str {
        self.words(&self.found.structure.spans[place].range)
    }

    fn name(&self, place: Option<usize>) -> Option<&'a str> {
        place.map(|place| self.found.actors[place].name.as_str())
    }

    fn time(&self, timex: &Timex) -> String {
        let from = match timex.relative_to {
            Counted::Timex(place) => self.words(&self.found.times[place].range),
            Counted::Publication => "publication",
            Counted::Event => "event",
            Counted::Nothing => "nothing",
        };
        format!(
            "{} {:?} {} {:?} {:?} {:?} from {from} {}",
            self.words(&timex.range),
            timex.kind,
            timex.value,
            timex.modifier,
            timex.basis,
            timex.edtf,
            timex.weekday_disagrees,
        )
    }

    fn actor(&self, actor: &FoundActor) -> String {
        let mentions: Vec<String> = actor
            .mentions
            .iter()
            .map(|mention| {
                let words = self.words(&mention.range);
                let sentence = self.sentence(mention.sentence);
                format!(
                    "{words} {:?} {:?} in {sentence}",
                    mention.form, mention.role
                )
            })
            .collect();
        format!(
            "{} {:?} {:?} {mentions:?}",
            actor.name, actor.kind, actor.aliases
        )
    }

    fn event(&self, event: &FoundEvent) -> String {
        let times = event.times.iter().map(|at| &self.found.times[*at].range);
        let times: Vec<_> = times.map(|range| self.words(range)).collect();
        let from = event.counts_from.map(|at| &self.found.events[at].date);
        let (date, confidence) = (&event.date, event.confidence);
        format!(
            "{date:?} {:?} main {} by {times:?} from {from:?} {confidence} %",
            event.status, event.main
        )
    }

    fn stated(&self, event: &FoundEvent) -> String {
        let parts = event.actors.iter();
        let parts: Vec<_> = parts
            .map(|part| (self.name(Some(part.actor)), part.role.word()))
            .collect();
        let evidence: Vec<_> = event.evidence.iter().map(|at| self.sentence(*at)).collect();
        let place = self.name(event.place);
        format!("{:?} {parts:?} at {place:?}: {evidence:?}", event.date)
    }
}
