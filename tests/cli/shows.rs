//! `show`: one event with its words, who said them, and why it has its date.

use serde_json::Value;

use super::call::{call, call_in};
use super::samples::{Folder, SMALL, TEXT, small};

#[test]
fn an_event_is_shown_with_its_reasoning_and_its_verbatim_sentences() {
    let text = call(["show", "call-mid-june"]).done();
    for words in [
        "  en: Putin–Trump call",
        "happened · call · accepted · call-mid-june",
        "once between 11 and 20 June 2025 (EDTF [2025-06-11..2025-06-20])",
        "  read from “pertengahan Juni” (relative, by human)",
        "  counted from the publication date, 3 July 2025: “pertengahan Juni”",
        "  rests on the publication date 2025-07-03, which the text does not state",
        "actors: Vladimir Putin (participant), Donald Trump (participant)",
        "(tribun-2025-07-03, characters 3108–3242)",
        "Tribunnews: said by Donald Trump",
        "Donald Trump, in direct speech: “Tidak, saya tidak butuh bantuan dengan Iran.",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert_eq!(
        call(["show", "assets/timeline.toml", "call-mid-june"]).done(),
        text
    );
    let first = text.find("characters 3108–3242").unwrap();
    assert!(first < text.find("characters 3243–3333").unwrap());
}

#[test]
fn every_event_of_the_built_in_timeline_can_be_shown_in_every_format() {
    let list: Value = serde_json::from_str(&call(["list", "--format", "json"]).done()).unwrap();
    for event in list.as_array().unwrap() {
        let id = event["id"].as_str().unwrap();
        let text = call(["show", id]).done();
        assert!(text.contains("characters"), "{text}");
        let json: Value =
            serde_json::from_str(&call(["show", id, "--format", "json"]).done()).unwrap();
        assert_eq!(json["event"]["id"], id);
        assert_eq!(json["number"], event["number"]);
    }
}

#[test]
fn attribution_is_the_whole_ladder_and_reported_words_are_no_quotes() {
    let text = small().call(&["show", "small.toml", "one"]).done();
    let expected = "\
First
happened · draft · one

1 July 2025 (EDTF 2025-07-01)
  no words are linked to this date (explicit, by human)
actors: Ani Wijaya (host)
rests on one mouth only: Ani Wijaya

s: said by Ani Wijaya, via Radio
  “Satu kata.” (s, characters 0–10)

no direct speech: 1 sentence reports it
";
    assert_eq!(text, expected);
}

#[test]
fn claims_that_disagree_stand_side_by_side_and_unstored_words_are_not_vouched_for() {
    let text = small().call(&["show", "small.toml", "two"]).done();
    for words in [
        "≠ the claims give dates that differ",
        "dates it 5 July 2025 (EDTF 2025-07-05)",
        "dates it August 2025 (EDTF 2025-08)",
        "paper: the source itself denies it",
        "not verifiable here: the text of this source is not stored",
        "“Bukan begitu.” (paper)",
        "Budi, in direct speech: “Dua kata.” (s, characters 11–20)",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let alone = SMALL.replace(
        "[[events.claims.anchors]]\nrole = \"evidence\"\nexact = \"Bukan begitu.\"",
        "",
    );
    let folder = small();
    folder.write("small.toml", alone.as_bytes());
    let text = folder.call(&["show", "small.toml", "two"]).done();
    assert!(
        text.contains("no words of “paper” are given for it"),
        "{text}"
    );
}

#[test]
fn who_denies_and_in_which_source_is_said_in_one_phrase() {
    let denied = SMALL
        .replace(
            "id = \"paper\"",
            "id = \"paper\"\ntitle = \"A Title\"\npublisher = \"The Paper\"",
        )
        .replace("id = \"s\"", "id = \"s\"\ntitle = \"Judul\"")
        .replace(
            "stance = \"denies\"",
            "stance = \"denies\"\nsaid_by = \"budi\"\nrelaying = \"ani\"\nvia = \"Radio\"",
        );
    let folder = Folder::with(&[("a.toml", &denied), ("s.txt", TEXT)]);
    for format in ["text", "md"] {
        let text = folder
            .call(&["show", "a.toml", "two", "--format", format])
            .done();
        let heading = "The Paper: said by Budi, who denies it, relaying Ani Wijaya, via Radio\n";
        assert!(text.contains(heading), "{text}");
        assert!(text.contains("Judul: the source itself\n"), "{text}");
    }
    let json = folder
        .call(&["show", "a.toml", "two", "--format", "json"])
        .done();
    let json: Value = serde_json::from_str(&json).unwrap();
    let claim = &json["claims"][1];
    assert_eq!(
        claim["attribution"],
        "said by Budi, relaying Ani Wijaya, via Radio"
    );
    assert_eq!(
        (&claim["source"], &claim["source_name"]),
        (&"paper".into(), &"The Paper".into())
    );
}

#[test]
fn an_event_without_words_says_that_none_are_linked() {
    let bare = "format = \"linimasa/1\"\n[[events]]\nid = \"a\"\ntitle = \"A\"\n";
    let folder = Folder::with(&[("a.toml", bare)]);
    let text = folder.call(&["show", "a.toml", "a"]).done();
    assert!(
        text.ends_with("\nno words are linked to this event\n"),
        "{text}"
    );
}

#[test]
fn a_number_of_the_list_names_an_event_and_an_id_wins_over_it() {
    let folder = small();
    let shown = |event: &str| folder.call(&["show", "small.toml", event]).done();
    assert_eq!(shown("2"), shown("two"));
    let clash = SMALL.replace("id = \"three\"", "id = \"2\"");
    folder.write("small.toml", clash.as_bytes());
    assert!(shown("2").starts_with("Third\n"));
    assert!(shown("3").starts_with("Third\n"));
    assert_eq!(call(["--event", "11"]).done(), call(["list"]).done());
}

/// The ids that `show --format json` of the small timeline gives.
#[track_caller]
fn shown(arguments: &[&str]) -> Vec<String> {
    let arguments = [&["show", "small.toml", "--format", "json"], arguments].concat();
    let json: Value = serde_json::from_str(&small().call(&arguments).done()).unwrap();
    let events = json.as_array().unwrap().iter();
    events
        .map(|event| event["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn several_events_are_shown_by_name_or_by_filter() {
    assert_eq!(shown(&["two", "1"]), ["two", "one"]);
    assert_eq!(shown(&["two", "2", "three"]), ["two", "three"]);
    assert_eq!(shown(&["--actor", "ani"]), ["one", "two"]);
    assert_eq!(shown(&["--status", "claimed"]), ["three"]);
    assert_eq!(shown(&["three", "two", "--actor", "ani"]), ["two"]);
    assert_eq!(shown(&["--search", "zzz"]), [""; 0]);
    let folder = small();
    let call = |format: &str| {
        let arguments = ["show", "small.toml", "--actor", "ani", "--format", format];
        folder.call(&arguments).done()
    };
    let (one, two) = (
        folder.call(&["show", "small.toml", "one"]).done(),
        folder.call(&["show", "small.toml", "two"]).done(),
    );
    assert_eq!(call("text"), format!("{one}\n--------\n\n{two}"));
    assert_eq!(call("md").matches("\n## ").count(), 1);
    assert_eq!(call("tsv").lines().count(), 4);
    let answer = folder.call(&["show", "small.toml", "--search", "zzz"]);
    assert_eq!((answer.code, answer.out.as_str()), (0, ""));
    assert!(answer.err.contains("nothing to show of 3 events"));
}

#[test]
fn the_first_word_is_a_file_if_it_reads_as_one() {
    let folder = Folder::with(&[("small", SMALL), ("s.txt", TEXT)]);
    let line = folder.call(&["show", "none.toml", "one"]).failed(1);
    assert!(line.contains("none.toml: no such file"), "{line}");
    let line = folder
        .call(&["show", "https://example.org/a", "one"])
        .failed(1);
    assert!(line.contains("curl"), "{line}");
    assert!(
        folder
            .call(&["show", "small", "one"])
            .done()
            .starts_with("First\n")
    );
    let text = call_in(folder.path(), ["show", "-", "3"], bare_three().as_bytes()).done();
    assert!(text.starts_with("C\n"), "{text}");
    let line = folder.call(&["show", "smal", "one"]).failed(1);
    assert!(
        line.contains("no event “smal” and no file of this name"),
        "{line}"
    );
}

fn bare_three() -> String {
    let events = ["a", "b", "c"]
        .map(|id| format!("{{\"id\":\"{id}\",\"title\":\"{}\"}}", id.to_uppercase()));
    format!(
        "{{\"format\":\"linimasa/1\",\"events\":[{}]}}",
        events.join(",")
    )
}

#[test]
fn the_title_asked_for_stands_first_and_the_main_one_below() {
    let text = call(["show", "call-mid-june", "--titles", "en"]).done();
    let lines: Vec<&str> = text.lines().take(3).collect();
    assert!(lines[0].starts_with("Putin–Trump call"), "{text}");
    assert!(lines[1].starts_with("  main title: "), "{text}");
    assert!(lines[2].starts_with("happened"), "{text}");
}

#[test]
fn machine_formats_hold_every_anchor_with_its_place() {
    let json = small()
        .call(&["show", "small.toml", "two", "--format", "json"])
        .done();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["claims"][0]["words"][0]["exact"], "Dua kata.");
    assert_eq!(json["claims"][0]["words"][0]["start"], 11);
    assert_eq!(json["claims"][1]["words"][0]["found"], "not stored");
    assert_eq!(json["event"]["claims"][1]["stance"], "denies");
    let tsv = small()
        .call(&["show", "small.toml", "two", "--format", "tsv"])
        .done();
    let rows: Vec<Vec<&str>> = tsv.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.len() == 14), "{tsv}");
    assert_eq!(rows[1][13], "Dua kata.");
    let md = small()
        .call(&["show", "small.toml", "two", "--format", "md"])
        .done();
    assert!(md.starts_with("## Second\n"), "{md}");
    assert!(
        md.contains("\n> Budi, in direct speech: “Dua kata.” (s, characters 11–20)\n"),
        "{md}"
    );
}

#[test]
fn a_date_that_can_be_read_in_two_ways_is_shown_with_the_other_one() {
    let article = "Ferry Route Closed\n\nThe ferry route to Dunmore was closed on 3/7/2025 after a storm, and the crew was sent home.\n";
    let folder = Folder::with(&[("ferry.txt", article)]);
    folder
        .call(&["build", "ferry.txt", "--lang", "en", "-o", "ferry.toml"])
        .done();
    let list = folder
        .call(&["list", "ferry.toml", "--format", "json"])
        .done();
    let list: Value = serde_json::from_str(&list).unwrap();
    let id = list[0]["id"].as_str().unwrap();
    let text = folder.call(&["show", "ferry.toml", id]).done();
    assert!(text.contains("7 March 2025 (EDTF 2025-03-07)"), "{text}");
    assert!(text.contains("note: could also be 3 July 2025"), "{text}");
}
