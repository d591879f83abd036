//! `check`: every fault of a timeline on a line of its own.

use super::call::call;
use super::samples::{Folder, SMALL, TEXT, small};

#[test]
fn the_built_in_timeline_and_its_file_have_no_faults() {
    let built_in = call(["check"]).done();
    assert!(built_in.starts_with("no faults: 19 events, "), "{built_in}");
    assert_eq!(call(["check", "assets/timeline.toml"]).done(), built_in);
    let small = small().call(&["check", "small.toml"]).done();
    assert_eq!(small, "no faults: 3 events, 4 anchors, 2 sources\n");
}

#[test]
fn each_fault_is_one_line_with_file_line_place_cause_and_mend() {
    let wrong = SMALL
        .replace("text = \"s.txt\"", "text = \"s.txt\"\nsha256 = \"00\"")
        .replace("start = 0\nend = 10", "start = 3\nend = 13")
        .replace("Dua kata.", "Tua kata.")
        .replace("Tiga kata.", "Di mana-mana tidak ada.")
        .replace("2025-07-01", "2025-02-30")
        .replace("{ id = \"ani\" }", "{ id = \"nobody\" }")
        .replace("id = \"three\"", "id = \"one\"");
    let folder = Folder::with(&[("a.toml", &wrong), ("s.txt", TEXT)]);
    let answer = folder.call(&["check", "a.toml"]);
    assert_eq!((answer.code, answer.err.as_str()), (1, ""));
    let expected = [
        "its id stands twice",
        "sha256 is not 64 hexadecimal digits",
        "date “2025-02-30” is no date",
        "the words stand at 0 to 10 of “s”, not where the anchor says; set start = 0 and end = 10",
        "there is no actor “nobody”",
        "reads “Dua kata.” there",
        "evidence “Di mana-mana tidak ada.”",
    ];
    for words in expected {
        let lines = answer.out.lines().filter(|line| line.contains(words));
        assert_eq!(lines.count(), 1, "{words}\n{}", answer.out);
    }
    assert_eq!(answer.out.lines().count(), expected.len(), "{}", answer.out);
    for line in answer.out.lines() {
        let rest = line.strip_prefix("a.toml:").unwrap();
        assert!(
            rest.split_once(':').unwrap().0.parse::<usize>().is_ok(),
            "{line}"
        );
        assert!(line.contains("; "), "{line}");
    }
}

#[test]
fn a_missing_text_and_a_text_outside_are_findings() {
    let folder = Folder::with(&[("in/a.toml", SMALL), ("s.txt", TEXT)]);
    let answer = folder.call(&["check", "in/a.toml"]);
    assert_eq!(answer.code, 1);
    assert!(
        answer.out.contains("text s.txt: no such file"),
        "{}",
        answer.out
    );
    folder.write("in/a.toml", SMALL.replace("s.txt", "../s.txt").as_bytes());
    let answer = folder.call(&["check", "in/a.toml"]);
    assert_eq!(answer.code, 1);
    assert!(
        answer.out.contains("outside the timeline's folder"),
        "{}",
        answer.out
    );
}

#[test]
fn a_file_that_cannot_be_parsed_is_one_line_on_standard_error() {
    let folder = Folder::with(&[("a.toml", "format = \"linimasa/1\"\n[[events]\n")]);
    let line = folder.call(&["check", "a.toml"]).failed(1);
    assert!(line.starts_with("linimasa: a.toml:2: "), "{line}");
}
