//! When two values, names, dates or quotes count as the same. Nothing is counted here.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::set::{Named, Slice};

const QUOTE_MARKS: &str = "\"“”„‟'‘’«»";

static ZONE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(T\d\d:\d\d)(:00)?(Z|[+-]\d\d:?\d\d)?$").unwrap());
static BETWEEN_WORDS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\W+").unwrap());

/// A TIMEX3 value without the seconds and the zone of its clock time.
pub(crate) fn value(value: &str) -> String {
    ZONE.replace(value.trim(), "$1").into_owned()
}

/// A name without case and marks.
pub(crate) fn name(name: &str) -> String {
    let lower = name.to_lowercase();
    BETWEEN_WORDS.replace_all(&lower, " ").trim().to_owned()
}

/// Every form by which an actor is called.
pub(crate) fn names(actor: &Named) -> HashSet<String> {
    let all = std::iter::once(&actor.name).chain(&actor.aliases);
    all.map(|form| name(form))
        .filter(|form| !form.is_empty())
        .collect()
}

/// Same EDTF bounds: approximation marks, clock times and the difference between `A/B` and `[A..B]` aside.
pub(crate) fn same_date(one: &str, other: &str) -> bool {
    bounds(one) == bounds(other)
}

fn bounds(date: &str) -> String {
    let date = date
        .replace("..", "/")
        .replace(['~', '?', '%', '[', ']'], "");
    let days = date
        .split('/')
        .map(|end| end.split('T').next().unwrap_or_default());
    days.collect::<Vec<_>>().join("/")
}

/// Where the words of a quote stand, without its marks and the comma before them.
pub(crate) fn spoken(slice: &Slice) -> (i64, i64) {
    let is_mark = |letter: &char| QUOTE_MARKS.contains(*letter) || letter.is_whitespace();
    let letters: Vec<char> = slice.text.chars().collect();
    let before = letters.iter().take_while(|letter| is_mark(letter)).count();
    let rest = letters.get(before..).unwrap_or_default().iter().rev();
    let after = rest
        .take_while(|letter| is_mark(letter) || ",.;".contains(**letter))
        .count();
    let length = |count: usize| i64::try_from(count).unwrap();
    (slice.start + length(before), slice.end - length(after))
}

#[test]
fn what_is_written_differently_may_be_the_same() {
    assert_eq!(value("2025-06-18T10:00:00+07:00"), "2025-06-18T10:00");
    assert_eq!(value("2025-06-18TNI"), "2025-06-18TNI");
    assert_eq!(name("Moh. Reza  (Pahlevi)"), "moh reza pahlevi");
    assert!(same_date(
        "[2025-06-11..2025-06-20]",
        "2025-06-11~/2025-06-20~"
    ));
    assert!(same_date(
        "2025-06-18T10:00/2025-06-19",
        "2025-06-18/2025-06-19"
    ));
    assert!(!same_date("2025-06", "2025-06-01/2025-06-30"));
    let slice = Slice {
        start: 10,
        end: 18,
        text: "“Ya, ini,".into(),
        optional: false,
    };
    assert_eq!(spoken(&slice), (11, 17));
}
