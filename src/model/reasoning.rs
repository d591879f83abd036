//! Why a claim has the date it has: from its words back, step by step, to a date that stands by itself.

use super::phrase::phrase;
use super::{Claim, Date, Reading, Role, Source, Timeline};

/// What `relative_to` says when a date counts from its source's publication date.
pub const PUBLISHED: &str = "published";

/// One step: these words, read in this way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The words that give the date, verbatim; empty where a reader concluded it.
    pub words: Vec<String>,
    /// How they were read.
    pub reading: Option<Reading>,
    /// How the date follows: `one day before 3 July 2025`; empty where the words alone give it.
    pub relation: String,
    /// What it counts from: an event's id or [`PUBLISHED`].
    pub relative_to: Option<String>,
}

/// The whole way from a claim's words to a date that stands by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reasoning {
    /// From the claim's own words on; the last step counts from nothing further.
    pub steps: Vec<Step>,
    /// The way ends at a publication date that the text does not state.
    pub rests_on_inferred: bool,
}

/// A source's publication date, and whether it was concluded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// EDTF, where one is known.
    pub date: Option<String>,
    /// The text does not state it.
    pub is_inferred: bool,
}

impl Published {
    /// What a source says of itself.
    #[must_use]
    pub fn of(source: &Source) -> Self {
        Self {
            date: source.published.clone(),
            is_inferred: source.published_inferred,
        }
    }
}

/// Where reasoning finds what dates count from.
pub trait Bases {
    /// The publication date of the source with this id.
    fn published(&self, source: &str) -> Option<Published>;

    /// The claim that gives the event with this id its date.
    fn leading_claim(&self, event: &str) -> Option<Claim>;
}

impl Bases for Timeline {
    fn published(&self, source: &str) -> Option<Published> {
        let mut sources = self.sources.iter();
        sources.find(|other| other.id == source).map(Published::of)
    }

    fn leading_claim(&self, event: &str) -> Option<Claim> {
        let mut events = self.events.iter();
        events
            .find(|other| other.id == event)?
            .leading_claim()
            .cloned()
    }
}

/// How the claim's date was read. A circle of events that count from each other ends where it closes.
#[must_use]
pub fn reasoning(bases: &impl Bases, claim: &Claim) -> Reasoning {
    let mut way = Reasoning::default();
    let mut current = claim.clone();
    let mut visited: Vec<String> = Vec::new();
    loop {
        let target = current.relative_to.clone();
        let base = target.as_deref();
        let base = base.and_then(|target| base_date(bases, &current, target));
        way.steps.push(Step {
            words: words(&current),
            reading: current.reading,
            relation: base
                .zip(target.as_deref())
                .map_or_else(String::new, |(base, target)| {
                    relation(&current, &base, target)
                }),
            relative_to: target.clone(),
        });
        let Some(target) = target else { break };
        if target == PUBLISHED {
            let published = bases.published(&current.source);
            way.rests_on_inferred = published.is_some_and(|published| published.is_inferred);
            break;
        }
        let Some(next) = bases.leading_claim(&target) else {
            break;
        };
        if visited.contains(&target) {
            break;
        }
        visited.push(target);
        current = next;
    }
    way
}

fn words(claim: &Claim) -> Vec<String> {
    let dates = claim
        .anchors
        .iter()
        .filter(|anchor| anchor.role == Role::Date);
    let mut words: Vec<String> = Vec::new();
    for anchor in dates {
        if !words.contains(&anchor.exact) {
            words.push(anchor.exact.clone());
        }
    }
    words
}

/// The date that a claim counts from.
fn base_date(bases: &impl Bases, claim: &Claim, target: &str) -> Option<Date> {
    let text = match target {
        PUBLISHED => bases.published(&claim.source)?.date,
        event => bases.leading_claim(event)?.date,
    };
    Date::parse(text.as_deref()?).ok()
}

/// Beyond so many days nobody counts days: the words gave a day or month, and the other date gave the year.
const COUNTED_DAYS: i64 = 14;

