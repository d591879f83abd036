//! Which texts a timeline may bring to the screen, and what the user is told of the others.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Base, Lines, StoredText, load_texts, sha256_hex};
use crate::model::{Fault, FaultKind, Source, Timeline};

const SECRET: &str = "rahasia";

/// A folder `home/tl` with texts, and a secret beside it.
fn house() -> (TempDir, PathBuf) {
    let house = tempfile::tempdir().unwrap();
    let folder = house.path().join("tl");
    fs::create_dir_all(folder.join("sources")).unwrap();
    fs::write(folder.join("sources/a.txt"), "kata\n").unwrap();
    fs::write(house.path().join("secret.txt"), SECRET).unwrap();
    (house, folder)
}

fn load(base: &Base<'_>, text: &str, sha256: Option<String>) -> StoredText {
    let source = Source {
        id: "s".to_owned(),
        text: Some(text.to_owned()),
        sha256,
        ..Source::default()
    };
    let timeline = Timeline {
        sources: vec![Source::default(), source],
        ..Timeline::default()
    };
    let mut texts = load_texts(&timeline, "t.toml", base, &Lines::default());
    assert_eq!(texts[0], StoredText::default());
    texts.remove(1)
}

fn fault(stored: StoredText) -> Fault {
    let fault = stored.fault.unwrap();
    assert_eq!(fault.place.as_deref(), Some("sources[1] (s)"));
    assert!(!fault.to_string().contains(SECRET) && !fault.to_string().contains('\n'));
    fault
}

#[test]
fn a_text_inside_the_folder_is_read_and_its_hash_vouches_for_it() {
    let (_house, folder) = house();
    let base = Base::Folder(&folder);
    let plain = load(&base, "sources/a.txt", None);
    assert_eq!(plain.text.as_deref(), Some("kata\n"));
    assert!(plain.fault.is_none() && !plain.vouched);
    let absolute = folder.join("sources/../sources/a.txt");
    assert!(load(&base, absolute.to_str().unwrap(), None).text.is_some());
    let vouched = load(
        &base,
        "./sources/a.txt",
        Some(sha256_hex(b"kata\n").to_uppercase()),
    );
    assert!(vouched.vouched && vouched.fault.is_none());
}

#[test]
fn a_text_that_changed_is_shown_with_a_warning() {
    let (_house, folder) = house();
    let changed = load(
        &Base::Folder(&folder),
        "sources/a.txt",
        Some(sha256_hex(b"x")),
    );
    assert!(changed.text.is_some() && !changed.vouched);
    let told = fault(changed);
    assert_eq!(told.kind, FaultKind::Hash);
    assert!(told.cause.contains(&sha256_hex(b"kata\n")), "{told}");
    let short = load(
        &Base::Folder(&folder),
        "sources/a.txt",
        Some("abc".to_owned()),
    );
    assert!(fault(short).cause.contains("64 hexadecimal digits"));
}

