//! The rules of the house, held by reading the source: which room may use which, and who alone may touch the screen.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod network;
mod readme;

use std::fs;
use std::path::{Path, PathBuf};

/// The floors from the ground up; a room uses rooms on floors below its own.
const FLOORS: [&[&str]; 6] = [
    &["model"],
    &["text"],
    &["extract", "format"],
    &["store"],
    &["app"],
    &["tui"],
];
/// Above all the others.
const ROOF: &str = "cli";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn floor(room: &str) -> Option<usize> {
    if room == ROOF {
        return Some(FLOORS.len());
    }
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// What a room's own code says, its tests left out.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .to_owned()
}

fn room_of(path: &Path) -> Option<String> {
    let below = path.strip_prefix(root().join("src")).unwrap();
    let mut parts = below.components();
    let room = parts.next()?.as_os_str().to_str()?.to_owned();
    parts.next().map(|_| room)
}

#[test]
fn rooms_use_only_rooms_on_floors_below() {
    let mut seen = 0;
    for path in rust_files(&root().join("src")) {
        let Some(room) = room_of(&path) else { continue };
        let here = floor(&room).unwrap_or_else(|| panic!("{room} stands on no floor"));
        for (place, _) in code(&path).match_indices("crate::") {
            let text = code(&path);
            let used: String = text
                .get(place + 7..)
                .unwrap_or_default()
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect();
            let Some(there) = floor(&used) else { continue };
            seen += 1;
            assert!(
                there < here || used == room,
                "{} uses {used}",
                path.display()
            );
        }
    }
    assert!(
        seen > 100,
        "only {seen} uses were found: this test has gone blind"
    );
}

#[test]
fn every_file_says_in_its_first_line_what_lives_there() {
    for folder in ["src", "tests"] {
        for path in rust_files(&root().join(folder)) {
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.starts_with("//! "), "{}", path.display());
        }
    }
}

#[test]
fn only_paint_writes_text_to_the_screen() {
    let writers = [
        "set_string",
        "set_stringn",
        "set_line",
        "set_span",
        "set_symbol",
        "Span::",
        "Line::from",
        "Paragraph",
    ];
    for path in rust_files(&root().join("src/tui")) {
        if path.ends_with("tui/paint.rs") {
            continue;
        }
        let text = code(&path);
        for writer in writers {
            assert!(!text.contains(writer), "{} uses {writer}", path.display());
        }
    }
}

#[test]
fn only_three_rooms_send_bytes_to_the_terminal_and_none_of_them_a_files() {
    // The loop draws through ratatui, the guard sends modes, the clipboard sends base64; the command line has its own streams.
    let allowed = [
        // Asks for the terminal's name only.
        "tui/input/unix.rs",
        "tui/run.rs",
        "tui/terminal.rs",
        "tui/clipboard.rs",
        "cli/mod.rs",
        "cli/view.rs",
    ];
    for path in rust_files(&root().join("src")) {
        let name = path.to_string_lossy().replace('\\', "/");
        let text = code(&path);
        if text.contains("stdout()") || text.contains("print!") || text.contains("println!") {
            assert!(
                allowed.iter().any(|end| name.ends_with(end)),
                "{name} writes to standard output"
            );
        }
    }
}

#[test]
fn the_top_level_holds_the_agreed_names_only() {
    let agreed = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "assets",
        "seeds",
        "tests",
        "README.md",
        "LICENSE",
        ".gitignore",
        ".gitattributes",
        ".ci",
        ".git",
        "target",
        "proptest-regressions",
    ];
    for entry in fs::read_dir(root()).unwrap() {
        let name = entry.unwrap().file_name();
        assert!(
            agreed.iter().any(|agreed| name == *agreed),
            "{}",
            name.display()
        );
    }
}
