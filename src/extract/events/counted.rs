//! Dates that count from another event: `sehari setelah Pentagon mengonfirmasi …` told of the event that the article is about.

use super::{Dated, Material, sentence_at, words};
use crate::extract::pack::EventsPack;
use crate::extract::times::{Counted, Timex};
use crate::model::{Bounds, Day};

/// The dates of the events that lengths of time count from, where a sentence tells of the main event (`Percakapan ini …`).
pub(super) fn from_events(material: &Material<'_>, pack: &EventsPack, main: Bounds) -> Vec<Dated> {
    if !main.is_one_day() {
        return Vec::new();
    }
    let counted = material.times.iter().enumerate();
    counted
        .filter_map(|(place, timex)| date(material, pack, place, timex, main.earliest))
        .collect()
}

fn date(
    material: &Material<'_>,
    pack: &EventsPack,
    place: usize,
    timex: &Timex,
    main: Day,
) -> Option<Dated> {
    if timex.relative_to != Counted::Event {
        return None;
    }
    let days = length(&timex.value)?;
    let sentence = sentence_at(material, timex.range.start)?;
    let range = material.spans.get(sentence)?.range.clone();
    let before = words(material, range.start..timex.range.start);
    if !before
        .iter()
        .take(3)
        .any(|word| pack.pointers.contains(word))
    {
        return None;
    }
    let link = words(material, timex.range.end..range.end)
        .into_iter()
        .next()?;
    let day = if pack.after.contains(&link) {
        main.plus(-days)
    } else if pack.before.contains(&link) {
        main.plus(days)
    } else {
        return None;
    };
    Some(Dated {
        date: day.to_string(),
        bounds: Bounds::days(day, day),
        time: place,
        sentence,
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
