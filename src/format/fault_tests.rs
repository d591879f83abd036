//! What the user is told when a file is no timeline of this version: one line with file, line, cause and mend.

use super::*;

fn fault(text: &str, encoding: Encoding) -> Fault {
    let fault = parse(text, "t", encoding)
        .and_then(Document::whole)
        .unwrap_err();
    assert!(!fault.to_string().contains('\n'), "{fault}");
    assert!(!fault.mend.is_empty(), "{fault}");
    fault
}

#[test]
fn another_version_is_told_before_anything_else_that_is_wrong() {
    for (text, encoding, line) in [
        (
            "# x\nformat = \"linimasa/2\"\n[[events]]\nid = 5\n",
            Encoding::Toml,
            Some(2),
        ),
        (
            "\nformat = \"linimasa/2\" # new\n[[events]\nid == 5\n",
            Encoding::Toml,
            Some(2),
        ),
        (
            "{\"events\": [{\"id\": 5}],\n\"format\": \"linimasa/2\"}",
            Encoding::Json,
            Some(2),
        ),
        (
            "{\"format\": \"linimasa/2\", \"events\": [!",
            Encoding::Json,
            Some(1),
        ),
        (
            "\n{\"timeline\":{\"title\":5,\"format\":\"linimasa/2\"}}\n{",
            Encoding::JsonLines,
            Some(2),
        ),
        ("{\"format\": \"linimasa/2\"}", Encoding::Json, Some(1)),
        ("format = \"linimasa/2\"", Encoding::Toml, Some(1)),
    ] {
        let fault = fault(text, encoding);
        assert_eq!(fault.kind, FaultKind::Version, "{text}");
        assert_eq!(
            fault.cause,
            "format is \"linimasa/2\", this program reads linimasa/1"
        );
        assert_eq!(fault.line, line, "{text}");
    }
    assert_eq!(
        fault("format = 5\n", Encoding::Toml).cause,
        "format is 5, this program reads linimasa/1"
    );
    assert_eq!(
        fault("{\"format\":[5]}", Encoding::Json).cause,
        "format is [5], this program reads linimasa/1"
    );
}

#[test]
fn a_missing_format_is_told_and_how_a_timeline_begins() {
    for (text, encoding) in [
        ("title = \"x\"\n", Encoding::Toml),
        ("[[events]]\nid = 5\n", Encoding::Toml),
        ("{}", Encoding::Json),
        ("{\"type\": \"FeatureCollection\"}", Encoding::Json),
        (
            "{\"event\":{\"id\":\"e\",\"title\":\"t\"}}",
            Encoding::JsonLines,
        ),
        ("{\"timeline\":{\"title\":\"x\"}}", Encoding::JsonLines),
        ("{\"row\":{}}", Encoding::JsonLines),
        ("\n\n", Encoding::JsonLines),
    ] {
        let fault = fault(text, encoding);
        assert_eq!(fault.kind, FaultKind::Version, "{fault}");
        assert!(fault.cause.starts_with("format is missing"), "{fault}");
        assert!(fault.to_string().contains("linimasa/1"));
    }
}

#[test]
fn what_breaks_the_model_is_told_with_its_line_and_the_words_expected() {
    let head = "format = \"linimasa/1\"\n";
    let header = "{\"timeline\":{\"format\":\"linimasa/1\"}}\n";
    for (text, encoding, expected) in [
        (
            format!("{head}[[events]]\nid = \"e\"\ntitle = \"t\"\nstatus = \"sure\"\n"),
            Encoding::Toml,
            "t:5: unknown variant `sure`, expected one of `happened`, `planned`, `claimed`; write one of the expected words",
        ),
        (
            format!("{head}[[events]]\nid = \"e\"\n"),
            Encoding::Toml,
            "t:2: missing field `title`; add that key",
        ),
        (
            format!("{head}[[events]]\nid = 5\ntitle = \"t\"\n"),
            Encoding::Toml,
            "t:3: invalid type: integer `5`, expected text in quotes; give it a value of that type",
        ),
        (
            format!("{head}title = \"open\n"),
            Encoding::Toml,
            "t:2: invalid basic string, expected `\"`; mend the syntax there",
        ),
        (
            format!("{head}title = \"a\"\ntitle = \"b\"\n"),
            Encoding::Toml,
            "t:3: duplicate key; keep one of the two",
        ),
        (
            format!("{head}[[events]]\nid = \"e\"\ntitle = \"t\"\n[[events.claims]]\nsource = \"s\"\nconfidence = nan\n"),
            Encoding::Toml,
            "t:5: events[0].claims[0]: confidence is no finite number; give it a number from 0 to 1",
        ),
        (
            "{\"format\": \"linimasa/1\",\n\"actors\": [{\"id\": \"a\", \"name\": \"A\",\n\"kind\": \"ship\"}]}".to_owned(),
            Encoding::Json,
            "t:3: column 14: unknown variant `ship`, expected one of `person`, `organisation`, `place`; write one of the expected words",
        ),
        (
            "{\"format\": \"linimasa/1\",\n\"title\": \"x\"".to_owned(),
            Encoding::Json,
            "t:2: column 12: EOF while parsing an object; the file may be cut short: fetch or save it again",
        ),
        (
            "[1]".to_owned(),
            Encoding::Json,
            "t:1: invalid type: sequence, expected a timeline: an object with format, sources, actors, events; give it a value of that type",
        ),
        (
            format!("{header}\n{{\"row\":{{}}}}\n"),
            Encoding::JsonLines,
            "t:3: column 6: unknown variant `row`, expected one of `timeline`, `source`, `actor`, `event`; write one of the expected words",
        ),
        (
            format!("{header}{header}"),
            Encoding::JsonLines,
            "t:2: a second timeline record; keep one header, on the first line",
        ),
        (
            "{\"timeline\":{\"format\":\"linimasa/1\",\"events\":[{\"id\":\"e\",\"title\":\"t\"}]}}".to_owned(),
            Encoding::JsonLines,
            "t:1: the timeline record holds sources, actors or events; give each of them a line of its own",
        ),
    ] {
        let fault = fault(&text, encoding);
        assert_eq!(fault.to_string(), expected);
        assert_eq!(fault.kind, FaultKind::Syntax);
    }
}

#[test]
fn an_article_is_said_to_be_no_timeline() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("article.txt");
    std::fs::write(&path, "Putin dan Trump berbicara.\n").unwrap();
    let fault = open(&path).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Usage);
    assert_eq!(
        fault.cause,
        "this is no timeline in TOML, JSON or JSON Lines"
    );
    assert_eq!(
        fault.mend,
        "a timeline begins with format = \"linimasa/1\"; of an article make one: linimasa build"
    );
}

#[test]
fn a_file_whose_name_says_another_encoding_is_told_which_it_is() {
    let text = "{\"timeline\":{\"format\":\"linimasa/1\"}}\n{\"event\":{}}\n";
    for encoding in [Encoding::Toml, Encoding::Json] {
        let mend = fault(text, encoding).mend;
        assert_eq!(mend, "its content looks like jsonl: name it so");
    }
}
