//! Bytes that act on a terminal, in every place that a stranger can put them: none reaches one, and machine formats lose none.

use std::ffi::OsString;

use serde_json::Value;

use super::call::{assert_tame, call, call_in};
use super::samples::{Folder, SMALL, TEXT};

/// Clears the screen, sets the title, turns the order of letters, hides, breaks lines and tables.
const WILD: &str = "\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}31m\u{202e}kode\u{2066}\u{200b}\u{feff}\r\n\t\\ | <b> `x` \u{7f}";

/// The small timeline with wild words wherever it holds words; returned as JSON.
fn wild() -> Folder {
    let folder = Folder::with(&[("small.toml", SMALL), ("s.txt", TEXT)]);
    let json = folder
        .call(&["export", "small.toml", "--to", "json"])
        .done();
    let mut value: Value = serde_json::from_str(&json).unwrap();
    value["events"][0]["title"] = WILD.into();
    value["events"][0]["titles"] = serde_json::json!({ "en": WILD });
    value["events"][0]["kind"] = WILD.into();
    value["events"][0]["claims"][0]["via"] = WILD.into();
    value["events"][0]["claims"][0]["note"] = WILD.into();
    value["events"][0]["claims"][0]["by"] = WILD.into();
    value["actors"][0]["name"] = WILD.into();
    value["events"][1]["claims"][1]["anchors"][0]["exact"] = WILD.into();
    folder.write("wild.json", value.to_string().as_bytes());
    folder
}

/// What a TSV cell says, read back.
fn unescape(cell: &str) -> String {
    let mut text = String::new();
    let mut letters = cell.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            text.push(letter);
            continue;
        }
        match letters.next().unwrap() {
            't' => text.push('\t'),
            'n' => text.push('\n'),
            'r' => text.push('\r'),
            '\\' => text.push('\\'),
            'u' => {
                assert_eq!(letters.next(), Some('{'));
                let code: String = letters
                    .by_ref()
                    .take_while(|letter| *letter != '}')
                    .collect();
                text.push(char::from_u32(u32::from_str_radix(&code, 16).unwrap()).unwrap());
            }
            other => panic!("\\{other}"),
        }
    }
    text
}

#[test]
fn no_format_prints_a_byte_that_acts() {
    let folder = wild();
    for format in ["text", "json", "tsv", "md"] {
        assert_tame(
            &folder
                .call(&["list", "wild.json", "--format", format])
                .done(),
        );
        for event in ["one", "two"] {
            assert_tame(
                &folder
                    .call(&["show", "wild.json", event, "--format", format])
                    .done(),
            );
        }
    }
    for encoding in ["toml", "json", "jsonl"] {
        assert_tame(
            &folder
                .call(&["export", "wild.json", "--to", encoding])
                .done(),
        );
    }
    let list = folder.call(&["list", "wild.json"]).done();
    assert_eq!(list.lines().count(), 5, "{list}");
    assert!(list.contains("␛[2J"), "{list}");
    let table = folder.call(&["list", "wild.json", "--format", "md"]).done();
    let row = table
        .lines()
        .find(|line| line.starts_with("| 1 |"))
        .unwrap();
    assert_eq!(row.replace("\\|", "").matches('|').count(), 11, "{row}");
}

#[test]
fn machine_formats_are_read_back_verbatim() {
    let folder = wild();
    let json = folder
        .call(&["list", "wild.json", "--format", "json"])
        .done();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["title"], WILD);
    assert_eq!(json[0]["titles"]["en"], WILD);
    assert_eq!(json[0]["actors"][0]["name"], WILD);
    let json = folder
        .call(&["show", "wild.json", "two", "--format", "json"])
        .done();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["claims"][1]["words"][0]["exact"], WILD);
    let tsv = folder
        .call(&["list", "wild.json", "--format", "tsv"])
        .done();
    let mut lines = tsv.lines();
    let columns: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let cells: Vec<String> = lines.next().unwrap().split('\t').map(unescape).collect();
    let cell = |name: &str| &cells[columns.iter().position(|column| *column == name).unwrap()];
    assert_eq!(cell("title"), WILD);
    assert_eq!(cell("actor_names"), WILD);
    let actors: Value = serde_json::from_str(cell("actors")).unwrap();
    assert_eq!(actors[0]["name"], WILD);
}

#[test]
fn faults_show_what_they_name_without_obeying_it() {
    let folder = wild();
    let broken = folder
        .read("wild.json")
        .replace("\"ani\",\"role\"", "\"\\u001b[2J\",\"role\"");
    folder.write("broken.json", broken.as_bytes());
    let answer = folder.call(&["check", "broken.json"]);
    assert_eq!(answer.code, 1);
    assert_tame(&answer.out);
    assert!(answer.out.contains("␛[2J"), "{}", answer.out);
    for format in ["json", "tsv", "md"] {
        let answer = folder.call(&["check", "broken.json", "--format", format]);
        assert_eq!(answer.code, 1);
        assert_tame(&answer.out);
        assert!(answer.out.contains("2J"), "{}", answer.out);
    }
    for arguments in [
        vec!["list", WILD],
        vec!["list", "--actor", WILD],
        vec!["show", WILD],
        vec!["--event", WILD],
    ] {
        assert_tame(&call(&arguments).failed(1));
    }
    for arguments in [
        vec!["list", "--from", WILD],
        vec!["list", "--format", WILD],
        vec!["--\u{1b}[2J"],
    ] {
        let answer = call(&arguments);
        assert_eq!(answer.code, 2);
        assert_tame(&answer.err);
    }
}

#[cfg(unix)]
#[test]
fn names_that_are_no_utf_8_are_files_like_any_other() {
    use std::os::unix::ffi::OsStringExt;
    let name = OsString::from_vec(b"a\xff\x1b[2J.toml".to_vec());
    let folder = Folder::new();
    let missing = call_in(folder.path(), [OsString::from("list"), name.clone()], b"").failed(1);
    assert_tame(&missing);
    std::fs::write(folder.path().join(&name), "format = \"linimasa/1\"\n").unwrap();
    let checked = call_in(folder.path(), [OsString::from("check"), name.clone()], b"").done();
    assert_eq!(checked, "no faults: 0 events, 0 anchors, 0 sources\n");
    let answer = call_in(
        folder.path(),
        [OsString::from("list"), "--actor".into(), name],
        b"",
    );
    assert_eq!(answer.code, 2);
    assert_tame(&answer.err);
}
