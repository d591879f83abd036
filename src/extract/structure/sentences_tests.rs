//! Where sentences begin and end, as examples and as properties.

use proptest::prelude::*;

use super::*;
use crate::text::{Offsets, samples::wild};

const SEED: &str = include_str!("../../../seeds/000_f3226ebb9ab90383.txt");

fn words(text: &str) -> Vec<&str> {
    let spans = sentences(text).into_iter();
    spans.map(|span| &text[span.range]).collect()
}

/// The sentences of a paragraph below a headline.
fn below(paragraph: &str) -> Vec<String> {
    let text = format!("Judul\n{paragraph}\nAkhir.");
    let spans = sentences(&text);
    let inside = spans.iter().filter(|span| span.paragraph == 1);
    inside
        .map(|span| text[span.range.clone()].to_owned())
        .collect()
}

#[test]
fn the_seed_article_is_divided_as_a_reader_would() {
    let spans = sentences(SEED);
    let lines: Vec<&str> = SEED.lines().collect();
    let kinds: Vec<_> = spans.iter().map(|span| span.kind).collect();
    assert_eq!(kinds.len(), lines.len() + 1);
    assert_eq!(
        kinds[..5],
        [
            SpanKind::Kicker,
            SpanKind::Headline,
            SpanKind::Sentence,
            SpanKind::Dateline,
            SpanKind::Sentence
        ]
    );
    assert!(kinds[4..].iter().all(|kind| *kind == SpanKind::Sentence));
    assert_eq!(&SEED[spans[3].range.clone()], "TRIBUNNEWS.COM -");
    let offsets = Offsets::new(SEED);
    assert_eq!(offsets.char_of(SEED, spans[4].range.start), Some(261));
    assert_eq!(spans[4].paragraph, 3);
    for span in spans
        .iter()
        .filter(|span| !(3..5).contains(&span.paragraph))
    {
        assert_eq!(&SEED[span.range.clone()], lines[span.paragraph]);
    }
}

#[test]
fn sentences_end_where_the_next_one_begins() {
    assert_eq!(
        below("Ia pergi. Ia tiba! Benarkah? Ya… Tentu."),
        ["Ia pergi.", "Ia tiba!", "Benarkah?", "Ya…", "Tentu."]
    );
    assert_eq!(
        below("Ia pergi (kemarin.) Ia tiba."),
        ["Ia pergi (kemarin.)", "Ia tiba."]
    );
    assert_eq!(below("他来了。他走了。"), ["他来了。", "他走了。"]);
    assert_eq!(below("वह आया। वह गया।"), ["वह आया।", "वह गया।"]);
}

#[test]
fn numbers_abbreviations_and_domains_end_nothing() {
    for sentence in [
        "Rapat pukul 10.00 WIB di Jl. Merdeka No. 2 menelan Rp 1,25 miliar.",
        "Menurut Tribunnews.com dan Dr. H. Anwar, Joseph R. Biden hadir.",
        "The U.S. Congress met Gen. Smith on Jan. 3 in St. Petersburg.",
        "Ia berkata ... lalu diam.",
        "1. Putin menolak.",
    ] {
        assert_eq!(below(sentence), [sentence]);
    }
}

#[test]
fn a_quote_and_its_tail_are_one_sentence() {
    for sentence in [
        "“Tidak. Kami menolak,\" kata Ushakov.",
        "\"Kami menang! Kami pulang!\" kata dia.",
        "Dia berkata, \"Kami menang. Kami pulang.\"",
        "'I go. I come,' he said.",
    ] {
        assert_eq!(
            below(&format!("{sentence} Lalu ia pergi.")),
            [sentence, "Lalu ia pergi."]
        );
    }
    assert_eq!(
        below("“Tidak. Kami menolak, kata dia."),
        ["“Tidak.", "Kami menolak, kata dia."]
    );
    assert_eq!(
        below("Ia pergi. \"Ya.\" \"Tidak.\""),
        ["Ia pergi.", "\"Ya.\"", "\"Tidak.\""]
    );
}

#[test]
fn the_first_lines_are_titles_only_without_a_full_stop() {
    let kinds = |text: &str| {
        sentences(text)
            .iter()
            .map(|span| span.kind)
            .collect::<Vec<_>>()
    };
    use SpanKind::{Headline, Kicker, Sentence};
    assert_eq!(kinds("Satu.\nDua"), [Sentence, Sentence]);
    assert_eq!(kinds("\n Judul \n\nSatu."), [Headline, Sentence]);
    assert_eq!(
        kinds("Rubrik\r\nJudul\r\nTiga"),
        [Kicker, Headline, Sentence]
    );
    assert_eq!(kinds("Satu. Dua\nTiga"), [Sentence, Sentence, Sentence]);
    assert_eq!(kinds("TNI - Polri Bersatu\nSatu."), [Headline, Sentence]);
    assert_eq!(kinds(" \n"), []);
}

#[test]
fn a_dateline_is_no_part_of_the_sentence() {
    assert_eq!(
        words("Judul\nJAKARTA, KOMPAS.com — Ia pergi. Ia tiba."),
        ["Judul", "JAKARTA, KOMPAS.com —", "Ia pergi.", "Ia tiba."]
    );
}

/// Paragraphs of everything that has a say in where sentences end.
fn article() -> impl Strategy<Value = String> {
    prop_oneof![
        "([A-Za-z]{1,3}|[.!?…。\"“”'()] ?|[0-9]|\n|JKT - | ){0,60}",
        wild(),
        "\\PC{0,40}",
    ]
}

proptest! {
    #[test]
    fn spans_are_in_order_trimmed_and_leave_nothing_out(text in article()) {
        let mut at = 0;
        let mut paragraph = 0;
        for span in sentences(&text) {
            prop_assert!(text[at..span.range.start].chars().all(char::is_whitespace));
            let words = &text[span.range.clone()];
            prop_assert!(!words.is_empty() && words.trim() == words);
            prop_assert!(!words.contains('\n'));
            prop_assert!(span.paragraph >= paragraph);
            at = span.range.end;
            paragraph = span.paragraph;
        }
        prop_assert!(text[at..].chars().all(char::is_whitespace));
    }
}
