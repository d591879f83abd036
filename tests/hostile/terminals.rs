//! Terminals of many names, and one that cannot move its cursor.

use crate::escapes::{Sent, parse};
use crate::inspect::drawn;
use crate::launch::Launch;
use crate::look::selected;

#[test]
fn a_dumb_terminal_is_told_so_and_gets_the_list() {
    let session = Launch::new(120, 60)
        .env("TERM", "dumb")
        .line(r#""$LINIMASA""#)
        .start();
    session.ended(0);
    let text = session.screen().contents();
    assert!(
        text.contains("this terminal cannot move its cursor (TERM=dumb), so here is the list"),
        "{text}"
    );
    assert!(text.contains("Istanbul"), "{text}");
    let plain = |sent: &Sent| matches!(sent, Sent::Text(_) | Sent::Control('\r' | '\n'));
    let sent = parse(&session.raw());
    assert!(sent.iter().all(plain), "{sent:?}");
}

#[test]
fn the_viewer_starts_and_ends_on_terminals_of_every_name() {
    for term in [
        "linux",
        "screen",
        "screen-256color",
        "tmux-256color",
        "xterm",
        "vt100",
        "vt220",
        "unknown",
        "",
        "xterm-kitty",
    ] {
        let mut session = Launch::new(120, 30).env("TERM", term).start();
        session.wait_for_first_frame();
        session.keys("j");
        session.wait_until("event 2", |screen| selected(screen) == Some(2));
        session.keys("q");
        session.ended(0);
        drawn(term, &session.raw());
    }
}
