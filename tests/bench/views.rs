//! How long the told/happened view and the map of an article take, with nine events and with 100,000 in one long article.
//! Medians, beside a frame of the same size that only fills its cells.
//!
//! Run with `cargo bench --bench views`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use linimasa::app::{Action, Key, Pane, Start, State, press, update};
use linimasa::format::{Base, Encoding, parse};
use linimasa::model::{Anchor, Claim, Event, Extra, Role, Source, Timeline};
use linimasa::store::{Store, open};
use linimasa::tui::{DrawCache, Theme, render};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

const SCREEN: Rect = Rect::new(0, 0, 200, 50);
const RUNS: usize = 101;
const SENTENCES: usize = 30_000;
const EVENTS: usize = 100_000;

fn main() {
    let line = "x".repeat(usize::from(SCREEN.width));
    let mut buffer = Buffer::empty(SCREEN);
    let limit = median(|| {
        let start = Instant::now();
        buffer.reset();
        for y in 0..SCREEN.height {
            buffer.set_stringn(0, y, &line, line.len(), Style::new());
        }
        black_box(&buffer);
        start.elapsed()
    });
    tell("filling the same cells with one letter", limit);
    println!("nine events of the built-in timeline");
    measure(nine());
    let store = long();
    let document = store.source_text(linimasa::store::SourceIx(0)).unwrap();
    let letters = document.text().unwrap().len();
    drop(document);
    println!("{EVENTS} events in {SENTENCES} sentences, {letters} bytes");
    measure(State::new(store, Start::default()));
}

fn nine() -> State {
    let timeline = include_str!("../../assets/timeline.toml");
    let article = include_bytes!("../../seeds/000_f3226ebb9ab90383.txt");
    let document = parse(timeline, "built-in", Encoding::Toml).unwrap();
    let base = Base::Embedded(&[("../seeds/000_f3226ebb9ab90383.txt", article)]);
    let store = open(document, "built-in", &base).unwrap().store;
    let mut timeline = store.timeline().unwrap().clone();
    timeline.events.truncate(9);
    let text = String::from_utf8(article.to_vec()).unwrap();
    State::new(Store::new(timeline, vec![Some(text)]), Start::default())
}

/// One article that jumps about in thirty years. Every third event stands in two sentences.
fn long() -> Store {
    let mut text = String::new();
    let mut sentences = Vec::new();
    for number in 0..SENTENCES {
        let start = text.len();
        write!(
            text,
            "Kalimat nomor {number} bercerita tentang sesuatu yang terjadi pada suatu hari di kota itu, \
             dan tentang mereka yang hadir di sana."
        )
        .unwrap();
        sentences.push(start..text.len());
        text.push('\n');
    }
    let anchor = |sentence: usize| {
        let range = sentences[sentence % SENTENCES].clone();
        Anchor {
            role: Role::Evidence,
            exact: text[range.clone()].to_owned(),
            prefix: String::new(),
            suffix: String::new(),
            start: Some(range.start),
            end: Some(range.end),
            speaker: None,
            extra: Extra::new(),
        }
    };
    let event = |number: usize| {
        let day = number * 7_919 % (30 * 336);
        let first = number * 3 / 10;
        let mut anchors = vec![anchor(first)];
        if number.is_multiple_of(3) {
            anchors.push(anchor(first + number * 104_729 % SENTENCES));
        }
        Event {
            id: format!("e{number}"),
            title: format!("Peristiwa nomor {number}"),
            claims: vec![Claim {
                source: "s".to_owned(),
                date: Some(format!(
                    "{}-{:02}-{:02}",
                    1996 + day / 336,
                    day % 336 / 28 + 1,
                    day % 28 + 1
                )),
                anchors,
                ..Claim::default()
            }],
            ..Event::default()
        }
    };
    let timeline = Timeline {
        events: (0..EVENTS).map(event).collect(),
        sources: vec![Source {
            id: "s".to_owned(),
            ..Source::default()
        }],
        ..Timeline::default()
    };
    Store::new(timeline, vec![Some(text.clone())])
}

fn measure(mut state: State) {
    let mut buffer = Buffer::empty(SCREEN);
    let (theme, mut cache) = (Theme::built_in(), DrawCache::default());
    let mut timed = |state: &mut State, act: &dyn Fn(&mut State)| {
        let start = Instant::now();
        act(state);
        let frame = render(state, &theme, &mut cache, &mut buffer);
        let time = start.elapsed();
        state.note_seen(frame.seen);
        time
    };
    let mut walk = |state: &mut State, what: &str, act: &dyn Fn(&mut State)| {
        timed(state, &|_| {});
        tell(what, median(|| timed(state, act)));
    };
    let keys = |keys: &'static str| {
        move |state: &mut State| {
            for key in keys.split(' ') {
                press(state, key.parse::<Key>().unwrap());
            }
        }
    };
    walk(&mut state, "list and source with its map: j", &keys("j"));
    keys("3 v g g")(&mut state);
    walk(&mut state, "told/happened: nothing changed", &|_| {});
    walk(&mut state, "told/happened: j among the events", &keys("j"));
    walk(&mut state, "told/happened: Enter", &keys("enter"));
    keys("h g g")(&mut state);
    walk(
        &mut state,
        "told/happened: j among the sentences",
        &keys("j"),
    );
    let wheel = |state: &mut State| {
        update(state, &Action::Wheel(Pane::Timeline, 3), None);
    };
    walk(&mut state, "told/happened: the wheel", &wheel);
    keys("l")(&mut state);
    walk(
        &mut state,
        "told/happened: to the end and back",
        &keys("G g g"),
    );
    walk(
        &mut state,
        "told/happened: a status and its first frame",
        &keys("S"),
    );
}

fn median(mut what: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS).map(|_| what()).collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn tell(what: &str, time: Duration) {
    println!("  {what:<52} {:>9.3} ms", time.as_secs_f64() * 1000.0);
}
