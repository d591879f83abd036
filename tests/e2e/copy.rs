//! `y y`: the words with their citation, through the terminal.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::escapes::{Sent, parse};
use crate::look::{focus, highlighted, hints, selected};
use crate::screen::{Session, viewer};

const ARTICLE: &str = include_str!("../../seeds/000_f3226ebb9ab90383.txt");

/// What the clipboard was given, each time.
pub(crate) fn clipboard(session: &Session) -> Vec<String> {
    let mut all = Vec::new();
    for sent in parse(&session.raw()) {
        if let Sent::Osc(text) = sent {
            let encoded = text.strip_prefix("52;c;").expect("only the clipboard");
            all.push(String::from_utf8(STANDARD.decode(encoded).unwrap()).unwrap());
        }
    }
    all
}

#[test]
fn the_verbatim_words_are_copied_with_their_citation() {
    let mut session = viewer(160, 44);
    session.keys("1 0 G enter");
    session.wait_until("the words of the call", |screen| focus(screen) == "Source");
    assert!(highlighted(&session.screen(), "Source").starts_with("Terakhirkali"));
    assert_eq!(clipboard(&session), Vec::<String>::new());
    session.keys("y y");
    session.wait_until("what was copied", |screen| {
        hints(screen).contains("characters with their citation through the terminal")
    });
    let copied = clipboard(&session);
    assert_eq!(copied.len(), 1);
    let (quote, citation) = copied[0].split_once("\n— ").unwrap();
    let words = quote.strip_prefix('“').unwrap().strip_suffix('”').unwrap();
    assert!(
        words.starts_with("Terakhir kali") && words.ends_with("Iran-Israel."),
        "{words}"
    );
    assert!(ARTICLE.contains(words), "not verbatim: {words}");
    for part in [
        "Farra",
        "“Selama 1 Jam Telepon dengan Trump, Putin Tetap Tolak Hentikan Perang Ukraina”",
        "Tribunnews",
        "2025-07-03 (date inferred)",
        "characters 3108–3242",
        "sha256 34508e2c5ff4340eaf59b17dd5f0d16589071ee19dd110a5c8ee92e33825b297",
    ] {
        assert!(citation.contains(part), "{part} is not in {citation}");
    }
    session.quit();
}

#[test]
fn the_timeline_copies_the_words_of_its_event_and_quotes_are_not_quoted_again() {
    let mut session = viewer(160, 44);
    session.keys("1 2 G");
    session.wait_until("event 12", |screen| selected(screen) == Some(12));
    session.keys("\"");
    session.wait_until("its first quote", |screen| {
        hints(screen).contains("quote 1 of")
    });
    session.keys("y y");
    session.wait_until("what was copied", |screen| {
        hints(screen).contains("copied ")
    });
    let copied = clipboard(&session);
    let start = "\"Rusia akan terus mengejar tujuannya dalam perang melawan Ukraina,\"";
    assert!(copied[0].starts_with(start), "{}", copied[0]);
    assert!(copied[0].contains("Ushakov"), "{}", copied[0]);
    session.quit();
}
