//! Dates that count from another event: `sehari setelah Pentagon mengonfirmasi …` told of the event that the article is about, and
//! `dua hari setelah ledakan` told of anything, where the text says elsewhere when that other event was.

use std::borrow::Cow;
use std::collections::HashSet;

use super::dated::Dated;
use super::material::{Material, is_telling};
use super::uses::{DateUse, date_use};
use crate::extract::reading::{Flags, Word, is_stop};
use crate::extract::times::{Counted, Timex, plus_months};
use crate::model::{Bounds, Day, bounds_of};

/// Words at the head of a sentence among which one points back to the main event.
const HEAD: usize = 3;

/// Longest naming of an event that a length of time counts from, in words and marks.
const NAMING: usize = 12;

/// Dates on either side among which the one of a named event is looked for.
const NEAR: usize = 32;

/// Share of the words that name an event that must stand in the sentence that dates it.
const NAMED: f32 = 0.5;

/// The dates of the events that lengths of time count from, where a sentence tells of the main event (`Percakapan ini …`) and no
/// other sentence dates what they count from. `known` are the dates found so far.
pub(super) fn from_main(
    material: &Material<'_>,
    main: &Dated<'_>,
    known: &[Dated<'_>],
) -> Vec<Dated<'static>> {
    if !main.bounds.is_one_day() {
        return Vec::new();
    }
    let times = material.found.times.iter().enumerate();
    let resolved = known.iter().filter(|dated| dated.counts_from.is_some());
    let known: HashSet<usize> = resolved.map(|dated| dated.time).collect();
    let unknown = |place: &usize| !known.contains(place);
    times
        .filter(|(place, _)| unknown(place))
        .filter_map(|(place, timex)| date(material, place, timex, main))
        .collect()
}

/// The dates of what sentences tell, where they count from an event whose date another sentence gives. A sentence with a date
/// of its own needs none.
pub(super) fn from_named(material: &Material<'_>, dates: &[Dated<'_>]) -> Vec<Dated<'static>> {
    let times = material.found.times.iter().enumerate();
    times
        .filter_map(|(place, timex)| through(material, place, timex, dates))
        .collect()
}

fn through(
    material: &Material<'_>,
    place: usize,
    timex: &Timex,
    dates: &[Dated<'_>],
) -> Option<Dated<'static>> {
    if timex.relative_to != Counted::Event || timex.modifier.is_some() {
        return None;
    }
    let sentence = material.sentence_at(timex.range.start)?;
    if dates
        .binary_search_by_key(&sentence, |dated| dated.sentence)
        .is_ok()
    {
        return None;
    }
    let range = material.range(sentence);
    let after = material.words_in(sentence, &(timex.range.end..range.end));
    let (link, rest) = after.split_first()?;
    let forward = match (
        material.rules.after.has(link.hash),
        material.rules.before.has(link.hash),
    ) {
        (true, _) => 1,
        (_, true) => -1,
        _ => return None,
    };
    let base = named(material, rest, around(dates, sentence))?;
    let date = shifted(&timex.value, base.bounds, forward)?;
    let mut dated = Dated {
        bounds: bounds_of(&date)?,
        date: Cow::Owned(date),
        time: place,
        further: Vec::new(),
        sentence,
        use_: DateUse::Event,
        counts_from: Some(base.time),
        behind_link: false,
    };
    dated.use_ = date_use(material, &dated);
    Some(dated)
}

/// The dates told just before and just after a sentence: what stands farther off is not meant, and looking there would take
/// ever longer.
fn around<'d, 'a>(dates: &'d [Dated<'a>], sentence: usize) -> &'d [Dated<'a>] {
    let place = dates.partition_point(|dated| dated.sentence < sentence);
    let last = place.saturating_add(NEAR).min(dates.len());
    dates
        .get(place.saturating_sub(NEAR)..last)
        .unwrap_or_default()
}

