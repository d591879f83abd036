//! Filtering by actor: live, undone by Esc, shown in the top line, switched off and on, cleared.

use crate::look::{header, hints, selected};
use crate::screen::{Session, viewer};

fn expect_header(session: &Session, text: &str) {
    session.wait_until(&format!("{text} in the top line"), |screen| {
        header(screen).contains(text)
    });
}

fn expect_no_filter(session: &Session) {
    session.wait_until("no filter and no window", |screen| {
        let top = header(screen);
        top.contains(" 19 events") && !top.contains("filter:") && !is_open(screen)
    });
}

fn is_open(screen: &vt100::Screen) -> bool {
    screen.contents().contains("Filter by actor")
}

/// The viewer with the actors open, narrowed to one.
fn actor(name: &str) -> Session {
    let mut session = viewer(200, 50);
    session.keys("a");
    session.wait_until("the actors", is_open);
    narrow(&mut session, name);
    session
}

fn narrow(session: &mut Session, name: &str) {
    session.keys("ctrl-u");
    session.text(name);
    session.wait_for(&format!("> {name}"));
}

#[test]
fn an_actor_is_included_excluded_and_left_out() {
    let mut session = actor("zelensky");
    session.keys("tab");
    session.wait_for("[+] Volodymyr Zelensky");
    expect_header(&session, "1 of 19 events  filter: +Volodymyr Zelensky");
    session.keys("tab");
    session.wait_for("[−] Volodymyr Zelensky");
    expect_header(
        &session,
        "18 of 19 events, 5 without date  filter: −Volodymyr Zelensky",
    );
    session.keys("tab");
    session.wait_for("[ ] Volodymyr Zelensky");
    session.wait_until("no filter", |screen| header(screen).contains(" 19 events"));
    session.keys("esc");
    expect_no_filter(&session);
    session.quit();
}

#[test]
fn aliases_find_an_actor_and_enter_takes_the_highlighted_one() {
    let mut session = actor("uskaov");
    session.wait_for("[ ] Yury Ushakov");
    session.keys("enter");
    session.wait_until("the filter", |screen| {
        !is_open(screen)
            && header(screen).contains("3 of 19 events, 1 without date  filter: +Yury Ushakov")
            && hints(screen).contains("3 of 19 events")
    });
    session.quit();
}

#[test]
fn escape_restores_filter_and_selection() {
    let mut session = viewer(200, 50);
    session.keys("5 G a");
    session.wait_until("the actors", is_open);
    narrow(&mut session, "zelensky");
    session.keys("tab");
    session.wait_until("the selection on the event that is left", |screen| {
        selected(screen) == Some(14)
    });
    session.keys("esc");
    expect_no_filter(&session);
    session.wait_until("event 5 again", |screen| selected(screen) == Some(5));
    session.quit();
}

#[test]
fn all_or_any_and_as_speaker() {
    let mut session = actor("zelensky");
    session.keys("tab");
    expect_header(&session, "1 of 19");
    narrow(&mut session, "biden");
    session.wait_for("[ ] Joe Biden");
    session.keys("tab");
    expect_header(&session, "0 of 19");
    expect_header(&session, "(all)");
    session.wait_for("all of the included");
    session.keys("ctrl-t");
    expect_header(&session, "2 of 19");
    expect_header(&session, "(any)");
    session.wait_for("any of the included");
    session.keys("esc");
    expect_no_filter(&session);
    session.keys("a");
    session.wait_until("the actors", is_open);
    narrow(&mut session, "kremlin");
    session.keys("down");
    session.keys("up");
    session.keys("ctrl-o");
    expect_header(&session, "speaking");
    session.keys("enter");
    session.wait_until("the filter", |screen| {
        !is_open(screen) && header(screen).contains("speaking")
    });
    session.quit();
}

#[test]
fn filters_are_switched_off_and_on_and_cleared() {
    let mut session = actor("zelensky");
    session.keys("enter");
    expect_header(&session, "1 of 19");
    session.keys("F");
    expect_header(&session, "[off]");
    expect_header(
        &session,
        " 19 events, 5 without date  filter: +Volodymyr Zelensky",
    );
    session.keys("F");
    expect_header(&session, "1 of 19");
    session.keys("c");
    expect_no_filter(&session);
    session.wait_for("filters cleared");
    session.keys("F");
    session.wait_for("no filter is set");
    session.quit();
}

#[test]
fn a_filter_that_leaves_nothing_is_no_dead_end() {
    let mut session = actor("zelensky");
    session.keys("tab");
    expect_header(&session, "1 of 19");
    narrow(&mut session, "biden");
    session.keys("tab enter");
    session.wait_until("nothing left", |screen| {
        header(screen).contains("0 of 19") && !is_open(screen)
    });
    session.keys("j k G enter");
    session.keys("g t c");
    expect_no_filter(&session);
    session.wait_until("a selection", |screen| selected(screen).is_some());
    session.quit();
}
