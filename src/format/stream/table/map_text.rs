//! How a mapping is written: `key=column;column:order`, with commas between, a backslash before a mark that is part of a name.

use super::fields::Field;
use super::mapping::DateOrder;

/// What a mapping's marks are.
const MARKS: [char; 5] = [',', ';', '=', ':', '\\'];

/// One part of a mapping, between commas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// A word alone.
    Preset(String),
    /// A key and its columns, as written.
    Item(String, String),
}

/// The columns of one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) field: Field,
    pub(super) columns: Vec<String>,
    pub(super) order: Option<DateOrder>,
    /// A preset says so, not the user.
    pub(super) is_preset: bool,
}

/// The parts of a mapping; empty ones are passed over.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let parts = split(text, ',').into_iter();
    parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| match split(part, '=').as_slice() {
            [key, ..] if key.len() < part.len() => Part::Item(
                unescaped(key).trim().to_owned(),
                part.get(key.len() + 1..).unwrap_or_default().to_owned(),
            ),
            _ => Part::Preset(unescaped(part)),
        })
        .collect()
}

/// The key and columns of a part.
pub(super) fn item(part: Part) -> Result<Item, String> {
    let (key, columns) = match part {
        Part::Item(key, columns) => (key, columns),
        Part::Preset(word) => return Err(format!("{word} names no column; write {word}=COLUMN")),
    };
    let field = Field::of_key(&key)?;
    let mut order = None;
    let mut names = columns.as_str();
    if field.is_date()
        && let [.., last] = split(&columns, ':').as_slice()
        && let Some((found, word)) = DateOrder::ALL.iter().find(|(_, word)| word == last)
        && let Some(before) = columns.strip_suffix(word)
    {
        order = Some(*found);
        names = before.strip_suffix(':').unwrap_or(before);
    }
    let names: Vec<String> = split(names, ';')
        .into_iter()
        .map(unescaped)
        .filter(|name| !name.is_empty())
        .collect();
    if names.is_empty() {
        return Err(format!("{key} has no column; write {key}=COLUMN"));
    }
    Ok(Item {
        field,
        columns: names,
        order,
        is_preset: false,
    })
}

/// Between marks that no backslash stands before.
fn split(text: &str, mark: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut is_escaped) = (0, false);
    for (at, letter) in text.char_indices() {
        if letter == mark && !is_escaped {
            parts.push(text.get(start..at).unwrap_or_default());
            start = at + mark.len_utf8();
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let escaped = match letter {
            '\\' => letters.next_if(|next| MARKS.contains(next)),
            _ => None,
        };
        plain.push(escaped.unwrap_or(letter));
    }
    plain
}

/// A name, with a backslash before what would be read as a mark.
pub(super) fn escaped(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for letter in name.chars() {
        if MARKS.contains(&letter) {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}
