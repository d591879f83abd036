//! What is copied out of a hostile timeline: verbatim words without anything that a terminal would obey when they are pasted.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::attacks::attacks;
use crate::escapes::{Sent, parse};
use crate::fields::Hostile;
use crate::inspect::{drawn, wrong_in};
use crate::launch::Launch;
use crate::look::{hints, selected};

#[test]
fn every_quote_of_the_corpus_is_copied_without_controls() {
    let hostile = Hostile::new();
    let count = attacks().len();
    let data = hostile.folder.path().to_str().unwrap();
    let launch = Launch::new(160, 40).env("DATA", data);
    let mut session = launch.line(r#"cd "$DATA"; "$LINIMASA" t.json"#).start();
    session.wait_for_first_frame();
    for number in 1..=count {
        session.wait_until("the event", |screen| selected(screen) == Some(number));
        session.keys("y y");
        session.wait_until("the copy", |screen| hints(screen).contains("copied "));
        session.keys("j");
    }
    session.keys("q");
    session.ended(0);
    drawn("copies", &session.raw());
    let mut copies = 0;
    for sent in parse(&session.raw()) {
        if let Sent::Osc(text) = sent {
            let data = text.strip_prefix("52;c;").unwrap();
            let copied = String::from_utf8(STANDARD.decode(data).unwrap()).unwrap();
            let marks = |text: &str| {
                text.replace(
                    |letter| {
                        ('\u{300}'..='\u{36f}').contains(&letter)
                            || ('\u{20d0}'..='\u{20ff}').contains(&letter)
                    },
                    "",
                )
            };
            assert_eq!(wrong_in(&marks(&copied), &['\n', '\t']), None);
            copies += 1;
        }
    }
    assert_eq!(copies, count);
}
