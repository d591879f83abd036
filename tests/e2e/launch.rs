//! What runs in the pseudo-terminal, and around it: a shell, a size, an environment.

use std::path::Path;

use portable_pty::CommandBuilder;

use crate::screen::Session;

/// What to run, and in which terminal. As in life a shell starts the binary and outlives it, so that what the binary
/// leaves behind in the terminal can be seen. The shell says `pid N` before and `ended CODE` after.
pub(crate) struct Launch {
    size: (u16, u16),
    line: String,
    env: Vec<(String, String)>,
    bare: bool,
    slack: u16,
}

impl Launch {
    /// The viewer of the built-in timeline.
    pub(crate) fn new(columns: u16, rows: u16) -> Self {
        Self {
            size: (columns, rows),
            line: r#"sh -c 'echo "pid $$"; exec "$LINIMASA"'"#.to_owned(),
            env: Vec::new(),
            bare: false,
            slack: 0,
        }
    }

    /// Another line for the shell; `"$LINIMASA"` is the binary.
    pub(crate) fn line(mut self, line: &str) -> Self {
        line.clone_into(&mut self.line);
        self
    }

    /// Without the shell: the binary is this process's own child, whose end can be told exactly.
    pub(crate) fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    /// Sets a variable.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// On an emulator with so many columns more than the terminal says it has: what runs over the edge does not wrap, as on a
    /// terminal that is told not to. The emulator does not know how to be told.
    #[allow(dead_code)] // Only tests/hostile asks for it.
    pub(crate) fn slack(mut self, columns: u16) -> Self {
        self.slack = columns;
        self
    }

    /// The columns of the emulator.
    pub(crate) fn emulated(&self) -> u16 {
        self.size.0 + self.slack
    }

    /// Runs it.
    pub(crate) fn start(self) -> Session {
        Session::start(&self)
    }

    /// The size of the terminal, in columns and rows.
    pub(crate) fn size(&self) -> (u16, u16) {
        self.size
    }

    /// What to run, in a small environment that is the same everywhere, at home in this folder.
    pub(crate) fn command(&self, home: &Path) -> CommandBuilder {
        let binary = env!("CARGO_BIN_EXE_linimasa");
        let mut command = if self.bare {
            CommandBuilder::new(binary)
        } else {
            let line = format!("{}\necho \"ended $?\"\nread -r _", self.line);
            let mut command = CommandBuilder::new("sh");
            command.args(["-c", &line]);
            command
        };
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", home);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        // A theme of its own name: the terminal of these tests answers only where a test answers for it.
        command.env("LINIMASA_THEME", "dark");
        command.env("LINIMASA", binary);
        for (name, value) in &self.env {
            command.env(name, value);
        }
        command.cwd(home);
        command
    }
}
