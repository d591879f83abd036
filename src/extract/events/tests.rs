//! Which events are made of which words, on invented sentences.

use crate::extract::{FoundEvent, Language, Pack, PartRole, Recognised, recognise};
use crate::model::{Date, Status};

fn read(text: &str, published: &str) -> Recognised {
    let language = Language::new(Pack::built_in("id").unwrap()).unwrap();
    let day = Date::parse(published).unwrap().bounds().earliest;
    recognise(text, &language, Some(day), None)
}

fn dates(found: &Recognised) -> Vec<&str> {
    let dated = found.events.iter();
    dated.filter_map(|event| event.date.as_deref()).collect()
}

fn event<'a>(found: &'a Recognised, date: &str) -> &'a FoundEvent {
    let mut events = found.events.iter();
    let event = events.find(|event| event.date.as_deref() == Some(date));
    event.unwrap_or_else(|| panic!("{date} is not among {:?}", found.events))
}

fn sentences<'a>(text: &'a str, found: &Recognised, event: &FoundEvent) -> Vec<&'a str> {
    let spans = event.evidence.iter();
    spans
        .map(|place| &text[found.structure.spans[*place].range.clone()])
        .collect()
}

const BRIDGE: &str = "Jembatan Rimba Ditutup Sementara\n\
    RIMBA - Wali Kota Rimba Sekar Wulandari menutup jembatan lama pada Senin (4/3/2024).\n\
    Penutupan tersebut dilakukan karena retakan di tiang utara.\n\
    \"Keselamatan warga lebih penting,\" kata Sekar di balai kota, Selasa (5/3/2024).\n\
    Jembatan itu diresmikan pada 12 Agustus 1987.\n\
    Perbaikan dijadwalkan dimulai pada 1 April 2024.";

#[test]
fn each_date_of_something_that_happens_makes_an_event_and_the_date_of_a_statement_none() {
    let found = read(BRIDGE, "2024-03-05");
    assert_eq!(dates(&found), ["2024-03-04", "1987-08-12", "2024-04-01"]);
    let main: Vec<bool> = found.events.iter().map(|event| event.main).collect();
    assert_eq!(main.iter().filter(|main| **main).count(), 1);
    assert!(event(&found, "2024-03-04").main);
    assert_eq!(event(&found, "2024-04-01").status, Status::Planned);
    assert_eq!(event(&found, "1987-08-12").status, Status::Happened);
}

#[test]
fn undated_sentences_go_to_the_event_that_they_name_again() {
    let found = read(BRIDGE, "2024-03-05");
    let told = sentences(BRIDGE, &found, event(&found, "2024-03-04"));
    assert!(
        told.contains(&"Penutupan tersebut dilakukan karena retakan di tiang utara."),
        "{told:?}"
    );
}

#[test]
fn a_statement_is_the_event_where_it_is_the_news() {
    let text = "Pakar Ramal Panen Kopi Membaik\n\
        \"Panen kopi tahun depan akan jauh lebih baik,\" kata pakar pertanian Damar Wicaksono, Rabu (6/3/2024).";
    let found = read(text, "2024-03-06");
    let main = event(&found, "2024-03-06");
    assert!(main.main);
    assert_eq!(main.status, Status::Happened);
}

#[test]
fn what_something_is_compared_with_does_not_happen() {
    let text = "Harga Kedelai Naik\n\
        Harga kedelai di pasar Rimba naik pada Senin (4/3/2024), tertinggi sejak Juli 2021.\n\
        Kenaikan itu lebih besar dibandingkan Februari 2023.";
    assert_eq!(dates(&read(text, "2024-03-05")), ["2024-03-04"]);
}

#[test]
fn what_has_lasted_since_a_day_began_on_it() {
    let text = "Pabrik Gula Rimba Tutup\n\
        Pabrik gula Rimba resmi tutup pada Senin (4/3/2024).\n\
        Damar Wicaksono telah memimpin pabrik itu sejak tahun 2003.";
    assert!(dates(&read(text, "2024-03-05")).contains(&"2003"));
}

