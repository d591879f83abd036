//! Files given on the command line: hostile ones, broken ones, and how the viewer begins.

use std::fmt::Write;
use std::fs;

use crate::bytes::unknown;
use crate::copy::clipboard;
use crate::escapes::{Sent, parse};
use crate::launch::Launch;
use crate::look::{focus, header, hints, selected};
use crate::screen::Session;

/// What would change a title, a colour, the order of letters, the cursor, if a terminal were told.
const HOSTILE: &str =
    "a\u{1b}]0;owned\u{7}b\u{1b}[31mc\u{9b}32md\u{202e}e\u{8}f\u{200b}g\u{85}h\u{e0041}i\u{feff}j";

/// Quotes a text for TOML.
fn toml(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        let _ = write!(quoted, "\\U{:08X}", u32::from(letter));
    }
    quoted.push('"');
    quoted
}

/// A timeline of one event in which every text is hostile, with its source beside it.
fn hostile_files() -> (String, String) {
    let article = format!("{HOSTILE} satu dua tiga.\n");
    let sentence = article.trim_end_matches('\n');
    let text = toml(HOSTILE);
    let timeline = format!(
        "format = \"linimasa/1\"\ntitle = {text}\n\
         [[sources]]\nid = \"s\"\ntitle = {text}\npublisher = {text}\nauthor = {text}\n\
         text = \"article.txt\"\n\
         [[actors]]\nid = \"a\"\nname = {text}\nkind = \"person\"\naliases = [{text}]\n\
         [[events]]\nid = \"e\"\ntitle = {text}\nkind = {text}\nstatus = \"happened\"\nreview = \"accepted\"\n\
         actors = [{{ id = \"a\", role = {text} }}]\n\
         [[events.claims]]\nsource = \"s\"\ndate = \"2025-07-03\"\nnote = {text}\nvia = {text}\n\
         [[events.claims.anchors]]\nrole = \"evidence\"\nexact = {}\nstart = 0\nend = {}\n",
        toml(sentence),
        sentence.chars().count()
    );
    (timeline, article)
}

/// Starts the binary with these arguments, in a shell where `$DATA` is a folder with these files.
fn open(files: &[(&str, &str)], line: &str) -> (Session, tempfile::TempDir) {
    let folder = tempfile::TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let data = folder.path().to_str().unwrap();
    let session = Launch::new(160, 44).env("DATA", data).line(line).start();
    (session, folder)
}

#[test]
fn a_hostile_file_is_shown_and_tells_the_terminal_nothing() {
    let (timeline, article) = hostile_files();
    let files = [
        ("t.toml", timeline.as_str()),
        ("article.txt", article.as_str()),
    ];
    let (mut session, _folder) = open(&files, r#""$LINIMASA" "$DATA/t.toml""#);
    session.wait_for_first_frame();
    session.wait_until("the event", |screen| selected(screen) == Some(1));
    assert!(
        header(&session.screen()).contains('␛'),
        "{}",
        header(&session.screen())
    );
    session.keys("enter");
    session.wait_until("its words", |screen| focus(screen) == "Source");
    session.keys("y y");
    session.wait_until("what was left out", |screen| {
        hints(screen).contains("without") && hints(screen).contains("control characters")
    });
    let copied = clipboard(&session);
    assert!(
        !copied[0].contains(|sign: char| sign.is_control() && sign != '\n'),
        "{copied:?}"
    );
    for key in ["a", "s"] {
        session.keys(key);
        session.wait_until("a window", |screen| {
            screen.contents().contains("Filter by actor") || screen.contents().contains(" Sources ")
        });
        session.keys("enter");
        session.wait_until("no window", |screen| {
            !screen.contents().contains("Filter by actor")
                && !screen.contents().contains(" Sources ")
        });
    }
    session.keys("q");
    session.ended(0);
    assert_eq!(unknown(&session.raw()), []);
}

#[test]
fn a_file_that_cannot_be_read_never_takes_the_terminal() {
    for (files, line, said) in [
        (vec![], r#""$LINIMASA" "$DATA/none.toml""#, "none.toml"),
        (
            vec![("b.toml", "format = \"linimasa/1\"\ntitle = [\x1b]\n")],
            r#""$LINIMASA" "$DATA/b.toml""#,
            "b.toml",
        ),
    ] {
        let (session, _folder) = open(&files, line);
        session.ended(1);
        assert!(session.screen().contents().contains(said));
        let sent = parse(&session.raw());
        let plain = |sent: &Sent| matches!(sent, Sent::Text(_) | Sent::Control('\r' | '\n'));
        assert!(sent.iter().all(plain), "{sent:?}");
    }
}

#[test]
fn the_start_can_be_chosen() {
    let (mut session, _folder) = open(&[], r#""$LINIMASA" --event call-zelensky --no-mouse"#);
    session.wait_for_first_frame();
    session.wait_until("its event", |screen| selected(screen) == Some(14));
    session.keys("q");
    session.ended(0);
    let mouse = |sent: &Sent| matches!(sent, Sent::Csi(mode, 'h') if mode.starts_with("?100"));
    assert!(
        !parse(&session.raw()).iter().any(mouse),
        "the mouse was taken"
    );
}

#[test]
fn a_timeline_from_a_pipe_is_browsed_with_the_terminals_keys() {
    let timeline = hostile_files().0.replace("text = \"article.txt\"\n", "");
    let line = r#"cat "$DATA/t.toml" | "$LINIMASA" -"#;
    let (mut session, _folder) = open(&[("t.toml", &timeline)], line);
    session.wait_for_first_frame();
    session.wait_until("the event", |screen| selected(screen) == Some(1));
    session.keys("tab");
    session.wait_until("the event pane", |screen| focus(screen) == "Event");
    session.quit();
}
