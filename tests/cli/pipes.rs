//! Standard output that ends early or cannot be written.

use std::io::Read;
use std::process::{Command, Stdio};

use super::samples::Folder;

#[test]
fn a_reader_that_has_seen_enough_ends_the_program_quietly() {
    use std::fmt::Write;
    let folder = Folder::new();
    let mut many = String::from("{\"timeline\":{\"format\":\"linimasa/1\"}}\n");
    for number in 0..20_000 {
        writeln!(
            many,
            "{{\"event\":{{\"id\":\"e{number}\",\"title\":\"Event {number}\"}}}}"
        )
        .unwrap();
    }
    folder.write("many.jsonl", many.as_bytes());
    for format in ["text", "json", "tsv", "md"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_linimasa"))
            .args(["list", "many.jsonl", "--format", format])
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0; 1];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
        assert_eq!(output.status.code(), Some(0), "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure_that_is_said() {
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_linimasa"))
        .arg("list")
        .stdin(Stdio::null())
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(
        err.starts_with("linimasa: standard output: cannot be written"),
        "{err}"
    );
}
