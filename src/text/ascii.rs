//! Text for terminals that show nothing but ASCII: which these are, and what stands there for other characters. Signs and
//! punctuation become what people write for them, everything else its number: nothing is left out, and no letter becomes another.

use std::sync::atomic::{AtomicBool, Ordering};

/// What the locale or the user says once, at the start: a property of the process, as the locale is.
static ASCII_ONLY: AtomicBool = AtomicBool::new(false);

/// From now on safe text is written in ASCII. To be called before anything is written, or lines would not fit together.
pub fn write_ascii_only() {
    ASCII_ONLY.store(true, Ordering::Relaxed);
}

/// Whether safe text is written in ASCII.
#[must_use]
pub fn is_ascii_only() -> bool {
    ASCII_ONLY.load(Ordering::Relaxed)
}

/// Whether the locale names an encoding other than UTF-8: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set decides, as
/// in POSIX. Where none is set the default is the system's own affair, and UTF-8 nowadays.
#[must_use]
pub fn locale_is_ascii(variable: impl Fn(&str) -> Option<String>) -> bool {
    let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(set);
    let locale = locale.map(|locale| locale.to_ascii_lowercase());
    let names_utf8 = |locale: String| locale.contains("utf-8") || locale.contains("utf8");
    !cfg!(windows) && locale.is_some_and(|locale| !names_utf8(locale))
}

/// What stands for a sign that this program draws into one cell, in one cell.
#[must_use]
pub fn one_cell(sign: &'static str) -> &'static str {
    if !is_ascii_only() {
        return sign;
    }
    let mut chars = sign.chars();
    match (chars.next(), chars.next()) {
        (Some('…'), None) => cut_mark(),
        (Some(c), None) => spelling(c).and_then(|words| words.get(..1)).unwrap_or("?"),
        _ => "?",
    }
}

/// The cell that says that a text goes on.
pub(super) fn cut_mark() -> &'static str {
    if is_ascii_only() { ">" } else { "…" }
}

/// Appends what stands for a character; `true` if it is the character itself.
pub(super) fn spell(c: char, out: &mut String) -> bool {
    if matches!(c, ' '..='~') {
        out.push(c);
        return true;
    }
    match spelling(c) {
        Some(words) => out.push_str(words),
        None => out.push_str(&format!("<U+{:04X}>", u32::from(c))),
    }
    false
}

/// What people write for a sign.
fn spelling(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{200a}' | '\u{202f}' => " ",
        '‘' | '’' | '‚' | '‛' | '′' => "'",
        '“' | '”' | '„' | '‟' | '″' => "\"",
        '‹' => "<",
        '›' => ">",
        '«' => "<<",
        '»' => ">>",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '·' | '▪' => "-",
        '…' => "...",
        '✗' => "x",
        // How many mouths an event rests on.
        '⓪' => "(0)",
        '①' => "(1)",
        '②' => "(2)",
        '③' => "(3)",
        '④' => "(4)",
        '⑤' => "(5)",
        '⑥' => "(6)",
        '⑦' => "(7)",
        '⑧' => "(8)",
        '⑨' => "(9)",
        '•' | '★' => "#",
        '×' => "x",
        '≤' => "<=",
        '≥' => ">=",
        '≠' => "!=",
        '≈' => "~",
        '§' => "s",
        'Δ' => "^",
        '⫽' => "//",
        '⋯' => "...",
        '←' | '◀' | '◂' | '↶' => "<",
        '→' | '▶' | '▸' | '▌' => ">",
        '↔' => "<>",
        '↑' | '▲' | '△' => "^",
        '↓' | '▼' | '▽' => "v",
        '▷' | '▹' => ")",
        '◁' | '◃' => "(",
        // The statuses of events.
        '●' | '◆' | '■' => "@",
        '○' | '◇' | '□' => "o",
        '◌' => "?",
        '⌂' => "^",
        '\u{2500}'..='\u{257f}' => lines(c),
        '\u{2580}'..='\u{259f}' => blocks(c),
        '\u{25a0}'..='\u{25ff}' => "*",
        '\u{2800}'..='\u{28ff}' => dots(c),
        _ => return None,
    })
}

