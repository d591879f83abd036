//! Events of an article: one for each date that its words give, with the sentences that state it. Which actors take part and what
//! undated sentences elaborate is read here only as far as the sentences themselves show it.

mod counted;
mod title;

use std::ops::Range;

use super::names::FoundActor;
use super::pack::EventsPack;
use super::speech::Quote;
use super::structure::{SentenceSpan, SpanKind};
use super::times::{Timex, TimexKind};
use crate::model::{Bounds, Date, Day, Status};

/// One event that the article tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundEvent {
    /// A short title of the source's own words.
    pub title: String,
    /// When, EDTF; `None` where the words give no date.
    pub date: Option<String>,
    /// Whether it happened, is planned or is claimed.
    pub status: Status,
    /// Who takes part in it, in the order of the text.
    pub actors: Vec<FoundPart>,
    /// Where it happened, by the place among the actors.
    pub place: Option<usize>,
    /// The sentences that state it, by their place among the spans, in the order of the text; never empty.
    pub evidence: Vec<usize>,
    /// The expressions that date it, by their place among the timexes; the first one gives the date.
    pub times: Vec<usize>,
    /// The event that its date counts from, by its place in the same list.
    pub counts_from: Option<usize>,
    /// The rule that made it of its words: the language, a dot, the rule's id.
    pub rule: String,
    /// How sure that is, in per cent.
    pub confidence: u8,
    /// The event that the article is about.
    pub main: bool,
}

/// An actor's part in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundPart {
    /// By the place among the actors.
    pub actor: usize,
    /// What it does there.
    pub role: PartRole,
}

/// What an actor does in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartRole {
    /// It does what happens.
    Agent,
    /// It is done to it.
    Target,
    /// It speaks of it.
    Speaker,
    /// It is named with it.
    Participant,
}

impl PartRole {
    /// Its name in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Target => "target",
            Self::Speaker => "speaker",
            Self::Participant => "participant",
        }
    }
}

/// What the other rooms found in an article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Material<'a> {
    pub(super) text: &'a str,
    pub(super) spans: &'a [SentenceSpan],
    pub(super) times: &'a [Timex],
    pub(super) actors: &'a [FoundActor],
    pub(super) quotes: &'a [Quote],
    pub(super) published: Option<Day>,
}

/// A date and where it stands.
struct Dated {
    date: String,
    bounds: Bounds,
    time: usize,
    sentence: usize,
}

/// Sentences at the head of an article that tell what it is about.
const LEAD: usize = 3;

/// The events of an article, the earliest told first.
pub(super) fn events(material: &Material<'_>, pack: &EventsPack) -> Vec<FoundEvent> {
    let mut dated: Vec<Dated> = material
        .times
        .iter()
        .enumerate()
        .filter_map(|(place, timex)| dated(material, place, timex))
        .collect();
    let lead = lead(material);
    let main = main_date(material, &dated, &lead);
    if let Some((_, bounds)) = &main {
        dated.extend(counted::from_events(material, pack, *bounds));
        dated.sort_by_key(|dated| dated.time);
    }
    let main_date = main.as_ref().map(|(date, _)| date.as_str());
    dated.retain(|dated| {
        Some(dated.date.as_str()) == main_date || !dates_the_saying(material, dated)
    });
    let frames: Vec<bool> = dated
        .iter()
        .map(|one| frames_another(material, one, &dated))
        .collect();
    let mut frames = frames.into_iter();
    dated.retain(|dated| !frames.next().unwrap_or(false) || Some(dated.date.as_str()) == main_date);
    let mut found: Vec<FoundEvent> = Vec::new();
    for dated in &dated {
        match found
            .iter_mut()
            .find(|event| event.date.as_ref() == Some(&dated.date))
        {
            Some(event) => {
                if !event.evidence.contains(&dated.sentence) {
                    event.evidence.push(dated.sentence);
                }
                event.times.push(dated.time);
            }
            None => found.push(FoundEvent {
                title: String::new(),
                date: Some(dated.date.clone()),
                status: status(material, pack, dated),
                actors: Vec::new(),
                place: None,
                evidence: vec![dated.sentence],
                times: vec![dated.time],
                counts_from: None,
                rule: String::new(),
                confidence: 50,
                main: Some(dated.date.as_str()) == main_date,
            }),
        }
    }
    for event in &mut found {
        complete(material, pack, event, &lead);
    }
    found
}

/// Whether a span tells news: a headline or a sentence.
fn tells(span: &SentenceSpan) -> bool {
    matches!(span.kind, SpanKind::Headline | SpanKind::Sentence)
}

fn sentence_at(material: &Material<'_>, byte: usize) -> Option<usize> {
    let place = material
        .spans
        .partition_point(|span| span.range.end <= byte);
    material
        .spans
        .get(place)
        .filter(|span| tells(span))
        .map(|_| place)
}

fn dated(material: &Material<'_>, place: usize, timex: &Timex) -> Option<Dated> {
    if !matches!(timex.kind, TimexKind::Date | TimexKind::Time) {
        return None;
    }
    let edtf = timex.edtf.as_deref()?;
    // An event is dated by the day: its clock times are read with its words.
    let date = edtf.split('T').next()?.to_owned();
    Some(Dated {
        bounds: Date::parse(&date).ok()?.bounds(),
        date,
        time: place,
        sentence: sentence_at(material, timex.range.start)?,
    })
}

