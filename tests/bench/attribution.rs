//! What it takes to tell on whom events rest: who is the same mouth, the counts of a view, and frames, of the built-in timeline
//! and of a large one whose events rest on several claims each. Medians, beside a frame of the list.
//!
//! Run with `cargo bench --bench attribution`; `-- --events 1000000` takes more.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing
)]

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use linimasa::app::{Key, Start, State, press};
use linimasa::format::stream::{Input, Options, open as open_records};
use linimasa::format::{Base, Encoding, parse};
use linimasa::store::{Store, View, Wake, open};
use linimasa::tui::{DrawCache, Theme, render};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const RUNS: usize = 101;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let events = arguments.iter().position(|argument| argument == "--events");
    let events = events.and_then(|place| arguments.get(place + 1)?.parse().ok());
    println!("the built-in timeline");
    frames(State::new(built_in(), Start::default()));
    let events: usize = events.unwrap_or(100_000);
    println!("{events} events");
    let path = std::env::temp_dir().join(format!("linimasa-mouths-{events}.jsonl"));
    made_up(events, &path);
    let first = median(5, || {
        let store = read(&path);
        let start = Instant::now();
        black_box(store.mouths());
        start.elapsed()
    });
    tell("who is the same mouth, once for a file", first);
    let store = read(&path);
    black_box(store.mouths());
    let tally = median(31, || {
        let view = View::all(&store);
        let start = Instant::now();
        black_box(view.tally(&store));
        start.elapsed()
    });
    tell("the counts, once for a view", tally);
    frames(State::new(store, Start::default()));
    fs::remove_file(&path).unwrap();
}

fn built_in() -> Store {
    let timeline = include_str!("../../assets/timeline.toml");
    let article = include_bytes!("../../seeds/000_f3226ebb9ab90383.txt");
    let document = parse(timeline, "built-in", Encoding::Toml).unwrap();
    let base = Base::Embedded(&[("../seeds/000_f3226ebb9ab90383.txt", article)]);
    open(document, "built-in", &base).unwrap().store
}

/// Sources of 300 outlets, 2,000 actors, and events of one to four claims.
fn made_up(events: usize, path: &Path) {
    let mut out = BufWriter::new(File::create(path).unwrap());
    writeln!(out, "{{\"timeline\":{{\"format\":\"linimasa/1\"}}}}").unwrap();
    let sources = (events / 20).max(1);
    for source in 0..sources {
        let outlet = source % 300;
        writeln!(
            out,
            "{{\"source\":{{\"id\":\"s{source}\",\"publisher\":\"Outlet {outlet}\"}}}}"
        )
        .unwrap();
    }
    for actor in 0..2_000 {
        writeln!(
            out,
            "{{\"actor\":{{\"id\":\"a{actor}\",\"name\":\"Actor {actor}\",\"kind\":\"person\"}}}}"
        )
        .unwrap();
    }
    for event in 0..events {
        let claims: Vec<String> = (0..1 + event % 4)
            .map(|claim| {
                let source = (event * 7 + claim * 131) % sources;
                let said = match (event + claim) % 3 {
                    0 => String::new(),
                    1 => format!(",\"said_by\":\"a{}\"", (event / 5 + claim / 2) % 2_000),
                    _ => format!(",\"via\":\"outlet {}\"", (event + claim * 17) % 400),
                };
                format!(
                    "{{\"source\":\"s{source}\"{said},\"date\":\"{}\"}}",
                    day(event)
                )
            })
            .collect();
        writeln!(
            out,
            "{{\"event\":{{\"id\":\"e{event}\",\"title\":\"What happened as number {event}\",\"claims\":[{}]}}}}",
            claims.join(",")
        )
        .unwrap();
    }
    out.flush().unwrap();
}

fn day(event: usize) -> String {
    let day = event % (30 * 336);
    format!(
        "{}-{:02}-{:02}",
        1996 + day / 336,
        day % 336 / 28 + 1,
        day % 28 + 1
    )
}

fn read(path: &Path) -> Store {
    let Input::Records(input) = open_records(path, &Options::default()).unwrap() else {
        panic!("{} holds no records", path.display());
    };
    let mut store = Store::begin(*input, "mouths", Wake::new(|| ())).unwrap();
    store.wait_for_all();
    store
}

fn frames(mut state: State) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 50));
    let (theme, mut cache) = (Theme::built_in(), DrawCache::default());
    let mut draw = |state: &mut State| {
        let start = Instant::now();
        let frame = render(state, &theme, &mut cache, &mut buffer);
        let time = start.elapsed();
        state.note_seen(frame.seen);
        time
    };
    let keys = |state: &mut State, keys: &str| {
        for key in keys.split(' ') {
            press(state, key.parse::<Key>().unwrap());
        }
    };
    let mut walk = |state: &mut State, what: &str, walked: &str| {
        draw(state);
        let time = median(RUNS, || {
            let start = Instant::now();
            keys(state, walked);
            draw(state);
            start.elapsed()
        });
        tell(what, time);
    };
    walk(&mut state, "list: j and its frame", "j");
    keys(&mut state, "4 v");
    walk(&mut state, "by mouth: j and its frame", "j");
    walk(&mut state, "by mouth: the next mouth and its frame", "}");
    walk(&mut state, "by mouth: M and its frame", "M");
    walk(
        &mut state,
        "by mouth: a status and the first frame of its view",
        "S",
    );
}

fn median(runs: usize, mut what: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..runs).map(|_| what()).collect();
    times.sort_unstable();
    times[runs / 2]
}

fn tell(what: &str, time: Duration) {
    println!("  {what:<52} {:>9.3} ms", time.as_secs_f64() * 1000.0);
}
