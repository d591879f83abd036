//! What a stranger's timeline may read, write, open and start: only texts in its own folder or vouched for, and nothing else.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use tempfile::TempDir;

use crate::fields::Hostile;
use crate::launch::Launch;
use crate::look::{focus, hints};
use crate::run::Call;
use crate::screen::Session;

const SECRET: &str = "Kunci rahasia: matahari-terbit-9.\n";

/// Folders `secret`, which is private, and `stranger`, which came with the timeline.
fn house() -> TempDir {
    let house = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    for name in ["secret", "stranger"] {
        fs::create_dir(house.path().join(name)).unwrap();
    }
    fs::write(house.path().join("secret/key.txt"), SECRET).unwrap();
    fs::write(house.path().join("stranger/own.txt"), "Kata sendiri.\n").unwrap();
    let stranger = house.path().join("stranger");
    symlink("../secret/key.txt", stranger.join("link.txt")).unwrap();
    symlink("../secret", stranger.join("folder")).unwrap();
    symlink("link.txt", stranger.join("twice.txt")).unwrap();
    symlink(
        house.path().join("secret/key.txt"),
        stranger.join("absolute.txt"),
    )
    .unwrap();
    house
}

/// Every way that leads out of the stranger's folder.
fn ways(house: &Path) -> Vec<String> {
    let absolute = house.join("secret/key.txt").display().to_string();
    let mut ways = vec![absolute];
    for way in [
        "../secret/key.txt",
        "./../secret/key.txt",
        "link.txt",
        "twice.txt",
        "absolute.txt",
        "folder/key.txt",
        "folder/../key.txt",
        "none/../../secret/key.txt",
        "/proc/self/environ",
        "/dev/stdin",
        "/etc/hostname",
    ] {
        ways.push(way.to_owned());
    }
    ways
}

fn timeline(text: &str, hash: &str) -> String {
    format!(
        "format = \"linimasa/1\"\n[[sources]]\nid = \"s\"\ntext = '{text}'\n{hash}\
         [[sources]]\nid = \"own\"\ntext = \"own.txt\"\n\
         [[events]]\nid = \"e\"\ntitle = \"Judul\"\n[[events.claims]]\nsource = \"s\"\ndate = \"2025\"\n"
    )
}

/// Whether a file below a folder holds the secret.
fn carries_the_secret(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        let meta = path.symlink_metadata().unwrap();
        (meta.is_dir() && carries_the_secret(&path))
            || (meta.is_file()
                && String::from_utf8_lossy(&fs::read(&path).unwrap()).contains("matahari"))
    })
}

#[test]
fn no_way_out_of_the_folder_is_read_shown_or_exported() {
    let house = house();
    let stranger = house.path().join("stranger");
    let wrong_hash = format!("sha256 = \"{}\"\n", "0".repeat(64));
    for way in ways(house.path()) {
        for hash in ["", "sha256 = \"\"\n", "sha256 = \"any\"\n", &wrong_hash] {
            fs::write(stranger.join("t.toml"), timeline(&way, hash)).unwrap();
            for words in [
                "list t.json",
                "list t.toml",
                "show t.toml e",
                "check t.toml",
                "check t.toml --format json",
                "t.toml",
                "show t.toml e --format json",
                "export t.toml --to json",
                "export t.toml --to json -o out/t.json",
                "export t.toml --to json -o ../secret/t.json",
                "list t.toml --search matahari",
            ] {
                fs::create_dir_all(stranger.join("out")).unwrap();
                let output = Call::new(&stranger, words.split(' ')).output();
                for bytes in [output.stdout, output.stderr] {
                    assert!(
                        !String::from_utf8_lossy(&bytes).contains("matahari"),
                        "{way}: {words}"
                    );
                }
                assert!(!carries_the_secret(&stranger), "{way}: {words}");
                let _ = fs::remove_dir_all(stranger.join("out"));
                let _ = fs::remove_file(house.path().join("secret/t.json"));
                let _ = fs::remove_dir_all(house.path().join("secret/t.sources"));
            }
        }
    }
}

