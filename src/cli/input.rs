//! Where a timeline comes from: a file, standard input, articles or the program itself. Everything is read here, before any
//! answer.

use std::path::{Path, PathBuf};

use super::args::ReadingArgs;
use super::articles::{self, is_stdin, is_timeline};
use super::built::{Built, Sorted, build, mixed};
use super::outcome::{Failure, Outcome};
use super::stream_args::StreamArgs;
use super::streamed::{Way, way};
use super::{Streams, builtin, held_table};
use crate::format::stream::{self, RecordKind};
use crate::format::{self, Base, Document, Encoding};
use crate::model::Fault;
use crate::store::{self, Opened, Store};

/// What the user named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Origin {
    BuiltIn,
    StandardInput,
    File(PathBuf),
    /// Articles or a table, with the stored text of each source.
    Articles(Vec<String>),
}

/// A timeline that was read and parsed, but not yet checked.
#[derive(Debug)]
pub(super) struct Input {
    pub(super) document: Document,
    /// How faults call it.
    pub(super) name: String,
    pub(super) origin: Origin,
    /// What the user should know of how it was read.
    pub(super) remarks: Vec<Fault>,
    /// Articles that are not in it, because they could not be read.
    pub(super) broken: Vec<Fault>,
}

/// A timeline that may be shown.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) opened: Opened,
    /// How faults call it.
    pub(super) name: String,
    /// Whether it was made of articles just now.
    pub(super) is_built: bool,
    /// Articles that are not in it.
    pub(super) broken: Vec<Fault>,
}

impl Input {
    /// Reads the timeline, table or article that the argument names, however large.
    pub(super) fn read(
        file: Option<&Path>,
        reading: &ReadingArgs,
        stream: &StreamArgs,
        streams: &mut Streams,
    ) -> Result<Self, Failure> {
        let Some(path) = file else {
            return Self::read_whole(file, reading, streams);
        };
        match way(path, stream)? {
            Way::Whole => Self::read_whole(file, reading, streams),
            Way::Bytes(bytes) => Self::of_bytes(bytes, path, reading),
            Way::Streams(opened) => {
                no_reading(reading)?;
                match (&opened.kind, &opened.path) {
                    (RecordKind::Table(_), _) => Ok(Self::table(*opened)),
                    (_, Some(path)) => Self::timeline(Some(path)),
                    (_, None) => Self::of_bytes(opened.all()?, path, reading),
                }
            }
        }
    }

    fn table(mut opened: stream::Opened) -> Self {
        let name = opened.name.clone();
        let remarks = std::mem::take(&mut opened.notices);
        let held = held_table::read(opened);
        let origin = Origin::Articles(held.texts);
        Self {
            remarks,
            broken: held.damaged,
            ..Self::of(Document::made(held.timeline), name, origin)
        }
    }

    /// Reads the timeline or article that the argument names, which is no table.
    pub(super) fn read_whole(
        file: Option<&Path>,
        reading: &ReadingArgs,
        streams: &mut Streams,
    ) -> Result<Self, Failure> {
        let files: Vec<PathBuf> = file.into_iter().map(Path::to_owned).collect();
        Self::read_files(&files, reading, streams)
    }

    /// Reads one timeline, or any number of articles.
    pub(super) fn read_files(
        files: &[PathBuf],
        reading: &ReadingArgs,
        streams: &mut Streams,
    ) -> Result<Self, Failure> {
        match files {
            [] => {
                no_reading(reading)?;
                let document = builtin::document()?;
                Ok(Self::of(
                    document,
                    builtin::NAME.to_owned(),
                    Origin::BuiltIn,
                ))
            }
            [path] => Self::one(path, reading),
            several => Self::several(several, reading, streams),
        }
    }

    /// Reads a timeline where no article can be meant.
    pub(super) fn timeline(file: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = file else {
            let document = builtin::document()?;
            return Ok(Self::of(
                document,
                builtin::NAME.to_owned(),
                Origin::BuiltIn,
            ));
        };
        if is_stdin(path) {
            let (bytes, name) = articles::bytes_of(path)?;
            let document = format::parse_detected(&format::read_text(bytes, &name)?, &name)?;
            return Ok(Self::of(document, name, Origin::StandardInput));
        }
        let document = format::open(path)?;
        let name = path.display().to_string();
        Ok(Self::of(document, name, Origin::File(path.to_owned())))
    }

    fn of(document: Document, name: String, origin: Origin) -> Self {
        Self {
            document,
            name,
            origin,
            remarks: Vec::new(),
            broken: Vec::new(),
        }
    }

    fn one(path: &Path, reading: &ReadingArgs) -> Result<Self, Failure> {
        if Encoding::from_path(path).is_some() {
            no_reading(reading)?;
            return Self::timeline(Some(path));
        }
        let (bytes, _) = articles::bytes_of(path)?;
        Self::of_bytes(bytes, path, reading)
    }

