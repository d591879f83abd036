//! Articles in the viewer: opened as a timeline, their publication date turned, a broken one named in it and after it.

use std::fs;

use crate::launch::Launch;
use crate::look::{header, hints};
use crate::screen::Session;

const MARKET: &str = "Pasar Lama di Kota Sawah Dibuka Lagi\n\
    Wali Kota Rini Halim membuka lagi pasar lama di Kota Sawah kemarin.\n\
    Pasar itu terbakar pada akhir Mei lalu dan ditutup untuk umum.\n";

const BRIDGE: &str = "Jembatan Gantung Roboh di Desa Hulu\n\
    Jembatan gantung itu roboh pada Senin (2/6/2025) dan tidak bisa dipakai oleh warga.\n";

/// Starts the binary with these arguments, in a shell where `$DATA` is a folder with two articles.
fn open(line: &str) -> (Session, tempfile::TempDir) {
    let folder = tempfile::TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    fs::write(folder.path().join("pasar.txt"), MARKET).unwrap();
    fs::write(folder.path().join("jembatan.txt"), BRIDGE).unwrap();
    let data = folder.path().to_str().unwrap();
    let session = Launch::new(160, 40).env("DATA", data).line(line).start();
    session.wait_for_first_frame();
    (session, folder)
}

#[test]
fn the_publication_date_is_turned_in_the_terminal() {
    let (mut session, _folder) = open(r#""$LINIMASA" "$DATA/pasar.txt" --published 2025-06-03"#);
    session.wait_for("2 Jun 2025");
    session.wait_until("the drafts in the top line", |screen| {
        header(screen).contains("drafts")
    });
    session.keys("D");
    session.wait_until("the date and its cursor", |screen| {
        hints(screen).contains("published 2025-06-03 (Tue)") && !screen.hide_cursor()
    });
    session.keys("+");
    session.wait_for("3 Jun 2025 Δ");
    session.text("2024-02-01");
    session.wait_for("31 Jan 2024 Δ");
    session.keys("esc");
    session.wait_until("the day as it was", |screen| {
        hints(screen).contains("as it was") && screen.contents().contains("2 Jun 2025")
    });
    session.quit();
}

#[test]
fn a_broken_article_stands_among_the_notices_and_is_named_in_the_end() {
    let line = r#""$LINIMASA" "$DATA/pasar.txt" "$DATA/none.txt" "$DATA/jembatan.txt""#;
    let (mut session, _folder) = open(line);
    session.wait_until("both articles", |screen| {
        header(screen).starts_with("2 articles") && header(screen).contains("1 notice")
    });
    session.keys("!");
    session.wait_until("the notice", |screen| {
        let shown = screen.contents();
        shown.contains("Notices") && shown.contains("no such file")
    });
    session.keys("esc");
    session.wait_until("the panes", |screen| !screen.contents().contains("Notices"));
    session.keys("q");
    session.wait_for("none.txt: no such file; check the path");
    session.ended(1);
}

#[test]
fn an_article_comes_through_a_pipe() {
    let (mut session, _folder) = open(r#""$LINIMASA" - < "$DATA/jembatan.txt""#);
    session.wait_for("2 Jun 2025");
    session.keys("enter");
    session.wait_for("Senin (2/6/2025)");
    session.quit();
}
