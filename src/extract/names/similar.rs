//! Which words are likely misspellings of which.

/// Shortest word, in letters, that is compared, and the shortest in which two letters may differ.
const SHORTEST: usize = 5;
const LONG: usize = 6;

/// Whether a word is long enough to be compared.
pub(super) fn is_comparable(word: &str) -> bool {
    word.chars().nth(SHORTEST - 1).is_some()
}

/// Whether a rare word is likely the other one, misspelt: the same first two letters, and one edit (two in words of six
/// letters or more), where an edit is a letter more, less or changed, or two neighbours exchanged.
pub(super) fn is_misspelling(rare: &str, known: &str) -> bool {
    let length = |word: &str| word.chars().count();
    let shorter = length(rare).min(length(known));
    if rare == known || shorter < SHORTEST || length(rare).abs_diff(length(known)) > 1 {
        return false;
    }
    if !rare.chars().take(2).eq(known.chars().take(2)) {
        return false;
    }
    let allowed = if shorter >= LONG { 2 } else { 1 };
    strsim::damerau_levenshtein(rare, known) <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_from_other_names() {
        assert!(is_misspelling("Uskaov", "Ushakov"));
        assert!(is_misspelling("Jungkokk", "Jungkook"));
        assert!(!is_misspelling("Andi", "Andy"));
        assert!(!is_misspelling("Suryanto", "Hariyanto"));
        assert!(!is_misspelling("Rusdi", "Rusli Rusdi"));
    }
}
