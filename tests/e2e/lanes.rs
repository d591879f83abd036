//! The lanes in the real program: the wheel over their axis, their keys, and the way to the words.

use vt100::Screen;

use crate::look::{line, stands_out};
use crate::screen::viewer;

/// The lines of the screen.
fn all(screen: &Screen) -> Vec<String> {
    (0..screen.size().0).map(|row| line(screen, row)).collect()
}

/// How much time the lanes say that they show.
fn time_shown(screen: &Screen) -> String {
    let axis = all(screen).into_iter().nth(4).unwrap_or_default();
    axis.chars().take(14).collect::<String>().trim().to_owned()
}

/// The number of the event in the pane beneath the lanes.
fn event(screen: &Screen) -> Option<usize> {
    let lines = all(screen);
    let title = lines.iter().find_map(|line| line.strip_prefix(" Event "))?;
    title.split_whitespace().next()?.parse().ok()
}

/// Whether the source, beneath the lanes, has the focus.
fn source_leads(screen: &Screen) -> bool {
    let title = |(row, line): (u16, String)| {
        let column = line.split(" Source ").next()?.chars().count();
        line.contains(" Source ")
            .then_some((row, u16::try_from(column).ok()?))
    };
    let place = (0..).zip(all(screen)).find_map(title);
    let cell = place.and_then(|(row, column)| screen.cell(row, column));
    cell.is_some_and(stands_out)
}

#[test]
fn the_wheel_over_the_axis_zooms() {
    let mut session = viewer(160, 44);
    session.keys("2 v");
    session.wait_until("lanes", |screen| time_shown(screen) == "all time");
    for _ in 0..8 {
        session.wheel(90, 4, false);
    }
    session.wait_until("some days", |screen| time_shown(screen).ends_with("days"));
    for _ in 0..9 {
        session.wheel(90, 4, true);
    }
    session.wait_until("all time", |screen| time_shown(screen) == "all time");
    assert_eq!(event(&session.screen()), Some(1));
    session.quit();
}

#[test]
fn keys_lead_along_the_lanes_and_to_the_words() {
    let mut session = viewer(160, 44);
    session.keys("2 v 1 2 G");
    session.wait_until("event 12", |screen| event(screen) == Some(12));
    session.keys("right");
    session.wait_until("the next of the lane", |screen| event(screen) != Some(12));
    session.keys("left + +");
    session.wait_until("event 12 again", |screen| {
        event(screen) == Some(12) && time_shown(screen) != "all time"
    });
    session.keys("enter");
    session.wait_until("its words", source_leads);
    session.quit();
}
