//! Changing some records of a TOML file and leaving every other byte as it is. Which records change is decided elsewhere.

use std::collections::HashSet;
use std::ops::Range;

use toml_edit::{Document, Item, Table};

use super::patch_blocks::{Blocks, blocks, holds_comment};
use super::{Encoding, parse, toml_write};
use crate::model::{Actor, Event, Fault, Source, Timeline};

/// What happens to a record that is there.
#[derive(Debug, Clone, Copy)]
pub enum Change<'a> {
    /// Its bytes stay.
    Keep,
    /// It is written anew in its place.
    Replace(&'a Event),
    /// It goes; comments above it stay.
    Remove,
}

/// Changes of a file.
#[derive(Debug, Default)]
pub struct Changes<'a> {
    /// For each event of the file.
    pub events: Vec<Change<'a>>,
    /// Sources of the file, by place, that get another day of publication, which the user gave.
    pub published: Vec<(usize, String)>,
    /// Sources to add.
    pub new_sources: &'a [Source],
    /// Actors to add.
    pub new_actors: &'a [Actor],
    /// Events to add.
    pub new_events: &'a [Event],
}

/// The events of a TOML file with comments between their lines, by place. Comments above an event are not meant: they stay
/// whatever happens to it.
#[must_use]
pub fn remarked_events(text: &str) -> HashSet<usize> {
    let events = blocks(text).unwrap_or_default().events;
    let remarked = events.into_iter().enumerate();
    let remarked = remarked.filter(|(_, range)| text.get(range.clone()).is_some_and(holds_comment));
    remarked.map(|(place, _)| place).collect()
}

/// Whether a TOML file holds comments at all.
#[must_use]
pub fn has_comments(text: &str) -> bool {
    holds_comment(text)
}

/// The file with these changes, read back and found to say `expected`; `None` where its layout does not let them be made.
///
/// # Errors
///
/// Those of writing a record.
pub fn patch_toml(
    text: &str,
    changes: &Changes<'_>,
    expected: &Timeline,
) -> Result<Option<String>, Fault> {
    let Some(blocks) = blocks(text) else {
        return Ok(None);
    };
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (range, change) in blocks.events.iter().zip(&changes.events) {
        match change {
            Change::Keep => {}
            Change::Replace(event) => {
                let record = toml_write::event(event)?;
                edits.push((range.clone(), record.trim_start_matches('\n').to_owned()));
            }
            Change::Remove => edits.push((range.clone(), String::new())),
        }
    }
    for (source, day) in &changes.published {
        edits.extend(publish(text, *source, day));
    }
    add(text, &blocks, changes, &mut edits)?;
    let patched = apply(text, edits);
    let read = parse(&patched, "", Encoding::Toml);
    Ok(read
        .is_ok_and(|read| read.timeline == *expected)
        .then_some(patched))
}

/// New records stand behind the last of their kind, else at the end.
fn add(
    text: &str,
    blocks: &Blocks,
    changes: &Changes<'_>,
    edits: &mut Vec<(Range<usize>, String)>,
) -> Result<(), Fault> {
    let mut insert = |there: &[Range<usize>], records: Result<Vec<String>, Fault>| {
        let mut words = records?.concat();
        if !words.is_empty() {
            let at = there.last().map_or(text.len(), |last| last.end);
            let is_open = at > 0 && text.get(..at).is_some_and(|text| !text.ends_with('\n'));
            if is_open {
                words.insert(0, '\n');
            }
            edits.push((at..at, words));
        }
        Ok::<(), Fault>(())
    };
    let sources = changes.new_sources.iter().map(toml_write::source);
    insert(&blocks.sources, sources.collect())?;
    let actors = changes.new_actors.iter().map(toml_write::actor);
    insert(&blocks.actors, actors.collect())?;
    let events = changes.new_events.iter().map(toml_write::event);
    insert(&blocks.events, events.collect())
}

/// The values that say when a source was published, and that the user said so.
fn publish(text: &str, source: usize, day: &str) -> Vec<(Range<usize>, String)> {
    let Ok(document) = Document::parse(text) else {
        return Vec::new();
    };
    let sources = document
        .as_table()
        .get("sources")
        .and_then(Item::as_array_of_tables);
    let Some(table) = sources.and_then(|sources| sources.get(source)) else {
        return Vec::new();
    };
    let value = |table: &Table, key: &str| table.get(key).and_then(Item::span);
    let mut edits = Vec::new();
    match value(table, "published") {
        Some(span) => edits.push((span, format!("\"{day}\""))),
        None => {
            if let Some(id) = value(table, "id") {
                edits.push((id.end..id.end, format!("\npublished = \"{day}\"")));
            }
        }
    }
    let inferred = value(table, "published_inferred");
    edits.extend(inferred.map(|span| (span, "false".to_owned())));
    let from = value(table, "published_from");
    edits.extend(from.map(|span| (span, "\"given\"".to_owned())));
    edits
}

