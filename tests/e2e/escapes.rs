//! The bytes that a program sends to a terminal, taken apart into text, controls and escape sequences.

use std::collections::BTreeMap;

/// One thing sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sent {
    /// A run of printable text.
    Text(String),
    /// A control character of its own: C0 or C1.
    Control(char),
    /// `ESC [`: the parameters, and the final character.
    Csi(String, char),
    /// `ESC ]` up to BEL or ST.
    Osc(String),
    /// Any other escape sequence.
    Escape(char),
    /// A sequence without its end.
    Broken(String),
}

/// Takes the bytes apart. They must be UTF-8: nothing else belongs on a terminal of today.
pub(crate) fn parse(bytes: &[u8]) -> Vec<Sent> {
    let text = std::str::from_utf8(bytes).expect("only UTF-8 is sent");
    let mut all = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (sent, length) = if first == '\x1b' {
            sequence(rest)
        } else if first.is_control() {
            (Sent::Control(first), first.len_utf8())
        } else {
            let end = rest.find(char::is_control).unwrap_or(rest.len());
            (Sent::Text(rest[..end].to_owned()), end)
        };
        all.push(sent);
        rest = &rest[length..];
    }
    all
}

/// The sequence at the start of the text, and its length.
fn sequence(text: &str) -> (Sent, usize) {
    let broken = || (Sent::Broken(text.to_owned()), text.len());
    let Some(kind) = text[1..].chars().next() else {
        return broken();
    };
    match kind {
        '[' => match text[2..].find(|letter| ('\x40'..='\x7e').contains(&letter)) {
            Some(end) => {
                let last = text[2 + end..].chars().next().unwrap_or_default();
                (Sent::Csi(text[2..2 + end].to_owned(), last), 2 + end + 1)
            }
            None => broken(),
        },
        ']' => {
            let bel = text.find('\x07').map(|end| (end, 1));
            let st = text[1..].find("\x1b\\").map(|end| (end + 1, 2));
            match bel.into_iter().chain(st).min() {
                Some((end, length)) => (Sent::Osc(text[2..end].to_owned()), end + length),
                None => broken(),
            }
        }
        other => (Sent::Escape(other), 1 + other.len_utf8()),
    }
}

/// The private modes that are not as a shell expects them, judged by what was sent last of each.
pub(crate) fn modes_left_on(bytes: &[u8]) -> Vec<String> {
    let mut last = BTreeMap::new();
    for sent in parse(bytes) {
        if let Sent::Csi(parameters, state @ ('h' | 'l')) = sent {
            for mode in parameters.trim_start_matches('?').split(';') {
                last.insert(mode.to_owned(), state);
            }
        }
    }
    // The cursor is shown, lines wrap and letters are ordered by what turns the other modes on.
    let wanted = |mode: &str| {
        if ["7", "8", "25"].contains(&mode) {
            'h'
        } else {
            'l'
        }
    };
    last.into_iter()
        .filter(|(mode, state)| *state != wanted(mode))
        .map(|(mode, _)| mode)
        .collect()
}

#[test]
fn sequences_are_told_apart() {
    let sent = parse("a\x1b[?25lé\x1b]52;c;eA==\x07\r\x1b[1;2H\x1bM\u{9b}".as_bytes());
    let text = |text: &str| Sent::Text(text.to_owned());
    let csi = |parameters: &str, last| Sent::Csi(parameters.to_owned(), last);
    assert_eq!(
        sent,
        [
            text("a"),
            csi("?25", 'l'),
            text("é"),
            Sent::Osc("52;c;eA==".to_owned()),
            Sent::Control('\r'),
            csi("1;2", 'H'),
            Sent::Escape('M'),
            Sent::Control('\u{9b}'),
        ]
    );
    assert_eq!(
        modes_left_on(b"\x1b[?25l\x1b[?1000h\x1b[?2004h\x1b[?2004l"),
        ["1000", "25"]
    );
}
