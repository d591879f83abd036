//! What the room for speech finds, in Indonesian and in a language that does not exist.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::extract::names::actors;
use crate::extract::reading::Lexicon;
use crate::extract::{Pack, sentences, tokens};

pub(super) type Said = Vec<(String, Option<String>)>;

pub(super) fn read(lexicon: &Lexicon, text: &str) -> (Said, Vec<[Option<String>; 3]>) {
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

pub(super) fn pair(words: &str, speaker: &str) -> (String, Option<String>) {
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

fn speaker(text: &str) -> Option<String> {
    said(text).pop().and_then(|(_, speaker)| speaker)
}

#[test]
fn the_one_who_says_something_keeps_the_word() {
    let busy = "Kabar\nLurah Hendro Pamungkas mengungkap kebakaran itu terjadi dini hari. Sementara Yusuf Aditama memadamkan api dengan ember.\n\"Tidak ada korban dalam kebakaran ini,\" paparnya.";
    assert_eq!(speaker(busy).as_deref(), Some("Hendro Pamungkas"));
    let place = "Kabar\nBantuan itu, menurut Hendro Pamungkas, sangat berarti bagi warga. Acara dihadiri Lurah Yusuf Aditama.\n\"Kami berterima kasih sekali,\" tegasnya.";
    assert_eq!(speaker(place).as_deref(), Some("Hendro Pamungkas"));
    let passive = "Kabar\n\"Harga naik,\" kata Yusuf Aditama.\nHal senada disampaikan Ketua Koperasi Hendro Pamungkas.\n\"Kami rugi besar bulan ini,\" ujarnya.";
    assert_eq!(speaker(passive).as_deref(), Some("Hendro Pamungkas"));
    let pronoun = "Kabar\n\"Harga naik,\" kata Yusuf Aditama.\nPetani lain, Hendro Pamungkas, juga menanam jagung. Dia berharap harga stabil.\n\"Kami rugi besar bulan ini,\" ujarnya.";
    assert_eq!(speaker(pronoun).as_deref(), Some("Hendro Pamungkas"));
}

#[test]
fn those_who_are_introduced_with_their_age_or_before_a_colon_speak() {
    let aged = "Kabar\n\"Harga naik,\" kata Yusuf Aditama.\nSementara itu, Hendro Pamungkas (45), warga asal Tuban, justru baru datang.\n\"Kami rugi besar bulan ini,\" ujarnya.";
    assert_eq!(speaker(aged).as_deref(), Some("Hendro Pamungkas"));
    let listed = "Kabar\n\"Pencuri itu kabur,\" kata Yusuf Aditama.\nDua orang, Hendro Pamungkas (24) dan Danu Wirasena (31), ditahan.\n\"Kami masih mencari yang lain,\" tambahnya.";
    assert_eq!(speaker(listed).as_deref(), Some("Yusuf Aditama"));
    let colon = "Kabar\nYusuf Aditama (pelatih): \"Kami siap menang besok.\"";
    assert_eq!(speaker(colon).as_deref(), Some("Yusuf Aditama"));
    let by = "Kabar\n\"Harga naik,\" kata Yusuf Aditama.\nDitegaskan olehnya, jalan Desa Cempaka ditutup.\n\"Kami rugi besar bulan ini,\" ujarnya.";
    assert_eq!(speaker(by).as_deref(), Some("Yusuf Aditama"));
}

#[test]
fn the_first_quotes_of_a_text_may_wait_for_their_verb() {
    let text = "Kabar\nGudang itu terbakar tadi malam.\n\"Menurut pemilik, kerugian besar sekali.\"\n\"Sebab isinya kayu mahal,\" kata Hendro Pamungkas.";
    assert_eq!(
        said(text).first(),
        Some(&pair(
            "\"Menurut pemilik, kerugian besar sekali.\"",
            "Hendro Pamungkas"
        ))
    );
}

#[test]
fn those_who_are_only_present_do_not_take_the_word() {
    let text = "Kabar\nKetua Koperasi Hendro Pamungkas menyambut pembukaan pasar itu. Turut hadir Bupati Yusuf Aditama dan warga.\nDia menyatakan pasar itu membantu petani.\n\"Kami mendukung pasar ini,\" tegasnya.";
    assert_eq!(speaker(text).as_deref(), Some("Hendro Pamungkas"));
}

#[test]
fn a_body_has_the_word_where_nobody_else_has() {
    let text = "Kabar\nMenurut Kementerian Perhubungan, jalan itu ditutup.\n\"Jalan ini ditutup sampai besok pagi,\" ungkapnya.";
    assert_eq!(speaker(text).as_deref(), Some("Kementerian Perhubungan"));
}

#[test]
fn rare_and_misspelt_verbs_of_saying_are_told_by_their_place() {
    let name =
        "Kabar\nLurah Hendro Pamungkas hadir.\n\"Semoga panen kali ini melimpah,\" tutup Hendro.";
    assert_eq!(speaker(name).as_deref(), Some("Hendro Pamungkas"));
    let pronoun =
        "Kabar\nLurah Hendro Pamungkas hadir.\n\"Semoga panen kali ini melimpah,\" ujrnya.";
    assert_eq!(speaker(pronoun).as_deref(), Some("Hendro Pamungkas"));
    let thus = "Kabar\n\"Pelanggan mendapat ganti rugi penuh,\" demikian pernyataan Kementerian Perhubungan.";
    assert_eq!(speaker(thus).as_deref(), Some("Kementerian Perhubungan"));
}

#[test]
fn offices_stand_before_their_holders_and_for_them() {
    let parted = "Kabar\n\"Kurangi gula dalam makanan,\" kata Peneliti dan Dokter Ahli, Prof. Dr. dr. Hendro Pamungkas, Senin (2/6).";
    assert_eq!(speaker(parted).as_deref(), Some("Hendro Pamungkas"));
    let far = "Kabar\n\"Kami membuka cabang baru,\" ujar direktur perusahaan kopi di kota itu, Hendro Pamungkas, kemarin.";
    assert_eq!(speaker(far).as_deref(), Some("Hendro Pamungkas"));
    let alone = "Kabar\nGubernur Hendro Pamungkas datang. Yusuf Aditama menyambut.\n\"Kami membuka jalan baru,\" kata Gubernur.";
    assert_eq!(speaker(alone).as_deref(), Some("Hendro Pamungkas"));
}

#[test]
fn accounts_belong_to_those_whose_name_they_hold() {
    let text = "Kabar\nPenyanyi Hendro Pamungkas batal tampil.\n\"Maaf semuanya, saya sakit,\" tulis @hendropamungkas di akunnya.";
    assert_eq!(speaker(text).as_deref(), Some("Hendro Pamungkas"));
}

#[test]
fn names_of_programmes_are_no_speech_and_headlines_may_call() {
    let text = "Kabar\nLurah Hendro Pamungkas mengatakan, bantuan itu bagian dari program \"Desa Terang Nusantara Jaya\" tahun ini.";
    assert!(said(text).is_empty());
    let call = "\"Tolak Pabrik Itu!\" Warga Turun ke Jalan\nRibuan orang datang.";
    assert_eq!(said(call), [pair("\"Tolak Pabrik Itu!\"", "")]);
}

#[test]
fn damaged_unclosed_and_broken_marks_are_read() {
    let damaged = "Kabar\n\u{fffd}Kami menunggu kabar,\u{fffd} ucap Hendro Pamungkas.";
    assert_eq!(
        said(damaged),
        [pair(
            "\u{fffd}Kami menunggu kabar,\u{fffd}",
            "Hendro Pamungkas"
        )]
    );
    let unclosed = "Kabar\nLihat “Kabar Desa kemarin. Panen gagal. “Kami menunggu kabar,” ucap Hendro Pamungkas.";
    assert_eq!(
        said(unclosed).pop(),
        Some(pair("“Kami menunggu kabar,”", "Hendro Pamungkas"))
    );
    let doubled = "Kabar\n''Kami menunggu kabar,'' ucap Hendro Pamungkas.";
    assert_eq!(
        said(doubled),
        [pair("''Kami menunggu kabar,''", "Hendro Pamungkas")]
    );
    let broken = "Kabar\n\"Menurut warga (di desa).\nKami menunggu\nkabar dari kota,\" kata Hendro Pamungkas.";
    assert_eq!(said(broken).len(), 1);
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

#[test]
fn neither_a_place_nor_a_thing_says_what_a_sentence_tells() {
    let text = "Festival Dibuka\nPasar Rimba Lestari mencatat lonjakan pengunjung, menurut panitia.\n\
        Di Kota Rimba, Lintang Asih mengatakan festival akan berlangsung tiga hari.";
    let words = Words::new(
        text,
        &tokens(text),
        &sentences(text),
        &|_| false,
        indonesian(),
    );
    let actors = actors(&words);
    for claim in attributions(&words, &actors, &quotes(&words, &actors)) {
        if let Some(speaker) = claim.said_by {
            assert_ne!(
                actors[speaker].kind,
                crate::extract::names::ActorKind::Place
            );
        }
    }
}
