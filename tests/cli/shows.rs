//! `show`: one event with its words, who said them, and why it has its date.

use serde_json::Value;

use super::call::call;
use super::samples::{SMALL, small};

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
        "said by Donald Trump",
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
  read from no words of the text (explicit, by human)
actors: Ani Wijaya (host)

said by Ani Wijaya, via Radio
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
        "denies that it took place",
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
    assert!(rows.iter().all(|row| row.len() == 13), "{tsv}");
    assert_eq!(rows[1][12], "Dua kata.");
    let md = small()
        .call(&["show", "small.toml", "two", "--format", "md"])
        .done();
    assert!(md.starts_with("## Second\n"), "{md}");
    assert!(
        md.contains("\n> Budi, in direct speech: “Dua kata.” (s, characters 11–20)\n"),
        "{md}"
    );
}
