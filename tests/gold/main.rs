//! What the builder finds in articles of our own, against what a careful human found in them.
//!
//! `cargo test --test gold -- --nocapture` prints the figures; `LINIMASA_GOLD_MISSES=1` before it prints every miss, and
//! `LINIMASA_GOLD=FOLDER` scores another set with the folders `articles` and `annotations` (and holds it to no threshold).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod annotations;
mod beside_the_hand;
mod boilerplate;
mod events;
mod figures;
mod forms;
mod hostile;
mod pairs;
mod score;
mod seeds;
mod set;
mod sound;
mod spans;
mod told;
mod turning;
mod writings;

use std::collections::BTreeMap;
use std::fs;

use figures::Figures;
use set::{Annotations, Item, answer, folder, items, own_folder};

fn figures(items: &[Item], answer: impl Fn(&Item) -> Annotations) -> Figures {
    let mut figures = Figures::default();
    for item in items {
        score::score(&mut figures, item, &answer(item));
    }
    figures
}

/// The least that each figure may be, in per cent.
fn thresholds() -> BTreeMap<String, f64> {
    let text = fs::read_to_string(own_folder().join("thresholds.toml")).unwrap();
    toml::from_str(&text).unwrap()
}

#[test]
fn the_builder_finds_what_a_careful_human_finds() {
    let folder = folder();
    let figures = figures(&items(&folder), answer);
    println!("{}", figures.table());
    let mut least = thresholds();
    let below: Vec<String> = figures
        .rows()
        .iter()
        .filter_map(|row| {
            let least = least.remove(row.name).expect(row.name);
            (row.figure < least).then(|| format!("{} is {}, not {least}", row.name, row.figure))
        })
        .collect();
    assert!(least.is_empty(), "no such figures: {least:?}");
    let fails = folder == own_folder() && !below.is_empty();
    if fails || std::env::var_os("LINIMASA_GOLD_MISSES").is_some() {
        println!("{}\n", figures.misses.join("\n"));
    }
    assert!(!fails, "{}", below.join("; "));
}

#[test]
fn the_annotations_themselves_score_full_marks_and_no_answer_scores_none() {
    let items = items(&own_folder());
    let full = figures(&items, |item| item.gold.clone());
    for row in full.rows() {
        assert_eq!((row.name, row.figure), (row.name, 100.0));
    }
    assert_eq!(full.misses, Vec::<String>::new());
    let none = figures(&items, |_| Annotations::default());
    let counted = none.rows().into_iter();
    // Nothing said is nothing said falsely.
    let counted = counted.filter(|row| {
        let empty = [
            "events.evidence",
            "events.actors",
            "events.status",
            "verbatim",
        ];
        !empty.contains(&row.name)
    });
    for row in counted {
        assert_eq!((row.name, row.figure), (row.name, 0.0));
    }
}
