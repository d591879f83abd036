//! Datelines: the place and outlet at the head of a paragraph (`JAKARTA, KOMPAS.com — `). What day they imply is not here.

use memchr::memchr;

/// Longest dateline in code points, dash included.
const LONGEST: usize = 80;

/// Longest word with a full stop that may be the abbreviation of a month or place (`Sept.`, `Calif.`), in code points.
const ABBREVIATION: usize = 5;

/// Bytes of the dateline that a paragraph (without leading space) begins with, its dash included; 0 if it has none.
///
/// A dateline ends in a dash within 80 code points and the text behind it begins afresh: with an upper-case letter, a digit
/// or a mark. Every word in it begins with an upper-case letter or is a domain name, and the first one, or one behind a
/// comma or in brackets, is a domain name or upper case throughout. A dash without spaces around it counts only behind
/// words that are upper case throughout or hold a domain name; on a line of its own it counts behind any place.
/// Nothing at all may follow, where an advert has cut the paragraph off. A dash that a wrong decoding has destroyed (U+FFFD) counts as one between spaces.
pub(super) fn dateline_length(paragraph: &str) -> usize {
    // Most paragraphs have no dash there at all.
    let bytes = paragraph.as_bytes();
    let head = bytes.get(..LONGEST).unwrap_or(bytes);
    if head.is_ascii() && memchr(b'-', head).is_none() {
        return glued_place(paragraph);
    }
    let mut last = None;
    for (at, c) in paragraph.char_indices().take(LONGEST) {
        if is_dash(c) {
            let head = paragraph.get(..at).unwrap_or_default();
            let rest = paragraph.get(at..).unwrap_or_default();
            let dashes = rest.len() - rest.trim_start_matches(is_dash).len();
            let body = rest.get(dashes..).unwrap_or_default();
            let before = last.is_some_and(char::is_whitespace);
            let after = body.is_empty() || body.starts_with(char::is_whitespace);
            let words = head.trim_end();
            let own_line =
                head.ends_with('\n') && (body.is_empty() || body.starts_with(['\n', '\r']));
            if (before && after) || c == '—' {
                let valid =
                    is_head(words, own_line) && (own_line || begins_afresh(body.trim_start()));
                return if valid { at + dashes } else { 0 };
            }
            let outlet = outlet_of(words).is_some();
            if (before || after || c == '–' || outlet)
                && (outlet || is_loud(words))
                && is_head(words, false)
                && begins_afresh(body.trim_start())
            {
                return at + dashes;
            }
        }
        last = Some(c);
    }
    glued_place(paragraph)
}

/// `Beritakita.com, SoloWali kota …`: the dash is lost with the spaces around it. Bytes up to the end of the place.
fn glued_place(paragraph: &str) -> usize {
    let end = paragraph.find(|c: char| !is_label(c));
    let (outlet, rest) = paragraph.split_at(end.unwrap_or(paragraph.len()));
    let Some(rest) = rest.strip_prefix(", ") else {
        return 0;
    };
    if outlet.len() > LONGEST || !is_domain(outlet) {
        return 0;
    }
    let mut before = '.';
    for (at, c) in rest.char_indices().take(LONGEST / 2) {
        if before.is_lowercase() && c.is_uppercase() {
            return outlet.len() + 2 + at;
        }
        let within = c.is_alphabetic() || (c == ' ' && before.is_lowercase());
        if !within || (before == ' ' && !c.is_uppercase()) {
            return 0;
        }
        before = c;
    }
    0
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '\u{fffd}')
}

/// Whether a line is nothing but a dash.
pub(super) fn is_dash_line(line: &str) -> bool {
    !line.is_empty() && line.chars().all(is_dash)
}

/// Whether a short line may be the head of a dateline whose dash stands at its end or on the next line.
pub(super) fn may_head(line: &str) -> bool {
    line.len() <= LONGEST && is_head(line.trim_end_matches(is_dash).trim_end(), true)
}

/// The outlet that a dateline names by its domain (`KOMPAS.com`), verbatim.
pub(super) fn outlet_of(dateline: &str) -> Option<&str> {
    dateline
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '/'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(|word| is_domain(word))
}

/// At most three words, upper case throughout.
fn is_loud(head: &str) -> bool {
    head.split_whitespace().count() <= 3 && head.split_whitespace().all(is_upper)
}

fn begins_afresh(body: &str) -> bool {
    let next = body.chars().next();
    next.is_none_or(|c| !c.is_lowercase() && !c.is_whitespace())
}

