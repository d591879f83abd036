//! Datelines: the place and outlet at the head of a paragraph (`JAKARTA, KOMPAS.com — `). What day they imply is not here.

/// Longest dateline in code points, dash included.
const LONGEST: usize = 80;

/// Bytes of the dateline that a paragraph (without leading space) begins with, its dash included; 0 if it has none.
///
/// A dateline ends in a dash between spaces (or an em dash) within 80 code points and the text behind it begins afresh:
/// with an upper-case letter, a digit or a mark. Every word in it begins with an upper-case letter or is a domain
/// name, and the first one, or one behind a comma, is a domain name or upper case throughout.
pub(super) fn dateline_length(paragraph: &str) -> usize {
    let mut last = None;
    for (at, c) in paragraph.char_indices().take(LONGEST) {
        if is_dash(c) {
            let head = paragraph.get(..at).unwrap_or_default();
            let rest = paragraph.get(at..).unwrap_or_default();
            let dashes = rest.len() - rest.trim_start_matches(is_dash).len();
            let body = rest.get(dashes..).unwrap_or_default();
            let apart =
                last.is_some_and(char::is_whitespace) && body.starts_with(char::is_whitespace);
            if apart || c == '—' {
                let valid = is_head(head.trim_end()) && begins_afresh(body.trim_start());
                return if valid { at + dashes } else { 0 };
            }
        }
        last = Some(c);
    }
    0
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

fn begins_afresh(body: &str) -> bool {
    let next = body.chars().next();
    next.is_some_and(|c| !c.is_lowercase() && !c.is_whitespace())
}

fn is_head(head: &str) -> bool {
    let mut strong = false;
    let mut behind_comma = false;
    let mut first = true;
    for word in head.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let Some(initial) = bare.chars().next() else {
            return false;
        };
        let outlet = is_domain(bare);
        if !(initial.is_uppercase() || initial.is_numeric() || outlet) {
            return false;
        }
        strong |= (first || behind_comma) && (outlet || is_upper(bare));
        behind_comma |= word.ends_with(',');
        first = false;
    }
    strong
}

/// At least two letters, and all of them upper case.
fn is_upper(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    letters().count() >= 2 && letters().all(char::is_uppercase)
}

/// Labels with full stops between; the last one is two letters or more.
fn is_domain(word: &str) -> bool {
    let Some((name, top)) = word.rsplit_once('.') else {
        return false;
    };
    let label = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    !name.is_empty()
        && name.chars().all(label)
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
        assert_eq!(found("WASHINGTON—The President"), "WASHINGTON—");
    }

    #[test]
    fn dashes_in_sentences_are_no_datelines() {
        assert_eq!(found("NATO - aliansi itu - menolak."), "");
        assert_eq!(found("Presiden AS Donald Trump - Foto lama"), "");
        assert_eq!(found("Perang Iran-Israel berakhir."), "");
        assert_eq!(found("- Satu"), "");
        assert_eq!(found(""), "");
    }
}
