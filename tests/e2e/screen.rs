//! The real binary in a pseudo-terminal: keys go in, a terminal emulator keeps the screen. Nothing here sleeps or polls:
//! a test waits for what the screen shows, and the deadline only turns a hang into a failure.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use portable_pty::{Child, ExitStatus, MasterPty, PtySize, SlavePty};
use rustix::termios::LocalModes;
use tempfile::TempDir;
use vt100::{MouseProtocolMode, Parser, Screen};

use crate::escapes::modes_left_on;
use crate::keys::bytes_of;
use crate::launch::Launch;

/// Longer than any machine needs.
const DEADLINE: Duration = Duration::from_secs(60);

/// The viewer of the built-in timeline, with its first frame on the screen.
pub(crate) fn viewer(columns: u16, rows: u16) -> Session {
    let session = Launch::new(columns, rows).start();
    session.wait_for_first_frame();
    session
}

#[derive(Default)]
struct Drawing {
    /// Within a synchronised update, that is, in the middle of a frame.
    inside: bool,
}

impl vt100::Callbacks for Drawing {
    fn unhandled_csi(
        &mut self,
        _: &mut Screen,
        first: Option<u8>,
        _: Option<u8>,
        parameters: &[&[u16]],
        last: char,
    ) {
        if first == Some(b'?') && parameters == [&[2026][..]] {
            self.inside = last == 'h';
        }
    }
}

struct Seen {
    parser: Parser<Drawing>,
    raw: Vec<u8>,
    closed: bool,
}

#[derive(Clone)]
struct Shared(Arc<(Mutex<Seen>, Condvar)>);

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn follow(self, mut reader: Box<dyn Read + Send>) {
        let mut bytes = [0; 4096];
        loop {
            // A pseudo-terminal ends with an error on Linux, with nothing elsewhere.
            let count = reader.read(&mut bytes).unwrap_or(0);
            let mut seen = self.lock();
            seen.parser.process(&bytes[..count]);
            seen.raw.extend_from_slice(&bytes[..count]);
            seen.closed = count == 0;
            self.0.1.notify_all();
            if count == 0 {
                return;
            }
        }
    }
}

/// A running binary and its terminal.
pub(crate) struct Session {
    seen: Shared,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    /// Kept open, so that the terminal can be asked for its modes when nobody else has it any more.
    slave: Option<Box<dyn SlavePty + Send>>,
    master: Box<dyn MasterPty + Send>,
    home: TempDir,
}

impl Session {
    /// Starts what is to be run.
    pub(crate) fn start(launch: &Launch) -> Self {
        let (columns, rows) = launch.size();
        let home = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let pair = portable_pty::native_pty_system()
            .openpty(size(columns, rows))
            .unwrap();
        let command = launch.command(home.path());
        let child = pair.slave.spawn_command(command).unwrap();
        let seen = Shared(Arc::new((
            Mutex::new(Seen {
                parser: Parser::new_with_callbacks(rows, launch.emulated(), 0, Drawing::default()),
                raw: Vec::new(),
                closed: false,
            }),
            Condvar::new(),
        )));
        let reader = pair.master.try_clone_reader().unwrap();
        let follower = seen.clone();
        std::thread::spawn(move || follower.follow(reader));
        Self {
            seen,
            writer: pair.master.take_writer().unwrap(),
            child,
            slave: Some(pair.slave),
            master: pair.master,
            home,
        }
    }

    /// A folder of this session's own: the home and the working directory of what it runs.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Waits until a whole frame shows what is asked for.
    pub(crate) fn wait_until(&self, what: &str, mut ready: impl FnMut(&Screen) -> bool) {
        self.wait(what, |seen| {
            (seen.closed || !seen.parser.callbacks().inside) && ready(seen.parser.screen())
        });
    }

    /// Waits until the binary has sent these bytes, `from` so many of the beginning on.
    pub(crate) fn wait_for_bytes(&self, from: usize, wanted: &[u8]) {
        let what = String::from_utf8_lossy(wanted).escape_debug().to_string();
        self.wait(&what, |seen| {
            let new = seen.raw.get(from..).unwrap_or(&[]);
            new.windows(wanted.len()).any(|window| window == wanted)
        });
    }

