//! All that is recognised in one article, by the rules of one language: every room of the builder once, in order.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, OnceLock};

use super::events::{EventsRules, Found, FoundEvent, events};
use super::language::detect_language;
use super::names::{FoundActor, actors};
use super::pack::{Pack, PackHead};
use super::published::{DateCandidate, Published, infer_published};
use super::reading::{Lexicon, Words};
use super::speech::{Attribution, Quote, attributions, quotes};
use super::spoken_times::recount;
use super::structure::{SpanKind, Structure, StructureRules, breaks, structure};
use super::times::{TimesRules, Timex, timexes};
use super::tokens::tokens;
use crate::model::{Bounds, Day, bounds_of};

/// A language pack, compiled: made once, used for many articles.
#[derive(Debug)]
pub struct Language {
    tag: String,
    pack: Pack,
    structure: StructureRules,
    times: TimesRules,
    lexicon: Lexicon,
    events: EventsRules,
    weekdays: Vec<String>,
}

/// What stands in an article.
#[derive(Debug)]
pub struct Recognised {
    /// Kicker, headline, datelines, sentences, boilerplate.
    pub structure: Structure,
    /// The day of publication and how it is known.
    pub published: Option<Published>,
    /// Temporal expressions, in the order of the text.
    pub times: Vec<Timex>,
    /// Everybody and everything that is named, in the order of their first mention.
    pub actors: Vec<FoundActor>,
    /// Direct speech, in the order of the text.
    pub quotes: Vec<Quote>,
    /// Who stands behind which sentence.
    pub attributions: Vec<Attribution>,
    /// What happened, is planned or is claimed, as far as the words give it a date.
    pub events: Vec<FoundEvent>,
}

impl Language {
    /// Compiles a pack for no particular region.
    ///
    /// # Errors
    ///
    /// One line that names the rule or word class and what is wrong with it.
    pub fn new(pack: Pack) -> Result<Self, String> {
        Self::of_region(pack, None)
    }

    /// Compiles a pack; dates in numbers are read in the order of a region, unless the article shows another.
    fn of_region(pack: Pack, region: Option<&str>) -> Result<Self, String> {
        let weekdays = pack.times.lexicon.get("weekday").into_iter().flatten();
        let weekdays = weekdays
            .flat_map(|(_, forms)| forms)
            .map(|form| form.to_lowercase());
        let order = region.and_then(|region| pack.regions.get(region));
        Ok(Self {
            tag: match region {
                Some(region) => format!("{}-{region}", pack.language),
                None => pack.language.clone(),
            },
            weekdays: weekdays.collect(),
            structure: StructureRules::new(&pack.structure),
            times: TimesRules::compile(&pack.language, &pack.times)?.in_order(order.copied()),
            lexicon: Lexicon::new(&pack),
            events: EventsRules::new(&pack.language, &pack.events, breaks(&pack.structure)),
            pack,
        })
    }

    /// The built-in language with this BCP 47 tag, compiled once; `None` where there is none. A test holds that each one
    /// compiles. A region stands behind the language, `en-GB`: one that the pack knows orders dates in numbers, any other one
    /// changes nothing.
    #[must_use]
    pub fn built_in(tag: &str) -> Option<&'static Self> {
        type Compiled = Mutex<BTreeMap<(usize, Option<String>), Option<&'static Language>>>;
        static COMPILED: Compiled = Mutex::new(BTreeMap::new());
        let (base, region) = match tag.split_once(['-', '_']) {
            Some((base, rest)) => (base, rest.rsplit(['-', '_']).next()),
            None => (tag, None),
        };
        let mut tags = Pack::BUILT_IN.iter().chain([&Pack::UNDETERMINED]);
        let place = tags.position(|known| known.eq_ignore_ascii_case(base))?;
        let base = Pack::BUILT_IN.get(place).unwrap_or(&Pack::UNDETERMINED);
        let region = region.map(str::to_ascii_uppercase);
        let known = |region: &String| {
            PackHead::built_in(base).is_some_and(|head| head.regions.contains_key(region))
        };
        let region = region.filter(known);
        let mut compiled = COMPILED.lock().ok()?;
        let compile = || {
            let language = Self::of_region(Pack::built_in(base)?, region.as_deref()).ok()?;
            // At most one for each region of each pack, for as long as the program runs.
            Some(&*Box::leak(Box::new(language)))
        };
        *compiled
            .entry((place, region.clone()))
            .or_insert_with(compile)
    }

    /// The built-in language that a text is in, by its function words. No other is compiled for that.
    #[must_use]
    pub fn shown_by(text: &str) -> Option<&'static Self> {
        static HEADS: OnceLock<Vec<PackHead>> = OnceLock::new();
        let heads = || {
            Pack::BUILT_IN
                .iter()
                .filter_map(|tag| PackHead::built_in(tag))
        };
        let heads = HEADS.get_or_init(|| heads().collect());
        detect_language(text, heads).and_then(Self::built_in)
    }

    /// What is read in a text whose language has no pack.
    #[must_use]
    pub fn undetermined() -> Option<&'static Self> {
        Self::built_in(Pack::UNDETERMINED)
    }

    /// The language's BCP 47 tag, with the region that was asked for.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Whether both are the same language, whatever their regions.
    #[must_use]
    pub fn is_same_language(&self, other: &Self) -> bool {
        self.pack.language == other.pack.language
    }

    /// A date in the text that may be the day of publication.
    fn candidate(&self, text: &str, timex: &Timex) -> DateCandidate {
        let words = text
            .get(timex.range.clone())
            .unwrap_or_default()
            .to_lowercase();
        let bounds = timex.edtf.as_deref().and_then(bounds_of);
        let day = bounds.filter(Bounds::is_one_day);
        DateCandidate {
            range: timex.range.clone(),
            day: day.map(|bounds| bounds.earliest),
            has_weekday: self.weekdays.iter().any(|weekday| words.contains(weekday)),
        }
    }
}

