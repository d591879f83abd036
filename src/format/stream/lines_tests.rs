//! What a caller of this room gets: every record with its place, whatever the blocks; damage told by its line.

use std::io::{self, Read};

use proptest::prelude::*;

use super::*;

const HEADER: &str = r#"{"timeline":{"format":"linimasa/1","title":"Harbour"}}"#;

/// Gives so many bytes a call, and an error in place of the end if it has one.
struct Slow<'a> {
    bytes: &'a [u8],
    step: usize,
    error: Option<io::Error>,
}

impl Read for Slow<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.step.min(into.len()).min(self.bytes.len());
        into[..count].copy_from_slice(&self.bytes[..count]);
        self.bytes = &self.bytes[count..];
        match self.error.take_if(|_| count == 0) {
            Some(error) => Err(error),
            None => Ok(count),
        }
    }
}

/// What is told of an input, block after block: records in words, damage and faults as the user reads them.
fn told(bytes: &[u8], size: usize, limits: Limits) -> Vec<String> {
    let step = size / 2 + 1;
    let kind = RecordKind::NativeLines;
    let reader = Slow {
        bytes,
        step,
        error: None,
    };
    let mut told = Vec::new();
    for block in Blocks::new(reader, &kind, "f", limits).of_size(size) {
        match block {
            Ok(block) => {
                read_block(&kind, &block, &mut |entry| {
                    told.push(match entry {
                        Ok(entry) => in_words(&block, &entry, bytes),
                        Err(damaged) => damaged.fault("f").to_string(),
                    });
                });
            }
            Err(fault) => told.push(fault.to_string()),
        }
    }
    told
}

/// A record, with the line it stands on and the bytes that its place names.
fn in_words(block: &Block, entry: &Entry, input: &[u8]) -> String {
    let start = usize::try_from(entry.at.offset).unwrap();
    let bytes = &input[start..start + entry.at.length as usize];
    let line = block.line_of(entry.at);
    let what = match &entry.record {
        LeanRecord::Header(header) => format!("timeline {:?}", header.title),
        LeanRecord::Source(source) => format!("source {}", source.id),
        LeanRecord::Actor(actor) => format!("actor {}", actor.name),
        LeanRecord::Event(event) => format!("event {} {}", event.id, event.title),
    };
    format!("{line} {what} {}", String::from_utf8_lossy(bytes))
}

