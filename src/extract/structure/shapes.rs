//! What a line looks like, whatever the language: a title, a signature in brackets, a line that breaks off. What follows from
//! that for the article is in `marks` and `joins`.

use std::ops::Range;

use super::breaks::Breaks;
use super::dateline::{dateline_length, is_domain};
use super::rules::StructureRules;
use super::sentences::{ends_sentence, split};

/// Longest signature in bytes, brackets included.
const LONGEST_SIGNATURE: usize = 80;

/// Longest line in bytes that can be a title, a tag or a link.
const LONGEST_TITLE: usize = 220;

/// A line of some words that no full stop ends.
pub(super) fn is_fragment(line: &str) -> bool {
    line.len() <= LONGEST_TITLE && !line.ends_with(['.', '…', '"', '”', ';']) && !is_long(line)
}

fn is_long(line: &str) -> bool {
    line.split_whitespace().nth(22).is_some()
}

/// Whether a line is written as headlines are: five words or more, of which most begin with an upper-case letter or a digit.
pub(super) fn is_headline_case(line: &str, rules: &StructureRules) -> bool {
    let (mut upper, mut all) = (0, 0);
    for word in line.split_whitespace() {
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() || rules.is_small(bare) {
            continue;
        }
        all += 1;
        upper += usize::from(!bare.starts_with(char::is_lowercase));
    }
    is_fragment(line) && line.split_whitespace().nth(3).is_some() && upper * 4 >= all * 3
}

/// Whether a line may be nothing but a day, as the subheadings of a chronology are: two numbers among few words.
pub(super) fn is_date_line(line: &str) -> bool {
    let bare = |word: &str| {
        word.chars()
            .all(|c| c.is_ascii_digit() || !c.is_alphanumeric())
    };
    let (numbers, words): (Vec<&str>, Vec<&str>) =
        line.split_whitespace().partition(|word| bare(word));
    numbers.len() == 2 && words.len() <= 3
}

/// A line without the marks that Markdown writes before a heading, a quotation or an item of a list.
pub(in crate::extract) fn without_marks(line: &str) -> &str {
    let marks = line.trim_start_matches(['#', '>', '*', '-', '+', ' ']);
    let head = line.len() - marks.len();
    let closed = line.get(..head).is_some_and(|head| head.ends_with(' '));
    // `#tagar` and `-5` are words.
    if closed { marks } else { line }
}

/// Whether the first line of a text is its headline: short, and no full stop ends it or a part of it. Headlines ask and
/// exclaim, also in the middle: `Apa Itu? Ini Jawabannya!`.
pub(super) fn is_headline(line: &str, breaks: &Breaks) -> bool {
    let mut stops = 0;
    split(line, breaks, |part| {
        let words = line.get(part).unwrap_or_default();
        stops += usize::from(ends_sentence(words) && !words.ends_with(['?', '!']));
    });
    stops == 0 && line.len() <= 2 * LONGEST_TITLE && dateline_length(line) == 0
}

/// A line that only divides: `***`, `---`.
pub(super) fn is_divider(line: &str) -> bool {
    !line.is_empty()
        && line
            .chars()
            .all(|c| matches!(c, '*' | '-' | '–' | '—' | '_' | '='))
}

/// Lines of front matter at the head of a text, both lines of dashes included; 0 if it has none.
pub(super) fn front_matter<'a>(lines: impl Iterator<Item = &'a str>) -> usize {
    const MOST: usize = 60;
    for (place, line) in lines.take(MOST).enumerate() {
        match line {
            "---" if place > 0 => return place + 1,
            "---" => {}
            _ if place == 0 => return 0,
            _ => {}
        }
    }
    0
}

/// Whether a line or its end signs an article: `(abc/def)`, `(Tribunnews.com/Farra)`, `(Sari Dewi)`, `(rls)`, `(*)`.
pub(super) fn is_signature(words: &str) -> bool {
    let words = words.trim_matches(['*', ' ', '\u{a0}']);
    let inner = words
        .strip_prefix(['(', '['])
        .and_then(|words| words.strip_suffix([')', ']']));
    let Some(inner) = inner.map(str::trim) else {
        return false;
    };
    if inner.is_empty() || inner.len() > LONGEST_SIGNATURE || inner.contains(['(', ')', '?', '!']) {
        return inner.is_empty();
    }
    if inner.chars().all(|c| !c.is_alphanumeric()) {
        return true;
    }
    let parts = || inner.split('/').map(str::trim);
    let named = |part: &str| {
        let words = part.split_whitespace();
        let mut count = 0;
        let all = words.into_iter().all(|word| {
            count += 1;
            word.starts_with(char::is_alphabetic)
                && (!word.ends_with('.') || word.chars().count() <= 2)
                && (word.starts_with(char::is_uppercase) || is_domain(word) || part == word)
        });
        all && (1..=5).contains(&count)
    };
    if parts().count() > 1 {
        return parts().all(|part| named(part) || part.chars().all(|c| c == '*'));
    }
    let mut words = inner.split_whitespace();
    match (words.next(), words.next()) {
        (Some(word), None) => {
            word.chars().count() <= 5 && word.chars().all(char::is_alphabetic) || is_domain(word)
        }
        _ => named(inner) && !inner.chars().any(|c| c.is_ascii_digit()),
    }
}

