//! Tables of others, and timelines too large to be read whole: listed as they stream, with the same filters.

use super::call::{assert_tame, call_in};
use super::samples::Folder;

const TABLE: &str = "day,what,who,link\n\
                     2024-01-06,\"The ferry, late, sails\",Ana Ruiz;Port Office,https://example.org/1\n\
                     03/04/2024,It lands,Ana Ruiz,\n\
                     2024-01-05,\u{1b}[2JIt is repaired,Ben Ode,\n\
                     2024-01-07,too,many,cells,here\n";

const MAP: &str = "date=day,title=what,actors=who,url=link";

fn list(arguments: &[&str]) -> super::call::Answer {
    let folder = Folder::with(&[("t.csv", TABLE)]);
    let call = ["list", "t.csv", "--map", MAP];
    folder.call(&[&call, arguments].concat())
}

#[test]
fn a_table_is_listed_in_the_order_of_its_file_and_what_cannot_be_read_is_told() {
    let answer = list(&[]);
    assert_eq!(
        answer.out,
        "      1  6 Jan 2024      The ferry, late, sails (Ana Ruiz, Port Office) [1 sentence]\n\
        \u{20}     2  no date         It lands (Ana Ruiz) [1 sentence]\n\
        \u{20}     3  5 Jan 2024      ␛[2JIt is repaired (Ben Ode) [1 sentence]\n"
    );
    assert_tame(&answer.out);
    assert_eq!(answer.code, 1);
    let said: Vec<&str> = answer.err.lines().collect();
    assert!(
        said[0].starts_with("linimasa: t.csv:5: the row has 5 cells, the header 4"),
        "{}",
        said[0]
    );
    assert!(
        said[1].starts_with("linimasa: t.csv:3: 1 event listed without a date"),
        "{}",
        said[1]
    );
    assert!(said[1].contains("--map date=COLUMN:dmy"), "{}", said[1]);
    assert_eq!(said.len(), 2);
}

#[test]
fn every_filter_and_format_works_on_what_streams() {
    let ids = |arguments: &[&str]| -> Vec<u64> {
        let out = list(&[arguments, &["--format", "jsonl"]].concat()).out;
        let rows = out
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        rows.map(|row| row["number"].as_u64().unwrap()).collect()
    };
    assert_eq!(ids(&[]), [1, 2, 3]);
    assert_eq!(ids(&["--actor", "ana ruiz"]), [1, 2]);
    assert_eq!(ids(&["--actor", "Ana Ruiz", "--actor", "Port Office"]), [1]);
    assert_eq!(
        ids(&["--actor", "Port Office", "--actor", "Ben Ode", "--any"]),
        [1, 3]
    );
    assert_eq!(ids(&["--exclude", "Ana Ruiz"]), [3]);
    assert_eq!(ids(&["--from", "2024-01-06"]), [1]);
    assert_eq!(ids(&["--search", "FERRY"]), [1]);
    assert_eq!(ids(&["--search", "port office"]), [1]);
    assert_eq!(ids(&["--status", "planned"]), [0_u64; 0]);
    assert_eq!(
        ids(&["--sort", "date"]),
        [1, 2, 3],
        "numbers follow the order"
    );
    let tsv = list(&["--format", "tsv"]).out;
    assert_eq!(tsv.lines().count(), 4);
    assert!(tsv.contains("\\u{1b}[2JIt is repaired"), "{tsv}");
    let json: serde_json::Value = serde_json::from_str(&list(&["--format", "json"]).out).unwrap();
    assert_eq!(json[2]["actors"][0]["name"], "Ben Ode");
    assert_eq!(list(&["--format", "md"]).out.lines().count(), 5);
    let unknown = list(&["--actor", "Ana Ruis"]);
    assert!(unknown.err.contains("did you mean"), "{}", unknown.err);
    assert_eq!((unknown.code, unknown.out.as_str()), (1, ""));
}