#[test]
fn a_text_outside_needs_its_hash_and_nothing_tells_whether_it_is_there() {
    let (house, folder) = house();
    let base = Base::Folder(&folder);
    let told = |name: &str, hash: Option<String>| {
        let stored = load(&base, name, hash);
        assert_eq!(stored.text, None);
        let fault = fault(stored);
        assert_eq!(fault.kind, FaultKind::Outside);
        (fault.cause.replace(name, "NAME"), fault.mend)
    };
    let absolute = house.path().join("secret.txt").display().to_string();
    let expected = told("../secret.txt", None);
    for name in [
        "../missing.txt",
        "sources/../../secret.txt",
        "sources/../../missing/secret.txt",
        "../tl/sources/a.txt",
        "..",
        "/",
        "/dev/zero",
        "/missing/file",
        absolute.as_str(),
    ] {
        assert_eq!(told(name, None), expected, "{name}");
        assert_eq!(told(name, Some(sha256_hex(b"guess"))), expected, "{name}");
        assert_eq!(told(name, Some("guess".to_owned())), expected, "{name}");
    }
    let vouched = load(&base, "../secret.txt", Some(sha256_hex(SECRET.as_bytes())));
    assert_eq!(vouched.text.as_deref(), Some(SECRET));
    assert!(vouched.vouched && vouched.fault.is_none());
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_that_leads_out_counts_as_outside_whether_its_target_exists_or_not() {
    use std::os::unix::fs::symlink;
    let (house, folder) = house();
    symlink("../secret.txt", folder.join("link")).unwrap();
    symlink("../missing.txt", folder.join("dangling")).unwrap();
    symlink(house.path(), folder.join("up")).unwrap();
    symlink("loop", folder.join("loop")).unwrap();
    let base = Base::Folder(&folder);
    for name in [
        "link",
        "dangling",
        "up/secret.txt",
        "up/missing.txt",
        "loop",
    ] {
        let stored = load(&base, name, None);
        assert_eq!(stored.text, None);
        assert_eq!(fault(stored).kind, FaultKind::Outside, "{name}");
    }
    symlink("sources/../sources/a.txt", folder.join("inner")).unwrap();
    symlink(folder.join("sources"), folder.join("here")).unwrap();
    assert!(load(&base, "inner", None).text.is_some());
    let canonical = folder.canonicalize().unwrap();
    symlink(canonical.join("sources"), folder.join("there")).unwrap();
    assert!(load(&base, "there/a.txt", None).text.is_some());
    let linked = house.path().join("door");
    symlink(&folder, &linked).unwrap();
    assert!(
        load(&Base::Folder(&linked), "sources/a.txt", None)
            .text
            .is_some()
    );
}

#[test]
fn what_is_inside_but_cannot_be_read_is_told_plainly() {
    let (_house, folder) = house();
    let base = Base::Folder(&folder);
    assert_eq!(
        fault(load(&base, "sources/b.txt", None)).kind,
        FaultKind::Missing
    );
    assert_eq!(
        fault(load(&base, "sources/a.txt/b", None)).kind,
        FaultKind::Missing
    );
    assert_eq!(
        fault(load(&base, "sources", None)).kind,
        FaultKind::NotAFile
    );
    assert_eq!(fault(load(&base, "sources/\0", None)).kind, FaultKind::Io);
    fs::write(folder.join("bad.txt"), b"satu\ndu\xe9").unwrap();
    let bad = load(&base, "bad.txt", None);
    assert_eq!(bad.text, None);
    assert_eq!(
        fault(bad).cause,
        "text bad.txt: invalid UTF-8: byte 0xE9 at byte offset 7, line 2"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_inside_the_folder_does_not_block() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let (_house, folder) = house();
    let pipe = folder.join("pipe");
    mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    assert_eq!(
        fault(load(&Base::Folder(&folder), "pipe", None)).kind,
        FaultKind::NotAFile
    );
}

#[test]
fn a_timeline_from_standard_input_needs_a_hash_for_every_text() {
    let (_house, folder) = house();
    let path = folder.join("sources/a.txt").display().to_string();
    let stored = load(&Base::Nowhere, &path, None);
    assert_eq!(fault(stored).kind, FaultKind::Outside);
    let manifest = fs::read(Path::new("Cargo.toml")).unwrap();
    assert_eq!(
        fault(load(&Base::Nowhere, "Cargo.toml", None)).kind,
        FaultKind::Outside
    );
    let vouched = load(&Base::Nowhere, "Cargo.toml", Some(sha256_hex(&manifest)));
    assert!(vouched.text.is_some() && vouched.vouched);
}

#[test]
fn texts_that_come_with_the_program_are_found_by_name() {
    let files: [(&str, &[u8]); 1] = [("sources/a.txt", b"kata")];
    let base = Base::Embedded(&files);
    let found = load(&base, "sources/a.txt", Some(sha256_hex(b"kata")));
    assert!(found.vouched);
    assert_eq!(found.text.as_deref(), Some("kata"));
    assert_eq!(
        fault(load(&base, "../secret.txt", None)).kind,
        FaultKind::Missing
    );
}

#[test]
fn the_hash_is_the_one_that_other_tools_print() {
    assert_eq!(
        sha256_hex(b""),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    );
}
