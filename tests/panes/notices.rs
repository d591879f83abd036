//! What is not as the file says stands in the header, opens with a key, and marks the words it concerns.

use linimasa::app::{Pane, citation};

use crate::screen::{ARTICLE, Screen, TIMELINE};

#[test]
fn an_altered_text_is_told_of_everywhere() {
    let longer = format!("Sisipan.\n{ARTICLE}");
    let mut screen = Screen::of(TIMELINE, &longer, 160, 40);
    assert!(screen.top().contains("notices"), "{}", screen.top());
    assert!(screen.shown().contains("sha256 differs"));
    screen.keys("!");
    let page = screen.shown();
    assert!(
        page.contains("Notices") && page.contains("not where the anchor says"),
        "{page}"
    );
    screen.keys("esc").go_to("call-mid-june").keys("enter");
    assert!(screen.pane_text(Pane::Source).contains("pertengahan Juni"));
    let event = screen
        .pane_text(Pane::Event)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(
        event.contains("(moved: not where the file says)"),
        "{event}"
    );
    let copied = citation(&screen.state).unwrap().text;
    assert!(
        copied.contains("the timeline was made from 34508e2c"),
        "{copied}"
    );
}

#[test]
fn without_notices_the_key_says_so() {
    let mut screen = Screen::built_in(160, 40);
    screen.keys("!");
    assert!(
        screen.bottom().contains("no notices"),
        "{}",
        screen.bottom()
    );
}

#[test]
fn titles_are_shown_in_the_languages_that_the_timeline_has() {
    let mut screen = Screen::built_in(200, 60);
    screen.keys("T");
    assert!(
        screen
            .pane_text(Pane::Timeline)
            .contains("The Pentagon confirms"),
        "{}",
        screen.shown()
    );
    screen.keys("T");
    assert!(
        screen
            .pane_text(Pane::Timeline)
            .contains("Pentagon membenarkan")
    );
}
