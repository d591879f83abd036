//! Whatever is built from an article passes every check: nothing in it is moved, altered, unknown or no date.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::examine;
use crate::extract::{Assembler, Language, Pack, read_article, recognise, source_of};
use crate::format::{Base, Document, Encoding, parse, write};
use crate::model::{Date, FaultKind, Timeline};

const SEED: &str = include_str!("../../seeds/000_f3226ebb9ab90383.txt");

fn indonesian() -> &'static Language {
    static LANGUAGE: OnceLock<Language> = OnceLock::new();
    LANGUAGE.get_or_init(|| Language::new(Pack::built_in("id").unwrap()).unwrap())
}

fn built(text: &str, published: &str) -> (Timeline, String) {
    let article = read_article(text.as_bytes(), "a.txt").unwrap();
    let day = Date::parse(published).unwrap().bounds().earliest;
    let found = recognise(&article.text, indonesian(), Some(day), None);
    let mut assembler = Assembler::new(false);
    let source = source_of(&article, &found, "id", "a");
    assembler.add(source, &article.text, &found);
    (assembler.finish(), article.text)
}

fn assert_faultless(text: &str, published: &str) {
    let (timeline, text) = built(text, published);
    for encoding in [Encoding::Toml, Encoding::Json, Encoding::JsonLines] {
        let written = write(&timeline, encoding).unwrap();
        assert!(parse(&written, "a", encoding).unwrap().timeline == timeline);
    }
    let texts = [text];
    let (_, mut faults) = examine(Document::made(timeline), "a", &Base::Memory(&texts));
    // An article may well hold names that pass for others.
    faults.retain(|fault| fault.kind != FaultKind::Lookalike);
    assert_eq!(faults, []);
}

#[test]
fn the_seed_article_is_built_without_a_fault() {
    assert_faultless(SEED, "2025-07-03");
    assert_faultless(SEED, "2024-02-29");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn pieces_of_the_seed_article_in_any_order_are_built_without_a_fault(
        lines in proptest::collection::vec(0..40_usize, 0..24),
        days in -400_000..800_000_i32,
    ) {
        let all: Vec<&str> = SEED.lines().collect();
        let text: Vec<&str> = lines.iter().filter_map(|line| all.get(*line).copied()).collect();
        let published = crate::model::Day(days).to_string();
        assert_faultless(&format!("Awal.\n{}", text.join("\n")), &published);
    }

    #[test]
    fn any_characters_are_built_without_a_fault(text in "(\\PC|\n|Kamis \\(3/7/2025\\)|\"[a-z ]{0,9},\" kata Budi|kemarin|\\.){1,60}") {
        prop_assume!(!text.trim().is_empty() && !text.trim_start().starts_with('<'));
        assert_faultless(&text, "2025-07-03");
    }
}
