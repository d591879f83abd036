//! A real terminal multiplexer, where it is installed: text of every width moves no border in it, and it is left as it was.

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::wide::of_every_width;

/// A server of its own, gone with the value.
struct Tmux {
    folder: TempDir,
}

impl Tmux {
    fn run(&self, arguments: &[&str]) -> Output {
        let socket = self.folder.path().join("socket");
        Command::new("tmux")
            .arg("-f/dev/null")
            .arg("-S")
            .arg(socket)
            .args(arguments)
            .env("LC_ALL", "C.UTF-8")
            .env("TERM", "xterm-256color")
            .env_remove("TMUX")
            .output()
            .unwrap()
    }

    /// The viewer in a window of this size; a shell around it says when it has ended.
    fn start(columns: usize) -> Option<Self> {
        if Command::new("tmux").arg("-V").output().is_err() {
            println!("tmux is not installed: nothing was tested");
            return None;
        }
        let tmux = Self {
            folder: TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap(),
        };
        let (timeline, article) = of_every_width();
        std::fs::write(tmux.folder.path().join("t.toml"), timeline).unwrap();
        std::fs::write(tmux.folder.path().join("a.txt"), article).unwrap();
        let line = format!(
            "cd '{}'; '{}' t.toml; echo ended $?; read -r _",
            path(tmux.folder.path()),
            env!("CARGO_BIN_EXE_linimasa")
        );
        let width = columns.to_string();
        let made = tmux.run(&[
            "new-session",
            "-d",
            "-x",
            &width,
            "-y",
            "20",
            "sh",
            "-c",
            &line,
        ]);
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
        Some(tmux)
    }

    fn shown(&self) -> Vec<String> {
        let output = self.run(&["capture-pane", "-p"]);
        String::from_utf8(output.stdout)
            .unwrap()
            .lines()
            .map(str::to_owned)
            .collect()
    }

    /// Asks again until the screen is so: a call of tmux takes its time, so this does not spin.
    fn wait(&self, what: &str, ready: impl Fn(&[String]) -> bool) -> Vec<String> {
        for _ in 0..2000 {
            let shown = self.shown();
            if ready(&shown) {
                return shown;
            }
        }
        panic!("never seen: {what}\n{}", self.shown().join("\n"));
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn in_tmux_no_border_moves_and_the_screen_is_given_back() {
    for columns in [60, 80, 100, 160] {
        let Some(tmux) = Tmux::start(columns) else {
            return;
        };
        tmux.wait("the viewer", |shown| {
            shown.iter().any(|line| line.contains("Timeline"))
        });
        for _ in 0..15 {
            tmux.run(&["send-keys", "j"]);
        }
        // Places on the screen are told as numbers, so a border that is there stands where it was put. A frame may be half
        // drawn when it is looked at.
        let borders = if columns < 100 { 1 } else { 2 };
        tmux.wait("the last event between whole borders", |shown| {
            let first = shown.iter().position(|line| line.contains("Timeline"));
            let panes = first.and_then(|first| shown.get(first..19)).unwrap_or(&[]);
            panes
                .iter()
                .any(|line| line.starts_with("▌ 16") || line.starts_with("▌16"))
                && panes.len() >= 14
                && panes
                    .iter()
                    .all(|line| line.matches('│').count() == borders)
        });
        tmux.run(&["send-keys", "q"]);
        let after = tmux.wait("the end", |shown| {
            shown.iter().any(|line| line == "ended 0")
        });
        assert!(!after.iter().any(|line| line.contains('│')));
    }
}
