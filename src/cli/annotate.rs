//! `annotate`: what was recognised in an article, as standoff JSON or as TimeML. Nothing is recognised here.

use std::ffi::OsStr;
use std::path::Path;

use serde::Serialize;

use super::Streams;
use super::args::{AnnotateArgs, Standoff};
use super::articles::read_article_at;
use super::json::unwritable;
use super::outcome::{Failure, Outcome};
use crate::extract::speech::Quote;
use crate::extract::{FoundEvent, Recognised, Timex};
use crate::format::{must_escape, to_json_string};
use crate::text::Offsets;

pub(super) fn run(arguments: &AnnotateArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    let (read, _) = read_article_at(&arguments.article, &arguments.reading)?;
    let (article, found) = (&read.article, &read.found);
    let published = found
        .published
        .as_ref()
        .map(|published| published.day.to_string());
    let id = id(&arguments.article, &read.name);
    let answer = match arguments.format {
        Standoff::Json => {
            let annotations = Annotations::new(&id, published, &article.text, found);
            to_json_string(&annotations, true).map_err(unwritable)?
        }
        Standoff::Timeml => timeml(&id, published.as_deref(), &article.text, &found.times),
    };
    writeln!(streams.out, "{}", answer.trim_end_matches('\n'))?;
    Ok(Outcome::Done)
}

fn id(path: &Path, name: &str) -> String {
    let stem = path.file_stem().map(OsStr::to_string_lossy);
    stem.map_or(name.to_owned(), std::borrow::Cow::into_owned)
}

#[derive(Serialize)]
struct Annotations<'a> {
    id: String,
    published: Option<String>,
    timex: Vec<Expression<'a>>,
    quotes: Vec<Speech<'a>>,
    actors: Vec<Named<'a>>,
    events: Vec<Happening<'a>>,
}

#[derive(Serialize)]
struct Speech<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    speaker: Option<&'a str>,
}

#[derive(Serialize)]
struct Happening<'a> {
    title: &'a str,
    date: Option<&'a str>,
    status: &'static str,
    actors: Vec<&'a str>,
    evidence: Vec<Passage<'a>>,
    date_timex: &'a [usize],
    main: bool,
}

#[derive(Serialize)]
struct Passage<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    kind: &'static str,
    aliases: &'a [String],
}

#[derive(Serialize)]
struct Expression<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'a str,
    #[serde(rename = "mod")]
    modifier: Option<&'static str>,
    basis: &'static str,
    /// The day that it is if day and month stand in the other order.
    #[serde(skip_serializing_if = "Option::is_none")]
    could_be: Option<String>,
}

impl<'a> Annotations<'a> {
    fn new(id: &str, published: Option<String>, text: &'a str, found: &'a Recognised) -> Self {
        let offsets = Offsets::new(text);
        let place = |byte| offsets.char_of(text, byte);
        let expression = |timex: &'a Timex| {
            Some(Expression {
                start: place(timex.range.start)?,
                end: place(timex.range.end)?,
                text: text.get(timex.range.clone())?,
                kind: timex.kind.name(),
                value: &timex.value,
                modifier: timex.modifier.map(crate::model::Modifier::word),
                basis: timex.basis.name(),
                could_be: timex.could_be.map(|day| day.to_string()),
            })
        };
        let speech = |quote: &'a Quote| {
            Some(Speech {
                start: place(quote.range.start)?,
                end: place(quote.range.end)?,
                text: text.get(quote.range.clone())?,
                speaker: quote
                    .speaker
                    .and_then(|at| found.actors.get(at))
                    .map(|actor| actor.name.as_str()),
            })
        };
        let participants = found.participants();
        let actors = found.actors.iter().zip(participants);
        Self {
            id: id.to_owned(),
            published,
            timex: found.times.iter().filter_map(expression).collect(),
            quotes: found.quotes.iter().filter_map(speech).collect(),
            actors: actors
                .filter(|(_, takes_part)| *takes_part)
                .map(|(actor, _)| Named {
                    name: &actor.name,
                    kind: actor.kind.word(),
                    aliases: &actor.aliases,
                })
                .collect(),
            events: found
                .events
                .iter()
                .map(|event| happening(event, text, found, &place))
                .collect(),
        }
    }
}

/// An event with the sentences that state it.
fn happening<'a>(
    event: &'a FoundEvent,
    text: &'a str,
    found: &'a Recognised,
    place: &dyn Fn(usize) -> Option<usize>,
) -> Happening<'a> {
    let spans = event
        .evidence
        .iter()
        .filter_map(|at| found.structure.spans.get(*at));
    let passage = |range: &std::ops::Range<usize>| {
        Some(Passage {
            start: place(range.start)?,
            end: place(range.end)?,
            text: text.get(range.clone())?,
        })
    };
    let actors = event
        .actors
        .iter()
        .filter_map(|part| found.actors.get(part.actor));
    Happening {
        title: &event.title,
        date: event.date.as_deref(),
        status: event.status.word(),
        actors: actors.map(|actor| actor.name.as_str()).collect(),
        evidence: spans.filter_map(|span| passage(&span.range)).collect(),
        date_timex: &event.times,
        main: event.main,
    }
}

/// TimeML 1.2.1: the text with its temporal expressions tagged.
fn timeml(id: &str, published: Option<&str>, text: &str, found: &[Timex]) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n");
    out.push_str(&format!("<DOCID>{}</DOCID>\n", escaped(id)));
    if let Some(day) = published {
        out.push_str(&format!(
            "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{day}\" functionInDocument=\"CREATION_TIME\">{day}</TIMEX3></DCT>\n"
        ));
    }
    out.push_str("<TEXT>");
    let mut done = 0;
    for (index, timex) in found.iter().enumerate() {
        let between = text.get(done..timex.range.start).unwrap_or_default();
        let words = text.get(timex.range.clone()).unwrap_or_default();
        let modifier = timex.modifier.map_or(String::new(), |modifier| {
            format!(" mod=\"{}\"", modifier.word())
        });
        out.push_str(&escaped(between));
        out.push_str(&format!(
            "<TIMEX3 tid=\"t{}\" type=\"{}\" value=\"{}\"{modifier}>{}</TIMEX3>",
            index + 1,
            timex.kind.name(),
            escaped(&timex.value),
            escaped(words)
        ));
        done = timex.range.end;
    }
    out.push_str(&escaped(text.get(done..).unwrap_or_default()));
    out.push_str("</TEXT>\n</TimeML>");
    out
}

/// Text as XML 1.0 character data or attribute value; what XML cannot hold becomes U+FFFD.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(letter),
            '\r' => out.push_str("&#13;"),
            // What a terminal would obey or hide, as far as XML has it.
            '\u{a0}'..='\u{fffd}' | '\u{10000}'.. if must_escape(letter) => {
                out.push_str(&format!("&#x{:x};", u32::from(letter)));
            }
            ' '..='\u{7e}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'.. => out.push(letter),
            _ => out.push('\u{fffd}'),
        }
    }
    out
}
