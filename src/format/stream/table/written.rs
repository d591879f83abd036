//! The members of a JSON object and the items of an array as they are written, where serde has found that they are JSON. It is
//! not asked for them itself: its own way gives a key of its own a meaning, which a hostile file could use.

use std::iter::from_fn;

/// The keys and values of an object, each as it is written: `"date"` and `"2025-07-03"`.
pub(super) fn members(object: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = inside(object);
    from_fn(move || {
        let key = take(&mut rest)?;
        rest = rest.trim_start().strip_prefix(':')?;
        let value = take(&mut rest)?;
        Some((key, value))
    })
}

/// The values of an array, each as it is written.
pub(super) fn items(array: &str) -> impl Iterator<Item = &str> {
    let mut rest = inside(array);
    from_fn(move || take(&mut rest))
}

fn inside(text: &str) -> &str {
    let text = text.trim();
    text.get(1..text.len().saturating_sub(1)).unwrap_or("")
}

/// Takes the value at the front, and the comma behind it.
fn take<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let text = rest.trim_start();
    let (value, behind) = text.split_at_checked(length(text))?;
    let behind = behind.trim_start();
    *rest = behind.strip_prefix(',').unwrap_or(behind);
    let value = value.trim_end();
    (!value.is_empty()).then_some(value)
}

/// Bytes of the value with which a text begins.
fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at += string(bytes.get(at..).unwrap_or(&[]));
                if depth == 0 {
                    return at;
                }
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 0 => return at,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            b',' | b':' if depth == 0 => return at,
            _ => {}
        }
        at += 1;
    }
    at
}

/// Bytes of the string with which some bytes begin, its quotation marks among them.
fn string(bytes: &[u8]) -> usize {
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    #[test]
    fn values_are_given_as_they_are_written() {
        let object = r#" {"a" : 1.50, "b":"x,\"}", "c\\": [1, {"d":[]}] ,"e":null}"#;
        let found: Vec<_> = members(object).collect();
        let expected = [
            ("\"a\"", "1.50"),
            ("\"b\"", r#""x,\"}""#),
            (r#""c\\""#, r#"[1, {"d":[]}]"#),
            ("\"e\"", "null"),
        ];
        assert_eq!(found, expected);
        let found: Vec<_> = items(r#"[1, {"d":[]}, "]" ]"#).collect();
        assert_eq!(found, ["1", r#"{"d":[]}"#, "\"]\""]);
        assert_eq!(members("{}").count() + items("[ ]").count(), 0);
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "\\PC{0,8}".prop_map(Value::from),
            "[\"\\\\,:{}\\[\\]]{0,6}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 20, 4, |inner| {
            let map = proptest::collection::btree_map("[a-z\"\\\\]{0,3}", inner.clone(), 0..4);
            prop_oneof![
                proptest::collection::vec(inner, 0..4).prop_map(Value::from),
                map.prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_serde_reads(value in values(), spaced in any::<bool>()) {
            let written = if spaced {
                serde_json::to_string_pretty(&value).unwrap()
            } else {
                value.to_string()
            };
            let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
            match &value {
                Value::Object(object) => {
                    let found = members(&written);
                    let found = found.map(|(key, value)| {
                        (read(key).as_str().unwrap().to_owned(), read(value))
                    });
                    prop_assert_eq!(&found.collect::<serde_json::Map<_, _>>(), object);
                }
                Value::Array(array) => {
                    prop_assert_eq!(&items(&written).map(read).collect::<Vec<_>>(), array);
                }
                _ => {}
            }
        }
    }
}
