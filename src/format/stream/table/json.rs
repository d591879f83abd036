//! The values of one JSON object as the cells of a row: text as it reads, everything else as it is written.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::row::{Cells, split_names, trimmed};
use crate::format::complaint;
use crate::format::stream::block::Damaged;
use crate::format::stream::lean::Text;

/// The values of an object under the keys that were asked for.
pub(super) struct JsonCells<'a> {
    values: Vec<Option<&'a RawValue>>,
}

impl<'a> JsonCells<'a> {
    /// Reads an object; `line` is its place in the file.
    pub(super) fn read(text: &'a str, keys: &[String], line: usize) -> Result<Self, Damaged> {
        let values = vec![None; keys.len()];
        let mut reader = serde_json::Deserializer::from_str(text);
        let read = reader.deserialize_map(Picked { keys, values });
        let read = read.and_then(|values| reader.end().map(|()| values));
        read.map(|values| Self { values })
            .map_err(|error| damaged(&error, line))
    }
}

/// Every value of an object, with its key, in the order of the file.
pub(super) fn all<'a>(
    text: &'a str,
    line: usize,
) -> Result<Vec<(Cow<'a, str>, Cow<'a, str>)>, Damaged> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = reader.deserialize_map(Everything);
    let read = read.and_then(|values| reader.end().map(|()| values));
    read.map_err(|error| damaged(&error, line))
}

fn damaged(error: &serde_json::Error, line: usize) -> Damaged {
    let fault = complaint::from_json(error, "", line.saturating_sub(1));
    Damaged::from_fault(fault, line)
}

/// What a value says: the text of a string, nothing for null, else as it is written.
fn value(raw: &RawValue) -> Cow<'_, str> {
    let written = raw.get();
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
        trimmed(value((*self.values.get(column)?)?))
    }

    fn names(&self, column: usize, each: &mut dyn FnMut(Cow<'a, str>)) {
        let Some(Some(raw)) = self.values.get(column) else {
            return;
        };
        if raw.get().starts_with('[') {
            let values = serde_json::from_str::<Vec<&'a RawValue>>(raw.get());
            for name in values.unwrap_or_default().into_iter().map(value) {
                if let Some(name) = trimmed(name) {
                    each(name);
                }
            }
        } else if let Some(text) = self.text(column) {
            split_names(text, each);
        }
    }
}

struct Picked<'k, 'a> {
    keys: &'k [String],
    values: Vec<Option<&'a RawValue>>,
}

impl<'a> Visitor<'a> for Picked<'_, 'a> {
    type Value = Vec<Option<&'a RawValue>>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(mut self, mut map: A) -> Result<Self::Value, A::Error> {
        while let Some(key) = map.next_key::<Text<'a>>()? {
            let column = self.keys.iter().position(|wanted| *wanted == key.0);
            match column.and_then(|column| self.values.get_mut(column)) {
                Some(slot) => *slot = Some(map.next_value()?),
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(self.values)
    }
}

struct Everything;

impl<'a> Visitor<'a> for Everything {
    type Value = Vec<(Cow<'a, str>, Cow<'a, str>)>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::new();
        while let Some(key) = map.next_key::<Text<'a>>()? {
            values.push((key.0, value(map.next_value::<&'a RawValue>()?)));
        }
        Ok(values)
    }
}

/// The keys of an object; `None` if the text is none.
pub(in crate::format::stream) fn keys(text: &str) -> Option<Vec<String>> {
    let values = serde_json::from_str::<Keys>(text).ok()?;
    Some(values.0)
}

struct Keys(Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let values = from.deserialize_map(Everything)?;
        Ok(Self(
            values
                .into_iter()
                .map(|(key, _)| key.into_owned())
                .collect(),
        ))
    }
}
