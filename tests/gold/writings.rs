//! Properties of how a day is written: `Kamis (3/7/2025)` and `Kamis, 3 Juli 2025` are the same day to every room.

use std::sync::LazyLock;

use linimasa::extract::PublishedBy;
use linimasa::model::Day;
use proptest::prelude::*;
use regex::{Captures, Regex};

use super::seeds::{ARTICLES, read};
use super::told::{Told, told};

const WEEKDAYS: [&str; 7] = [
    "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
];
const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

static WITH_STROKES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"([A-Z][a-z]+) \((\d+)/(\d+)/(\d{4})\)").unwrap());

static WITH_BRACKETS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\((\d+)/(\d+)/(\d{4})\)").unwrap());

/// The text with every weekday and date in brackets written out.
fn written_out(text: &str) -> String {
    let out = |found: &Captures| {
        let month = MONTHS[found[3].parse::<usize>().unwrap() - 1];
        format!("{}, {} {month} {}", &found[1], &found[2], &found[4])
    };
    WITH_STROKES.replace_all(text, out).into_owned()
}

/// The same for a line of what was recognised: a weekday that is glued to another word belongs to no expression.
fn without_brackets(line: &str) -> String {
    let line = written_out(line);
    let out = |found: &Captures| {
        let month = MONTHS[found[2].parse::<usize>().unwrap() - 1];
        format!("{} {month} {}", &found[1], &found[3])
    };
    WITH_BRACKETS.replace_all(&line, out).into_owned()
}

/// What each article tells, its days written out afterwards or before it was read.
fn both_ways() -> Vec<(Told, Told)> {
    let mut all = Vec::new();
    for (text, published) in ARTICLES.iter() {
        let other = written_out(text);
        if other != *text {
            for day in [Some(*published), None] {
                let one = told(text, &read(text, day)).map(without_brackets);
                all.push((one, told(&other, &read(&other, day))));
            }
        }
    }
    assert!(all.len() > 10, "only {} articles have such days", all.len());
    all
}

#[test]
fn an_article_tells_the_same_when_its_days_are_written_out() {
    for (one, other) in both_ways() {
        assert_eq!(one.differences(&other), Vec::<String>::new());
        assert_eq!(one, other);
    }
}

proptest! {
    #[test]
    fn the_day_of_publication_is_inferred_from_either_writing(day in 10_000..30_000_i32) {
        let day = Day(day);
        let (year, month, date) = day.ymd().unwrap();
        let weekday = WEEKDAYS[day.weekday().unwrap().num_days_from_monday() as usize];
        let text = format!(
            "Pabrik Es Krim di Palembayan Kebakaran\n\
            PALEMBAYAN - Pabrik es krim di Palembayan terbakar, {weekday} ({date}/{month}/{year}).\n\
            Sehari sebelumnya, pabrik itu baru selesai diperbaiki.\n"
        );
        let other = written_out(&text);
        let (one, two) = (read(&text, None), read(&other, None));
        prop_assert_eq!(one.published.as_ref().map(|published| published.day), Some(day));
        prop_assert_eq!(one.published.as_ref().map(|published| published.by), Some(PublishedBy::Lead));
        let (one, other) = (told(&text, &one).map(written_out), told(&other, &two));
        prop_assert_eq!(one, other);
    }
}
