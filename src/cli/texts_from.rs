//! Paths of stored texts, kept pointing at their files when a timeline moves to another folder. Nothing is copied or read.

use std::path::{Component, Path, PathBuf};

use super::input::Origin;
use crate::model::Timeline;

/// Rewrites the paths for a timeline in `folder`; returns the ids of sources whose text cannot be named from inside it.
pub(super) fn keep_texts(timeline: &mut Timeline, origin: &Origin, folder: &Path) -> Vec<String> {
    let mut left = Vec::new();
    let old = match origin {
        Origin::BuiltIn => None,
        Origin::StandardInput => Some(Path::new(".")),
        Origin::File(path) => path.parent(),
    };
    let old = old.map(|old| {
        if old.as_os_str().is_empty() {
            Path::new(".")
        } else {
            old
        }
    });
    if old.is_some_and(|old| is_same(old, folder)) {
        return left;
    }
    for source in &mut timeline.sources {
        let Some(text) = &mut source.text else {
            continue;
        };
        if Path::new(text.as_str()).is_absolute() {
            continue;
        }
        match old.and_then(|old| renamed(&old.join(text.as_str()), text, folder)) {
            Some(path) => *text = path,
            None => left.push(source.id.clone()),
        }
    }
    left
}

fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize()
        .ok()
        .zip(other.canonicalize().ok())
        .is_some_and(|(one, other)| one == other)
}

/// The path of `file` from inside `folder`; the old one where it leads there too.
fn renamed(file: &Path, old: &str, folder: &Path) -> Option<String> {
    let file = file.canonicalize().ok()?;
    if folder
        .join(old)
        .canonicalize()
        .is_ok_and(|same| same == file)
    {
        return Some(old.to_owned());
    }
    let below: PathBuf = file
        .strip_prefix(folder.canonicalize().ok()?)
        .ok()?
        .to_owned();
    // Timelines travel between systems, so a path in one has the separator that all of them read.
    let steps: Option<Vec<&str>> = below
        .components()
        .map(|step| match step {
            Component::Normal(step) => step.to_str(),
            _ => None,
        })
        .collect();
    Some(steps?.join("/"))
}
