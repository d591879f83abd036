//! The attacks of `attacks.toml`: texts with what must be shown instead, and bytes that are no text.

use serde::Deserialize;

/// A text that attacks, and how a reader must see it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Attack {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) shown: String,
}

/// Bytes that are no UTF-8.
#[derive(Debug, Clone)]
pub(crate) struct RawAttack {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

fn table() -> Vec<toml::Table> {
    let text = include_str!("attacks.toml");
    let whole: toml::Table = text.parse().unwrap();
    let list = whole["attack"].as_array().unwrap();
    list.iter()
        .map(|one| one.as_table().unwrap().clone())
        .collect()
}

/// All attacks that are text.
pub(crate) fn attacks() -> Vec<Attack> {
    let texts = table().into_iter().filter(|one| one.contains_key("text"));
    texts.map(|one| one.try_into().unwrap()).collect()
}

/// All attacks that are bytes and no text.
pub(crate) fn raw_attacks() -> Vec<RawAttack> {
    let raw = table().into_iter().filter_map(|one| {
        let digits = one.get("raw")?.as_str()?.to_owned();
        let pair = |at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
        Some(RawAttack {
            name: one["name"].as_str()?.to_owned(),
            bytes: (0..digits.len()).step_by(2).map(pair).collect(),
        })
    });
    raw.collect()
}

#[test]
fn the_corpus_is_there_and_names_no_attack_twice() {
    let mut names: Vec<String> = attacks().into_iter().map(|attack| attack.name).collect();
    names.extend(raw_attacks().into_iter().map(|attack| attack.name));
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
    assert!(attacks().len() >= 80 && raw_attacks().len() >= 7);
}

#[test]
fn every_attack_is_shown_as_the_corpus_says() {
    for attack in attacks() {
        let safe = linimasa::text::SafeText::new(&attack.text);
        assert_eq!(safe.as_str(), attack.shown, "{}", attack.name);
    }
}
