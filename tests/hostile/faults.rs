//! Signals, terminals that go away, streams that are closed, disks that are full: each has one outcome, stated by its test.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use rustix::process::{Signal, kill_process};
use tempfile::TempDir;

use crate::inspect::drawn;
use crate::launch::Launch;
use crate::look::{focus, line, selected};
use crate::screen::viewer;

/// The viewer, in the middle of a computation that does not end.
#[cfg(debug_assertions)]
fn busy() -> crate::screen::Session {
    let mut session = Launch::new(120, 30).env("LINIMASA_TEST_BUSY", "1").start();
    session.wait_for_first_frame();
    // The key before is drawn, the busy one is not, so nothing more can be seen of it.
    session.keys("3 j");
    session.wait_until("event 4", |screen| selected(screen) == Some(4));
    session.keys("f11");
    session
}

/// Only a debug build can be asked to be busy.
#[cfg(debug_assertions)]
#[test]
fn a_busy_program_ends_by_an_unanswered_signal_and_gives_the_terminal_back() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let session = busy();
        kill_process(session.pid(), signal).unwrap();
        session.ended(128 + signal.as_raw());
        drawn("busy", &session.raw());
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_second_signal_ends_a_busy_program() {
    let session = busy();
    kill_process(session.pid(), Signal::TERM).unwrap();
    kill_process(session.pid(), Signal::TERM).unwrap();
    session.ended(128 + Signal::TERM.as_raw());
}

