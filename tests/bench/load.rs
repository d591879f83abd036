//! How fast large inputs become lean rows, on one thread: bytes → blocks → rows, and the blocks alone.
//!
//! Run with `cargo bench --bench load -- FILE...` on files of `gen.py`, such as `1m.native.jsonl`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing
)]

use std::fs::File;
use std::hint::black_box;
use std::time::{Duration, Instant};

use linimasa::format::stream::{
    Blocks, LeanRecord, Limits, Mapping, RecordKind, Syntax, read_block,
};

/// Runs of each file; the fastest counts, the first warms the cache.
const RUNS: usize = 4;

fn main() {
    let named = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"));
    for path in named {
        measure(&path);
    }
}

/// By the end of the name, as `gen.py` gives it.
fn kind_of(path: &str) -> RecordKind {
    let names = "id,date,kind,actors,title,quote,src,start,end,n_anchors";
    let map = "id=id,date=date,kind=kind,actors=actors,title=title,quote=quote";
    let (syntax, map) = match path.rsplit('.').next() {
        Some("csv") => (Syntax::Csv { delimiter: b',' }, map),
        Some("tsv") => (Syntax::Csv { delimiter: b'\t' }, map),
        Some("json") => return RecordKind::NativeJson,
        _ if path.ends_with(".native.jsonl") => return RecordKind::NativeLines,
        _ => (
            Syntax::JsonLines,
            "id=id,date=date,kind=kind,actors=actors,title=title",
        ),
    };
    let columns = names.split(',').map(str::to_owned).collect();
    let mapping = Mapping::new(&map.parse().unwrap(), syntax, "made", columns, path);
    RecordKind::Table(mapping.unwrap().into())
}

/// Time of this thread on a processor, so that what else the machine does counts less; elsewhere than on Linux, time on the
/// wall since the start.
fn now(start: Instant) -> Duration {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = stat.split(' ').next().and_then(|first| first.parse().ok());
    nanoseconds.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

fn measure(path: &str) {
    let begun = Instant::now();
    let kind = kind_of(path);
    let megabytes = std::fs::metadata(path).unwrap().len() as f64 / 1e6;
    let (mut cutting, mut reading) = (f64::MAX, f64::MAX);
    let mut counts = (0, 0, 0);
    for _ in 0..RUNS {
        let start = now(begun);
        for block in Blocks::new(File::open(path).unwrap(), &kind, path, Limits::default()) {
            black_box(block.unwrap());
        }
        cutting = cutting.min((now(begun) - start).as_secs_f64());
        let start = now(begun);
        counts = (0, 0, 0);
        for block in Blocks::new(File::open(path).unwrap(), &kind, path, Limits::default()) {
            let block = block.unwrap();
            read_block(&kind, &block, &mut |entry| match entry {
                Ok(entry) => match black_box(&entry.record) {
                    LeanRecord::Event(_) => counts.0 += 1,
                    _ => counts.1 += 1,
                },
                Err(_) => counts.2 += 1,
            });
        }
        reading = reading.min((now(begun) - start).as_secs_f64());
    }
    let (events, others, damaged) = counts;
    println!("{path}: {megabytes:.0} MB, {events} events, {others} others, {damaged} damaged");
    for (what, time) in [("blocks", cutting), ("rows", reading)] {
        let milliseconds = time * 1e3;
        println!(
            "  {what:<8} {milliseconds:>8.0} ms {:>8.0} MB/s",
            megabytes / time
        );
    }
}
