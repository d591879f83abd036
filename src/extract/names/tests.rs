//! What the room for names finds, in Indonesian and in a language that does not exist.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::extract::reading::Lexicon;
use crate::extract::{Pack, sentences, tokens};

fn found_with(
    lexicon: &Lexicon,
    text: &str,
    skip: &dyn Fn(Range<usize>) -> bool,
) -> Vec<FoundActor> {
    let words = Words::new(text, &tokens(text), &sentences(text), skip, lexicon);
    actors(&words)
}

fn indonesian() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::new(&Pack::built_in("id").unwrap()))
}

pub(super) fn found(text: &str) -> Vec<FoundActor> {
    found_with(indonesian(), text, &|_| false)
}

pub(super) fn find<'a>(actors: &'a [FoundActor], name: &str) -> &'a FoundActor {
    let names: Vec<&str> = actors.iter().map(|actor| actor.name.as_str()).collect();
    let actor = actors.iter().find(|actor| actor.name == name);
    actor.unwrap_or_else(|| panic!("{name} is not among {names:?}"))
}

#[test]
fn rank_and_role_stay_outside_the_name() {
    let actors = found(
        "Kabar\nMenteri Perdagangan Malaysia Rustam Halimi bertemu Kapolda Banten Irjen Pol Danu Wirasena di Serang.",
    );
    let minister = find(&actors, "Rustam Halimi");
    assert_eq!(minister.kind, ActorKind::Person);
    assert_eq!(
        minister.mentions[0].role.as_deref(),
        Some("Menteri Perdagangan Malaysia")
    );
    assert!(minister.acts());
    assert_eq!(
        find(&actors, "Danu Wirasena").mentions[0].role.as_deref(),
        Some("Kapolda Banten Irjen Pol")
    );
    assert_eq!(find(&actors, "Serang").kind, ActorKind::Place);
}

#[test]
fn a_place_between_role_and_name_is_known_by_its_other_places() {
    let actors = found(
        "Kabar\nWali Kota Randupira Hilda Wongso meninjau pasar. Bantuan tiba di Randupira, kata Wongso.",
    );
    let mayor = find(&actors, "Hilda Wongso");
    assert_eq!(
        mayor.mentions[0].role.as_deref(),
        Some("Wali Kota Randupira")
    );
    assert_eq!(mayor.aliases, ["Wongso"]);
    let actors = found("Kabar\nWali Kota Randupira Hilda Wongso meninjau pasar.");
    find(&actors, "Randupira Hilda Wongso");
}

#[test]
fn emphasis_says_nothing() {
    let actors = found(
        "Kabar\nGudang di **Randupira** terbakar. Wali Kota Randupira __Hilda Wongso__ menutup pasar bersama *Polri*.",
    );
    let names: Vec<&str> = actors.iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names, ["Randupira", "Hilda Wongso", "Polri"]);
}

#[test]
fn short_names_abbreviations_and_other_names_are_aliases() {
    let actors = found(
        "Kabar\nLembaga Pemantau Sungai Citarum (LPSC) melaporkan Yanuar Wicaksana alias Bono ke polisi. LPSC menilai Wicaksana lalai. Bono membantah.",
    );
    assert_eq!(
        find(&actors, "Lembaga Pemantau Sungai Citarum").aliases,
        ["LPSC"]
    );
    assert_eq!(
        find(&actors, "Yanuar Wicaksana").aliases,
        ["Bono", "Wicaksana"]
    );
}

#[test]
fn capitals_stand_for_their_states_and_slips_for_their_names() {
    let actors = found(
        "Kabar\nNorwegia menyambut Gregor Malinkov. Oslo menegaskan sikapnya. Malinkov menolak. Malinkov pulang. Malikov menambahkan hal lain.",
    );
    assert_eq!(find(&actors, "Norwegia").aliases, ["Oslo"]);
    assert_eq!(
        find(&actors, "Gregor Malinkov").aliases,
        ["Malinkov", "Malikov"]
    );
}

#[test]
fn headlines_and_cited_outlets_name_nobody() {
    let actors =
        found("Warga Rela Antre Demi Beras Murah\nHarga naik, dikutip dari Harian Samudra.");
    assert!(actors.is_empty(), "{actors:?}");
}