#[test]
fn a_matching_hash_vouches_for_a_text_elsewhere() {
    let house = house();
    let stranger = house.path().join("stranger");
    let hash = format!(
        "sha256 = \"{}\"\n",
        linimasa::format::sha256_hex(SECRET.as_bytes())
    );
    let quote = "[[events.claims.anchors]]\nrole = \"evidence\"\nexact = \"matahari-terbit-9\"\n";
    let text = timeline("../secret/key.txt", &hash) + quote;
    fs::write(stranger.join("t.toml"), text).unwrap();
    let output = Call::new(&stranger, ["check", "t.toml"]).output();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        !said.contains("outside") && !said.contains("not in the source"),
        "{said}"
    );
}

/// The viewer in the stranger's folder, with programs first in its path that note that they were started.
fn watched(house: &Path, file: &str) -> Session {
    let programs = house.join("programs");
    fs::create_dir_all(&programs).unwrap();
    for name in [
        "xdg-open", "xclip", "wl-copy", "vi", "curl", "wget", "cat", "less",
    ] {
        let path = programs.join(name);
        let log = house.join("started");
        fs::write(
            &path,
            format!("#!/bin/sh\necho \"{name} $*\" >> '{}'\n", log.display()),
        )
        .unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let search = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    let session = Launch::new(160, 40)
        .env("PATH", &search)
        .env("DISPLAY", ":9")
        .env("FILE", file)
        .env("HOUSE", house.to_str().unwrap())
        .line(r#"cd "$HOUSE/stranger"; "$LINIMASA" "$FILE""#)
        .start();
    session.wait_for_first_frame();
    session
}

#[test]
fn the_viewer_shows_nothing_of_a_file_outside() {
    let house = house();
    for way in ways(house.path()) {
        fs::write(house.path().join("stranger/t.toml"), timeline(&way, "")).unwrap();
        let mut session = watched(house.path(), "t.toml");
        session.keys("enter tab tab s enter g s");
        session.wait_until("the source", |screen| focus(screen) == "Source");
        session.keys("!");
        session.wait_until("the notice", |screen| {
            screen.contents().contains("─ Notices ─")
        });
        session.keys("esc");
        session.wait_until("none", |screen| !screen.contents().contains("─ Notices ─"));
        session.keys("q");
        session.ended(0);
        assert!(
            !String::from_utf8_lossy(&session.raw()).contains("matahari"),
            "{way}"
        );
    }
    assert!(!house.path().join("started").exists());
}

#[test]
fn only_http_and_https_are_opened() {
    let house = house();
    for url in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "vbscript:x",
        "ssh://-oProxyCommand=x/",
        "http:x",
        " https://example.org/",
        "https:/example.org",
        "--help",
        "x-man-page://ls",
        "smb://host/share",
        "https://example.org/\u{1b}[2J",
        "https://example.org/a b",
        "https://example.org/\u{202e}gpj",
        "https://example.org/$(id)\n",
    ] {
        let text = timeline("own.txt", &format!("url = {}\n", toml::Value::from(url)));
        fs::write(house.path().join("stranger/t.toml"), text).unwrap();
        let mut session = watched(house.path(), "t.toml");
        session.keys("g s o");
        session.wait_until("why not", |screen| hints(screen).contains("not opened"));
        session.quit();
    }
    assert!(!house.path().join("started").exists());
    let text = timeline("own.txt", "url = \"HTTPS://example.org/a?b=$(id)&c='d'\"\n");
    fs::write(house.path().join("stranger/t.toml"), text).unwrap();
    let mut session = watched(house.path(), "t.toml");
    session.keys("g s o");
    session.wait_until("that it was opened", |screen| {
        hints(screen).contains("opening HTTPS://example.org")
    });
    session.quit();
}

#[test]
fn nothing_is_started_from_a_timeline() {
    let hostile = Hostile::new();
    let house = house();
    for entry in fs::read_dir(hostile.folder.path()).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(
            &path,
            house
                .path()
                .join("stranger")
                .join(path.file_name().unwrap()),
        )
        .unwrap();
    }
    let mut session = watched(house.path(), "t.json");
    for _ in 0..30 {
        session.keys("j enter ] [ \" w H L tab tab T S & n N g t");
    }
    session.keys("G g g");
    session.wait_until("the timeline", |screen| focus(screen) == "Timeline");
    session.keys("q");
    session.ended(0);
    assert!(!house.path().join("started").exists());
    for folder in [
        house.path().join("stranger"),
        session.home().to_owned(),
        hostile.folder.path().to_owned(),
    ] {
        assert!(!folder.join("owned").exists());
    }
}
