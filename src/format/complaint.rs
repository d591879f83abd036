//! What parsers say, made into faults of one line: cause, line and mend. Nothing here parses.

use crate::model::{FORMAT, Fault, FaultKind};

/// Longest quotation from a file in a message, in characters.
const QUOTED: usize = 80;

/// The same message on one line, whatever it quotes.
pub(super) fn one_line(message: &str) -> String {
    let breaks = [
        '\n', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}',
    ];
    let parts: Vec<_> = message
        .split(breaks)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}

/// Cuts a quotation that would drown the message.
pub(super) fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(QUOTED).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// serde names the types of this program; the user knows the words of the file.
fn in_words_of_the_file(message: &str) -> String {
    let Some((found, expected)) = message.rsplit_once(", expected ") else {
        return message.to_owned();
    };
    let expected = match expected {
        "struct Timeline" => "a timeline: an object with format, sources, actors, events",
        "struct Source" => "a source: a table with id, title, …",
        "struct Actor" => "an actor: a table with id, name, kind",
        "struct Event" => "an event: a table with id, title, …",
        "struct Participation" => "a table with id and role",
        "struct Claim" => "a claim: a table with source, date, …",
        "struct Anchor" => "an anchor: a table with role, exact, …",
        "a string" | "string" => "text in quotes",
        "a sequence" => "a list",
        "a map" => "a table",
        "f64" => "a number",
        "usize" => "a whole number from 0",
        other => other,
    };
    format!("{found}, expected {expected}")
}

fn mend_of(cause: &str) -> &'static str {
    let table = [
        ("missing field", "add that key"),
        ("unknown variant", "write one of the expected words"),
        ("invalid type", "give it a value of that type"),
        ("invalid value", "give it a value in that range"),
        ("duplicate", "keep one of the two"),
        ("EOF", "the file may be cut short: fetch or save it again"),
        ("recursion limit", "nest its values less deeply"),
    ];
    table
        .iter()
        .find(|(start, _)| cause.starts_with(start))
        .map_or("mend the syntax there", |(_, mend)| mend)
}

fn syntax(message: &str, name: &str) -> Fault {
    let cause = in_words_of_the_file(&one_line(message));
    let mend = mend_of(&cause);
    Fault::new(FaultKind::Syntax, name, cause, mend)
}

/// A JSON parser's complaint; `lines_before` is how many lines of the file come before the text it was given.
pub(super) fn from_json(error: &serde_json::Error, name: &str, lines_before: usize) -> Fault {
    let position = format!(" at line {} column {}", error.line(), error.column());
    let message = error.to_string();
    let message = message.strip_suffix(&position).unwrap_or(&message);
    let fault = syntax(message, name);
    if error.line() == 0 {
        return fault;
    }
    let fault = fault.at_line(Some(lines_before.saturating_add(error.line())));
    match error.column() {
        0 => fault,
        column => fault.at_place(format!("column {column}")),
    }
}

/// A TOML parser's complaint about `text`.
pub(super) fn from_toml(error: &::toml::de::Error, text: &str, name: &str) -> Fault {
    let line = error.span().map(|span| line_at(text, span.start));
    syntax(error.message(), name).at_line(line)
}

/// The line, counted from 1, of a byte offset.
pub(super) fn line_at(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    1 + before.iter().filter(|byte| **byte == b'\n').count()
}

/// The file gives no format.
pub(super) fn no_format(name: &str, how: &str) -> Fault {
    Fault::new(
        FaultKind::Version,
        name,
        format!("format is missing, this program reads {FORMAT}"),
        format!("if it is a timeline, begin it with {how}"),
    )
}

/// The file gives another format; `found` is spelled as in JSON.
pub(super) fn other_format(name: &str, found: &str) -> Fault {
    let newer = found.starts_with("\"linimasa/");
    let mend = if newer {
        format!("use a newer linimasa, or export the file as {FORMAT} there")
    } else {
        format!("if it is a timeline, its format is \"{FORMAT}\"")
    };
    Fault::new(
        FaultKind::Version,
        name,
        format!(
            "format is {}, this program reads {FORMAT}",
            shortened(&one_line(found))
        ),
        mend,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_of_many_lines_becomes_one() {
        assert_eq!(
            one_line("invalid string\nexpected `\"`\r\n"),
            "invalid string, expected `\"`"
        );
    }

    #[test]
    fn words_that_the_file_quotes_are_left_as_they_are() {
        let message = "invalid type: string \"struct Event\", expected struct Event";
        assert_eq!(
            in_words_of_the_file(message),
            "invalid type: string \"struct Event\", expected an event: a table with id, title, …"
        );
    }
}
