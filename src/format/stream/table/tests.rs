//! What a caller of tables gets: events whose every anchor is a verbatim cell, and nothing guessed.

use std::sync::Arc;

use super::*;
use crate::format::stream::{
    Block, Blocks, Detail, LeanRecord, Limits, RecordKind, Tally, detail, read_block,
};
use crate::model::{Date, FaultKind, Reading, Role, Status};

/// A table whose columns are taken as the mapping says.
pub(super) fn kind(table: &str, delimiter: u8, map: &str) -> RecordKind {
    let Header::Columns(columns) = csv(table.as_bytes(), delimiter, true) else {
        panic!("a header");
    };
    let spec = map.parse().unwrap();
    let syntax = Syntax::Csv { delimiter };
    RecordKind::Table(Arc::new(
        Mapping::new(&spec, syntax, "t.csv", columns, "t.csv").unwrap(),
    ))
}

/// Of every row the lean event in words and the whole of it, or what is wrong; the lines are the file's.
pub(super) struct Read {
    pub(super) rows: Vec<Result<(String, Detail), String>>,
    tally: Tally,
}

pub(super) fn read_sized(bytes: &[u8], kind: &RecordKind, size: usize) -> Read {
    let mut read = Read {
        rows: Vec::new(),
        tally: Tally::default(),
    };
    for block in Blocks::new(bytes, kind, "t.csv", Limits::default()).of_size(size) {
        let block: Block = block.unwrap();
        let tally = read_block(kind, &block, &mut |entry| {
            read.rows.push(match entry {
                Err(damaged) => Err(damaged.fault("t.csv").to_string()),
                Ok(entry) => {
                    let LeanRecord::Event(event) = &entry.record else {
                        panic!("a table holds events only");
                    };
                    let start = usize::try_from(entry.at.offset).unwrap();
                    let record = &bytes[start..start + entry.at.length as usize];
                    let line = block.line_of(entry.at);
                    let detail = detail(kind, record, "t.csv", line).unwrap();
                    let claim = &event.claims[0];
                    let words = claim.anchors.iter().map(|anchor| anchor.exact.as_ref());
                    let whole = &detail.event.claims[0];
                    let same = whole.anchors.iter().map(|anchor| anchor.exact.as_str());
                    assert!(words.eq(same), "the row says what the whole event says");
                    assert_eq!(claim.date.as_deref(), whole.date.as_deref());
                    assert_eq!(event.id, detail.event.id);
                    Ok((format!("{line} {}", event.title), detail))
                }
            });
        });
        read.tally.unreadable_dates += tally.unreadable_dates;
        let first = read.tally.first_unreadable.or(tally.first_unreadable);
        read.tally.first_unreadable = first;
    }
    read
}

fn read(table: &str, map: &str) -> Read {
    let kind = kind(table, b',', map);
    read_sized(table.as_bytes(), &kind, 64 << 10)
}

fn only(table: &str, map: &str) -> Detail {
    let mut read = read(table, map);
    read.rows.remove(0).unwrap().1
}

const MAP: &str = "date=day,title=what,actors=who;with,url=link,publisher=outlet";

#[test]
fn a_row_is_an_event_and_its_own_source_with_its_cells_verbatim() {
    let table = "what,day,who,with,link,outlet\n\
                 \"The ferry, the \"\"Elba\"\", sails\",05 January 2024,Ana Ruiz; Port Office,Ana Ruiz,https://example.org/1,The Harbour\n";
    let Detail { event, source } = only(table, MAP);
    let (source, text) = source.unwrap();
    assert_eq!(
        text,
        "what: The ferry, the \"Elba\", sails\nday: 05 January 2024\nwho: Ana Ruiz; Port Office\n\
         with: Ana Ruiz\nlink: https://example.org/1\noutlet: The Harbour\n"
    );
    assert_eq!(source.id, "t.csv:2");
    assert_eq!(source.title.as_deref(), Some("t.csv, line 2"));
    assert_eq!(source.url.as_deref(), Some("https://example.org/1"));
    assert_eq!(source.publisher.as_deref(), Some("The Harbour"));
    assert_eq!(event.title, "The ferry, the \"Elba\", sails");
    assert_eq!(event.id, "t.csv:2");
    let actors: Vec<&str> = event.actors.iter().map(|part| part.id.as_str()).collect();
    assert_eq!(actors, ["Ana Ruiz", "Port Office"]);
    let claim = &event.claims[0];
    assert_eq!(claim.date.as_deref(), Some("2024-01-05"));
    assert_eq!(claim.reading, Some(Reading::Explicit));
    assert_eq!(claim.by.as_deref(), Some("import.csv"));
    assert_eq!(claim.source, "t.csv:2");
    let words: Vec<(Role, &str)> = claim
        .anchors
        .iter()
        .map(|anchor| (anchor.role, anchor.exact.as_str()))
        .collect();
    assert_eq!(
        words,
        [
            (Role::Evidence, "The ferry, the \"Elba\", sails"),
            (Role::Date, "05 January 2024")
        ]
    );
}

