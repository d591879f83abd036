//! Clicks and the wheel.

use vt100::MouseProtocolMode;

use crate::look::{focus, lines, pane, row_of, selected};
use crate::screen::viewer;

#[test]
fn a_click_selects_an_event() {
    let mut session = viewer(160, 44);
    let row = row_of(&session.screen(), 6).unwrap();
    session.click(10, row);
    session.wait_until("event 6", |screen| selected(screen) == Some(6));
    // The second line of an event is part of it.
    session.click(10, row + 3);
    session.wait_until("event 7", |screen| selected(screen) == Some(7));
    session.quit();
}

#[test]
fn a_click_gives_a_pane_the_focus_and_a_sentence_the_cursor() {
    let mut session = viewer(160, 44);
    let source = pane(&session.screen(), "Source").unwrap();
    session.click(source.left + 12, source.row + 8);
    session.wait_until("the cursor there", |screen| {
        let cursor = lines(screen, "Source")
            .iter()
            .position(|line| line.starts_with('▶'));
        focus(screen) == "Source" && cursor.is_some_and(|line| line <= 7)
    });
    let event = pane(&session.screen(), "Event").unwrap();
    session.click(event.left + 1, event.row);
    session.wait_until("focus on the event", |screen| focus(screen) == "Event");
    session.quit();
}

#[test]
fn a_release_elsewhere_is_no_click() {
    let mut session = viewer(160, 44);
    let row = row_of(&session.screen(), 6).unwrap();
    session.text(&format!("\x1b[<0;11;{}M\x1b[<0;11;{}m", row + 1, row + 4));
    session.keys("j");
    session.wait_until("event 2", |screen| selected(screen) == Some(2));
    session.quit();
}

#[test]
fn the_wheel_scrolls_and_leaves_the_selection() {
    let mut session = viewer(160, 20);
    let top = lines(&session.screen(), "Timeline");
    session.wheel(10, 10, true);
    session.wait_until("the timeline scrolled", |screen| {
        lines(screen, "Timeline") != top
    });
    assert_eq!(selected(&session.screen()), Some(1));
    session.wheel(10, 10, false);
    session.wait_until("the timeline at its top", |screen| {
        lines(screen, "Timeline") == top
    });
    let source = pane(&session.screen(), "Source").unwrap();
    let before = lines(&session.screen(), "Source");
    session.wheel(source.left + 5, 10, true);
    session.wait_until("the source scrolled", |screen| {
        lines(screen, "Source") != before
    });
    let screen = session.screen();
    assert_eq!(
        (selected(&screen), focus(&screen)),
        (Some(1), "Timeline".to_owned())
    );
    session.keys("j");
    session.wait_until("event 2", |screen| selected(screen) == Some(2));
    session.quit();
}

#[test]
fn the_mouse_is_given_back_on_request() {
    let mut session = viewer(160, 44);
    session.keys(":");
    session.text("mouse");
    session.keys("enter");
    session.wait_until("no mouse", |screen| {
        screen.mouse_protocol_mode() == MouseProtocolMode::None && screen.alternate_screen()
    });
    session.quit();
}
