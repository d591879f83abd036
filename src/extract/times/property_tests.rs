//! What holds of every text and every publication date.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::extract::pack::Pack;
use crate::extract::tokens::tokens;
use crate::model::{Date, Day};

static RULES: LazyLock<TimesRules> = LazyLock::new(|| {
    let pack = Pack::built_in("id").unwrap();
    TimesRules::compile(&pack.language, &pack.times).unwrap()
});

fn read(text: &str, published: Option<Day>) -> Vec<Timex> {
    timexes(text, &tokens(text), &|_| false, &RULES, published)
}

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

/// Texts of words and marks that rules are made of.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Kamis"),
        Just("("),
        Just(")"),
        Just("3"),
        Just("/"),
        Just("7"),
        Just("2025"),
        Just(","),
        Just("pukul"),
        Just("."),
        Just("10"),
        Just("00"),
        Just("WIB"),
        Just("hari"),
        Just("ini"),
        Just("lalu"),
        Just("dua"),
        Just("puluh"),
        Just("juta"),
        Just("tahun"),
        Just("lebih dari"),
        Just("-"),
        Just("hingga"),
        Just("Juni"),
        Just("akhir"),
        Just("kemudian"),
        Just("saat itu"),
        Just("999999999"),
        Just("abad ke-"),
        Just("0"),
        Just("\n"),
        Just("31"),
        Just("yang"),
        Just("setiap"),
        Just("malam"),
        Just("dekade"),
        Just("ratus"),
        Just("setengah"),
    ];
    prop::collection::vec((piece, any::<bool>()), 0..40).prop_map(|pieces| {
        let join =
            |(piece, space): (&str, bool)| format!("{piece}{}", if space { " " } else { "" });
        pieces.into_iter().map(join).collect()
    })
}

proptest! {
    #[test]
    fn no_text_breaks_it_and_spans_are_in_order_disjoint_and_verbatim(
        text in prop_oneof![hostile(), ".*"],
        day in prop::option::of(-800_000..3_000_000_i32),
    ) {
        let found = read(&text, day.map(Day));
        let mut done = 0;
        for (index, timex) in found.iter().enumerate() {
            prop_assert!(timex.range.start >= done && timex.range.start < timex.range.end);
            prop_assert!(text.get(timex.range.clone()).is_some());
            done = timex.range.end;
            if let Some(edtf) = &timex.edtf {
                prop_assert!(Date::parse(edtf).is_ok(), "{} of {:?}", edtf, &text[timex.range.clone()]);
            }
            if let Counted::Timex(other) = timex.relative_to {
                prop_assert!(other <= index + 1 && other != index);
            }
        }
        prop_assert_eq!(read(&text, day.map(Day)), found);
    }

    #[test]
    fn days_beyond_the_years_of_four_digits_are_no_edtf_and_no_panic(day in -4_500_000..4_500_000_i32) {
        for text in ["pukul 7", "besok", "kemarin", "tahun depan", "akhir tahun", "2-5 Juni", "awal Juni lalu"] {
            for timex in read(text, Some(Day(day))) {
                if let Some(edtf) = &timex.edtf {
                    prop_assert!(Date::parse(edtf).is_ok(), "{edtf} of {text}");
                }
            }
        }
    }

    #[test]
    fn two_ways_to_write_a_day_give_the_same(day in 0..40_000_i32) {
        let day = Day(day);
        let (year, month, date) = day.ymd().unwrap();
        let weekday = WEEKDAYS[day.weekday().unwrap().num_days_from_monday() as usize];
        let name = MONTHS[month as usize - 1];
        for text in [format!("{weekday} ({date}/{month}/{year})"), format!("{weekday}, {date} {name} {year}")] {
            let found = read(&text, None);
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!(&found[0].value, &day.to_string());
            prop_assert_eq!(found[0].range.clone(), 0..text.len());
            prop_assert!(!found[0].weekday_disagrees);
        }
    }

    #[test]
    fn relative_days_move_with_the_publication_date(day in 0..40_000_i32, by in -500..500_i32) {
        for (text, distance) in [("kemarin", -1), ("hari ini", 0), ("besok", 1), ("tiga hari lalu", -3)] {
            for published in [Day(day), Day(day).plus(by)] {
                let found = read(text, Some(published));
                prop_assert_eq!(&found[0].value, &published.plus(distance).to_string());
            }
        }
        let fixed = "3 Juli 2025";
        prop_assert_eq!(read(fixed, Some(Day(day))), read(fixed, Some(Day(day).plus(by))));
    }
}
