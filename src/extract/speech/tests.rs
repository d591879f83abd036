//! What the room for speech finds, in Indonesian and in a language that does not exist.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::extract::names::actors;
use crate::extract::reading::Lexicon;
use crate::extract::{Pack, sentences, tokens};

type Said = Vec<(String, Option<String>)>;

fn read(lexicon: &Lexicon, text: &str) -> (Said, Vec<[Option<String>; 3]>) {
    let words = Words::new(text, &tokens(text), &sentences(text), &|_| false, lexicon);
    let actors = actors(&words);
    let found = quotes(&words, &actors);
    let name = |at: Option<usize>| at.map(|at| actors[at].name.clone());
    let claims = attributions(&words, &actors, &found).into_iter();
    let said = found
        .iter()
        .map(|quote| (text[quote.range.clone()].to_owned(), name(quote.speaker)))
        .collect();
    (
        said,
        claims
            .map(|claim| [name(claim.said_by), name(claim.relaying), claim.via])
            .collect(),
    )
}

fn indonesian() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::new(&Pack::built_in("id").unwrap()))
}

fn said(text: &str) -> Said {
    read(indonesian(), text).0
}

fn pair(words: &str, speaker: &str) -> (String, Option<String>) {
    (
        words.to_owned(),
        (!speaker.is_empty()).then(|| speaker.to_owned()),
    )
}

#[test]
fn the_speaker_stands_behind_before_or_is_a_pronoun() {
    let text = "Kabar\n\"Sungai meluap sejak subuh,\" kata Lurah Cempaka, Hendro Pamungkas, Senin (2/6).\n\"Warga sudah mengungsi,\" ujarnya.\nMenurut dia, air mulai surut. \"Semoga begitu,\" kata dia.\nCamat Tri Wulandari menegaskan, “Bantuan segera tiba\".\n";
    assert_eq!(
        said(text),
        [
            pair("\"Sungai meluap sejak subuh,\"", "Hendro Pamungkas"),
            pair("\"Warga sudah mengungsi,\"", "Hendro Pamungkas"),
            pair("\"Semoga begitu,\"", "Hendro Pamungkas"),
            pair("“Bantuan segera tiba\"", "Tri Wulandari"),
        ]
    );
}

#[test]
fn quotes_alone_in_a_paragraph_and_divided_ones_have_the_last_speaker() {
    let text = "Kabar\n\"Kami menunggu,\" kata Wali Kota Rini Astari saat itu. \"Sebab izin belum terbit.\"\n\"Setelah itu pekerjaan dimulai lagi.\"\n";
    assert_eq!(
        said(text),
        [
            pair("\"Kami menunggu,\"", "Rini Astari"),
            pair("\"Sebab izin belum terbit.\"", "Rini Astari"),
            pair("\"Setelah itu pekerjaan dimulai lagi.\"", "Rini Astari"),
        ]
    );
}

#[test]
fn marks_that_never_close_end_before_the_verb() {
    let text = "Kabar\nKapolsek Bagus Wiratama datang.\n\"Pelaku sudah kami tahan, ungkapnya.\nKasus berlanjut.";
    assert_eq!(
        said(text),
        [pair("\"Pelaku sudah kami tahan,", "Bagus Wiratama")]
    );
}

#[test]
fn titles_and_doubtful_words_are_no_quotes() {
    assert!(
        said(
            "Kabar\nLagu \"Hujan di Bulan Kering\" dirilis kemarin. Pemain \"senior\" itu tampil."
        )
        .is_empty()
    );
}

#[test]
fn those_without_a_name_speak_too() {
    let text = "Kabar\n\"Kami dibawa ke mana?\" tanya warga kepada petugas.";
    assert_eq!(said(text), [pair("\"Kami dibawa ke mana?\"", "warga")]);
}

#[test]
fn claims_have_a_speaker_someone_relayed_and_an_outlet() {
    let text = "Kabar\nMenurut Bupati Ratna Kumala, jalan ditutup.\n\"Jalan dibuka besok,\" kata juru bicara Anton Prakoso, mengutip pernyataan Kumala.\nHarga naik, dikutip dari Harian Samudra.\n";
    let (_, claims) = read(indonesian(), text);
    let claim = |said: &str, relayed: &str, via: &str| {
        [said, relayed, via].map(|name| (!name.is_empty()).then(|| name.to_owned()))
    };
    assert_eq!(
        claims,
        [
            claim("Ratna Kumala", "", ""),
            claim("Anton Prakoso", "Ratna Kumala", ""),
            claim("", "", "Harian Samudra"),
        ]
    );
}

#[test]
fn another_language_is_another_pack() {
    let pack = Pack::parse(
        "language = \"x-invented\"\n[names]\nroles = [\"tarn\"]\n[speech]\nbefore_speaker = [\"sil\"]\npronoun_suffixes = [\"em\"]\n",
    )
    .unwrap();
    let (said, _) = read(
        &Lexicon::new(&pack),
        "Nuu\n«Loma ke tira,» sil tarn Miro Basek. «Dun,» silem.",
    );
    assert_eq!(
        said,
        [
            pair("«Loma ke tira,»", "Miro Basek"),
            pair("«Dun,»", "Miro Basek")
        ]
    );
}

#[test]
fn speakers_are_found_behind_passive_verbs_descriptions_and_other_nouns() {
    let speaker = |text: &str| said(text).pop().and_then(|(_, speaker)| speaker);
    let warga = "Kabar\n\"Harga turun tahun ini,\" tutur warga Tuban bernama Danu Wirasena (40).";
    assert_eq!(speaker(warga).as_deref(), Some("Danu Wirasena"));
    let passive = "Kabar\nHal itu juga dikatakan Danu Wirasena, seorang petani. \"Harga turun tahun ini,\" ucapnya.";
    assert_eq!(speaker(passive).as_deref(), Some("Danu Wirasena"));
    let pointed = "Kabar\nKementerian Luar Negeri Norwegia membantah. \"Itu tidak benar sama sekali,\" ungkap kementerian Norwegia tersebut.";
    assert_eq!(
        speaker(pointed).as_deref(),
        Some("Kementerian Luar Negeri Norwegia")
    );
    let apposed = "Kabar\n\"Harga turun tahun ini,\" kata Ketua Karang Taruna Mekarsari, Yasir.";
    assert_eq!(speaker(apposed).as_deref(), Some("Yasir"));
}

#[test]
fn a_quote_goes_on_behind_a_line_break_where_its_own_mark_closes_it() {
    let text = "Kabar\n“Harga turun tahun ini.\nMaka kami rugi,” kata Danu Wirasena.";
    assert_eq!(
        said(text),
        [pair(
            "“Harga turun tahun ini.\nMaka kami rugi,”",
            "Danu Wirasena"
        )]
    );
}

proptest! {
    #[test]
    fn any_text_is_read_the_same_twice_and_spans_hold(text in "([A-Z]?[a-z]{1,6}[ ,.\n]{0,2}|[\"“”„«»]|, kata |ujarnya|mengatakan, |\\PC){0,60}") {
        let words = Words::new(&text, &tokens(&text), &sentences(&text), &|_| false, indonesian());
        let actors = actors(&words);
        let found = quotes(&words, &actors);
        prop_assert_eq!(&found, &quotes(&words, &actors));
        for quote in &found {
            prop_assert!(text.get(quote.range.clone()).is_some_and(|words| !words.is_empty()));
            prop_assert!(quote.speaker.is_none_or(|speaker| speaker < actors.len()));
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        for claim in attributions(&words, &actors, &found) {
            prop_assert!(claim.via.is_none_or(|via| text.contains(&via)));
        }
    }
}