#[test]
fn by_date_everything_is_read_first() {
    let out = list(&["--sort", "date", "--format", "tsv"]).out;
    let titles: Vec<&str> = out
        .lines()
        .skip(1)
        .map(|row| row.split('\t').nth(11).unwrap())
        .collect();
    assert_eq!(
        titles,
        [
            "\\u{1b}[2JIt is repaired",
            "The ferry, late, sails",
            "It lands"
        ]
    );
}

#[test]
fn by_date_many_events_are_listed_whole_and_in_order() {
    use std::fmt::Write;
    let mut table = String::from("date,title\n");
    for number in 0..9_000 {
        let (year, day) = (1990 + number % 30, number % 28 + 1);
        writeln!(table, "{year}-02-{day:02},\"Ship {number}, or another\"").unwrap();
    }
    let folder = Folder::with(&[("t.csv", &table)]);
    let rows = |arguments: &[&str]| -> Vec<serde_json::Value> {
        let call = ["list", "t.csv", "--format", "json"];
        let out = folder.call(&[&call, arguments].concat()).out;
        serde_json::from_str(&out).unwrap()
    };
    let mut expected = rows(&[]);
    expected.sort_by_key(|row| row["earliest"].as_str().unwrap().to_owned());
    let listed = rows(&["--sort", "date"]);
    assert_eq!(listed.len(), 9_000);
    for (number, (listed, mut expected)) in (1..).zip(listed.into_iter().zip(expected)) {
        expected["number"] = number.into();
        assert_eq!(listed, expected);
    }
}

#[test]
fn standard_input_and_packed_tables_list_the_same() {
    let folder = Folder::new();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, TABLE.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    let expected = list(&["--actor", "Ana Ruiz"]).out;
    for input in [TABLE.as_bytes(), &packed] {
        let call = ["list", "-", "--map", MAP, "--actor", "Ana Ruiz"];
        let answer = call_in(folder.path(), call, input);
        assert_eq!(answer.out, expected);
        let plain = call_in(
            folder.path(),
            ["-", "--map", MAP, "--actor", "Ana Ruiz"],
            input,
        );
        assert_eq!(
            plain.out, expected,
            "the viewer's list, where there is no terminal"
        );
    }
}

#[test]
fn show_gives_the_cells_that_state_an_event() {
    let folder = Folder::with(&[("t.csv", TABLE)]);
    let answer = folder.call(&["show", "t.csv", "t.csv:2", "--map", MAP, "--format", "json"]);
    let shown: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    let words = &shown["claims"][0]["words"];
    assert_eq!(words[0]["exact"], "2024-01-06");
    assert_eq!(words[1]["exact"], "The ferry, late, sails");
    assert_eq!(words[1]["found"], "exact");
    assert_eq!(words[0]["source"], "t.csv:2");
}

#[test]
fn rows_with_one_id_are_told_apart_by_their_lines() {
    let table = "id,date,title\nx,2024-01-06,It sails\nx,2024-01-05,It lands\n";
    let folder = Folder::with(&[("t.csv", table)]);
    let map = ["--map", "id=id,date=date,title=title"];
    let call = ["show", "t.csv", "x:3", "--format", "json"];
    let answer = folder.call(&[&call[..], &map].concat());
    assert!(answer.out.contains("It lands"), "{}", answer.out);
    let call = ["list", "t.csv", "--sort", "date", "--format", "jsonl"];
    let answer = folder.call(&[&call[..], &map].concat());
    let rows = answer
        .out
        .lines()
        .map(|row| serde_json::from_str(row).unwrap());
    let ids: Vec<serde_json::Value> = rows
        .map(|row: serde_json::Value| row["id"].clone())
        .collect();
    assert_eq!(ids, ["x:3", "x"]);
    assert!(answer.err.contains("is called “x:3”"), "{}", answer.err);
}

