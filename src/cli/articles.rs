//! Articles, read and recognised: one or many at once, in parallel, in the order in which they were named.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::Streams;
use super::args::ReadingArgs;
use super::languages::Languages;
use super::outcome::Failure;
use crate::extract::{Article, Recognised, read_article, recognise, source_of};
use crate::format::{self, Encoding};
use crate::model::{Date, Day, Fault, Source};

/// An article and what was recognised in it.
#[derive(Debug)]
pub(super) struct ReadArticle {
    /// How faults call it.
    pub(super) name: String,
    pub(super) article: Article,
    pub(super) found: Recognised,
    /// Its record; the id may be another article's too, and no stored text is named.
    pub(super) source: Source,
    /// Its own bytes are the stored text.
    pub(super) is_stored: bool,
}

/// What became of one named file.
#[derive(Debug)]
pub(super) enum Named {
    /// An article.
    Article(Box<ReadArticle>, Option<Fault>),
    /// A timeline, by its content.
    Timeline,
    /// Nothing that can be read.
    Broken(Fault),
}

/// The day that is known for an article from elsewhere, whatever the article says.
pub(super) type Given<'a> = &'a (dyn Fn(&Source) -> Option<Day> + Sync);

/// Whether a path is standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == OsStr::new("-")
}

/// The bytes of a file or of standard input, and how faults call it.
pub(super) fn bytes_of(path: &Path) -> Result<(Vec<u8>, String), Fault> {
    if is_stdin(path) {
        let bytes = format::read_all(io::stdin().lock())?;
        return Ok((bytes, format::STANDARD_INPUT.to_owned()));
    }
    let bytes = format::read_bytes(path, format::MAX_BYTES)?;
    Ok((bytes, path.display().to_string()))
}

/// Whether bytes are a timeline's, by their content.
pub(super) fn is_timeline(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| Encoding::detect(text).is_some())
}

/// Reads the one article at a path. A timeline is refused.
pub(super) fn read_article_at(
    path: &Path,
    reading: &ReadingArgs,
) -> Result<(ReadArticle, Option<Fault>), Failure> {
    let (bytes, name) = bytes_of(path)?;
    if is_timeline(&bytes) {
        let mend = "see what it holds with linimasa list or show";
        return Err(Failure::usage(
            &name,
            "this is a timeline and no article",
            mend,
        ));
    }
    read_bytes_of(&bytes, &name, path, reading)
}

/// Reads the article that these bytes of a path are.
pub(super) fn read_bytes_of(
    bytes: &[u8],
    name: &str,
    path: &Path,
    reading: &ReadingArgs,
) -> Result<(ReadArticle, Option<Fault>), Failure> {
    let languages = Languages::new(reading.lang.as_deref())?;
    Ok(read_one(
        bytes,
        name,
        path,
        &languages,
        (reading.published, &|_| None),
    )?)
}

/// Reads all files, in parallel where there are several. Progress is told on standard error if that is a terminal, and gone
/// afterwards.
pub(super) fn read_all(
    paths: &[PathBuf],
    reading: &ReadingArgs,
    given: Given<'_>,
    streams: &mut Streams,
) -> Result<Vec<Named>, Failure> {
    let languages = Languages::new(reading.lang.as_deref())?;
    let read = |path: &Path| {
        let (bytes, name) = match bytes_of(path) {
            Ok(read) => read,
            Err(fault) => return Named::Broken(fault),
        };
        if is_timeline(&bytes) {
            return Named::Timeline;
        }
        match read_one(&bytes, &name, path, &languages, (reading.published, given)) {
            Ok((article, remark)) => Named::Article(Box::new(article), remark),
            Err(fault) => Named::Broken(fault),
        }
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let workers = workers.min(paths.len());
    if workers < 2 {
        return Ok(paths.iter().map(|path| read(path)).collect());
    }
    let next = AtomicUsize::new(0);
    let (results, done) = mpsc::channel();
    let mut all: Vec<Option<Named>> = paths.iter().map(|_| None).collect();
    thread::scope(|scope| {
        for _ in 0..workers {
            let (results, next, read) = (results.clone(), &next, &read);
            scope.spawn(move || {
                while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let place = paths.iter().position(|other| std::ptr::eq(other, path));
                    let _ = results.send((place, read(path)));
                }
            });
        }
        drop(results);
        let progress = Progress::new(paths.len());
        for (count, (place, named)) in done.iter().enumerate() {
            if let Some(slot) = place.and_then(|place| all.get_mut(place)) {
                *slot = Some(named);
            }
            progress.say(count + 1, streams);
        }
        progress.erase(streams);
    });
    Ok(all.into_iter().flatten().collect())
}

/// Reads one article. `path` gives the source its id. The day is the one that the user named, else a given one.
fn read_one(
    bytes: &[u8],
    name: &str,
    path: &Path,
    languages: &Languages,
    (named, given): (Option<Day>, Given<'_>),
) -> Result<(ReadArticle, Option<Fault>), Fault> {
    let article = read_article(bytes, name)?;
    let (language, known) = languages.of(&article).ok_or_else(|| {
        Fault::new(
            crate::model::FaultKind::Usage,
            name,
            "there is no language",
            "",
        )
    })?;
    let stem = match is_stdin(path) {
        true => String::new(),
        false => path
            .file_stem()
            .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned()),
    };
    let declared = article.published.as_deref().and_then(day);
    let read = |given: Option<Day>| {
        let found = recognise(&article.text, language, given, declared);
        let source = source_of(&article, &found, language.tag(), &stem);
        (found, source)
    };
    let (mut found, mut source) = read(named);
    if named.is_none()
        && let Some(day) = given(&source)
    {
        (found, source) = read(Some(day));
    }
    let remark = (!known).then(|| Languages::unknown(name));
    let read = ReadArticle {
        is_stored: article.text.as_bytes() == bytes,
        name: name.to_owned(),
        article,
        found,
        source,
    };
    Ok((read, remark))
}

/// The one day that a date names.
pub(super) fn day(text: &str) -> Option<Day> {
    let bounds = Date::parse(text).ok()?.bounds();
    bounds.is_one_day().then_some(bounds.earliest)
}

/// How many articles are read so far, on a line that is overwritten.
struct Progress {
    total: usize,
    shown: bool,
}

impl Progress {
    fn new(total: usize) -> Self {
        Self {
            shown: io::stderr().is_terminal(),
            total,
        }
    }

    fn line(&self, count: usize) -> String {
        format!("reading articles: {count} of {}", self.total)
    }

    fn say(&self, count: usize, streams: &mut Streams) {
        if self.shown {
            let _ = write!(streams.err, "\r{}", self.line(count));
            let _ = streams.err.flush();
        }
    }

    fn erase(&self, streams: &mut Streams) {
        if self.shown {
            let blank = " ".repeat(self.line(self.total).len());
            let _ = write!(streams.err, "\r{blank}\r");
            let _ = streams.err.flush();
        }
    }
}