/// The text with its parts replaced. Edits at one place stand in the order in which they were made.
fn apply(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (range, words) in edits {
        out.push_str(text.get(done..range.start.max(done)).unwrap_or_default());
        out.push_str(&words);
        done = range.end.max(done);
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# mine\nformat = \"linimasa/1\"\nmood = \"calm\" # really\n\n[[sources]]\nid = \"s\"\npublished = \"2025-07-03\" # the lead says so\npublished_inferred = true\n\n# about one\n[[events]]\nid = \"one\"\ntitle = \"Satu\"\n\n# about two\n[[events]]\nid = \"two\"\ntitle = \"Dua\" # my own";

    fn event(id: &str, title: &str) -> Event {
        Event {
            id: id.to_owned(),
            title: title.to_owned(),
            ..Event::default()
        }
    }

    #[test]
    fn only_what_changes_is_written_anew() {
        let fresh = event("one", "Baru");
        let added = [event("three", "Tiga")];
        let source = [Source {
            id: "t".to_owned(),
            ..Source::default()
        }];
        let mut expected = parse(FILE, "", Encoding::Toml).unwrap().timeline;
        expected.events[0] = fresh.clone();
        expected.events.extend(added.iter().cloned());
        expected.sources[0].published = Some("2025-07-04".to_owned());
        expected.sources[0].published_inferred = false;
        expected.sources.extend(source.iter().cloned());
        let changes = Changes {
            events: vec![Change::Replace(&fresh), Change::Keep],
            published: vec![(0, "2025-07-04".to_owned())],
            new_sources: &source,
            new_events: &added,
            ..Changes::default()
        };
        let patched = patch_toml(FILE, &changes, &expected).unwrap().unwrap();
        for kept in [
            "# mine\n",
            "mood = \"calm\" # really",
            "published = \"2025-07-04\" # the lead says so\npublished_inferred = false\n",
            "# about one\n[[events]]\nid = \"one\"\ntitle = \"Baru\"\n",
            "# about two\n[[events]]\nid = \"two\"\ntitle = \"Dua\" # my own\n\n[[events]]\nid = \"three\"",
        ] {
            assert!(patched.contains(kept), "{kept:?} is not in {patched}");
        }
    }

    #[test]
    fn nothing_to_change_leaves_every_byte() {
        let expected = parse(FILE, "", Encoding::Toml).unwrap().timeline;
        let changes = Changes {
            events: vec![Change::Keep, Change::Keep],
            ..Changes::default()
        };
        for file in [
            FILE.to_owned(),
            format!("\u{feff}{FILE}"),
            FILE.replace('\n', "\r\n"),
        ] {
            let patched = patch_toml(&file, &changes, &expected).unwrap();
            assert_eq!(patched.as_deref(), Some(file.as_str()));
            assert_eq!(remarked_events(&file), [1].into());
        }
    }

    #[test]
    fn other_line_endings_and_a_mark_at_the_start_stay() {
        let fresh = event("one", "Baru");
        let mut expected = parse(FILE, "", Encoding::Toml).unwrap().timeline;
        expected.events[0] = fresh.clone();
        let changes = Changes {
            events: vec![Change::Replace(&fresh), Change::Keep],
            ..Changes::default()
        };
        let file = format!("\u{feff}{}", FILE.replace('\n', "\r\n"));
        let patched = patch_toml(&file, &changes, &expected).unwrap().unwrap();
        assert!(patched.starts_with("\u{feff}# mine\r\nformat"));
        assert!(patched.contains("title = \"Baru\"\n"), "{patched}");
        assert!(
            patched
                .ends_with("# about two\r\n[[events]]\r\nid = \"two\"\r\ntitle = \"Dua\" # my own")
        );
    }

    #[test]
    fn a_removed_event_leaves_the_comments_above_it() {
        let mut expected = parse(FILE, "", Encoding::Toml).unwrap().timeline;
        expected.events.remove(0);
        let changes = Changes {
            events: vec![Change::Remove, Change::Keep],
            ..Changes::default()
        };
        let patched = patch_toml(FILE, &changes, &expected).unwrap().unwrap();
        assert!(patched.contains("# about one\n\n# about two\n[[events]]\nid = \"two\""));
    }

    #[test]
    fn a_layout_that_cannot_be_patched_is_refused() {
        let text = "format = \"linimasa/1\"\nevents = [{ id = \"a\", title = \"A\" }]\n";
        let mut expected = parse(text, "", Encoding::Toml).unwrap().timeline;
        let added = [event("b", "B")];
        expected.events.extend(added.iter().cloned());
        let changes = Changes {
            new_events: &added,
            ..Changes::default()
        };
        assert_eq!(patch_toml(text, &changes, &expected).unwrap(), None);
    }
}
