//! Every byte of a whole session: only sequences that are known to be harmless and are turned off again.

use std::collections::BTreeSet;

use crate::allowed::{MODES, of_the_viewer};
use crate::escapes::{Sent, parse};
use crate::launch::Launch;
use crate::look::{focus, hints};
use crate::screen::viewer;

pub(crate) use crate::allowed::unknown;

#[test]
fn only_known_sequences_are_sent() {
    let mut session = Launch::new(200, 50).env("LINIMASA_THEME", "auto").start();
    session.wait_for_first_frame();
    session.send(b"\x1b[?62c");
    session.keys("1 0 G enter");
    session.wait_until("the words", |screen| focus(screen) == "Source");
    session.keys("] \" y y");
    session.wait_until("the copy", |screen| hints(screen).contains("copied "));
    session.keys("g t g g / T r u m p enter n n z z");
    session.keys("esc");
    session.wait_until("no search", |screen| {
        hints(screen).contains("search closed")
    });
    for key in ["a", ":", "?", "s", "d"] {
        session.keys(key);
        session.wait_until("a window or a prompt", |screen| {
            [
                "Filter by actor",
                "Everything",
                "Panes",
                " Sources ",
                "dates: ",
            ]
            .iter()
            .any(|text| screen.contents().contains(text))
        });
        session.keys("esc");
        session.wait_until("none", |screen| {
            hints(screen).contains("Enter words") || hints(screen).contains("search closed")
        });
    }
    session.resize(80, 24);
    session.wait_until("two panes", |screen| crate::look::panes(screen).len() == 2);
    session.click(10, 10);
    session.wheel(10, 10, true);
    session.keys("q");
    session.ended(0);
    let raw = session.raw();
    assert_eq!(unknown(&raw), []);
    let modes: BTreeSet<String> = parse(&raw)
        .into_iter()
        .filter_map(|sent| match sent {
            Sent::Csi(parameters, 'h') => Some(parameters),
            _ => None,
        })
        .collect();
    assert_eq!(modes, MODES.map(str::to_owned).into());
}

#[test]
fn every_frame_is_one_synchronised_update() {
    let mut session = viewer(120, 30);
    session.keys("j j k G g g tab tab enter");
    session.wait_until("the timeline", |screen| focus(screen) == "Timeline");
    session.keys("q");
    session.ended(0);
    let raw = session.raw();
    let mut inside = false;
    for sent in parse(of_the_viewer(&raw)) {
        match sent {
            Sent::Csi(mode, state @ ('h' | 'l')) if mode == "?2026" => {
                assert_ne!(inside, state == 'h', "frames are nested");
                inside = state == 'h';
            }
            Sent::Text(text) => assert!(inside, "drawn outside of a frame: {text}"),
            _ => {}
        }
    }
    assert!(!inside);
}
