//! The reader of a Unix terminal: it waits on the terminal and the signals at once, without a tick and without a thread.

use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::low_level::pipe;

use super::Input;
use super::decode::Decoder;
use super::watch::watch;
use crate::store::Wake;

/// Signals that ask the program to end.
const ENDING: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];
/// How long the rest of a sequence is waited for after its Esc: longer than a slow line needs, too short to annoy.
const REST: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 30_000_000,
};

/// How long an answer is waited for when the program ends.
const ANSWER: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 200_000_000,
};
/// In so many pieces at most.
const MOST_ANSWERS: usize = 8;

/// Reads the terminal and the signals.
#[derive(Debug)]
pub(in super::super) struct Reader {
    /// Standard input where it is the terminal, else the terminal itself.
    terminal: OwnedFd,
    decoder: Decoder,
    wake: UnixStream,
    ending: Vec<(i32, Arc<AtomicBool>)>,
    continued: Arc<AtomicBool>,
    resized: Arc<AtomicBool>,
    waker: Arc<UnixStream>,
}

impl Reader {
    /// What ends a wait from another thread.
    pub(in super::super) fn wake(&self) -> Wake {
        let waker = Arc::clone(&self.waker);
        // A full pipe wakes as well.
        Wake::new(move || drop((&*waker).write(&[0])))
    }

    /// Begins to listen.
    ///
    /// # Errors
    ///
    /// Where there is no terminal to read keys from, or no signals can be listened to.
    pub(in super::super) fn new() -> io::Result<Self> {
        let stdin = io::stdin();
        let terminal = if stdin.is_terminal() {
            stdin.as_fd().try_clone_to_owned()?
        } else {
            open_terminal()?.into()
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
        watch(&ending)?;
        Ok(Self {
            terminal,
            decoder: Decoder::default(),
            ending,
            continued: listen(SIGCONT)?,
            resized: listen(SIGWINCH)?,
            waker: Arc::new(waker),
            wake,
        })
    }

    /// Waits until something happens, and gives all of it.
    ///
    /// # Errors
    ///
    /// Where the terminal cannot be read.
    pub(in super::super) fn wait(&mut self) -> io::Result<Vec<Input>> {
        let patience = self.decoder.is_waiting().then_some(&REST);
        let keys = self.look(patience)?;
        let mut inputs = self.signals();
        if keys.contains(PollFlags::IN) {
            inputs.extend(self.read()?);
        } else if keys.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            inputs.push(Input::End(None));
        } else if patience.is_some() && inputs.is_empty() {
            inputs.extend(self.decoder.settle());
        }
        Ok(inputs)
    }

    /// Waits for the terminal or a signal, at most as long as `patience`; tells what the terminal has.
    fn look(&self, patience: Option<&Timespec>) -> io::Result<PollFlags> {
        let mut waiting = [
            PollFd::new(&self.terminal, PollFlags::IN),
            PollFd::new(&self.wake, PollFlags::IN),
        ];
        match poll(&mut waiting, patience) {
            Ok(_) => {
                let [keys, _] = waiting.map(|waiting| waiting.revents());
                Ok(keys)
            }
            Err(Errno::INTR) => Ok(PollFlags::empty()),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads what has arrived: there is something, so this does not wait.
    fn read(&mut self) -> io::Result<Vec<Input>> {
        let mut bytes = [0; 4096];
        let count = match rustix::io::read(&self.terminal, &mut bytes) {
            // The terminal is gone.
            Ok(0) | Err(Errno::IO) => return Ok(vec![Input::End(None)]),
            Ok(count) => count,
            Err(Errno::INTR | Errno::AGAIN) => 0,
            Err(error) => return Err(error.into()),
        };
        Ok(self.decoder.feed(bytes.get(..count).unwrap_or(&[])))
    }

    /// Takes what the terminal still has to answer, so that it does not fall into the shell: until the answers have ended, at
    /// most as long as a slow line needs.
    pub(in super::super) fn drain(&mut self) {
        for _ in 0..MOST_ANSWERS {
            let mut waiting = [PollFd::new(&self.terminal, PollFlags::IN)];
            if !matches!(poll(&mut waiting, Some(&ANSWER)), Ok(1..)) {
                return;
            }
            let inputs = self.read().unwrap_or_default();
            let ends = |input: &Input| matches!(input, Input::Attributes | Input::End(_));
            if inputs.iter().any(ends) {
                return;
            }
        }
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

/// The terminal that is drawn on, by its own name where it has one: not every system can wait on `/dev/tty`.
fn open_terminal() -> io::Result<File> {
    let named = rustix::termios::ttyname(io::stdout(), Vec::new());
    let path = named.map(|name| std::ffi::OsStr::from_bytes(name.as_bytes()).to_owned());
    let named = path.ok().and_then(|path| File::open(path).ok());
    named.map_or_else(|| File::open("/dev/tty"), Ok)
}
