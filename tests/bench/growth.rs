//! How time and memory grow with a timeline, from ten thousand events to three million, in a process of its own for each size.
//!
//! Run with `cargo bench --bench growth`; with `-- --picture` it draws `assets/growth.svg` for the README. `-- --most 300000`
//! ends earlier. Each line says how long it took until the first events were there, until all were read, sorted and counted,
//! and how much private memory the process had then.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing
)]

mod generate;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use linimasa::format::stream::{Input, Options, open};
use linimasa::store::{Store, View, Wake};

const SIZES: [usize; 6] = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000];

/// Runs of each size; the median is told.
const RUNS: usize = 3;

/// What one process told: seconds and bytes.
#[derive(Debug, Clone, Copy)]
struct Told {
    first: f64,
    all: f64,
    memory: f64,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let value = |name: &str| {
        let place = arguments.iter().position(|argument| argument == name)?;
        arguments.get(place + 1).cloned()
    };
    if let Some(file) = value("--read") {
        return read(Path::new(&file));
    }
    let most = value("--most").map_or(usize::MAX, |most| most.parse().unwrap());
    println!(
        "{:>10} {:>8} {:>10} {:>10} {:>12} {:>10}",
        "events", "MB", "first", "all read", "memory", "MB/s"
    );
    let mut points = Vec::new();
    for size in SIZES.into_iter().filter(|size| *size <= most) {
        let (file, bytes) = made(size);
        let told = median((0..RUNS).map(|_| child(&file)).collect());
        let megabytes = bytes as f64 / 1e6;
        println!(
            "{size:>10} {megabytes:>8.0} {:>7.1} ms {:>7.0} ms {:>9.0} MB {:>10.0}",
            told.first * 1e3,
            told.all * 1e3,
            told.memory / 1e6,
            megabytes / told.all
        );
        points.push((size, told));
        fs::remove_file(file).unwrap();
    }
    if arguments.iter().any(|argument| argument == "--picture") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/growth.svg");
        fs::write(path, picture(&points)).unwrap();
    }
}

fn made(size: usize) -> (PathBuf, u64) {
    let path = std::env::temp_dir().join(format!("linimasa-growth-{size}.jsonl"));
    let mut out = BufWriter::new(File::create(&path).unwrap());
    generate::native(size, &mut out).unwrap();
    out.flush().unwrap();
    let bytes = fs::metadata(&path).unwrap().len();
    (path, bytes)
}

fn child(file: &Path) -> Told {
    let output = Command::new(std::env::current_exe().unwrap())
        .arg("--read")
        .arg(file)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    let numbers: Vec<f64> = text
        .split_whitespace()
        .map(|number| number.parse().unwrap())
        .collect();
    Told {
        first: numbers[0],
        all: numbers[1],
        memory: numbers[2],
    }
}

/// The process of one size: reads the file as the viewer does and tells what it took.
fn read(file: &Path) {
    let begun = Instant::now();
    let Input::Records(input) = open(file, &Options::default()).unwrap() else {
        panic!("{} holds no records", file.display());
    };
    let mut store = Store::begin(*input, "growth", Wake::new(|| ())).unwrap();
    store.wait_for_first(Duration::from_secs(60));
    let first = begun.elapsed().as_secs_f64();
    store.wait_for_all();
    let view = View::all(&store);
    let all = begun.elapsed().as_secs_f64();
    assert!(view.is_in_time() && !view.is_empty());
    println!("{first} {all} {}", private_bytes());
}

/// Private memory of this process as Linux counts it (`RssAnon`); 0 elsewhere.
fn private_bytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("RssAnon:"));
    let kilobytes =
        line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}

fn median(mut all: Vec<Told>) -> Told {
    all.sort_by(|one, other| one.all.total_cmp(&other.all));
    all[all.len() / 2]
}

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 300.0;
const EDGE: f64 = 60.0;

/// Both curves on logarithmic scales, on which what grows linearly is a straight line at 45 degrees.
fn picture(points: &[(usize, Told)]) -> String {
    let (first, last) = (
        points.first().unwrap().0 as f64,
        points.last().unwrap().0 as f64,
    );
    let decades = (last / first).log10().max(1.0);
    let x = |size: f64| EDGE + (size / first).log10() / decades * (WIDTH - 2.0 * EDGE);
    let curve = |of: &dyn Fn(&Told) -> f64| {
        let base = of(&points[0].1);
        let y =
            |value: f64| HEIGHT - EDGE - (value / base).log10() / decades * (HEIGHT - 2.0 * EDGE);
        let places: Vec<String> = points
            .iter()
            .map(|(size, told)| format!("{:.1},{:.1}", x(*size as f64), y(of(told))))
            .collect();
        places
    };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         aria-label=\"Time and memory against the number of events, both axes logarithmic\" \
         font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n"
    );
    let time: (&str, &dyn Fn(&Told) -> f64) = ("#0050a0", &|told| told.all);
    let memory: (&str, &dyn Fn(&Told) -> f64) = ("#a03000", &|told| told.memory);
    for (colour, of) in [time, memory] {
        let places = curve(of);
        svg.push_str(&format!(
            "<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{}\"/>\n",
            places.join(" ")
        ));
        for ((_, told), place) in points.iter().zip(&places) {
            let (x, y) = place.split_once(',').unwrap();
            let label = if colour == "#0050a0" {
                seconds(told.all)
            } else {
                format!("{:.0} MB", told.memory / 1e6)
            };
            let dy = if colour == "#0050a0" { 16 } else { -8 };
            svg.push_str(&format!(
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"3\" fill=\"{colour}\"/>\
                 <text x=\"{x}\" y=\"{y}\" dy=\"{dy}\" text-anchor=\"middle\" fill=\"{colour}\">{label}</text>\n"
            ));
        }
    }
    for (size, _) in points {
        svg.push_str(&format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>\n",
            x(*size as f64),
            HEIGHT - 20.0,
            linimasa::app::grouped(*size)
        ));
    }
    svg.push_str(&format!(
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">events</text>\n\
         <text x=\"{EDGE}\" y=\"24\" fill=\"#0050a0\">until all is read and sorted</text>\n\
         <text x=\"{:.1}\" y=\"24\" fill=\"#a03000\">private memory</text>\n</svg>\n",
        WIDTH / 2.0,
        HEIGHT - 4.0,
        EDGE + 200.0
    ));
    svg
}

fn seconds(time: f64) -> String {
    if time < 1.0 {
        format!("{:.0} ms", time * 1e3)
    } else {
        format!("{time:.1} s")
    }
}
