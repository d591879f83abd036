//! Prints what the rooms for names and speech find in the articles of a folder, as standoff JSON, one file an article; or,
//! with a file of JSON Lines, how fast they are.
//!
//! `ARTICLES=folder OUT=folder cargo bench --bench names`, `CORPUS=file.jsonl cargo bench --bench names`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use linimasa::extract::names::{ActorKind, FoundActor, actors};
use linimasa::extract::reading::{Lexicon, Words};
use linimasa::extract::speech::{Quote, attributions, quotes};
use linimasa::extract::{Breaks, Pack, sentences, sentences_with, tokens};
use linimasa::text::Offsets;
use serde_json::{Value, json};

fn main() {
    let lexicon = Lexicon::new(&Pack::built_in("id").unwrap());
    if let Ok(folder) = std::env::var("ARTICLES") {
        let out = PathBuf::from(std::env::var("OUT").expect("OUT names the folder to write to"));
        fs::create_dir_all(&out).unwrap();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let name = path.file_stem().unwrap().to_str().unwrap();
            fs::write(
                out.join(format!("{name}.json")),
                standoff(&text, &lexicon, name).to_string(),
            )
            .unwrap();
        }
    }
    if let Ok(corpus) = std::env::var("CORPUS") {
        let lines = fs::read_to_string(corpus).unwrap();
        let articles: Vec<Value> = lines
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let texts: Vec<String> = articles
            .iter()
            .map(|article| {
                format!(
                    "{}\n{}",
                    article["title"].as_str().unwrap_or(""),
                    article["text"].as_str().unwrap_or("")
                )
            })
            .collect();
        speed(&texts, &lexicon);
    }
}

/// Lines that the room for the article's structure will leave out.
fn is_boilerplate(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    [
        "baca juga",
        "simak",
        "lihat juga",
        "advertisement",
        "scroll to",
        "[gambas",
        "artikel lain terkait",
        "akses tribun",
    ]
    .iter()
    .any(|head| line.starts_with(head))
}

fn standoff(text: &str, lexicon: &Lexicon, id: &str) -> Value {
    let tokens = tokens(text);
    let mut breaks = Breaks::default();
    let shortened = ["Moh", "Muh", "Mochd", "Abd"].map(str::to_owned);
    breaks.before_names.extend(shortened);
    let sentences = sentences_with(text, &breaks);
    let line_of = |at: usize| {
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        &text[start..text[at..].find('\n').map_or(text.len(), |end| at + end)]
    };
    let skip = |range: std::ops::Range<usize>| is_boilerplate(line_of(range.start));
    let words = Words::new(text, &tokens, &sentences, &skip, lexicon);
    let actors = actors(&words);
    let quotes = quotes(&words, &actors);
    let claims = attributions(&words, &actors, &quotes);
    if std::env::var("CLAIMS").is_ok() {
        for claim in &claims {
            let name = |at: Option<usize>| at.map(|at| actors[at].name.as_str());
            let words = &text[sentences[claim.sentence].range.clone()];
            let words: String = words.chars().take(90).collect();
            println!(
                "{id}: {:?} {:?} {:?} | {words}",
                name(claim.said_by),
                name(claim.relaying),
                claim.via
            );
        }
    }
    let offsets = Offsets::new(text);
    let place = |at: usize| offsets.char_of(text, at).unwrap_or(0);
    let quote = |quote: &Quote| {
        json!({"start": place(quote.range.start), "end": place(quote.range.end), "text": &text[quote.range.clone()],
            "speaker": quote.speaker.map(|at| actors[at].name.as_str())})
    };
    let lead = sentences
        .get(3)
        .map_or(text.len(), |sentence| sentence.range.start);
    let picked: Vec<Value> = actors
        .iter()
        .enumerate()
        .filter(|(at, actor)| {
            let speaks = quotes.iter().any(|quote| quote.speaker == Some(*at))
                || claims.iter().any(|claim| claim.said_by == Some(*at));
            let leads = actor
                .mentions
                .iter()
                .any(|mention| mention.range.start < lead);
            let introduced = actor.kind == ActorKind::Person
                && actor.mentions.iter().any(|mention| mention.role.is_some());
            let dated = |at: usize| {
                text[sentences[at].range.clone()].contains(|c: char| c.is_ascii_digit())
            };
            let located = actor.kind == ActorKind::Place
                && actor
                    .mentions
                    .iter()
                    .any(|mention| mention.located && dated(mention.sentence));
            std::env::var("ALL").is_ok()
                || speaks
                || introduced
                || located
                || actor.acts()
                || (leads && actor.kind != ActorKind::Place)
        })
        .map(|(_, actor)| written(actor))
        .collect();
    json!({"id": id, "timex": [], "events": [], "quotes": quotes.iter().map(quote).collect::<Vec<_>>(), "actors": picked})
}

fn written(actor: &FoundActor) -> Value {
    let kind = match actor.kind {
        ActorKind::Person => "person",
        ActorKind::Organisation => "organisation",
        ActorKind::Place => "place",
    };
    json!({"name": actor.name, "kind": kind, "aliases": actor.aliases})
}

fn speed(texts: &[String], lexicon: &Lexicon) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let prepared: Vec<_> = texts
        .iter()
        .map(|text| (text, tokens(text), sentences(text)))
        .collect();
    for _ in 0..3 {
        let start = Instant::now();
        let (mut named, mut spoken, mut read) = (0, 0, 0.0);
        for (text, tokens, sentences) in &prepared {
            let begun = Instant::now();
            let words = Words::new(text, tokens, sentences, &|_| false, lexicon);
            read += begun.elapsed().as_secs_f64();
            let actors = actors(&words);
            let quotes = quotes(&words, &actors);
            named += actors.len();
            spoken += quotes.len() + attributions(&words, &actors, &quotes).len();
        }
        let seconds = start.elapsed().as_secs_f64();
        let rate = bytes as f64 / seconds / 1e6;
        println!(
            "{} articles, {named} actors, {spoken} quotes and claims: {rate:.1} MB/s (reading {:.0} %)",
            texts.len(),
            read / seconds * 100.0
        );
    }
}