/// A signature of one word in lower case, as a sentence cut to pieces may leave one too: `(rls)`.
pub(super) fn is_weak(signature: &str) -> bool {
    !signature.contains(['/', ' ', '*']) && signature.chars().any(char::is_lowercase)
}

/// The signature that a line ends with, behind a whole sentence.
pub(super) fn signature_at_end(line: &str) -> Option<Range<usize>> {
    let body = line.trim_end();
    let open = body.trim_end_matches('*').strip_suffix([')', ']'])?;
    let start = open.rfind(['(', '['])?;
    let near = body.len() - start <= LONGEST_SIGNATURE;
    let sentence = ends_sentence(line.get(..start)?.trim_end());
    (near && sentence && start > 0 && is_signature(body.get(start..)?)).then_some(start..body.len())
}

/// The name in a signature (`(Tribunnews.com/Sari Dewi)`, `(Sari Dewi)`) and the outlet, where it tells them.
pub(super) fn signer(signature: &str) -> (Option<&str>, Option<&str>) {
    let inner = signature.trim_matches(|c: char| !c.is_alphanumeric());
    let (mut name, mut outlet) = (None, None);
    for part in inner.split('/').map(str::trim) {
        let person = part.starts_with(char::is_uppercase)
            && part.chars().any(char::is_lowercase)
            && (part.contains(' ') || outlet.is_some());
        if is_domain(part) {
            outlet = outlet.or(Some(part));
        } else if person {
            name = name.or(Some(part));
        }
    }
    (name, outlet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_told_from_asides() {
        for signature in [
            "(abc/def)",
            "(abc/de2)",
            "(Kabarkini.com/Sari)",
            "(Sari Dewi)",
            "(rls)",
            "(*)",
            "*(Sari)*",
        ] {
            assert!(is_signature(signature), "{signature}");
        }
        for aside in [
            "(11/6/2025)",
            "(dua orang lain luka)",
            "Sari",
            "(Apa kabar?)",
            "(3 orang)",
            "(HR. Budi)",
            "(rls).",
        ] {
            assert!(!is_signature(aside), "{aside}");
        }
    }

    #[test]
    fn a_day_alone_is_told_from_a_title() {
        for day in [
            "Jumat, 24 Mei 2024",
            "24 Mei 2024",
            "Jumat 24 Mei 2024 malam",
        ] {
            assert!(is_date_line(day), "{day}");
        }
        for title in [
            "7 Cara Hemat Air",
            "Jumat, 24 Mei 2024, Pasar Lama Solo Terbakar",
            "Solo",
        ] {
            assert!(!is_date_line(title), "{title}");
        }
    }

    #[test]
    fn marks_before_a_line_are_no_words_of_it() {
        for (line, words) in [
            ("# Pasar Dibuka", "Pasar Dibuka"),
            ("> ## Pasar Dibuka", "Pasar Dibuka"),
            ("- Pasar Dibuka", "Pasar Dibuka"),
            ("#PasarDibuka Ramai", "#PasarDibuka Ramai"),
            ("-5 Derajat di Dieng", "-5 Derajat di Dieng"),
            ("Pasar Dibuka", "Pasar Dibuka"),
        ] {
            assert_eq!(without_marks(line), words);
        }
    }

    #[test]
    fn a_signature_names_its_writer_and_outlet() {
        assert_eq!(
            signer("(Kabarkini.com/Sari)"),
            (Some("Sari"), Some("Kabarkini.com"))
        );
        assert_eq!(signer("(Sari Dewi)"), (Some("Sari Dewi"), None));
        assert_eq!(signer("(abc/def)"), (None, None));
        assert_eq!(signature_at_end("Ia pulang.(rls)"), Some(10..15));
        assert_eq!(signature_at_end("Ia bertemu ayahnya (Budi Dewa)"), None);
    }
}
