//! On whom events rest, as `list` and `show` say it: of a timeline in memory, of one that streams, and of a table.

use serde_json::{Value, json};

use super::call::call;
use super::samples::Folder;

/// One speaker in two outlets, who is denied; an outlet under two spellings; nobody at all.
const CLAIMS: &str = r#"
format = "linimasa/1"
[[sources]]
id = "s"
publisher = "The Harbour"
[[sources]]
id = "t"
title = "A leaflet"
[[actors]]
id = "ani"
name = "Ani Wijaya"
kind = "person"
[[actors]]
id = "budi"
name = "Budi"
kind = "person"
[[events]]
id = "quay"
title = "The quay opens"
[[events.claims]]
source = "s"
said_by = "ani"
via = "Radio"
[[events.claims]]
source = "t"
said_by = "ani"
relaying = "budi"
[[events.claims]]
source = "t"
said_by = "budi"
stance = "denies"
[[events]]
id = "crane"
title = "A crane falls"
[[events.claims]]
source = "s"
[[events.claims]]
source = "t"
via = "the  harbour"
[[events]]
id = "ferry"
title = "The ferry waits"
[[events.claims]]
source = "t"
[[events.claims]]
source = "s"
via = "Radio"
[[events]]
id = "bare"
title = "Nobody says so"
"#;

fn folder() -> Folder {
    let folder = Folder::with(&[("a.toml", CLAIMS)]);
    folder
        .call(&["export", "a.toml", "--to", "jsonl", "-o", "a.jsonl"])
        .done();
    folder
}

const TEXT: &str = "\
1  no date  ①  The quay opens [0 sentences]
2  no date  ①  A crane falls [0 sentences]
3  no date     The ferry waits [0 sentences]
4  no date     Nobody says so [0 sentences]
① 2 of 4 events rest on one mouth only: 1 on Ani Wijaya, 1 on The Harbour
";

#[test]
fn the_list_marks_what_rests_on_one_mouth_and_counts_it() {
    assert_eq!(folder().call(&["list", "a.toml"]).done(), TEXT);
    let none = folder()
        .call(&["list", "a.toml", "--search", "ferry"])
        .done();
    assert_eq!(none, "3  no date  The ferry waits [0 sentences]\n");
    let table = folder().call(&["list", "a.toml", "--format", "md"]).done();
    assert!(table.contains("| ① Ani Wijaya |"), "{table}");
    assert!(table.contains("| A leaflet, Radio |"), "{table}");
    assert!(
        table.ends_with(
            "\n① 2 of 4 events rest on one mouth only: 1 on Ani Wijaya, 1 on The Harbour\n"
        ),
        "{table}"
    );
}

#[test]
fn machines_get_the_mouths_the_only_one_and_who_denies_it() {
    let list = folder()
        .call(&["list", "a.toml", "--format", "json"])
        .done();
    let list: Value = serde_json::from_str(&list).unwrap();
    let told = |id: &str| {
        let events = list.as_array().unwrap();
        let event = events.iter().find(|event| event["id"] == id).unwrap();
        json!([event["mouths"], event["only_mouth"], event["denied_by"]])
    };
    assert_eq!(
        told("quay"),
        json!([["Ani Wijaya"], "Ani Wijaya", ["Budi"]])
    );
    assert_eq!(told("crane"), json!([["The Harbour"], "The Harbour", []]));
    assert_eq!(told("ferry"), json!([["A leaflet", "Radio"], null, []]));
    assert_eq!(told("bare"), json!([[], null, []]));
    let rows = folder().call(&["list", "a.toml", "--format", "tsv"]).done();
    assert!(rows.contains("\tAni Wijaya\tAni Wijaya\tBudi\n"), "{rows}");
    assert!(rows.contains("\tA leaflet; Radio\t\t\n"), "{rows}");
}

#[test]
fn a_list_that_streams_says_the_same_as_one_that_was_read_whole() {
    let folder = folder();
    // Beyond 4 MiB a file is streamed: blank lines make it so.
    let mut large = std::fs::read_to_string(folder.path().join("a.jsonl")).unwrap();
    large.push_str(&"\n".repeat(5 << 20));
    folder.write("large.jsonl", large.as_bytes());
    let mouths = |file: &str, sort: &str| {
        let options = ["list", file, "--format", "json", "--sort", sort];
        let list: Value = serde_json::from_str(&folder.call(&options).done()).unwrap();
        let events = list.as_array().unwrap().iter();
        let mut told: Vec<String> = events
            .map(|event| {
                format!(
                    "{} {} {} {}",
                    event["id"], event["mouths"], event["only_mouth"], event["denied_by"]
                )
            })
            .collect();
        told.sort();
        told
    };
    let whole = mouths("a.jsonl", "date");
    assert_eq!(whole.len(), 4);
    assert_eq!(mouths("large.jsonl", "date"), whole);
    assert_eq!(mouths("large.jsonl", "file"), whole);
    let text = folder.call(&["list", "large.jsonl"]).done();
    assert!(
        text.ends_with(
            "① 2 of 4 events rest on one mouth only: 1 on Ani Wijaya, 1 on The Harbour\n"
        ),
        "{text}"
    );
}

#[test]
fn the_rows_of_a_table_rest_on_their_outlets_and_without_one_on_nobody_named() {
    let table = "date,title,outlet\n\
        2025-07-01,The quay opens,The Harbour\n\
        2025-07-02,A crane falls,the harbour\n\
        2025-07-03,Nobody says so,\n";
    let folder = Folder::with(&[("t.csv", table)]);
    let map = "date=date,title=title,publisher=outlet";
    for sort in ["date", "file"] {
        let list = folder
            .call(&["list", "t.csv", "--map", map, "--sort", sort])
            .done();
        assert!(
            list.ends_with("① 2 of 3 events rest on one mouth only: 2 on The Harbour\n"),
            "{list}"
        );
        assert_eq!(list.matches('①').count(), 3);
    }
}

#[test]
fn show_says_it_in_a_phrase_and_names_the_mouth_of_every_claim() {
    let folder = folder();
    let words = "both accounts rest on one mouth: Ani Wijaya; denied by Budi";
    for (format, line) in [("text", words.to_owned()), ("md", format!("- {words}"))] {
        let text = folder
            .call(&["show", "a.toml", "quay", "--format", format])
            .done();
        assert!(text.lines().any(|other| other == line), "{text}");
    }
    let json = folder
        .call(&["show", "a.toml", "quay", "--format", "json"])
        .done();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["rests_words"], words);
    assert_eq!(json["only_mouth"], "Ani Wijaya");
    assert_eq!(json["claims"][1]["mouth"], "Ani Wijaya");
    let rows = folder
        .call(&["show", "a.toml", "quay", "--format", "tsv"])
        .done();
    let head: Vec<&str> = rows.lines().next().unwrap().split('\t').collect();
    assert_eq!(head[4], "mouth");
    assert!(
        rows.lines()
            .skip(1)
            .all(|row| row.split('\t').count() == 14)
    );
    let seed = call(["show", "call-3-july"]).done();
    assert!(
        seed.contains("\n5 accounts, 3 mouths: Tribunnews, Yury Ushakov, Donald Trump\n"),
        "{seed}"
    );
}
