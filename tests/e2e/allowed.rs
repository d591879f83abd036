//! The sequences that the viewer may send, and what it sent beside them.

use crate::escapes::{Sent, parse};

/// Modes that may be set and taken back: the terminal's own order of letters, wrapping of lines, cursor, mouse, its coordinates, alternate
/// screen, paste, synchronised update.
pub(crate) const MODES: [&str; 8] = [
    "8", "?7", "?25", "?1000", "?1006", "?1049", "?2004", "?2026",
];

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
pub(crate) fn of_the_viewer(raw: &[u8]) -> &[u8] {
    let start = raw
        .windows(4)
        .position(|bytes| bytes == b"\x1b[8l")
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
