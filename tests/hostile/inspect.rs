//! Looks at every byte that the program sent: only text that hides nothing, and only sequences that it may send. Counts them.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::allowed::unknown;
use crate::escapes::{Sent, parse};

static INSPECTED: AtomicUsize = AtomicUsize::new(0);

/// How many bytes were inspected by this process so far.
pub(crate) fn inspected() -> usize {
    INSPECTED.load(Ordering::SeqCst)
}

/// Whether a character acts on a terminal, hides, or turns the order of letters. The corpus holds none that is in its place.
fn is_wild(letter: char) -> bool {
    let code = u32::from(letter);
    letter.is_control()
        || matches!(code,
            0xad | 0x34f | 0x61c | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x3164 | 0xffa0
            | 0x180b..=0x180f | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f
            | 0xfe00..=0xfe0f | 0xfeff | 0xfff0..=0xfffb | 0xfdd0..=0xfdef
            | 0xe000..=0xf8ff | 0xe0000..=0xe0fff | 0xf0000..)
        || code & 0xfffe == 0xfffe
}

fn is_mark(letter: char) -> bool {
    matches!(u32::from(letter), 0x300..=0x36f | 0x20d0..=0x20ff)
}

/// What is wrong with a text that a person is to see; `also` are the controls that may stand in it.
pub(crate) fn wrong_in(text: &str, also: &[char]) -> Option<String> {
    wrong(text, also, 3)
}

fn wrong(text: &str, also: &[char], most_marks: usize) -> Option<String> {
    let mut marks = 0;
    for (at, letter) in text.char_indices() {
        marks = if is_mark(letter) { marks + 1 } else { 0 };
        if (is_wild(letter) && !also.contains(&letter)) || marks > most_marks {
            let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
            return Some(format!(
                "U+{:04X} behind {:?}",
                u32::from(letter),
                &text[start..at]
            ));
        }
    }
    None
}

/// What a command printed: lines of text. Formats for machines may have tabs, and marks as the text has them.
#[track_caller]
pub(crate) fn printed(what: &str, bytes: &[u8], for_machines: bool) {
    INSPECTED.fetch_add(bytes.len(), Ordering::SeqCst);
    let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{what}: {error}"));
    let found = if for_machines {
        wrong(text, &['\n', '\t'], usize::MAX)
    } else {
        wrong_in(text, &['\n'])
    };
    assert_eq!(found, None, "{what}");
}

/// What the viewer drew, and what the shell around it said before and after.
#[track_caller]
pub(crate) fn drawn(what: &str, raw: &[u8]) {
    INSPECTED.fetch_add(raw.len(), Ordering::SeqCst);
    assert_eq!(unknown(raw), [], "{what}");
    for sent in parse(raw) {
        if let Sent::Text(text) = sent {
            assert_eq!(wrong_in(&text, &[]), None, "{what}");
        }
    }
}

#[test]
fn what_is_wild_is_seen() {
    for attack in crate::attacks::attacks() {
        if ["shell", "format"].contains(&attack.name.as_str()) {
            continue;
        }
        let bare = attack.name == "marks-first";
        assert_eq!(
            wrong_in(&attack.text, &[]).is_none(),
            bare,
            "{}",
            attack.name
        );
        assert_eq!(wrong_in(&attack.shown, &[]), None, "{}", attack.name);
    }
}