#[test]
fn a_span_lasts_and_what_is_exact_to_the_week_is_drawn_as_no_day() {
    let table = "a,b,p,t\n2024-01-05,2024-01-09,,x\n2024-01-05,2024-01-05,,x\n2024-01-09,2024-01-05,,x\n\
                 2024-01-05,,1,x\n2024-01-05,,2,x\n2024-01-05,,month,x\n05-Jan-24,,,x\n2024-01-05,,often,x\n";
    let read = read(table, "date=a,end=b,precision=p,title=t");
    let claims: Vec<_> = read
        .rows
        .iter()
        .map(|row| row.as_ref().unwrap().1.event.claims[0].clone())
        .collect();
    let dates: Vec<&str> = claims
        .iter()
        .map(|claim| claim.date.as_deref().unwrap_or("none"))
        .collect();
    assert_eq!(
        dates,
        [
            "2024-01-05/2024-01-09",
            "2024-01-05",
            "none",
            "2024-01-05",
            "[2024-01-02..2024-01-08]",
            "2024-01",
            "2024-01-05",
            "2024-01-05~"
        ]
    );
    assert_eq!(read.tally.unreadable_dates, 1);
    assert_eq!(read.tally.first_unreadable, Some(4));
    for (claim, is_certain) in claims
        .iter()
        .zip([true, true, true, true, false, false, true, false])
    {
        let date = claim.date.as_deref().map(|date| Date::parse(date).unwrap());
        assert_eq!(
            date.is_none_or(|date| date.is_certain()),
            is_certain,
            "{claim:?}"
        );
    }
    assert_eq!(claims[4].reading, Some(Reading::Inferred));
    assert!(claims[4].note.as_deref().unwrap().contains("week"));
    assert!(claims[6].note.as_deref().unwrap().contains("century"));
    let words: Vec<&str> = claims[4]
        .anchors
        .iter()
        .map(|anchor| anchor.exact.as_str())
        .collect();
    assert_eq!(words, ["x", "2024-01-05", "2"]);
}

#[test]
fn a_date_that_could_be_another_is_none_and_counted() {
    let table = "d,t\n03/04/2024,x\n,x\nsoon,x\n";
    let guessed = read(table, "date=d,title=t");
    assert_eq!(
        (
            guessed.tally.unreadable_dates,
            guessed.tally.first_unreadable
        ),
        (2, Some(2))
    );
    let event = &guessed.rows[0].as_ref().unwrap().1.event;
    assert_eq!(
        (event.claims[0].date.as_deref(), event.claims[0].reading),
        (None, None)
    );
    assert_eq!(
        event.claims[0].anchors.len(),
        1,
        "no words are said to give a date"
    );
    let told = read(table, "date=d:dmy,title=t");
    let event = &told.rows[0].as_ref().unwrap().1.event;
    assert_eq!(event.claims[0].date.as_deref(), Some("2024-04-03"));
}

#[test]
fn damaged_rows_are_told_by_their_line_and_the_others_are_read() {
    let table = "d,t\r\n2024-01-01,\"one\r\nline\"\r\n\r\n2024-01-02\r\n2024-01-03,a,b\r\n2024-01-04,four\u{0}\r\n2024-01-05,\"five\r\n2024-01-06,six";
    for size in [1, 7, 30, 1000] {
        let kind = kind(table, b',', "date=d,title=t");
        let read = read_sized(table.as_bytes(), &kind, size);
        let told: Vec<String> = read
            .rows
            .iter()
            .map(|row| match row {
                Ok((words, _)) => words.clone(),
                Err(fault) => fault.split(';').next().unwrap().to_owned(),
            })
            .collect();
        assert_eq!(
            told,
            [
                "2 one\r\nline",
                "t.csv:5: the row has 1 cells, the header 2",
                "t.csv:6: the row has 3 cells, the header 2",
                "7 four\u{0}",
                "t.csv:8: a quotation mark opens a cell here and none closes it",
                "9 six"
            ],
            "{size}"
        );
    }
}

