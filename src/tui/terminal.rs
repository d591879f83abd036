//! The one guard that turns every mode of the terminal on and off again, whatever ends the program.

use std::io::{self, Write};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::style::ResetColor;
use ratatui::crossterm::terminal::{
    DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{Command, QueueableCommand};

use super::looks::QUESTION;
use crate::text::SafeText;

static ACTIVE: AtomicBool = AtomicBool::new(false);
static PANIC_HOOK: Once = Once::new();

/// Holds the terminal's modes; dropping it gives them back.
#[derive(Debug)]
pub(super) struct Guard {
    mouse: bool,
}

/// Button presses and the wheel, with coordinates of any size. No movement: nothing here follows it, and it floods slow lines.
#[derive(Debug, Clone, Copy)]
struct Mouse(bool);

impl Command for Mouse {
    fn write_ansi(&self, out: &mut impl std::fmt::Write) -> std::fmt::Result {
        out.write_str(if self.0 {
            "\x1b[?1000h\x1b[?1006h"
        } else {
            "\x1b[?1006l\x1b[?1000l"
        })
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        use ratatui::crossterm::event::{DisableMouseCapture, EnableMouseCapture};
        if self.0 {
            EnableMouseCapture.execute_winapi()
        } else {
            DisableMouseCapture.execute_winapi()
        }
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

/// Whether the terminal may turn the order of letters itself (ECMA-48, BDSM). A line of the screen holds several fields, and
/// one that is turned as a whole moves words of one field into another; here each field is turned by itself.
#[derive(Debug, Clone, Copy)]
struct Order(bool);

impl Command for Order {
    fn write_ansi(&self, out: &mut impl std::fmt::Write) -> std::fmt::Result {
        out.write_str(if self.0 { "\x1b[8h" } else { "\x1b[8l" })
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        Ok(())
    }
}

impl Guard {
    /// Takes the terminal.
    ///
    /// # Errors
    ///
    /// What the terminal answered; everything that had been turned on is off again.
    pub(super) fn enter(mouse: bool) -> io::Result<Self> {
        PANIC_HOOK.call_once(restore_before_panics);
        let guard = Self { mouse };
        guard.on().inspect_err(|_| leave())?;
        Ok(guard)
    }

    fn on(&self) -> io::Result<()> {
        ACTIVE.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        let mut out = io::stdout();
        out.queue(Order(false))?
            // A cluster that is wider than this program counts ends at the edge instead of on the next line.
            .queue(DisableLineWrap)?
            .queue(EnterAlternateScreen)?
            .queue(EnableBracketedPaste)?
            .queue(Hide)?;
        if self.mouse {
            out.queue(Mouse(true))?;
        }
        out.flush()
    }

    /// Asks the terminal for its background, without waiting for the answer.
    pub(super) fn ask(&self) -> io::Result<()> {
        let mut out = io::stdout();
        out.write_all(QUESTION.as_bytes())?;
        out.flush()
    }

    /// Takes the mouse or gives it back.
    pub(super) fn set_mouse(&mut self, mouse: bool) -> io::Result<()> {
        self.mouse = mouse;
        let mut out = io::stdout();
        out.queue(Mouse(mouse))?.flush()
    }

    /// Gives the terminal to something else for a while.
    pub(super) fn pause(&self) {
        leave();
    }

    /// Takes it again.
    pub(super) fn resume(&self) -> io::Result<()> {
        self.on()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Turns everything off. Each step is tried, whatever became of the others: the terminal may be gone.
fn leave() {
    if !ACTIVE.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = out.write_all(&off());
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// As [`leave`], for a thread that cannot wait until another one is done with standard output: nothing is locked, and what
/// the other has begun to draw is ended first.
#[cfg(unix)]
pub(super) fn leave_at_once() {
    if !ACTIVE.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut bytes = Vec::new();
    let _ = bytes.queue(EndSynchronizedUpdate).map(|_| ());
    bytes.extend(off());
    let _ = rustix::io::write(rustix::stdio::stdout(), &bytes);
    let _ = disable_raw_mode();
}

/// What turns off every mode that may be on.
fn off() -> Vec<u8> {
    let mut out = Vec::new();
    let _ = out.queue(Mouse(false)).map(|_| ());
    let _ = out.queue(DisableBracketedPaste).map(|_| ());
    let _ = out.queue(ResetColor).map(|_| ());
    let _ = out.queue(LeaveAlternateScreen).map(|_| ());
    let _ = out.queue(EnableLineWrap).map(|_| ());
    let _ = out.queue(Order(true)).map(|_| ());
    let _ = out.queue(Show).map(|_| ());
    out
}

/// A panic must not leave the terminal raw, nor may its message carry a file's bytes there.
fn restore_before_panics() {
    std::panic::set_hook(Box::new(|panic| {
        leave();
        let message = panic.payload_as_str().unwrap_or("no message");
        let place = panic
            .location()
            .map_or_else(String::new, |place| format!(" at {place}"));
        let text = SafeText::new(&format!("{message}{place}"));
        let mut err = io::stderr();
        let _ = writeln!(
            err,
            "linimasa: internal error: {text}; nothing was changed, please report it"
        );
    }));
}
