//! What becomes of articles of several houses, as examples, and what holds for any text.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::extract::Pack;
use crate::text::samples::wild;

static RULES: LazyLock<StructureRules> =
    LazyLock::new(|| StructureRules::new(&Pack::built_in("id").unwrap().structure));

fn rules() -> &'static StructureRules {
    &RULES
}

fn kinds(text: &str) -> Vec<(SpanKind, &str)> {
    let spans = structure(text, rules()).spans.into_iter();
    spans.map(|span| (span.kind, &text[span.range])).collect()
}

/// What is left when everything but the sentences is taken away.
fn body(text: &str) -> Vec<&str> {
    let kept = kinds(text).into_iter();
    kept.filter(|(kind, _)| *kind == SpanKind::Sentence)
        .map(|(_, words)| words)
        .collect()
}

const SEED: &str = include_str!("../../../seeds/000_f3226ebb9ab90383.txt");

#[test]
fn the_seed_article_has_its_parts() {
    use SpanKind::{Boilerplate, Dateline, Headline, Kicker, Sentence};
    let built = structure(SEED, rules());
    let parts = kinds(SEED);
    assert_eq!(parts[0].0, Kicker);
    assert_eq!(parts[1].0, Headline);
    assert_eq!(parts[3], (Dateline, "TRIBUNNEWS.COM -"));
    let last: Vec<SpanKind> = parts.iter().rev().take(4).map(|(kind, _)| *kind).collect();
    assert_eq!(last, [Boilerplate, Boilerplate, Boilerplate, Sentence]);
    assert!(
        parts
            .iter()
            .any(|(kind, words)| *kind == Boilerplate && words.starts_with("Baca juga:"))
    );
    assert_eq!(built.publisher.as_deref(), Some("TRIBUNNEWS.COM"));
    assert_eq!(built.author.as_deref(), Some("Farra"));
    assert_eq!(
        built.dateline.map(|range| &SEED[range]),
        Some("TRIBUNNEWS.COM -")
    );
}

#[test]
fn adverts_links_tags_and_notices_are_no_sentences() {
    let text = "Pasar Lama Solo Dibuka Lagi\nSolo\n-\nPasar itu dibuka pagi ini.\nSCROLL TO CONTINUE WITH CONTENT\n\
        Baca juga:\nWarga Solo Sambut Pasar Lama dengan Kirab\nPedagang senang.\nADVERTISEMENT\n[Gambas:Video 20detik]\n\
        \"Kami kembali,\" kata Sari.\nSimak juga Video: Kirab Pasar Lama Solo\n(abc/def)\npasar lama\nsolo\nberita solo";
    assert_eq!(
        body(text),
        [
            "Pasar itu dibuka pagi ini.",
            "Pedagang senang.",
            "\"Kami kembali,\" kata Sari."
        ]
    );
    assert!(kinds(text).contains(&(SpanKind::Dateline, "Solo\n-")));
    let text = "Judul\nIa pulang.\nIkuti saluran WhatsApp Kabarkini agar tidak ketinggalan.\nEditor: Budi\nSumber: Kabarkini";
    assert_eq!(body(text), ["Ia pulang."]);
}

#[test]
fn a_day_below_a_link_heads_the_next_part() {
    let text = "Kronologi Banjir di Solo\nAir naik sejak pagi.\nBaca juga:\nWarga Solo Diminta Waspada Banjir Susulan\n\
        Jumat, 24 Mei 2024\nTanggul di hulu retak.";
    assert_eq!(
        body(text),
        [
            "Air naik sejak pagi.",
            "Jumat, 24 Mei 2024",
            "Tanggul di hulu retak."
        ]
    );
}

