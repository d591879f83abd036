//! The one reader of the terminal, and what it says. How bytes are read is in `decode`, how they are waited for in `unix`.

use std::io;

use super::looks::Rgb;
use crate::app::Key;

#[cfg(unix)]
mod decode;
#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod sequence;
#[cfg(unix)]
mod unix;
#[cfg(unix)]
mod watch;

#[cfg(not(unix))]
pub(super) use other::Reader;
#[cfg(unix)]
pub(super) use unix::Reader;

/// What the terminal or the system says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// A key.
    Key(Key),
    /// Pasted text.
    Paste(String),
    /// The first mouse button went down, at a column and row counted from 0.
    Press(u16, u16),
    /// It came up.
    Release(u16, u16),
    /// The wheel, downwards if positive.
    Wheel(u16, u16, i32),
    /// The terminal answers: this is its background.
    Background(Rgb),
    /// The terminal answers what it is, and nothing more will come of the question.
    Attributes,
    /// The screen has another size, or must be drawn anew.
    Redraw,
    /// The program was stopped and goes on.
    Continued,
    /// The program is asked to end, by the signal of this number, or because the terminal is gone.
    End(Option<i32>),
}

/// Rows that one notch of the wheel scrolls.
const NOTCH: i32 = 3;

/// Ends the program as the signal would have ended it, so that the parent process learns of it.
pub(super) fn die_of(signal: i32) -> io::Result<()> {
    #[cfg(unix)]
    signal_hook::low_level::emulate_default_handler(signal)?;
    let _ = signal;
    Ok(())
}

/// Stops this process and its group, as job control does; returns when the program goes on.
pub(super) fn stop() -> io::Result<()> {
    // The shell stops a whole pipeline, and a group that no shell waits for is not stopped at all.
    #[cfg(unix)]
    rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?;
    Ok(())
}
