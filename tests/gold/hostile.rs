//! Properties of any text whatever: nothing breaks the recogniser, its spans are slices, two runs are the same.

use linimasa::extract::{Recognised, read_article};
use linimasa::model::Day;
use proptest::prelude::*;

use super::seeds::{ARTICLES, article, read};
use super::sound::{faults, wrong_titles};

fn holds(text: &str, published: Option<Day>) -> Result<Recognised, TestCaseError> {
    let found = read(text, published);
    let faults = faults(text, &found);
    prop_assert!(faults.is_empty(), "{faults:?} in {text:?}");
    let again = read(text, published);
    prop_assert_eq!(format!("{:?}", found), format!("{:?}", again));
    Ok(found)
}

/// Days of the years 1 to 9990, or none.
fn days() -> impl Strategy<Value = Option<Day>> {
    prop::option::of((-719_000..2_929_000_i32).prop_map(Day))
}

/// A piece of an article from one letter to another.
fn piece() -> impl Strategy<Value = String> {
    (
        article(),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
    )
        .prop_map(|((text, _), one, other)| {
            let letters: Vec<char> = text.chars().collect();
            let (one, other) = (one.index(letters.len()), other.index(letters.len()));
            letters[one.min(other)..one.max(other)].iter().collect()
        })
}

/// Marks and letters that structure, quotes and names are decided by.
fn shard() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "\"",
        "“",
        "”",
        "'",
        "''",
        "(",
        ")",
        ".",
        ",",
        ":",
        "-",
        " - ",
        "–",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        " ",
        "\u{a0}",
        "\u{200b}",
        "\u{202e}",
        "\u{feff}",
        "\0",
        "İ",
        "ß",
        "ﬁ",
        "👩‍👧",
        "e\u{301}",
        "Baca juga: ",
        "ADVERTISEMENT",
        "kata ",
        "menurut ",
        "dikutip dari ",
        "alias ",
        "Presiden ",
        "sehari setelah ",
        "Kamis (3/7/2025)",
        "31/2/2025",
        "ke-",
        "pukul 25.61 WIB",
        "Rp 1,25",
    ]);
    prop_oneof![
        known.prop_map(str::to_owned),
        any::<char>().prop_map(String::from)
    ]
}

fn spliced() -> impl Strategy<Value = String> {
    let part = prop_oneof![piece(), shard(), shard()];
    prop::collection::vec(part, 0..10).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn no_letters_break_it(text in any::<String>(), day in days()) {
        holds(&text, day)?;
    }

    #[test]
    fn no_splice_of_articles_breaks_it(text in spliced(), day in days()) {
        holds(&text, day)?;
    }

    #[test]
    fn no_day_of_publication_breaks_it((text, _) in article(), day in -4_500_000..4_500_000_i32) {
        holds(text, Some(Day(day)))?;
    }

    #[test]
    fn titles_are_the_texts_own_words(text in prop_oneof![spliced(), any::<String>()], day in days()) {
        let wrong = wrong_titles(&text, &read(&text, day));
        prop_assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn no_bytes_break_it(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        text in spliced(),
        at in any::<prop::sample::Index>(),
        name in prop::sample::select(vec!["a.txt", "a.html", "a.md", "-"]),
    ) {
        let torn = &text.as_bytes()[..at.index(text.len() + 1)];
        for bytes in [bytes.as_slice(), torn] {
            if let Ok(article) = read_article(bytes, name) {
                holds(&article.text, None)?;
            }
        }
    }

    #[test]
    fn an_article_torn_off_anywhere_is_read_up_to_there((text, day) in article(), at in any::<prop::sample::Index>()) {
        let letters: Vec<char> = text.chars().collect();
        let head: String = letters[..at.index(letters.len())].iter().collect();
        holds(&head, Some(*day))?;
    }

    #[test]
    fn a_changed_letter_breaks_nothing(
        (text, day) in article(),
        at in any::<prop::sample::Index>(),
        length in 0..3_usize,
        put in shard(),
    ) {
        let mut letters: Vec<char> = text.chars().collect();
        let at = at.index(letters.len() - length);
        letters.splice(at..at + length, put.chars());
        holds(&letters.iter().collect::<String>(), Some(*day))?;
    }
}

#[test]
fn what_does_not_hold_is_seen() {
    let (text, day) = &ARTICLES[0];
    let found = || read(text, Some(*day));
    assert_eq!(faults(text, &found()), Vec::<String>::new());
    let mut wrong = found();
    wrong.times[0].range.end += text.len();
    assert!(!faults(text, &wrong).is_empty());
    let mut wrong = found();
    wrong.quotes[0].speaker = Some(wrong.actors.len());
    assert!(!faults(text, &wrong).is_empty());
    let mut wrong = found();
    wrong.events[0].evidence = vec![wrong.structure.spans.len() - 1];
    assert!(!faults(text, &wrong).is_empty());
    let mut wrong = found();
    wrong.actors[0].name.push_str(" Palsu");
    assert!(!faults(text, &wrong).is_empty());
    let mut wrong = found();
    wrong.events[0].counts_from = Some(0);
    assert!(!faults(text, &wrong).is_empty());
}
