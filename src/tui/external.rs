//! Other programs: the web browser for a source's URL, the user's editor for a read-only copy of its text.

use std::fs::{File, Permissions};
use std::io::{self, IsTerminal, Write};
use std::process::{Command, Stdio};

use crate::text::{SafeText, has_controls};

/// Opens a web page in the user's browser, without waiting for it.
///
/// # Errors
///
/// Where there is no browser to open it with.
pub(super) fn open_url(url: &str) -> io::Result<()> {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if !set("DISPLAY") && !set("WAYLAND_DISPLAY") {
            return Err(io::Error::other("there is no desktop here"));
        }
        Command::new("xdg-open")
    };
    command
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = command.spawn()?;
    std::thread::spawn(move || child.wait());
    Ok(())
}

/// Editors that take `+LINE` before the file.
const TAKE_LINE: [&str; 10] = [
    "vi", "vim", "nvim", "view", "nano", "emacs", "less", "micro", "kak", "joe",
];

/// Shows a read-only copy of a text in the user's editor, and waits until it is closed. The terminal must have been
/// given back. Tells whether control characters were made visible in the copy: an "editor" may be `cat`.
///
/// # Errors
///
/// Where the copy cannot be written or the editor cannot be started.
pub(super) fn show_text(name: &str, text: &str, line: usize) -> io::Result<bool> {
    let editor = editor();
    // A shell repeats what it cannot find, byte for byte.
    if has_controls(&editor) {
        let cause = "EDITOR or VISUAL holds control characters, so it was not started";
        return Err(io::Error::other(cause));
    }
    let safe = SafeText::multiline_in_utf8(text);
    let plain: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(24)
        .collect();
    let prefix = format!("linimasa-{plain}-");
    let mut copy = tempfile::Builder::new()
        .prefix(&prefix)
        .suffix(".txt")
        .tempfile()?;
    copy.write_all(safe.as_str().as_bytes())?;
    copy.flush()?;
    read_only(copy.as_file())?;
    let mut command = editor_command(&editor);
    let first = editor.split_whitespace().next().unwrap_or(&editor);
    let short = first.rsplit(['/', '\\']).next().unwrap_or(first);
    if TAKE_LINE.contains(&short) {
        command.arg(format!("+{line}"));
    }
    command.arg(copy.path());
    if !io::stdin().is_terminal()
        && let Ok(terminal) = File::open("/dev/tty")
    {
        command.stdin(terminal);
    }
    let status = command.status().map_err(|error| {
        io::Error::new(
            error.kind(),
            format!("{editor} could not be started: {error}"),
        )
    })?;
    match status.code() {
        Some(0) => Ok(safe.is_changed()),
        // What a shell answers for a command that it does not find.
        Some(127) => {
            let missing = "could not be started: there is no such program";
            Err(io::Error::other(format!("{editor} {missing}")))
        }
        _ => Err(io::Error::other(format!("{editor} ended with {status}"))),
    }
}

fn read_only(file: &File) -> io::Result<()> {
    let mut permissions: Permissions = file.metadata()?.permissions();
    permissions.set_readonly(true);
    file.set_permissions(permissions)
}

/// The user's editor, as `VISUAL` or `EDITOR` names it: a command line, not only a program.
fn editor() -> String {
    let named = ["VISUAL", "EDITOR"]
        .iter()
        .filter_map(|name| std::env::var(name).ok());
    let command = named.into_iter().find(|command| !command.trim().is_empty());
    command.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_owned())
}

/// The editor as git and others call it: by the shell, which knows quotes; the file is an argument of its own.
fn editor_command(editor: &str) -> Command {
    if cfg!(windows) {
        let mut words = editor.split_whitespace();
        let mut command = Command::new(words.next().unwrap_or(editor));
        command.args(words);
        return command;
    }
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(format!("{editor} \"$@\""))
        .arg(editor);
    command
}
