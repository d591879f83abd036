//! Input that asks for more than it is: depth, size, repetition, packing. Each bomb ends with an answer, in bounded memory, and
//! never with a crash.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::TempDir;

/// Address space for a call, in KiB: what a machine of today can spare, and less than what the bombs unpack to.
const MEMORY: usize = 3 << 20;
/// Seconds of processor time, so that a hang is a failure.
const SECONDS: usize = 120;

fn call(folder: &Path, words: &str) -> Output {
    let line = format!("ulimit -v {MEMORY}; ulimit -t {SECONDS}; exec \"$LINIMASA\" {words}");
    let mut command = Command::new("sh");
    command
        .args(["-c", &line])
        .current_dir(folder)
        .stdin(Stdio::null());
    command
        .env("LINIMASA", env!("CARGO_BIN_EXE_linimasa"))
        .output()
        .unwrap()
}

/// Writes a bomb, makes the calls, and gives the code of the last one and what it said.
#[track_caller]
fn explode(name: &str, content: &[u8], calls: &[&str]) -> (i32, String) {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    std::fs::write(folder.path().join(name), content).unwrap();
    let mut last = (0, String::new());
    for words in calls {
        let output = call(folder.path(), &format!("{words} {name}"));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let code = output.status.code();
        let code = code.unwrap_or_else(|| panic!("{words} {name}: {} {said}", output.status));
        assert!([0, 1].contains(&code), "{words} {name}: {code} {said}");
        let longest = said.lines().map(str::len).max().unwrap_or(0);
        assert!(longest < 1000, "{words} {name}: a line of {longest} bytes");
        last = (code, said);
    }
    last
}

const N: usize = 6_000;

fn toml(rest: &str) -> Vec<u8> {
    format!("format = \"linimasa/1\"\n{rest}").into_bytes()
}

fn nested(open: &str, middle: &str, close: &str) -> String {
    format!("{}{middle}{}", open.repeat(N), close.repeat(N))
}

#[test]
fn depth_is_refused_in_every_native_format() {
    for text in [
        format!("x = {}\n", nested("[", "", "]")),
        format!("x = {}\n", nested("{a=", "1", "}")),
        format!("{} = 1\n", ["a"; N].join(".")),
        format!("[{}]\n", ["a"; N].join(".")),
    ] {
        let (code, said) = explode("deep.toml", &toml(&text), &["list", "check", ""]);
        assert_eq!(code, 1);
        assert!(said.contains("recurs"), "{said}");
    }
    let depth = |levels: usize| {
        toml(&format!(
            "x = {}{}\n",
            "[".repeat(levels),
            "]".repeat(levels)
        ))
    };
    assert_eq!(explode("ok.toml", &depth(79), &["list"]).0, 0);
    assert_eq!(explode("deep.toml", &depth(81), &["list"]).0, 1);
    for text in [nested("[", "", "]"), nested("{\"a\":", "1", "}")] {
        let json = format!("{{\"format\":\"linimasa/1\",\"x\":{text}}}");
        let (code, said) = explode("deep.json", json.as_bytes(), &["list", "check", ""]);
        assert!(code == 1 && said.contains("recursion limit"), "{said}");
        let lines = format!(
            "{{\"timeline\":{{\"format\":\"linimasa/1\"}}}}\n{{\"event\":{{\"id\":\"a\",\"title\":\"A\",\"x\":{text}}}}}\n"
        );
        let (_, said) = explode("deep.jsonl", lines.as_bytes(), &["check", "list"]);
        assert!(said.contains("recursion limit"), "{said}");
    }
}

#[test]
fn nesting_entities_and_scripts_of_html_are_bounded() {
    for open in [
        "<div>",
        "<b><i>",
        "<table><tr><td>",
        "<ul><li>",
        "<svg><foreignObject>",
        "<form><select><option>",
        "<a href='",
    ] {
        let page = format!("{}<p>Kata.</p>", open.repeat(N));
        let (code, said) = explode(
            "a.html",
            page.as_bytes(),
            &["list", "annotate", "build -o -"],
        );
        assert!(code == 1 && said.contains("256 deep"), "{open}: {said}");
    }
    let attributes: String = (0..N).map(|number| format!(" a{number}=1")).collect();
    let entities = format!(
        "<p>{}&#x1b;&#155;{}</p>",
        "&amp;".repeat(N / 4),
        "&lt;".repeat(N / 4)
    );
    let declared = format!(
        "<!DOCTYPE x [<!ENTITY a \"{}\"><!ENTITY b \"&a;&a;&a;&a;\">]><p>Kata &b;&b;&b; satu dua.</p>",
        "&c;".repeat(N)
    );
    let ld = format!(
        "<script type=\"application/ld+json\">{}</script><p>Kata satu dua tiga.</p>",
        nested("[", "", "]")
    );
    for page in [
        format!("<p{attributes}>Kata"),
        entities,
        declared,
        ld,
        "<!--".repeat(N),
        "<script>".repeat(N),
    ] {
        explode("a.html", page.as_bytes(), &["list", "annotate"]);
    }
    let wide = format!("<p>Kata</p>{}", "<br>".repeat(500_000));
    assert_eq!(explode("a.html", wide.as_bytes(), &["list"]).0, 1);
}

