//! Where a timeline comes from: a file, standard input or the program itself. Everything is read here, before any answer.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use super::{Streams, builtin};
use crate::format::{self, Base, Document};
use crate::model::Fault;
use crate::store::{self, Opened, Store};

/// What the user named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Origin {
    BuiltIn,
    StandardInput,
    File(PathBuf),
}

/// A timeline that was read and parsed, but not yet checked.
#[derive(Debug)]
pub(super) struct Input {
    pub(super) document: Document,
    /// How faults call it.
    pub(super) name: String,
    pub(super) origin: Origin,
}

impl Input {
    /// Reads the timeline that the argument names.
    pub(super) fn read(file: Option<&Path>) -> Result<Self, Fault> {
        let (origin, name, document) = match file {
            None => (
                Origin::BuiltIn,
                builtin::NAME.to_owned(),
                builtin::document()?,
            ),
            Some(path) if path.as_os_str() == OsStr::new("-") => {
                let (text, name) = format::read_stdin(io::stdin().lock())?;
                let document = format::parse_detected(&text, &name)?;
                (Origin::StandardInput, name, document)
            }
            Some(path) => {
                let document = format::open(path)?;
                (
                    Origin::File(path.to_owned()),
                    path.display().to_string(),
                    document,
                )
            }
        };
        Ok(Self {
            document,
            name,
            origin,
        })
    }

    /// The timeline as it may be shown, with its name; what does not make it untrustworthy is remarked in one line.
    pub(super) fn open(self, streams: &mut Streams) -> Result<(Opened, String), Fault> {
        let opened = store::open(self.document, &self.name, &self.origin.base())?;
        let more = opened.notices.len().saturating_sub(1);
        if let Some(mut notice) = opened.notices.first().cloned() {
            if more > 0 {
                notice.mend = format!(
                    "{} (and {more} more: linimasa check lists them)",
                    notice.mend
                );
            }
            streams.say(&notice);
        }
        Ok((opened, self.name))
    }

    /// The timeline with all its faults; nothing is refused.
    pub(super) fn examine(self) -> (Store, Vec<Fault>) {
        store::examine(self.document, &self.name, &self.origin.base())
    }
}

impl Origin {
    /// What the paths of its texts count from.
    pub(super) fn base(&self) -> Base<'_> {
        match self {
            Self::BuiltIn => builtin::base(),
            Self::StandardInput => Base::Nowhere,
            Self::File(path) => Base::Folder(path.parent().unwrap_or(path)),
        }
    }
}
