//! Reads articles from anywhere with the whole recogniser and says whether everything holds that must hold of any text: no panic,
//! every span a slice of it, every place within its list, two runs the same. Also how fast it is on one core, in
//! time on the processor, and on what it is slowest, in time that passes.
//!
//! `cargo bench --bench corpus -- FOLDER FILE.jsonl ...`: folders of `.txt`, JSON Lines with the fields `id`, `date`, `title`
//! and `text`. Without an argument it reads our own articles.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing
)]

#[path = "processor.rs"]
mod processor;
#[path = "../gold/sound.rs"]
mod sound;

use std::fs;
use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use linimasa::extract::{Language, Pack, Recognised, read_article, recognise};
use linimasa::model::{Date, Day};
use processor::on_processor;
use serde_json::Value;

/// Faults that are printed; the others are counted.
const PRINTED: usize = 20;

struct Article {
    id: String,
    published: Option<Day>,
    text: String,
}

#[derive(Default)]
struct Sums {
    bytes: usize,
    time: Duration,
    slowest: (Duration, String, usize),
    times: usize,
    quotes: usize,
    speakers: usize,
    actors: usize,
    events: usize,
    dated: usize,
    inferred: usize,
    faults: Vec<String>,
}

fn main() {
    // Cargo adds `--bench` of its own.
    let named = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"));
    let mut paths: Vec<PathBuf> = named.map(PathBuf::from).collect();
    if paths.is_empty() {
        paths.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/articles"));
    }
    let articles: Vec<Article> = paths.iter().flat_map(|path| articles(path)).collect();
    let language = Language::new(Pack::built_in("id").unwrap()).unwrap();
    let mut sums = Sums::default();
    let mut read: Vec<&Article> = Vec::new();
    for article in &articles {
        match catch_unwind(AssertUnwindSafe(|| check(article, &language, &mut sums))) {
            Ok(()) => read.push(article),
            Err(_) => sums.faults.push(format!("{}: panic", article.id)),
        }
    }
    sums.time(&read, &language);
    print(&articles, &sums);
    if !sums.faults.is_empty() {
        std::process::exit(1);
    }
}

impl Sums {
    /// Reads the articles once more, all of them in one go: the system counts a thread's time in large steps.
    fn time(&mut self, articles: &[&Article], language: &Language) {
        let start = on_processor();
        for article in articles {
            let published = article.published;
            drop(black_box(recognise(
                &article.text,
                language,
                published,
                None,
            )));
        }
        self.time = on_processor().saturating_sub(start);
        self.bytes = articles.iter().map(|article| article.text.len()).sum();
    }
}

fn check(article: &Article, language: &Language, sums: &mut Sums) {
    let text = &article.text;
    let start = Instant::now();
    let found = recognise(text, language, article.published, None);
    let time = start.elapsed();
    if time > sums.slowest.0 {
        sums.slowest = (time, article.id.clone(), text.len());
    }
    let again = recognise(text, language, article.published, None);
    let mut faults = sound::faults(text, &found);
    if format!("{found:?}") != format!("{again:?}") {
        faults.push("two runs differ".to_owned());
    }
    let undated = recognise(text, language, None, None);
    sums.inferred += usize::from(undated.published.is_some());
    faults.extend(sound::wrong_titles(text, &found));
    faults.extend(sound::faults(text, &undated));
    count(&found, sums);
    let faults = faults.into_iter();
    sums.faults
        .extend(faults.map(|fault| format!("{}: {fault}", article.id)));
}

fn count(found: &Recognised, sums: &mut Sums) {
    let speakers = found.quotes.iter().filter(|quote| quote.speaker.is_some());
    sums.times += found.times.len();
    sums.quotes += found.quotes.len();
    sums.speakers += speakers.count();
    sums.actors += found.actors.len();
    sums.events += found.events.len();
    let dated = found.events.iter().filter(|event| event.date.is_some());
    sums.dated += dated.count();
}

fn print(articles: &[Article], sums: &Sums) {
    let megabytes = sums.bytes as f64 / 1e6;
    let rate = megabytes / sums.time.as_secs_f64();
    println!(
        "{} articles, {megabytes:.2} MB: {rate:.1} MB/s in time of one thread on the processor",
        articles.len()
    );
    println!(
        "{} timexes, {} quotes ({} with a speaker), {} actors, {} events ({} with a date)",
        sums.times, sums.quotes, sums.speakers, sums.actors, sums.events, sums.dated
    );
    println!(
        "{} would get their day of publication from their text",
        sums.inferred
    );
    let (time, id, bytes) = &sums.slowest;
    let milliseconds = time.as_secs_f64() * 1e3;
    println!("slowest: {id}, {bytes} bytes, {milliseconds:.1} ms");
    println!("{} faults", sums.faults.len());
    for fault in sums.faults.iter().take(PRINTED) {
        let short: String = fault.chars().take(400).collect();
        println!("  {short}");
    }
}

fn articles(path: &Path) -> Vec<Article> {
    if path.is_dir() {
        let entries = fs::read_dir(path).unwrap();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
        files.sort();
        return files.iter().map(|file| from_file(file)).collect();
    }
    if path
        .extension()
        .is_some_and(|extension| extension == "jsonl")
    {
        let lines = fs::read_to_string(path).unwrap();
        return lines.lines().map(from_line).collect();
    }
    vec![from_file(path)]
}

fn from_file(path: &Path) -> Article {
    let bytes = fs::read(path).unwrap();
    let read = read_article(&bytes, &path.display().to_string()).unwrap();
    Article {
        id: path.file_stem().unwrap().to_string_lossy().into_owned(),
        published: read.published.as_deref().and_then(day),
        text: read.text,
    }
}

fn from_line(line: &str) -> Article {
    let article: Value = serde_json::from_str(line).unwrap();
    let field = |name: &str| article[name].as_str().unwrap_or_default();
    Article {
        id: field("id").to_owned(),
        published: day(field("date")),
        text: format!("{}\n{}", field("title"), field("text")),
    }
}

/// The one day that a date names.
fn day(date: &str) -> Option<Day> {
    let bounds = Date::parse(date).ok()?.bounds();
    bounds.is_one_day().then_some(bounds.earliest)
}
