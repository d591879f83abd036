//! Bytes of a terminal → keys, mouse and pastes (ECMA-48; xterm's modifiers, SGR mouse and bracketed paste). Replies of the
//! terminal are taken out here, before they can look like keys. A sequence may arrive in pieces.

use super::Input;
use super::sequence::{control_sequence, function};
use crate::app::{Key, KeyCode};
use crate::tui::looks::answer;

/// The longest sequence that is waited for, and the longest paste that is kept, in bytes.
const LONGEST: usize = 1 << 20;
const PASTE_END: &[u8] = b"\x1b[201~";

/// Turns bytes into inputs.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    waiting: Vec<u8>,
    paste: Option<Vec<u8>>,
}

/// What the beginning of the waiting bytes is.
pub(super) enum Step {
    /// More bytes must come.
    Wait,
    /// So many bytes, and what they say, if it is of use.
    Take(usize, Option<Input>),
    /// So many bytes, after which a paste begins.
    Paste(usize),
}

impl Decoder {
    /// Takes bytes and gives what is complete.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        self.waiting.extend_from_slice(bytes);
        let mut inputs = Vec::new();
        loop {
            if self.paste.is_some() {
                match self.take_paste() {
                    Some(text) => inputs.push(Input::Paste(text)),
                    None => break,
                }
                continue;
            }
            if self.waiting.is_empty() {
                break;
            }
            match step(&self.waiting) {
                Step::Wait if self.waiting.len() < LONGEST => break,
                Step::Wait => self.waiting.clear(),
                Step::Take(count, input) => {
                    self.waiting.drain(..count.min(self.waiting.len()));
                    inputs.extend(input);
                }
                Step::Paste(count) => {
                    self.waiting.drain(..count.min(self.waiting.len()));
                    self.paste = Some(Vec::new());
                }
            }
        }
        inputs
    }

    /// Whether the beginning of a sequence waits for the rest of it: Esc may be a key, or introduce one.
    pub(super) fn is_waiting(&self) -> bool {
        self.paste.is_none() && !self.waiting.is_empty()
    }

    /// Nothing more came: what waits is taken for what it is.
    pub(super) fn settle(&mut self) -> Vec<Input> {
        let waiting = std::mem::take(&mut self.waiting);
        match waiting.as_slice() {
            [0x1b] => vec![plain(KeyCode::Esc)],
            [
                0x1b,
                letter @ (b'[' | b'O' | b']' | b'P' | b'X' | b'^' | b'_'),
            ] => {
                vec![alt(KeyCode::Char(char::from(*letter)))]
            }
            // The rest of a reply that broke off is no key.
            _ => Vec::new(),
        }
    }

    fn take_paste(&mut self) -> Option<String> {
        let end = find(&self.waiting, PASTE_END);
        // What may be the beginning of the end stays waiting.
        let ready = end.unwrap_or(self.waiting.len().saturating_sub(PASTE_END.len() - 1));
        let text: Vec<u8> = self.waiting.drain(..ready).collect();
        let paste = self.paste.get_or_insert_default();
        let room = LONGEST.saturating_sub(paste.len());
        paste.extend(text.into_iter().take(room));
        end?;
        self.waiting.drain(..PASTE_END.len());
        let paste = self.paste.take()?;
        Some(String::from_utf8_lossy(&paste).into_owned())
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

pub(super) const fn key(code: KeyCode, ctrl: bool, alt: bool, shift: bool) -> Input {
    Input::Key(Key {
        code,
        ctrl,
        alt,
        shift,
    })
}

pub(super) const fn plain(code: KeyCode) -> Input {
    key(code, false, false, false)
}

const fn alt(code: KeyCode) -> Input {
    key(code, false, true, false)
}

fn step(bytes: &[u8]) -> Step {
    match bytes {
        [0x1b] => Step::Wait,
        [0x1b, b'[', rest @ ..] => control_sequence(rest),
        [0x1b, b'O'] => Step::Wait,
        [0x1b, b'O', letter, ..] => Step::Take(3, function(*letter).map(plain)),
        [0x1b, kind @ (b']' | b'P' | b'X' | b'^' | b'_'), rest @ ..] => control_string(*kind, rest),
        // Esc before another sequence is a key of its own.
        [0x1b, 0x1b, ..] => Step::Take(1, Some(plain(KeyCode::Esc))),
        [0x1b, rest @ ..] => match letter(rest) {
            Step::Take(count, Some(Input::Key(key))) => {
                Step::Take(count + 1, Some(Input::Key(Key { alt: true, ..key })))
            }
            Step::Take(count, _) => Step::Take(count + 1, None),
            other => other,
        },
        bytes => letter(bytes),
    }
}

/// A control character or a letter in UTF-8.
fn letter(bytes: &[u8]) -> Step {
    let Some(first) = bytes.first().copied() else {
        return Step::Wait;
    };
    let control = |letter: u8| key(KeyCode::Char(char::from(letter)), true, false, false);
    let length = match first {
        b'\r' | b'\n' => return Step::Take(1, Some(plain(KeyCode::Enter))),
        b'\t' => return Step::Take(1, Some(plain(KeyCode::Tab))),
        0x08 | 0x7f => return Step::Take(1, Some(plain(KeyCode::Backspace))),
        0x1b => return Step::Take(1, Some(plain(KeyCode::Esc))),
        0x01..=0x1a => return Step::Take(1, Some(control(first - 1 + b'a'))),
        0x1c..=0x1f => return Step::Take(1, Some(control(first - 0x1c + b'4'))),
        0x00 => return Step::Take(1, None),
        0x20..=0x7e => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Step::Take(1, None),
    };
    let Some(sequence) = bytes.get(..length) else {
        let started = bytes
            .iter()
            .skip(1)
            .all(|byte| (0x80..=0xbf).contains(byte));
        return if started {
            Step::Wait
        } else {
            Step::Take(1, None)
        };
    };
    match std::str::from_utf8(sequence)
        .ok()
        .and_then(|text| text.chars().next())
    {
        Some(letter) if !letter.is_control() => {
            Step::Take(length, Some(plain(KeyCode::Char(letter))))
        }
        Some(_) => Step::Take(length, None),
        None => Step::Take(1, None),
    }
}

/// OSC, DCS and their like: answers of the terminal. None of them is a key.
fn control_string(kind: u8, rest: &[u8]) -> Step {
    let bell = rest
        .iter()
        .position(|byte| *byte == 0x07)
        .map(|at| (at + 1, 1));
    let terminator = find(rest, b"\x1b\\").map(|at| (at + 2, 2));
    match [bell, terminator].into_iter().flatten().min() {
        Some((count, end)) => {
            let text = rest.get(..count - end).unwrap_or(&[]);
            let said = answer(text).filter(|_| kind == b']');
            Step::Take(count + 2, said.map(Input::Background))
        }
        None => Step::Wait,
    }
}

#[cfg(test)]
mod tests {
    use super::super::NOTCH;
    use super::*;
    use crate::tui::looks::Rgb;
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> Vec<Input> {
        let mut decoder = Decoder::default();
        let mut inputs = decoder.feed(bytes);
        if decoder.is_waiting() {
            inputs.extend(decoder.settle());
        }
        inputs
    }

    fn keys(spelled: &str) -> Vec<Input> {
        spelled
            .split_whitespace()
            .map(|key| Input::Key(key.parse().unwrap()))
            .collect()
    }

    #[test]
    fn keys_are_told_apart_as_terminals_send_them() {
        let vectors: [(&[u8], &str); 22] = [
            (b"jG", "j G"),
            ("é日🚀".as_bytes(), "é 日 🚀"),
            (b"\x04\x15", "ctrl-d ctrl-u"),
            (b"\r\n", "enter enter"),
            (b"\t\x1b[Z", "tab shift-tab"),
            (b"\x7f\x08", "backspace backspace"),
            (b"\x1b", "esc"),
            (b"\x1b\x1b", "esc esc"),
            (b"\x1bx", "alt-x"),
            (b"\x1b\xc3\xa9", "alt-é"),
            (b"\x1b[A\x1b[B\x1b[C\x1b[D", "up down right left"),
            (b"\x1bOA\x1bOH\x1bOF", "up home end"),
            (
                b"\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[7~\x1b[8~",
                "home end home end home end",
            ),
            (b"\x1b[5~\x1b[6~\x1b[3~", "pgup pgdn delete"),
            (
                b"\x1b[1;5A\x1b[1;2B\x1b[1;3C",
                "ctrl-up shift-down alt-right",
            ),
            (b"\x1bOP\x1b[11~\x1b[[A\x1b[P", "f1 f1 f1 f1"),
            (b"\x1b[15~\x1b[17~\x1b[24~", "f5 f6 f12"),
            (b"\x1b[106u\x1b[100;5u\x1b[27u", "j ctrl-d esc"),
            (b"\x1b[106;1:3u", ""),
            (b"\x00\x80\xff", ""),
            (b"\x1b[", "alt-["),
            (b"\x1a", "ctrl-z"),
        ];
        for (bytes, expected) in vectors {
            assert_eq!(read(bytes), keys(expected), "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn answers_of_the_terminal_are_no_keys() {
        for answer in [
            &b"\x1b]10;rgb:1e1e/1e1e/1e1e\x07"[..],
            b"\x1b]11;rgb:what\x1b\\",
            b"\x1bP11;rgb:ff/ff/ff\x1b\\",
            b"\x1b[>41;390;0c",
            b"\x1b[24;80R",
            b"\x1b[?2026;2$y",
            b"\x1bP1+r544e\x1b\\",
            b"\x1b_Gi=31;OK\x1b\\",
            b"\x1b[I\x1b[O",
            b"\x1b[M !!",
        ] {
            let mut bytes = answer.to_vec();
            bytes.push(b'j');
            assert_eq!(read(&bytes), keys("j"), "{}", answer.escape_ascii());
        }
    }

    #[test]
    fn the_background_and_the_end_of_the_answers_are_told() {
        let expected = [Input::Background(Rgb(255, 255, 255)), Input::Attributes];
        assert_eq!(
            read(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c"),
            expected
        );
        assert_eq!(read(b"\x1b]11;rgb:ff/ff/ff\x07\x1b[?6c"), expected);
    }

    #[test]
    fn the_mouse_is_read_at_any_size_of_screen() {
        assert_eq!(read(b"\x1b[<0;301;99M"), [Input::Press(300, 98)]);
        assert_eq!(read(b"\x1b[<0;1;1m"), [Input::Release(0, 0)]);
        assert_eq!(
            read(b"\x1b[<64;5;6M\x1b[<65;5;6M"),
            [Input::Wheel(4, 5, -NOTCH), Input::Wheel(4, 5, NOTCH)]
        );
        assert_eq!(read(b"\x1b[<2;5;6M\x1b[<0;5M"), []);
    }

    #[test]
    fn a_paste_is_one_text_whatever_it_holds() {
        let pasted = read(b"\x1b[200~q\x1b[A\r\nq\x1b[201~j");
        assert_eq!(pasted[0], Input::Paste("q\u{1b}[A\r\nq".to_owned()));
        assert_eq!(pasted[1..], keys("j"));
    }

    proptest! {
        #[test]
        fn bytes_in_pieces_say_the_same(bytes in proptest::collection::vec(any::<u8>(), 0..60), at in 0..60_usize) {
            let mut whole = Decoder::default();
            let mut expected = whole.feed(&bytes);
            expected.extend(whole.settle());
            let (first, second) = bytes.split_at(at.min(bytes.len()));
            let mut pieces = Decoder::default();
            let mut inputs = pieces.feed(first);
            inputs.extend(pieces.feed(second));
            inputs.extend(pieces.settle());
            prop_assert_eq!(inputs, expected);
        }

        #[test]
        fn sequences_in_pieces_say_the_same(parts in proptest::collection::vec(0..9_usize, 0..12), at in 0..90_usize) {
            const PARTS: [&[u8]; 9] = [
                b"j", b"\x1b[A", b"\x1b[200~x\x1b[201~", b"\x1b]52;c;eA==\x07", b"\x1b[<0;3;4M", b"\x1b[1;5A",
                "é".as_bytes(), b"\x1bOP", b"\x1bP1\x1b\\",
            ];
            let bytes: Vec<u8> = parts.iter().flat_map(|part| PARTS[*part]).copied().collect();
            let (first, second) = bytes.split_at(at.min(bytes.len()));
            let mut pieces = Decoder::default();
            let mut inputs = pieces.feed(first);
            inputs.extend(pieces.feed(second));
            prop_assert_eq!(inputs, read(&bytes));
        }
    }
}
