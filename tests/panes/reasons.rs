//! Every step of the reasoning behind a date is one key from its words.

use linimasa::app::Pane;

use crate::screen::Screen;

#[test]
fn one_key_walks_from_the_words_that_date_an_event_to_those_that_its_date_counts_from() {
    let mut screen = Screen::built_in(160, 40);
    screen.go_to("pause-confirmed").keys("w");
    assert_eq!(screen.selected_id(), "pause-confirmed");
    assert!(
        screen.bottom().contains("date words 1 of"),
        "{}",
        screen.bottom()
    );
    assert!(screen.pane_text(Pane::Source).contains("sehari setelah"));
    let mut steps = 0;
    while screen.selected_id() == "pause-confirmed" && steps < 10 {
        screen.keys("w");
        steps += 1;
    }
    assert_eq!(screen.selected_id(), "call-3-july");
    assert!(
        screen.bottom().contains("it counts from event"),
        "{}",
        screen.bottom()
    );
    assert!(screen.pane_text(Pane::Source).contains("Kamis (3/7/2025)"));
    screen.keys("H");
    assert_eq!(screen.selected_id(), "pause-confirmed");
}

#[test]
fn a_date_that_counts_from_the_publication_says_from_which_day() {
    let mut screen = Screen::built_in(160, 40);
    screen.go_to("call-mid-june");
    for _ in 0..10 {
        if screen.bottom().contains("publication date") {
            break;
        }
        screen.keys("w");
    }
    let told = "it counts from the publication date, 2025-07-03, which the text does not state";
    assert!(screen.bottom().contains(told), "{}", screen.bottom());
}