#[test]
fn a_wish_is_no_event() {
    let text = "Petani Rimba Panen Raya\n\
        Petani Rimba memulai panen raya pada Senin (4/3/2024).\n\
        \"Semoga tahun 2025 hasilnya lebih banyak lagi,\" ujar petani Damar Wicaksono.";
    assert_eq!(dates(&read(text, "2024-03-05")), ["2024-03-04"]);
}

#[test]
fn a_week_gives_way_to_the_day_in_it_that_tells_of_the_same() {
    let text = "Festival Lampion Rimba Dibuka\n\
        Festival lampion Rimba dibuka pekan lalu.\n\
        Pembukaan festival lampion itu berlangsung meriah pada Jumat (1/3/2024).";
    let found = read(text, "2024-03-05");
    assert_eq!(dates(&found), ["2024-03-01"]);
    assert_eq!(event(&found, "2024-03-01").times.len(), 2);
}

#[test]
fn vague_words_are_not_taken_for_a_day_that_stands_elsewhere() {
    let text = "Dua Kota Berunding\n\
        Kota Rimba dan Kota Karang berunding soal air pada 2 Februari 2024.\n\
        Perundingan soal air di Rimba awal Februari lalu dikabarkan berjalan alot.";
    let found = read(text, "2024-03-05");
    assert_eq!(dates(&found), ["2024-02-02", "[2024-02-01..2024-02-10]"]);
}

#[test]
fn two_ends_of_a_stretch_are_one_event() {
    let text = "Kapten Rimba Pensiun\n\
        Kapten tim Rimba mengumumkan pensiun pada Senin (4/3/2024).\n\
        Ia membela tim nasional pada tahun 1996 sampai 2003.";
    assert!(dates(&read(text, "2024-03-05")).contains(&"1996/2003"));
}

#[test]
fn without_a_date_in_its_words_the_main_event_is_about_the_day_of_publication() {
    let text = "Rimba Punya Taman Baru\n\
        Kota Rimba kini memiliki taman baru di tepi sungai.\n\
        Taman itu dilengkapi jalur sepeda.";
    let found = read(text, "2024-03-05");
    let main = found.events.iter().find(|event| event.main).unwrap();
    assert_eq!(main.date.as_deref(), Some("2024-03-05~"));
    assert_eq!((&*main.rule, main.times.len()), ("id.publication", 0));
}

#[test]
fn a_day_counted_from_the_main_event_says_so() {
    let text = "Dua Presiden Bertemu di Rimba\n\
        Presiden Karang Joyo Santika bertemu Presiden Muara Lintang Asih di Rimba pada Kamis (7/3/2024).\n\
        Pertemuan ini berlangsung sehari setelah Muara menarik pasukannya dari perbatasan.";
    let found = read(text, "2024-03-08");
    let counted = event(&found, "2024-03-06");
    let base = counted.counts_from.unwrap();
    assert_eq!(found.events[base].date.as_deref(), Some("2024-03-07"));
    assert_eq!(counted.title, "Muara menarik pasukannya dari perbatasan");
}

#[test]
fn a_length_of_time_counts_from_the_event_that_its_words_name() {
    let text = "Gudang Beras di Rimba Terbakar\n\
        Gudang beras di Rimba terbakar pada Kamis (7/3/2024).\n\
        Sidang terhadap pemilik gudang dimulai pada 20 Mei 2024.\n\
        Dua hari setelah kebakaran, polisi menangkap mandor gudang itu.\n\
        Wali kota menutup pasar sebulan sebelum sidang dimulai.\n\
        Tiga hari setelah pernikahan, hujan turun.";
    let found = read(text, "2024-05-30");
    let arrest = event(&found, "2024-03-09");
    let base = arrest.counts_from.unwrap();
    assert_eq!(found.events[base].date.as_deref(), Some("2024-03-07"));
    assert_eq!(arrest.title, "polisi menangkap mandor gudang itu");
    let closing = event(&found, "2024-04");
    let base = closing.counts_from.unwrap();
    assert_eq!(found.events[base].date.as_deref(), Some("2024-05-20"));
    assert_eq!(closing.title, "Wali kota menutup pasar");
    assert_eq!(
        found
            .events
            .iter()
            .filter(|event| event.date.is_some())
            .count(),
        4
    );
}

