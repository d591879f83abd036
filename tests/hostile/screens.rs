//! The viewer on a timeline with the corpus in every field: every byte that it sends is inspected, and the attacks are seen.

use crate::attacks::attacks;
use crate::fields::Hostile;
use crate::inspect::{drawn, inspected};
use crate::launch::Launch;
use crate::look::{focus, hints, selected};
use crate::screen::Session;

fn open(hostile: &Hostile, columns: u16, rows: u16, arguments: &str) -> Session {
    let data = hostile.folder.path().to_str().unwrap();
    let line = format!(r#"cd "$DATA"; "$LINIMASA" {arguments}"#);
    let session = Launch::new(columns, rows)
        .env("DATA", data)
        .line(&line)
        .start();
    session.wait_for_first_frame();
    session
}

#[test]
fn every_event_of_the_corpus_is_walked_through() {
    let hostile = Hostile::new();
    let count = attacks().len();
    let mut session = open(&hostile, 200, 60, "t.json");
    let mut seen = String::new();
    for number in 1..=count {
        session.wait_until("the event", |screen| selected(screen) == Some(number));
        session.keys("enter");
        session.wait_until("its words", |screen| focus(screen) == "Source");
        seen.push_str(&session.screen().contents());
        session.keys("g t j");
        session.wait_until("the timeline", |screen| focus(screen) == "Timeline");
    }
    for key in ["a", "s", ":", "?", "!"] {
        session.keys(key);
        session.wait_until("a window", |screen| !hints(screen).contains("Enter words"));
        session.keys("down pagedown");
        session.keys("esc");
        session.wait_until("none", |screen| hints(screen).contains("Enter words"));
    }
    session.keys("o");
    session.wait_until("why not", |screen| {
        hints(screen).contains("only plain http and https")
    });
    session.keys("T z z /");
    session.text("kata");
    session.keys("enter n n esc");
    session.wait_until("no search", |screen| {
        hints(screen).contains("search closed")
    });
    session.keys("q");
    session.ended(0);
    for marker in [
        "␛[2J",
        "<U+009B>2J",
        "<U+202E>",
        "<U+200B>",
        "<U+E0041>",
        "␍",
        "␈",
        "␉",
        "␇",
        "<U+0304>",
    ] {
        assert!(seen.contains(marker), "{marker} was never seen");
    }
    drawn("the walk", &session.raw());
    println!("{} bytes were inspected", inspected());
    assert!(inspected() > 200_000, "only {} bytes", inspected());
}

#[test]
fn narrow_and_wide_terminals_are_sent_nothing_else() {
    let hostile = Hostile::new();
    for columns in [20, 40, 61, 99, 100, 133, 300] {
        let mut session = open(&hostile, columns, 24, "t.json");
        session.keys("j j ctrl-d ctrl-d enter tab tab G tab tab");
        session.keys("q");
        session.ended(0);
        drawn(&format!("{columns} columns"), &session.raw());
    }
}

#[test]
fn a_hostile_name_of_a_file_is_shown_in_the_top_line_and_no_title_is_set() {
    let hostile = Hostile::new();
    for attack in attacks() {
        if attack.text.contains(['/', '\0', '\n']) {
            continue;
        }
        let name = format!("{}.toml", attack.text);
        hostile.write(
            &name,
            b"format = \"linimasa/1\"\n[[events]]\nid = \"a\"\ntitle = \"A\"\n",
        );
        let data = hostile.folder.path().to_str().unwrap();
        let launch = Launch::new(160, 12).env("DATA", data).env("NAME", &name);
        let mut session = launch.line(r#"cd "$DATA"; "$LINIMASA" "./$NAME""#).start();
        session.wait_for_first_frame();
        session.keys("q");
        session.ended(0);
        drawn(&attack.name, &session.raw());
    }
}
