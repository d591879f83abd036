//! Paths of stored texts, kept pointing at their texts when a timeline moves to another folder. Nothing is written here.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use super::input::{Input, Origin};
use super::save::folder_of;
use super::texts_beside::{TextFile, folder_name, free_name};
use crate::format::{Base, load_texts};

/// What becomes of the texts of a timeline that moves.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// How the folder of the copies is called.
    pub(super) folder: String,
    /// Texts that must stand beside the timeline, because they cannot be read from where it will be.
    pub(super) copies: Vec<TextFile>,
    /// Ids of sources whose text could not be had: their paths stay as they were.
    pub(super) left: Vec<String>,
}

/// Rewrites the paths for a timeline that will be `out`.
///
/// Only a text that may be shown moves: read from inside the timeline's folder, or with the hash that it gives. For any other
/// the path stays as it is, so that a stranger's timeline can carry no file away.
pub(super) fn bring_texts(input: &mut Input, out: &Path) -> Texts {
    let folder = folder_of(out);
    let mut texts = Texts {
        folder: folder_name(out),
        ..Texts::default()
    };
    let old = old_folder(&input.origin);
    if old.is_some_and(|old| is_same(old, folder)) {
        return texts;
    }
    let (timeline, lines) = (&mut input.document.timeline, &input.document.lines);
    let loaded = load_texts(timeline, &input.name, &input.origin.base(), lines);
    for (source, stored) in timeline.sources.iter_mut().zip(&loaded) {
        if let (Some(old), Some(path), true) = (old, &mut source.text, stored.text.is_some())
            && let Some(new) = renamed(&old.join(path.as_str()), path, folder)
        {
            *path = new;
        }
    }
    let there = load_texts(timeline, &input.name, &Base::Folder(folder), lines);
    let mut names = HashSet::new();
    for ((source, stored), there) in timeline.sources.iter_mut().zip(loaded).zip(there) {
        let Some(path) = &mut source.text else {
            continue;
        };
        let Some(text) = stored.text else {
            texts.left.push(source.id.clone());
            continue;
        };
        if there.text.as_ref() != Some(&text) {
            let name = free_name(&source.id, &mut names);
            *path = format!("{}/{name}", texts.folder);
            texts.copies.push(TextFile { name, text });
        }
    }
    texts
}

/// What the paths count from now; nothing for texts that are embedded.
fn old_folder(origin: &Origin) -> Option<&Path> {
    match origin {
        Origin::BuiltIn | Origin::Articles(_) => None,
        Origin::StandardInput => Some(Path::new(".")),
        Origin::File(path) => Some(folder_of(path)),
    }
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
