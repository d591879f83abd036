//! `build`: articles as a timeline file, with their texts beside it. How events come of words is decided in `extract`, and what
//! becomes of a timeline that is there in `merging`.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::Streams;
use super::args::BuildArgs;
use super::articles::{ReadArticle, is_stdin, read_all};
use super::built::{Sorted, build};
use super::input::{name_broken, one_stdin};
use super::merging::{self, There};
use super::outcome::{Failure, Outcome};
use super::row::count;
use super::save::{must_be_new, save_new};
use super::texts_beside::{Beside, TextFile, folder_name, free_name};
use crate::format::{self, Encoding};
use crate::model::{Fault, FaultKind};
use crate::text::SafeText;

/// What stands above a timeline in TOML, for the person who opens it.
const HEAD: &str = "\
# Drafts that linimasa made of an article by its rules: nobody has reviewed them yet.
# To accept or reject an event, set its review to \"accepted\" or \"rejected\"; change what you like. Building again with --merge
# keeps whatever you reviewed, changed or added.

";

pub(super) fn run(arguments: &BuildArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    one_stdin(&arguments.articles)?;
    let out = out(arguments)?;
    let encoding = match &out {
        Some(path) => encoding(path)?,
        None => Encoding::Toml,
    };
    let there = match &out {
        Some(path) if path.symlink_metadata().is_ok() => match arguments.merge {
            true => Some(There::read(path, encoding)?),
            false => return Err(in_the_way(path).into()),
        },
        _ => None,
    };
    let given = |source: &_| {
        let there = there.as_ref()?;
        there.published_of(source)
    };
    let all = read_all(&arguments.articles, &arguments.reading, &given, streams)?;
    let mut sorted = Sorted::of(all)?;
    sorted.remarks.iter().for_each(|fault| streams.say(fault));
    if sorted.articles.is_empty() {
        let Some(last) = sorted.broken.pop() else {
            return Ok(Outcome::Done);
        };
        sorted.broken.iter().for_each(|fault| streams.say(fault));
        return Err(last.into());
    }
    match (out, there) {
        (Some(path), Some(there)) => {
            let published = arguments.reading.published;
            let told = merging::merge_into(&path, there, sorted.articles, published, streams)?;
            writeln!(streams.out, "{}", SafeText::new(&told))?;
        }
        (Some(path), None) => {
            let told = write_new(&path, encoding, sorted.articles)?;
            writeln!(streams.out, "{}", SafeText::new(&told))?;
        }
        (None, _) => print(sorted.articles, &arguments.articles, streams)?,
    }
    streams.out.flush()?;
    Ok(name_broken(&sorted.broken, streams))
}

/// The file to write; `None` for standard output.
fn out(arguments: &BuildArgs) -> Result<Option<PathBuf>, Failure> {
    match (&arguments.output, arguments.articles.as_slice()) {
        (Some(out), _) if is_stdin(out) && arguments.merge => Err(Failure::usage(
            "--merge",
            "there is nothing on standard output to merge into",
            "name the timeline: -o OUT",
        )),
        (Some(out), _) if is_stdin(out) => Ok(None),
        (Some(out), _) => Ok(Some(out.clone())),
        (None, [article]) if !is_stdin(article) => Ok(Some(article.with_extension("toml"))),
        (None, _) => Err(Failure::usage(
            "build",
            "several articles, or standard input, do not tell what to call the timeline",
            "name it: -o OUT",
        )),
    }
}

fn encoding(path: &Path) -> Result<Encoding, Failure> {
    Encoding::from_path(path).ok_or_else(|| {
        let mend = "name it .toml, .json or .jsonl";
        Failure::usage(
            &path.display().to_string(),
            "the name does not say how to write it",
            mend,
        )
    })
}

fn in_the_way(path: &Path) -> Fault {
    Fault::new(
        FaultKind::Io,
        path.display().to_string(),
        "there is such a file already",
        "add --merge to build into it and keep what was reviewed, or name another with -o",
    )
}

fn write_new(path: &Path, encoding: Encoding, articles: Vec<ReadArticle>) -> Result<String, Fault> {
    must_be_new(path)?;
    let mut built = build(articles);
    let folder = folder_name(path);
    let mut names = HashSet::new();
    let mut files = Vec::new();
    for (source, text) in built.timeline.sources.iter_mut().zip(built.texts) {
        let name = free_name(&source.id, &mut names);
        source.text = Some(format!("{folder}/{name}"));
        files.push(TextFile { name, text });
    }
    let written = written(&built.timeline, encoding, path)?;
    let beside = Beside::write(path, &files)?;
    if let Err(fault) = save_new(path, written.as_bytes()) {
        beside.take_back();
        return Err(fault);
    }
    let timeline = &built.timeline;
    Ok(format!(
        "{}: {} of {}, {}; texts in {folder}",
        path.display(),
        count(timeline.events.len(), "draft"),
        count(timeline.sources.len(), "source"),
        count(timeline.actors.len(), "actor"),
    ))
}

/// A timeline as a file of this encoding has it.
pub(super) fn written(
    timeline: &crate::model::Timeline,
    encoding: Encoding,
    path: &Path,
) -> Result<String, Fault> {
    let text = format::write(timeline, encoding).map_err(|fault| Fault {
        file: path.display().to_string(),
        ..fault
    })?;
    Ok(match encoding {
        Encoding::Toml => format!("{HEAD}{text}"),
        Encoding::Json | Encoding::JsonLines => text,
    })
}

/// Standard output cannot have texts beside it: an article that is its own stored text is named, others are left unnamed.
fn print(
    articles: Vec<ReadArticle>,
    paths: &[PathBuf],
    streams: &mut Streams,
) -> Result<(), Failure> {
    let stored: Vec<Option<String>> = articles
        .iter()
        .map(|read| {
            let mut paths = paths.iter().filter(|path| !is_stdin(path));
            let path = paths.find(|path| path.display().to_string() == read.name)?;
            read.is_stored.then(|| path.to_str().map(str::to_owned))?
        })
        .collect();
    let mut built = build(articles);
    let missing = stored.iter().filter(|path| path.is_none()).count();
    for (source, path) in built.timeline.sources.iter_mut().zip(stored) {
        source.text = path;
    }
    let text = format::write(&built.timeline, Encoding::Toml)?;
    streams.out.write_all(text.as_bytes())?;
    if missing > 0 {
        let cause = format!(
            "the text of {} is not with it, so its words cannot be checked there",
            count(missing, "source")
        );
        streams.say(&Fault::new(
            FaultKind::Outside,
            "standard output",
            cause,
            "write to a file: -o OUT",
        ));
    }
    Ok(())
}
