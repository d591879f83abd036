//! Text to the clipboard: through the terminal (OSC 52, which also works over SSH) and a local tool where there is one.

use std::io::{self, Write};
use std::process::{Command, Stdio};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Copies a text and names the ways it was sent: whether a terminal obeys OSC 52 cannot be known.
pub(super) fn copy(text: &str) -> io::Result<&'static str> {
    let mut out = io::stdout();
    // ST would be the formal end, but some terminals know only BEL here.
    write!(out, "\x1b]52;c;{}\x07", STANDARD.encode(text))?;
    out.flush()?;
    let Some(tool) = tool() else {
        return Ok("through the terminal");
    };
    let (program, arguments, name) = tool;
    let mut child = match spawn(program, arguments) {
        Ok(child) => child,
        Err(_) => return Ok("through the terminal"),
    };
    let stdin = child.stdin.take();
    let text = text.to_owned();
    // A tool may stay until something else is copied: nobody waits for it here.
    std::thread::spawn(move || {
        if let Some(mut stdin) = stdin {
            let _ = stdin.write_all(text.as_bytes());
        }
        let _ = child.wait();
    });
    Ok(name)
}

fn spawn(program: &str, arguments: &[&str]) -> io::Result<std::process::Child> {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.spawn()
}

type Tool = (&'static str, &'static [&'static str], &'static str);

fn tool() -> Option<Tool> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "macos") {
        Some(("pbcopy", &[], "through the terminal and pbcopy"))
    } else if cfg!(windows) {
        Some(("clip", &[], "through the terminal and clip"))
    } else if set("WAYLAND_DISPLAY") {
        Some(("wl-copy", &[], "through the terminal and wl-copy"))
    } else if set("DISPLAY") {
        Some((
            "xclip",
            &["-selection", "clipboard"],
            "through the terminal and xclip",
        ))
    } else {
        None
    }
}