#[test]
fn packed_files_are_unpacked_within_their_ratio() {
    let pack = |bytes: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    let mut bomb = b"{\"timeline\":{\"format\":\"linimasa/1\"}}\n".to_vec();
    bomb.resize(24 << 20, b' ');
    let (code, said) = explode("a.jsonl.gz", &pack(&bomb), &["list"]);
    assert!(said.contains("--max-"), "{code} {said}");
    let mut table = b"date,title\n".to_vec();
    table.resize(24 << 20, b'a');
    explode("a.csv.gz", &pack(&pack(&table)), &["list"]);
    let (_, said) = explode("a.csv.gz", &pack(&table), &["list"]);
    assert!(said.contains("--max-"), "{said}");
    explode("a.jsonl.gz", &pack(&bomb)[..1000], &["list"]);
}

#[test]
fn numbers_of_things_cost_what_they_weigh() {
    let many =
        |text: &dyn Fn(usize) -> String, count: usize| (0..count).map(text).collect::<String>();
    let source = "[[sources]]\nid = \"s\"\n";
    let events = many(
        &|_| "[[events]]\nid = \"a\"\ntitle = \"A\"\n".to_owned(),
        N / 8,
    );
    let actors = many(
        &|_| "[[actors]]\nid = \"a\"\nname = \"A\"\nkind = \"person\"\n".to_owned(),
        N / 8,
    );
    let alike = many(
        &|number| {
            format!(
                "[[actors]]\nid = \"a{number}\"\nname = \"{}{}\"\nkind = \"person\"\n",
                ["I", "l", "1"][number % 3],
                ["o", "O", "0"][number % 2]
            )
        },
        N / 8,
    );
    let chain = many(
        &|number| {
            format!(
                "[[events]]\nid = \"e{number}\"\ntitle = \"A\"\n[[events.claims]]\nsource = \"s\"\nrelative_to = \"e{}\"\n",
                (number + 1) % (N / 8)
            )
        },
        N / 8,
    );
    let claims = many(
        &|_| "[[events.claims]]\nsource = \"s\"\ndate = \"2025\"\n".to_owned(),
        N / 8,
    );
    for text in [
        events,
        actors,
        alike,
        format!("{source}{chain}"),
        format!("{source}[[events]]\nid = \"e\"\ntitle = \"A\"\n{claims}"),
    ] {
        explode(
            "a.toml",
            &toml(&text),
            &["check", "list", "show --from 2000"],
        );
    }
    for date in [
        format!("[{}2025]", "2025-01-01,".repeat(N)),
        "(".repeat(N),
        "9".repeat(N),
        "2025~".repeat(N),
    ] {
        let text = format!(
            "{source}[[events]]\nid = \"e\"\ntitle = \"A\"\n[[events.claims]]\nsource = \"s\"\ndate = \"{date}\"\n"
        );
        explode("a.toml", &toml(&text), &["check", "list"]);
    }
}

#[test]
fn repetitive_articles_and_tables_end() {
    for text in [
        "kata ",
        "\"",
        "(",
        "3 Juli 2025 ",
        "Presiden Putin ",
        "Aa",
        "\n",
        "> ",
        "[",
        "a\u{301}",
        "👩\u{200d}",
        "Kata. ",
        "\u{202e}",
        "12:",
    ] {
        for name in ["a.txt", "a.md"] {
            explode(
                name,
                text.repeat(N / 2).as_bytes(),
                &["annotate", "list --lang id"],
            );
        }
    }
    let columns: String = (0..N).map(|number| format!(",c{number}")).collect();
    let (code, said) = explode(
        "a.csv",
        format!("date,title{columns}\n2025,a\n").as_bytes(),
        &["list"],
    );
    assert!(code == 1 && said.contains("4096"), "{said}");
    explode(
        "a.csv",
        format!("date,title\n2025,\"a\n{}", "2025,b\n".repeat(N)).as_bytes(),
        &["list"],
    );
    explode(
        "a.csv",
        format!("date,title\n2025,\"{}\"\n", "a".repeat(17 << 20)).as_bytes(),
        &["list"],
    );
    explode("a.jsonl", format!("{{\"timeline\":{{\"format\":\"linimasa/1\"}}}}\n{{\"event\":{{\"id\":\"a\",\"title\":\"{}\"}}}}\n", "a".repeat(17 << 20)).as_bytes(), &["list"]);
}

#[test]
fn the_help_names_every_limit() {
    let output = call(Path::new("."), "--help");
    let help = String::from_utf8(output.stdout).unwrap();
    for words in [
        "80 levels deep",
        "JSON 128",
        "64 MiB",
        "256 levels",
        "--max-record",
        "--max-size",
        "--max-ratio",
        "4,096 columns",
    ] {
        assert!(help.contains(words), "{words}");
    }
}
