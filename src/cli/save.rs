//! New files, written whole or not at all, and never over one that is there. What they hold is not decided here.

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
    attempt().map_err(|error| unwritten(path, &error))
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
