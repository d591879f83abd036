//! `annotate`: what was recognised in an article, as standoff JSON or as TimeML. Nothing is recognised here.

use std::ffi::OsStr;
use std::io;
use std::path::Path;

use serde::Serialize;

use super::Streams;
use super::args::{AnnotateArgs, Standoff};
use super::list::unwritable;
use super::outcome::{Failure, Outcome};
use crate::extract::{Pack, TimesRules, Timex, timexes, tokens};
use crate::format::{self, must_escape, to_json_string};
use crate::model::{Fault, FaultKind};
use crate::text::Offsets;

pub(super) fn run(arguments: &AnnotateArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    let rules = rules(&arguments.lang)?;
    let path = &arguments.article;
    let (text, name) = match path.as_os_str() == OsStr::new("-") {
        true => format::read_stdin(io::stdin().lock())?,
        false => format::read_file(path)?,
    };
    let found = timexes(
        &text,
        &tokens(&text),
        &|_| false,
        &rules,
        arguments.published,
    );
    let published = arguments.published.map(|day| day.to_string());
    let answer = match arguments.format {
        Standoff::Json => {
            let annotations = Annotations::new(&id(path, &name), published, &text, &found);
            to_json_string(&annotations, true).map_err(unwritable)?
        }
        Standoff::Timeml => timeml(&id(path, &name), published.as_deref(), &text, &found),
    };
    writeln!(streams.out, "{}", answer.trim_end_matches('\n'))?;
    Ok(Outcome::Done)
}

fn rules(language: &str) -> Result<TimesRules, Failure> {
    let Some(pack) = Pack::built_in(language) else {
        let mend = "use --lang id";
        return Err(Failure::usage(
            "--lang",
            "there is no pack for this language",
            mend,
        ));
    };
    TimesRules::compile(&pack.language, &pack.times)
        .map_err(|error| Fault::new(FaultKind::Syntax, "language pack", error, "").into())
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
    quotes: [(); 0],
    actors: [(); 0],
    events: [(); 0],
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
}

impl<'a> Annotations<'a> {
    fn new(id: &str, published: Option<String>, text: &'a str, found: &'a [Timex]) -> Self {
        let offsets = Offsets::new(text);
        let expression = |timex: &'a Timex| {
            Some(Expression {
                start: offsets.char_of(text, timex.range.start)?,
                end: offsets.char_of(text, timex.range.end)?,
                text: text.get(timex.range.clone())?,
                kind: timex.kind.name(),
                value: &timex.value,
                modifier: timex.modifier.map(crate::model::Modifier::word),
                basis: timex.basis.name(),
            })
        };
        Self {
            id: id.to_owned(),
            published,
            timex: found.iter().filter_map(expression).collect(),
            quotes: [],
            actors: [],
            events: [],
        }
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
