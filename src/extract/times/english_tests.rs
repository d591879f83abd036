//! What a reader gets for each kind of English expression.

use super::*;
use crate::extract::pack::Pack;
use crate::extract::tokens::tokens;
use crate::model::{Date, Day};

fn published(day: &str) -> Day {
    Date::parse(day).unwrap().bounds().earliest
}

fn values_on(day: &str, text: &str) -> Vec<String> {
    let pack = Pack::built_in("en").unwrap();
    let rules = TimesRules::compile(&pack.language, &pack.times).unwrap();
    let found = timexes(
        text,
        &tokens(text),
        &|_| false,
        &rules,
        Some(published(day)),
    );
    found
        .iter()
        .map(|timex| format!("{}={}", &text[timex.range.clone()], timex.value))
        .collect()
}

/// Published on Friday, 22 March 2013.
fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(values_on("2013-03-22", text), *expected, "{text}");
    }
}

#[test]
fn dates_are_read_in_american_and_british_order() {
    check(&[
        ("The mill closed March 3.", &["March 3=2013-03-03"]),
        (
            "The mill closed on Nov. 2, 2012, for good.",
            &["Nov. 2, 2012=2012-11-02"],
        ),
        (
            "It opened on the 3rd of March and burned down on 14th August 2012.",
            &["the 3rd of March=2013-03-03", "14th August 2012=2012-08-14"],
        ),
        (
            "Stamped 03/07/2013, 25/03/2013 and 2013-03-01.",
            &[
                "03/07/2013=2013-03-07",
                "25/03/2013=2013-03-25",
                "2013-03-01=2013-03-01",
            ],
        ),
        (
            "The dam broke in mid-January, the bridge in early 2012.",
            &["mid-January=2013-01", "early 2012=2012"],
        ),
        (
            "The ferry must pay by May; it sank in September.",
            &["May=2013-05", "September=2012-09"],
        ),
        (
            "The orchard was bare at year-end and on Christmas Eve.",
            &["year-end=2012-12-31", "Christmas Eve=2012-12-24"],
        ),
    ]);
}

#[test]
fn weekdays_follow_the_tense() {
    check(&[
        (
            "The baker said Tuesday that the oven will be lit on Monday.",
            &["Tuesday=2013-03-19", "Monday=2013-03-25"],
        ),
        (
            "On Wednesday, the choir will sing again.",
            &["Wednesday=2013-03-27"],
        ),
        ("On Wednesday, the choir sang.", &["Wednesday=2013-03-20"]),
        (
            "They will look into Monday's flood.",
            &["Monday=2013-03-18"],
        ),
        ("The fair closed Friday.", &["Friday=2013-03-22"]),
        (
            "It snowed last Thursday and late Sunday night.",
            &[
                "last Thursday=2013-03-21",
                "late Sunday night=2013-03-17TNI",
            ],
        ),
    ]);
}

#[test]
fn words_count_from_the_publication_or_the_last_date() {
    check(&[
        (
            "Today it rained, last night it hailed, tomorrow morning it clears.",
            &[
                "Today=2013-03-22",
                "last night=2013-03-21TNI",
                "tomorrow morning=2013-03-23TMO",
            ],
        ),
        (
            "Two weeks ago, last week, earlier this month, next year, a decade ago.",
            &[
                "Two weeks ago=2013-W10",
                "last week=2013-W11",
                "earlier this month=2013-03",
                "next year=2014",
                "a decade ago=2003",
            ],
        ),
        (
            "The tower fell on May 4, 2011. The following day the square was shut; two days later it opened.",
            &[
                "May 4, 2011=2011-05-04",
                "The following day=2011-05-05",
                "two days later=2011-05-07",
            ],
        ),
        (
            "Profit rose in the fourth quarter of 2012 from a year earlier.",
            &[
                "the fourth quarter of 2012=2012-Q4",
                "a year earlier=2011-Q4",
            ],
        ),
        (
            "First-quarter sales fell; a year earlier they rose.",
            &["First-quarter=2013-Q1", "a year earlier=2012"],
        ),
    ]);
}

#[test]
fn lengths_repetitions_and_vague_times_are_told() {
    check(&[
        (
            "After twenty-four years, a two-year trial and at least six weeks of rain.",
            &[
                "twenty-four years=P24Y",
                "two-year=P2Y",
                "at least six weeks=P6W",
            ],
        ),
        (
            "Over the past three months and in recent years they met every day and on Sundays.",
            &[
                "the past three months=P3M",
                "recent years=PXY",
                "every day=P1D",
                "Sundays=XXXX-WXX-7",
            ],
        ),
        (
            "In the early 1990s, the '80s, the seventies and the 19th century.",
            &[
                "the early 1990s=199",
                "the '80s=198",
                "the seventies=197",
                "the 19th century=18",
            ],
        ),
        (
            "The summer of 1975, last fall and this winter were dry, as it is now.",
            &[
                "The summer of 1975=1975-SU",
                "last fall=2012-FA",
                "this winter=2012-WI",
                "now=PRESENT_REF",
            ],
        ),
        (
            "The gates open at 8 a.m. EST Saturday and close at noon.",
            &[
                "8 a.m. EST Saturday=2013-03-16T08:00-05:00",
                "noon=2013-03-16T12:00",
            ],
        ),
    ]);
}

#[test]
fn words_that_only_look_like_times_are_none() {
    check(&[
        (
            "It may rain. May we march on the hall and spring a leak?",
            &[],
        ),
        ("Prices fall; she came second and sat in the sun.", &[]),
        ("A 34-year-old man, 52 years old, in his late 40s.", &[]),
        ("The minutes were read to 1999 people.", &[]),
    ]);
}
