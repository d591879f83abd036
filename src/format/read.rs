//! Bytes of a file or of standard input, made into text or refused with a clear fault. Nothing here knows a timeline.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use super::complaint::line_at;
use crate::model::{Fault, FaultKind};
use crate::text::{binary_file, empty_file};

/// Largest timeline that is read, in bytes: 2 GiB.
pub const MAX_BYTES: u64 = 2 << 30;

/// How standard input is called in faults.
pub const STANDARD_INPUT: &str = "standard input";

/// Why a path cannot be read as a file.
#[derive(Debug)]
pub(super) enum Refusal {
    Missing,
    Folder,
    Special,
    TooLarge,
    Io(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            _ => Self::Io(error),
        }
    }
}

impl Refusal {
    /// The refusal as a fault; `subject` begins the cause ("" where the file itself is named), `limit` is in bytes.
    pub(super) fn fault(&self, name: &str, subject: &str, limit: u64) -> Fault {
        let (kind, cause, mend) = match self {
            Self::Missing => (
                FaultKind::Missing,
                "no such file".to_owned(),
                "check the path",
            ),
            Self::Folder => (
                FaultKind::NotAFile,
                "this is a folder, not a file".to_owned(),
                "name a file in it",
            ),
            Self::Special => (
                FaultKind::NotAFile,
                "this is a device, pipe or socket, not a file".to_owned(),
                "pipe its content in and read it with -",
            ),
            Self::TooLarge => (
                FaultKind::Io,
                format!("larger than {} MiB", limit >> 20),
                "split it into smaller files",
            ),
            Self::Io(error) if error.kind() == io::ErrorKind::PermissionDenied => (
                FaultKind::Io,
                "no permission to read it".to_owned(),
                "change its permissions, or read it as a user who may",
            ),
            Self::Io(error) => (
                FaultKind::Io,
                format!("cannot be read: {error}"),
                "check the disk and try again",
            ),
        };
        Fault::new(kind, name, format!("{subject}{cause}"), mend)
    }
}

/// The bytes of a regular file of at most `limit` bytes. Anything else is refused before it is opened, so that a pipe or a
/// device can neither block nor act.
pub(super) fn regular_file(path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
    accept(&std::fs::metadata(path)?, limit)?;
    let file = open_without_blocking(path)?;
    // The path may name something else by now.
    let metadata = file.metadata()?;
    accept(&metadata, limit)?;
    let mut bytes = Vec::new();
    // A size that is only claimed must not reserve memory beyond reason; the file may still grow while it is read.
    bytes
        .try_reserve(usize::try_from(metadata.len()).unwrap_or(0))
        .map_err(|_| Refusal::TooLarge)?;
    limited(file, limit, bytes)
}

fn accept(metadata: &Metadata, limit: u64) -> Result<(), Refusal> {
    if metadata.is_dir() {
        Err(Refusal::Folder)
    } else if !metadata.is_file() {
        Err(Refusal::Special)
    } else if metadata.len() > limit {
        Err(Refusal::TooLarge)
    } else {
        Ok(())
    }
}

#[cfg(unix)]
fn open_without_blocking(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let flags = (rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY).bits();
    let flags = i32::try_from(flags).map_err(io::Error::other)?;
    OpenOptions::new().read(true).custom_flags(flags).open(path)
}

#[cfg(not(unix))]
fn open_without_blocking(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

fn limited(reader: impl Read, limit: u64, mut bytes: Vec<u8>) -> Result<Vec<u8>, Refusal> {
    reader
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(Refusal::TooLarge);
    }
    Ok(bytes)
}

/// The bytes of a regular file of at most `limit` bytes, in whatever encoding.
///
/// # Errors
///
/// One fault for a URL, a missing file, a folder, a pipe or device, a file that may not be read or is too large.
pub fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, Fault> {
    let name = path.display().to_string();
    if let Some(fault) = url(&name) {
        return Err(fault);
    }
    regular_file(path, limit).map_err(|refusal| refusal.fault(&name, "", limit))
}

/// A regular file of any size, open for reading.
///
/// # Errors
///
/// One fault for a URL, a missing file, a folder, a pipe or device, a file that may not be read.
pub(super) fn open_regular(path: &Path) -> Result<File, Fault> {
    let name = path.display().to_string();
    if let Some(fault) = url(&name) {
        return Err(fault);
    }
    let open = || {
        accept(&std::fs::metadata(path)?, u64::MAX)?;
        let file = open_without_blocking(path)?;
        // The path may name something else by now.
        accept(&file.metadata()?, u64::MAX)?;
        Ok(file)
    };
    open().map_err(|refusal: Refusal| refusal.fault(&name, "", u64::MAX))
}

/// The text of a file and the name under which its faults go.
///
/// # Errors
///
/// One fault for a URL, a missing file, a folder, a pipe or device, a file that may not be read, is larger than
/// [`MAX_BYTES`], is empty, is binary or is no UTF-8 (with line and byte offset, counted from 0).
pub fn read_file(path: &Path) -> Result<(String, String), Fault> {
    let name = path.display().to_string();
    let bytes = read_bytes(path, MAX_BYTES)?;
    Ok((read_text(bytes, &name)?, name))
}

