//! Large files and tables in the viewer: shown while they are read, filtered, searched, stopped, and noticed when they change.

use std::fs::{self, OpenOptions};

use crate::generate;
use crate::launch::Launch;
use crate::look::{header, selected};
use crate::screen::Session;

/// So many events make a file that is read while it is looked at.
const EVENTS: usize = 20_000;

fn native() -> Vec<u8> {
    let mut bytes = Vec::new();
    generate::native(EVENTS, &mut bytes).unwrap();
    bytes
}

fn open(name: &str, bytes: &[u8], line: &str) -> (Session, tempfile::TempDir) {
    let folder = tempfile::TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let data = folder.path().to_str().unwrap();
    let session = Launch::new(160, 44).env("DATA", data).line(line).start();
    (session, folder)
}

#[test]
fn a_large_file_is_counted_searched_filtered_and_walked_to_its_end() {
    let (mut session, _folder) = open(
        "large.jsonl",
        &native(),
        r#""$LINIMASA" "$DATA/large.jsonl""#,
    );
    session.wait_until("all events are counted", |screen| {
        header(screen).contains("20,000 events") && !header(screen).contains("so far")
    });
    session.keys("G");
    session.wait_until("the last event is selected", |screen| {
        selected(screen) == Some(EVENTS)
    });
    session.keys("/");
    session.text(&generate::RARE.to_lowercase());
    session.wait_until("the rare word is found", |screen| {
        header(screen).contains(": 1 event")
    });
    session.keys("enter");
    session.wait_for(generate::RARE);
    session.keys("&");
    session.wait_until("only it is left", |screen| {
        header(screen).contains("1 of 20,000 events")
    });
    session.keys("esc");
    session.wait_for("search closed");
    session.keys("a");
    session.wait_for("Filter by actor");
    session.keys("enter");
    session.wait_until("the first actor's events are left", |screen| {
        header(screen).contains("of 20,000 events") && header(screen).contains("filter: +")
    });
    session.quit();
}

#[test]
fn a_damaged_line_is_told_and_the_rest_is_shown() {
    let mut bytes = native();
    let middle = bytes.len() / 2;
    let start = middle
        + bytes[middle..]
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap()
        + 1;
    bytes[start..start + 10].copy_from_slice(b"{\"event\":[");
    let line = bytes[..start].iter().filter(|byte| **byte == b'\n').count() + 1;
    let (mut session, _folder) = open("large.jsonl", &bytes, r#""$LINIMASA" "$DATA/large.jsonl""#);
    session.wait_until("the rest is counted", |screen| {
        header(screen).contains("19,999 events") && header(screen).contains("1 notice")
    });
    session.keys("!");
    session.wait_for(&format!("large.jsonl:{line}"));
    session.keys("esc");
    session.wait_until("the notices are closed", |screen| {
        !screen.contents().contains("large.jsonl:")
    });
    session.quit();
}

#[test]
fn a_file_that_is_cut_short_while_it_is_open_is_noticed_and_nothing_breaks() {
    let (mut session, folder) = open(
        "large.jsonl",
        &native(),
        r#""$LINIMASA" "$DATA/large.jsonl""#,
    );
    session.wait_until("all is read", |screen| {
        header(screen).contains("20,000 events") && !header(screen).contains("so far")
    });
    let file = OpenOptions::new()
        .write(true)
        .open(folder.path().join("large.jsonl"))
        .unwrap();
    file.set_len(1_000).unwrap();
    session.keys("G");
    session.wait_for("changed while it was open");
    session.wait_for("cannot be read any");
    session.keys("g g j k");
    session.quit();
}

#[test]
fn a_table_is_shown_with_its_cells_as_they_stand() {
    let table = "date,title,actors,note\n2025-07-03,Bridge opens,Port Authority;City,\"a, \"\"b\"\"\"\n\
                 2025-07-01,Bridge closes,City,\n";
    let (mut session, _folder) = open(
        "table.csv",
        table.as_bytes(),
        r#""$LINIMASA" "$DATA/table.csv""#,
    );
    session.wait_for("2 events");
    session.keys("G g s");
    session.wait_for(r#"note: a, "b""#);
    session.wait_for("Port Authority");
    session.quit();
}
