//! `list`: order, columns, filters and the four formats.

use serde_json::Value;

use super::call::call;
use super::samples::small;

/// The ids that a list of the small timeline has, in its order.
#[track_caller]
fn ids(options: &[&str]) -> Vec<String> {
    let arguments = [&["list", "small.toml", "--format", "json"], options].concat();
    let list: Value = serde_json::from_str(&small().call(&arguments).done()).unwrap();
    let events = list.as_array().unwrap().iter();
    events
        .map(|event| event["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_list_is_in_the_order_of_time_with_aligned_columns() {
    let expected = "\
1  1 Jul 2025              ①  First (Ani Wijaya) [1 sentence]
2  5 Jul 2025  planned  ≠  ①  Second (Ani Wijaya, Budi) [1 sentence]
3  no date     claimed     ①  Third [1 sentence]
≠ the claims give it dates that differ
① 3 of 3 events rest on one mouth only: 2 on s, 1 on Ani Wijaya
";
    assert_eq!(small().call(&["list", "small.toml"]).done(), expected);
}

#[test]
fn a_pipe_gets_the_plain_list_also_without_a_command() {
    let plain = call(["list"]).done();
    assert_eq!(call([] as [&str; 0]).done(), plain);
    assert_eq!(
        call(["assets/timeline.toml", "--no-mouse", "--at", "2025-06"]).done(),
        plain
    );
    assert!(!plain.contains('\u{1b}'));
    assert_eq!(plain.lines().count(), 21);
    assert!(plain.contains("11..20 Jun 2025*"), "{plain}");
    let last: Vec<&str> = plain.lines().skip(19).collect();
    assert!(last[0].starts_with("* this date rests on"));
    assert_eq!(
        last[1],
        "① 12 of 19 events rest on one mouth only: 10 on Tribunnews, 1 on Donald Trump, 1 on laporan"
    );
    let found = call(["--actor", "pentagon"]).done();
    assert_eq!(found, call(["list", "--actor", "pentagon"]).done());
}

#[test]
fn filters_combine() {
    assert_eq!(ids(&[]), ["one", "two", "three"]);
    assert_eq!(ids(&["--actor", "ANI"]), ["one", "two"]);
    assert_eq!(ids(&["--actor", "ani", "--actor", "Budi Kedua"]), [""; 0]);
    assert_eq!(
        ids(&["--actor", "ani", "--actor", "Budi Kedua", "--any"]),
        ["one", "two"]
    );
    assert_eq!(ids(&["--exclude", "ani wijaya"]), ["three"]);
    assert_eq!(ids(&["--speaker", "ani"]), ["one"]);
    assert_eq!(ids(&["--from", "2025-07-02"]), ["two"]);
    assert_eq!(ids(&["--to", "2025-07"]), ["one", "two"]);
    assert_eq!(ids(&["--from", "2025-08", "--to", "2025-08-15"]), ["two"]);
    assert_eq!(ids(&["--search", "KATA"]), ["one", "two", "three"]);
    assert_eq!(
        ids(&["--search", "kata", "--actor", "ani", "--to", "2025-07-02"]),
        ["one"]
    );
    assert_eq!(
        ids(&["--status", "planned", "--status", "claimed"]),
        ["two", "three"]
    );
}

#[test]
fn a_list_of_nothing_says_so_beside_the_output() {
    let answer = small().call(&["list", "small.toml", "--search", "zzz"]);
    assert_eq!((answer.code, answer.out.as_str()), (0, ""));
    assert!(
        answer.err.contains("nothing to list of 3 events"),
        "{}",
        answer.err
    );
    assert_eq!(ids(&["--search", "zzz"]), [""; 0]);
}

#[test]
fn json_holds_the_dates_the_actors_and_what_is_uncertain() {
    let list: Value = serde_json::from_str(&call(["list", "--format", "json"]).done()).unwrap();
    let events = list.as_array().unwrap();
    let call = events
        .iter()
        .find(|event| event["id"] == "call-mid-june")
        .unwrap();
    assert_eq!(call["date"], "[2025-06-11..2025-06-20]");
    assert_eq!(call["date_words"], "once between 11 and 20 June 2025");
    assert_eq!(
        (&call["earliest"], &call["latest"]),
        (&"2025-06-11".into(), &"2025-06-20".into())
    );
    assert_eq!(
        (&call["inferred"], &call["disputed"]),
        (&true.into(), &false.into())
    );
    assert_eq!(call["actors"][0]["name"], "Vladimir Putin");
    assert_eq!(call["actors"][0]["role"], "participant");
    assert_eq!(call["sentences"], 3);
    let numbers: Vec<u64> = events
        .iter()
        .map(|event| event["number"].as_u64().unwrap())
        .collect();
    assert_eq!(numbers, (1..=19).collect::<Vec<u64>>());
    let undated = events.last().unwrap();
    assert!(undated["date"].is_null() && undated["earliest"].is_null());
}

#[test]
fn tsv_has_a_header_and_as_many_cells_in_every_row() {
    let list = call(["list", "--format", "tsv"]).done();
    let widths: Vec<usize> = list.lines().map(|line| line.split('\t').count()).collect();
    assert_eq!(widths, [22; 20]);
    assert!(list.starts_with("number\tid\tdate\t"));
    let head = list.lines().next().unwrap();
    assert!(head.ends_with("disputed\tmouths\tonly_mouth\tdenied_by"));
}

#[test]
fn markdown_is_a_table_with_as_many_cells_in_every_row() {
    let list = small()
        .call(&["list", "small.toml", "--format", "md"])
        .done();
    let rows: Vec<&str> = list.lines().take_while(|line| !line.is_empty()).collect();
    assert_eq!(rows.len(), 5);
    assert!(
        rows.iter().all(|row| row.matches('|').count() == 11),
        "{list}"
    );
    assert!(
        list.contains("| 2 | 5 July 2025 | 2025-07-05 | planned | ≠ Second |"),
        "{list}"
    );
}

#[test]
fn titles_are_given_in_the_language_asked_for_where_there_are_any() {
    let list = call(["list"]).done();
    assert!(list.contains("Biden menjanjikan"), "{list}");
    let english = call(["list", "--titles", "en"]).done();
    assert!(
        english.contains("Russia's full-scale invasion"),
        "{english}"
    );
    assert!(!english.contains("Biden menjanjikan"), "{english}");
    assert_eq!(call(["list", "--titles", "en-GB"]).done(), english);
    for format in ["json", "tsv", "md"] {
        let list = call(["list", "--titles", "EN", "--format", format]).done();
        assert!(list.contains("full-scale invasion"), "{list}");
    }
    let answer = call(["list", "--titles", "eng"]);
    assert_eq!((answer.code, answer.out), (0, list));
    assert!(
        answer.err.contains("no event has a title in “eng”") && answer.err.contains("titles in en"),
        "{}",
        answer.err
    );
}