#[test]
fn what_comes_before_a_date_is_on_none_of_its_days() {
    let text = "Gudang di Rimba Terbakar\n\
        Gudang di Rimba terbakar pada Kamis (7/3/2024). Gudang itu dibangun sebelum tahun 1991.\n\n\
        Wali kota akan membuka pasar sebelum April 2024.";
    let found = read(text, "2024-03-08");
    assert_eq!(
        dates(&found),
        ["2024-03-07", "[..1990-12-31]", "[..2024-03-31]"]
    );
    assert_eq!(event(&found, "[..1990-12-31]").title, "Gudang itu dibangun");
}

#[test]
fn in_direct_speech_yesterday_is_the_day_before_it_was_spoken() {
    let text = "Warga Rimba Mengungsi\n\
        Ribuan warga Rimba mengungsi akibat banjir.\n\
        \"Air naik kemarin,\" kata Camat Rimba Damar Wicaksono, Senin (4/3/2024).";
    let found = read(text, "2024-03-09");
    let yesterday = found
        .times
        .iter()
        .find(|timex| &text[timex.range.clone()] == "kemarin");
    assert_eq!(yesterday.unwrap().edtf.as_deref(), Some("2024-03-03"));
}

#[test]
fn what_counts_from_words_in_direct_speech_moves_with_them() {
    let text = "Banjir Rimba Surut\n\
        \"Warga mengungsi kemarin,\" kata Camat Rimba Damar Wicaksono, Rabu (6/3/2024).\n\
        Dua hari kemudian air mulai surut.";
    let found = read(text, "2024-03-09");
    let day = |words: &str| {
        let timex = found
            .times
            .iter()
            .find(|timex| &text[timex.range.clone()] == words);
        timex.and_then(|timex| timex.edtf.as_deref())
    };
    assert_eq!(day("kemarin"), Some("2024-03-05"));
    let later = found
        .times
        .iter()
        .position(|timex| &text[timex.range.clone()] == "Dua hari kemudian");
    let later = &found.times[later.unwrap()];
    if let crate::extract::Counted::Timex(base) = later.relative_to {
        let days = |edtf: &str| Date::parse(edtf).unwrap().bounds().earliest;
        let base = days(found.times[base].edtf.as_deref().unwrap());
        assert_eq!(days(later.edtf.as_deref().unwrap()).since(base), 2);
    }
}

#[test]
fn a_line_that_only_names_a_day_dates_what_follows_and_is_no_evidence() {
    let text = "Kronologi Hilangnya Perahu Nelayan Rimba\n\
        Sebuah perahu nelayan hilang selama dua hari di perairan Rimba.\n\
        Senin, 4 Maret 2024\n\
        Perahu itu berangkat dari dermaga lama.\n\
        Rabu, 6 Maret 2024\n\
        Perahu itu ditemukan di dekat Pulau Karang.";
    let found = read(text, "2024-03-07");
    let told = sentences(text, &found, event(&found, "2024-03-04"));
    assert!(
        told.contains(&"Perahu itu berangkat dari dermaga lama."),
        "{told:?}"
    );
    assert!(!told.contains(&"Senin, 4 Maret 2024"), "{told:?}");
}

