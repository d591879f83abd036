//! One call of the program and what came of it.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a call printed, and its exit code.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

impl Answer {
    /// Exit code 0 and nothing on standard error; returns what was printed.
    #[track_caller]
    pub(crate) fn done(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// One line on standard error, nothing printed; returns that line.
    #[track_caller]
    pub(crate) fn failed(self, code: i32) -> String {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{}", self.err);
        assert_eq!(self.err.lines().count(), 1, "{}", self.err);
        assert!(self.err.starts_with("linimasa: "), "{}", self.err);
        self.err
    }
}

/// A call in a folder, with bytes on standard input.
pub(crate) fn call_in(
    folder: &Path,
    arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
    input: &[u8],
) -> Answer {
    let mut child = Command::new(env!("CARGO_BIN_EXE_linimasa"))
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A call that does not read its input may have ended by now.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Answer {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

/// A call at the top of the repository.
pub(crate) fn call(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Answer {
    call_in(Path::new(env!("CARGO_MANIFEST_DIR")), arguments, b"")
}

/// Whether a text holds a character that acts on a terminal or hides in the text around it.
#[track_caller]
pub(crate) fn assert_tame(text: &str) {
    let wild = text.chars().find(|letter| {
        let number = u32::from(*letter);
        (letter.is_control() && *letter != '\n' && *letter != '\t')
            || (0x200b..=0x200f).contains(&number)
            || (0x202a..=0x202e).contains(&number)
            || (0x2060..=0x206f).contains(&number)
            || *letter == '\u{feff}'
    });
    assert_eq!(wild, None, "{text:?}");
}
