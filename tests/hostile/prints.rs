//! What the commands print of hostile timelines, articles, names and arguments: every byte is inspected.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::Path;

use crate::attacks::{attacks, raw_attacks};
use crate::fields::{Hostile, title_shown};
use crate::inspect::{inspected, printed};
use crate::run::Call;

/// Makes a call and inspects both streams; gives its code and standard output.
#[track_caller]
fn inspect(call: Call, what: &str) -> (i32, String) {
    let output = call.output();
    let code = output
        .status
        .code()
        .unwrap_or_else(|| panic!("{what}: {}", output.status));
    printed(&format!("{what}, standard error"), &output.stderr, false);
    let for_machines = ["tsv", "json", "toml", "annotate", "build"];
    let for_machines = for_machines.iter().any(|word| what.contains(word));
    printed(what, &output.stdout, for_machines);
    (code, String::from_utf8(output.stdout).unwrap())
}

#[track_caller]
fn call(folder: &Path, words: &str) -> (i32, String) {
    inspect(Call::new(folder, words.split(' ')), words)
}

#[test]
fn no_command_prints_a_byte_of_the_timeline_that_acts() {
    let hostile = Hostile::new();
    let folder = hostile.folder.path();
    for format in ["text", "json", "jsonl", "tsv", "md"] {
        let (code, list) = call(folder, &format!("list t.json --format {format}"));
        assert_eq!(code, 0);
        assert!(!list.is_empty());
        assert_eq!(
            call(
                folder,
                &format!("show t.json --from 2025 --format {format}")
            )
            .0,
            0
        );
        call(folder, &format!("check t.json --format {format}"));
        call(
            folder,
            &format!("list t.json --titles en --format {format}"),
        );
    }
    let (_, list) = call(folder, "list t.json");
    for attack in attacks() {
        assert!(
            list.contains(&title_shown(&attack)),
            "{} is hidden",
            attack.name
        );
    }
    for encoding in ["toml", "json", "jsonl"] {
        assert_eq!(call(folder, &format!("export t.json --to {encoding}")).0, 0);
    }
    assert!(inspected() > 1_000_000, "only {} bytes", inspected());
}

#[test]
fn no_fault_of_a_broken_timeline_carries_its_bytes() {
    let hostile = Hostile::new();
    let folder = hostile.folder.path();
    hostile.write("broken.json", hostile.broken().to_string().as_bytes());
    for format in ["text", "json", "jsonl", "tsv", "md"] {
        let (code, faults) = call(folder, &format!("check broken.json --format {format}"));
        assert_eq!(code, 1);
        assert!(faults.lines().count() > attacks().len() / 2 || format == "json");
    }
    for words in [
        "list broken.json",
        "broken.json",
        "show broken.json 1",
        "export broken.json --to toml -o out.toml",
    ] {
        call(folder, words);
    }
    // Each attack where a parser stumbles: as bytes in TOML, JSON and JSON Lines, in and around strings.
    for attack in attacks() {
        for (name, text) in [
            (
                "a.toml",
                format!("format = \"linimasa/1\"\ntitle = \"{}\"\n", attack.text),
            ),
            (
                "a.toml",
                format!("format = \"linimasa/1\"\n{} = 1\n", attack.text),
            ),
            (
                "a.json",
                format!(
                    "{{\"format\":\"linimasa/1\",\"title\":\"{}\"}}",
                    attack.text
                ),
            ),
            (
                "a.json",
                format!("{{\"format\":\"{}\"}}", attack.text.escape_default()),
            ),
            (
                "a.jsonl",
                format!(
                    "{{\"timeline\":{{\"format\":\"linimasa/1\"}}}}\n{}\n",
                    attack.text
                ),
            ),
        ] {
            hostile.write(name, text.as_bytes());
            call(folder, &format!("check {name}"));
        }
    }
}

