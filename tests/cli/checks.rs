//! `check`: every fault of a timeline on a line of its own.

use serde_json::Value;

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

/// The small timeline with a fault in each event, one in a source and one in a place that no filter knows.
fn faulty() -> Folder {
    let wrong = SMALL
        .replace("text = \"s.txt\"", "text = \"s.txt\"\nsha256 = \"00\"")
        .replace("Satu kata.", "Situ kata.")
        .replace("2025-07-05", "2025-02-30")
        .replace("Tiga kata.", "Tega kata.")
        .replace("id = \"budi-2\"", "id = \"budi\"");
    Folder::with(&[("a.toml", &wrong), ("s.txt", TEXT)])
}

#[test]
fn filters_leave_the_faults_of_their_events_and_of_sources_and_actors() {
    let folder = faulty();
    let places = |options: &[&str]| -> Vec<String> {
        let arguments = [&["check", "a.toml", "--format", "json"], options].concat();
        let answer = folder.call(&arguments);
        assert_eq!((answer.code, answer.err.as_str()), (1, ""));
        let faults: Value = serde_json::from_str(&answer.out).unwrap();
        let kinds = faults.as_array().unwrap().iter();
        kinds
            .map(|fault| fault["place"].as_str().unwrap().to_owned())
            .collect()
    };
    let common = ["actor “budi”", "sources[0] (s)"];
    let one = "event “one”, evidence “Situ kata.”";
    let two = "event “two”";
    let three = "event “three”, evidence “Tega kata.”";
    let with = |events: &[&'static str]| [&common, events].concat();
    assert_eq!(places(&[]), with(&[one, two, three]));
    assert_eq!(places(&["--actor", "ani"]), with(&[one, two]));
    assert_eq!(
        places(&["--actor", "ani", "--status", "happened"]),
        with(&[one])
    );
    assert_eq!(places(&["--search", "tega"]), with(&[three]));
    // A date that cannot be read could lie in any range.
    assert_eq!(places(&["--to", "2025-07-02"]), with(&[one, two]));
    assert_eq!(places(&["--search", "zzz"]), with(&[]));
    let line = folder.call(&["check", "a.toml", "--actor", "x"]).failed(1);
    assert!(line.contains("no actor “x”"), "{line}");
}

#[test]
fn what_a_filter_leaves_without_a_fault_is_counted() {
    let folder = small();
    let altered = SMALL.replace("Tiga kata.", "Tega kata.");
    folder.write("small.toml", altered.as_bytes());
    let checked = folder.call(&["check", "small.toml", "--actor", "ani"]);
    assert_eq!(
        checked.done(),
        "no faults: 2 events, 3 anchors, 2 sources\n"
    );
    assert_eq!(folder.call(&["check", "small.toml"]).code, 1);
}

#[test]
fn the_faults_are_the_same_in_every_format() {
    let folder = faulty();
    let check = |format: &str| {
        let answer = folder.call(&["check", "a.toml", "--format", format]);
        assert_eq!((answer.code, answer.err.as_str()), (1, ""));
        answer.out
    };
    let faults: Value = serde_json::from_str(&check("json")).unwrap();
    let faults = faults.as_array().unwrap();
    assert_eq!(faults.len(), 5);
    assert_eq!(check("text"), folder.call(&["check", "a.toml"]).out);
    let (text, tsv, md) = (check("text"), check("tsv"), check("md"));
    assert_eq!(
        tsv.lines().next().unwrap(),
        "file\tline\tplace\tkind\tcause\tmend"
    );
    for (place, fault) in faults.iter().enumerate() {
        let word = |key: &str| fault[key].as_str().unwrap().to_owned();
        let line = fault["line"].as_u64().unwrap();
        let expected = format!(
            "a.toml:{line}: {}: {}; {}",
            word("place"),
            word("cause"),
            word("mend")
        );
        assert_eq!(text.lines().nth(place).unwrap(), expected);
        let expected = [
            "a.toml".to_owned(),
            line.to_string(),
            word("place"),
            word("kind"),
            word("cause"),
            word("mend"),
        ];
        assert_eq!(tsv.lines().nth(place + 1).unwrap(), expected.join("\t"));
        let row = md.lines().nth(place + 2).unwrap();
        assert_eq!(row.matches(" | ").count(), 5, "{row}");
    }
    let kinds: Vec<&str> = faults
        .iter()
        .map(|fault| fault["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["duplicate", "hash", "altered", "date", "altered"]);
}

#[test]
fn no_faults_are_an_empty_answer_for_programs() {
    assert_eq!(call(["check", "--format", "json"]).done(), "[]\n");
    assert_eq!(call(["check", "--format", "tsv"]).done().lines().count(), 1);
    assert_eq!(call(["check", "--format", "md"]).done().lines().count(), 2);
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
