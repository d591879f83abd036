//! A second language is a second pack: an invented one, month before day, counts with the same program.

use super::*;
use crate::extract::pack::Pack;
use crate::extract::tokens::tokens;
use crate::model::{Day, Modifier};

const PACK: &str = r#"
language = "qxx"

[times]
decimal = "."
thousands = ","

[times.lexicon]
month = { 1 = ["Orun"], 2 = ["Vesk"], 7 = ["Talmé"] }
weekday = { 4 = ["zorday"] }
numeral = { 3 = ["mip"], 20 = ["duun"] }
unit = { day = ["lum", "luma"], year = ["anno"] }
third = { MID = ["halva"] }
direction = { -1 = ["pret"], 1 = ["nov"] }

[times.macros]
date = "m=<month> d=<dd> [ ',' ] [ y=<yyyy> ]"

[[times.rules]]
id = "date"
pattern = "[ wd=<weekday> ] @date"
value = { op = "calendar" }

[[times.rules]]
id = "third"
pattern = "mod=<third> m=<month>"
value = { op = "calendar" }

[[times.rules]]
id = "ago"
pattern = "pret n=<amount> unit=<unit>"
value = { op = "shift", by = -1 }

[[times.rules]]
id = "unit"
pattern = "dir=<direction> unit=<unit>"
value = { op = "shift" }
"#;

#[test]
fn an_invented_language_needs_only_its_pack() {
    let pack = Pack::parse(PACK).unwrap();
    let rules = TimesRules::compile(&pack.language, &pack.times).unwrap();
    let text = "Zorday Talmé 3, 2025 kel ut pret duun mip luma; halva Vesk, nov anno. Kemarin.";
    let found = timexes(
        text,
        &tokens(text),
        &|_| false,
        &rules,
        Day::from_ymd(2025, 7, 30),
    );
    let read: Vec<_> = found
        .iter()
        .map(|timex| {
            (
                &text[timex.range.clone()],
                timex.value.as_str(),
                timex.modifier,
            )
        })
        .collect();
    let expected = [
        ("Zorday Talmé 3, 2025", "2025-07-03", None),
        ("pret duun mip luma", "2025-07-07", None),
        ("halva Vesk", "2025-02", Some(Modifier::Mid)),
        ("nov anno", "2026", None),
    ];
    assert_eq!(read, expected);
    assert_eq!(&*found[0].rule, "qxx.date");
}

#[test]
fn a_faulty_pack_is_refused_with_the_name_of_the_rule() {
    for (pattern, fault) in [
        ("[ <month>", "\"]\" is missing"),
        ("<nothing>", "no class \"nothing\""),
        ("slot=<month>", "no slot \"slot\""),
        ("@lost", "no macro \"lost\""),
    ] {
        let text = PACK.replace("mod=<third> m=<month>", pattern);
        let pack = Pack::parse(&text).unwrap();
        let error = TimesRules::compile("qxx", &pack.times).unwrap_err();
        assert!(error.contains("third") && error.contains(fault), "{error}");
    }
}