const fn lines(c: char) -> &'static str {
    match c {
        '━' => "=",
        '╍' | '┉' => "~",
        // What is planned or claimed stays apart from what happened.
        '═' => "o",
        '╌' => "c",
        '┅' => "?",
        '┈' => "`",
        '─' | '┄' | '╴' | '╶' | '╸' | '╺' | '╼' | '╾' => "-",
        '│' | '┃' | '┆' | '┇' | '┊' | '┋' | '╎' | '╏' | '║' | '╵' | '╷' | '╹' | '╻' | '╽' | '╿' => {
            "|"
        }
        '╱' => "/",
        '╲' => "\\",
        '╳' => "x",
        _ => "+",
    }
}

/// Blocks by how much of the cell they fill.
const fn blocks(c: char) -> &'static str {
    match c {
        '▁' | '▂' | '▖' | '▗' | '▘' | '▝' => ".",
        '▃' | '▄' | '░' => ":",
        '▀' => "\"",
        '▅' | '▆' | '▒' => "%",
        '▏' | '▎' | '▍' | '▐' | '▕' => "|",
        _ => "#",
    }
}

/// Braille cells by how many dots they have.
const fn dots(c: char) -> &'static str {
    match (c as u32 & 0xff).count_ones() {
        0 => " ",
        1 | 2 => ".",
        3 | 4 => ":",
        5 | 6 => "%",
        _ => "#",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str) -> String {
        let mut out = String::new();
        text.chars().for_each(|c| {
            spell(c, &mut out);
        });
        out
    }

    #[test]
    fn signs_are_written_as_people_write_them_and_letters_by_their_number() {
        assert_eq!(spelled("“2 – 5 Jun” ≤ …"), "\"2 - 5 Jun\" <= ...");
        assert_eq!(spelled("Curaçao 日"), "Cura<U+00E7>ao <U+65E5>");
        assert_eq!(spelled("\u{1b}\t\u{202e}"), "<U+001B><U+0009><U+202E>");
        assert_eq!(spelled("┌─┐│●○◌⣿⠁"), "+-+|@o?#.");
    }

    #[test]
    fn everything_becomes_ascii_and_statuses_stay_apart() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32) {
            let mut out = String::new();
            let same = spell(c, &mut out);
            assert!(
                !out.is_empty() && out.bytes().all(|byte| matches!(byte, b' '..=b'~')),
                "{c:?}"
            );
            assert_eq!(same, out.chars().eq([c]), "{c:?}");
        }
        let signs = ["●", "○", "◌", "★", "▌", "│", "░", "━", "╍", "≠", "Δ"].map(spelled);
        for (place, sign) in signs.iter().enumerate() {
            assert!(
                !signs
                    .iter()
                    .take(place)
                    .any(|other| other == sign && sign != ">"),
                "{sign}"
            );
        }
    }

    #[test]
    fn the_first_variable_that_is_set_names_the_encoding() {
        let says = |pairs: &[(&str, &str)]| {
            locale_is_ascii(|name| {
                let pair = pairs.iter().find(|(other, _)| *other == name);
                pair.map(|(_, value)| (*value).to_owned())
            })
        };
        assert!(!says(&[]));
        assert!(!says(&[("LANG", "id_ID.UTF-8")]));
        assert!(!says(&[
            ("LANG", "C"),
            ("LC_ALL", ""),
            ("LC_CTYPE", "C.utf8")
        ]));
        if !cfg!(windows) {
            assert!(says(&[("LANG", "C")]));
            assert!(says(&[("LANG", "en_US.UTF-8"), ("LC_ALL", "POSIX")]));
            assert!(says(&[
                ("LC_CTYPE", "de_DE.ISO-8859-1"),
                ("LANG", "de_DE.UTF-8")
            ]));
        }
    }
}
