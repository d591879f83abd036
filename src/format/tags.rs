//! What TOML and JSON cannot both say, in a tagged form that both can. It concerns unknown keys only: the model's own keys
//! need none of it. The model holds the JSON form.
//!
//! | value | in JSON | in TOML |
//! |---|---|---|
//! | date or time | `{"$datetime": "1979-05-27"}` | `1979-05-27` |
//! | not a number, infinite | `{"$float": "nan"}`, `"-nan"`, `"inf"`, `"-inf"` | `nan`, `-nan`, `inf`, `-inf` |
//! | null | `null` | `{ "$null" = true }` |
//! | integer above 2⁶³ − 1 | `18446744073709551615` | `{ "$integer" = "18446744073709551615" }` |
//! | object that TOML would take for one of these | `{"$null": true}` | `{ "$pairs" = [["$null", true]] }` |
//!
//! A JSON number beyond 64 bits is a float here, as it is to most readers of JSON.

use serde_json::{Map, Number, Value};

use super::ordered::Node;

pub(super) const NULL: &str = "$null";
pub(super) const INTEGER: &str = "$integer";
pub(super) const PAIRS: &str = "$pairs";
const DATETIME: &str = "$datetime";
const FLOAT: &str = "$float";

/// The key by which the `toml` crate passes a date through serde: a table with it would be read as a date.
const TOML_PRIVATE: &str = "$__toml_private_datetime";

/// How TOML itself writes what this JSON object stands for: a date, a time, `nan`, `inf`.
pub(super) fn literal(entries: &[(String, Node)]) -> Option<&str> {
    let [(key, Node::Text(text))] = entries else {
        return None;
    };
    let is_literal = match key.as_str() {
        // Another spelling of the same date would not come back as it was, so it stays a table.
        DATETIME => text
            .parse::<::toml::value::Datetime>()
            .is_ok_and(|parsed| parsed.to_string() == *text),
        FLOAT => matches!(text.as_str(), "nan" | "-nan" | "inf" | "-inf"),
        _ => false,
    };
    is_literal.then_some(text)
}

/// Whether a reader of the TOML would take this object for something else.
pub(super) fn is_ambiguous(entries: &[(String, Node)]) -> bool {
    let is_tag = |key: &String| [NULL, INTEGER, PAIRS].contains(&key.as_str());
    matches!(entries, [(key, _)] if is_tag(key))
        || entries.iter().any(|(key, _)| key == TOML_PRIVATE)
}

/// A TOML value in its JSON form.
pub(super) fn from_toml(value: ::toml::Value) -> Value {
    match value {
        ::toml::Value::String(text) => Value::String(text),
        ::toml::Value::Integer(number) => Value::from(number),
        ::toml::Value::Boolean(truth) => Value::Bool(truth),
        ::toml::Value::Float(number) => {
            Number::from_f64(number).map_or_else(|| tagged(FLOAT, spelled(number)), Value::Number)
        }
        ::toml::Value::Datetime(moment) => tagged(DATETIME, &moment.to_string()),
        ::toml::Value::Array(list) => list.into_iter().map(from_toml).collect(),
        ::toml::Value::Table(table) => from_toml_table(table),
    }
}

fn from_toml_table(table: ::toml::Table) -> Value {
    if table.len() == 1 {
        let untagged = match table.iter().next() {
            Some((key, ::toml::Value::Boolean(true))) if key == NULL => Some(Value::Null),
            Some((key, ::toml::Value::String(digits))) if key == INTEGER => large(digits),
            Some((key, ::toml::Value::Array(list))) if key == PAIRS => object(list),
            _ => None,
        };
        if let Some(value) = untagged {
            return value;
        }
    }
    let entries = table
        .into_iter()
        .map(|(key, value)| (key, from_toml(value)));
    Value::Object(entries.collect())
}

fn large(digits: &str) -> Option<Value> {
    let number: u64 = digits.parse().ok()?;
    (i64::try_from(number).is_err() && number.to_string() == digits).then(|| Value::from(number))
}

fn object(pairs: &[::toml::Value]) -> Option<Value> {
    let mut object = Map::new();
    for pair in pairs {
        let [::toml::Value::String(key), value] = pair.as_array()?.as_slice() else {
            return None;
        };
        object.insert(key.clone(), from_toml(value.clone()));
    }
    (object.len() == pairs.len()).then_some(Value::Object(object))
}

fn tagged(tag: &str, text: &str) -> Value {
    Value::Object(Map::from_iter([(tag.to_owned(), Value::from(text))]))
}

const fn spelled(number: f64) -> &'static str {
    match (number.is_nan(), number.is_sign_negative()) {
        (true, false) => "nan",
        (true, true) => "-nan",
        (false, false) => "inf",
        (false, true) => "-inf",
    }
}