    fn wait(&self, what: &str, mut ready: impl FnMut(&Seen) -> bool) {
        let start = Instant::now();
        let mut seen = self.seen.lock();
        while !ready(&seen) {
            let left = DEADLINE.saturating_sub(start.elapsed());
            assert!(
                !left.is_zero() && !seen.closed,
                "never seen: {what}\nThe screen:\n{}",
                seen.parser.screen().contents()
            );
            let woken = self.seen.0.1.wait_timeout(seen, left);
            seen = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Waits for a text anywhere on the screen.
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the viewer has drawn its first frame.
    pub(crate) fn wait_for_first_frame(&self) {
        self.wait_for_bytes(0, b"\x1b[?2026l");
        self.wait_until("the viewer", Screen::alternate_screen);
    }

    /// The screen as it is.
    pub(crate) fn screen(&self) -> Screen {
        self.seen.lock().parser.screen().clone()
    }

    /// All bytes that were sent to the terminal.
    pub(crate) fn raw(&self) -> Vec<u8> {
        self.seen.lock().raw.clone()
    }

    /// Presses keys, named as in the keymap and separated by spaces: `3 j ctrl-d enter`.
    pub(crate) fn keys(&mut self, names: &str) {
        let bytes: Vec<u8> = names.split(' ').flat_map(bytes_of).collect();
        self.send(&bytes);
    }

    /// Types a text.
    pub(crate) fn text(&mut self, text: &str) {
        self.send(text.as_bytes());
    }

    /// Sends bytes as they are.
    pub(crate) fn send(&mut self, bytes: &[u8]) {
        self.writer.write_all(bytes).unwrap();
        self.writer.flush().unwrap();
    }

    /// Clicks with the left button.
    pub(crate) fn click(&mut self, column: u16, row: u16) {
        let (x, y) = (column + 1, row + 1);
        self.text(&format!("\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m"));
    }

    /// Turns the wheel by one notch, downwards or upwards.
    pub(crate) fn wheel(&mut self, column: u16, row: u16, down: bool) {
        let button = if down { 65 } else { 64 };
        self.text(&format!("\x1b[<{button};{};{}M", column + 1, row + 1));
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        let mut seen = self.seen.lock();
        seen.parser.screen_mut().set_size(rows, columns);
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// The process id that the shell told.
    pub(crate) fn pid(&self) -> rustix::process::Pid {
        let told = self.raw();
        let told = String::from_utf8_lossy(&told);
        let (_, rest) = told.split_once("pid ").unwrap();
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        rustix::process::Pid::from_raw(digits.parse().unwrap()).unwrap()
    }

    /// The process id of what was started, the shell or the bare binary.
    pub(crate) fn child_pid(&self) -> rustix::process::Pid {
        let id = self.child.process_id().unwrap();
        rustix::process::Pid::from_raw(i32::try_from(id).unwrap()).unwrap()
    }

    /// Quits with `q` and expects the terminal as it was.
    pub(crate) fn quit(mut self) {
        self.keys("q");
        self.ended(0);
    }

    /// Expects that the binary ends with this code, as the shell tells it, and leaves the terminal as it was.
    pub(crate) fn ended(&self, code: i32) {
        self.wait_for(&format!("ended {code}"));
        self.assert_terminal_restored();
    }

    /// Waits for the end of what was started, and of what it had to say.
    pub(crate) fn wait_exit(mut self) -> (ExitStatus, Vec<u8>) {
        let status = self.child.wait().unwrap();
        self.slave = None;
        self.wait("the end of the output", |seen| seen.closed);
        (status, self.raw())
    }

    /// Expects the terminal as a shell has it: main screen, visible cursor, no mode on, no style left, lines and echo.
    pub(crate) fn assert_terminal_restored(&self) {
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "still the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "pastes are still bracketed");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        let colours = (screen.fgcolor(), screen.bgcolor());
        assert_eq!(colours, (vt100::Color::Default, vt100::Color::Default));
        let styles = [
            screen.bold(),
            screen.dim(),
            screen.italic(),
            screen.underline(),
            screen.inverse(),
        ];
        assert_eq!(styles, [false; 5], "a style is left");
        assert_eq!(modes_left_on(&self.raw()), Vec::<String>::new());
        let local = self.master.get_termios().unwrap().local_flags.bits();
        for mode in [LocalModes::ICANON, LocalModes::ECHO, LocalModes::ISIG] {
            assert_ne!(local & mode.bits(), 0, "{mode:?} is off: still raw");
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}
