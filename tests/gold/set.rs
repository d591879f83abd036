//! The articles of the set, what a careful human found in them, and what `annotate` answers. Nothing is compared here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

/// Annotations of one article, made by hand or by the program: the standoff form that `annotate` prints.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub(crate) struct Annotations {
    #[serde(default)]
    pub(crate) published: Option<String>,
    pub(crate) timex: Vec<Expression>,
    pub(crate) quotes: Vec<Speech>,
    pub(crate) actors: Vec<Named>,
    pub(crate) events: Vec<Happening>,
}

/// A slice of the article, in code points, end exclusive.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Slice {
    pub(crate) start: i64,
    pub(crate) end: i64,
    pub(crate) text: String,
    /// Two careful annotators differ: neither missed when absent nor too much when found.
    #[serde(default)]
    pub(crate) optional: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Expression {
    #[serde(flatten)]
    pub(crate) slice: Slice,
    pub(crate) value: String,
    /// Further right values.
    #[serde(default)]
    pub(crate) alt: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Speech {
    #[serde(flatten)]
    pub(crate) slice: Slice,
    pub(crate) speaker: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) aliases: Vec<String>,
    #[serde(default)]
    pub(crate) optional: bool,
    /// Further right kinds.
    #[serde(default)]
    pub(crate) alt: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Happening {
    pub(crate) title: String,
    pub(crate) date: Option<String>,
    pub(crate) status: String,
    pub(crate) actors: Vec<String>,
    pub(crate) evidence: Vec<Slice>,
    #[serde(default)]
    pub(crate) date_timex: Vec<usize>,
    pub(crate) main: bool,
    #[serde(default)]
    pub(crate) optional: bool,
    /// Further right dates.
    #[serde(default)]
    pub(crate) alt: Vec<String>,
    /// Actors that count for neither side.
    #[serde(default)]
    pub(crate) optional_actors: Vec<String>,
}

/// One article with its annotations by hand.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) path: PathBuf,
    pub(crate) text: String,
    pub(crate) gold: Annotations,
}

/// The folder of the set: our own, or another one of the same form that `LINIMASA_GOLD` names.
pub(crate) fn folder() -> PathBuf {
    std::env::var_os("LINIMASA_GOLD").map_or_else(own_folder, PathBuf::from)
}

pub(crate) fn own_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold")
}

/// Every article of a folder that has annotations, by name.
pub(crate) fn items(folder: &Path) -> Vec<Item> {
    let entries = fs::read_dir(folder.join("annotations")).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| item(folder, path)).collect()
}

fn item(folder: &Path, annotations: &Path) -> Item {
    let id = annotations.file_stem().unwrap().to_str().unwrap();
    let path = folder.join("articles").join(format!("{id}.txt"));
    Item {
        id: id.to_owned(),
        text: fs::read_to_string(&path).unwrap(),
        path,
        gold: serde_json::from_str(&fs::read_to_string(annotations).unwrap()).unwrap(),
    }
}

/// What the program says of an article, on the command line as a user calls it.
pub(crate) fn answer(item: &Item) -> Annotations {
    let mut call = Command::new(env!("CARGO_BIN_EXE_linimasa"));
    call.arg("annotate").arg(&item.path);
    if let Some(day) = &item.gold.published {
        call.args(["--published", day]);
    }
    let output = call.output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {complaint}", item.id);
    serde_json::from_slice(&output.stdout).unwrap()
}