impl Recognised {
    /// For each actor, by its place, whether it takes part in an event, is where one happened, or speaks.
    #[must_use]
    pub fn participants(&self) -> Vec<bool> {
        let speakers = self.quotes.iter().filter_map(|quote| quote.speaker);
        let parts = self.events.iter().flat_map(|event| {
            let actors = event.actors.iter().map(|part| part.actor);
            actors.chain(event.place)
        });
        let mut found = vec![false; self.actors.len()];
        for actor in speakers.chain(parts) {
            if let Some(takes_part) = found.get_mut(actor) {
                *takes_part = true;
            }
        }
        found
    }
}

/// Reads an article. `given` is the day of publication that the user names, `declared` the one of its metadata; without either
/// it is read off the text where that can be done.
#[must_use]
pub fn recognise(
    text: &str,
    language: &Language,
    given: Option<Day>,
    declared: Option<Day>,
) -> Recognised {
    let structure = structure(text, &language.structure);
    let tokens = tokens(text);
    let boilerplate = ranges(&structure, |kind| kind == SpanKind::Boilerplate);
    let skip = |range: Range<usize>| touches(&boilerplate, &range);
    let tag = |published| timexes(text, &tokens, &skip, &language.times, published);
    let known = given.or(declared);
    let first = tag(known);
    // A day that is known is not looked for.
    let looked_at = if known.is_some() {
        &[]
    } else {
        first.as_slice()
    };
    let candidates: Vec<DateCandidate> = looked_at
        .iter()
        .map(|timex| language.candidate(text, timex))
        .collect();
    let rules = &language.pack.structure;
    let published = infer_published(given, declared, text, &structure, &candidates, rules);
    let day = published.as_ref().map(|published| published.day);
    // Read off the text itself, the day gives the other dates their years: they are read again.
    let mut times = if day == known { first } else { tag(day) };
    // Who wrote an article takes no part in it, but the line may say on which day.
    let beside = |kind| matches!(kind, SpanKind::Boilerplate | SpanKind::Byline);
    let beside = ranges(&structure, beside);
    let skip = |range: Range<usize>| touches(&beside, &range);
    let words = Words::new(text, &tokens, &structure.spans, &skip, &language.lexicon);
    let actors = actors(&words);
    let quotes = quotes(&words, &actors);
    recount(
        text,
        &tokens,
        &structure.spans,
        &language.times,
        &quotes,
        day,
        &mut times,
    );
    let attributions = attributions(&words, &actors, &quotes);
    let material = Found {
        words: &words,
        spans: &structure.spans,
        times: &times,
        actors: &actors,
        quotes: &quotes,
        attributions: &attributions,
        published: day,
        inferred: published.as_ref().is_some_and(Published::is_inferred),
    };
    let events = events(material, &language.events);
    Recognised {
        events,
        structure,
        published,
        times,
        actors,
        quotes,
        attributions,
    }
}