fn event(id: &str) -> String {
    format!(r#"{{"event":{{"id":"{id}","title":"Ferry {id} sails"}}}}"#)
}

#[test]
fn every_record_comes_with_its_line_and_its_bytes() {
    let second = event("b");
    let file = format!(
        "\u{feff}{HEADER}\r\n\n{{\"actor\":{{\"id\":\"x\",\"name\":\"Ana\",\"kind\":\"person\"}}}}\n{second}"
    );
    let told = told(file.as_bytes(), 7, Limits::default());
    assert_eq!(told[0], format!("1 timeline Some(\"Harbour\") {HEADER}"));
    assert!(told[1].starts_with("3 actor Ana {"), "{}", told[1]);
    assert_eq!(told[2], format!("4 event b Ferry b sails {second}"));
    assert_eq!(told.len(), 3);
}

#[test]
fn words_without_escapes_are_borrowed() {
    let file = format!(
        "{HEADER}\n{}\n",
        r#"{"event":{"id":"a","title":"one \"two\"","kind":"call","titles":{"en":"x"},"claims":[{"source":"s","date":"2025","said_by":"x","anchors":[{"role":"quote","exact":"words","start":3,"speaker":"x"}]}]}}"#
    );
    let mut seen = 0;
    read_block(
        &RecordKind::NativeLines,
        &Block::whole(file.into()),
        &mut |entry| {
            let Ok(Entry {
                record: LeanRecord::Event(event),
                ..
            }) = entry
            else {
                return;
            };
            seen += 1;
            let claim = &event.claims[0];
            let anchor = &claim.anchors[0];
            let words = [
                Some(&event.id),
                event.kind.as_ref(),
                event.titles.values().next(),
                Some(&claim.source),
                claim.date.as_ref(),
                claim.said_by.as_ref(),
                Some(&anchor.exact),
                anchor.speaker.as_ref(),
            ];
            for word in words {
                assert!(
                    matches!(word, Some(std::borrow::Cow::Borrowed(_))),
                    "{word:?}"
                );
            }
            assert_eq!(event.title, "one \"two\"");
            assert_eq!(anchor.start, Some(3));
        },
    );
    assert_eq!(seen, 1);
}

#[test]
fn a_damaged_line_is_told_by_its_number_and_the_rest_is_read() {
    let file = format!(
        "{HEADER}\n{}\n{{\"event\":{{\"id\":1}}}}\n{HEADER}\n\u{0}\n{}\n{{\"event\":{{\"id\":\"c\",\"ti",
        event("a"),
        event("b"),
    );
    let told = told(file.as_bytes(), 5, Limits::default());
    let lines: Vec<&str> = told.iter().map(|line| line.get(..4).unwrap()).collect();
    assert_eq!(
        lines,
        ["1 ti", "2 ev", "f:3:", "f:4:", "f:5:", "6 ev", "f:7:"]
    );
    assert!(told[2].contains("expected text in quotes"), "{}", told[2]);
    assert!(told[3].contains("a second timeline record"), "{}", told[3]);
    assert!(told[6].contains("may be cut short"), "{}", told[6]);
}

#[test]
fn bytes_that_are_no_utf8_damage_only_their_line() {
    let mut file = format!("{HEADER}\n").into_bytes();
    file.extend(b"{\"event\":{\"id\":\"\xff\",\"title\":\"x\"}}\n");
    file.extend(event("b").bytes());
    let told = told(&file, 9, Limits::default());
    assert!(
        told[1].starts_with("f:2: invalid UTF-8: byte 0xFF at byte 16 of the line"),
        "{}",
        told[1]
    );
    assert!(told[2].starts_with("3 event b"));
}

#[test]
fn a_record_that_is_nested_too_deep_to_be_read_in_full_is_refused() {
    let deep = "[".repeat(200) + &"]".repeat(200);
    let record = format!(r#"{{"event":{{"id":"a","title":"x","note":{deep}}}}}"#);
    let file = format!("{HEADER}\n{record}\n{}", event("b"));
    let told = told(file.as_bytes(), 99, Limits::default());
    assert_eq!(
        told[1],
        "f:2: its values are nested more than 127 levels deep; nest them less deeply"
    );
    assert!(told[2].starts_with("3 event b"));
}

#[test]
fn a_file_of_another_version_or_of_none_is_refused() {
    let newer = told(
        b"\n{\"timeline\":{\"format\":\"linimasa/9\"}}\n",
        99,
        Limits::default(),
    );
    assert_eq!(newer.len(), 1);
    assert!(
        newer[0].starts_with("f:2: format is \"linimasa/9\""),
        "{}",
        newer[0]
    );
    let without = told(event("a").as_bytes(), 99, Limits::default());
    assert!(
        without[0].starts_with("f:1: format is missing"),
        "{}",
        without[0]
    );
    assert!(told(b"", 9, Limits::default())[0].contains("the file is empty"));
    assert!(told(b" \n\n", 9, Limits::default())[0].contains("the file is empty"));
}

#[test]
fn a_record_beyond_the_limit_is_left_out_with_its_line_and_size() {
    let limits = Limits {
        max_record: 1 << 20,
        ..Limits::default()
    };
    let long = format!(
        r#"{{"event":{{"id":"a","title":"{}"}}}}"#,
        "x".repeat(3 << 20)
    );
    for end in ["\n", ""] {
        let file = format!("{HEADER}\n{long}\n{}\n{long}{end}", event("b"));
        let told = told(file.as_bytes(), 1 << 16, limits);
        assert_eq!(told.len(), 4);
        assert_eq!(
            told[1],
            "f:2: a record of 3 MiB was left out, more than 1 MiB are not held; split it, or raise --max-record"
        );
        assert!(told[2].starts_with("3 event b"));
        assert!(told[3].starts_with("f:4: a record of 3 MiB"));
    }
}

#[test]
fn what_came_before_a_failing_disk_is_kept_and_the_failure_told() {
    let file = format!("{HEADER}\n{}\n", event("a"));
    let reader = Slow {
        bytes: file.as_bytes(),
        step: 10,
        error: Some(io::Error::other("the cable is out")),
    };
    let mut blocks = Blocks::new(reader, &RecordKind::NativeLines, "f", Limits::default());
    assert_eq!(blocks.next().unwrap().unwrap().bytes, file.as_bytes());
    let fault = blocks.next().unwrap().unwrap_err();
    assert!(fault.cause.contains("the cable is out"), "{fault}");
    assert!(blocks.next().is_none());
}

#[test]
fn one_event_is_read_in_full() {
    let record = r#"{"event":{"id":"a","title":"x","note":"kept","claims":[{"source":"s","confidence":0.5}]}}"#;
    let detail = |text: &str| super::detail(&RecordKind::NativeLines, text.as_bytes(), "f", 4);
    let event = detail(record).unwrap().event;
    assert_eq!(event.extra["note"], "kept");
    assert_eq!(event.claims[0].confidence, Some(0.5));
    assert!(
        detail(HEADER)
            .unwrap_err()
            .to_string()
            .starts_with("f:4: there is no event here")
    );
    assert_eq!(detail("{").unwrap_err().line, Some(4));
}

proptest! {
    #[test]
    fn blocks_of_any_size_give_the_same_records(
        sizes in (1_usize..400, 1_usize..9000),
        lines in prop::collection::vec("[a-z{}\",\\n\\r\u{e9}]{0,40}", 0..30),
    ) {
        let mut file = format!("{HEADER}\n");
        for (number, line) in lines.iter().enumerate() {
            file.push_str(line);
            file.push('\n');
            file.push_str(&event(&number.to_string()));
            file.push('\n');
        }
        let limits = Limits::default();
        prop_assert_eq!(
            told(file.as_bytes(), sizes.0, limits),
            told(file.as_bytes(), sizes.1, limits)
        );
    }

    #[test]
    fn arbitrary_bytes_are_refused_or_told_and_nothing_breaks(
        bytes in prop::collection::vec(any::<u8>(), 0..600),
        size in 1_usize..99,
        with_header in any::<bool>(),
    ) {
        let mut file = Vec::new();
        if with_header {
            file.extend(HEADER.bytes().chain(*b"\n"));
        }
        file.extend(bytes);
        let _ = told(&file, size, Limits { max_record: 64, ..Limits::default() });
    }
}
