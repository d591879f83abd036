//! Properties of the day of publication: what rests on it moves with it, nothing else does.

use linimasa::extract::{Counted, Recognised, Timex};
use linimasa::model::Day;
use proptest::prelude::*;

use super::seeds::{ARTICLES, read};

/// Days after which the calendar repeats itself, weekdays and leap years included.
const FOUR_CENTURIES: i32 = 146_097;

/// Whether a value rests on the day of publication, be it through other expressions.
fn rests_on_publication(times: &[Timex], timex: &Timex) -> bool {
    let mut from = timex.relative_to;
    for _ in times {
        match from {
            Counted::Timex(other) => from = times[other].relative_to,
            Counted::Publication => return true,
            Counted::Event | Counted::Nothing => return false,
        }
    }
    panic!("{timex:?} counts from itself");
}

/// The value or EDTF date with each year four hundred later.
fn later(date: &str) -> String {
    let ends = date.split_inclusive(['/', '.']);
    let ends = ends.map(|end| {
        let from = end.find(|letter: char| letter.is_ascii_digit());
        let year = from.and_then(|from| end.get(from..from + 4)?.parse::<u32>().ok());
        match (from, year) {
            (Some(from), Some(year)) => {
                end.replacen(&end[from..from + 4], &(year + 400).to_string(), 1)
            }
            _ => end.to_owned(),
        }
    });
    ends.collect()
}

#[test]
fn four_centuries_later_every_article_says_the_same_of_every_date_that_rests_on_its_day() {
    let mut moved = 0;
    for (text, published) in ARTICLES.iter() {
        let now = read(text, Some(*published)).times;
        let then = read(text, Some(published.plus(FOUR_CENTURIES))).times;
        assert_eq!(now.len(), then.len());
        for (timex, other) in now.iter().zip(&then) {
            let words = &text[timex.range.clone()];
            let same = |timex: &Timex| (timex.range.clone(), timex.kind, timex.rule.clone());
            assert_eq!(same(timex), same(other), "{words}");
            assert_eq!(timex.relative_to, other.relative_to, "{words}");
            let rests = rests_on_publication(&now, timex) && timex.edtf.is_some();
            moved += usize::from(rests);
            let expected = |date: &str| if rests { later(date) } else { date.to_owned() };
            assert_eq!(other.value, expected(&timex.value), "{words}");
            let edtf = timex.edtf.as_deref().map(expected);
            assert_eq!(other.edtf, edtf, "{words}");
        }
    }
    assert!(moved > 30, "only {moved} rest on it");
}

/// An article with an event on the day that `words` name.
fn news(words: &str) -> String {
    format!(
        "Jembatan Wonokerta Diresmikan Bupati Ratna Sudibyo\n\
        WONOKERTA - Bupati Ratna Sudibyo meresmikan Jembatan Wonokerta {words}.\n\
        Jembatan lama roboh pada 9 April 2017.\n"
    )
}

fn dates(found: &Recognised) -> Vec<&str> {
    found
        .events
        .iter()
        .filter_map(|event| event.date.as_deref())
        .collect()
}

proptest! {
    #[test]
    fn an_event_moves_with_the_publication_if_its_words_count_from_it(
        published in 10_000..30_000_i32,
        by in -3000..3000_i32,
    ) {
        for (words, distance) in [("kemarin", -1), ("hari ini", 0), ("dua hari lalu", -2), ("besok", 1)] {
            let text = news(words);
            for day in [Day(published), Day(published).plus(by)] {
                let found = read(&text, Some(day));
                let expected = day.plus(distance).to_string();
                let dates = dates(&found);
                prop_assert!(dates.contains(&expected.as_str()), "{words}: {dates:?}, not {expected}");
                prop_assert!(dates.contains(&"2017-04-09"), "{words}: {dates:?}");
            }
        }
    }

    #[test]
    fn a_weekday_moves_with_the_publication_by_whole_weeks(
        published in 10_000..30_000_i32,
        weeks in -400..400_i32,
        words in prop_oneof![Just("Senin lalu"), Just("Rabu pekan lalu"), Just("Jumat pekan depan"), Just("pada Sabtu"), Just("Kamis malam")],
    ) {
        let text = news(words);
        let (one, other) = (Day(published), Day(published).plus(7 * weeks));
        let first = read(&text, Some(one));
        let second = read(&text, Some(other));
        let day = |found: &Recognised| -> Option<Day> {
            let date = found.times.first()?.edtf.as_deref()?;
            Some(super::seeds::day(date))
        };
        prop_assert!(day(&first).is_some(), "{:?}", first.times);
        prop_assert_eq!(day(&first).map(|day| day.plus(7 * weeks)), day(&second));
    }
}
