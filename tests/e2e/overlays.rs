//! Windows over the panes: help, palette, sources.

use crate::look::{focus, highlighted, hints, lines, selected};
use crate::screen::viewer;

#[test]
fn the_help_page_lists_the_keys_and_scrolls() {
    let mut session = viewer(120, 20);
    session.keys("?");
    session.wait_for("Keys ");
    session.wait_for("Panes");
    session.keys("G");
    session.wait_for("A count before a key repeats it.");
    session.keys("g g");
    session.wait_until("the top again", |screen| {
        let text = screen.contents();
        text.contains("Panes") && !text.contains("A count before")
    });
    for close in ["?", "q", "esc"] {
        session.keys(close);
        session.wait_until("the panes", |screen| !screen.contents().contains("Panes"));
        session.keys("?");
        session.wait_for("Panes");
    }
    session.keys("esc");
    session.wait_until("the panes", |screen| !screen.contents().contains("Panes"));
    session.quit();
}

#[test]
fn the_palette_does_what_is_chosen() {
    let mut session = viewer(200, 50);
    session.keys(":");
    session.wait_for("Everything that can be done");
    session.text("last");
    session.keys("enter");
    session.wait_until("the last event", |screen| selected(screen) == Some(19));
    session.keys(":");
    session.text("no such thing");
    session.wait_for("nothing matches");
    session.keys("enter");
    session.wait_until("nothing done", |screen| {
        hints(screen).contains("nothing matches what was typed") && selected(screen) == Some(19)
    });
    session.keys(":");
    session.wait_for("Everything that can be done");
    session.keys("esc");
    session.wait_until("the panes", |screen| {
        !screen.contents().contains("Everything that can be done")
    });
    session.quit();
}

#[test]
fn a_source_is_chosen() {
    let mut session = viewer(200, 50);
    session.keys("s");
    session.wait_for(" Sources ");
    session.wait_for("Tribunnews, 2025-07-03");
    session.keys("enter");
    session.wait_until("the beginning of the source", |screen| {
        focus(screen) == "Source"
            && lines(screen, "Source")
                .first()
                .is_some_and(|line| line.starts_with('▶'))
    });
    assert_eq!(selected(&session.screen()), Some(1));
    session.keys("H");
    session.wait_until("back", |screen| focus(screen) == "Timeline");
    assert!(!highlighted(&session.screen(), "Source").is_empty());
    session.quit();
}
