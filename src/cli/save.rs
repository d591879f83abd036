//! Files, written whole or not at all, and never over one that nobody has read. What they hold is not decided here.

use std::io::{self, Write};
use std::path::Path;

use crate::model::{Fault, FaultKind};

/// The folder in which a file of this path stands.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Writes a file that must not exist yet.
pub(super) fn save_new(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let attempt = || -> io::Result<()> {
        let file = temporary(path, bytes)?;
        file.persist_noclobber(path)?;
        Ok(())
    };
    attempt().map_err(|error| unwritten(path, &error))
}

/// Writes a file anew that holds `old`; one that was changed in the meantime is left alone. A link is followed, and the file
/// keeps its rights.
pub(super) fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), Fault> {
    let attempt = || -> io::Result<bool> {
        let target = path.canonicalize()?;
        let file = temporary(&target, new)?;
        file.as_file()
            .set_permissions(target.metadata()?.permissions())?;
        // As late as can be: what is written between here and the renaming cannot be seen.
        if std::fs::read(&target)? != old {
            return Ok(false);
        }
        file.persist(&target)?;
        Ok(true)
    };
    match attempt() {
        Ok(true) => Ok(()),
        Ok(false) => Err(Fault::new(
            FaultKind::Io,
            path.display().to_string(),
            "somebody changed it in the meantime",
            "nothing was written; run it again",
        )),
        Err(error) => Err(unwritten(path, &error)),
    }
}

/// A whole file beside the one that it will be, on the disk.
fn temporary(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A file that a user writes has the rights that the user's umask leaves; only temporary ones are private.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.prefix(".linimasa-").tempfile_in(folder_of(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// The fault where there is anything of this name, even a link to nothing.
pub(super) fn must_be_new(path: &Path) -> Result<(), Fault> {
    match path.symlink_metadata() {
        Ok(_) => Err(unwritten(path, &io::ErrorKind::AlreadyExists.into())),
        Err(_) => Ok(()),
    }
}

/// Why a file was not written.
pub(super) fn unwritten(path: &Path, error: &io::Error) -> Fault {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_underneath_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        std::fs::write(&path, "theirs").unwrap();
        let fault = replace(&path, b"mine", b"new").unwrap_err();
        assert!(fault.cause.contains("in the meantime"), "{fault}");
        assert_eq!(std::fs::read(&path).unwrap(), b"theirs");
        replace(&path, b"theirs", b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
