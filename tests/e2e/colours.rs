//! `NO_COLOR`: no colour is sent, and what a colour says is said without it.

use crate::escapes::{Sent, parse};
use crate::launch::Launch;
use crate::look::{focus, highlighted, selected, stands_out};

/// Whether an SGR sets a colour; 39, 49 and 59 take one away.
fn sets_a_colour(parameters: &str) -> bool {
    parameters.split(';').any(|code| {
        let code: u16 = code.parse().unwrap_or(0);
        matches!(code, 30..=38 | 40..=48 | 58 | 90..=107)
    })
}

fn colours(bytes: &[u8]) -> Vec<String> {
    let sgr = parse(bytes).into_iter().filter_map(|sent| match sent {
        Sent::Csi(parameters, 'm') if sets_a_colour(&parameters) => Some(parameters),
        _ => None,
    });
    sgr.collect()
}

#[test]
fn no_color_sends_no_colour_and_keeps_the_selection_plain_to_see() {
    let mut session = Launch::new(160, 44).env("NO_COLOR", "1").start();
    session.wait_for_first_frame();
    session.wait_until("the focus", |screen| focus(screen) == "Timeline");
    session.keys("1 0 G");
    session.wait_until("the selected row", |screen| {
        selected(screen) == Some(10) && !highlighted(screen, "Timeline").is_empty()
    });
    session.keys("enter");
    session.wait_until("the words", |screen| {
        focus(screen) == "Source" && highlighted(screen, "Source").starts_with("TerakhirkaliPutin")
    });
    session.keys("/ T r u m p enter a");
    session.wait_for("Filter by actor");
    let screen = session.screen();
    let row = (0..44)
        .find(|row| crate::look::line(&screen, *row).contains("[ ] Ukraina"))
        .unwrap();
    assert!(
        (0..160)
            .filter_map(|column| screen.cell(row, column))
            .any(stands_out)
    );
    session.keys("esc");
    session.wait_until("no window", |screen| {
        !screen.contents().contains("Filter by actor")
    });
    assert_eq!(colours(&session.raw()), Vec::<String>::new());
    session.quit();
}

#[test]
fn with_colours_some_are_sent() {
    let session = crate::screen::viewer(160, 44);
    assert!(!colours(&session.raw()).is_empty());
    session.quit();
}
