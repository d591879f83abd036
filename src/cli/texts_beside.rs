//! Copies of stored texts in a folder beside an exported timeline. Which texts may be copied is decided in `texts_from`.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::save::{save_new, unwritten};
use crate::model::{Fault, FaultKind};

/// Longest name that is made of an id, in bytes: systems take 255, and a suffix follows.
const LONGEST: usize = 100;

/// A text to be written, verbatim.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TextFile {
    pub(super) name: String,
    pub(super) text: String,
}

/// What was made beside a timeline, so that it can be taken back.
#[derive(Debug, Default)]
pub(super) struct Beside {
    folder: Option<PathBuf>,
    files: Vec<PathBuf>,
}

impl Beside {
    /// Writes the texts into the folder beside `out`: all of them, or none. A file that holds the same text stays.
    pub(super) fn write(out: &Path, texts: &[TextFile]) -> Result<Self, Fault> {
        let mut made = Self::default();
        if texts.is_empty() {
            return Ok(made);
        }
        let folder = out.with_file_name(folder_name(out));
        match made.add(&folder, out, texts) {
            Ok(()) => Ok(made),
            Err(fault) => {
                made.take_back();
                Err(fault)
            }
        }
    }

    fn add(&mut self, folder: &Path, out: &Path, texts: &[TextFile]) -> Result<(), Fault> {
        // A link would lead the texts, and later the timeline's reader, somewhere else.
        let is_folder = folder.symlink_metadata().map(|there| there.is_dir());
        match is_folder {
            Ok(true) => {}
            Ok(false) => return Err(in_the_way(folder, "this is no folder")),
            Err(_) => {
                fs::create_dir(folder).map_err(|error| unwritten(out, &error))?;
                self.folder = Some(folder.to_owned());
            }
        }
        for text in texts {
            let path = folder.join(&text.name);
            match path.symlink_metadata() {
                Ok(there) => {
                    let is_same = there.is_file()
                        && there.len() == text.text.len() as u64
                        && fs::read(&path).is_ok_and(|bytes| bytes == text.text.as_bytes());
                    if !is_same {
                        return Err(in_the_way(&path, "there is such a file with another text"));
                    }
                }
                Err(_) => {
                    save_new(&path, text.text.as_bytes())?;
                    self.files.push(path);
                }
            }
        }
        Ok(())
    }

    /// Removes what was made, and nothing else. What cannot be removed stays: the fault that led here matters more.
    pub(super) fn take_back(self) {
        for file in self.files {
            let _ = fs::remove_file(file);
        }
        if let Some(folder) = self.folder {
            let _ = fs::remove_dir(folder);
        }
    }
}

fn in_the_way(path: &Path, cause: &str) -> Fault {
    let mend = "name another OUT, or move it away; nothing was changed";
    Fault::new(FaultKind::Io, path.display().to_string(), cause, mend)
}

/// `war.sources` for `war.toml`.
pub(super) fn folder_name(out: &Path) -> String {
    let stem = out.file_stem().unwrap_or_default();
    let stem = stem
        .to_str()
        .map_or_else(|| safe(&stem.to_string_lossy()), str::to_owned);
    format!("{stem}.sources")
}

/// A file name for the text of the source with this id, unlike all in `taken` on every system; taken then.
pub(super) fn free_name(id: &str, taken: &mut HashSet<String>) -> String {
    let stem = safe(id);
    let mut name = format!("{stem}.txt");
    let mut number = 1;
    while !taken.insert(name.to_ascii_lowercase()) {
        number += 1;
        name = format!("{stem}-{number}.txt");
    }
    name
}

/// Letters, digits, `-`, `_` and inner dots of ASCII: what every file system takes and no shell or terminal obeys.
fn safe(id: &str) -> String {
    let is_kept =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    let name: String = id
        .chars()
        .take(LONGEST)
        .map(|letter| if is_kept(letter) { letter } else { '-' })
        .collect();
    let name = name.trim_matches(['.', '-']);
    let first = name.split('.').next().unwrap_or_default();
    if name.is_empty() || is_device(first) {
        return format!("source-{name}").trim_end_matches('-').to_owned();
    }
    name.to_owned()
}

/// Names that Windows keeps for devices, whatever follows after a dot.
fn is_device(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let port = name
        .strip_prefix("com")
        .or_else(|| name.strip_prefix("lpt"));
    ["con", "prn", "aux", "nul"].contains(&name.as_str())
        || port.is_some_and(|number| {
            number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_becomes_a_file_name_that_leads_nowhere_else() {
        let vectors = [
            ("tribun-2025-07-03", "tribun-2025-07-03"),
            ("../../etc/passwd", "etc-passwd"),
            ("/abs", "abs"),
            (".hidden", "hidden"),
            ("a b\n\u{1b}[2J", "a-b---2J"),
            ("CON", "source-CON"),
            ("nul.x", "source-nul.x"),
            ("com1", "source-com1"),
            ("berita", "berita"),
            ("新聞", "source"),
            ("", "source"),
        ];
        for (id, name) in vectors {
            assert_eq!(safe(id), name, "{id:?}");
        }
        assert_eq!(safe(&"x".repeat(900)).len(), LONGEST);
    }

    #[test]
    fn two_ids_never_share_a_file() {
        let mut taken = HashSet::new();
        let names = ["a/b", "a b", "A-B", "a-b-2"].map(|id| free_name(id, &mut taken));
        assert_eq!(names, ["a-b.txt", "a-b-2.txt", "A-B-3.txt", "a-b-2-2.txt"]);
    }
}
