//! The ways to end: quitting, signals, a panic; and keys from the terminal when standard input is a pipe.

use rustix::process::{Signal, kill_process};

use crate::launch::Launch;
use crate::look::selected;
use crate::screen::viewer;

const ENDING: [(Signal, &str); 4] = [
    (Signal::TERM, "Terminated"),
    (Signal::HUP, "Hangup"),
    (Signal::INT, "Interrupt"),
    (Signal::QUIT, "Quit"),
];

#[test]
fn signals_leave_the_terminal_as_it_was() {
    for (signal, _) in ENDING {
        let session = viewer(120, 30);
        kill_process(session.pid(), signal).unwrap();
        session.ended(128 + signal.as_raw());
    }
}

#[test]
fn the_parent_learns_of_the_signal() {
    for (signal, name) in ENDING {
        let session = Launch::new(120, 30).bare().start();
        session.wait_for_first_frame();
        kill_process(session.child_pid(), signal).unwrap();
        let (status, raw) = session.wait_exit();
        let told = status.signal().unwrap_or("no signal");
        assert!(told.starts_with(name), "{name}: {told}");
        assert_eq!(crate::escapes::modes_left_on(&raw), Vec::<String>::new());
    }
}

#[test]
fn quitting_is_a_success() {
    let mut session = Launch::new(120, 30).bare().start();
    session.wait_for_first_frame();
    session.keys("q");
    let (status, raw) = session.wait_exit();
    assert!(status.success(), "{status}");
    assert_eq!(crate::escapes::modes_left_on(&raw), Vec::<String>::new());
}

/// Only a debug build can be asked to panic.
#[cfg(debug_assertions)]
#[test]
fn a_panic_restores_the_terminal_and_its_message_is_harmless() {
    let mut session = Launch::new(160, 30).env("LINIMASA_TEST_PANIC", "1").start();
    session.wait_for_first_frame();
    session.keys("f12");
    session.ended(101);
    let text = session.screen().contents();
    assert!(text.contains("linimasa: internal error: "), "{text}");
    let raw = String::from_utf8(session.raw()).unwrap();
    let (_, message) = raw.split_once("internal error").unwrap();
    let (message, _) = message.split_once('\r').unwrap();
    assert!(!message.contains('\x1b'), "{message:?}");
    let (_, after) = message.split_once("asked for this panic: ").unwrap();
    let sign = after.chars().next().unwrap();
    assert!(
        !sign.is_control() && sign != '[',
        "the ESC is not made visible: {after:?}"
    );
}

#[test]
fn keys_come_from_the_terminal_when_standard_input_is_a_pipe() {
    let mut session = Launch::new(160, 44)
        .line(r#"printf 'qqq' | "$LINIMASA""#)
        .start();
    session.wait_for_first_frame();
    session.keys("3 j");
    session.wait_until("event 4", |screen| selected(screen) == Some(4));
    session.resize(200, 50);
    session.keys("j");
    session.wait_until("event 5", |screen| selected(screen) == Some(5));
    session.quit();
}

#[test]
fn two_quick_keys_and_a_quit_are_not_lost() {
    let mut session = viewer(120, 30);
    session.keys("j j j k G g g q");
    session.ended(0);
}
