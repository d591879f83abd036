//! `export`: from each encoding to each without loss, and never over a file that is there.

use serde_json::Value;

use super::call::{call, call_in};
use super::samples::{Folder, SMALL, TEXT, small};

#[test]
fn the_three_encodings_lead_to_each_other_without_loss() {
    let folder = small();
    let json = folder
        .call(&["export", "small.toml", "--to", "json"])
        .done();
    let value: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["mood"], "calm");
    for (from, to) in [("json", "jsonl"), ("jsonl", "toml"), ("toml", "json")] {
        let source = folder.call(&["export", "small.toml", "--to", from]).done();
        folder.write(&format!("a.{from}"), source.as_bytes());
        let target = folder
            .call(&["export", &format!("a.{from}"), "--to", to])
            .done();
        folder.write(&format!("b.{to}"), target.as_bytes());
        let back = folder
            .call(&["export", &format!("b.{to}"), "--to", "json"])
            .done();
        assert_eq!(back, json, "{from} to {to}");
        let checked = folder.call(&["check", &format!("b.{to}")]).done();
        assert!(checked.starts_with("no faults"), "{checked}");
    }
}

#[test]
fn the_built_in_timeline_can_be_taken_out_and_read_from_standard_input() {
    let folder = Folder::new();
    let json = folder.call(&["export", "--to", "json"]).done();
    let again = call_in(
        folder.path(),
        ["export", "-", "--to", "json"],
        json.as_bytes(),
    )
    .done();
    assert_eq!(again, json);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn the_built_in_timeline_exported_to_a_file_brings_its_article_along() {
    let article = include_bytes!("../../seeds/000_f3226ebb9ab90383.txt");
    for encoding in ["toml", "json", "jsonl"] {
        let folder = Folder::new();
        folder.write("far/note", b"");
        let out = format!("far/mine.{encoding}");
        let answer = folder.call(&["export", "--to", encoding, "-o", &out]);
        assert_eq!((answer.code, answer.out.as_str()), (0, ""));
        assert_eq!(
            answer.err,
            format!("linimasa: {out}: written; 1 text copied to mine.sources beside it\n")
        );
        let copy = folder.path().join("far/mine.sources/tribun-2025-07-03.txt");
        assert_eq!(std::fs::read(copy).unwrap(), article);
        assert!(
            folder
                .read(&out)
                .contains("mine.sources/tribun-2025-07-03.txt")
        );
        assert!(folder.read(&out).contains("34508e2c5ff4340e"));
        assert_eq!(folder.call(&["check", &out]).done(), call(["check"]).done());
        assert_eq!(folder.call(&[&out]).done(), call(["list"]).done());
    }
}

#[test]
fn a_text_beside_is_never_overwritten_and_a_failed_export_leaves_nothing() {
    let folder = Folder::new();
    let copy = "mine.sources/tribun-2025-07-03.txt";
    folder.write(copy, b"my own notes");
    let export = ["export", "--to", "toml", "-o", "mine.toml"];
    let line = folder.call(&export).failed(1);
    assert!(line.contains("such a file with another text"), "{line}");
    assert_eq!(folder.read(copy), "my own notes");
    assert!(!folder.path().join("mine.toml").exists());
    let article = include_bytes!("../../seeds/000_f3226ebb9ab90383.txt");
    folder.write(copy, article);
    assert_eq!(folder.call(&export).code, 0);
    assert!(
        folder
            .call(&["check", "mine.toml"])
            .done()
            .starts_with("no faults")
    );

    let folder = Folder::with(&[("there.toml", "")]);
    folder
        .call(&["export", "--to", "toml", "-o", "there.toml"])
        .failed(1);
    let line = folder
        .call(&["export", "--to", "toml", "-o", "no/mine.toml"])
        .failed(1);
    assert!(
        line.contains("no/mine.toml: there is no such folder"),
        "{line}"
    );
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_the_folder_is_not_followed() {
    let folder = Folder::with(&[("elsewhere/note", ""), ("here/note", "")]);
    let link = folder.path().join("here/mine.sources");
    std::os::unix::fs::symlink(folder.path().join("elsewhere"), link).unwrap();
    let line = folder
        .call(&["export", "--to", "toml", "-o", "here/mine.toml"])
        .failed(1);
    assert!(line.contains("this is no folder"), "{line}");
    assert_eq!(
        std::fs::read_dir(folder.path().join("elsewhere"))
            .unwrap()
            .count(),
        1
    );
}

#[test]
fn a_hostile_timeline_exports_no_private_file() {
    let private = "kata sandi";
    for path in ["../private.txt", "PRIVATE"] {
        let folder = Folder::with(&[("private.txt", private), ("out/note", "")]);
        let path = path.replace(
            "PRIVATE",
            folder.path().join("private.txt").to_str().unwrap(),
        );
        let hostile = format!(
            "format = \"linimasa/1\"\n[[sources]]\nid = \"../x\"\ntext = '{path}'\nsha256 = \"{}\"\n",
            "0".repeat(64)
        );
        folder.write("in/a.toml", hostile.as_bytes());
        for (arguments, input) in [
            (
                ["export", "in/a.toml", "--to", "json", "-o", "out/a.json"],
                "",
            ),
            (
                ["export", "-", "--to", "json", "-o", "out/b.json"],
                hostile.as_str(),
            ),
            // From the folder of the private file itself, its path must not become one that is read.
            (["export", "in/a.toml", "--to", "json", "-o", "c.json"], ""),
        ] {
            let answer = call_in(folder.path(), arguments, input.as_bytes());
            assert_eq!(answer.code, 0);
            assert!(
                answer.err.contains("could not be read, or nothing vouches"),
                "{}",
                answer.err
            );
            assert!(
                folder
                    .read(arguments[5])
                    .contains(&path.replace('\\', "\\\\"))
            );
        }
        let mut files: Vec<String> = std::fs::read_dir(folder.path().join("out"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        assert_eq!(files, ["a.json", "b.json", "note"]);
    }
}

#[test]
fn a_file_that_is_there_is_never_overwritten_and_nothing_is_left_behind() {
    let folder = small();
    folder.write("out.json", b"mine");
    let line = folder
        .call(&["export", "small.toml", "--to", "json", "-o", "out.json"])
        .failed(1);
    assert!(
        line.contains("out.json: there is such a file already"),
        "{line}"
    );
    assert_eq!(folder.read("out.json"), "mine");
    let line = folder
        .call(&["export", "small.toml", "--to", "json", "-o", "no/out.json"])
        .failed(1);
    assert!(line.contains("no such folder"), "{line}");
    let line = folder
        .call(&["export", "small.toml", "--to", "json", "-o", "new.toml"])
        .failed(2);
    assert!(
        line.contains("the name says toml, --to says json"),
        "{line}"
    );
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn stored_texts_are_still_found_from_the_new_folder() {
    let folder = Folder::with(&[("deep/small.toml", SMALL), ("deep/s.txt", TEXT)]);
    assert_eq!(
        folder
            .call(&[
                "export",
                "deep/small.toml",
                "--to",
                "jsonl",
                "-o",
                "up.jsonl"
            ])
            .done(),
        ""
    );
    assert!(folder.read("up.jsonl").contains("\"text\":\"deep/s.txt\""));
    assert!(
        folder
            .call(&["check", "up.jsonl"])
            .done()
            .starts_with("no faults")
    );
    assert_eq!(
        folder
            .call(&[
                "export",
                "deep/small.toml",
                "--to",
                "json",
                "-o",
                "deep/b.json"
            ])
            .done(),
        ""
    );
    assert!(
        folder
            .call(&["check", "deep/b.json"])
            .done()
            .starts_with("no faults")
    );
    folder.write("other/note", b"");
    let answer = folder.call(&[
        "export",
        "deep/small.toml",
        "--to",
        "json",
        "-o",
        "other/c.json",
    ]);
    assert_eq!(answer.code, 0);
    assert!(
        answer
            .err
            .ends_with("1 text copied to c.sources beside it\n"),
        "{}",
        answer.err
    );
    assert_eq!(folder.read("other/c.sources/s.txt"), TEXT);
    let checked = folder.call(&["check", "other/c.json"]).done();
    assert!(checked.starts_with("no faults"), "{checked}");
}

#[cfg(unix)]
#[test]
fn an_exported_file_has_the_rights_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = small();
    folder
        .call(&["export", "small.toml", "--to", "json", "-o", "out.json"])
        .done();
    let mode = |name: &str| {
        std::fs::metadata(folder.path().join(name))
            .unwrap()
            .permissions()
            .mode()
    };
    assert_eq!(mode("out.json"), mode("s.txt"));
}

#[test]
fn a_picture_shows_the_lanes_and_what_was_told_when() {
    let folder = Folder::new();
    let both = folder.call(&["export", "--to", "svg"]).done();
    assert!(both.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    for words in [
        "Lanes by actor",
        "Volodymyr Zelensky",
        "Told / happened",
        "coverage ",
        "jumps back",
        "prefers-color-scheme: dark",
    ] {
        assert!(both.contains(words), "{words}");
    }
    let lanes = folder
        .call(&[
            "export",
            "--to",
            "svg",
            "--picture",
            "lanes",
            "--lanes",
            "speaker",
        ])
        .done();
    assert!(lanes.contains("Lanes by speaker") && !lanes.contains("Told / happened"));
    let told = folder
        .call(&[
            "export",
            "--to",
            "svg",
            "--picture",
            "told",
            "--ground",
            "dark",
        ])
        .done();
    assert!(!told.contains("Lanes by") && !told.contains("prefers-color-scheme"));
}

#[test]
fn a_picture_is_never_written_over_a_file_and_its_name_must_agree() {
    let folder = small();
    folder
        .call(&["export", "small.toml", "--to", "svg", "-o", "small.svg"])
        .done();
    let again = folder.call(&["export", "small.toml", "--to", "svg", "-o", "small.svg"]);
    assert!(again.failed(1).contains("small.svg"));
    let other = folder.call(&["export", "small.toml", "--to", "svg", "-o", "new.json"]);
    assert!(other.failed(2).contains("make them agree"));
}