    /// The timeline or article that the bytes of a path are.
    pub(super) fn of_bytes(
        bytes: Vec<u8>,
        path: &Path,
        reading: &ReadingArgs,
    ) -> Result<Self, Failure> {
        let name = match is_stdin(path) {
            true => format::STANDARD_INPUT.to_owned(),
            false => path.display().to_string(),
        };
        if is_timeline(&bytes) {
            no_reading(reading)?;
            let document = format::parse_detected(&format::read_text(bytes, &name)?, &name)?;
            let origin = match is_stdin(path) {
                true => Origin::StandardInput,
                false => Origin::File(path.to_owned()),
            };
            return Ok(Self::of(document, name, origin));
        }
        let (article, remark) = articles::read_bytes_of(&bytes, &name, path, reading)?;
        let mut input = Self::made(build(vec![article]));
        input.remarks.extend(remark);
        Ok(input)
    }

    fn several(
        files: &[PathBuf],
        reading: &ReadingArgs,
        streams: &mut Streams,
    ) -> Result<Self, Failure> {
        let timelines = files
            .iter()
            .filter(|path| Encoding::from_path(path).is_some());
        match timelines.count() {
            0 => {}
            all if all == files.len() => {
                let mend = "name one timeline; several articles open as one";
                return Err(Failure::usage(
                    "FILE",
                    "only one timeline can be open at a time",
                    mend,
                ));
            }
            _ => return Err(mixed()),
        }
        one_stdin(files)?;
        let all = articles::read_all(files, reading, &|_| None, streams)?;
        let mut sorted = Sorted::of(all)?;
        if sorted.articles.is_empty() && !sorted.broken.is_empty() {
            let last = sorted.broken.remove(sorted.broken.len() - 1);
            sorted.broken.iter().for_each(|fault| streams.say(fault));
            return Err(last.into());
        }
        let mut input = Self::made(build(sorted.articles));
        input.remarks = sorted.remarks;
        input.broken = sorted.broken;
        Ok(input)
    }

    fn made(built: Built) -> Self {
        let document = Document::made(built.timeline);
        Self::of(document, built.name, Origin::Articles(built.texts))
    }

    /// The timeline as it may be shown; what does not make it untrustworthy is remarked in one line.
    pub(super) fn open(self, streams: &mut Streams) -> Result<Shown, Fault> {
        let mut opened = store::open(self.document, &self.name, &self.origin.base())?;
        let remarked = !self.remarks.is_empty();
        opened.notices.extend(self.remarks);
        let more = opened.notices.len().saturating_sub(1);
        if let Some(mut notice) = opened.notices.first().cloned() {
            if more > 0 {
                let how = match remarked {
                    true => format!("and {more} more"),
                    false => format!("and {more} more: linimasa check lists them"),
                };
                notice.mend = format!("{} ({how})", notice.mend);
            }
            streams.say(&notice);
        }
        opened.notices.extend(self.broken.iter().cloned());
        Ok(Shown {
            is_built: matches!(self.origin, Origin::Articles(_)),
            opened,
            name: self.name,
            broken: self.broken,
        })
    }

    /// The timeline with all its faults; nothing is refused.
    pub(super) fn examine(self) -> (Store, Vec<Fault>) {
        store::examine(self.document, &self.name, &self.origin.base())
    }
}

/// How it ended, articles that could not be read named one by one.
pub(super) fn name_broken(broken: &[Fault], streams: &mut Streams) -> Outcome {
    broken.iter().for_each(|fault| streams.say(fault));
    match broken.is_empty() {
        true => Outcome::Done,
        false => Outcome::Findings,
    }
}

/// Standard input can be read once only.
pub(super) fn one_stdin(files: &[PathBuf]) -> Result<(), Failure> {
    match files.iter().filter(|path| is_stdin(path)).count() {
        0 | 1 => Ok(()),
        _ => Err(Failure::usage(
            "-",
            "standard input is named twice",
            "name it once",
        )),
    }
}

/// How an article is read says nothing of a timeline.
pub(super) fn no_reading(reading: &ReadingArgs) -> Result<(), Failure> {
    let option = match (&reading.published, &reading.lang) {
        (Some(_), _) => "--published",
        (None, Some(_)) => "--lang",
        (None, None) => return Ok(()),
    };
    let mend = "leave it out, or name an article";
    Err(Failure::usage(
        option,
        "this is for articles, not for timelines",
        mend,
    ))
}

impl Origin {
    /// What the paths of its texts count from.
    pub(super) fn base(&self) -> Base<'_> {
        match self {
            Self::BuiltIn => builtin::base(),
            Self::StandardInput => Base::Nowhere,
            Self::File(path) => Base::Folder(path.parent().unwrap_or(path)),
            Self::Articles(texts) => Base::Memory(texts),
        }
    }
}