#[test]
fn pronouns_are_mentions_of_the_last_speaker() {
    let actors =
        found("Kabar\nBupati Ratna Kumala mengatakan hujan reda. Ia meminta warga waspada.");
    let forms: Vec<MentionForm> = find(&actors, "Ratna Kumala")
        .mentions
        .iter()
        .map(|mention| mention.form)
        .collect();
    assert_eq!(forms, [MentionForm::Full, MentionForm::Pronoun]);
}

#[test]
fn those_who_act_without_a_name_are_actors() {
    let actors = found(
        "Kabar\nTiga orang tak dikenal membawa kabur motor. Para pedagang ikan di Tuban mengeluh. Keluarga melapor. Harga ikan naik, kata pedagang.",
    );
    let strangers = find(&actors, "Tiga orang tak dikenal");
    assert_eq!(strangers.kind, ActorKind::Person);
    assert!(strangers.acts());
    let traders = find(&actors, "pedagang ikan");
    assert_eq!(
        traders.aliases,
        [
            "Para pedagang ikan",
            "pedagang ikan di Tuban",
            "Para pedagang ikan di Tuban",
            "pedagang"
        ]
    );
    assert_eq!(traders.mentions.len(), 2);
    assert!(find(&actors, "Keluarga").acts());
}

#[test]
fn a_noun_that_belongs_to_a_name_or_to_another_noun_is_nobody_new() {
    let actors = found(
        "Kabar\nSopir truk Danu Wirasena ditahan polisi. Danu Wirasena (40), warga Tuban, mengaku lelah. Rumah warga rusak.",
    );
    let names: Vec<&str> = actors.iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names, ["Danu Wirasena", "polisi", "Tuban"]);
    assert!(find(&actors, "polisi").mentions[0].agent);
    assert!(find(&actors, "Danu Wirasena").mentions[1].subject);
}

#[test]
fn verbs_and_small_words_say_what_part_a_name_has() {
    let actors = found(
        "Kabar\nBupati Ratna Kumala menghubungi Gubernur Danu Wirasena bersama Camat Hadi Purnama. Lalu harga saham Sinar Laut naik.",
    );
    assert!(find(&actors, "Ratna Kumala").mentions[0].subject);
    let part = |name| {
        let mention = &find(&actors, name).mentions[0];
        (mention.subject, mention.object, mention.companion)
    };
    assert_eq!(part("Danu Wirasena"), (false, true, false));
    assert_eq!(part("Hadi Purnama"), (false, false, true));
    assert!(
        actors
            .iter()
            .all(|actor| actor.name != "Sinar Laut" || !actor.acts())
    );
}

#[test]
fn shorter_forms_of_people_bodies_and_regions_are_theirs() {
    let actors = found(
        "Kabar\nThomas Adi Wiranata dan Yayasan Sungai Bersih (CRF) bertemu di Desa Wanasari. Tom Wiranata mengaku puas. CRF menilai Wanasari siap. Menteri Agus Harimawan Yudana Putra datang. AHYP menyapa warga.",
    );
    assert_eq!(
        find(&actors, "Thomas Adi Wiranata").aliases,
        ["Tom Wiranata"]
    );
    assert_eq!(find(&actors, "Yayasan Sungai Bersih").aliases, ["CRF"]);
    assert_eq!(find(&actors, "Desa Wanasari").aliases, ["Wanasari"]);
    assert_eq!(
        find(&actors, "Agus Harimawan Yudana Putra").aliases,
        ["AHYP"]
    );
}

#[test]
fn kinds_are_told_from_the_words_in_and_around_a_name() {
    let actors = found(
        "Kabar\nBank of Meridian melapor. Warga Cikaliwu resah. Menurut Salampessa, KLM Wanasari rugi. Nusaraya Indonesia bangkrut. Camat Ratna Kumala-Danu Wirasena hadir. Mahfud MD menilai Gus Wirasa benar.",
    );
    let kind = |name| find(&actors, name).kind;
    assert_eq!(kind("Bank of Meridian"), ActorKind::Organisation);
    assert_eq!(kind("Cikaliwu"), ActorKind::Place);
    assert_eq!(kind("Salampessa"), ActorKind::Person);
    assert_eq!(kind("KLM Wanasari"), ActorKind::Organisation);
    assert_eq!(kind("Nusaraya Indonesia"), ActorKind::Organisation);
    assert_eq!(kind("Ratna Kumala"), ActorKind::Person);
    assert_eq!(kind("Danu Wirasena"), ActorKind::Person);
    assert_eq!(kind("Mahfud MD"), ActorKind::Person);
    assert_eq!(find(&actors, "Wirasa").aliases, ["Gus Wirasa"]);
}

