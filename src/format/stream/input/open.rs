//! An input, opened: what it is, its blocks, and the file in which each record can be read again.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use encoding_rs::{Encoding, WINDOWS_1252};

use super::bound::Bound;
use super::compression::Compression;
use super::counted::{Counted, Progress};
use super::decoding::{Decoding, decoded, encoding_of};
use super::head::Head;
use super::recognise::{MAX_HEADER, Naming, Recognised, recognise};
use super::spool::Spool;
use crate::format::read;
use crate::format::stream::table::{MapSpec, Syntax};
use crate::format::stream::{Blocks, Limits, RecordKind};
use crate::model::{Fault, FaultKind};

/// Bytes that are looked at first.
const LOOKED_AT: usize = 64 << 10;

/// How the user wants an input to be read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What the columns of a table mean.
    pub map: Option<MapSpec>,
    /// How the bytes of a table are text; where there is none, its first bytes tell.
    pub encoding: Option<&'static Encoding>,
    /// What it may ask of this machine.
    pub limits: Limits,
}

/// What an input turned out to be.
pub enum Input {
    /// Records that stream.
    Records(Box<Opened>),
    /// Something that is read whole, such as TOML or an article.
    Other(Whole),
}

/// An input that is read whole.
pub struct Whole {
    /// Its bytes from the first on, unpacked.
    pub reader: Box<dyn Read + Send>,
    /// It was packed, so that reading it as it stands would not do.
    pub is_packed: bool,
}

/// An input whose records stream.
pub struct Opened {
    /// What the user knows it as.
    pub name: String,
    /// How its records are written.
    pub kind: RecordKind,
    /// Its records.
    pub blocks: Blocks<Box<dyn Read + Send>>,
    /// What it may ask of this machine.
    pub limits: Limits,
    /// The file in which a record can be read at its place: the input itself, or a copy that is written as the blocks are
    /// taken and has no name.
    pub file: File,
    /// Where that file can be found by others; `None` for a copy.
    pub path: Option<PathBuf>,
    /// How much of it has been read.
    pub progress: Progress,
    /// It is compressed.
    pub is_packed: bool,
    /// What the user should know of how it is read.
    pub notices: Vec<Fault>,
}

impl Opened {
    /// Has the first events given before the sources and actors that stand in front of them, where the file can be read at any
    /// place: for who looks at them while the rest is read.
    pub fn events_first(&mut self) {
        if self.path.is_some()
            && let Ok(file) = self.file.try_clone()
        {
            self.blocks.events_first(file);
        }
    }

    /// All its bytes, unpacked and decoded, for a reader of the whole.
    ///
    /// # Errors
    ///
    /// One fault when it cannot be read, or is larger than such readers take.
    pub fn all(mut self) -> Result<Vec<u8>, Fault> {
        // What is wrong with its records is for that reader to say; one that ends early is not whole.
        let failed = |fault: &Fault| matches!(fault.kind, FaultKind::Io | FaultKind::TooLarge);
        let fault = self.blocks.by_ref().filter_map(Result::err).find(failed);
        if let Some(fault) = fault {
            return Err(fault);
        }
        self.file
            .seek(SeekFrom::Start(0))
            .map_err(|error| broken(&error, &self.name))?;
        read::read_all(&self.file)
    }

    /// Makes it ready to be read from its beginning another time: a copy holds only what was read of it so far.
    ///
    /// # Errors
    ///
    /// One fault when the file cannot be read.
    pub fn again(&mut self) -> Result<(), Fault> {
        let rewound = self.file.try_clone().and_then(|mut file| {
            file.seek(SeekFrom::Start(0))?;
            Ok(file)
        });
        let rewound = rewound.map_err(|error| broken(&error, &self.name))?;
        let reader: Box<dyn Read + Send> = Box::new(rewound);
        self.blocks = Blocks::new(reader, &self.kind, &self.name, self.limits);
        Ok(())
    }
}

/// Opens a file.
///
/// # Errors
///
/// One fault for a URL, a missing file, a folder, a pipe or device or a file that may not be read; for a table whose columns do
/// not tell what they are, or whose header is too large; for a mapping that does not fit.
pub fn open(path: &Path, options: &Options) -> Result<Input, Fault> {
    let name = path.display().to_string();
    let file = read::open_regular(path)?;
    let total = file.metadata().ok().map(|metadata| metadata.len());
    let copy = file.try_clone().map_err(|error| broken(&error, &name))?;
    let from = From {
        naming: naming(&name, path),
        progress: Progress::new(total),
        file: Some((copy, path.to_owned())),
        is_packed: false,
    };
    from.open(file, options)
}

/// Opens standard input, or any reader that stands for it; `name` is what the user knows it as.
///
/// # Errors
///
/// Those of [`open`] that are not about a path.
pub fn open_reader(
    reader: impl Read + Send + 'static,
    name: &str,
    options: &Options,
) -> Result<Input, Fault> {
    let from = From {
        naming: naming(name, Path::new(name)),
        progress: Progress::new(None),
        file: None,
        is_packed: false,
    };
    from.open(reader, options)
}

