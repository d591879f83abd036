//! `o`: a read-only copy of the source in the user's editor, and the viewer afterwards.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use tempfile::TempDir;

use crate::launch::Launch;
use crate::look::{focus, hints, selected};
use crate::screen::Session;

const ARTICLE: &str = include_str!("../../seeds/000_f3226ebb9ab90383.txt");

/// An editor that notes its arguments and the file in the working directory, and waits for Enter.
const EDITOR: &str = r#"#!/bin/sh
for last in "$@"; do :; done
printf '%s\n' "$@" > arguments
cat "$last" > content
ls -l "$last" | cut -c 1-10 > permissions
echo "the editor is open"
read -r _
exit "${EDITOR_CODE:-0}"
"#;

/// The viewer with this editor under a name, at the words of the tenth event.
fn with_editor(name: &str, code: &str) -> (Session, TempDir) {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let path = folder.path().join(name);
    fs::write(&path, EDITOR).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    let search = format!(
        "{}:{}",
        folder.path().display(),
        std::env::var("PATH").unwrap()
    );
    let mut session = Launch::new(160, 44)
        .env("PATH", &search)
        .env("EDITOR", name)
        .env("EDITOR_CODE", code)
        .start();
    session.wait_for_first_frame();
    session.keys("1 0 G enter");
    session.wait_until("the words of the call", |screen| focus(screen) == "Source");
    (session, folder)
}

/// Opens the source, looks at the terminal that the editor has, and closes the editor.
fn open_and_close(session: &mut Session) -> Vec<String> {
    session.keys("o");
    session.wait_for("the editor is open");
    session.assert_terminal_restored();
    let arguments = fs::read_to_string(session.home().join("arguments")).unwrap();
    session.text("\n");
    session.wait_until("the viewer again", |screen| {
        screen.alternate_screen()
            && screen.hide_cursor()
            && focus(screen) == "Source"
            && selected(screen) == Some(10)
    });
    arguments.lines().map(str::to_owned).collect()
}

#[test]
fn the_editor_gets_a_read_only_copy_at_the_line() {
    let (mut session, _folder) = with_editor("vi", "0");
    let arguments = open_and_close(&mut session);
    let [line, file] = &arguments[..] else {
        panic!("{arguments:?}");
    };
    let line: usize = line.strip_prefix('+').unwrap().parse().unwrap();
    let wanted = ARTICLE.lines().nth(line - 1).unwrap();
    assert!(wanted.contains("pertengahan Juni"), "line {line}: {wanted}");
    let content = fs::read_to_string(session.home().join("content")).unwrap();
    assert_eq!(content, ARTICLE);
    let permissions = fs::read_to_string(session.home().join("permissions")).unwrap();
    assert!(!permissions.contains('w'), "{permissions}");
    assert!(
        !fs::exists(file).unwrap(),
        "the copy is left behind: {file}"
    );
    session.keys("g t");
    session.wait_until("keys work again", |screen| focus(screen) == "Timeline");
    session.quit();
}

#[test]
fn an_unknown_editor_gets_the_file_alone() {
    let (mut session, _folder) = with_editor("my-editor", "0");
    let arguments = open_and_close(&mut session);
    assert_eq!(arguments.len(), 1, "{arguments:?}");
    session.quit();
}

#[test]
fn an_editor_that_fails_or_is_not_there_is_told() {
    let (mut session, _folder) = with_editor("vi", "3");
    open_and_close(&mut session);
    session.wait_until("how it ended", |screen| {
        hints(screen).contains("vi ended with exit status: 3")
    });
    session.quit();
    let mut session = Launch::new(160, 44).env("EDITOR", "no-such-editor").start();
    session.wait_for_first_frame();
    session.keys("o");
    session.wait_until("that there is none", |screen| {
        hints(screen).contains("no-such-editor could not be started")
    });
    session.quit();
}
