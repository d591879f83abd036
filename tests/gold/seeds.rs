//! The articles that properties start from, and the recogniser that they are put to.

use std::sync::LazyLock;

use linimasa::extract::{Language, Pack, Recognised, recognise};
use linimasa::model::{Date, Day};
use proptest::prelude::*;

use super::set::{items, own_folder};

pub(crate) static LANGUAGE: LazyLock<Language> =
    LazyLock::new(|| Language::new(Pack::built_in("id").unwrap()).unwrap());

/// The seed article and our own ones, each with its day of publication.
pub(crate) static ARTICLES: LazyLock<Vec<(String, Day)>> = LazyLock::new(|| {
    let seed = include_str!("../../seeds/000_f3226ebb9ab90383.txt");
    let own = items(&own_folder()).into_iter().map(|item| {
        let published = item.gold.published.unwrap();
        (item.text, day(&published))
    });
    std::iter::once((seed.to_owned(), day("2025-07-03")))
        .chain(own)
        .collect()
});

pub(crate) fn day(date: &str) -> Day {
    Date::parse(date).unwrap().bounds().earliest
}

pub(crate) fn read(text: &str, published: Option<Day>) -> Recognised {
    recognise(text, &LANGUAGE, published, None)
}

pub(crate) fn article() -> impl Strategy<Value = &'static (String, Day)> {
    (0..ARTICLES.len()).prop_map(|place| &ARTICLES[place])
}
