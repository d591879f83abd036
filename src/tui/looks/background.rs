//! What the terminal's background is: the question, its answer, and what the environment says before any answer comes.

use super::builtin::Shade;
#[cfg(any(unix, test))]
use super::colour::Rgb;

/// Asks for the background (xterm's OSC 11), then for the terminal's attributes (DA1), which every terminal answers: once
/// they are there, nothing else will come.
pub(in super::super) const QUESTION: &str = "\x1b]11;?\x1b\\\x1b[c";

/// The background in the text of an operating system command, without `ESC ]` and its end; `None` if it is another answer.
#[cfg(any(unix, test))]
pub(in super::super) fn answer(text: &[u8]) -> Option<Rgb> {
    let text = std::str::from_utf8(text).ok()?;
    let colour = text.strip_prefix("11;")?;
    if let Some(digits) = colour.strip_prefix('#') {
        let length = digits.len() / 3;
        let part = |at: usize| channel(digits.get(at * length..(at + 1) * length)?);
        return (digits.len() == 3 * length).then(|| Some(Rgb(part(0)?, part(1)?, part(2)?)))?;
    }
    let parts = colour
        .strip_prefix("rgb:")
        .or(colour.strip_prefix("rgba:"))?;
    let mut parts = parts.split('/').map(channel);
    Some(Rgb(parts.next()??, parts.next()??, parts.next()??))
}

/// One to four hexadecimal digits, as a part of their greatest value (`XParseColor`).
#[cfg(any(unix, test))]
fn channel(digits: &str) -> Option<u8> {
    if !(1..=4).contains(&digits.len()) || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let value = u32::from_str_radix(digits, 16).ok()?;
    let greatest = (1_u32 << (4 * digits.len())) - 1;
    u8::try_from((value * 255 + greatest / 2) / greatest).ok()
}

/// What `COLORFGBG` says (rxvt, Konsole and others): its last part is the background's number, dark up to 6 and for 8.
pub(super) fn shade_told(colorfgbg: &str) -> Option<Shade> {
    match colorfgbg.rsplit(';').next()?.parse().ok()? {
        0_u8..=6 | 8 => Some(Shade::Dark),
        7 | 9..=15 => Some(Shade::Light),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backgrounds_are_read_in_every_precision() {
        let white = Some(Rgb(255, 255, 255));
        for text in [
            "11;rgb:ffff/ffff/ffff",
            "11;rgb:ff/ff/ff",
            "11;rgb:f/f/f",
            "11;#ffffff",
            "11;rgba:ffff/ffff/ffff/8000",
        ] {
            assert_eq!(answer(text.as_bytes()), white, "{text}");
        }
        assert_eq!(
            answer(b"11;rgb:1e1e/2020/7fff"),
            Some(Rgb(0x1e, 0x20, 0x7f))
        );
        for text in [
            "10;rgb:ff/ff/ff",
            "11;rgb:ff/ff",
            "11;rgb:fffff/0/0",
            "11;rgb:+f/0/0",
            "11;#ffff",
            "11;#",
            "11;?",
            "",
        ] {
            assert_eq!(answer(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn the_environment_tells_the_shade() {
        assert_eq!(shade_told("15;0"), Some(Shade::Dark));
        assert_eq!(shade_told("0;default;15"), Some(Shade::Light));
        assert_eq!(shade_told("0;7"), Some(Shade::Light));
        assert_eq!(shade_told("15;default"), None);
        assert_eq!(shade_told(""), None);
    }
}
