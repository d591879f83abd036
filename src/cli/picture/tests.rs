//! What somebody sees who opens a picture in a browser.

use super::*;
use crate::model::{Claim, Event, Timeline};
use crate::tui::Rgb;

fn store(title: &str, dates: &[&str]) -> Store {
    let events = dates.iter().enumerate().map(|(place, date)| Event {
        id: format!("e{place}"),
        title: title.to_owned(),
        claims: vec![Claim {
            source: "s".to_owned(),
            date: (!date.is_empty()).then(|| (*date).to_owned()),
            ..Claim::default()
        }],
        ..Event::default()
    });
    let timeline = Timeline {
        title: Some(title.to_owned()),
        events: events.collect(),
        ..Timeline::default()
    };
    Store::new(timeline, Vec::new())
}

fn drawn(title: &str, dates: &[&str]) -> String {
    svg(
        store(title, dates),
        Pictured::Both,
        GroupBy::Actor,
        Ground::Auto,
    )
}

#[test]
fn every_text_is_escaped_and_made_visible() {
    let hostile = "<script>alert(1)</script> & \"x\" ]]> \u{202e}rtl \u{1b}[31m";
    let picture = drawn(hostile, &["2025-07-03", "2025-07-09"]);
    assert!(!picture.contains("<script"));
    assert!(picture.contains("&lt;script&gt;"));
    assert!(!picture.contains(['\u{202e}', '\u{1b}']));
    let letters = picture.chars();
    assert!(
        letters
            .into_iter()
            .all(|letter| letter == '\n' || !letter.is_control())
    );
}

#[test]
fn nothing_in_it_is_loaded_or_run() {
    let picture = drawn("Jembatan runtuh", &["2025-07-03"]);
    let addresses = picture.matches("http").count();
    assert_eq!(addresses, 1, "the namespace alone");
    for word in [
        "href",
        "url(",
        "@import",
        "<script",
        "onload",
        "<image",
        "<foreignObject",
    ] {
        assert!(!picture.contains(word), "{word}");
    }
}

#[test]
fn a_ground_is_drawn_as_asked_and_by_default_as_the_reader_has_it() {
    let of = |ground| {
        svg(
            store("x", &["2025"]),
            Pictured::Lanes,
            GroupBy::Actor,
            ground,
        )
    };
    assert!(of(Ground::Auto).contains("prefers-color-scheme: dark"));
    assert!(!of(Ground::Light).contains("prefers-color-scheme"));
    assert!(!of(Ground::Dark).contains("prefers-color-scheme"));
    assert!(of(Ground::Dark).contains("fill: #16181d"));
    assert!(!of(Ground::Light).contains("fill: #16181d"));
}

#[test]
fn what_is_planned_claimed_or_known_in_part_looks_otherwise() {
    let picture = drawn(
        "x",
        &[
            "2025-07-03",
            "[2025-06-11..2025-06-20]",
            "2025-05-01/2025-05-20",
        ],
    );
    assert!(picture.contains("class=\"point\""));
    assert!(picture.contains("class=\"within\""));
    assert!(picture.contains("class=\"lasted\""));
}

#[test]
fn an_empty_timeline_and_one_without_dates_are_drawn_too() {
    for dates in [&[][..], &[""][..]] {
        let picture = drawn("x", dates);
        assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>\n"));
    }
}

/// The colours of the style by name, for the light ground and for the dark one.
fn colours() -> [std::collections::BTreeMap<String, Rgb>; 2] {
    let style = include_str!("../../../assets/picture.css");
    let grounds = style.lines().filter(|line| line.starts_with(":root"));
    let read = |line: &str| {
        let inner = line.split_once('{').unwrap().1.split_once('}').unwrap().0;
        let pairs = inner
            .split(';')
            .filter_map(|pair| pair.trim().split_once(": #"));
        let byte = |hex: &str, at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
        pairs
            .map(|(name, hex)| {
                let colour = Rgb(byte(hex, 0), byte(hex, 2), byte(hex, 4));
                (name.trim_start_matches("--").to_owned(), colour)
            })
            .collect()
    };
    let mut grounds = grounds.map(read);
    [grounds.next().unwrap(), grounds.next().unwrap()]
}

#[test]
fn all_letters_have_the_contrast_that_wcag_asks_for() {
    for ground in colours() {
        for name in ["ink", "faint", "happened", "planned", "claimed", "back"] {
            for under in ["ground", "soft"] {
                let ratio = ground[name].contrast(ground[under]);
                assert!(ratio >= 4.5, "{name} on {under}: {ratio:.2}");
            }
        }
        assert!(ground["line"].contrast(ground["ground"]) >= 3.0);
    }
}
