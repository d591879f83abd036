//! Properties of what an outlet puts between and below its sentences: with or without it an article tells the same.

use linimasa::model::Day;
use proptest::prelude::*;

use super::seeds::{ARTICLES, article, day, read};
use super::told::{Told, told};

/// What stands between paragraphs.
const BETWEEN: [&str; 8] = [
    "Baca juga: Harga Cabai di Pasar Wonokerta Turun sejak 5 Mei 2023",
    "Baca juga:\nBupati Ratna Sudibyo Lantik 40 Kepala Desa, Selasa (4/3/2025)",
    "BACA JUGA: Gempa Guncang Palembayan Kemarin Malam",
    "Baca Juga: Wali Kota Yusuf Kalang: \"Saya Tidak Mundur\"",
    "ADVERTISEMENT",
    "Advertisement",
    "SCROLL TO CONTINUE WITH CONTENT",
    "[Gambas:Video 20detik]",
];

/// What stands below the last paragraph.
const BELOW: [&str; 5] = [
    "(Tribunnews.com/Ratna Sudibyo)",
    "Artikel Lain Terkait Ratna Sudibyo",
    "Isi komentar sepenuhnya adalah tanggung jawab pengguna dan diatur dalam UU ITE.",
    "Simak Video: Detik-detik Jembatan Wonokerta Roboh pada 9 April 2017",
    "Ikuti berita lainnya di Google News.",
];

/// The lines of an article that are not boilerplate, as a person sees it.
fn body(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().collect();
    let mut kept = Vec::new();
    let mut link = false;
    for line in lines {
        let lower = line.to_lowercase();
        let heads = ["baca juga", "advertisement", "scroll to"];
        let is_link = heads.iter().any(|head| lower.starts_with(head));
        let tail = [
            "(tribun",
            "artikel lain",
            "isi komentar",
            "(rtm/",
            "pewarta:",
            "editor:",
            "copyright",
        ];
        let below = tail.iter().any(|head| lower.starts_with(head));
        let tag = ["sidang suap", "tanggul danapura", "dinas pengairan"].contains(&line);
        if !link && !is_link && !below && !tag {
            kept.push(line);
        }
        link =
            is_link && (lower.trim_end().ends_with("juga") || lower.trim_end().ends_with("juga:"));
    }
    kept
}

fn ends_a_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '\''])
        .ends_with(['.', '?', '!'])
}

/// What the text tells, without the line that names its writer.
fn read_body(text: &str, published: Day) -> Told {
    let mut told = told(text, &read(text, Some(published)));
    told.spans.retain(|span| !span.starts_with("Byline"));
    told
}

#[test]
fn without_its_boilerplate_an_article_tells_the_same() {
    for (text, published) in ARTICLES.iter() {
        let one = read_body(text, *published);
        let other = read_body(&body(text).join("\n"), *published);
        assert_eq!(one.differences(&other), Vec::<String>::new());
        assert_eq!(one, other);
    }
}

/// An article with boilerplate between and below its paragraphs, beside the same without any.
fn with_and_without() -> impl Strategy<Value = (String, String, Day)> {
    let put = prop::collection::vec(
        (any::<prop::sample::Index>(), prop::sample::select(&BETWEEN)),
        0..4,
    );
    let below = prop::sample::subsequence(&BELOW, 0..=BELOW.len());
    (article(), put, below).prop_map(|((text, published), put, below)| {
        let bare = body(text);
        let ends = |at: &usize| ends_a_sentence(bare[at - 1]);
        let places: Vec<usize> = (2..bare.len()).filter(ends).collect();
        let place = |at: &prop::sample::Index| places[at.index(places.len())];
        let mut put: Vec<(usize, &str)> =
            put.iter().map(|(at, words)| (place(at), *words)).collect();
        put.sort_unstable();
        let mut full = bare.clone();
        for (at, words) in put.iter().rev() {
            full.insert(*at, words);
        }
        full.extend(below);
        (full.join("\n"), bare.join("\n"), *published)
    })
}

proptest! {
    #[test]
    fn boilerplate_between_and_below_the_paragraphs_changes_nothing((full, bare, day) in with_and_without()) {
        let (one, other) = (read_body(&full, day), read_body(&bare, day));
        prop_assert_eq!(one.differences(&other), Vec::<String>::new());
        prop_assert_eq!(one, other);
    }
}

#[test]
fn a_link_in_the_middle_of_a_broken_paragraph_hides_no_event() {
    let text = "Jembatan Wonokerta Diresmikan\nJembatan Wonokerta diresmikan pada 3 Mei 2024.\n\
        Baca juga: Jembatan Palembayan Roboh pada 1 Januari 2020\nJembatan itu dibangun pada 2019.\n";
    let found = read(text, Some(day("2024-05-04")));
    let dates: Vec<_> = found
        .events
        .iter()
        .filter_map(|event| event.date.as_deref())
        .collect();
    assert_eq!(dates, ["2024-05-03", "2019"]);
}
