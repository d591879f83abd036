//! Words for the clipboard: verbatim, but without the characters that a reader cannot see and a terminal may obey.

use super::safe_rules::plain;
use super::safe_scan::{Shown, scan};

/// The words without every character that [`super::SafeText`] puts a visible marker for, and how many were left out.
/// Line feeds and tabs stay; a mark without a base stays.
#[must_use]
pub fn verbatim_without_controls(source: &str) -> (String, usize) {
    if source.chars().all(is_kept) {
        return (source.to_owned(), 0);
    }
    let mut kept = String::with_capacity(source.len());
    let mut left_out = 0;
    for (c, shown) in scan(source, true) {
        if shown != Shown::Marked || c == '\t' {
            kept.push(c);
        } else {
            left_out += 1;
        }
    }
    (kept, left_out)
}

/// Whether [`verbatim_without_controls`] would leave anything out.
#[must_use]
pub fn has_controls(source: &str) -> bool {
    !source.chars().all(is_kept)
        && scan(source, true)
            .iter()
            .any(|(c, shown)| *shown == Shown::Marked && *c != '\t')
}

const fn is_kept(c: char) -> bool {
    plain(c) || matches!(c, '\n' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clipboard_gets_words_and_the_count_of_what_was_left_out() {
        let (kept, left_out) =
            verbatim_without_controls("satu\tdua\n\u{1b}[2Jtiga\u{202e}\u{200b}");
        assert_eq!((kept.as_str(), left_out), ("satu\tdua\n[2Jtiga", 3));
        let family = "👩‍👩‍👧 می‌خواهم";
        assert_eq!(verbatim_without_controls(family), (family.to_owned(), 0));
        assert!(!has_controls(family));
        assert!(!has_controls("satu\tdua\n"));
        assert!(has_controls("satu\rdua"));
    }
}