#[test]
fn a_link_inside_a_paragraph_ends_where_the_sentence_resumes() {
    let long = "Wali kota meninjau pasar itu bersama para pedagang yang sudah lama menunggu tempat baru mereka di sana.";
    let text = format!(
        "SOLO - {long}Baca juga: Pasar Lama Solo Terbakar Dua Kali Pedagang berharap pasar itu segera selesai. {long}"
    );
    assert_eq!(
        body(&text),
        [long, "Pedagang berharap pasar itu segera selesai.", long]
    );
    let text = format!(
        "SOLO - {long} Baca Juga: Kapan Pasar Lama Dibuka? Menurut dia, pasar itu selesai tahun depan. {long}"
    );
    assert_eq!(
        body(&text)[1],
        "Menurut dia, pasar itu selesai tahun depan."
    );
}

#[test]
fn a_sentence_that_lost_its_links_to_lines_of_their_own_is_one() {
    let text = "Judul Berita\nPasar Lama\ndi kota\nSolo\n, seperti ditulis\nKabarkini\n, dibuka.\nWarga senang.";
    let found = body(text);
    assert_eq!(found.len(), 2);
    assert!(found[0].ends_with("dibuka."), "{found:?}");
    let list = "Para Pemenang Lomba Kampung di Solo\nPemenangnya:\n1. Sari\n2. Budi\nSusunan Acara\nAcara dibuka wali kota.";
    assert_eq!(body(list).len(), 5);
}

#[test]
fn a_headline_may_ask_and_exclaim() {
    for headline in [
        "Apa Itu Pasar Lama?",
        "Pasar Dibuka! Siapa yang Datang?",
        "Klik di Sini! Harga Tiket Pasar Lama",
    ] {
        assert_eq!(
            kinds(&format!("{headline}\nIa tiba. Ia pulang."))[0],
            (SpanKind::Headline, headline)
        );
    }
    assert_eq!(
        kinds("Ia tiba. Apa kabar?\nIa pulang.")[0].0,
        SpanKind::Sentence
    );
}

#[test]
fn bylines_and_signatures_name_the_writer() {
    let text = "Judul\nLaporan Wartawan Kabarkini.com, Sari Dewi\nKABARKINI.COM, SOLO - Ia pulang.\n(Lainnya.com/Budi)";
    let built = structure(text, rules());
    assert_eq!(built.author.as_deref(), Some("Sari Dewi"));
    assert_eq!(built.publisher.as_deref(), Some("KABARKINI.COM"));
    assert_eq!(built.spans[1].kind, SpanKind::Byline);
    assert_eq!(body(text), ["Ia pulang."]);
    let built = structure("Judul\nSolo (ANTARA) - Ia pulang.", rules());
    assert_eq!(built.publisher.as_deref(), Some("ANTARA"));
}

#[test]
fn a_glued_signature_is_cut_from_the_last_sentence() {
    assert_eq!(
        body("Judul\nIa pulang.\n\"Ya,\" katanya.(rls)"),
        ["Ia pulang.", "\"Ya,\" katanya."]
    );
    assert_eq!(
        body("Judul\nIa bertemu rekannya (Budi)."),
        ["Ia bertemu rekannya (Budi)."]
    );
}

#[test]
fn a_whole_article_on_one_line_is_divided() {
    let text = "SOLO - Rapat di Jl. S. Parman No. 2 dimulai pukul 10.00 WIB.Biayanya Rp 1,25 juta.\"Kami siap. Kami hadir,\" \
        kata Budi Santoso, M.Si. kemarin. Kemudian ia pulang ke www.Kabar.Com.Baru saja.";
    assert_eq!(
        body(text),
        [
            "Rapat di Jl. S. Parman No. 2 dimulai pukul 10.00 WIB.",
            "Biayanya Rp 1,25 juta.",
            "\"Kami siap. Kami hadir,\" kata Budi Santoso, M.Si. kemarin.",
            "Kemudian ia pulang ke www.Kabar.Com.Baru saja.",
        ]
    );
}

