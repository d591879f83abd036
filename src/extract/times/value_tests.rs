//! What a reader gets for each kind of Indonesian expression.

use super::*;
use crate::extract::pack::Pack;
use crate::extract::tokens::tokens;
use crate::model::Day;

fn rules() -> TimesRules {
    let pack = Pack::built_in("id").unwrap();
    TimesRules::compile(&pack.language, &pack.times).unwrap()
}

pub(super) fn read(text: &str, published: Option<&str>) -> Vec<Timex> {
    let published = published.map(|day| crate::model::Date::parse(day).unwrap().bounds().earliest);
    timexes(text, &tokens(text), &|_| false, &rules(), published)
}

pub(super) fn values(text: &str) -> Vec<String> {
    let found = read(text, Some("2025-07-03"));
    let show = |timex: &Timex| {
        let modifier = timex.modifier.map_or("", crate::model::Modifier::word);
        format!("{}={} {modifier}", &text[timex.range.clone()], timex.value)
    };
    found
        .iter()
        .map(|timex| show(timex).trim_end().to_owned())
        .collect()
}

/// Published on Thursday, 3 July 2025.
#[test]
fn expressions_have_their_extents_and_values() {
    let cases: [(&str, &[&str]); 40] = [
        (
            "Rapat dibuka Kamis (3/7/2025).",
            &["Kamis (3/7/2025)=2025-07-03"],
        ),
        ("Rapat dibuka Kamis (3/7).", &["Kamis (3/7)=2025-07-03"]),
        (
            "Rapat dibuka Rabu (2/7/2025) malam.",
            &["Rabu (2/7/2025) malam=2025-07-02TNI"],
        ),
        (
            "Panen raya pada 16 Mei dan 2 Juni.",
            &["16 Mei=2025-05-16", "2 Juni=2025-06-02"],
        ),
        (
            "Pameran 2-5 Juni di balai.",
            &["2-5 Juni=2025-06-02/2025-06-05"],
        ),
        (
            "Libur 24 Juli hingga 3 Agustus.",
            &["24 Juli hingga 3 Agustus=2025-07-24/2025-08-03"],
        ),
        (
            "Libur 28 Desember hingga 3 Januari 2026.",
            &["28 Desember hingga 3 Januari 2026=2025-12-28/2026-01-03"],
        ),
        (
            "Lomba 17 dan 18 Juni 2025.",
            &["17=2025-06-17", "18 Juni 2025=2025-06-18"],
        ),
        ("Ia dilantik Januari lalu.", &["Januari lalu=2025-01"]),
        (
            "Ia pergi awal Juni lalu.",
            &["awal Juni lalu=2025-06 START"],
        ),
        ("Panen pertengahan Juni.", &["pertengahan Juni=2025-06 MID"]),
        ("Selesai pada akhir tahun.", &["akhir tahun=2025 END"]),
        (
            "Rapat hari Jumat berikutnya.",
            &["hari Jumat berikutnya=2025-07-04"],
        ),
        ("Ia tiba kemarin.", &["kemarin=2025-07-02"]),
        ("Hujan turun semalam.", &["semalam=2025-07-02TNI"]),
        ("Ia tiba Rabu dini hari.", &["Rabu dini hari=2025-07-02TNI"]),
        (
            "Buka pukul 10.00 WIB, Jumat (4/7/2025).",
            &[
                "pukul 10.00 WIB=2025-07-04T10:00+07:00",
                "Jumat (4/7/2025)=2025-07-04",
            ],
        ),
        (
            "Rabu (2/7/2025) malam hujan, lalu pukul 01.30 banjir.",
            &[
                "Rabu (2/7/2025) malam=2025-07-02TNI",
                "pukul 01.30=2025-07-03T01:30",
            ],
        ),
        ("Ia datang jam 8 malam.", &["jam 8 malam=2025-07-03T20:00"]),
        ("Harga naik pekan lalu.", &["pekan lalu=2025-W26"]),
        ("Harga naik bulan depan.", &["bulan depan=2025-08"]),
        ("Harga naik tahun ini.", &["tahun ini=2025"]),
        (
            "Gempa 5 Juni. Dua hari kemudian ia pulang.",
            &["5 Juni=2025-06-05", "Dua hari kemudian=2025-06-07"],
        ),
        (
            "Gempa 5 Juni. Keesokan harinya ia pulang.",
            &["5 Juni=2025-06-05", "Keesokan harinya=2025-06-06"],
        ),
        (
            "Gempa 5 Juni 2024, saat itu malam.",
            &["5 Juni 2024=2024-06-05", "saat itu=2024-06-05"],
        ),
        ("Lagu era 1990-an itu.", &["era 1990-an=199"]),
        ("Masjid abad ke-18.", &["abad ke-18=17"]),
        (
            "Selama dua puluh lima menit.",
            &["dua puluh lima menit=PT25M"],
        ),
        (
            "Selama lebih dari tiga tahun.",
            &["lebih dari tiga tahun=P3Y MORE_THAN"],
        ),
        ("Selama 2 jam 30 menit.", &["2 jam 30 menit=PT2H30M"]),
        (
            "Sekitar setengah jam.",
            &["Sekitar setengah jam=PT30M APPROX"],
        ),
        ("Ia berlatih setiap Senin.", &["setiap Senin=XXXX-WXX-1"]),
        ("Iuran per bulan naik.", &["per bulan=P1M"]),
        ("Dua tahun lalu ia pindah.", &["Dua tahun lalu=2023"]),
        ("Laba kuartal II 2025 naik.", &["kuartal II 2025=2025-Q2"]),
        ("Laba paruh kedua 2025 naik.", &["paruh kedua 2025=2025-H2"]),
        ("Pada 2017-2019 ia di sana.", &["2017-2019=2017/2019"]),
        ("Kini ia di sini.", &["Kini=PRESENT_REF"]),
        (
            "Oktober tahun lalu ia pergi.",
            &["Oktober tahun lalu=2024-10"],
        ),
        (
            "Selasa pekan ini ia pergi.",
            &["Selasa pekan ini=2025-07-01"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(values(text), expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_date_is_none() {
    for text in [
        "Menurut UU Nomor 12 Tahun 2011 hal itu sah.",
        "Klub itu juara musim 2024/2025.",
        "Petani berusia 25 tahun itu tertawa.",
        "Sari (29) tertawa.",
        "Harganya Rp 2025 saja.",
        "Nomornya 0812-2025-1999.",
        "Skornya 21-18 dan 12-21.",
        "Ada 2000 orang di alun-alun.",
        "Mohon tunggu terlebih dahulu.",
    ] {
        assert_eq!(values(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn bounds_follow_the_words() {
    let edtf = |text| read(text, Some("2025-07-03"))[0].edtf.clone();
    assert_eq!(
        edtf("pertengahan Juni").as_deref(),
        Some("[2025-06-11..2025-06-20]")
    );
    assert_eq!(
        edtf("awal tahun 2022").as_deref(),
        Some("[2022-01-01..2022-04-30]")
    );
    assert_eq!(edtf("2-5 Juni").as_deref(), Some("2025-06-02/2025-06-05"));
    assert_eq!(
        edtf("pekan ini").as_deref(),
        Some("[2025-06-30..2025-07-06]")
    );
    assert_eq!(
        edtf("Kamis (3/7/2025) pukul 10.00 WIB").as_deref(),
        Some("2025-07-03T10:00+07:00")
    );
    assert_eq!(edtf("saat ini"), None);
    assert_eq!(edtf("dua hari"), None);
}

#[test]
fn a_weekday_that_is_not_the_dates_is_flagged_and_the_date_kept() {
    let found = read("Rabu (3/7/2025)", None);
    assert_eq!(found[0].value, "2025-07-03");
    assert!(found[0].weekday_disagrees);
    assert!(!read("Kamis (3/7/2025)", None)[0].weekday_disagrees);
}

#[test]
fn the_reader_learns_what_was_counted_from() {
    let found = read(
        "Ia pergi 5 Juni. Dua hari kemudian, sehari setelah kapal tiba, ia pulang. Besok ia bicara.",
        Some("2025-07-03"),
    );
    let counted: Vec<Counted> = found.iter().map(|timex| timex.relative_to).collect();
    let expected = [
        Counted::Publication,
        Counted::Timex(0),
        Counted::Event,
        Counted::Publication,
    ];
    assert_eq!(counted, expected);
    assert_eq!(found[2].value, "P1D");
    assert_eq!(&*found[3].rule, "id.relative-day");
    assert_eq!(found[3].basis, Basis::Relative);
}

#[test]
fn without_a_publication_date_unknown_digits_stay_open() {
    let value = |text| read(text, None)[0].value.clone();
    assert_eq!(value("Kamis (3/7)"), "XXXX-07-03");
    assert_eq!(value("kemarin"), "XXXX-XX-XX");
    assert_eq!(value("pekan lalu"), "XXXX-WXX");
    assert_eq!(value("3 Juli 2025"), "2025-07-03");
}

#[test]
fn boilerplate_is_left_alone() {
    let text = "Kemarin hujan. Baca juga: banjir besok";
    let from = text.find("Baca").unwrap();
    let skip = |range: std::ops::Range<usize>| range.start >= from;
    let day = Day::from_ymd(2025, 7, 3);
    assert_eq!(timexes(text, &tokens(text), &skip, &rules(), day).len(), 1);
}
