//! The picture of the viewer, `assets/screen.svg`: drawn from the real binary's screen, so that it cannot show what is not there.
//! With `LINIMASA_BLESS=1` the test writes it anew; `tests/picture/make.sh` does that.

// A panic with a clear message is what a test is for.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

#[allow(dead_code)]
#[path = "../e2e/escapes.rs"]
mod escapes;
#[path = "../e2e/keys.rs"]
mod keys;
#[allow(dead_code)]
#[path = "../e2e/launch.rs"]
mod launch;
#[allow(dead_code)]
#[path = "../e2e/look.rs"]
mod look;
#[allow(dead_code)]
#[path = "../e2e/screen.rs"]
mod screen;
mod style;
mod svg;

use std::fs;

/// Where the picture is kept.
const PICTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/screen.svg");

#[test]
fn the_picture_is_what_the_viewer_shows() {
    let mut session = launch::Launch::new(160, 44)
        .env("COLORTERM", "truecolor")
        .start();
    session.wait_for_first_frame();
    // The call of mid-June, a date that is only nearly known, and the words that state it.
    session.keys("1 0 G enter");
    session.wait_until("the words of the call", |screen| {
        look::focus(screen) == "Source"
            && look::selected(screen) == Some(10)
            && look::highlighted(screen, "Source").starts_with("Terakhir")
    });
    let drawn = svg::draw(&session.screen(), "linimasa, an event and its words");
    session.quit();
    if std::env::var_os("LINIMASA_BLESS").is_some_and(|value| value == "1") {
        fs::write(PICTURE, drawn).unwrap();
        return;
    }
    let kept = fs::read_to_string(PICTURE).unwrap_or_default();
    let differs = drawn
        .lines()
        .zip(kept.lines())
        .find(|(new, old)| new != old);
    assert!(
        drawn == kept,
        "the viewer looks different from assets/screen.svg; look at it and run tests/picture/make.sh\n{differs:?}"
    );
}
