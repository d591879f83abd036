//! What the user may have meant: names that resemble a word. Nothing here knows what the names stand for.

/// At most so many suggestions.
const MOST: usize = 3;

/// From 0 (nothing in common) to 1 (the same): below it, a suggestion would puzzle more than help.
const RESEMBLANCE: f64 = 0.8;

/// Longer names are no slips of the fingers, and comparing costs the product of the lengths.
const LONGEST: usize = 100;

/// How much a name resembles a word, letter case aside; one of the name's own words is enough.
fn resemblance(word: &str, name: &str) -> f64 {
    if word.len() > LONGEST || name.len() > LONGEST {
        return 0.0;
    }
    let name = name.to_lowercase();
    let parts = name.split(|letter: char| !letter.is_alphanumeric());
    let candidates = parts.filter(|part| !part.is_empty()).chain([name.as_str()]);
    candidates
        .map(|candidate| strsim::jaro_winkler(word, candidate))
        .fold(0.0, f64::max)
}

/// The values one of whose names resembles the word, the nearest first.
pub(super) fn nearest<'n, T, N: IntoIterator<Item = &'n str>>(
    word: &str,
    all: impl Iterator<Item = (T, N)>,
) -> Vec<T> {
    let word = word.to_lowercase();
    let scored = all.map(|(value, names)| {
        let scores = names.into_iter().map(|name| resemblance(&word, name));
        (scores.fold(0.0, f64::max), value)
    });
    let mut near: Vec<(f64, T)> = scored.filter(|(score, _)| *score >= RESEMBLANCE).collect();
    near.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    near.truncate(MOST);
    near.into_iter().map(|(_, value)| value).collect()
}

/// `did you mean “a”, “b” or “c”?`; nothing where nothing is near.
pub(super) fn did_you_mean(names: &[&str]) -> Option<String> {
    let quoted: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    let (last, others) = quoted.split_last()?;
    Some(if others.is_empty() {
        format!("did you mean {last}?")
    } else {
        format!("did you mean {} or {last}?", others.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_name_it_was_meant_to_be() {
        let names = ["Vladimir Putin", "Donald Trump", "Istanbul"];
        let near = |word| nearest(word, names.iter().map(|name| (*name, [*name])));
        assert_eq!(near("Puttin"), ["Vladimir Putin"]);
        assert_eq!(near("donald tramp"), ["Donald Trump"]);
        assert!(near("qqq").is_empty());
        assert_eq!(
            did_you_mean(&near("istambul")).unwrap(),
            "did you mean “Istanbul”?"
        );
        assert_eq!(
            did_you_mean(&["a", "b", "c"]).unwrap(),
            "did you mean “a”, “b” or “c”?"
        );
    }
}