#[test]
fn markdown_does_not_confuse_the_structure() {
    let text = "---\ntitle: Pasar\ndate: 2025-06-03\n---\n# Pasar Lama Dibuka\n\nIa **pulang.** **Sari** tiba. [Budi](https://a.example/b.c) pergi.\n\n\
        ## Kronologi\n\n_Rapat_ dimulai.\n\n---\nWarga senang.";
    let found = kinds(text);
    assert!(
        found[..4]
            .iter()
            .all(|(kind, _)| *kind == SpanKind::Boilerplate),
        "{found:?}"
    );
    assert_eq!(found[4], (SpanKind::Headline, "# Pasar Lama Dibuka"));
    assert_eq!(
        body(text),
        [
            "Ia **pulang.**",
            "**Sari** tiba.",
            "[Budi](https://a.example/b.c) pergi.",
            "## Kronologi",
            "_Rapat_ dimulai.",
            "Warga senang."
        ]
    );
}

#[test]
fn without_a_pack_the_general_rules_remain() {
    let text = "Judul\nSOLO - Ia pulang.\nBaca juga: Lain\n(abc/def)";
    let built = structure(text, &StructureRules::new(&Default::default()));
    let kinds: Vec<SpanKind> = built.spans.iter().map(|span| span.kind).collect();
    use SpanKind::{Boilerplate, Dateline, Headline, Sentence};
    assert_eq!(kinds, [Headline, Dateline, Sentence, Sentence, Boilerplate]);
}

/// Lines of an article and of what stands beside it.
fn page() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        3 => "[A-Z][a-z]{1,6}( [a-z]{1,6}){0,5}\\.",
        2 => "[A-Z][a-z]{1,6}( [A-Z][a-z]{1,6}){0,6}",
        1 => "[a-z]{1,6}( [a-z]{1,6}){0,2}",
        3 => proptest::sample::select(vec![
            "Baca juga:", "Baca juga: Satu Dua Tiga Empat Lima", "ADVERTISEMENT", "(abc/def)", "(*)", "Editor: Sari",
            "Laporan Wartawan Kabar.com, Sari", "Ia pergi.Baca juga: Satu Dua Tiga", "Ia tiba.(rls)", "SOLO - Ia tiba.",
            "Ikuti kami di Kabar", "Solo", "-", ", lalu pulang.", "[Gambas:Video]", "Foto: Sari", "Artikel Terkait Solo",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(line, 0..14).prop_map(|lines| lines.join("\n"))
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        page(),
        wild(),
        "\\PC{0,60}",
        "([A-Za-z]{1,3}|[.!?…\"“”'()/*-] ?|[0-9]|\n|Baca juga: |JKT - ){0,60}"
    ]
}

proptest! {
    #[test]
    fn every_visible_character_stands_in_exactly_one_span(text in any_text()) {
        let mut at = 0;
        let mut paragraph = 0;
        for span in structure(&text, rules()).spans {
            prop_assert!(text[at..span.range.start].chars().all(char::is_whitespace));
            let words = &text[span.range.clone()];
            prop_assert!(!words.is_empty() && words.trim() == words);
            prop_assert!(span.paragraph >= paragraph);
            at = span.range.end;
            paragraph = span.paragraph;
        }
        prop_assert!(text[at..].chars().all(char::is_whitespace));
    }

    #[test]
    fn deleting_boilerplate_changes_no_other_kind(text in page()) {
        let mut without = text.clone();
        let mut kept = Vec::new();
        for span in structure(&text, rules()).spans.iter().rev() {
            if span.kind == SpanKind::Boilerplate {
                without.replace_range(span.range.clone(), "");
            } else {
                kept.push((span.kind, text[span.range.clone()].to_owned()));
            }
        }
        kept.reverse();
        let tight = |words: &str| words.split_whitespace().collect::<String>();
        let left = structure(&without, rules()).spans;
        // Sentences may join where a link between them is gone; what each word is stays.
        let flat = |spans: Vec<(SpanKind, String)>| -> Vec<(SpanKind, char)> {
            spans.iter().flat_map(|(kind, words)| tight(words).chars().map(|c| (*kind, c)).collect::<Vec<_>>()).collect()
        };
        let left = left.into_iter().map(|span| (span.kind, without[span.range].to_owned())).collect();
        prop_assert_eq!(flat(left), flat(kept));
    }
}
