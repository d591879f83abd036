//! The pictures of the viewer in `assets`: drawn from the real binary's screen, so that they cannot show what is not there.
//! With `LINIMASA_BLESS=1` the tests write them anew; `tests/picture/make.sh` does that.

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

use vt100::Screen;

/// Draws the viewer after some keys, once the screen is ready, and compares it with the picture that is kept.
fn picture(file: &str, title: &str, keys: &str, is_ready: impl Fn(&Screen) -> bool) {
    let mut session = launch::Launch::new(160, 44)
        .env("COLORTERM", "truecolor")
        .start();
    session.wait_for_first_frame();
    session.keys(keys);
    session.wait_until(title, is_ready);
    let drawn = svg::draw(&session.screen(), &format!("linimasa, {title}"));
    session.quit();
    let path = format!("{}/assets/{file}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("LINIMASA_BLESS").is_some_and(|value| value == "1") {
        fs::write(path, drawn).unwrap();
        return;
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    let differs = drawn
        .lines()
        .zip(kept.lines())
        .find(|(new, old)| new != old);
    assert!(
        drawn == kept,
        "the viewer looks different from assets/{file}; look at it and run tests/picture/make.sh\n{differs:?}"
    );
}

#[test]
fn the_picture_of_the_list_is_what_the_viewer_shows() {
    // The call of mid-June, a date that is only nearly known, and the words that state it.
    picture(
        "screen.svg",
        "an event and its words",
        "1 0 G enter",
        |screen| {
            look::focus(screen) == "Source"
                && look::selected(screen) == Some(10)
                && look::highlighted(screen, "Source").starts_with("Terakhir")
        },
    );
}

#[test]
fn the_picture_of_the_lanes_is_what_the_viewer_shows() {
    picture(
        "lanes.svg",
        "a lane for each actor",
        "1 0 G 2 v",
        |screen| screen.contents().contains("view: lanes"),
    );
}

#[test]
fn the_picture_of_told_and_happened_is_what_the_viewer_shows() {
    picture(
        "told.svg",
        "the order of the article beside the order of time",
        "1 0 G 3 v",
        |screen| screen.contents().contains("view: told/happened"),
    );
}
