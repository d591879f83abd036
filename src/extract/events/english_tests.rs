//! Which events are made of which words in English, on invented sentences.

use crate::extract::{Language, Pack, Recognised, recognise};
use crate::model::Date;

fn read(text: &str) -> Recognised {
    let language = Language::new(Pack::built_in("en").unwrap()).unwrap();
    let day = Date::parse("2024-03-05").unwrap().bounds().earliest;
    recognise(text, &language, Some(day), None)
}

/// The title of the event with this date.
fn title<'a>(found: &'a Recognised, date: &str) -> &'a str {
    let mut events = found.events.iter();
    let event = events.find(|event| event.date.as_deref() == Some(date));
    event.map_or("", |event| event.title.as_str())
}

const MILL: &str = "Fire Destroys Harwick Mill\n\
    HARWICK, March 4 (Reuters) - A fire destroyed the old mill in Harwick shortly before midnight on March 3.\n\
    Between 2015 and 2018, the town spent two million on the roof.\n\
    The owner sold it in 1984, when the U.S. Navy left.";

#[test]
fn a_clock_before_a_date_leaves_its_day_alone() {
    assert!(!title(&read(MILL), "2024-03-03").is_empty());
}

#[test]
fn what_lay_between_two_years_lasted_from_one_to_the_other() {
    assert!(!title(&read(MILL), "2015/2018").is_empty());
}

#[test]
fn a_title_goes_on_behind_initials() {
    assert_eq!(
        title(&read(MILL), "1984"),
        "The owner sold it in 1984, when the U.S. Navy left"
    );
}

#[test]
fn a_title_goes_on_behind_the_abbreviation_of_a_rank() {
    let text = "HARWICK - The old granite bridge in the upper valley was opened by Sen. Tomas Greaves on March 1, 2024.";
    let found = read(text);
    let title = title(&found, "2024-03-01");
    assert!(title.contains("Sen. Tomas Greaves"), "{title}");
}
