//! Input that is no timeline, or none that can be trusted: one clear line, and the right exit code.

use super::call::{call, call_in};
use super::samples::{Folder, SMALL, TEXT, small};

#[track_caller]
fn refused(name: &str, content: &[u8], expected: &[&str]) {
    let folder = Folder::new();
    folder.write(name, content);
    folder.write("s.txt", TEXT.as_bytes());
    for arguments in [vec!["list", name], vec![name], vec!["show", name, "one"]] {
        let line = folder.call(&arguments).failed(1);
        for words in expected {
            assert!(line.contains(words), "{line}");
        }
    }
}

#[test]
fn what_is_no_readable_file_is_named_with_its_cause() {
    let folder = Folder::new();
    let line = folder.call(&["list", "none.toml"]).failed(1);
    assert_eq!(line, "linimasa: none.toml: no such file; check the path\n");
    let line = folder.call(&["list", "."]).failed(1);
    assert!(line.contains("this is a folder"), "{line}");
    refused("empty.toml", b"", &["empty.toml: the file is empty"]);
    refused(
        "a.toml",
        b"PK\x03\0\0",
        &["binary data", "NUL byte at byte offset 3"],
    );
    refused(
        "a.toml",
        b"format\n= \"\xff\"",
        &["a.toml:2: invalid UTF-8", "byte 0xFF"],
    );
}

#[test]
fn what_is_no_timeline_of_this_version_is_refused_with_its_line() {
    refused(
        "a.toml",
        b"format = \"linimasa/9\"\n",
        &["a.toml:1: ", "linimasa/9"],
    );
    refused(
        "a.toml",
        b"format = \"linimasa/1\"\ntitle = \n",
        &["a.toml:2: "],
    );
    refused(
        "a.json",
        b"{\"format\":\"linimasa/1\",\n\"events\":7}",
        &["a.json:2: "],
    );
}

#[test]
fn words_that_the_source_does_not_contain_refuse_the_timeline() {
    let altered = SMALL.replace("Tiga kata.", "Empat kata.");
    let line = altered
        .lines()
        .position(|line| line.contains("Empat"))
        .unwrap();
    // The fault is at the anchor's header, which stands two lines above its words.
    let place = format!(
        "a.toml:{}: event “three”, evidence “Empat kata.”: ",
        line - 1
    );
    refused(
        "a.toml",
        altered.as_bytes(),
        &[&place, "; quote the source verbatim"],
    );
}

#[test]
fn moved_words_are_shown_at_their_place_with_a_notice() {
    let folder = Folder::with(&[("a.toml", SMALL), ("s.txt", &format!("Baru! {TEXT}"))]);
    let answer = folder.call(&["show", "a.toml", "one"]);
    assert_eq!(answer.code, 0);
    assert!(
        answer.err.contains("not where the anchor says"),
        "{}",
        answer.err
    );
    assert!(answer.err.contains("2 more"), "{}", answer.err);
    assert!(
        answer.out.contains("“Satu kata.” (s, characters 6–16"),
        "{}",
        answer.out
    );
}

#[test]
fn a_url_is_answered_with_the_line_that_fetches_it() {
    let line = call(["list", "https://example.org/a"]).failed(1);
    assert!(
        line.contains("curl -sL 'https://example.org/a' | linimasa -"),
        "{line}"
    );
}