/// The one date whose sentence tells of what these words name; `None` where none does, or two with different days do.
fn named<'d, 'a>(
    material: &Material<'_>,
    words: &[Word],
    dates: &'d [Dated<'a>],
) -> Option<&'d Dated<'a>> {
    let ends = |word: &Word| is_stop(material.text_of(*word)) || material.text_of(*word) == ",";
    let length = words.iter().position(ends).unwrap_or(words.len());
    let words = words.get(..length.min(NAMING))?;
    let telling = |word: &&Word| is_telling(**word);
    let kin: Vec<(u64, bool)> = words
        .iter()
        .filter(telling)
        .map(|word| (material.kin(*word), word.is(Flags::CAP)))
        .collect();
    let all: f32 = kin.iter().map(|(word, _)| material.weight(*word)).sum();
    let score = |dated: &Dated<'_>| {
        let content = material.content(dated.sentence);
        let shared = kin
            .iter()
            .filter(|(word, _)| content.binary_search(word).is_ok());
        let (sum, common) = shared.fold((0.0, false), |(sum, common), (word, is_name)| {
            (sum + material.weight(*word), common || !is_name)
        });
        // Names alone tell who, and not what.
        if common { sum } else { 0.0 }
    };
    let happened = |dated: &&Dated<'_>| dated.use_ == DateUse::Event;
    let scored = dates
        .iter()
        .filter(happened)
        .map(|dated| (score(dated), dated));
    let (most, best) =
        scored.clone().fold(
            None,
            |best: Option<(f32, &'d Dated<'a>)>, next| match best {
                Some(best) if best.0 >= next.0 => Some(best),
                _ => Some(next),
            },
        )?;
    let rivals = scored.filter(|(score, dated)| *score >= most && dated.date != best.date);
    (most > 0.0 && most >= all * NAMED && rivals.count() == 0).then_some(best)
}

/// A date so much after (`forward` 1) or before (-1) another one, as close as the length of time is: days and weeks give a day,
/// months a month, years a year.
fn shifted(length: &str, base: Bounds, forward: i32) -> Option<String> {
    if let Some(days) = self::length(length) {
        let day = base.earliest.plus(days.checked_mul(forward)?);
        return base.is_one_day().then(|| day.to_string());
    }
    let (count, months) = match length.strip_prefix('P')? {
        rest if rest.ends_with('M') => (rest.strip_suffix('M')?, 1),
        rest => (rest.strip_suffix('Y')?, 12),
    };
    let steps = count.parse::<i32>().ok()?.checked_mul(months * forward)?;
    let (year, month, _) = base.earliest.ymd()?;
    let (last_year, last_month, _) = base.latest.ymd()?;
    let whole = (year, month) == (last_year, last_month) || months == 12 && year == last_year;
    let (year, month) = plus_months(i64::from(year), i64::from(month), i64::from(steps))?;
    let date = match months {
        1 => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    };
    whole.then_some(date)
}

/// Whether the words of a sentence before a byte point back to the main event (`Percakapan ini …`).
fn tells_of_main(material: &Material<'_>, sentence: usize, byte: usize) -> bool {
    let before = material.words_before(sentence, byte);
    let mut head = before.iter().filter(|word| word.is(Flags::WORD)).take(HEAD);
    head.any(|word| material.rules.pointers.has(word.hash))
}

fn date(
    material: &Material<'_>,
    place: usize,
    timex: &Timex,
    main: &Dated<'_>,
) -> Option<Dated<'static>> {
    if timex.relative_to != Counted::Event {
        return None;
    }
    let days = length(&timex.value)?;
    let sentence = material.sentence_at(timex.range.start)?;
    let range = material.range(sentence);
    let rules = material.rules;
    if !tells_of_main(material, sentence, timex.range.start) {
        return None;
    }
    let after = material.words_in(sentence, &(timex.range.end..range.end));
    let link = after.first()?.hash;
    let first: Day = main.bounds.earliest;
    let day = if rules.after.has(link) {
        first.plus(-days)
    } else if rules.before.has(link) {
        first.plus(days)
    } else {
        return None;
    };
    Some(Dated {
        date: Cow::Owned(day.to_string()),
        bounds: Bounds::days(day, day),
        time: place,
        further: Vec::new(),
        sentence,
        use_: DateUse::Event,
        counts_from: Some(main.time),
        behind_link: true,
    })
}

/// Days of a TIMEX3 length in days or weeks.
fn length(value: &str) -> Option<i32> {
    let rest = value.strip_prefix('P')?;
    if let Some(days) = rest.strip_suffix('D') {
        return days.parse().ok();
    }
    rest.strip_suffix('W')?.parse::<i32>().ok()?.checked_mul(7)
}
