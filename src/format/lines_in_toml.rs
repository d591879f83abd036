//! The lines of a TOML timeline's parts, from the spans of `toml_edit`.

use std::ops::Range;

use toml_edit::{Document, Item, TableLike, Value};

use super::lines::{Found, Part};

/// Every place that the text has; nothing if it is no TOML.
pub(super) fn find(text: &str) -> Found {
    let Ok(document) = Document::parse(text) else {
        return Found::default();
    };
    let breaks = line_breaks(text);
    let line = |span: Range<usize>| 1 + breaks.partition_point(|at| *at < span.start);
    let root = document.as_table();
    let flat = |key| {
        tables(root.get(key))
            .into_iter()
            .map(|(span, _)| span.map_or(0, line))
            .collect()
    };
    let format = root.key("format").and_then(toml_edit::Key::span);
    Found {
        format: format.map(line),
        sources: flat("sources"),
        actors: flat("actors"),
        events: parts(root.get("events"), &["claims", "anchors"], &line),
    }
}

fn line_breaks(text: &str) -> Vec<usize> {
    text.match_indices('\n').map(|(at, _)| at).collect()
}

fn parts(item: Option<&Item>, below: &[&str], line: &dyn Fn(Range<usize>) -> usize) -> Vec<Part> {
    tables(item)
        .into_iter()
        .map(|(span, table)| Part {
            line: span.map_or(0, line),
            parts: match (below.split_first(), table) {
                (Some((key, below)), Some(table)) => parts(table.get(key), below, line),
                _ => Vec::new(),
            },
        })
        .collect()
}

type Element<'a> = (Option<Range<usize>>, Option<&'a dyn TableLike>);

/// The elements of an array, whether they stand under headers or in brackets.
fn tables(item: Option<&Item>) -> Vec<Element<'_>> {
    match item {
        Some(Item::ArrayOfTables(tables)) => tables
            .iter()
            .map(|table| (table.span(), Some(table as &dyn TableLike)))
            .collect(),
        Some(Item::Value(Value::Array(array))) => array
            .iter()
            .map(|value| {
                let table = value.as_inline_table().map(|table| table as &dyn TableLike);
                (value.span(), table)
            })
            .collect(),
        _ => Vec::new(),
    }
}
