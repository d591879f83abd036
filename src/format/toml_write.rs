//! Writing the timeline as TOML that people like to read and edit: records under headers, small things in one line. Patching a
//! file that a person wrote is not here.

use serde::Serialize;

use super::escape::must_escape;
use super::ordered::{Node, entries_of};
use super::{complaint, tags};
use crate::model::{Actor, Event, Fault, FaultKind, Source, Timeline};

/// How deep values may be nested in a line; the readers of TOML stop at 80 levels, headers included.
const DEEPEST: usize = 70;

/// A kind of record that stands under a header.
struct Section {
    key: &'static str,
    header: &'static str,
    /// Keys whose tables belong to the model and hold no tagged values.
    typed: &'static [&'static str],
    parts: &'static [Section],
}

const SOURCE: Section = leaf("sources", "\n[[sources]]\n");
const ACTOR: Section = leaf("actors", "\n[[actors]]\n");
const EVENT: Section = Section {
    key: "events",
    header: "\n[[events]]\n",
    typed: &["titles", "actors"],
    parts: &[Section {
        key: "claims",
        header: "[[events.claims]]\n",
        typed: &[],
        parts: &[leaf("anchors", "[[events.claims.anchors]]\n")],
    }],
};
const HEAD: Section = leaf("", "");

const fn leaf(key: &'static str, header: &'static str) -> Section {
    Section {
        key,
        header,
        typed: &[],
        parts: &[],
    }
}

pub(super) fn write(timeline: &Timeline) -> Result<String, Fault> {
    let head = Timeline {
        format: timeline.format.clone(),
        title: timeline.title.clone(),
        extra: timeline.extra.clone(),
        ..Timeline::default()
    };
    let mut out = String::new();
    record(&mut out, &HEAD, &head)?;
    for source in &timeline.sources {
        record(&mut out, &SOURCE, source)?;
    }
    for actor in &timeline.actors {
        record(&mut out, &ACTOR, actor)?;
    }
    for event in &timeline.events {
        record(&mut out, &EVENT, event)?;
    }
    Ok(out)
}

/// A source under its header, as [`write()`] has it.
pub(super) fn source(value: &Source) -> Result<String, Fault> {
    let mut out = String::new();
    record(&mut out, &SOURCE, value)?;
    Ok(out)
}

/// An actor under its header.
pub(super) fn actor(value: &Actor) -> Result<String, Fault> {
    let mut out = String::new();
    record(&mut out, &ACTOR, value)?;
    Ok(out)
}

/// An event under its header, with its claims and their anchors under theirs.
pub(super) fn event(value: &Event) -> Result<String, Fault> {
    let mut out = String::new();
    record(&mut out, &EVENT, value)?;
    Ok(out)
}

fn record<T: Serialize>(out: &mut String, section: &Section, value: &T) -> Result<(), Fault> {
    let entries = entries_of(value).map_err(|error| unwritable(&error.to_string()))?;
    body(out, section, &entries)
}

fn unwritable(cause: &str) -> Fault {
    Fault::new(
        FaultKind::Usage,
        "timeline",
        complaint::one_line(cause),
        "shorten or remove that value, or write JSON",
    )
}

fn body(out: &mut String, section: &Section, entries: &[(String, Node)]) -> Result<(), Fault> {
    out.push_str(section.header);
    let is_part = |key: &str| section.parts.iter().any(|part| part.key == key);
    for (name, value) in entries.iter().filter(|(name, _)| !is_part(name)) {
        key(out, name);
        out.push_str(" = ");
        if section.typed.contains(&name.as_str()) {
            typed(out, value)?;
        } else {
            inline(out, value, 0)?;
        }
        out.push('\n');
    }
    for part in section.parts {
        let records = entries.iter().find(|(name, _)| name == part.key);
        let Some((_, Node::List(records))) = records else {
            continue;
        };
        for record in records {
            if let Node::Table(entries) = record {
                body(out, part, entries)?;
            }
        }
    }
    Ok(())
}

