//! The prompts of the bottom line: search, date range, date.

use crate::look::{focus, header, hints, selected};
use crate::screen::{Session, viewer};

fn expect_event(session: &Session, number: usize) {
    session.wait_until(&format!("event {number}"), |screen| {
        selected(screen) == Some(number)
    });
}

fn expect_hint(session: &Session, text: &str) {
    session.wait_until(&format!("{text} in the bottom line"), |screen| {
        hints(screen).contains(text)
    });
}

fn expect_header(session: &Session, text: &str) {
    session.wait_until(&format!("{text} in the top line"), |screen| {
        header(screen).contains(text)
    });
}

#[test]
fn a_search_shows_its_hits_while_it_is_typed() {
    let mut session = viewer(200, 50);
    session.keys("/");
    session.wait_until("the prompt with its cursor", |screen| {
        hints(screen).starts_with('/') && !screen.hide_cursor()
    });
    session.text("zelensky");
    expect_event(&session, 14);
    expect_header(&session, "/zelensky");
    session.keys("backspace ctrl-u");
    session.wait_until("back at the first event", |screen| {
        selected(screen) == Some(1) && !header(screen).contains("/zelensky")
    });
    session.text("istanbul");
    // The first whose title, actors or words speak of it.
    expect_event(&session, 4);
    session.keys("enter");
    session.wait_until("the search in force", |screen| {
        hints(screen).contains("n next") && screen.hide_cursor()
    });
    let mut met = vec![4];
    for _ in 0..3 {
        session.keys("n");
        let before = met.last().copied();
        session.wait_until("the next match", |screen| selected(screen) != before);
        met.push(selected(&session.screen()).unwrap());
    }
    assert!(met.windows(2).all(|pair| pair[0] < pair[1]), "{met:?}");
    session.keys("N");
    expect_event(&session, met[2]);
    expect_hint(&session, "match 3 of");
    session.keys("esc");
    session.wait_until("the search closed", |screen| {
        hints(screen).contains("search closed") && !header(screen).contains("/istanbul")
    });
    session.quit();
}

#[test]
fn a_cancelled_search_leads_back() {
    let mut session = viewer(200, 50);
    session.keys("3 G /");
    session.text("pentagon");
    session.wait_until("a match elsewhere", |screen| {
        header(screen).contains("/pentagon") && selected(screen) != Some(3)
    });
    session.keys("esc");
    session.wait_until("where it began", |screen| {
        selected(screen) == Some(3) && !header(screen).contains('/')
    });
    session.keys("n");
    expect_hint(&session, "nothing is searched for");
    session.keys("/");
    session.text("qqq");
    expect_hint(&session, "“qqq” was not found");
    session.keys("enter n");
    expect_hint(&session, "“qqq” was not found");
    expect_event(&session, 3);
    session.quit();
}

#[test]
fn a_search_in_the_source_walks_its_sentences() {
    let mut session = viewer(200, 50);
    session.keys("g s g g");
    expect_hint(&session, "no event speaks");
    session.keys("/");
    session.text("uskaov");
    session.wait_until("the sentence", |screen| {
        let lines = crate::look::lines(screen, "Source");
        lines
            .iter()
            .any(|line| line.starts_with('▶') && line.contains("Uskaov"))
    });
    session.keys("enter n");
    expect_hint(&session, "match 1 of 1 in the text");
    assert_eq!(focus(&session.screen()), "Source");
    session.quit();
}

#[test]
fn a_date_range_narrows_the_timeline() {
    let mut session = viewer(200, 50);
    session.keys("d");
    expect_hint(&session, "dates: 2025-06");
    session.text("2025-13");
    session.keys("enter");
    session.wait_until("what is wrong, with the line kept", |screen| {
        let line = hints(screen);
        line.starts_with("dates: 2025-13  ") && line.trim().len() > 20 && !screen.hide_cursor()
    });
    session.keys("ctrl-u");
    session.text("2025-06");
    session.keys("enter");
    expect_header(&session, "of 19 events  filter: 2025-06-01..2025-06-30");
    session.keys("d");
    session.text("2025-06..");
    session.keys("enter");
    expect_header(&session, "filter: 2025-06-01.. ");
    session.keys("F");
    expect_header(&session, "[off]");
    session.keys("d enter");
    session.wait_until("no filter", |screen| {
        header(screen)
            .trim_end()
            .ends_with(" 19 events, 5 without date")
    });
    session.quit();
}

#[test]
fn a_typed_date_is_gone_to() {
    let mut session = viewer(200, 50);
    session.keys("g d");
    expect_hint(&session, "go to: 2025-06-02");
    session.text("yesterday");
    session.keys("enter");
    session.wait_until("what is wrong", |screen| {
        hints(screen).starts_with("go to: yesterday  ") && !screen.hide_cursor()
    });
    session.keys("ctrl-u");
    session.text("2025-07-04");
    session.keys("enter");
    expect_event(&session, 14);
    session.keys("H");
    expect_event(&session, 1);
    session.keys("g d");
    session.text("2022");
    expect_hint(&session, "go to: 2022");
    session.keys("esc");
    session.wait_until("no prompt", |screen| {
        !hints(screen).starts_with("go to:") && screen.hide_cursor()
    });
    expect_event(&session, 1);
    session.quit();
}

#[test]
fn pasted_text_is_typed_and_never_a_command() {
    let mut session = viewer(200, 50);
    session.text("\x1b[200~qG\x1b[201~");
    session.keys("j");
    expect_event(&session, 2);
    session.keys("/");
    session.text("\x1b[200~zel\r\nensky\x1b[201~");
    expect_event(&session, 14);
    expect_hint(&session, "/zelensky");
    session.keys("esc");
    expect_event(&session, 2);
    session.quit();
}
