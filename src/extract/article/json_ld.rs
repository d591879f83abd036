//! What a page's JSON-LD says of its article (schema.org's `Article` and what derives from it, also inside `@graph`).

use serde_json::{Map, Value};

use super::metadata::{Metadata, one_line};

/// How deep in lists and graphs the article is looked for.
const DEEPEST: usize = 4;

/// What one script says; nothing if it is no JSON or speaks of no article.
pub(super) fn article(script: &str) -> Metadata {
    let script = script.trim().trim_end_matches(';');
    let Ok(value) = serde_json::from_str::<Value>(script) else {
        return Metadata::default();
    };
    find(&value, DEEPEST).map(read).unwrap_or_default()
}

fn find(value: &Value, deeper: usize) -> Option<&Map<String, Value>> {
    let deeper = deeper.checked_sub(1)?;
    match value {
        Value::Array(values) => values.iter().find_map(|value| find(value, deeper)),
        Value::Object(object) if is_article(object) => Some(object),
        Value::Object(object) => ["@graph", "mainEntity"]
            .iter()
            .find_map(|key| find(object.get(*key)?, deeper)),
        _ => None,
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    let named = |value: &Value| {
        let kind = value.as_str().unwrap_or_default();
        kind.ends_with("Article") || matches!(kind, "BlogPosting" | "LiveBlogPosting" | "Report")
    };
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    }
}

fn read(object: &Map<String, Value>) -> Metadata {
    let get = |key: &str| object.get(key).and_then(words);
    Metadata {
        title: get("headline").or_else(|| get("name")),
        publisher: get("publisher"),
        author: get("author").or_else(|| get("creator")),
        published: get("datePublished").or_else(|| get("dateCreated")),
        url: get("url").or_else(|| {
            let page = object.get("mainEntityOfPage")?;
            words(page.get("@id").unwrap_or(page)).filter(|url| url.contains("://"))
        }),
        language: get("inLanguage"),
    }
}

/// A string, the name of a thing, or those of several, with commas between.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => one_line(words),
        Value::Object(thing) => one_line(thing.get("name")?.as_str()?),
        Value::Array(values) => {
            let names: Vec<String> = values
                .iter()
                .filter(|value| !value.is_array())
                .filter_map(words)
                .collect();
            one_line(&names.join(", "))
        }
        _ => None,
    }
}
