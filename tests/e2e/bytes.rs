//! Every byte of a whole session: only sequences that are known to be harmless and are turned off again.

use std::collections::BTreeSet;

use crate::escapes::{Sent, parse};
use crate::launch::Launch;
use crate::look::{focus, hints};
use crate::screen::viewer;

/// Modes that may be set and taken back: cursor, mouse, its coordinates, alternate screen, paste, synchronised update.
const MODES: [&str; 6] = ["?25", "?1000", "?1006", "?1049", "?2004", "?2026"];

fn is_known(sent: &Sent) -> bool {
    let numbers = |parameters: &str| {
        parameters
            .chars()
            .all(|sign| sign.is_ascii_digit() || sign == ';')
    };
    match sent {
        Sent::Text(_) => true,
        Sent::Csi(parameters, 'h' | 'l') => MODES.contains(&parameters.as_str()),
        // Style, place, erase.
        Sent::Csi(parameters, 'm' | 'H' | 'J' | 'K') => numbers(parameters),
        // The question for the terminal's background, and what ends its answer.
        Sent::Csi(parameters, 'c') => parameters.is_empty(),
        Sent::Escape('\\') => true,
        Sent::Osc(text) if text == "11;?" => true,
        Sent::Osc(text) => {
            let base64 = |sign: char| sign.is_ascii_alphanumeric() || "+/=".contains(sign);
            text.strip_prefix("52;c;")
                .is_some_and(|data| data.chars().all(base64))
        }
        Sent::Control(_) | Sent::Csi(..) | Sent::Escape(_) | Sent::Broken(_) => false,
    }
}

/// What the viewer itself sent: from the first mode it set to the last it took back.
fn of_the_viewer(raw: &[u8]) -> &[u8] {
    let start = raw
        .windows(8)
        .position(|bytes| bytes == b"\x1b[?1049h")
        .unwrap();
    let end = raw
        .windows(6)
        .rposition(|bytes| bytes == b"\x1b[?25h")
        .unwrap()
        + 6;
    &raw[start..end]
}

/// What the viewer sent beside the known sequences.
pub(crate) fn unknown(raw: &[u8]) -> Vec<Sent> {
    let sent = parse(of_the_viewer(raw)).into_iter();
    sent.filter(|sent| !is_known(sent)).collect()
}

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