fn naming(name: &str, path: &Path) -> Naming {
    let text = |part: Option<&std::ffi::OsStr>| {
        part.map(|part| part.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let extension = |path: &Path| text(path.extension()).to_ascii_lowercase();
    let mut last = extension(path);
    if matches!(last.as_str(), "gz" | "zst" | "zstd") {
        last = extension(&path.with_extension(""));
    }
    Naming {
        name: name.to_owned(),
        file: text(path.file_name()),
        extension: last,
    }
}

/// Where an input comes from.
struct From {
    naming: Naming,
    progress: Progress,
    /// The input, if it can be read at a place.
    file: Option<(File, PathBuf)>,
    is_packed: bool,
}

impl From {
    fn open(
        mut self,
        reader: impl Read + Send + 'static,
        options: &Options,
    ) -> Result<Input, Fault> {
        let name = self.naming.name.clone();
        let mut raw = Head::new(Counted::new(reader, self.progress.clone()));
        let magic = raw.see(4).map_err(|error| broken(&error, &name))?;
        let compression = Compression::of(magic);
        self.is_packed = compression.is_some();
        let raw = raw.into_reader();
        let plain: Box<dyn Read + Send> = match compression {
            Some(compression) => {
                self.file = None;
                compression.decompress(raw, &name)
            }
            None => Box::new(raw),
        };
        let plain = match &self.file {
            Some(_) => plain,
            None => Box::new(Bound {
                reader: plain,
                limits: options.limits,
                packed: compression.map(|_| self.progress.clone()),
                name,
                count: 0,
            }),
        };
        self.recognised(Head::new(plain), options)
    }

    fn recognised(
        mut self,
        mut plain: Head<Box<dyn Read + Send>>,
        options: &Options,
    ) -> Result<Input, Fault> {
        let mut wanted = LOOKED_AT;
        loop {
            // What fails here fails again when it is read, and is told then.
            let failed = plain.see(wanted).err();
            let head = plain.seen();
            let encoding = options.encoding.or_else(|| encoding_of(head));
            let text = encoding.map(|encoding| decoded(head, encoding));
            let text = text.as_deref().map_or(head, str::as_bytes);
            let is_all = plain.is_all() || failed.is_some();
            if let Some(error) = failed.filter(|_| head.is_empty()) {
                return Err(broken(&error, &self.naming.name));
            }
            let is_table = |kind: &RecordKind| matches!(kind, RecordKind::Table(table) if table.syntax != Syntax::JsonLines);
            match recognise(text, is_all, &self.naming, options.map.as_ref())? {
                Recognised::More if wanted < MAX_HEADER => wanted = wanted.saturating_mul(4),
                Recognised::More | Recognised::Other => {
                    return Ok(Input::Other(Whole {
                        reader: Box::new(plain.into_reader()),
                        is_packed: self.is_packed,
                    }));
                }
                Recognised::Records(kind, said) => {
                    let encoding = encoding.filter(|encoding| {
                        is_table(&kind) || options.encoding.is_some() || *encoding != WINDOWS_1252
                    });
                    return self.records(plain, kind, said, encoding, options);
                }
            }
        }
    }

    fn records(
        &mut self,
        plain: Head<Box<dyn Read + Send>>,
        kind: RecordKind,
        said: Option<Fault>,
        encoding: Option<&'static Encoding>,
        options: &Options,
    ) -> Result<Input, Fault> {
        let name = &self.naming.name;
        let mut notices: Vec<Fault> = said.into_iter().collect();
        let mut reader: Box<dyn Read + Send> = Box::new(plain.into_reader());
        if let Some(encoding) = encoding {
            self.file = None;
            reader = Box::new(Decoding::new(reader, encoding));
            if options.encoding.is_none() && encoding == WINDOWS_1252 {
                notices.push(taken_as(encoding, name));
            }
        }
        let (reader, file, path) = match self.file.take() {
            Some((file, path)) => (reader, file, Some(path)),
            None => {
                let (spool, file) = Spool::new(reader, name)?;
                let reader: Box<dyn Read + Send> = Box::new(spool);
                (reader, file, None)
            }
        };
        Ok(Input::Records(Box::new(Opened {
            name: name.clone(),
            blocks: Blocks::new(reader, &kind, name, options.limits),
            kind,
            limits: options.limits,
            file,
            path,
            progress: self.progress.clone(),
            is_packed: self.is_packed,
            notices,
        })))
    }
}

fn taken_as(encoding: &'static Encoding, name: &str) -> Fault {
    let cause = format!(
        "its bytes are no UTF-8, and are taken as {}",
        encoding.name()
    );
    Fault::new(
        FaultKind::NotText,
        name,
        cause,
        "if letters look wrong, name another with --encoding",
    )
}

fn broken(error: &std::io::Error, name: &str) -> Fault {
    crate::format::stream::intake::unreadable(error, name)
}
