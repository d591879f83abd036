//! `export`: from each encoding to each without loss, and never over a file that is there.

use serde_json::Value;

use super::call::call_in;
use super::samples::{Folder, SMALL, TEXT, small};

#[test]
fn the_three_encodings_lead_to_each_other_without_loss() {
    let folder = small();
    let json = folder
        .call(&["export", "small.toml", "--to", "json"])
        .done();
    let value: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["mood"], "calm");
    for (from, to) in [("json", "jsonl"), ("jsonl", "toml"), ("toml", "json")] {
        let source = folder.call(&["export", "small.toml", "--to", from]).done();
        folder.write(&format!("a.{from}"), source.as_bytes());
        let target = folder
            .call(&["export", &format!("a.{from}"), "--to", to])
            .done();
        folder.write(&format!("b.{to}"), target.as_bytes());
        let back = folder
            .call(&["export", &format!("b.{to}"), "--to", "json"])
            .done();
        assert_eq!(back, json, "{from} to {to}");
        let checked = folder.call(&["check", &format!("b.{to}")]).done();
        assert!(checked.starts_with("no faults"), "{checked}");
    }
}

#[test]
fn the_built_in_timeline_can_be_taken_out_and_read_from_standard_input() {
    let folder = Folder::new();
    let json = folder.call(&["export", "--to", "json"]).done();
    let again = call_in(
        folder.path(),
        ["export", "-", "--to", "json"],
        json.as_bytes(),
    )
    .done();
    assert_eq!(again, json);
    let answer = folder.call(&["export", "--to", "toml", "-o", "mine.toml"]);
    assert_eq!((answer.code, answer.out.as_str()), (0, ""));
    assert!(
        answer
            .err
            .contains("text of source “tribun-2025-07-03” cannot be named"),
        "{}",
        answer.err
    );
    assert!(folder.read("mine.toml").contains("../seeds/"));
}

#[test]
fn a_file_that_is_there_is_never_overwritten_and_nothing_is_left_behind() {
    let folder = small();
    folder.write("out.json", b"mine");
    let line = folder
        .call(&["export", "small.toml", "--to", "json", "-o", "out.json"])
        .failed(1);
    assert!(
        line.contains("out.json: there is such a file already"),
        "{line}"
    );
    assert_eq!(folder.read("out.json"), "mine");
    let line = folder
        .call(&["export", "small.toml", "--to", "json", "-o", "no/out.json"])
        .failed(1);
    assert!(line.contains("no such folder"), "{line}");
    let line = folder
        .call(&["export", "small.toml", "--to", "json", "-o", "new.toml"])
        .failed(2);
    assert!(
        line.contains("the name says toml, --to says json"),
        "{line}"
    );
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn stored_texts_are_still_found_from_the_new_folder() {
    let folder = Folder::with(&[("deep/small.toml", SMALL), ("deep/s.txt", TEXT)]);
    assert_eq!(
        folder
            .call(&[
                "export",
                "deep/small.toml",
                "--to",
                "jsonl",
                "-o",
                "up.jsonl"
            ])
            .done(),
        ""
    );
    assert!(folder.read("up.jsonl").contains("\"text\":\"deep/s.txt\""));
    assert!(
        folder
            .call(&["check", "up.jsonl"])
            .done()
            .starts_with("no faults")
    );
    assert_eq!(
        folder
            .call(&[
                "export",
                "deep/small.toml",
                "--to",
                "json",
                "-o",
                "deep/b.json"
            ])
            .done(),
        ""
    );
    assert!(
        folder
            .call(&["check", "deep/b.json"])
            .done()
            .starts_with("no faults")
    );
    folder.write("other/note", b"");
    let answer = folder.call(&[
        "export",
        "deep/small.toml",
        "--to",
        "json",
        "-o",
        "other/c.json",
    ]);
    assert_eq!(answer.code, 0);
    assert_eq!(answer.err.lines().count(), 1);
    assert!(
        answer.err.contains("text of source “s” cannot be named"),
        "{}",
        answer.err
    );
}

#[cfg(unix)]
#[test]
fn an_exported_file_has_the_rights_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = small();
    folder
        .call(&["export", "small.toml", "--to", "json", "-o", "out.json"])
        .done();
    let mode = |name: &str| {
        std::fs::metadata(folder.path().join(name))
            .unwrap()
            .permissions()
            .mode()
    };
    assert_eq!(mode("out.json"), mode("s.txt"));
}
