//! The values of one JSON object as the cells of a row: text as it reads, everything else as it is written.

use std::borrow::Cow;

use serde::de::IgnoredAny;

use super::row::{Cells, split_names, trimmed};
use super::written::{items, members};
use crate::format::complaint;
use crate::format::stream::block::Damaged;
use crate::format::stream::lean::Text;

/// The values of an object under the keys that were asked for.
pub(super) struct JsonCells<'a> {
    values: Vec<Option<&'a str>>,
}

impl<'a> JsonCells<'a> {
    /// Reads an object; `line` is its place in the file.
    pub(super) fn read(text: &'a str, keys: &[String], line: usize) -> Result<Self, Damaged> {
        judge(text).map_err(|error| damaged(&error, line))?;
        let mut values = vec![None; keys.len()];
        for (key, value) in members(text) {
            let key = read(key);
            let column = keys.iter().position(|wanted| *wanted == key);
            if let Some(slot) = column.and_then(|column| values.get_mut(column)) {
                *slot = Some(value);
            }
        }
        Ok(Self { values })
    }
}

/// A key and what its value says.
pub(super) type Member<'a> = (Cow<'a, str>, Cow<'a, str>);

/// Every value of an object, with its key, in the order of the file.
pub(super) fn all(text: &str, line: usize) -> Result<Vec<Member<'_>>, Damaged> {
    judge(text).map_err(|error| damaged(&error, line))?;
    Ok(members(text)
        .map(|(key, value)| (read(key), read(value)))
        .collect())
}

/// Whether a text is one object.
fn judge(text: &str) -> Result<(), serde_json::Error> {
    if text.trim_start().starts_with('{') {
        return serde_json::from_str::<IgnoredAny>(text).map(drop);
    }
    serde_json::from_str::<std::collections::BTreeMap<Text, IgnoredAny>>(text).map(drop)
}

fn damaged(error: &serde_json::Error, line: usize) -> Damaged {
    let fault = complaint::from_json(error, "", line.saturating_sub(1));
    Damaged::from_fault(fault, line)
}

/// What a value says: the text of a string, nothing for null, else as it is written.
fn read(written: &str) -> Cow<'_, str> {
    match written {
        "null" => Cow::Borrowed(""),
        _ if written.starts_with('"') => {
            serde_json::from_str::<Text>(written).map_or(Cow::Borrowed(written), |text| text.0)
        }
        _ => Cow::Borrowed(written),
    }
}

impl<'a> Cells<'a> for JsonCells<'a> {
    fn text(&self, column: usize) -> Option<Cow<'a, str>> {
        trimmed(read((*self.values.get(column)?)?))
    }

    fn names(&self, column: usize, each: &mut dyn FnMut(Cow<'a, str>)) {
        let Some(Some(written)) = self.values.get(column) else {
            return;
        };
        if written.starts_with('[') {
            for name in items(written).map(read) {
                if let Some(name) = trimmed(name) {
                    each(name);
                }
            }
        } else if let Some(text) = self.text(column) {
            split_names(text, each);
        }
    }
}

/// The keys of an object; `None` if the text is none.
pub(in crate::format::stream) fn keys(text: &str) -> Option<Vec<String>> {
    let values = all(text, 0).ok()?;
    Some(
        values
            .into_iter()
            .map(|(key, _)| key.into_owned())
            .collect(),
    )
}
