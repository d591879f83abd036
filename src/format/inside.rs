//! Whether a path that a timeline names stays inside the timeline's own folder. Nothing here reads a file's content.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

/// How many symbolic links a path may go through; the usual limit of systems.
const MAX_LINKS: usize = 40;

/// Where a path leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Whereabouts {
    /// Inside the folder; the path has no symbolic link left. There may be no such file.
    Inside(PathBuf),
    /// Anywhere else, or by a way that leaves the folder.
    Outside(PathBuf),
}

/// Follows `path`, which counts from `folder`, link by link. A way that leaves the folder counts as outside even if it would
/// come back: whether it does depends on files outside, and a timeline must not learn about them. For the same reason this is
/// not `canonicalize`, which tells a link to a missing file from one to a file that is there.
pub(super) fn locate(folder: &Path, path: &Path) -> Whereabouts {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let outside = || Whereabouts::Outside(folder.join(path));
    let Ok(root) = folder.canonicalize() else {
        return outside();
    };
    let relative = path
        .strip_prefix(folder)
        .ok()
        .filter(|_| path.is_absolute());
    follow(&root, relative.unwrap_or(path)).map_or_else(outside, Whereabouts::Inside)
}

fn follow(root: &Path, path: &Path) -> Option<PathBuf> {
    let mut ahead: VecDeque<OsString> = steps(root, path)?;
    let mut below: Vec<OsString> = Vec::new();
    let mut links = 0;
    while let Some(step) = ahead.pop_front() {
        if step == ".." {
            below.pop()?;
            continue;
        }
        below.push(step);
        let here = root.join(below.iter().collect::<PathBuf>());
        let Ok(target) = here.read_link() else {
            continue;
        };
        links += 1;
        if links > MAX_LINKS {
            return None;
        }
        below.pop();
        if target.is_absolute() {
            below.clear();
        }
        for step in steps(root, &target)?.into_iter().rev() {
            ahead.push_front(step);
        }
    }
    Some(root.join(below.iter().collect::<PathBuf>()))
}

/// The components of a path, an absolute one counted from the root; `None` if it is absolute and elsewhere.
fn steps(root: &Path, path: &Path) -> Option<VecDeque<OsString>> {
    let path = if path.is_absolute() {
        path.strip_prefix(root).ok()?
    } else {
        path
    };
    let mut steps = VecDeque::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::Normal(_) | Component::ParentDir => {
                steps.push_back(component.as_os_str().to_owned());
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(steps)
}
