//! Events that are given before what stands in front of them: nothing is lost, doubled, or told with another line.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};

use super::*;

const HEADER: &str = r#"{"timeline":{"format":"linimasa/1","title":"Harbour"}}"#;

/// What is told of a file, block after block: the line and what stands on it.
fn told(bytes: &[u8], events_first: bool) -> Vec<String> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.seek(SeekFrom::Start(0)).unwrap();
    let kind = RecordKind::NativeLines;
    let limits = Limits {
        max_record: 1 << 20,
        ..Limits::default()
    };
    let reader: File = file.try_clone().unwrap();
    let mut blocks = Blocks::new(reader, &kind, "f", limits);
    if events_first {
        blocks.events_first(file);
    }
    let mut told = Vec::new();
    for block in blocks {
        let block = match block {
            Ok(block) => block,
            Err(fault) => {
                told.push(fault.to_string());
                break;
            }
        };
        read_block(&kind, &block, &mut |entry| {
            told.push(match entry {
                Ok(Entry { record, at }) => {
                    let start = usize::try_from(at.offset).unwrap();
                    let written = &bytes[start..start + at.length as usize];
                    let id = match record {
                        LeanRecord::Event(event) => event.id.into_owned(),
                        LeanRecord::Source(source) => source.id.into_owned(),
                        _ => String::new(),
                    };
                    assert!(String::from_utf8_lossy(written).contains(&id));
                    format!("{} {id}", block.line_of(at))
                }
                Err(damaged) => damaged.fault("f").to_string(),
            });
        });
    }
    told
}

/// Lines of which the events stand behind a long head.
fn lines(events: &[&str], end: &str) -> String {
    let head =
        (0..3_000).map(|place| format!(r#"{{"source":{{"id":"s{place}","title":"Pier"}}}}"#));
    let all = std::iter::once(HEADER.to_owned()).chain(head);
    let all: Vec<String> = all
        .chain(events.iter().map(|event| (*event).to_owned()))
        .collect();
    all.join(end) + end
}

const FIRST: &str = r#"{"event":{"id":"first","title":"It sails"}}"#;
const SECOND: &str = r#"{"event":{"id":"second","title":"It lands"}}"#;
const SOURCE: &str = r#"{"source":{"id":"late","title":"Log"}}"#;

/// The same records with the same lines, whatever comes first.
fn is_told_alike(file: &[u8]) -> Vec<String> {
    let (mut plain, ahead) = (told(file, false), told(file, true));
    let mut sorted = ahead.clone();
    plain.sort_unstable();
    sorted.sort_unstable();
    assert_eq!(plain, sorted);
    ahead
}

#[test]
fn the_first_events_come_right_after_the_first_block_with_their_own_lines() {
    for (end, mark) in [("\n", ""), ("\r\n", ""), ("\n", "\u{feff}")] {
        let file = mark.to_owned() + &lines(&[FIRST, SECOND], end);
        let told = is_told_alike(file.as_bytes());
        let place = told.iter().position(|line| line == "3002 first").unwrap();
        assert!(place < 2_000, "{place}");
        assert_eq!(told[place + 1], "3003 second");
        assert_eq!(told.last().unwrap(), "3001 s2999");
    }
}

#[test]
fn damage_among_them_is_told_with_its_line_and_once() {
    let file = lines(&[FIRST, r#"{"event":{"id":7}}"#, SECOND], "\n");
    let told = is_told_alike(file.as_bytes());
    let damaged: Vec<&String> = told.iter().filter(|line| line.starts_with("f:")).collect();
    assert_eq!(damaged.len(), 1);
    assert!(damaged[0].starts_with("f:3003:"), "{}", damaged[0]);
}

#[test]
fn sources_between_the_events_keep_their_turn() {
    let padding = format!(
        r#"{{"event":{{"id":"x","title":"{}"}}}}"#,
        "~".repeat(9_000)
    );
    let mut events = vec![FIRST, SOURCE, SECOND];
    events.extend([padding.as_str(); 20]);
    events.push(r#"{"source":{"id":"last"}}"#);
    let told = is_told_alike(lines(&events, "\n").as_bytes());
    let place = |what: &str| told.iter().position(|line| line == what).unwrap();
    assert!(place("3002 first") < place("3003 late"));
    assert!(place("3003 late") < place("3000 s2998"));
    assert_eq!(told.last().unwrap(), "3025 last");
}

#[test]
fn records_that_are_too_large_before_and_after_them_are_told_once() {
    let large = format!(
        r#"{{"source":{{"id":"large","title":"{}"}}}}"#,
        "~".repeat(3 << 20)
    );
    let file = lines(&[&large, FIRST, &large, SECOND], "\n");
    let told = is_told_alike(file.as_bytes());
    let places: Vec<&String> = told.iter().filter(|line| line.starts_with("f:")).collect();
    assert!(
        places[0].starts_with("f:3002: a record of 3 MiB"),
        "{places:?}"
    );
    assert!(
        places[1].starts_with("f:3004: a record of 3 MiB"),
        "{places:?}"
    );
    assert!(told.iter().position(|line| line == "3003 first").unwrap() < 2_000);
}

#[test]
fn a_file_whose_head_cannot_be_told_at_a_glance_comes_in_its_order() {
    let spaced = r#" { "event" : {"id":"spaced","title":"It waits"}}"#;
    let file = lines(&[spaced, FIRST], "\n");
    assert_eq!(told(file.as_bytes(), true), told(file.as_bytes(), false));
    let other = file.replace("linimasa/1", "linimasa/9");
    let told = told(other.as_bytes(), true);
    assert!(
        told[0].starts_with("f:1: format is \"linimasa/9\""),
        "{}",
        told[0]
    );
    assert_eq!(told.len(), 1);
}
