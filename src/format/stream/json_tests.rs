//! What a caller gets of a timeline in one JSON object, compact or pretty, its keys in any order.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

/// What is told of an input, block after block.
fn told_within(text: &[u8], size: usize, limits: Limits) -> Vec<String> {
    let kind = RecordKind::NativeJson;
    let mut told = Vec::new();
    for block in Blocks::new(text, &kind, "f", limits).of_size(size) {
        match block {
            Err(fault) => told.push(fault.to_string()),
            Ok(block) => {
                read_block(&kind, &block, &mut |entry| {
                    told.push(match entry {
                        Err(damaged) => damaged.fault("f").to_string(),
                        Ok(entry) => in_words(&kind, &block, &entry, text),
                    });
                });
            }
        }
    }
    told
}

fn told(text: &str, size: usize) -> Vec<String> {
    told_within(text.as_bytes(), size, Limits::default())
}

fn in_words(kind: &RecordKind, block: &Block, entry: &Entry, text: &[u8]) -> String {
    let line = block.line_of(entry.at);
    let start = usize::try_from(entry.at.offset).unwrap();
    match &entry.record {
        LeanRecord::Header(header) => format!("timeline {:?} {:?}", header.title, header.extra),
        LeanRecord::Source(source) => format!("{line} source {}", source.id),
        LeanRecord::Actor(actor) => format!("{line} actor {}", actor.name),
        LeanRecord::Event(event) => {
            let bytes = &text[start..start + entry.at.length as usize];
            let whole = detail(kind, bytes, "f", line).unwrap().event;
            assert_eq!(whole.title, event.title);
            format!("{line} event {} {}", event.id, event.title)
        }
    }
}

fn timeline() -> Value {
    json!({
        "events": [
            {"id": "a", "title": "The \"Elba\" [sails] \\ north", "claims": [{"source": "s", "date": "2025"}]},
            {"id": "b", "title": "}{ and é"},
        ],
        "format": "linimasa/1",
        "note": {"kept": [1, "]"]},
        "sources": [{"id": "s"}],
        "title": "Harbour",
        "actors": [{"id": "x", "name": "Ana", "kind": "person"}],
    })
}

const TIMELINE: &str =
    "timeline Some(\"Harbour\") {\"note\": Object {\"kept\": Array [Number(1), String(\"]\")]}}";

#[test]
fn records_come_in_the_order_of_the_file_with_the_line_they_start_on() {
    let pretty = serde_json::to_string_pretty(&timeline()).unwrap();
    let with_note = TIMELINE.replace("Some(\"Harbour\")", "None");
    let expected = [
        "3 actor Ana",
        "10 event a The \"Elba\" [sails] \\ north",
        "20 event b }{ and é",
        &with_note,
        "33 source s",
        TIMELINE,
    ];
    for size in [1, 7, 64, 9000] {
        assert_eq!(told(&pretty, size), expected, "{size}");
    }
    let compact = timeline().to_string();
    let on_one_line: Vec<String> = expected
        .iter()
        .map(|line| match line.split_once(' ') {
            Some((number, rest)) if number.parse::<usize>().is_ok() => format!("1 {rest}"),
            _ => (*line).to_owned(),
        })
        .collect();
    let compact = told(&compact, 11);
    assert_eq!(compact[..3], on_one_line[..3]);
    assert_eq!(compact.last().unwrap(), TIMELINE);
}

#[test]
fn a_damaged_element_is_left_out_with_its_line_and_the_rest_is_read() {
    let text = "{\"format\":\"linimasa/1\",\"events\":[\n{\"id\":1},\n7,\n{\"id\":\"b\",\"title\":\"x\"},\n[},{\"id\":\"c\",\"title\":\"y\"}\n]}";
    let told = told(text, 9);
    assert!(
        told[1].starts_with("f:2: invalid type: integer `1`"),
        "{}",
        told[1]
    );
    assert!(
        told[2].starts_with("f:3: invalid type: integer `7`"),
        "{}",
        told[2]
    );
    assert_eq!(told[3], "4 event b x");
    assert!(told[4].starts_with("f:5: "), "{}", told[4]);
    assert_eq!(told[5], "5 event c y");
}

