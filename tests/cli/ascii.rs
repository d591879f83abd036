//! Locales without UTF-8: what is printed there, and what is not touched.

use std::process::Command;

/// What a call prints in a locale.
fn printed(locale: &[(&str, &str)], arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_linimasa"));
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
        command.env_remove(name);
    }
    command.envs(locale.iter().copied()).args(arguments);
    let output = command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn where_the_locale_has_no_utf_8_lists_and_events_are_ascii_and_aligned() {
    let list = printed(&[("LC_ALL", "C"), ("LANG", "id_ID.UTF-8")], &["list"]);
    assert!(list.is_ascii(), "{list}");
    let titles: Vec<usize> = list
        .lines()
        .filter_map(|line| line.find("Serangan Rusia").or(line.find("Putaran kedua")))
        .collect();
    assert!(
        titles.len() > 1 && titles.iter().all(|column| *column == titles[0]),
        "{list}"
    );
    assert!(
        list.contains("<= 2 Jul 2025") && list.contains("2022~ - 16 May 2025*"),
        "{list}"
    );
    let shown = printed(&[("LANG", "C")], &["show", "pause-confirmed"]);
    assert!(
        shown.is_ascii() && shown.contains("read from \"sehari setelah\""),
        "{shown}"
    );
}

#[test]
fn the_option_asks_for_the_same() {
    let utf8 = [("LANG", "C.UTF-8")];
    let asked = printed(&utf8, &["list", "--ascii"]);
    assert_eq!(asked, printed(&[("LANG", "C")], &["list"]));
    assert!(!printed(&utf8, &["list"]).is_ascii());
    assert!(!printed(&[], &["list"]).is_ascii());
}

#[test]
fn machine_formats_stay_as_they_are() {
    for format in ["json", "jsonl", "tsv", "md"] {
        let call = ["list", "--format", format];
        assert_eq!(
            printed(&[("LANG", "C")], &call),
            printed(&[("LANG", "C.UTF-8")], &call)
        );
    }
    let call = ["export", "--to", "toml"];
    assert_eq!(
        printed(&[("LANG", "C")], &call),
        printed(&[("LANG", "C.UTF-8")], &call)
    );
}

#[test]
fn letters_are_shown_by_their_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("t.toml");
    let timeline = "format = \"linimasa/1\"\n[[sources]]\nid = \"s\"\n[[events]]\nid = \"e\"\ntitle = \"Élan 日\"\n\
        [[events.claims]]\nsource = \"s\"\n";
    std::fs::write(&file, timeline).unwrap();
    let list = printed(&[("LANG", "C")], &["list", file.to_str().unwrap()]);
    assert!(list.contains("<U+00C9>lan <U+65E5>"), "{list}");
}
