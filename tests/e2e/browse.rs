//! Moving through the timeline, between the panes, and through every event's words.

use crate::look::{focus, highlighted, numbers_at_cursor, panes, row_of, selected, without_spaces};
use crate::screen::{Session, viewer};

/// The article, as it is stored.
const ARTICLE: &str = include_str!("../../seeds/000_f3226ebb9ab90383.txt");
/// How many events the built-in timeline has.
const EVENTS: usize = 19;

fn expect_event(session: &Session, number: usize) {
    session.wait_until(&format!("event {number}"), |screen| {
        selected(screen) == Some(number)
    });
}

fn expect_focus(session: &Session, pane: &str) {
    session.wait_until(&format!("focus on {pane}"), |screen| focus(screen) == pane);
}

#[test]
fn keys_move_through_the_timeline() {
    let mut session = viewer(200, 50);
    expect_event(&session, 1);
    expect_focus(&session, "Timeline");
    for (keys, number) in [
        ("j", 2),
        ("down", 3),
        ("k", 2),
        ("up", 1),
        ("k", 1),
        ("4 j", 5),
        ("3 k", 2),
        ("1 0 j", 12),
        ("G", EVENTS),
        ("g g", 1),
        ("end", EVENTS),
        ("j", EVENTS),
        ("home", 1),
        ("7 G", 7),
        ("1 2 g g", 12),
        ("9 9 9 G", EVENTS),
        ("9 9 9 k", 1),
    ] {
        session.keys(keys);
        expect_event(&session, number);
    }
    session.quit();
}

#[test]
fn pages_and_months_are_jumped_over() {
    let mut session = viewer(160, 24);
    session.keys("pgdn");
    session.wait_until("a page further", |screen| selected(screen) > Some(3));
    let further = selected(&session.screen());
    session.keys("ctrl-d");
    session.wait_until("two pages further", |screen| selected(screen) > further);
    session.keys("9 pgup");
    expect_event(&session, 1);
    // Groups begin with events 1, 3, 5, 6, 8, 11 and 15.
    for (keys, number) in [
        ("}", 3),
        ("}", 5),
        ("2 }", 8),
        ("j", 9),
        ("{", 8),
        ("{", 6),
        ("2 {", 3),
    ] {
        session.keys(keys);
        expect_event(&session, number);
    }
    session.quit();
}

#[test]
fn the_selection_stays_in_view() {
    let mut session = viewer(120, 16);
    for number in 2..=EVENTS {
        session.keys("j");
        session.wait_until(&format!("event {number} in view"), |screen| {
            selected(screen) == Some(number) && row_of(screen, number).is_some()
        });
    }
    session.quit();
}

#[test]
fn tab_and_g_lead_from_pane_to_pane() {
    let mut session = viewer(200, 50);
    for (keys, pane) in [
        ("tab", "Event"),
        ("tab", "Source"),
        ("tab", "Timeline"),
        ("shift-tab", "Source"),
        ("g e", "Event"),
        ("g t", "Timeline"),
        ("g s", "Source"),
    ] {
        session.keys(keys);
        expect_focus(&session, pane);
    }
    session.quit();
}

#[test]
fn zoom_gives_the_screen_to_one_pane() {
    let mut session = viewer(200, 50);
    let titles = |screen: &vt100::Screen| panes(screen).len();
    session.wait_until("three panes", |screen| titles(screen) == 3);
    session.keys("z");
    session.wait_until("one pane", |screen| {
        titles(screen) == 1 && focus(screen) == "Timeline"
    });
    session.keys("tab");
    session.wait_until("the event alone", |screen| {
        titles(screen) == 1 && focus(screen) == "Event"
    });
    session.keys("z");
    session.wait_until("three panes", |screen| titles(screen) == 3);
    session.quit();
}

#[test]
fn keys_that_do_nothing_say_so() {
    let mut session = viewer(200, 50);
    session.keys("ctrl-c");
    session.wait_for("q quits");
    session.keys("X");
    session.wait_for("X does nothing here");
    session.keys("g");
    session.wait_until("what may follow", |screen| {
        crate::look::hints(screen).contains("g first")
    });
    session.keys("esc");
    session.wait_until("no pending key", |screen| {
        !crate::look::hints(screen).contains("g first")
    });
    expect_event(&session, 1);
    session.quit();
}

#[test]
fn every_event_leads_to_its_words_and_back() {
    let mut session = viewer(200, 50);
    let article = without_spaces(ARTICLE);
    for number in 1..=EVENTS {
        session.keys(&format!("{number} G"));
        session.wait_until(&format!("event {number} with the timeline"), |screen| {
            selected(screen) == Some(number) && focus(screen) == "Timeline"
        });
        session.keys("enter");
        expect_focus(&session, "Source");
        let screen = session.screen();
        let words = highlighted(&screen, "Source");
        assert!(words.len() > 40, "event {number}: {words}");
        assert!(
            article.contains(&words),
            "event {number}, not verbatim: {words}"
        );
        assert_eq!(numbers_at_cursor(&screen).first(), Some(&number));
        session.keys("enter");
        expect_focus(&session, "Timeline");
        assert_eq!(selected(&session.screen()), Some(number));
    }
    session.quit();
}
