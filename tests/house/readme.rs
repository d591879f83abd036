//! The README says what is so: its keys come from the action table, its commands run, its test command is CI's.

use std::fs;
use std::process::Command;

use linimasa::app::{ACTIONS, KeyMode, Keymap};

use super::root;

const START: &str = "<!-- keys: made from the action table, see tests/house -->\n";
const END: &str = "<!-- end of keys -->";

fn keys() -> String {
    let keymap = Keymap::default();
    let mut table = String::from("| keys | what they do |\n|---|---|\n");
    for entry in ACTIONS {
        let keys = keymap.keys_of(KeyMode::Browse, &entry.action);
        if !keys.is_empty() {
            let keys: Vec<String> = keys.iter().map(|keys| format!("`{keys}`")).collect();
            table.push_str(&format!("| {} | {} |\n", keys.join(" "), entry.doc.trim()));
        }
    }
    table
        .push_str("\nIn a picker letters narrow the list:\n\n| keys | what they do |\n|---|---|\n");
    for entry in ACTIONS.iter().filter(|entry| {
        entry.name.starts_with("picker") || ["accept", "cancel"].contains(&entry.name)
    }) {
        let keys = keymap.keys_of(KeyMode::Picker, &entry.action);
        let keys: Vec<String> = keys.iter().map(|keys| format!("`{keys}`")).collect();
        table.push_str(&format!("| {} | {} |\n", keys.join(" "), entry.doc.trim()));
    }
    table
}

#[test]
fn the_readmes_keys_are_those_of_the_action_table() {
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(START).unwrap();
    let (table, after) = rest.split_once(END).unwrap();
    if std::env::var_os("LINIMASA_BLESS").is_some() {
        fs::write(&path, format!("{before}{START}{}{END}{after}", keys())).unwrap();
    } else {
        assert_eq!(
            table,
            keys(),
            "LINIMASA_BLESS=1 cargo test --test house makes it anew"
        );
    }
}

/// Files that the README's commands name.
const TABLES: [(&str, &str); 3] = [
    (
        "events.jsonl",
        "{\"timeline\":{\"format\":\"linimasa/1\"}}\n{\"event\":{\"id\":\"e\",\"title\":\"t\"}}\n",
    ),
    (
        "events.csv",
        "day,notes,who,link\n2025-07-03,Bridge opens,Police,https://example.org/1\n",
    ),
    (
        "acled.csv",
        "event_id_cnty,event_date,time_precision,event_type,actor1,location,source,notes\n\
         X1,2025-07-03,1,Protests,Protesters,Harwick,Harwick Post,People gathered\n",
    ),
];

#[test]
fn the_readmes_commands_without_files_run() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let seed = root().join("seeds/000_f3226ebb9ab90383.txt");
    for name in ["article.txt", "other.txt"] {
        fs::copy(&seed, folder.path().join(name)).unwrap();
    }
    for (name, text) in TABLES {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let timeline = root().join("assets/timeline.toml").display().to_string();
    let mut ran = 0;
    for line in readme.lines().filter(|line| line.starts_with("linimasa ")) {
        let call = line.split('#').next().unwrap_or_default().trim();
        let mut words = call.split_whitespace().skip(1).map(|word| match word {
            "timeline.toml" => timeline.clone(),
            other => other.to_owned(),
        });
        let tells = call.contains(" build ");
        let arguments: Vec<String> = words
            .by_ref()
            .take_while(|word| tells || word != "-o")
            .collect();
        let output = Command::new(env!("CARGO_BIN_EXE_linimasa"))
            .args(&arguments)
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{call}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert!(!output.stdout.is_empty(), "{call}");
        ran += 1;
    }
    assert!(ran >= 6);
}

#[test]
fn ci_runs_the_readmes_test_command_and_checks_that_deny_warnings() {
    let script = fs::read_to_string(root().join(".ci/run")).unwrap();
    for command in [
        "cargo fmt --check",
        "clippy --all-targets",
        "-D warnings",
        "cargo doc",
        "cargo test",
        "cargo build --release",
    ] {
        assert!(script.contains(command), "{command}");
    }
}

#[test]
fn the_readme_opens_with_the_two_commands() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let opening: Vec<&str> = readme.lines().take(6).collect();
    assert!(
        opening
            .iter()
            .any(|line| line.starts_with("cargo run --release"))
    );
    assert!(opening.iter().any(|line| line.starts_with("cargo test")));
}

/// The example in TOML that begins so.
fn example<'a>(readme: &'a str, beginning: &str) -> &'a str {
    let mut blocks = readme.split("```toml\n").skip(1);
    let block = blocks.find(|block| block.starts_with(beginning)).unwrap();
    block.split_once("```").unwrap().0
}

#[test]
fn the_readmes_theme_is_one() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    linimasa::tui::ThemeFile::parse(example(&readme, "background = "), "README.md").unwrap();
}

#[test]
fn the_readmes_example_file_is_read() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let example = example(&readme, "format = ");
    let read =
        linimasa::format::parse(example, "README.md", linimasa::format::Encoding::Toml).unwrap();
    assert_eq!(read.timeline.events.len(), 1);
    assert!(read.timeline.extra.is_empty());
}