#[test]
fn who_acts_takes_part_and_who_speaks_of_it_does_not() {
    let text = "Menteri Resmikan Pelabuhan\n\
        Menteri Perhubungan Joyo Santika meresmikan pelabuhan Rimba pada Senin (4/3/2024).\n\
        Menurut Lintang Asih, kapal pertama akan bersandar pada 20 Maret 2024.";
    let found = read(text, "2024-03-05");
    let names = |event: &FoundEvent| -> Vec<(String, PartRole)> {
        let parts = event.actors.iter();
        parts
            .map(|part| (found.actors[part.actor].name.clone(), part.role))
            .collect()
    };
    let opening = names(event(&found, "2024-03-04"));
    assert!(
        opening.contains(&("Joyo Santika".to_owned(), PartRole::Agent)),
        "{opening:?}"
    );
}

#[test]
fn a_deed_without_a_date_is_kept_without_one() {
    let text = "Wali Kota Rimba Mundur\n\
        Wali Kota Rimba Sekar Wulandari mundur pada Senin (4/3/2024).\n\
        Harga beras di kota tetangga stabil.\n\
        Stok beras juga aman.\n\
        Gubernur Karang Joyo Santika menolak usulan pemekaran provinsi.";
    let found = read(text, "2024-03-05");
    let undated: Vec<&str> = found
        .events
        .iter()
        .filter(|event| event.date.is_none())
        .map(|event| event.title.as_str())
        .collect();
    assert_eq!(
        undated,
        ["Gubernur Karang Joyo Santika menolak usulan pemekaran provinsi"]
    );
}

#[test]
fn titles_leave_out_what_introduces_the_clause_and_its_date() {
    let text = "Rimba Bangun Waduk\n\
        Pemerintah Rimba memulai pembangunan waduk pada Senin (4/3/2024).\n\
        Sebelumnya, pada 3 Januari 2024, warga Karang memblokir jalan menuju lokasi.";
    let found = read(text, "2024-03-05");
    assert_eq!(
        event(&found, "2024-01-03").title,
        "warga Karang memblokir jalan menuju lokasi"
    );
}

#[test]
fn an_older_event_that_names_the_same_thing_is_none_of_the_main_one() {
    let found = read(BRIDGE, "2024-03-05");
    let told = sentences(BRIDGE, &found, event(&found, "2024-03-04"));
    let older = "Jembatan itu diresmikan pada 12 Agustus 1987.";
    assert!(!told.contains(&older), "{told:?}");
}

#[test]
fn what_lay_between_two_dates_has_both_ends() {
    let text = "Gudang Kopi Rimba Disita\n\
        RIMBA - Polisi menyita gudang kopi milik Budi Santoso di Rimba pada Senin (4/3/2024).\n\
        Budi Santoso menimbun kopi di gudang itu antara Mei 2021 dan Juli 2022.";
    let found = read(text, "2024-03-05");
    assert!(dates(&found).contains(&"2021-05/2022-07"), "{found:?}");
}

#[test]
fn what_begins_with_a_day_ahead_is_planned_also_where_the_day_of_publication_is_inferred() {
    let text = "JAKARTA - Polisi menahan seorang pejabat bernama Andi Wijaya pada Selasa (14/4/2026) di rumahnya.\n\n\
        Besok, KPK akan memeriksa Budi Santoso. Pada Jumat (17/4), KPK dijadwalkan menggeledah kantor itu.\n\n\
        Sidang perdana digelar pekan depan di Jakarta.";
    let language = Language::new(Pack::built_in("id").unwrap()).unwrap();
    let found = recognise(text, &language, None, None);
    let status = |date: &str| {
        let mut events = found.events.iter();
        let event = events.find(|event| event.date.as_deref() == Some(date));
        event.map(|event| event.status)
    };
    assert_eq!(status("2026-04-14"), Some(Status::Happened));
    for date in ["2026-04-15", "2026-04-17", "2026-04-20/2026-04-26"] {
        let others = [date.to_owned(), format!("[{}]", date.replace('/', ".."))];
        let planned = others
            .iter()
            .any(|date| status(date) == Some(Status::Planned));
        assert!(planned, "{date}: {:?}", found.events);
    }
}
