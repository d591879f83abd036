//! Any size of the terminal, and what comes back with the next.

use vt100::Screen;

use crate::escapes::modes_left_on;
use crate::launch::Launch;
use crate::look::{focus, header, highlighted, hints, lines, panes, row_of, selected};
use crate::screen::viewer;

/// What ratatui sends when it begins a screen of another size.
const CLEAR: &[u8] = b"\x1b[2J";

/// What depends on the selection alone, and not on the way that led there.
fn upper_left(screen: &Screen) -> (String, Vec<String>, Vec<String>) {
    (
        header(screen),
        lines(screen, "Timeline"),
        lines(screen, "Event"),
    )
}

#[test]
fn the_screen_follows_the_terminal_down_to_nothing_and_back() {
    let mut session = viewer(200, 50);
    let first = upper_left(&session.screen());
    session.keys("1 0 G enter");
    session.wait_until("the words of an event", |screen| focus(screen) == "Source");
    let words = highlighted(&session.screen(), "Source");
    for (columns, rows, shown) in [(80, 24, 2), (40, 10, 1)] {
        session.resize(columns, rows);
        session.wait_until("the panes that have room", |screen| {
            panes(screen).len() == shown && focus(screen) == "Source"
        });
    }
    for (columns, rows) in [(1, 1), (3, 2), (1, 30), (200, 1)] {
        let sent = session.raw().len();
        session.resize(columns, rows);
        session.wait_for_bytes(sent, CLEAR);
    }
    session.resize(200, 50);
    session.wait_until("the words again", |screen| {
        panes(screen).len() == 3
            && focus(screen) == "Source"
            && selected(screen) == Some(10)
            && row_of(screen, 10).is_some()
            && highlighted(screen, "Source") == words
    });
    session.keys("g t g g");
    session.wait_until("the screen as it was at first", |screen| {
        upper_left(screen) == first
    });
    session.quit();
}

#[test]
fn it_starts_and_works_in_any_size() {
    for (columns, rows) in [(1, 1), (2, 3), (19, 12), (50, 15), (80, 24), (300, 90)] {
        // Without the shell: the emulator cannot wrap what it says in a single row.
        let mut session = Launch::new(columns, rows).bare().start();
        session.wait_for_first_frame();
        session.keys("j enter ] \" enter tab tab z ? G q");
        session.keys("a down tab enter / x enter y y g d");
        session.resize(160, 50);
        session.wait_until("the date prompt", |screen| {
            hints(screen).starts_with("go to:")
        });
        session.keys("esc");
        session.wait_until("no prompt", Screen::hide_cursor);
        session.keys("q");
        let (status, raw) = session.wait_exit();
        assert!(status.success(), "{columns} by {rows}: {status}");
        assert_eq!(modes_left_on(&raw), Vec::<String>::new());
    }
}
