//! What a reader gets for each kind of English expression.

use super::*;
use crate::extract::pack::Pack;
use crate::extract::tokens::tokens;
use crate::model::{Date, Day};

pub(super) fn published(day: &str) -> Day {
    Date::parse(day).unwrap().bounds().earliest
}

pub(super) fn values_on(day: &str, text: &str) -> Vec<String> {
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
pub(super) fn check(cases: &[(&str, &[&str])]) {
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
                "03/07/2013=2013-07-03",
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

#[test]
fn feasts_fall_on_the_day_of_their_year() {
    check(&[
        (
            "They met on Thanksgiving and will meet again on Easter Monday.",
            &["Thanksgiving=2012-11-22", "Easter Monday=2013-04-01"],
        ),
        (
            "Last Thanksgiving it rained, and on Labor Day 2010 it snowed.",
            &["Last Thanksgiving=2012-11-22", "Labor Day 2010=2010-09-06"],
        ),
        (
            "The chapel fell on Easter Sunday 1871.",
            &["Easter Sunday 1871=1871-04-09"],
        ),
    ]);
}

#[test]
fn years_in_words_are_years() {
    check(&[
        (
            "He left in nineteen eighty-four and came back in the spring of nineteen ninety.",
            &[
                "nineteen eighty-four=1984",
                "the spring of nineteen ninety=1990-SP",
            ],
        ),
        (
            "The mill ran until the year two thousand.",
            &["the year two thousand=2000"],
        ),
    ]);
}

#[test]
fn fractions_and_fortnights_are_lengths() {
    check(&[
        (
            "It took 2 1/2 years, then 5-1/2 hours, then two-and-a-half years.",
            &[
                "2 1/2 years=P2Y6M",
                "5-1/2 hours=PT5H30M",
                "two-and-a-half years=P2Y6M",
            ],
        ),
        (
            "The strike of a fortnight began a fortnight ago and may last another half an hour.",
            &[
                "a fortnight=P2W",
                "a fortnight ago=2013-W10",
                "half an hour=PT30M",
            ],
        ),
        (
            "Sales fell for the past two quarters; the last half of 2012 was worst.",
            &["the past two quarters=P2Q", "the last half of 2012=2012-H2"],
        ),
    ]);
}

#[test]
fn what_is_divided_by_nought_is_no_fraction() {
    for text in [
        "It took 2 1/0 years.",
        "It took 2 0/0 years.",
        "It took 5-1/0 hours.",
    ] {
        let found = values_on("2013-03-22", text);
        assert!(
            found.iter().all(|value| !value.contains("1/0 ")),
            "{found:?}"
        );
    }
}

#[test]
fn days_with_a_dash_between_them_are_one_interval() {
    check(&[
        (
            "The fair was held on March 4-6 and on 9-11 March.",
            &[
                "March 4-6=2013-03-04/2013-03-06",
                "9-11 March=2013-03-09/2013-03-11",
            ],
        ),
        (
            "It runs from July 4 to 6, 2014.",
            &["July 4 to 6, 2014=2014-07-04/2014-07-06"],
        ),
    ]);
}

#[test]
fn what_comes_later_follows_the_month_or_year_told_last() {
    check(&[
        (
            "The plot came out in May 2009. Two months later the hall was searched.",
            &["May 2009=2009-05", "Two months later=2009-07"],
        ),
        (
            "The town sued in 2008; a year later it won.",
            &["2008=2008", "a year later=2009"],
        ),
    ]);
}

#[test]
fn tense_and_initials_tell_where_a_date_lies() {
    check(&[
        (
            "Ms. Reed, 52, will succeed Paul D. Hart on Sept. 1.",
            &["Sept. 1=2013-09-01"],
        ),
        (
            "Until Thursday, they had not spoken of it.",
            &["Thursday=2013-03-21"],
        ),
        ("The council meets Monday.", &["Monday=2013-03-25"]),
        (
            "The two signed a trade plan Friday.",
            &["Friday=2013-03-22"],
        ),
        (
            "It pays on Jan. 2 to holders of record Dec. 15.",
            &["Jan. 2=2013-01-02", "Dec. 15=2012-12-15"],
        ),
        (
            "The choir joined in July 2011 and will sing on April 12.",
            &["July 2011=2011-07", "April 12=2013-04-12"],
        ),
    ]);
}

/// Each date in numbers with the other day that it could be.
fn orders(text: &str) -> Vec<(String, Option<String>)> {
    let pack = Pack::built_in("en").unwrap();
    let rules = TimesRules::compile(&pack.language, &pack.times).unwrap();
    let found = timexes(text, &tokens(text), &|_| false, &rules, None);
    let found = found
        .into_iter()
        .filter(|timex| timex.rule.contains("numbers") || timex.rule.contains("slash"));
    found
        .map(|timex| (timex.value, timex.could_be.map(|day| day.to_string())))
        .collect()
}

fn order(value: &str, could_be: Option<&str>) -> (String, Option<String>) {
    (value.to_owned(), could_be.map(str::to_owned))
}

#[test]
fn a_date_in_numbers_is_american_unless_the_article_tells_otherwise() {
    let open = orders("The dam broke on 3/7/2012.");
    assert_eq!(open, [order("2012-03-07", Some("2012-07-03"))]);
    let british = orders("The dam broke on 3/7/2012, Scottish councillors said.");
    assert_eq!(british, [order("2012-07-03", Some("2012-03-07"))]);
    let named = orders("The dam broke on 3/7/2012 and was mended by 9 August.");
    assert_eq!(named, [order("2012-07-03", Some("2012-03-07"))]);
}

#[test]
fn a_date_in_numbers_that_other_words_settle_is_not_doubted() {
    let shown = orders("The dam broke on 3/7/2012 and was mended on 25/8/2012.");
    assert_eq!(
        shown,
        [order("2012-07-03", None), order("2012-08-25", None)]
    );
    let weekday = orders("The dam broke on Tuesday 3/7/2012.");
    assert_eq!(weekday, [order("2012-07-03", None)]);
    assert_eq!(orders("It broke on 7/7/2012."), [order("2012-07-07", None)]);
}