/// The bytes of standard input, or of any reader that stands for it, in whatever encoding.
///
/// # Errors
///
/// One fault when it cannot be read or is larger than [`MAX_BYTES`].
pub fn read_all(reader: impl Read) -> Result<Vec<u8>, Fault> {
    limited(reader, MAX_BYTES, Vec::new())
        .map_err(|refusal| refusal.fault(STANDARD_INPUT, "", MAX_BYTES))
}

/// This program opens no connection; it says how to bring the page.
fn url(name: &str) -> Option<Fault> {
    let scheme = name.split_once("://")?.0.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" {
        return None;
    }
    let quoted = name.replace('\'', r"'\''");
    Some(Fault::new(
        FaultKind::Usage,
        name,
        "this is a URL, and linimasa reads files only",
        format!("curl -sL '{quoted}' | linimasa -"),
    ))
}

/// The text of the bytes that a file or standard input held; `name` goes into the fault.
///
/// # Errors
///
/// One fault when it is empty, is binary or is no UTF-8 (with line and byte offset, counted from 0).
pub fn read_text(bytes: Vec<u8>, name: &str) -> Result<String, Fault> {
    let not_text = |cause: String, mend: &str| Fault::new(FaultKind::NotText, name, cause, mend);
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let mend = "save it as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8";
        return Err(not_text(
            "the text is in UTF-16, not in UTF-8".to_owned(),
            mend,
        ));
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return Err(binary_file(name, offset));
    }
    let text = utf8(bytes)
        .map_err(|(cause, line)| not_text(cause, "save it as UTF-8").at_line(Some(line)))?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(empty_file(name));
    }
    Ok(text)
}

/// The text, or the cause and the line of its first byte that is no UTF-8.
pub(super) fn utf8(bytes: Vec<u8>) -> Result<String, (String, usize)> {
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let byte = bytes.get(offset).copied().unwrap_or_default();
        let valid = bytes.get(..offset).unwrap_or_default();
        let line = line_at(std::str::from_utf8(valid).unwrap_or_default(), offset);
        let cause = format!("invalid UTF-8: byte 0x{byte:02X} at byte offset {offset}");
        (cause, line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> Fault {
        read_text(bytes.to_vec(), STANDARD_INPUT).unwrap_err()
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_with_their_place() {
        let fault = refused(b"satu\ndua \xff tiga");
        assert_eq!(
            fault.to_string(),
            "standard input:2: invalid UTF-8: byte 0xFF at byte offset 9; save it as UTF-8"
        );
        let fault = refused(b"PK\x03\0");
        assert_eq!(fault.kind, FaultKind::NotText);
        assert!(fault.cause.contains("NUL byte at byte offset 3"), "{fault}");
        assert!(refused(b"\xff\xfeA\0").cause.contains("UTF-16"));
    }

    #[test]
    fn an_empty_file_is_called_empty() {
        for empty in ["", " \n\t\r\n", "\u{feff}\n"] {
            assert_eq!(refused(empty.as_bytes()).kind, FaultKind::Empty);
        }
    }

    #[test]
    fn what_is_no_file_is_refused_and_nothing_waits_for_it() {
        let folder = tempfile::tempdir().unwrap();
        let fault = read_file(&folder.path().join("none.toml")).unwrap_err();
        assert_eq!(fault.kind, FaultKind::Missing);
        assert!(fault.file.ends_with("none.toml"));
        let fault = read_file(folder.path()).unwrap_err();
        assert_eq!(fault.kind, FaultKind::NotAFile);
        assert!(fault.cause.contains("folder"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn pipes_and_devices_are_refused_without_being_opened() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        for path in [pipe.as_path(), Path::new("/dev/zero")] {
            let fault = read_file(path).unwrap_err();
            assert_eq!(fault.kind, FaultKind::NotAFile);
            assert!(fault.mend.contains("with -"), "{fault}");
        }
    }

    #[test]
    fn a_file_above_the_limit_is_refused_also_when_it_does_not_say_its_size() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        std::fs::write(&path, "12345").unwrap();
        assert!(matches!(regular_file(&path, 4), Err(Refusal::TooLarge)));
        assert_eq!(regular_file(&path, 5).unwrap(), b"12345");
        let endless = io::repeat(b'a');
        assert!(matches!(
            limited(endless, 9, Vec::new()),
            Err(Refusal::TooLarge)
        ));
        let fault = Refusal::TooLarge.fault("large", "", MAX_BYTES);
        assert_eq!(fault.cause, "larger than 2048 MiB");
    }

    #[test]
    fn no_permission_is_said_in_plain_words() {
        let error = io::Error::from(io::ErrorKind::PermissionDenied);
        let fault = Refusal::from(error).fault("a.toml", "", MAX_BYTES);
        assert_eq!(fault.kind, FaultKind::Io);
        assert_eq!(fault.cause, "no permission to read it");
    }

    #[test]
    fn a_url_is_answered_with_the_line_that_fetches_it() {
        let fault = read_file(Path::new("https://example.org/a?b='c'&d")).unwrap_err();
        assert_eq!(fault.kind, FaultKind::Usage);
        assert_eq!(
            fault.mend,
            r"curl -sL 'https://example.org/a?b='\''c'\''&d' | linimasa -"
        );
    }
}
