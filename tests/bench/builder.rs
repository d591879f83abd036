//! How fast a timeline is made of articles on one core, room by room and in time on the processor, beside limits measured in
//! the same run: reading every byte once, and one regular expression. Then the whole process on the seed article, beside one
//! that only says its version.
//!
//! Run with `cargo bench --bench builder`. The articles are the seed and our own, over and over, each read on its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

#[path = "processor.rs"]
mod processor;

use std::fs;
use std::hint::black_box;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use linimasa::extract::names::{FoundActor, actors};
use linimasa::extract::reading::{Lexicon, Words};
use linimasa::extract::speech::{Quote, attributions, quotes};
use linimasa::extract::{
    Language, Pack, SpanKind, Structure, StructureRules, TimesRules, Token, recognise, structure,
    timexes, tokens,
};
use linimasa::model::Day;
use processor::on_processor;
use regex::Regex;

/// Bytes of all articles together, at least.
const BYTES: usize = 6_000_000;

/// Calls of the whole process.
const CALLS: usize = 60;

fn main() {
    let texts = texts();
    let articles: Vec<&str> = texts
        .iter()
        .map(String::as_str)
        .cycle()
        .take(count(&texts))
        .collect();
    let bench = Bench {
        bytes: articles.iter().map(|text| text.len()).sum(),
        articles,
    };
    println!("{} articles, {} bytes", bench.articles.len(), bench.bytes);
    let limits = bench.limits();
    let whole = bench.rooms();
    println!(
        "{:<34} {:>8.4}",
        "whole : reading every byte",
        whole / limits.0
    );
    println!(
        "{:<34} {:>8.4}",
        "whole : one regular expression",
        whole / limits.1
    );
    in_one_piece(&texts);
    process();
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn seed() -> PathBuf {
    root().join("seeds/000_f3226ebb9ab90383.txt")
}

fn texts() -> Vec<String> {
    let own = fs::read_dir(root().join("tests/gold/articles")).unwrap();
    let mut paths: Vec<PathBuf> = own.map(|entry| entry.unwrap().path()).collect();
    paths.push(seed());
    paths.sort();
    paths
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// How many articles make up the bytes.
fn count(texts: &[String]) -> usize {
    let all: usize = texts.iter().map(String::len).sum();
    texts.len() * BYTES.div_ceil(all)
}

struct Bench<'a> {
    articles: Vec<&'a str>,
    bytes: usize,
}

impl Bench<'_> {
    /// Prints and returns MB/s.
    fn rate(&self, what: &str, time: Duration) -> f64 {
        rate(what, self.bytes, time)
    }

    fn each<T>(&self, what: impl Fn(&str) -> T) -> Duration {
        median(|| {
            self.articles
                .iter()
                .for_each(|text| drop(black_box(what(text))))
        })
    }

    fn limits(&self) -> (f64, f64) {
        let read = self.each(|text| {
            let bytes = text.bytes();
            bytes.fold(0_u64, |sum, byte| sum.rotate_left(1) ^ u64::from(byte))
        });
        let months = r"(?-u)\b(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})\b";
        let months = Regex::new(months).unwrap();
        let searched = self.each(|text| months.find_iter(text).count());
        (
            self.rate("limit: read every byte", read),
            self.rate("limit: one regular expression", searched),
        )
    }

    /// Room by room, then all of it. Each room gets what the rooms before it found.
    fn rooms(&self) -> f64 {
        let pack = Pack::built_in("id").unwrap();
        let rules = StructureRules::new(&pack.structure);
        let times = TimesRules::compile(&pack.language, &pack.times).unwrap();
        let lexicon = Lexicon::new(&pack);
        let published = Day::from_ymd(2025, 7, 3);
        let cut = self.each(tokens);
        let parted = self.each(|text| structure(text, &rules));
        let read: Vec<Read> = self
            .articles
            .iter()
            .map(|text| Read::new(text, &rules))
            .collect();
        let over = |what: &dyn Fn(&Read)| median(|| read.iter().for_each(what));
        let tagged = over(&|read| {
            let skip = |range| read.skips(range);
            drop(black_box(timexes(
                read.text,
                &read.tokens,
                &skip,
                &times,
                published,
            )));
        });
        let looked_up = over(&|read| drop(black_box(read.words(&lexicon))));
        let words: Vec<Words> = read.iter().map(|read| read.words(&lexicon)).collect();
        let named = median(|| {
            words
                .iter()
                .for_each(|words| drop(black_box(actors(words))))
        });
        let known: Vec<(&Words, Vec<FoundActor>)> =
            words.iter().map(|words| (words, actors(words))).collect();
        let spoken = median(|| {
            for (words, actors) in &known {
                let quotes: Vec<Quote> = quotes(words, actors);
                drop(black_box(attributions(words, actors, &quotes)));
            }
        });
        let language = Language::new(pack).unwrap();
        let whole = self.each(|text| recognise(text, &language, published, None));
        let rooms = [
            ("tokens", cut),
            ("structure", parted),
            ("temporal tagger", tagged),
            ("words looked up", looked_up),
            ("names", named),
            ("quotes and attributions", spoken),
        ];
        let mut rest = whole;
        for (what, time) in rooms {
            self.rate(what, time);
            rest = rest.saturating_sub(time);
        }
        self.rate("events (the rest of the whole)", rest);
        self.rate("whole builder", whole)
    }
}

