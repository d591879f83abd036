//! Where the records of a TOML file stand, header to last line, and where a person has left comments. Nothing is changed here.

use std::ops::Range;

use toml_edit::{ArrayOfTables, Document, Item, Table};

/// The records of a file under their headers, in bytes of its text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Blocks {
    pub(super) sources: Vec<Range<usize>>,
    pub(super) actors: Vec<Range<usize>>,
    pub(super) events: Vec<Range<usize>>,
}

/// The records; `None` where the text is no TOML, or one record's lines stand among another's.
pub(super) fn blocks(text: &str) -> Option<Blocks> {
    let document = Document::parse(text).ok()?;
    let root = document.as_table();
    let mut headers = Vec::new();
    for (key, item) in root {
        match item {
            Item::ArrayOfTables(tables) => {
                for (place, table) in tables.iter().enumerate() {
                    collect(table, (key, place), &mut headers);
                }
            }
            Item::Table(table) => collect(table, (key, 0), &mut headers),
            _ => {}
        }
    }
    headers.sort_unstable();
    let of = |key: &str| -> Option<Vec<Range<usize>>> {
        let count = root
            .get(key)
            .and_then(Item::as_array_of_tables)
            .map_or(0, ArrayOfTables::len);
        (0..count)
            .map(|place| block(text, &headers, (key, place)))
            .collect()
    };
    Some(Blocks {
        sources: of("sources")?,
        actors: of("actors")?,
        events: of("events")?,
    })
}

/// A header: where it starts, and the record that it belongs to.
type Header<'a> = (usize, (&'a str, usize));

/// The headers of a record and of everything below it.
fn collect<'a>(table: &'a Table, owner: (&'a str, usize), headers: &mut Vec<Header<'a>>) {
    if !table.is_implicit()
        && !table.is_dotted()
        && let Some(span) = table.span()
    {
        headers.push((span.start, owner));
    }
    for (_, item) in table {
        match item {
            Item::Table(table) => collect(table, owner, headers),
            Item::ArrayOfTables(tables) => tables
                .iter()
                .for_each(|table| collect(table, owner, headers)),
            _ => {}
        }
    }
}

/// From a record's first header to its last line; what stands above the next header belongs to that.
fn block(text: &str, headers: &[Header<'_>], owner: (&str, usize)) -> Option<Range<usize>> {
    let first = headers.iter().position(|(_, other)| *other == owner)?;
    let own = headers.get(first..)?;
    let length = own.iter().take_while(|(_, other)| *other == owner).count();
    let rest = own.get(length..)?;
    if rest.iter().any(|(_, other)| *other == owner) {
        return None;
    }
    let start = own.first()?.0;
    let end = rest.first().map_or(text.len(), |(next, _)| *next);
    let body = text.get(start..end)?;
    let kept = body
        .split_inclusive('\n')
        .rev()
        .skip_while(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
        .map(str::len)
        .sum::<usize>();
    Some(start..start + kept)
}

/// Whether a piece of TOML holds a comment.
pub(super) fn holds_comment(text: &str) -> bool {
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let string = ["\"\"\"", "'''", "\"", "'"]
            .into_iter()
            .find(|mark| rest.starts_with(mark));
        rest = match string {
            Some(mark) => after_string(rest.get(mark.len()..).unwrap_or_default(), mark),
            None if letter == '#' => return true,
            None => rest.get(letter.len_utf8()..).unwrap_or_default(),
        };
    }
    false
}

/// What follows a string that has just been opened.
fn after_string<'t>(mut rest: &'t str, mark: &str) -> &'t str {
    while let Some(letter) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix(mark) {
            // Up to two quotes may stand before the closing mark of a long string.
            return match mark.len() {
                3 => after.trim_start_matches(letter),
                _ => after,
            };
        }
        let escaped = letter == '\\' && mark.starts_with('"');
        let skipped = rest.chars().take(1 + usize::from(escaped));
        rest = rest
            .get(skipped.map(char::len_utf8).sum::<usize>()..)
            .unwrap_or_default();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# head\nformat = \"linimasa/1\"\n\n# my source\n[[sources]]\nid = \"s\"\n\n# one\n[[events]]\nid = \"a\"\ntitle = \"\"\"\n[[events]]\n\"\"\"\n[[events.claims]]\nsource = \"s\"\n\n# two\n[[events]]\nid = \"b\"\n\n# end\n";

    #[test]
    fn a_block_goes_from_its_header_to_its_last_line() {
        let found = blocks(FILE).unwrap();
        let events: Vec<&str> = found
            .events
            .iter()
            .map(|range| &FILE[range.clone()])
            .collect();
        assert_eq!(
            events,
            [
                "[[events]]\nid = \"a\"\ntitle = \"\"\"\n[[events]]\n\"\"\"\n[[events.claims]]\nsource = \"s\"\n",
                "[[events]]\nid = \"b\"\n"
            ]
        );
        assert_eq!(&FILE[found.sources[0].clone()], "[[sources]]\nid = \"s\"\n");
        assert!(found.actors.is_empty());
    }

    #[test]
    fn a_record_whose_lines_stand_apart_has_no_block() {
        let text =
            "[[events]]\nid = \"a\"\n[[sources]]\nid = \"s\"\n[[events.claims]]\nsource = \"s\"\n";
        assert_eq!(blocks(text), None);
        assert_eq!(blocks("[[events"), None);
    }

    #[test]
    fn signs_inside_strings_are_no_comments() {
        for text in [
            "a = \"#\"",
            "a = '\\#'",
            "a = \"\\\"#\"",
            "a = \"\"\"\n# no\n\"\"\"",
            "a = '''\n# no'''",
            "a = \"\"\"no # \"\"\"\"\"",
            "a = 1",
        ] {
            assert!(!holds_comment(text), "{text}");
        }
        for text in ["a = 1 # yes", "# yes", "a = \"#\" # yes", "a = '''x''' # y"] {
            assert!(holds_comment(text), "{text}");
        }
    }
}
