//! `export`: the timeline in another encoding, in a new file or on standard output. How an encoding is written is in `format`.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;

use super::Streams;
use super::args::ExportArgs;
use super::input::Input;
use super::outcome::{Failure, Outcome};
use super::texts_from::keep_texts;
use crate::format::{self, Encoding};
use crate::model::{Fault, FaultKind};

pub(super) fn run(arguments: &ExportArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    let to_file = arguments
        .output
        .as_deref()
        .filter(|path| path.as_os_str() != OsStr::new("-"));
    if let Some(path) = to_file {
        agree(path, arguments.to)?;
    }
    let Input {
        document,
        name,
        origin,
    } = Input::read(arguments.file.as_deref())?;
    let mut timeline = document.timeline;
    let Some(path) = to_file else {
        let text = written(&timeline, arguments.to, &name)?;
        streams.out.write_all(text.as_bytes())?;
        return Ok(Outcome::Done);
    };
    let left = keep_texts(&mut timeline, &origin, folder_of(path));
    let text = written(&timeline, arguments.to, &name)?;
    save_new(path, text.as_bytes())?;
    if let [first, others @ ..] = left.as_slice() {
        let more = if others.is_empty() {
            String::new()
        } else {
            format!(" and {} more", others.len())
        };
        streams.say(&Fault::new(
            FaultKind::Outside,
            path.display().to_string(),
            format!("written, but the stored text of source “{first}”{more} cannot be named from its folder"),
            "copy the text into that folder and correct `text`",
        ));
    }
    Ok(Outcome::Done)
}

/// A name that promises another encoding would make a file that nobody can open by it.
fn agree(path: &Path, to: Encoding) -> Result<(), Failure> {
    match Encoding::from_path(path) {
        Some(other) if other != to => Err(Failure::usage(
            &path.display().to_string(),
            &format!("the name says {}, --to says {}", other.word(), to.word()),
            "make them agree",
        )),
        _ => Ok(()),
    }
}

fn written(timeline: &crate::model::Timeline, to: Encoding, name: &str) -> Result<String, Fault> {
    format::write(timeline, to).map_err(|fault| Fault {
        file: name.to_owned(),
        ..fault
    })
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Writes a file that must not exist yet: whole, or not at all.
fn save_new(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A file that a user writes has the rights that the user's umask leaves; only temporary ones are private.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut attempt = || -> io::Result<()> {
        let mut file = builder.prefix(".linimasa-").tempfile_in(folder_of(path))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist_noclobber(path)?;
        Ok(())
    };
    attempt().map_err(|error| {
        let (cause, mend) = match error.kind() {
            io::ErrorKind::AlreadyExists => (
                "there is such a file already".to_owned(),
                "name another; nothing was changed",
            ),
            io::ErrorKind::NotFound => ("there is no such folder".to_owned(), "make it first"),
            io::ErrorKind::PermissionDenied => (
                "no permission to write there".to_owned(),
                "name another folder",
            ),
            _ => (
                format!("cannot be written: {error}"),
                "nothing was changed; check the disk",
            ),
        };
        Fault::new(FaultKind::Io, path.display().to_string(), cause, mend)
    })
}