/// An article as the rooms behind the structure get it.
struct Read<'a> {
    text: &'a str,
    structure: Structure,
    tokens: Vec<Token>,
}

impl<'a> Read<'a> {
    fn new(text: &'a str, rules: &StructureRules) -> Self {
        Self {
            text,
            structure: structure(text, rules),
            tokens: tokens(text),
        }
    }

    fn skips(&self, range: Range<usize>) -> bool {
        let spans = &self.structure.spans;
        let place = spans.partition_point(|span| span.range.end <= range.start);
        let span = spans.get(place).filter(|span| span.range.start < range.end);
        span.is_some_and(|span| span.kind == SpanKind::Boilerplate)
    }

    fn words<'w>(&'w self, lexicon: &'w Lexicon) -> Words<'w> {
        let skip = |range| self.skips(range);
        Words::new(
            self.text,
            &self.tokens,
            &self.structure.spans,
            &skip,
            lexicon,
        )
    }
}

/// One long text instead of many short ones: the rate must not fall with the length.
fn in_one_piece(texts: &[String]) {
    let language = Language::new(Pack::built_in("id").unwrap()).unwrap();
    let published = Day::from_ymd(2025, 7, 3);
    let all = texts.concat();
    for times in [1, 8, 64] {
        let text = all.repeat(times);
        let runs = 64 / times;
        let time = median(|| {
            for _ in 0..runs {
                drop(black_box(recognise(&text, &language, published, None)));
            }
        });
        let what = format!("one article of {} kB", text.len() / 1000);
        rate(&what, text.len() * runs, time);
    }
}

fn process() {
    let call = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_linimasa"));
        command
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    };
    let print = |what: &str, arguments: &[&str]| {
        let times = sorted(CALLS, || {
            let start = Instant::now();
            call(arguments).status().unwrap();
            start.elapsed()
        });
        let least = times.first().copied().unwrap();
        let (median, least) = (milliseconds(middle(&times)), milliseconds(least));
        println!("process: {what:<25} {median:>8.2} ms, {least:.2} at best");
    };
    let seed = seed();
    let seed = seed.to_str().unwrap();
    print("say the version", &["--version"]);
    for (command, arguments) in [("annotate", ["annotate", seed]), ("list", ["list", seed])] {
        print(&format!("{command} the seed article"), &arguments);
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn rate(what: &str, bytes: usize, time: Duration) -> f64 {
    let rate = bytes as f64 / 1e6 / time.as_secs_f64();
    println!("{what:<34} {rate:>8.1} MB/s");
    rate
}

/// The median of some runs, in time on the processor.
fn median(mut what: impl FnMut()) -> Duration {
    let times = sorted(9, || {
        let start = on_processor();
        what();
        on_processor().saturating_sub(start)
    });
    middle(&times)
}

fn sorted(runs: usize, run: impl FnMut() -> Duration) -> Vec<Duration> {
    let mut times: Vec<Duration> = std::iter::repeat_with(run).take(runs).collect();
    times.sort_unstable();
    times
}

fn middle(times: &[Duration]) -> Duration {
    times.get(times.len() / 2).copied().unwrap()
}