#[test]
fn no_article_and_no_table_prints_a_byte_that_acts() {
    let hostile = Hostile::new();
    let folder = hostile.folder.path();
    let mut article = String::from("Judul\n\nJAKARTA, 3 Juli 2025 - ");
    let mut table = String::from("date,title,actors,url\n");
    for attack in attacks() {
        article.push_str(&format!(
            "\"Kata {}\", kata Presiden {} pada Rabu (2/7/2025).\n",
            attack.text, attack.text
        ));
        let cell = attack.text.replace('"', "\"\"");
        table.push_str(&format!("2025-07-03,\"{cell}\",\"{cell}\",\"{cell}\"\n"));
    }
    hostile.write("article.txt", article.as_bytes());
    hostile.write("article.md", article.as_bytes());
    let escaped = article.replace('&', "&amp;").replace('<', "&lt;");
    hostile.write(
        "article.html",
        format!("<title>{escaped}</title><p>{escaped}</p>").as_bytes(),
    );
    hostile.write("table.csv", table.as_bytes());
    for name in ["article.txt", "article.md", "article.html"] {
        for words in [
            "list",
            "show --from 2000",
            "check",
            "annotate",
            "annotate --format timeml",
            "build -o -",
        ] {
            let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
            call(folder, format!("{verb} {name} {rest}").trim_end());
        }
    }
    for format in ["text", "json", "jsonl", "tsv", "md"] {
        assert_eq!(
            call(folder, &format!("list table.csv --format {format}")).0,
            0
        );
    }
    for attack in raw_attacks() {
        for name in [
            "raw.txt",
            "raw.html",
            "raw.csv",
            "raw.toml",
            "raw.json",
            "raw.jsonl",
        ] {
            hostile.write(name, &attack.bytes);
            call(folder, &format!("list {name}"));
        }
        hostile.write(
            "raw.txt",
            &[b"Kata ", attack.bytes.as_slice(), b" selesai.\n"].concat(),
        );
        call(folder, "annotate raw.txt");
    }
}

#[test]
fn no_argument_and_no_name_of_a_file_comes_back_as_a_control() {
    let hostile = Hostile::new();
    let folder = hostile.folder.path();
    let texts = attacks()
        .into_iter()
        .map(|attack| (attack.name, attack.text.into_bytes()));
    let raw = raw_attacks()
        .into_iter()
        .map(|attack| (attack.name, attack.bytes));
    let timeline = b"format = \"linimasa/1\"\n[[events]]\nid = \"a\"\ntitle = \"A\"\n";
    for (name, bytes) in texts.chain(raw) {
        let bytes: Vec<u8> = bytes.into_iter().filter(|byte| *byte != 0).collect();
        let word = OsString::from_vec(bytes.clone());
        let shapes: [&[&str]; 13] = [
            &["?"],
            &["list", "?"],
            &["list", "--actor", "?"],
            &["list", "--from", "?"],
            &["list", "--format", "?"],
            &["list", "--lang", "?", "t.json"],
            &["show", "t.json", "?"],
            &["check", "?"],
            &["build", "?"],
            &["export", "--to", "?"],
            &["--help", "?"],
            &["list", "?", "--help"],
            &["annotate", "?"],
        ];
        for shape in shapes {
            let words = shape.iter().map(|part| {
                if *part == "?" {
                    word.clone()
                } else {
                    part.into()
                }
            });
            inspect(Call::new(folder, words), &name);
        }
        let option = OsString::from_vec([b"--", bytes.as_slice()].concat());
        inspect(Call::new(folder, [option]), &name);
        for arguments in [["--help"], ["--version"], ["--nonsense"]] {
            inspect(Call::new(folder, arguments).named(&word), &name);
        }
        let file = OsString::from_vec([bytes.replace_slashes().as_slice(), b".toml"].concat());
        std::fs::write(folder.join(&file), timeline).unwrap();
        let (code, _) = inspect(
            Call::new(folder, [OsString::from("list"), file.clone()]),
            &name,
        );
        assert_eq!(code, 0, "{name}");
        inspect(
            Call::new(folder, [OsString::from("check"), file.clone()]),
            &name,
        );
        std::fs::write(folder.join(&file), b"format = \n").unwrap();
        inspect(Call::new(folder, [OsString::from("list"), file]), &name);
    }
}

/// Names of files have no slash.
trait Slashless {
    fn replace_slashes(&self) -> Vec<u8>;
}

impl Slashless for Vec<u8> {
    fn replace_slashes(&self) -> Vec<u8> {
        self.iter()
            .map(|byte| if *byte == b'/' { b'_' } else { *byte })
            .collect()
    }
}
