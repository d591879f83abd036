//! One call of the binary and the bytes that came of it.

use std::ffi::{OsStr, OsString};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A call to be made.
pub(crate) struct Call {
    command: Command,
}

impl Call {
    /// A call in a folder.
    pub(crate) fn new(
        folder: &Path,
        arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
    ) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_linimasa"));
        command.args(arguments).current_dir(folder);
        Self { command }
    }

    /// Under another name.
    pub(crate) fn named(mut self, name: &OsStr) -> Self {
        self.command.arg0(name);
        self
    }

    /// With a variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.command.env(name, value.into());
        self
    }

    /// Makes it.
    pub(crate) fn output(mut self) -> Output {
        self.command.stdin(Stdio::null()).output().unwrap()
    }
}