#[test]
fn works_and_products_are_nobody_and_unsure_names_say_so() {
    let actors = found(
        "Kabar\nFilm Jejak Hujan tayang. Sutradara Danu Wirasena membuat film Jejak Hujan. Kembang Setaman memukau.",
    );
    let names: Vec<(&str, bool)> = actors
        .iter()
        .map(|actor| (actor.name.as_str(), actor.sure))
        .collect();
    assert_eq!(names, [("Danu Wirasena", true), ("Kembang Setaman", false)]);
    let actors = found("Kabar\nKarya sutradara Hujan 2: Sembilu Wiranu Balkesi memukau.");
    let name = find(&actors, "Wiranu Balkesi");
    assert_eq!(
        name.mentions[0].role.as_deref(),
        Some("sutradara Hujan 2: Sembilu")
    );
}

#[test]
fn words_that_stick_together_are_parted_by_the_rest_of_the_text() {
    let actors = found(
        "Kabar\nBupati Ratna Kumalamenegaskan hal itu. Kumala pulang ke Dunia China. PrajuritTimnas Indonesia datang.",
    );
    assert_eq!(find(&actors, "Ratna Kumala").aliases, ["Kumala"]);
}

#[test]
fn roles_nouns_that_point_back_and_headlines_name_known_actors() {
    let text = "Kumala Tutup Pasar Wanasari\nMenteri Perdagangan Ratna Kumala menutup pasar. Rapat dihadiri Menteri Perdagangan. PT Sinar Laut rugi. Perusahaan itu menolak. Pejabat membela Kumala.";
    let actors = found(text);
    let places = |name| -> Vec<&str> {
        let mentions = find(&actors, name).mentions.iter();
        mentions
            .map(|mention| &text[mention.range.clone()])
            .collect()
    };
    assert_eq!(
        places("Ratna Kumala"),
        ["Kumala", "Ratna Kumala", "Menteri Perdagangan", "Kumala"]
    );
    assert_eq!(places("PT Sinar Laut"), ["PT Sinar Laut", "Perusahaan itu"]);
    assert!(find(&actors, "PT Sinar Laut").mentions[1].subject);
}

#[test]
fn another_language_is_another_pack() {
    let pack = Pack::parse(
        "language = \"x-invented\"\n[names]\nroles = [\"tarn\"]\norganisations = [\"gild\"]\nordinary = [\"ul\"]\npronouns = [\"ze\"]\nverb_prefixes = [\"ka\"]\ncountries = [{ name = \"Velm\", capitals = [\"Orro\"] }]\n",
    )
    .unwrap();
    let actors = found_with(
        &Lexicon::new(&pack),
        "Nuu\nUl tarn Miro Basek kalomi gild Hanto. Ze kasumi Velm. Orro kalomi.",
        &|_| false,
    );
    assert_eq!(find(&actors, "Miro Basek").mentions.len(), 2);
    assert_eq!(find(&actors, "Velm").aliases, ["Orro"]);
}

proptest! {
    #[test]
    fn any_text_is_read_the_same_twice_and_verbatim(text in "([A-Z]?[a-z]{1,6}[ ,.\n\"“”()-]{0,2}|kata |ia |Presiden |\\PC){0,60}") {
        let first = found(&text);
        prop_assert_eq!(&first, &found(&text));
        for actor in &first {
            prop_assert!(text.contains(&actor.name));
            prop_assert!(actor.aliases.iter().all(|alias| text.contains(alias.as_str())));
            prop_assert!(actor.mentions.iter().all(|mention| text.get(mention.range.clone()).is_some_and(|words| !words.is_empty())));
        }
    }

    #[test]
    fn boilerplate_changes_nothing_else(advert in "[A-Z][a-z]{2,8} [A-Z][a-z]{2,8} mengatakan [a-z]{3,8}\\.") {
        let text = "Kabar\nCamat Dewi Larasati meninjau pasar.\nLarasati meminta pedagang pindah.";
        let with = text.replace("pasar.\n", &format!("pasar.\n{advert}\n"));
        let at = with.find(&advert).unwrap();
        let read = found_with(indonesian(), &with, &|range| range.start >= at && range.end <= at + advert.len());
        let names = |actors: &[FoundActor]| actors.iter().map(|actor| (actor.name.clone(), actor.aliases.clone(), actor.mentions.len())).collect::<Vec<_>>();
        prop_assert_eq!(names(&read), names(&found(text)));
    }
}