#[test]
fn a_file_that_ends_early_is_read_as_far_as_it_goes() {
    let text = timeline().to_string();
    let cut = text.find("and é").unwrap();
    let told = told(&text[..cut], 20);
    assert!(told.iter().any(|line| line.contains("event a")), "{told:?}");
    let last = told.last().unwrap();
    assert!(
        last.contains("the file ends in the midst of the timeline"),
        "{last}"
    );
    assert!(last.contains("cut short"), "{last}");
}

#[test]
fn what_is_no_timeline_of_this_version_is_refused() {
    let refused = |text: &str| told(text, 30).pop().unwrap();
    let newer = refused("{\n\"format\":\"linimasa/9\",\"events\":[]}");
    assert!(
        newer.starts_with("f:2: format is \"linimasa/9\""),
        "{newer}"
    );
    assert!(refused("{\"events\":[]}").contains("format is missing"));
    assert!(refused("[1]").contains("[ stands where { was expected"));
    assert!(refused("").contains("the file is empty"));
    assert!(refused("{\"format\":\"linimasa/1\"} x").contains("the end of the file was expected"));
    assert!(refused("{\"format\":\"linimasa/1\",7}").contains("a key in quotation marks"));
}

#[test]
fn an_element_beyond_the_limit_is_left_out_with_its_size() {
    let limits = Limits {
        max_record: 1 << 20,
        ..Limits::default()
    };
    let long = format!("{{\"id\":\"a\",\"title\":\"{}\"}}", "]\\\"".repeat(1 << 20));
    let text = format!(
        "{{\"format\":\"linimasa/1\",\"events\":[\n{long},\n{{\"id\":\"b\",\"title\":\"x\"}},\n{long}],\"note\":{long},\"title\":\"T\"}}"
    );
    let told = told_within(text.as_bytes(), 1 << 16, limits);
    assert!(
        told[1].starts_with("f:2: a record of 3 MiB was left out"),
        "{}",
        told[1]
    );
    assert_eq!(told[2], "3 event b x");
    assert!(
        told[3].starts_with("f:4: a record of 3 MiB was left out"),
        "{}",
        told[3]
    );
    assert!(
        told[4].starts_with("f:4: a record of 3 MiB was left out"),
        "{}",
        told[4]
    );
    assert_eq!(told[5], "timeline Some(\"T\") {}");
}

#[test]
fn deep_nesting_is_refused_in_bounded_memory() {
    let deep = "[".repeat(1 << 20);
    let text = format!(
        "{{\"format\":\"linimasa/1\",\"events\":[{deep}{}, {{\"id\":\"b\",\"title\":\"x\"}}]}}",
        "]".repeat(1 << 20)
    );
    let told = told(&text, 1 << 16);
    assert!(told[1].starts_with("f:1: "), "{}", told[1]);
    assert_eq!(told[2], "1 event b x");
}

proptest! {
    #[test]
    fn blocks_of_any_size_give_the_same_records(
        titles in prop::collection::vec("[a{}\\[\\]\",\\\\\n\u{e9}]{0,9}", 0..6),
        sizes in (1_usize..60, 1_usize..2000),
        is_pretty in any::<bool>(),
    ) {
        let events: Vec<Value> = titles
            .iter()
            .map(|title| json!({"id": title, "title": title, "extra": [title, 1, null]}))
            .collect();
        let value = json!({"format": "linimasa/1", "events": events, "title": "T", "z": [], "sources": [{"id": "s"}]});
        let text = match is_pretty {
            true => serde_json::to_string_pretty(&value).unwrap(),
            false => value.to_string(),
        };
        let one = told(&text, sizes.0);
        prop_assert_eq!(&one, &told(&text, sizes.1));
        let events = one.iter().filter(|line| line.contains(" event ")).count();
        prop_assert_eq!(events, titles.len());
    }

    #[test]
    fn arbitrary_bytes_are_refused_or_told_and_nothing_breaks(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        noise in "[\\[\\]{}\",:a1 \\\\]{0,80}",
        size in 1_usize..40,
    ) {
        let limits = Limits { max_record: 50, ..Limits::default() };
        let mut text = b"{\"format\":\"linimasa/1\",\"events\":[".to_vec();
        text.extend(noise.bytes());
        for input in [text.as_slice(), noise.as_bytes(), &bytes] {
            let kind = RecordKind::NativeJson;
            for block in Blocks::new(input, &kind, "f", limits).of_size(size).flatten() {
                read_block(&kind, &block, &mut |_| {});
            }
        }
    }
}
