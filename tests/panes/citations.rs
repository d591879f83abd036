//! What `y y` copies: verbatim words, who said them, and everything that is needed to find them again.

use linimasa::app::citation;
use linimasa::format::sha256_hex;

use crate::screen::{ARTICLE, Screen};

#[test]
fn a_quote_is_copied_with_its_speaker_and_its_place() {
    let mut screen = Screen::built_in(200, 50);
    screen.go_to("call-mid-june").keys("\"");
    let from_timeline = citation(&screen.state).unwrap();
    assert!(
        from_timeline
            .text
            .starts_with("“Tidak, saya tidak butuh bantuan dengan Iran."),
        "{}",
        from_timeline.text
    );
    assert!(from_timeline.text.contains(" — Donald Trump\n"));
    assert!(from_timeline.text.contains("characters 3334–3412"));
    assert!(from_timeline.text.contains(&sha256_hex(ARTICLE.as_bytes())));
    assert!(from_timeline.text.contains("2025-07-03 (date inferred)"));
    screen.keys("g s");
    assert_eq!(citation(&screen.state).unwrap(), from_timeline);
}

#[test]
fn a_sentence_is_the_sources_own_and_nobody_elses() {
    let mut screen = Screen::built_in(200, 50);
    screen.go_to("call-3-july").keys("enter");
    for _ in 0..16 {
        screen.keys("]");
        let copied = citation(&screen.state).unwrap().text;
        assert!(!copied.lines().next().unwrap().contains(" — "), "{copied}");
        if copied.starts_with("“\"Presiden kami") {
            assert!(
                copied.contains(
                    "[attributed to Yury Ushakov, relaying Vladimir Putin, via Kyiv Independent]"
                ),
                "{copied}"
            );
        }
    }
}

#[test]
fn fields_of_a_hostile_file_cannot_forge_a_second_citation() {
    let timeline = "format = \"linimasa/1\"\n[[sources]]\nid = \"s\"\ntext = \"a.txt\"\nauthor = \"A\\nB — false\\u001b[31m\"\n\
        [[events]]\nid = \"e\"\ntitle = \"E\"\n[[events.claims]]\nsource = \"s\"\nvia = \"V\\nW\"\n\
        [[events.claims.anchors]]\nrole = \"evidence\"\nexact = \"Words.\"\nstart = 0\nend = 6\n";
    let screen = Screen::of(timeline, "Words.\n", 120, 30);
    let copied = citation(&screen.state).unwrap();
    assert_eq!(copied.text.lines().count(), 2, "{}", copied.text);
    assert!(!copied.text.contains('\u{1b}'));
    assert_eq!(copied.left_out, 1);
}
