//! Timelines to call the program with.

use std::path::PathBuf;

use tempfile::TempDir;

/// A folder with files in it, gone when it is dropped.
pub(crate) struct Folder {
    folder: TempDir,
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A folder with these files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self::new();
        for (name, content) in files {
            folder.write(name, content.as_bytes());
        }
        folder
    }

    pub(crate) fn path(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap()
    }

    #[track_caller]
    pub(crate) fn call(&self, arguments: &[&str]) -> super::call::Answer {
        super::call::call_in(self.path(), arguments, b"")
    }
}

/// The stored text of [`SMALL`].
pub(crate) const TEXT: &str = "Satu kata. Dua kata. Tiga kata.\n";

/// Three events of one stored text; unknown keys, and one source without a text.
pub(crate) const SMALL: &str = r#"format = "linimasa/1"
title = "Kecil"
mood = "calm"

[[sources]]
id = "s"
published = "2025-07-03"
text = "s.txt"

[[sources]]
id = "paper"

[[actors]]
id = "ani"
name = "Ani Wijaya"
kind = "person"
aliases = ["Ani"]

[[actors]]
id = "budi"
name = "Budi"
kind = "person"

[[actors]]
id = "budi-2"
name = "Budi Kedua"
kind = "person"
aliases = ["budi"]

[[events]]
id = "one"
title = "First"
actors = [{ id = "ani", role = "host" }]
[[events.claims]]
source = "s"
date = "2025-07-01"
reading = "explicit"
by = "human"
said_by = "ani"
via = "Radio"
[[events.claims.anchors]]
role = "evidence"
exact = "Satu kata."
start = 0
end = 10

[[events]]
id = "two"
title = "Second"
status = "planned"
actors = [{ id = "ani" }, { id = "budi" }]
[[events.claims]]
source = "s"
date = "2025-07-05"
[[events.claims.anchors]]
role = "quote"
speaker = "budi"
exact = "Dua kata."
start = 11
end = 20
[[events.claims]]
source = "paper"
date = "2025-08"
stance = "denies"
[[events.claims.anchors]]
role = "evidence"
exact = "Bukan begitu."

[[events]]
id = "three"
title = "Third"
status = "claimed"
[[events.claims]]
source = "s"
[[events.claims.anchors]]
role = "evidence"
exact = "Tiga kata."
start = 21
end = 31
"#;

/// A folder with the small timeline and its text.
pub(crate) fn small() -> Folder {
    Folder::with(&[("small.toml", SMALL), ("s.txt", TEXT)])
}
