//! Names that pass for others, and right-to-left words that would move a date: the first are flagged, the second stay in place.

use tempfile::TempDir;

use crate::inspect::printed;
use crate::launch::Launch;
use crate::look::{focus, line, lines, selected};
use crate::run::Call;
use crate::screen::Session;

/// Two actors that look like one; a name of mixed scripts; one that is what it seems.
const NAMES: &str = "format = \"linimasa/1\"\n\
    [[sources]]\nid = \"s\"\n\
    [[actors]]\nid = \"putin\"\nname = \"Vladimir Putin\"\nkind = \"person\"\n\
    [[actors]]\nid = \"other\"\nname = \"Vladimir Рutin\"\nkind = \"person\"\n\
    [[actors]]\nid = \"trump\"\nname = \"Donald Trump\"\nkind = \"person\"\n\
    [[events]]\nid = \"e\"\ntitle = \"Judul\"\nactors = [{ id = \"other\" }, { id = \"trump\" }]\n\
    [[events.claims]]\nsource = \"s\"\ndate = \"2025-07-02\"\n";

fn open(text: &str, columns: u16) -> (Session, TempDir) {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    std::fs::write(folder.path().join("t.toml"), text).unwrap();
    let data = folder.path().to_str().unwrap();
    let launch = Launch::new(columns, 30).env("DATA", data);
    let session = launch.line(r#"cd "$DATA"; "$LINIMASA" t.toml"#).start();
    session.wait_for_first_frame();
    (session, folder)
}

#[test]
fn lookalikes_are_named_together_by_check_and_marked_in_list_and_show() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("t.toml"), NAMES).unwrap();
    let call = |words: &str| {
        let output = Call::new(folder.path(), words.split(' ')).output();
        printed(words, &output.stdout, words.contains("json"));
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
        )
    };
    let (code, faults) = call("check t.toml");
    assert_eq!(code, Some(1));
    let lines: Vec<&str> = faults.lines().collect();
    assert_eq!(lines.len(), 3, "{faults}");
    assert!(
        lines[0].starts_with("t.toml:4: actor “putin”: looks like “Vladimir Рutin” (other);"),
        "{faults}"
    );
    assert!(
        lines[1].contains("actor “other”: “Рutin” mixes Cyrillic and Latin letters;"),
        "{faults}"
    );
    assert!(
        lines[2].contains("actor “other”: looks like “Vladimir Putin” (putin);"),
        "{faults}"
    );
    assert!(
        call("check t.toml --format json")
            .1
            .contains("\"kind\":\"lookalike\"")
    );
    let list = call("list t.toml").1;
    assert!(list.contains("(!Vladimir Рutin, Donald Trump)"), "{list}");
    assert!(
        list.ends_with(
            "! this name mixes scripts or looks like another actor's: see show, or check\n"
        ),
        "{list}"
    );
    for format in ["text", "md", "json"] {
        let shown = call(&format!("show t.toml e --format {format}")).1;
        assert!(
            shown.contains("“Vladimir Рutin”: looks like “Vladimir Putin” (putin)"),
            "{shown}"
        );
        assert!(!shown.contains("“Donald Trump”:"), "{shown}");
    }
}

#[test]
fn lookalikes_are_marked_by_a_sign_and_words_in_every_pane() {
    let (mut session, _folder) = open(NAMES, 160);
    session.wait_until("the event", |screen| selected(screen) == Some(1));
    let shown = session.screen().contents();
    assert!(shown.contains("!Vladimir Рutin"), "{shown}");
    assert!(shown.contains("! “Рutin” mixes Cyrillic"), "{shown}");
    assert!(shown.contains("! looks like “Vladimir Putin”"), "{shown}");
    session.keys("a");
    session.wait_for("Filter by actor");
    let screen = session.screen();
    let rows: Vec<String> = (0..30).map(|row| line(&screen, row)).collect();
    let row = |name: &str| {
        rows.iter()
            .find(|row| row.contains(&format!("[ ] {name}")))
            .unwrap()
    };
    assert!(row("Vladimir Рutin").contains("! doubtful name"));
    assert!(row("Vladimir Putin").contains("! doubtful name"));
    assert!(!row("Donald Trump").contains("doubtful"));
    session.keys("esc");
    session.wait_until("no window", |screen| {
        !screen.contents().contains("Filter by actor")
    });
    session.quit();
}

/// Events whose titles and actors run from right to left, with numbers where they would change places.
fn right_to_left() -> String {
    let mut text =
        String::from("format = \"linimasa/1\"\n[[sources]]\nid = \"s\"\ntitle = \"כותרת 99\"\n");
    for (number, title) in [
        "פגישה 17",
        "12 שיחה (ב)",
        "اجتماع ١٢ في",
        "abc שלום 5",
        "plain",
    ]
    .iter()
    .enumerate()
    {
        text.push_str(&format!(
            "[[actors]]\nid = \"a{number}\"\nname = \"שם {number}\"\nkind = \"person\"\n\
             [[events]]\nid = \"e{number}\"\ntitle = \"{title}\"\nactors = [{{ id = \"a{number}\" }}]\n\
             [[events.claims]]\nsource = \"s\"\ndate = \"2025-07-0{}\"\nnote = \"הערה 3\"\n",
            number + 1
        ));
    }
    text
}

#[test]
fn right_to_left_words_move_no_date_and_leave_no_field() {
    let text = right_to_left();
    for columns in [60, 99, 160, 240] {
        let (session, _folder) = open(&text, columns);
        session.wait_until("the first event", |screen| {
            selected(screen) == Some(1) && focus(screen) == "Timeline"
        });
        let screen = session.screen();
        let rows = lines(&screen, "Timeline");
        for day in 1..=5 {
            let date = format!("{day} ●d {day} Jul 2025");
            assert!(
                rows.iter().any(|row| row.contains(&date)),
                "{date}: {rows:#?}"
            );
        }
        let all = rows.join("\n");
        for words in ["17 השיגפ", "(ב) החיש 12", "abc 5 םולש", "0 םש"] {
            assert!(all.contains(words), "{words}: {all}");
        }
        let raw = session.raw();
        session.quit();
        let at = |bytes: &[u8]| raw.windows(bytes.len()).position(|window| window == bytes);
        let (told, first) = (at(b"\x1b[8l").unwrap(), at("פ".as_bytes()).unwrap());
        assert!(
            told < first,
            "the terminal still turns letters while the first are drawn"
        );
    }
}

#[test]
fn each_event_of_the_list_is_a_paragraph_of_its_own() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("t.toml"), right_to_left()).unwrap();
    let output = Call::new(folder.path(), ["list", "t.toml"]).output();
    let list = String::from_utf8(output.stdout).unwrap();
    assert!(list.lines().count() >= 5, "{list}");
    for (number, line) in list.lines().take(5).enumerate() {
        // A month in Latin letters stands before what is turned, so the day stays with it on any terminal.
        let day = number + 1;
        assert!(
            line.starts_with(&format!("{day}  {day} Jul 2025  ")),
            "{line}"
        );
    }
}