#[test]
fn in_a_table_with_tabs_a_quotation_mark_is_a_letter_unless_the_cell_is_quoted_whole() {
    let table =
        "d\tt\n2024\t\"Sail\" he said\n2024\t\"never closed\n2024\t\"a\tb\"\n2024\t5\" pipe\n";
    let kind = kind(table, b'\t', "date=d,title=t");
    let read = read_sized(table.as_bytes(), &kind, 10);
    let titles: Vec<&str> = read
        .rows
        .iter()
        .map(|row| row.as_ref().unwrap().0.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "2 \"Sail\" he said",
            "3 \"never closed",
            "4 a\tb",
            "5 5\" pipe"
        ]
    );
    let by = &read.rows[0].as_ref().unwrap().1.event.claims[0].by;
    assert_eq!(by.as_deref(), Some("import.tsv"));
}

#[test]
fn objects_of_others_are_rows_whose_values_are_cells() {
    let lines = "{\"who\":[\"Ana\",\"Ben\",7,null],\"what\":\"She said \\\"go\\\"\",\"n\":1.50,\"day\":\"2024-01-05\",\"ok\":null}\n\
                 [1]\n{\"what\":\"b\",\"day\":20240106}\n";
    let columns = json_lines(lines.as_bytes(), true).unwrap();
    assert_eq!(columns, ["who", "what", "n", "day", "ok"]);
    let spec = "title=what,date=day,actors=who".parse().unwrap();
    let mapping = Mapping::new(&spec, Syntax::JsonLines, "t.csv", columns, "f").unwrap();
    let read = read_sized(lines.as_bytes(), &RecordKind::Table(mapping.into()), 20);
    let (words, detail) = read.rows[0].as_ref().unwrap();
    assert_eq!(words, "1 She said \"go\"");
    let actors: Vec<&str> = detail
        .event
        .actors
        .iter()
        .map(|part| part.id.as_str())
        .collect();
    assert_eq!(actors, ["Ana", "Ben", "7"]);
    assert_eq!(
        detail.source.as_ref().unwrap().1,
        "who: [\"Ana\",\"Ben\",7,null]\nwhat: She said \"go\"\nn: 1.50\nday: 2024-01-05\nok:\n"
    );
    assert!(read.rows[1].as_ref().unwrap_err().starts_with("t.csv:2: "));
    let claim = &read.rows[2].as_ref().unwrap().1.event.claims[0];
    assert_eq!(claim.date.as_deref(), Some("2024-01-06"));
    assert_eq!(claim.anchors[1].exact, "20240106");
}

#[test]
fn each_actor_stands_once_however_many_names_a_cell_holds() {
    let names = |cell: &str| -> Vec<String> {
        let table = format!("t,a,b\nx,{cell},{cell}\n");
        let event = only(&table, "title=t,actors=a;b").event;
        event.actors.into_iter().map(|part| part.id).collect()
    };
    assert_eq!(names("Ana; Ben ;;Ana"), ["Ana", "Ben"]);
    let many: Vec<String> = (0..100_000).map(|number| format!("n{number}")).collect();
    assert_eq!(names(&many.join(";")), many);
    assert_eq!(names(&"Ana;".repeat(100_000)), ["Ana"]);
}

#[test]
fn a_status_that_the_format_does_not_have_is_no_more_than_a_claim() {
    let table = "t,s\nx,Planned\nx,confirmed\nx,\n";
    let read = read(table, "title=t,status=s");
    let statuses: Vec<Status> = read
        .rows
        .iter()
        .map(|row| row.as_ref().unwrap().1.event.status)
        .collect();
    assert_eq!(
        statuses,
        [Status::Planned, Status::Claimed, Status::Happened]
    );
}

#[test]
fn a_row_that_was_changed_after_it_was_loaded_is_refused() {
    let kind = kind("d,t\n", b',', "date=d,title=t");
    let fault = detail(&kind, b"2024,x,y", "t.csv", 4).unwrap_err();
    assert_eq!((fault.kind, fault.line), (FaultKind::Syntax, Some(4)));
}
