//! What a person waits for in a timeline of a million events: reading, filters, searches and frames, each beside a limit that is
//! measured in the same run. How they grow is in `growth`.
//!
//! Run with `cargo bench --bench large`; `-- --events 100000` takes fewer. All threads, medians.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing
)]

mod generate;

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use linimasa::app::{Key, Start, State, press};
use linimasa::format::stream::{Input, Options, open};
use linimasa::model::{Status, parse_range};
use linimasa::store::{ActorIx, ActorTerm, Filter, Search, Side, Store, View, Wake};
use linimasa::tui::{DrawCache, Theme, render};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Runs of everything but the reading.
const RUNS: usize = 31;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let events = arguments.iter().position(|argument| argument == "--events");
    let events = events.and_then(|place| arguments.get(place + 1)?.parse().ok());
    let events = events.unwrap_or(1_000_000);
    let path = std::env::temp_dir().join(format!("linimasa-large-{events}.jsonl"));
    let mut out = BufWriter::new(File::create(&path).unwrap());
    generate::native(events, &mut out).unwrap();
    out.flush().unwrap();
    let bytes = fs::read(&path).unwrap();
    tell(
        "limit: count the lines of the file",
        median(5, || bytes.iter().filter(|byte| **byte == b'\n').count()),
    );
    tell("read, sort and index it", median(5, || read(&path)));
    let store = read(&path);
    filters(&store);
    searches(&store, &bytes);
    frames(store);
    fs::remove_file(&path).unwrap();
}

fn read(path: &Path) -> Store {
    let Input::Records(input) = open(path, &Options::default()).unwrap() else {
        panic!("{} holds no records", path.display());
    };
    let mut store = Store::begin(*input, "large", Wake::new(|| ())).unwrap();
    store.wait_for_all();
    store
}

fn filters(store: &Store) {
    let term = |actor, side| ActorTerm {
        actor: ActorIx(actor),
        side,
        as_speaker: false,
    };
    let of = |actors: Vec<ActorTerm>| Filter {
        actors,
        ..Filter::default()
    };
    let one = of(vec![term(0, Side::Include)]);
    let limit = median(RUNS, || {
        store.events_of(ActorIx(0), false) & store.events_of(ActorIx(1), false)
    });
    tell("limit: events of both of two actors", limit);
    tell(
        "filter: the busiest actor",
        median(RUNS, || one.view(store).len()),
    );
    let without = of(vec![term(0, Side::Exclude)]);
    tell(
        "filter: all but the busiest actor",
        median(RUNS, || without.view(store).len()),
    );
    let years = Filter {
        dates: parse_range("2001..2010").ok(),
        ..Filter::default()
    };
    tell(
        "filter: ten of thirty years",
        median(RUNS, || years.view(store).len()),
    );
    let status = Filter {
        statuses: vec![Status::Happened],
        ..one
    };
    tell(
        "filter: an actor and a status",
        median(RUNS, || status.view(store).len()),
    );
}

fn searches(store: &Store, bytes: &[u8]) {
    let view = View::all(store);
    let limit = memchr::memmem::Finder::new(generate::RARE);
    tell(
        "limit: find the rare word's bytes in the file",
        median(RUNS, || limit.find(bytes)),
    );
    for (what, query) in [
        ("a rare word", generate::RARE),
        ("a common syllable", "sel"),
    ] {
        let search = Search::new(query).unwrap();
        let time = median(RUNS.min(7), || search.run(store, &view).events.len());
        tell(&format!("search: {what}"), time);
    }
}

fn frames(store: Store) {
    let mut state = State::new(store, Start::default());
    let (theme, mut cache) = (Theme::built_in(), DrawCache::default());
    let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 50));
    let limit = median(RUNS, || {
        buffer.content.iter_mut().for_each(|cell| {
            cell.set_char('x');
        })
    });
    tell("limit: fill 200×50 cells with one letter", limit);
    let down: Key = "j".parse().unwrap();
    let time = median(200, || {
        press(&mut state, down);
        render(&state, &theme, &mut cache, &mut buffer)
            .hits
            .targets()
            .count()
    });
    tell("j and its frame, 200×50", time);
}

fn median<T>(runs: usize, mut what: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let begun = Instant::now();
            let made = black_box(what());
            let time = begun.elapsed();
            drop(made);
            time
        })
        .collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn tell(what: &str, time: Duration) {
    println!("{what:<48} {:>10.3} ms", time.as_secs_f64() * 1e3);
}
