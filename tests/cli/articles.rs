//! Articles where a timeline can stand: made into one in memory, with nothing written.

use super::call::call_in;
use super::samples::{Folder, SMALL};

const MARKET: &str = "Pasar Lama di Kota Sawah Dibuka Lagi\n\
    Wali Kota Rini Halim membuka lagi pasar lama di Kota Sawah pada Senin (2/6/2025).\n\
    Pasar itu terbakar pada akhir Mei lalu dan ditutup untuk umum.\n";

const PAGE: &str = "<html lang=\"id\"><head><title>Jembatan Gantung Roboh</title>\
    <meta property=\"article:published_time\" content=\"2025-06-10T08:00:00+07:00\">\
    <meta property=\"og:site_name\" content=\"Kabar Hulu\"></head><body><article><h1>Jembatan Gantung Roboh</h1>\
    <p>Jembatan gantung di Desa Hulu roboh kemarin dan tidak bisa dipakai lagi oleh warga yang lewat.</p>\
    <p>Jembatan itu akan diperbaiki pada bulan depan, kata kepala desa.</p></article></body></html>";

fn folder() -> Folder {
    Folder::with(&[
        ("pasar.txt", MARKET),
        ("jembatan.html", PAGE),
        ("small.toml", SMALL),
    ])
}

#[test]
fn an_article_is_listed_shown_and_checked_like_a_timeline() {
    let folder = folder();
    let list = folder.call(&["list", "pasar.txt"]).done();
    assert!(list.contains("2 Jun 2025"), "{list}");
    assert_eq!(folder.call(&["pasar.txt"]).done(), list);
    let stdin = call_in(folder.path(), ["list", "-"], MARKET.as_bytes()).done();
    assert_eq!(stdin, list);
    let shown = folder.call(&["show", "pasar.txt", "2"]).done();
    assert!(
        shown.contains("“Senin (2/6/2025)”") || shown.contains("Senin (2/6/2025)"),
        "{shown}"
    );
    let checked = folder.call(&["check", "pasar.txt"]).done();
    assert!(checked.starts_with("no faults: 2 events"), "{checked}");
    let mut files: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert_eq!(files, ["jembatan.html", "pasar.txt", "small.toml"]);
}

#[test]
fn the_day_of_publication_can_be_given_and_is_read_off_a_page() {
    let folder = folder();
    let list = folder.call(&["list", "jembatan.html"]).done();
    assert!(list.contains("9 Jun 2025"), "{list}");
    let list = folder
        .call(&["list", "jembatan.html", "--published", "2024-02-01"])
        .done();
    assert!(list.contains("31 Jan 2024"), "{list}");
    for call in [
        ["list", "small.toml", "--published", "2024-02-01"],
        ["list", "small.toml", "--lang", "id"],
    ] {
        let line = folder.call(&call).failed(2);
        assert!(line.contains("for articles, not for timelines"), "{line}");
    }
}

#[test]
fn several_articles_open_as_one_timeline() {
    let folder = folder();
    let list = folder.call(&["jembatan.html", "pasar.txt"]).done();
    assert!(
        list.contains("2 Jun 2025") && list.contains("9 Jun 2025"),
        "{list}"
    );
    let json = folder
        .call(&["jembatan.html", "pasar.txt", "--search", "roboh"])
        .done();
    assert!(!json.contains("pasar lama"), "{json}");
}

#[test]
fn a_broken_article_is_named_at_the_end() {
    let folder = folder();
    let answer = folder.call(&["none.txt", "pasar.txt", "jembatan.html"]);
    assert_eq!(answer.code, 1);
    assert!(answer.out.contains("9 Jun 2025"), "{}", answer.out);
    assert_eq!(
        answer.err,
        "linimasa: none.txt: no such file; check the path\n"
    );
    let answer = folder.call(&["none.txt", "nothing.txt"]);
    assert_eq!((answer.code, answer.err.lines().count()), (1, 2));
}

#[test]
fn timelines_and_articles_do_not_mix() {
    let folder = folder();
    folder.write("timeline-without-extension", SMALL.as_bytes());
    for files in [
        ["small.toml", "pasar.txt"],
        ["pasar.txt", "small.toml"],
        ["pasar.txt", "timeline-without-extension"],
    ] {
        let line = folder.call(&files).failed(2);
        assert!(line.contains("cannot be read together"), "{line}");
    }
    let line = folder.call(&["small.toml", "other.toml"]).failed(2);
    assert!(line.contains("only one timeline"), "{line}");
    let line = folder
        .call(&["build", "small.toml", "-o", "x.toml"])
        .failed(2);
    assert!(line.contains("cannot be read together"), "{line}");
}