fn is_head(head: &str, known: bool) -> bool {
    let mut strong = known;
    let mut behind_comma = false;
    let mut first = true;
    for word in head.split_inclusive(|c: char| c.is_whitespace() || c == ',') {
        let word = word.trim();
        if word.is_empty() || word == "," {
            behind_comma |= word == ",";
            continue;
        }
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let shortened = word.ends_with('.') && bare.chars().count() <= ABBREVIATION;
        if word.ends_with(['.', '!', '?']) && !shortened {
            return false;
        }
        let Some(initial) = bare.chars().next() else {
            return false;
        };
        let outlet = is_domain(bare);
        if !(initial.is_uppercase() || initial.is_numeric() || outlet) {
            return false;
        }
        strong |= (first || behind_comma || word.starts_with('(')) && (outlet || is_upper(bare));
        behind_comma |= word.ends_with(',');
        first = false;
    }
    strong && !first
}

/// At least two letters, and all of them upper case.
fn is_upper(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    letters().count() >= 2 && letters().all(char::is_uppercase)
}

/// Whether a domain may hold this character.
fn is_label(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '.')
}

/// Labels with full stops between; the last one is two letters or more.
pub(super) fn is_domain(word: &str) -> bool {
    let Some((name, top)) = word.rsplit_once('.') else {
        return false;
    };
    !name.is_empty()
        && name.chars().all(is_label)
        && top.chars().count() >= 2
        && top.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(paragraph: &str) -> &str {
        &paragraph[..dateline_length(paragraph)]
    }

    #[test]
    fn datelines_of_several_houses_are_known() {
        assert_eq!(found("TRIBUNNEWS.COM - Presiden"), "TRIBUNNEWS.COM -");
        assert_eq!(
            found("JAKARTA, KOMPAS.com — Presiden"),
            "JAKARTA, KOMPAS.com —"
        );
        assert_eq!(
            found("Jakarta, CNN Indonesia -- \"Kami"),
            "Jakarta, CNN Indonesia --"
        );
        assert_eq!(
            found("Liputan6.com, Jakarta - Presiden"),
            "Liputan6.com, Jakarta -"
        );
        assert_eq!(found("MOSKOW, iNews.id – Putin"), "MOSKOW, iNews.id –");
        assert_eq!(
            found("KYIV, July 3 (Reuters) - Ukraine"),
            "KYIV, July 3 (Reuters) -"
        );
        assert_eq!(
            found("HARWICK, Sept. 2 (Reuters) - Kestrel"),
            "HARWICK, Sept. 2 (Reuters) -"
        );
        assert_eq!(found("ALDER, Calif. (AP) -- The"), "ALDER, Calif. (AP) --");
        assert_eq!(found("WASHINGTON—The President"), "WASHINGTON—");
        assert_eq!(found("Jakarta (ANTARA) - Presiden"), "Jakarta (ANTARA) -");
        assert_eq!(
            found("Beritakita.com, Solo -Wali"),
            "Beritakita.com, Solo -"
        );
        assert_eq!(found("BERITA.CO,Solo- Wali"), "BERITA.CO,Solo-");
        assert_eq!(found("Berita.com, Solo-Wali kota"), "Berita.com, Solo-");
        assert_eq!(
            found("Berita.com, Solo RayaWali kota"),
            "Berita.com, Solo Raya"
        );
        assert_eq!(found("JAKARTA- Wali kota"), "JAKARTA-");
        assert_eq!(found("JAKARTA–Wali kota"), "JAKARTA–");
        assert_eq!(found("Bogor\n-\nWali kota"), "Bogor\n-");
        assert_eq!(
            found("SOLO, KABAR.com \u{fffd} Wali"),
            "SOLO, KABAR.com \u{fffd}"
        );
    }

    #[test]
    fn dashes_in_sentences_are_no_datelines() {
        assert_eq!(found("NATO - aliansi itu - menolak."), "");
        assert_eq!(found("Presiden AS Donald Trump - Foto lama"), "");
        assert_eq!(found("Perang Iran-Israel berakhir."), "");
        assert_eq!(found("Bogor - Wali kota"), "");
        assert_eq!(found("Inter - Milan\n-\nWali kota"), "");
        assert_eq!(found("F-16 Amerika"), "");
        assert_eq!(found("Berita.com, Solo raya ramai."), "");
        assert_eq!(found("- Satu"), "");
        assert_eq!(found(""), "");
    }
}