/// Where the spans of some kinds stand, in order.
fn ranges(structure: &Structure, wanted: impl Fn(SpanKind) -> bool) -> Vec<Range<usize>> {
    let spans = structure.spans.iter().filter(|span| wanted(span.kind));
    spans.map(|span| span.range.clone()).collect()
}

/// Whether one of the ranges, which are in order, shares a byte with this one.
fn touches(ranges: &[Range<usize>], range: &Range<usize>) -> bool {
    let place = ranges.partition_point(|other| other.end <= range.start);
    ranges
        .get(place)
        .is_some_and(|other| other.start < range.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::PublishedBy;
    use crate::model::Date;

    const ARTICLE: &str = include_str!("../../seeds/000_f3226ebb9ab90383.txt");

    fn indonesian() -> Language {
        Language::new(Pack::built_in("id").unwrap()).unwrap()
    }

    #[test]
    fn every_built_in_language_compiles_and_knows_itself() {
        for tag in Pack::BUILT_IN {
            assert_eq!(Language::built_in(tag).unwrap().tag(), *tag);
        }
        assert!(Language::built_in("qxx").is_none());
        assert_eq!(Language::shown_by(ARTICLE).unwrap().tag(), "id");
    }

    #[test]
    fn the_seed_articles_day_dates_quotes_and_speakers_are_found() {
        let found = recognise(ARTICLE, &indonesian(), None, None);
        let published = found.published.unwrap();
        assert_eq!(
            (published.day.to_string().as_str(), published.by),
            ("2025-07-03", PublishedBy::Lead)
        );
        assert!(published.is_inferred());
        let dates: Vec<(&str, Option<&str>)> = found
            .times
            .iter()
            .map(|timex| (&ARTICLE[timex.range.clone()], timex.edtf.as_deref()))
            .collect();
        for expected in [
            ("Kamis (3/7/2025)", Some("2025-07-03")),
            ("2022", Some("2022")),
            ("Januari lalu", Some("2025-01")),
            ("awal Juni lalu", Some("[2025-06-01..2025-06-10]")),
            ("pertengahan Juni", Some("[2025-06-11..2025-06-20]")),
            ("hari Jumat berikutnya", Some("2025-07-04")),
            ("16 Mei", Some("2025-05-16")),
            ("2 Juni", Some("2025-06-02")),
        ] {
            assert!(
                dates.contains(&expected),
                "{expected:?} is not in {dates:?}"
            );
        }
        let speakers: Vec<&str> = found
            .quotes
            .iter()
            .filter_map(|quote| Some(found.actors[quote.speaker?].name.as_str()))
            .collect();
        assert_eq!(speakers, ["Yury Ushakov", "Yury Ushakov", "Donald Trump"]);
    }

    #[test]
    fn the_seed_articles_events_are_found_with_their_bounds_and_status() {
        use crate::model::Status;
        let found = recognise(ARTICLE, &indonesian(), None, None);
        let event = |date: &str| {
            found
                .events
                .iter()
                .find(|event| event.date.as_deref() == Some(date))
        };
        for (date, status) in [
            ("2022", Status::Happened),
            ("2025-01", Status::Happened),
            ("2025-05-16", Status::Happened),
            ("2025-06-02", Status::Happened),
            ("[2025-06-01..2025-06-10]", Status::Claimed),
            ("[2025-06-11..2025-06-20]", Status::Happened),
            ("2025-07-02", Status::Happened),
            ("2025-07-03", Status::Happened),
            ("2025-07-04", Status::Planned),
        ] {
            let event =
                event(date).unwrap_or_else(|| panic!("{date} is not among {:?}", found.events));
            assert_eq!(event.status, status, "{date}");
            assert_eq!(event.main, date == "2025-07-03");
            assert!(!event.evidence.is_empty() && !event.title.is_empty());
        }
        // "tahun ini" only frames the two days of the talks.
        assert_eq!(event("2025"), None);
    }

    #[test]
    fn a_given_day_moves_what_rests_on_it_and_nothing_else() {
        let language = indonesian();
        let day = |text| Some(Date::parse(text).unwrap().bounds().earliest);
        let found = recognise(ARTICLE, &language, day("2026-07-03"), day("2025-07-03"));
        let edtf = |words: &str| {
            let timex = found
                .times
                .iter()
                .find(|timex| &ARTICLE[timex.range.clone()] == words);
            timex.and_then(|timex| timex.edtf.as_deref())
        };
        assert_eq!(edtf("Januari lalu"), Some("2026-01"));
        assert_eq!(edtf("Kamis (3/7/2025)"), Some("2025-07-03"));
    }
}
