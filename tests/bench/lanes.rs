//! How long a frame of the lanes takes: as it stands, along a lane, zooming, panning, with a filter, by another grouping.
//!
//! Run with `cargo bench --bench lanes`; `-- --events 1000000` takes more. One thread, 200×50, medians.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing
)]

#[allow(dead_code)]
mod generate;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use linimasa::app::{Key, Start, State, press};
use linimasa::format::stream::{Input, Options, open};
use linimasa::store::{Store, Wake};
use linimasa::tui::{DrawCache, Theme, render};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let events = arguments.iter().position(|argument| argument == "--events");
    let events = events.and_then(|place| arguments.get(place + 1)?.parse().ok());
    println!("{:<52} {:>11} {:>11}", "what", "median", "p99");
    for events in [9, events.unwrap_or(100_000)] {
        let path = std::env::temp_dir().join(format!("linimasa-lanes-{events}.jsonl"));
        let mut out = BufWriter::new(File::create(&path).unwrap());
        generate::native(events, &mut out).unwrap();
        out.flush().unwrap();
        frames(events, read(&path));
        fs::remove_file(&path).unwrap();
    }
}

fn read(path: &Path) -> Store {
    let Input::Records(input) = open(path, &Options::default()).unwrap() else {
        panic!("{} holds no records", path.display());
    };
    let mut store = Store::begin(*input, "lanes", Wake::new(|| ())).unwrap();
    store.wait_for_all();
    store
}

/// Presses keys one after the other and draws after each, many times over.
fn frames(events: usize, store: Store) {
    let mut state = State::new(store, Start::default());
    let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 50));
    let (theme, mut cache) = (Theme::built_in(), DrawCache::default());
    let mut draw = |state: &mut State, keys: &str| {
        let start = Instant::now();
        for key in keys.split_whitespace() {
            let key: Key = key.parse().unwrap();
            press(state, key);
        }
        let frame = render(state, &theme, &mut cache, &mut buffer);
        state.note_seen(frame.seen);
        start.elapsed()
    };
    let first = draw(&mut state, "v");
    tell(
        &format!("{events} events: the first frame of the lanes"),
        &[first],
    );
    let mut row = |what: &str, keys: &[&str]| {
        let mut times = Vec::new();
        for key in keys.iter().cycle().take(keys.len().max(1) * 40) {
            times.push(draw(&mut state, key));
        }
        tell(&format!("{events} events: {what}"), &times);
    };
    row("nothing changed", &[""]);
    row("along a lane", &["l", "l", "h"]);
    row("from lane to lane", &["j", "j", "k"]);
    let nearer = ["+"; 12];
    let further = ["-"; 12];
    row("zooming in and out", &[&nearer[..], &further[..]].concat());
    row("panning, near", &["6 +", ">", ">", ">", "<", "<", "_"]);
    row("by place, by speaker, by actor", &["b"]);
    row("with a filter on and off", &["S"]);
}

fn tell(what: &str, times: &[Duration]) {
    let mut times = times.to_vec();
    times.sort_unstable();
    let milliseconds = |time: Duration| format!("{:.3} ms", time.as_secs_f64() * 1000.0);
    let (median, p99) = (times[times.len() / 2], times[times.len() * 99 / 100]);
    println!(
        "{what:<52} {:>11} {:>11}",
        milliseconds(median),
        milliseconds(p99)
    );
}