/// The headline and the first sentences.
fn lead(material: &Material<'_>) -> Vec<usize> {
    let places = material
        .spans
        .iter()
        .enumerate()
        .filter(|(_, span)| tells(span));
    let mut sentences = 0;
    places
        .take_while(|(_, span)| {
            sentences += usize::from(span.kind == SpanKind::Sentence);
            sentences <= LEAD
        })
        .map(|(place, _)| place)
        .collect()
}

/// The day that the lead gives, else the first day that the article gives, else its publication.
fn main_date(material: &Material<'_>, dated: &[Dated], lead: &[usize]) -> Option<(String, Bounds)> {
    let of = |dated: &Dated| (dated.date.clone(), dated.bounds);
    let not_after = |dated: &&Dated| {
        dated.bounds.is_one_day()
            && material
                .published
                .is_none_or(|day| dated.bounds.earliest <= day)
    };
    let leading = dated.iter().filter(|dated| lead.contains(&dated.sentence));
    let first = leading
        .clone()
        .find(not_after)
        .or_else(|| dated.iter().find(not_after));
    first.or_else(|| leading.clone().next()).map(of)
}

/// Whether a date tells only when somebody spoke: it stands behind a quote and its verb of saying.
fn dates_the_saying(material: &Material<'_>, dated: &Dated) -> bool {
    let Some(timex) = material.times.get(dated.time) else {
        return false;
    };
    let sentence = material
        .spans
        .get(dated.sentence)
        .map(|span| span.range.clone());
    let sentence = sentence.unwrap_or_default();
    material.quotes.iter().any(|quote| {
        let cue = quote.cue.clone().unwrap_or_default();
        sentence.contains(&cue.start)
            && cue.end <= timex.range.start
            && quote.range.end <= timex.range.start
    })
}

/// Whether a date only frames others: one within it stands in the same sentence (`tahun ini, pada 16 Mei`), or it is the year
/// that the article itself is of.
fn frames_another(material: &Material<'_>, one: &Dated, all: &[Dated]) -> bool {
    let holds = |inner: &Bounds| {
        one.bounds.earliest <= inner.earliest
            && inner.latest <= one.bounds.latest
            && *inner != one.bounds
    };
    let here = all
        .iter()
        .any(|other| other.sentence == one.sentence && holds(&other.bounds));
    let of_publication = material.published.is_some_and(|day| {
        one.bounds.latest.since(one.bounds.earliest) >= 360 && holds(&Bounds::days(day, day))
    });
    here || (of_publication && !one.bounds.starts_open() && !one.bounds.ends_open())
}

/// The words of a range, in lower case.
fn words(material: &Material<'_>, range: Range<usize>) -> Vec<String> {
    let text = material.text.get(range).unwrap_or_default().to_lowercase();
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn status(material: &Material<'_>, pack: &EventsPack, dated: &Dated) -> Status {
    let sentence = material
        .spans
        .get(dated.sentence)
        .map(|span| span.range.clone());
    let sentence = sentence.unwrap_or_default();
    let time = material
        .times
        .get(dated.time)
        .map_or(sentence.end, |timex| timex.range.start);
    let before = words(material, sentence.start..time.max(sentence.start));
    let later = material
        .published
        .is_some_and(|day| dated.bounds.earliest > day);
    if later && dated.bounds.earliest != Day::MIN {
        return Status::Planned;
    }
    let today = material
        .published
        .is_some_and(|day| dated.bounds.latest >= day);
    if today && before.iter().any(|word| pack.plans.contains(word)) {
        return Status::Planned;
    }
    let all = words(material, sentence);
    if all.iter().any(|word| pack.claims.contains(word)) {
        return Status::Claimed;
    }
    Status::Happened
}

/// Fills in what the event's sentences say besides its date.
fn complete(material: &Material<'_>, pack: &EventsPack, event: &mut FoundEvent, lead: &[usize]) {
    if event.main {
        event.evidence.extend(lead);
    }
    let following: Vec<usize> = event
        .evidence
        .iter()
        .filter_map(|sentence| elaborates(material, pack, *sentence))
        .collect();
    event.evidence.extend(following);
    event.evidence.sort_unstable();
    event.evidence.dedup();
    event.title = title::title(material, event);
    let named = |actor: &FoundActor| {
        actor
            .mentions
            .iter()
            .any(|mention| event.evidence.contains(&mention.sentence))
    };
    let actors = material
        .actors
        .iter()
        .enumerate()
        .filter(|(_, actor)| named(actor));
    event.actors = actors
        .map(|(actor, _)| FoundPart {
            actor,
            role: PartRole::Participant,
        })
        .collect();
}

/// The next sentence, if it gives no date of its own and begins by pointing back (`Pertemuan tersebut …`).
fn elaborates(material: &Material<'_>, pack: &EventsPack, sentence: usize) -> Option<usize> {
    let next = material
        .spans
        .get(sentence + 1)
        .filter(|span| span.kind == SpanKind::Sentence)?;
    let has_date = material
        .times
        .iter()
        .any(|timex| timex.edtf.is_some() && next.range.contains(&timex.range.start));
    let beginning = words(material, next.range.clone());
    let points = beginning
        .iter()
        .take(3)
        .any(|word| pack.pointers.contains(word));
    (points && !has_date).then_some(sentence + 1)
}
