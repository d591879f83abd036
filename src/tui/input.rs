//! The one reader of the terminal. It waits on input and signals at once, without a tick and without a second thread.

use std::io;

use ratatui::crossterm::event::{
    self, Event, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use crate::app::{Key, KeyCode};

/// What the terminal or the system says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// A key.
    Key(Key),
    /// Pasted text.
    Paste(String),
    /// A mouse button went down.
    Press(u16, u16),
    /// It came up.
    Release(u16, u16),
    /// The wheel, downwards if positive.
    Wheel(u16, u16, i32),
    /// The screen has another size, or must be drawn anew.
    Redraw,
    /// The program was stopped and goes on.
    Continued,
    /// The program is asked to end, by the signal of this number, or because the terminal is gone.
    End(Option<i32>),
}

/// Rows that one notch of the wheel scrolls.
const NOTCH: i32 = 3;

fn translate(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => key_of(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(..) => Some(Input::Redraw),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Input::Press(mouse.column, mouse.row)),
            MouseEventKind::Up(MouseButton::Left) => Some(Input::Release(mouse.column, mouse.row)),
            MouseEventKind::ScrollDown => Some(Input::Wheel(mouse.column, mouse.row, NOTCH)),
            MouseEventKind::ScrollUp => Some(Input::Wheel(mouse.column, mouse.row, -NOTCH)),
            _ => None,
        },
        _ => None,
    }
}

fn key_of(key: KeyEvent) -> Option<Key> {
    let mut shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let code = match key.code {
        Code::Char(letter) => {
            shift = false;
            KeyCode::Char(letter)
        }
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Esc,
        Code::Tab => KeyCode::Tab,
        Code::BackTab => {
            shift = true;
            KeyCode::Tab
        }
        Code::Backspace => KeyCode::Backspace,
        Code::Delete => KeyCode::Delete,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        Code::F(number) => KeyCode::Function(number),
        _ => return None,
    };
    Some(Key {
        code,
        ctrl: key.modifiers.contains(KeyModifiers::CONTROL),
        alt: key.modifiers.contains(KeyModifiers::ALT),
        shift,
    })
}

#[cfg(unix)]
pub(super) use unix::Reader;

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io::{self, IsTerminal, Read};
    use std::os::fd::{AsFd, BorrowedFd};
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, poll};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
    use signal_hook::low_level::pipe;

    use super::{Input, event, translate};

    /// Signals that ask the program to end.
    const ENDING: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];
    /// Bytes that have arrived are read at once. With `/dev/tty` read by `poll` (macOS), no time at all would mean no look;
    /// elsewhere any time is rounded up to a millisecond, which every key would pay.
    const AT_ONCE: Duration = if cfg!(target_os = "macos") {
        Duration::from_micros(100)
    } else {
        Duration::ZERO
    };

    /// Reads the terminal and the signals.
    #[derive(Debug)]
    pub(in super::super) struct Reader {
        /// The terminal, when standard input is something else.
        terminal: Option<File>,
        wake: UnixStream,
        ending: Vec<(i32, Arc<AtomicBool>)>,
        continued: Arc<AtomicBool>,
        resized: Arc<AtomicBool>,
    }

    impl Reader {
        /// Begins to listen.
        ///
        /// # Errors
        ///
        /// Where there is no terminal to read keys from, or no signals can be listened to.
        pub(in super::super) fn new() -> io::Result<Self> {
            let terminal = if io::stdin().is_terminal() {
                None
            } else {
                Some(File::open("/dev/tty")?)
            };
            let (wake, waker) = UnixStream::pair()?;
            wake.set_nonblocking(true)?;
            waker.set_nonblocking(true)?;
            let listen = |signal: i32| -> io::Result<Arc<AtomicBool>> {
                let flag = Arc::new(AtomicBool::new(false));
                signal_hook::flag::register(signal, Arc::clone(&flag))?;
                pipe::register(signal, waker.try_clone()?)?;
                Ok(flag)
            };
            let mut ending = Vec::new();
            for signal in ENDING {
                ending.push((signal, listen(signal)?));
            }
            Ok(Self {
                terminal,
                ending,
                continued: listen(SIGCONT)?,
                resized: listen(SIGWINCH)?,
                wake,
            })
        }

        /// Waits until something happens, and gives all of it.
        ///
        /// # Errors
        ///
        /// Where the terminal cannot be read.
        pub(in super::super) fn wait(&mut self) -> io::Result<Vec<Input>> {
            let stdin = io::stdin();
            let terminal: BorrowedFd<'_> = match &self.terminal {
                Some(terminal) => terminal.as_fd(),
                None => stdin.as_fd(),
            };
            let mut waiting = [
                PollFd::new(&terminal, PollFlags::IN),
                PollFd::new(&self.wake, PollFlags::IN),
            ];
            match poll(&mut waiting, None) {
                Err(rustix::io::Errno::INTR) | Ok(_) => {}
                Err(error) => return Err(error.into()),
            }
            let [keys, _] = waiting.map(|waiting| waiting.revents());
            let mut inputs = self.signals();
            if keys.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
                inputs.push(Input::End(None));
            } else if keys.contains(PollFlags::IN) || !inputs.is_empty() {
                while event::poll(AT_ONCE)? {
                    inputs.extend(translate(event::read()?));
                }
            }
            Ok(inputs)
        }

        fn signals(&mut self) -> Vec<Input> {
            let mut bytes = [0; 64];
            while matches!(self.wake.read(&mut bytes), Ok(1..)) {}
            let mut inputs = Vec::new();
            for (signal, flag) in &self.ending {
                if flag.swap(false, Ordering::SeqCst) {
                    inputs.push(Input::End(Some(*signal)));
                }
            }
            if self.continued.swap(false, Ordering::SeqCst) {
                inputs.push(Input::Continued);
            }
            if self.resized.swap(false, Ordering::SeqCst) {
                inputs.push(Input::Redraw);
            }
            inputs
        }
    }
}

#[cfg(not(unix))]
pub(super) use other::Reader;

#[cfg(not(unix))]
mod other {
    use std::io;

    use super::{Input, event, translate};

    /// Reads the terminal.
    #[derive(Debug)]
    pub(in super::super) struct Reader;

    impl Reader {
        /// Begins to listen.
        pub(in super::super) fn new() -> io::Result<Self> {
            Ok(Self)
        }

        /// Waits until something happens, and gives all of it.
        pub(in super::super) fn wait(&mut self) -> io::Result<Vec<Input>> {
            let mut inputs: Vec<Input> = translate(event::read()?).into_iter().collect();
            while event::poll(std::time::Duration::ZERO)? {
                inputs.extend(translate(event::read()?));
            }
            Ok(inputs)
        }
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shift_is_part_of_a_letter_and_key_releases_are_ignored() {
        let press = |code, modifiers| translate(Event::Key(KeyEvent::new(code, modifiers)));
        let key = |name: &str| Some(Input::Key(name.parse().unwrap()));
        assert_eq!(press(Code::Char('G'), KeyModifiers::SHIFT), key("G"));
        assert_eq!(press(Code::Char('d'), KeyModifiers::CONTROL), key("ctrl-d"));
        assert_eq!(press(Code::BackTab, KeyModifiers::SHIFT), key("shift-tab"));
        let mut release = KeyEvent::new(Code::Char('j'), KeyModifiers::NONE);
        release.kind = KeyEventKind::Release;
        assert_eq!(translate(Event::Key(release)), None);
    }
}