#[test]
fn a_call_that_cannot_be_meant_says_what_could() {
    let folder = Folder::with(&[
        ("t.csv", TABLE),
        ("a.jsonl", "{\"timeline\":{\"format\":\"linimasa/1\"}}\n"),
    ]);
    let line = folder.call(&["list", "t.csv"]).failed(1);
    assert!(
        line.contains("its columns are day, what, who, link"),
        "{line}"
    );
    let line = folder
        .call(&["list", "t.csv", "--map", "date=dai,title=what"])
        .failed(1);
    assert!(line.contains("did you mean day?"), "{line}");
    let line = folder.call(&["list", "a.jsonl", "--map", MAP]).failed(1);
    assert!(line.contains("leave out --map"), "{line}");
    let answer = folder.call(&["list", "t.csv", "--map", "when=day"]);
    assert!(
        answer
            .err
            .contains("there is no key when; the keys are date, end,"),
        "{}",
        answer.err
    );
    assert_eq!(answer.code, 2);
    let line = folder
        .call(&["list", "t.csv", "--map", MAP, "--lang", "id"])
        .failed(2);
    assert!(line.contains("--lang"), "{line}");
}

#[test]
fn a_large_timeline_streams_and_says_where_it_is_damaged() {
    use std::fmt::Write;
    let folder = Folder::new();
    let mut text = String::from(
        "{\"timeline\":{\"format\":\"linimasa/1\"}}\n\
         {\"source\":{\"id\":\"s\",\"published\":\"2025-07-03\",\"published_inferred\":true}}\n\
         {\"actor\":{\"id\":\"x\",\"name\":\"Ana Ruiz\",\"kind\":\"person\",\"aliases\":[\"Ana\"]}}\n",
    );
    let padding = "x".repeat(2000);
    for number in 0..2500 {
        let claim = match number {
            7 => {
                r#"{"source":"s","date":"2025-07-02","relative_to":"published"},{"source":"s","date":"2025-07-01"}"#
            }
            _ => r#"{"source":"s","date":"2025-07-04"}"#,
        };
        writeln!(
            text,
            "{{\"event\":{{\"id\":\"e{number}\",\"title\":\"Event {number}\",\"note\":\"{padding}\",\
             \"actors\":[{{\"id\":\"x\",\"role\":\"host\"}}],\"claims\":[{claim}]}}}}"
        )
        .unwrap();
        if number == 9 {
            text.push_str("{\"event\":{\"id\":9}}\n");
        }
    }
    text.push_str("{\"event\":{\"id\":\"cut");
    folder.write("many.jsonl", text.as_bytes());
    let answer = folder.call(&["list", "many.jsonl", "--actor", "Ana", "--to", "2025-07-03"]);
    assert_eq!(
        answer.out,
        "      8  2 Jul 2025*     ≠  ①  Event 7 (Ana Ruiz) [0 sentences]\n\
         * this date rests on a publication date that the text does not state\n\
         ≠ the claims give it dates that differ\n\
         ① 1 of 1 event rests on one mouth only: 1 on s\n"
    );
    let said: Vec<&str> = answer.err.lines().collect();
    assert!(
        said[0].starts_with("linimasa: many.jsonl:14: "),
        "{}",
        said[0]
    );
    assert!(
        said[1].starts_with("linimasa: many.jsonl:2505: "),
        "{}",
        said[1]
    );
    assert!(said[1].contains("may be cut short"), "{}", said[1]);
    assert_eq!((answer.code, said.len()), (1, 2));
    let row = folder
        .call(&[
            "list",
            "many.jsonl",
            "--format",
            "jsonl",
            "--to",
            "2025-07-02",
        ])
        .out;
    let row: serde_json::Value = serde_json::from_str(&row).unwrap();
    assert_eq!(row["actors"][0]["role"], "host");
    assert_eq!(row["inferred"], true);
}

#[cfg(unix)]
#[test]
fn no_room_for_a_copy_of_standard_input_is_a_failure_that_is_said() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_linimasa"))
        .args(["list", "-", "--map", MAP])
        .env("TMPDIR", "/nowhere/at/all")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The call may have ended by now.
    let _ = child.stdin.take().unwrap().write_all(TABLE.as_bytes());
    let output = child.wait_with_output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    let said = "linimasa: standard input: no copy of it can be kept in the folder of temporary files, /nowhere/at/all";
    assert!(err.starts_with(said), "{err}");
    assert!(err.contains("TMPDIR"), "{err}");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
}
