//! What a user gets from the three encodings together: the same timeline from each. What is said when a file cannot be
//! read is in `fault_tests`.

use proptest::prelude::*;

use super::arbitrary::timeline;
use super::*;
use crate::model::Place;

const ALL: [Encoding; 3] = [Encoding::Toml, Encoding::Json, Encoding::JsonLines];

const SMALL: &str = r#"# a person's comment
format = "linimasa/1"
title = "Telepon"
born = 1979-05-27
odd = nan

[[sources]]
id = "s"

[[actors]]
id = "putin"
name = "Vladimir Putin"
kind = "person"

[[events]]
id = "e"
title = "Dua \"kata\""
titles = { en = "Two words" }
actors = [{ id = "putin", role = "participant" }]
mood = { deep = [1, 2.5] }
[[events.claims]]
source = "s"
date = "2025-07-03"
mod = "MID"
[[events.claims.anchors]]
role = "evidence"
exact = "kata\nlain"
start = 4
"#;

fn written(timeline: &Timeline, encoding: Encoding) -> String {
    write(timeline, encoding).unwrap()
}

fn read_back(text: &str, encoding: Encoding) -> Timeline {
    parse(text, "t", encoding)
        .unwrap_or_else(|fault| panic!("{fault}\n{text}"))
        .timeline
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_timeline_survives_every_encoding_and_all_of_them_in_turn(first in timeline()) {
        let mut current = first.clone();
        for encoding in ALL.into_iter().chain(ALL) {
            let text = written(&current, encoding);
            prop_assert_eq!(Encoding::detect(&text), Some(encoding));
            let acting = |letter| must_escape(letter) && letter != '\n';
            prop_assert!(!text.contains(acting), "{:?}", text);
            current = read_back(&text, encoding);
            prop_assert_eq!(&current, &first, "{}", text);
            prop_assert_eq!(written(&current, encoding), text);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in any::<String>(), cut in 0..600_usize) {
        for encoding in ALL {
            let _ = parse(&text, "t", encoding);
            let whole = written(&read_back(SMALL, Encoding::Toml), encoding);
            let cut = whole.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(whole.len());
            if let Ok(document) = parse(&whole[..cut], "t", encoding) {
                let _ = document.lines.line_of(Place::Anchor(0, 0, 0));
            }
        }
    }
}

#[test]
fn toml_is_written_as_a_person_would() {
    let timeline = read_back(SMALL, Encoding::Toml);
    let expected = r#"format = "linimasa/1"
title = "Telepon"
born = 1979-05-27
odd = nan

[[sources]]
id = "s"

[[actors]]
id = "putin"
name = "Vladimir Putin"
kind = "person"

[[events]]
id = "e"
title = 'Dua "kata"'
titles = { en = "Two words" }
status = "happened"
review = "draft"
actors = [{ id = "putin", role = "participant" }]
mood = { deep = [1, 2.5] }
[[events.claims]]
source = "s"
date = "2025-07-03"
mod = "MID"
[[events.claims.anchors]]
role = "evidence"
exact = "kata\nlain"
start = 4
"#;
    assert_eq!(written(&timeline, Encoding::Toml), expected);
}

#[test]
fn json_is_two_space_indented_in_the_models_order_and_json_lines_is_one_record_a_line() {
    let timeline = read_back(SMALL, Encoding::Toml);
    let json = written(&timeline, Encoding::Json);
    assert!(
        json.starts_with(
            "{\n  \"format\": \"linimasa/1\",\n  \"title\": \"Telepon\",\n  \"sources\""
        )
    );
    assert!(json.contains("\"born\": {\n    \"$datetime\": \"1979-05-27\"\n  }"));
    assert!(json.ends_with("}\n"));
    let lines = written(&timeline, Encoding::JsonLines);
    let starts: Vec<_> = lines
        .lines()
        .map(|line| line.split(':').next().unwrap())
        .collect();
    assert_eq!(
        starts,
        ["{\"timeline\"", "{\"source\"", "{\"actor\"", "{\"event\""]
    );
    assert!(
        lines
            .starts_with("{\"timeline\":{\"format\":\"linimasa/1\",\"title\":\"Telepon\",\"born\"")
    );
}

#[test]
fn numbers_null_and_not_a_number_go_through_toml_and_come_back() {
    let json = r#"{"format":"linimasa/1","a":null,"b":18446744073709551615,"c":[{"$null":true}],"d":{"$float":"-inf"},"e":1e300}"#;
    let first = read_back(json, Encoding::Json);
    let toml = written(&first, Encoding::Toml);
    for line in [
        "a = { \"$null\" = true }",
        "b = { \"$integer\" = \"18446744073709551615\" }",
        "c = [{ \"$pairs\" = [[\"$null\", true]] }]",
        "d = -inf",
        "e = 1e300",
    ] {
        assert!(toml.contains(line), "{toml}");
    }
    assert_eq!(read_back(&toml, Encoding::Toml), first);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_tolerated() {
    let timeline = read_back(SMALL, Encoding::Toml);
    for encoding in ALL {
        let text = written(&timeline, encoding).replace('\n', "\r\n");
        assert_eq!(read_back(&format!("\u{feff}{text}"), encoding), timeline);
    }
}

#[test]
fn what_could_not_be_read_back_is_not_written() {
    let mut timeline = read_back(SMALL, Encoding::Toml);
    timeline.events[0].claims[0].anchors[0].start = Some(usize::MAX);
    assert_eq!(
        write(&timeline, Encoding::Toml).unwrap_err().kind,
        FaultKind::Usage
    );
    assert_eq!(
        read_back(&written(&timeline, Encoding::Json), Encoding::Json),
        timeline
    );
    timeline.events[0].claims[0].confidence = Some(f64::NAN);
    for encoding in ALL {
        assert!(write(&timeline, encoding).is_err());
    }
    let mut deep = serde_json::Value::Null;
    let mut refused = 0;
    for _ in 0..140 {
        deep = serde_json::Value::from(vec![deep]);
        let mut timeline = Timeline::default();
        timeline.extra.insert("deep".to_owned(), deep.clone());
        for encoding in ALL {
            match write(&timeline, encoding) {
                Ok(text) => assert_eq!(read_back(&text, encoding), timeline),
                Err(_) => refused += 1,
            }
        }
    }
    assert!(refused > 0);
}

#[test]
fn a_file_is_opened_by_its_name_or_else_by_its_content() {
    let folder = tempfile::tempdir().unwrap();
    let timeline = read_back(SMALL, Encoding::Toml);
    for (name, encoding) in [
        ("a.toml", Encoding::Toml),
        ("a.json", Encoding::Json),
        ("a.ndjson", Encoding::JsonLines),
        ("toml", Encoding::Toml),
        ("a.txt", Encoding::Json),
        ("a.bak", Encoding::JsonLines),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, written(&timeline, encoding)).unwrap();
        let document = open(&path).unwrap();
        assert_eq!(document.encoding, encoding);
        assert_eq!(document.timeline, timeline);
        assert!(document.lines.line_of(Place::Event(0)).is_some());
    }
}

#[test]
fn what_only_toml_can_write_is_kept_or_refused_but_never_changed_in_silence() {
    let head = "format = \"linimasa/1\"\nday.clock = 07:32:00\n[meta]\nby = { name = \"I\" }\n";
    let event = "[[events]]\nid = \"e\"\ntitle = \"t\"\n[events.titles]\nen = \"T\"\n[[events.sightings]]\nat = 1\n";
    let first = read_back(&format!("{head}{event}"), Encoding::Toml);
    assert_eq!(first.extra["day"]["clock"]["$datetime"], "07:32:00");
    assert_eq!(first.extra["meta"]["by"]["name"], "I");
    assert_eq!(first.events[0].titles["en"], "T");
    assert_eq!(first.events[0].extra["sightings"][0]["at"], 1);
    for encoding in ALL {
        assert_eq!(read_back(&written(&first, encoding), encoding), first);
    }
    let large = "format = \"linimasa/1\"\nx = 18446744073709551615\n";
    let fault = parse(large, "t", Encoding::Toml).unwrap_err();
    assert_eq!(
        (fault.kind, fault.line),
        (FaultKind::Syntax, Some(2)),
        "{fault}"
    );
    let private = "format = \"linimasa/1\"\nx = { \"$__toml_private_datetime\" = \"x\" }\n";
    assert!(parse(private, "t", Encoding::Toml).is_err());
}
