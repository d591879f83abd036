//! A copy of what cannot be read twice, in a file without a name that goes when the program does.

use std::fs::File;
use std::io::{self, Read, Write};

use crate::model::{Fault, FaultKind};

/// Writes down what passes.
#[derive(Debug)]
pub(super) struct Spool<R> {
    reader: R,
    file: File,
    name: String,
}

impl<R> Spool<R> {
    /// The reader, and the file in which all that it gave can be read again at its place.
    pub(super) fn new(reader: R, name: &str) -> Result<(Self, File), Fault> {
        let made = tempfile::tempfile().and_then(|file| Ok((file.try_clone()?, file)));
        let (copy, file) = made.map_err(|error| no_room(&error, name))?;
        let name = name.to_owned();
        Ok((Self { reader, file, name }, copy))
    }
}

impl<R: Read> Read for Spool<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(into)?;
        let passed = into.get(..count).unwrap_or_default();
        match self.file.write_all(passed) {
            Ok(()) => Ok(count),
            Err(error) => Err(io::Error::other(no_room(&error, &self.name))),
        }
    }
}

fn no_room(error: &io::Error, name: &str) -> Fault {
    let cause = format!(
        "no copy of it can be kept in the folder of temporary files, {}: {error}",
        std::env::temp_dir().display()
    );
    let mend = "make room there, name another with TMPDIR, or unpack it to a file yourself";
    Fault::new(FaultKind::Io, name, cause, mend)
}
