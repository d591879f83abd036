//! Which theme is on the screen: by option, by variable, by the terminal's answer; and what is asked and what is not.

use vt100::{Color, Screen};

use crate::launch::Launch;
use crate::look::header;
use crate::screen::Session;

const QUESTION: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";
const DARK: Color = Color::Rgb(0x16, 0x18, 0x1d);
const LIGHT: Color = Color::Rgb(0xfb, 0xfb, 0xf8);

/// The background of the whole screen: that of its last cell.
fn ground(screen: &Screen) -> Color {
    let (rows, columns) = screen.size();
    screen.cell(rows - 1, columns - 1).unwrap().bgcolor()
}

fn launch(theme: &str) -> Launch {
    Launch::new(120, 30)
        .env("COLORTERM", "truecolor")
        .env("LINIMASA_THEME", theme)
}

fn start(launch: Launch) -> Session {
    let session = launch.start();
    session.wait_for_first_frame();
    session
}

fn asks(session: &Session) -> bool {
    let sent = session.raw();
    sent.windows(QUESTION.len()).any(|bytes| bytes == QUESTION)
}

#[test]
fn the_first_frame_waits_for_no_answer_and_the_answer_changes_the_theme() {
    let mut session = start(launch("auto"));
    session.wait_until("the dark theme", |screen| ground(screen) == DARK);
    session.keys("j j");
    session.wait_for_bytes(0, QUESTION);
    session.send(b"\x1b]11;rgb:fafa/f0f0/e6e6\x1b\\\x1b[?62;22c");
    session.wait_until("the light theme", |screen| ground(screen) == LIGHT);
    // The answer was no key.
    assert!(header(&session.screen()).contains("events"));
    session.keys("j");
    session.quit();
}

#[test]
fn an_answer_that_comes_when_the_program_ends_does_not_fall_into_the_shell() {
    let mut session = start(launch("auto"));
    session.wait_for_bytes(0, QUESTION);
    // The key first: the answer is still on its way when the program ends.
    session.send(b"q\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?62c");
    session.ended(0);
    session.send(b"\n");
    let told = session.wait_exit().1;
    let told = String::from_utf8_lossy(&told);
    let after = told.split("ended 0").nth(1).unwrap();
    assert!(!after.contains("11;rgb"), "{after:?}");
}

#[test]
fn a_theme_that_is_named_is_taken_and_nothing_is_asked() {
    let mut option = launch("dark");
    option = option.line("\"$LINIMASA\" --theme light");
    for (launch, expected) in [
        (launch("light"), LIGHT),
        (option, LIGHT),
        (launch("dark"), DARK),
    ] {
        let session = start(launch);
        session.wait_until("the theme", |screen| ground(screen) == expected);
        assert!(!asks(&session));
        session.quit();
    }
}

#[test]
fn nothing_is_asked_without_colours_nor_of_the_console() {
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "linux")] {
        let session = start(launch("auto").env(name, value));
        session.wait_for("events");
        assert!(!asks(&session), "{name}");
        session.quit();
    }
}

#[test]
fn what_the_environment_says_of_the_background_counts_until_the_terminal_answers() {
    let mut session = start(launch("auto").env("COLORFGBG", "0;15"));
    session.wait_until("the light theme", |screen| ground(screen) == LIGHT);
    session.send(b"\x1b[?62c");
    session.quit();
}

#[test]
fn colours_are_sent_as_the_terminal_has_them() {
    let codes = |depth: &str| {
        let line = format!("\"$LINIMASA\" --color {depth}");
        let session = start(launch("dark").env("NO_COLOR", "1").line(&line));
        session.wait_for("events");
        let sent = String::from_utf8(session.raw()).unwrap();
        session.quit();
        [
            sent.contains(";2;22;24;29"),
            sent.contains("48;5;"),
            sent.contains("\x1b[40m") || sent.contains(";40m"),
        ]
    };
    assert_eq!(codes("truecolour"), [true, false, false]);
    assert_eq!(codes("256"), [false, true, false]);
    assert_eq!(codes("16"), [false, false, true]);
    assert_eq!(codes("none"), [false, false, false]);
    assert_eq!(codes("auto"), [false, false, false]);
}

#[test]
fn a_theme_of_ones_own_is_read_and_what_is_wrong_in_it_told() {
    let line = "printf 'background = \"#00005f\"\\nforeground = \"#ffffff\"\\n[styles]\\n' > my.toml; \"$LINIMASA\" --theme my.toml; \
        echo 'titel = \"bold\"' >> my.toml; \"$LINIMASA\" --theme my.toml";
    let mut session = start(launch("dark").line(line));
    session.wait_until("the theme", |screen| {
        ground(screen) == Color::Rgb(0, 0, 0x5f)
    });
    session.keys("q");
    session.wait_for("linimasa: --theme: my.toml:4: “titel” is no style; did you mean “title”?");
    session.ended(2);
}
