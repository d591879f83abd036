//! The screen where the locale has no UTF-8: every byte is ASCII, nothing is lost, and no border moves.

use vt100::Screen;

use crate::launch::Launch;
use crate::look::{header, line};
use crate::screen::Session;

fn start(size: (u16, u16), locale: &str) -> Session {
    let session = Launch::new(size.0, size.1).env("LC_ALL", locale).start();
    session.wait_for_first_frame();
    session
}

/// Where the screen has one of these signs.
fn places(screen: &Screen, signs: &str) -> Vec<(u16, u16)> {
    let (rows, columns) = screen.size();
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let shows = |(row, column): &(u16, u16)| {
        let cell = screen.cell(*row, *column);
        cell.is_some_and(|cell| cell.has_contents() && signs.contains(cell.contents()))
    };
    cells.filter(shows).collect()
}

#[test]
fn borders_stand_where_they_stand_in_utf_8_and_every_byte_is_ascii() {
    for size in [(200, 50), (120, 30), (80, 24), (50, 14)] {
        let keys = "1 0 G enter";
        let mut whole = start(size, "C.UTF-8");
        let mut ascii = start(size, "C");
        for session in [&mut whole, &mut ascii] {
            session.keys(keys);
            session.wait_until("the source", |screen| {
                screen.contents().contains("Terakhir")
            });
        }
        let (one, other) = (whole.screen(), ascii.screen());
        for border in places(&one, "│") {
            assert!(
                places(&other, "|").contains(&border),
                "{size:?}: {border:?}"
            );
        }
        for session in [&mut whole, &mut ascii] {
            session.keys("?");
            session.wait_for(" Keys ");
        }
        assert_eq!(places(&whole.screen(), "┌┐└┘").len(), 4);
        let corners = places(&whole.screen(), "┌┐└┘");
        assert!(
            corners
                .iter()
                .all(|corner| places(&ascii.screen(), "+").contains(corner))
        );
        for session in [&mut whole, &mut ascii] {
            session.keys("esc");
            session.wait_until("no window", |screen| !screen.contents().contains(" Keys "));
        }
        whole.quit();
        ascii.keys("q");
        ascii.ended(0);
        assert!(ascii.raw().is_ascii());
    }
}

#[test]
fn signs_words_and_cut_ends_are_told_in_ascii() {
    let session = start((120, 40), "id_ID.ISO-8859-1");
    session.wait_for("claimed");
    let screen = session.screen();
    for sign in [
        " 1 @ <= 2 Jul 2025",
        " 8 ? 1..10 Jun 2025*",
        "14 o 4 Jul 2025",
        "1s|",
    ] {
        let contents = screen.contents();
        assert!(contents.contains(sign), "{sign} is not in\n{contents}");
    }
    session.quit();
    let session = Launch::new(40, 20).line("\"$LINIMASA\" --ascii").start();
    session.wait_for_first_frame();
    session.wait_until("a cut end", |screen| {
        header(screen).contains("Panggilan Pu>")
    });
    assert!((0..20).all(|row| line(&session.screen(), row).is_ascii()));
    session.quit();
}