#[test]
fn a_wrong_call_ends_with_2_and_a_failed_one_with_1() {
    for wrong in [
        vec!["list", "--from", "june"],
        vec!["list", "--from", "2025-07", "--to", "2025-06"],
        vec!["list", "--search", " "],
        vec!["list", "--format", "xml"],
        vec!["list", "--status", "over"],
        vec!["list", "--nonsense"],
        vec!["export"],
        vec!["show"],
        vec!["show", "assets/timeline.toml"],
        vec!["show", "-"],
        vec!["show", "--any"],
        vec!["check", "--format", "xml"],
        vec!["check", "--from", "2025-07", "--to", "2025-06"],
        vec!["a.toml", "b.toml"],
    ] {
        let answer = call(&wrong);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{wrong:?}");
        assert!(!answer.err.is_empty());
    }
    let line = call(["show", "assets/timeline.toml"]).failed(2);
    assert!(line.contains("linimasa show FILE EVENT"), "{line}");
    let line = call(["a.toml", "b.toml"]).failed(2);
    assert!(line.contains("only one timeline"), "{line}");
    let folder = Folder::with(&[("article.txt", "MOSKOW - Putin berbicara.\n")]);
    let line = folder
        .call(&["export", "article.txt", "--to", "json"])
        .failed(1);
    assert!(
        line.contains("no timeline") && line.contains("linimasa build"),
        "{line}"
    );
    assert!(call(["--help"]).done().contains("Usage: linimasa"));
    assert!(call(["--version"]).done().starts_with("linimasa "));
}

#[test]
fn an_unknown_actor_or_event_is_answered_with_the_nearest() {
    let line = call(["list", "--actor", "Puttin"]).failed(1);
    assert!(
        line.contains("no actor “Puttin”; did you mean “Vladimir Putin”?"),
        "{line}"
    );
    let line = call(["show", "call-mid-jun"]).failed(1);
    assert!(line.contains("did you mean “call-mid-june”"), "{line}");
    let line = call(["--event", "call-mid-jun"]).failed(1);
    assert!(line.contains("did you mean “call-mid-june”"), "{line}");
    let line = small()
        .call(&["list", "small.toml", "--actor", "BUDI"])
        .failed(1);
    assert!(
        line.contains("“budi” (Budi), “budi-2” (Budi Kedua); give the id"),
        "{line}"
    );
    for events in [vec!["show", "20"], vec!["--event", "0"]] {
        let line = call(events).failed(1);
        assert!(line.contains("the numbers go from 1 to 19"), "{line}");
    }
}

#[test]
fn standard_input_is_read_by_its_content() {
    let folder = Folder::new();
    let timeline = "{\"format\":\"linimasa/1\",\"events\":[{\"id\":\"a\",\"title\":\"A\"}]}";
    let list = call_in(folder.path(), ["list", "-"], timeline.as_bytes()).done();
    assert_eq!(list, "1  no date  A [0 sentences]\n");
    let line = call_in(folder.path(), ["list", "-"], b"").failed(1);
    assert!(line.contains("standard input: the file is empty"), "{line}");
}

/// Three events as JSON Lines, the second of them cut off in the middle.
fn damaged() -> Folder {
    let folder = Folder::new();
    let event = |id: &str| format!("{{\"event\":{{\"id\":\"{id}\",\"title\":\"title {id}\"}}}}");
    let lines = [
        "{\"timeline\":{\"format\":\"linimasa/1\"}}".to_owned(),
        event("one"),
        event("two")[..30].to_owned(),
        event("three"),
    ];
    folder.write("a.jsonl", lines.join("\n").as_bytes());
    folder
}

#[test]
fn a_damaged_line_is_left_out_told_with_its_number_and_a_fault_for_check() {
    let folder = damaged();
    let answer = folder.call(&["list", "a.jsonl"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    let (out, said) = (answer.out, answer.err);
    assert!(
        out.contains("title one") && out.contains("title three"),
        "{out}"
    );
    assert!(!out.contains("title two"), "{out}");
    assert!(said.contains("a.jsonl:3:"), "{said}");
    let answer = folder.call(&["check", "a.jsonl"]);
    assert_eq!(answer.code, 1);
    assert!(answer.out.contains("a.jsonl:3:"), "{}", answer.out);
}

#[test]
fn what_would_be_written_without_its_damaged_lines_is_not_written() {
    let folder = damaged();
    let line = folder
        .call(&["export", "a.jsonl", "--to", "toml", "-o", "b.toml"])
        .failed(1);
    assert!(line.contains("a.jsonl:3:"), "{line}");
    assert!(!folder.path().join("b.toml").exists());
}
