//! What follows `CSI` and `ESC O`: cursor and function keys, modifiers, the SGR mouse, and answers that are no keys.

use super::decode::{Step, key, plain};
use super::{Input, NOTCH};
use crate::app::KeyCode;

/// Keys of the application keypad and the cursor keys, after `ESC O` or `CSI`.
pub(super) const fn function(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'M' => KeyCode::Enter,
        b'P' => KeyCode::Function(1),
        b'Q' => KeyCode::Function(2),
        b'R' => KeyCode::Function(3),
        b'S' => KeyCode::Function(4),
        _ => return None,
    })
}

/// The bytes after `CSI`; the counts include those two.
pub(super) fn control_sequence(rest: &[u8]) -> Step {
    // The Linux console sends F1 to F5 as `CSI [ A` to `CSI [ E`.
    if let [b'[', tail @ ..] = rest {
        return match tail.first() {
            Some(letter @ b'A'..=b'E') => {
                Step::Take(4, Some(plain(KeyCode::Function(letter - b'A' + 1))))
            }
            Some(_) => Step::Take(3, None),
            None => Step::Wait,
        };
    }
    let Some(end) = rest.iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return Step::Wait;
    };
    let count = end + 3;
    let (Some(parameters), Some(last)) = (rest.get(..end), rest.get(end)) else {
        return Step::Wait;
    };
    if !(0x40..=0x7e).contains(last) {
        // Broken off by something else, which stands for itself.
        return Step::Take(count - 1, None);
    }
    if let [b'<', mouse @ ..] = parameters {
        return Step::Take(count, mouse_input(&numbers(mouse), *last));
    }
    if *last == b'M' && parameters.is_empty() {
        // The oldest mouse encoding, never asked for: its three bytes are no keys.
        return if rest.len() < end + 4 {
            Step::Wait
        } else {
            Step::Take(count + 3, None)
        };
    }
    if (parameters.first(), *last) == (Some(&b'?'), b'c') {
        return Step::Take(count, Some(Input::Attributes));
    }
    let numbers = numbers(parameters);
    let first = numbers.first().copied().unwrap_or(0);
    if (first, *last) == (200, b'~') {
        return Step::Paste(count);
    }
    Step::Take(count, key_of(&numbers, *last, parameters))
}

/// Parameters between semicolons; what follows a colon refines the number before it and is left out.
fn numbers(parameters: &[u8]) -> Vec<u32> {
    let parts = parameters.split(|byte| *byte == b';');
    let number = |part: &[u8]| {
        let digits = part.split(|byte| *byte == b':').next().unwrap_or(part);
        std::str::from_utf8(digits)
            .ok()
            .and_then(|text| text.parse().ok())
            .unwrap_or(0)
    };
    parts.map(number).collect()
}

fn key_of(numbers: &[u32], last: u8, parameters: &[u8]) -> Option<Input> {
    let first = numbers.first().copied().unwrap_or(0);
    let held = numbers.get(1).copied().unwrap_or(1).saturating_sub(1);
    let with = |code| Some(key(code, held & 4 != 0, held & 2 != 0, held & 1 != 0));
    match last {
        b'Z' => Some(key(KeyCode::Tab, false, false, true)),
        // `CSI 1;5R` may be F3 or the answer to a question about the cursor: an answer is no key.
        b'R' if !parameters.is_empty() => None,
        b'M' => None,
        b'A'..=b'S' => function(last).and_then(with),
        b'~' => tilde(first).and_then(with),
        b'u' => {
            // Kitty's encoding, never asked for; a third number of the modifiers says whether the key was released.
            let released = parameters.ends_with(b":3");
            let code = char::from_u32(first).and_then(unicode_key);
            code.filter(|_| !released).and_then(with)
        }
        _ => None,
    }
}

fn unicode_key(letter: char) -> Option<KeyCode> {
    match letter {
        '\r' => Some(KeyCode::Enter),
        '\t' => Some(KeyCode::Tab),
        '\u{1b}' => Some(KeyCode::Esc),
        '\u{7f}' | '\u{8}' => Some(KeyCode::Backspace),
        letter if letter.is_control() => None,
        letter => Some(KeyCode::Char(letter)),
    }
}

fn tilde(number: u32) -> Option<KeyCode> {
    let function = |number: u32| u8::try_from(number).ok().map(KeyCode::Function);
    match number {
        1 | 7 => Some(KeyCode::Home),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(number - 10),
        17..=21 => function(number - 11),
        23 | 24 => function(number - 12),
        _ => None,
    }
}

/// SGR mouse reports: button, column and row counted from 1; `M` is a press, `m` a release.
fn mouse_input(numbers: &[u32], last: u8) -> Option<Input> {
    let [button, column, row] = numbers else {
        return None;
    };
    let cell = |number: &u32| u16::try_from(number.saturating_sub(1)).unwrap_or(u16::MAX);
    let (x, y) = (cell(column), cell(row));
    match (button, last) {
        (0, b'M') => Some(Input::Press(x, y)),
        (0 | 3, b'm') => Some(Input::Release(x, y)),
        (64, b'M') => Some(Input::Wheel(x, y, -NOTCH)),
        (65, b'M') => Some(Input::Wheel(x, y, NOTCH)),
        _ => None,
    }
}