/// A value of the model: its tables are never taken for tags, the values of their unknown keys are.
fn typed(out: &mut String, value: &Node) -> Result<(), Fault> {
    match value {
        Node::Table(entries) => table(out, entries, 0),
        Node::List(list) => sequence(out, list, |out, item| match item {
            Node::Table(entries) => table(out, entries, 0),
            other => inline(out, other, 0),
        }),
        other => inline(out, other, 0),
    }
}

fn inline(out: &mut String, value: &Node, depth: usize) -> Result<(), Fault> {
    if depth > DEEPEST {
        let cause = format!("a value is nested more than {DEEPEST} levels deep");
        return Err(unwritable(&cause));
    }
    match value {
        Node::Null => tagged(out, tags::NULL, "true"),
        Node::Large(number) => tagged(out, tags::INTEGER, &format!("\"{number}\"")),
        Node::Bool(truth) => out.push_str(&truth.to_string()),
        Node::Integer(number) => out.push_str(&number.to_string()),
        // Rust's `Debug` always has a point or an exponent, which is what makes a float of it in TOML.
        Node::Float(number) => out.push_str(&format!("{number:?}")),
        Node::Text(words) => text(out, words),
        Node::List(list) => sequence(out, list, |out, item| inline(out, item, depth + 1))?,
        Node::Table(entries) => {
            if let Some(literal) = tags::literal(entries) {
                out.push_str(literal);
            } else if tags::is_ambiguous(entries) {
                out.push_str(&format!("{{ \"{}\" = ", tags::PAIRS));
                sequence(out, entries, |out, (name, value)| {
                    out.push('[');
                    text(out, name);
                    out.push_str(", ");
                    inline(out, value, depth + 3)?;
                    out.push(']');
                    Ok(())
                })?;
                out.push_str(" }");
            } else {
                table(out, entries, depth + 1)?;
            }
        }
    }
    Ok(())
}

fn tagged(out: &mut String, tag: &str, value: &str) {
    out.push_str(&format!("{{ \"{tag}\" = {value} }}"));
}

fn sequence<T>(
    out: &mut String,
    items: &[T],
    mut write_item: impl FnMut(&mut String, &T) -> Result<(), Fault>,
) -> Result<(), Fault> {
    out.push('[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        write_item(out, item)?;
    }
    out.push(']');
    Ok(())
}

fn table(out: &mut String, entries: &[(String, Node)], depth: usize) -> Result<(), Fault> {
    if entries.is_empty() {
        out.push_str("{}");
        return Ok(());
    }
    for (index, (name, value)) in entries.iter().enumerate() {
        out.push_str(if index == 0 { "{ " } else { ", " });
        key(out, name);
        out.push_str(" = ");
        inline(out, value, depth)?;
    }
    out.push_str(" }");
    Ok(())
}

fn key(out: &mut String, name: &str) {
    let is_bare = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    if !name.is_empty() && name.chars().all(is_bare) {
        out.push_str(name);
    } else {
        basic(out, name);
    }
}

/// Words full of quotation marks are easier to check against their source when nothing is escaped. Line breaks always
/// are: a break in the file itself would follow the platform's line endings, and the words would not be verbatim any more.
fn text(out: &mut String, words: &str) {
    let wants_literal = words.contains(['"', '\\']);
    let allows_literal = !words.contains('\'') && !words.chars().any(must_escape);
    if wants_literal && allows_literal {
        out.push('\'');
        out.push_str(words);
        out.push('\'');
    } else {
        basic(out, words);
    }
}

fn basic(out: &mut String, words: &str) {
    out.push('"');
    for letter in words.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            letter if must_escape(letter) => {
                let code = u32::from(letter);
                out.push_str(&if code > 0xffff {
                    format!("\\U{code:08X}")
                } else {
                    format!("\\u{code:04X}")
                });
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
}