/// How the claim's date lies to the date it counts from, in words.
fn relation(claim: &Claim, base: &Date, target: &str) -> String {
    let base_words = match target {
        PUBLISHED => format!("the publication date, {}", phrase(base)),
        _ => phrase(base),
    };
    let counted = format!("counted from {base_words}");
    let Some(date) = claim
        .date
        .as_deref()
        .and_then(|text| Date::parse(text).ok())
    else {
        return counted;
    };
    let (own, other) = (date.bounds(), base.bounds());
    if !own.is_one_day() || !other.is_one_day() {
        return counted;
    }
    match own.earliest.since(other.earliest) {
        0 => format!("the same day as {base_words}"),
        days @ 1..=COUNTED_DAYS => format!("{} after {base_words}", count_days(days)),
        days if (-COUNTED_DAYS..0).contains(&days) => {
            format!("{} before {base_words}", count_days(-days))
        }
        _ => counted,
    }
}

fn count_days(days: i64) -> String {
    const NAMES: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let name = usize::try_from(days).ok().and_then(|days| NAMES.get(days));
    match (name, days) {
        (Some(name), 1) => format!("{name} day"),
        (Some(name), _) => format!("{name} days"),
        (None, _) => format!("{days} days"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Anchor, Event, Extra, Source};

    fn claim(date: &str, words: &str, reading: Reading, relative_to: Option<&str>) -> Claim {
        Claim {
            source: "s".to_owned(),
            date: Some(date.to_owned()),
            reading: Some(reading),
            relative_to: relative_to.map(str::to_owned),
            anchors: vec![Anchor {
                role: Role::Date,
                exact: words.to_owned(),
                prefix: String::new(),
                suffix: String::new(),
                start: None,
                end: None,
                speaker: None,
                extra: Extra::new(),
            }],
            ..Claim::default()
        }
    }

    fn event(id: &str, claim: Claim) -> Event {
        Event {
            id: id.to_owned(),
            claims: vec![claim],
            ..Event::default()
        }
    }

    fn timeline(events: Vec<Event>) -> Timeline {
        let source = Source {
            id: "s".to_owned(),
            published: Some("2025-07-03".to_owned()),
            published_inferred: true,
            ..Source::default()
        };
        Timeline {
            sources: vec![source],
            events,
            ..Timeline::default()
        }
    }

    #[test]
    fn a_date_one_day_before_another_event_says_so_and_leads_to_that_events_words() {
        let call = event(
            "call",
            claim("2025-07-03", "Kamis (3/7/2025)", Reading::Explicit, None),
        );
        let pause = claim(
            "2025-07-02",
            "sehari setelah",
            Reading::Relative,
            Some("call"),
        );
        let way = reasoning(&timeline(vec![call]), &pause);
        assert_eq!(way.steps.len(), 2);
        assert_eq!(way.steps[0].words, ["sehari setelah"]);
        assert_eq!(way.steps[0].relation, "one day before 3 July 2025");
        assert_eq!(way.steps[1].words, ["Kamis (3/7/2025)"]);
        assert!(!way.rests_on_inferred);
    }

    #[test]
    fn a_year_that_comes_from_an_inferred_publication_date_says_so_through_every_step() {
        let first = event(
            "first",
            claim("2025-05-16", "16 Mei", Reading::Relative, Some(PUBLISHED)),
        );
        let later = claim(
            "2025-05-18",
            "dua hari kemudian",
            Reading::Relative,
            Some("first"),
        );
        let way = reasoning(&timeline(vec![first]), &later);
        assert_eq!(way.steps[0].relation, "two days after 16 May 2025");
        assert_eq!(
            way.steps[1].relation,
            "counted from the publication date, 3 July 2025"
        );
        assert!(way.rests_on_inferred);
    }

    #[test]
    fn events_that_count_from_each_other_do_not_loop() {
        let one = event(
            "one",
            claim("2025-05-16", "a", Reading::Relative, Some("two")),
        );
        let two = event(
            "two",
            claim("2025-05-17", "b", Reading::Relative, Some("one")),
        );
        let start = one.claims[0].clone();
        assert!(reasoning(&timeline(vec![one, two]), &start).steps.len() <= 4);
    }
}
