//! Dates that count from another event: `sehari setelah Pentagon mengonfirmasi …` told of the event that the article is about.

use super::dated::Dated;
use super::material::Material;
use super::uses::DateUse;
use crate::extract::reading::Flags;
use crate::extract::times::{Counted, Timex};
use crate::model::{Bounds, Day};

/// Words at the head of a sentence among which one points back to the main event.
const HEAD: usize = 3;

/// The dates of the events that lengths of time count from, where a sentence tells of the main event (`Percakapan ini …`).
pub(super) fn from_main(material: &Material<'_>, main: Bounds) -> Vec<Dated> {
    if !main.is_one_day() {
        return Vec::new();
    }
    let times = material.found.times.iter().enumerate();
    times
        .filter_map(|(place, timex)| date(material, place, timex, main.earliest))
        .collect()
}

fn date(material: &Material<'_>, place: usize, timex: &Timex, main: Day) -> Option<Dated> {
    if timex.relative_to != Counted::Event {
        return None;
    }
    let days = length(&timex.value)?;
    let sentence = material.sentence_at(timex.range.start)?;
    let range = material.range(sentence);
    let rules = material.rules;
    let before = material.words_before(sentence, timex.range.start);
    let mut head = before.iter().filter(|word| word.is(Flags::WORD)).take(HEAD);
    if !head.any(|word| rules.pointers.has(word.hash)) {
        return None;
    }
    let after = material.words_in(sentence, &(timex.range.end..range.end));
    let link = after.first()?.hash;
    let day = if rules.after.has(link) {
        main.plus(-days)
    } else if rules.before.has(link) {
        main.plus(days)
    } else {
        return None;
    };
    Some(Dated {
        date: day.to_string(),
        bounds: Bounds::days(day, day),
        times: vec![place],
        sentence,
        use_: DateUse::Event,
        counts_from_main: true,
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
