//! What a reader gets for English sets, weeks, pairs of days, old years and regions. Other expressions are in `english_tests`.

use super::english_tests::{check, published};

#[test]
fn a_day_or_month_of_every_year_and_the_nights_of_a_weekday_are_sets() {
    check(&[
        (
            "They march each July, and every March 3 they rest; every summer they paint.",
            &[
                "each July=XXXX-07",
                "every March 3=XXXX-03-03",
                "every summer=XXXX-SU",
            ],
        ),
        (
            "The ferry sails on Tuesday nights.",
            &["Tuesday nights=XXXX-WXX-2TNI"],
        ),
    ]);
}

#[test]
fn a_week_is_named_by_a_day_or_a_feast_in_it() {
    check(&[
        (
            "The hearing is set for the week of April 8.",
            &["the week of April 8=2013-W15"],
        ),
        (
            "Schools close for Easter week 2014.",
            &["Easter week 2014=2014-W16"],
        ),
    ]);
}

#[test]
fn the_second_of_two_days_has_the_month_and_the_year_of_the_first_or_gives_them() {
    check(&[
        (
            "They met on January 24 and 25, and on 3 or 4 May 2012 again.",
            &[
                "January 24=2013-01-24",
                "25=2013-01-25",
                "3=2012-05-03",
                "4 May 2012=2012-05-04",
            ],
        ),
        (
            "It rained on May 3 and 4, 2011.",
            &["May 3=2011-05-03", "4, 2011=2011-05-04"],
        ),
        (
            "On March 3 and 40 ships sank, and in 1200 ships.",
            &["March 3=2013-03-03"],
        ),
    ]);
}

#[test]
fn years_before_the_twentieth_century_are_read_where_the_words_make_them_years() {
    check(&[
        (
            "The chapel burned in 1848, and has been empty since 1066.",
            &["1848=1848", "1066=1066"],
        ),
        ("The mill employs 1848 people.", &[]),
    ]);
}

#[test]
fn what_had_been_planned_lies_behind() {
    check(&[
        (
            "The offer had been due to expire Wednesday evening.",
            &["Wednesday evening=2013-03-20TEV"],
        ),
        (
            "The vote was originally scheduled for Thursday.",
            &["Thursday=2013-03-21"],
        ),
    ]);
}

#[test]
fn a_half_more_than_one_is_told_in_smaller_units() {
    check(&[(
        "A minute and a half passed, then an hour and a half.",
        &["A minute and a half=PT1M30S", "an hour and a half=PT1H30M"],
    )]);
}

#[test]
fn weekdays_before_and_after_a_told_day_count_from_it() {
    check(&[(
        "The strike of January 9 began slowly. The previous Friday they had voted, the following Tuesday it was over.",
        &[
            "January 9=2013-01-09",
            "The previous Friday=2013-01-04",
            "the following Tuesday=2013-01-15",
        ],
    )]);
}

#[test]
fn the_region_that_the_reader_names_orders_day_and_month() {
    let of = |tag: &str| {
        let language = crate::extract::Language::built_in(tag).unwrap();
        let read = crate::extract::recognise("The dam broke on 3/7/2013.", language, None, None);
        (read.times[0].value.clone(), read.times[0].could_be)
    };
    let july = Some(published("2013-07-03"));
    let march = Some(published("2013-03-07"));
    assert_eq!(of("en"), ("2013-03-07".to_owned(), july));
    assert_eq!(of("en-GB"), ("2013-07-03".to_owned(), march));
    assert_eq!(of("en_US"), ("2013-03-07".to_owned(), july));
    assert_eq!(of("en-GB"), of("EN-gb"));
}