#[test]
fn a_signal_before_the_first_frame_ends_the_program() {
    let session = Launch::new(120, 30)
        .line(r#"sh -c 'kill -TERM $$; exec "$LINIMASA"'"#)
        .start();
    session.ended(128 + Signal::TERM.as_raw());
}

#[test]
fn a_storm_of_sizes_ends_in_the_right_picture() {
    let mut session = viewer(120, 30);
    for round in 0..200_u16 {
        session.resize(20 + (round * 37) % 180, 5 + (round * 13) % 50);
        if round % 10 == 0 {
            session.keys("j");
        }
    }
    session.resize(100, 28);
    session.wait_until("the last size", |screen| {
        focus(screen) == "Timeline"
            && line(screen, 27).contains("q quit")
            && selected(screen).is_some()
    });
    session.keys("g g");
    session.wait_until("the first event", |screen| selected(screen) == Some(1));
    session.quit();
}

#[test]
fn with_standard_input_closed_keys_still_come_from_the_terminal() {
    let mut session = Launch::new(120, 30).line(r#""$LINIMASA" <&-"#).start();
    session.wait_for_first_frame();
    session.keys("j");
    session.wait_until("event 2", |screen| selected(screen) == Some(2));
    session.quit();
}

#[test]
fn with_standard_error_closed_the_viewer_works() {
    let session = Launch::new(120, 30).line(r#""$LINIMASA" 2>&-"#).start();
    session.wait_for_first_frame();
    session.quit();
}

#[test]
fn a_terminal_that_goes_away_ends_the_program() {
    for keys in ["", "jjj", "/kata"] {
        let size = PtySize {
            rows: 30,
            cols: 120,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_linimasa"));
        command.env("TERM", "xterm");
        let mut child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let mut writer = pair.master.take_writer().unwrap();
        std::io::Read::read_exact(&mut reader, &mut [0; 500]).unwrap();
        std::io::Write::write_all(&mut writer, keys.as_bytes()).unwrap();
        drop((reader, writer, pair));
        let status = child.wait().unwrap();
        assert_ne!(status.exit_code(), 101, "it panicked");
    }
}

/// A shell's line in a folder, without a terminal.
fn shell(folder: &Path, line: &str) -> Output {
    let mut command = Command::new("sh");
    command
        .args(["-c", line])
        .current_dir(folder)
        .stdin(Stdio::null());
    command
        .env("LINIMASA", env!("CARGO_BIN_EXE_linimasa"))
        .output()
        .unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn closed_streams_are_no_panic() {
    let folder = TempDir::new().unwrap();
    for redirection in [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"] {
        for words in [
            "list",
            "show 1",
            "check",
            "list --nonsense",
            "list none.toml",
        ] {
            let output = shell(
                folder.path(),
                &format!("\"$LINIMASA\" {words} {redirection}"),
            );
            let code = output.status.code().unwrap();
            assert!([0, 1, 2].contains(&code), "{words} {redirection}: {code}");
        }
    }
}

#[test]
fn a_full_device_is_told_by_every_command_and_format() {
    if !Path::new("/dev/full").exists() {
        println!("there is no /dev/full: nothing was tested");
        return;
    }
    let folder = TempDir::new().unwrap();
    let text = include_str!("../../seeds/000_f3226ebb9ab90383.txt");
    fs::write(folder.path().join("a.txt"), text).unwrap();
    let mut calls = vec![
        "check".to_owned(),
        "--help".to_owned(),
        "--version".to_owned(),
        "annotate a.txt".to_owned(),
    ];
    calls.push("annotate a.txt --format timeml".to_owned());
    calls.push("build a.txt -o -".to_owned());
    for format in ["text", "json", "jsonl", "tsv", "md"] {
        calls.push(format!("list --format {format}"));
        calls.push(format!("show --from 2000 --format {format}"));
    }
    calls.extend(["toml", "json", "jsonl"].map(|encoding| format!("export --to {encoding}")));
    for words in calls {
        let output = shell(folder.path(), &format!("\"$LINIMASA\" {words} > /dev/full"));
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{words}: {said}");
        assert!(
            said.contains("linimasa: standard output: cannot be written"),
            "{words}: {said}"
        );
    }
}

#[test]
fn a_disk_that_fills_up_leaves_no_half_written_file() {
    let folder = TempDir::new().unwrap();
    let text = include_str!("../../seeds/000_f3226ebb9ab90383.txt");
    fs::write(folder.path().join("a.txt"), text).unwrap();
    // One block is all that a file may have; the signal that would end the process is ignored, as on a full disk.
    for (words, before) in [
        ("export --to json -o out.json", vec!["a.txt"]),
        ("export --to toml -o out.toml", vec!["a.txt"]),
        ("build a.txt -o out.toml", vec!["a.txt"]),
    ] {
        let output = shell(
            folder.path(),
            &format!("trap '' XFSZ; ulimit -f 1; exec \"$LINIMASA\" {words}"),
        );
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{words}: {said}");
        assert!(
            said.contains("cannot be written") && said.contains("nothing was changed"),
            "{words}: {said}"
        );
        assert_eq!(names(folder.path()), before, "{words}");
    }
    let built = shell(folder.path(), "\"$LINIMASA\" build a.txt -o out.toml");
    assert!(built.status.success());
    let before = fs::read(folder.path().join("out.toml")).unwrap();
    let there = names(folder.path());
    let changed = format!("{text}\nPada Rabu (2/7/2025) ada lagi pertemuan di Istanbul.\n");
    fs::write(folder.path().join("a.txt"), changed).unwrap();
    let line = "trap '' XFSZ; ulimit -f 1; exec \"$LINIMASA\" build a.txt -o out.toml --merge";
    let output = shell(folder.path(), line);
    assert_eq!(
        output.status.code(),
        Some(1),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(fs::read(folder.path().join("out.toml")).unwrap(), before);
    assert_eq!(names(folder.path()), there);
}

#[test]
fn a_small_file_that_is_truncated_or_replaced_while_open_changes_nothing_on_the_screen() {
    let text = "format = \"linimasa/1\"\n[[events]]\nid = \"a\"\ntitle = \"Satu\"\n[[events]]\nid = \"b\"\ntitle = \"Dua\"\n";
    for after in [Some(""), Some("format = 7"), None] {
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let path = folder.path().join("t.toml");
        fs::write(&path, text).unwrap();
        let data = folder.path().to_str().unwrap();
        let mut session = Launch::new(120, 20)
            .env("DATA", data)
            .line(r#""$LINIMASA" "$DATA/t.toml""#)
            .start();
        session.wait_for_first_frame();
        match after {
            Some(after) => fs::write(&path, after).unwrap(),
            None => fs::remove_file(&path).unwrap(),
        }
        session.keys("j");
        session.wait_until("event 2", |screen| {
            selected(screen) == Some(2) && screen.contents().contains("Satu")
        });
        session.quit();
    }
}

#[test]
fn no_clock_of_the_day_is_read_so_that_no_change_of_it_matters() {
    fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, found);
            } else {
                found.push(path);
            }
        }
    }
    let mut all = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    assert!(all.len() > 100);
    for path in all {
        let code = fs::read_to_string(&path).unwrap_or_default();
        for clock in [
            "SystemTime::now",
            "Local::now",
            "Utc::now",
            "Local::today",
            "UNIX_EPOCH",
        ] {
            assert!(!code.contains(clock), "{} reads {clock}", path.display());
        }
    }
}
