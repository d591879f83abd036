//! How long the built-in timeline takes: start to first frame, key to frame, one rendering. Medians, beside a limit measured
//! in the same run: a process that does nothing, and a frame of the same size that only fills its cells.
//!
//! Run with `cargo bench --bench viewer`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use linimasa::app::{Start, State, press};
use linimasa::format::{Base, Encoding, parse};
use linimasa::store::open;
use linimasa::tui::{DrawCache, Theme, render};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

const SCREEN: Rect = Rect::new(0, 0, 200, 50);

fn main() {
    println!(
        "{:<44} {:>12} {:>12} {:>12} {:>8}",
        "what", "median", "p99", "limit", "ratio"
    );
    rendering();
    #[cfg(unix)]
    terminal::measure();
}

struct Times(Vec<Duration>);

impl Times {
    fn of(runs: usize, mut what: impl FnMut() -> Duration) -> Self {
        let mut times: Vec<Duration> = (0..runs).map(|_| what()).collect();
        times.sort_unstable();
        Self(times)
    }

    fn median(&self) -> Duration {
        self.0[self.0.len() / 2]
    }

    fn p99(&self) -> Duration {
        self.0[self.0.len() * 99 / 100]
    }
}

fn row(what: &str, times: &Times, limit: &Times) {
    let milliseconds = |time: Duration| format!("{:.3} ms", time.as_secs_f64() * 1000.0);
    let ratio = times.median().as_secs_f64() / limit.median().as_secs_f64();
    println!(
        "{what:<44} {:>12} {:>12} {:>12} {ratio:>8.1}",
        milliseconds(times.median()),
        milliseconds(times.p99()),
        milliseconds(limit.median()),
    );
}

fn timed(what: impl FnOnce()) -> Duration {
    let start = Instant::now();
    what();
    start.elapsed()
}

fn load() -> State {
    let timeline = include_str!("../../assets/timeline.toml");
    let article = include_bytes!("../../seeds/000_f3226ebb9ab90383.txt");
    let document = parse(timeline, "built-in", Encoding::Toml).unwrap();
    let base = Base::Embedded(&[("../seeds/000_f3226ebb9ab90383.txt", article)]);
    State::new(
        open(document, "built-in", &base).unwrap().store,
        Start::default(),
    )
}

fn rendering() {
    let line = "x".repeat(usize::from(SCREEN.width));
    let mut buffer = Buffer::empty(SCREEN);
    let limit = Times::of(500, || {
        timed(|| {
            buffer.reset();
            for y in 0..SCREEN.height {
                buffer.set_stringn(0, y, &line, line.len(), Style::new());
            }
            black_box(&buffer);
        })
    });
    let mut state = load();
    let (theme, mut cache) = (Theme::built_in(), DrawCache::default());
    let mut draw = |state: &mut State| {
        timed(|| {
            let frame = render(state, &theme, &mut cache, &mut buffer);
            state.note_seen(frame.seen);
        })
    };
    let same = Times::of(500, || draw(&mut state));
    row("render 200×50, nothing changed", &same, &limit);
    let mut keys = ["j", "enter", "]", "enter", "tab", "j", "j", "g", "t"]
        .iter()
        .cycle();
    let walk = Times::of(500, || {
        press(&mut state, keys.next().unwrap().parse().unwrap());
        draw(&mut state)
    });
    row("render 200×50, walking about", &walk, &limit);
    let loading = Times::of(200, || timed(|| drop(black_box(load()))));
    row("read, check and index the timeline", &loading, &limit);
}

#[cfg(unix)]
mod terminal {
    //! The real binary in a pseudo-terminal.

    use std::io::{Read, Write};
    use std::time::{Duration, Instant};

    use portable_pty::{CommandBuilder, PtySize, native_pty_system};

    use super::{Times, row};

    /// What ends every frame: the end of a synchronized update.
    const FRAME_END: &[u8] = b"\x1b[?2026l";

    struct Program {
        reader: Box<dyn Read + Send>,
        writer: Box<dyn Write + Send>,
        child: Box<dyn portable_pty::Child + Send + Sync>,
        start: Instant,
    }

    fn start(program: &str, arguments: &[&str]) -> Program {
        let size = PtySize {
            rows: 50,
            cols: 200,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        let start = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        Program {
            reader,
            writer,
            child,
            start,
        }
    }

    fn read_until(reader: &mut dyn Read, end: &[u8]) {
        let mut seen = Vec::new();
        let mut chunk = [0; 65536];
        loop {
            let count = reader.read(&mut chunk).unwrap_or(0);
            seen.extend_from_slice(&chunk[..count]);
            if count == 0 || seen.windows(end.len()).any(|window| window == end) {
                return;
            }
        }
    }

    fn first_frame() -> Duration {
        let mut program = start(env!("CARGO_BIN_EXE_linimasa"), &[]);
        read_until(&mut program.reader, FRAME_END);
        let time = program.start.elapsed();
        program.writer.write_all(b"q").unwrap();
        program.child.wait().unwrap();
        time
    }

    fn nothing() -> Duration {
        let mut program = start("/bin/echo", &["done"]);
        read_until(&mut program.reader, b"done");
        let time = program.start.elapsed();
        program.child.wait().unwrap();
        time
    }

    fn echo() -> Times {
        let mut program = start("/bin/cat", &[]);
        let times = Times::of(200, || key(&mut program, b"j", b"j"));
        program.child.kill().unwrap();
        program.child.wait().unwrap();
        times
    }

    fn key(program: &mut Program, key: &[u8], end: &[u8]) -> Duration {
        let start = Instant::now();
        program.writer.write_all(key).unwrap();
        program.writer.flush().unwrap();
        read_until(&mut program.reader, end);
        start.elapsed()
    }

    pub(super) fn measure() {
        let limit = Times::of(40, nothing);
        row(
            "start to first full frame",
            &Times::of(40, first_frame),
            &limit,
        );
        let echo = echo();
        let mut program = start(env!("CARGO_BIN_EXE_linimasa"), &[]);
        read_until(&mut program.reader, FRAME_END);
        let keys = Times::of(200, || key(&mut program, b"j", FRAME_END));
        row("key to frame: j", &keys, &echo);
        let jumps = Times::of(200, || key(&mut program, b"\r", FRAME_END));
        row("key to frame: Enter", &jumps, &echo);
        program.writer.write_all(b"q").unwrap();
        program.child.wait().unwrap();
    }
}
