//! What a reader gets for expressions that depend on what was told before, and for the forms that go with them. Expressions
//! that stand for themselves are in `value_tests`.

use super::value_tests::{read, values};

fn all_are(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(values(text), *expected, "{text}");
    }
}

/// Published on Thursday, 3 July 2025.
#[test]
fn a_clock_belongs_to_the_day_told_of_and_not_to_the_day_of_speaking() {
    all_are(&[
        (
            "Gudang itu terbakar Senin (30/6/2025).\n\"Api besar,\" kata Budi, Rabu (2/7/2025).\nPukul 10.00 api padam.",
            &[
                "Senin (30/6/2025)=2025-06-30",
                "Rabu (2/7/2025)=2025-07-02",
                "Pukul 10.00=2025-06-30T10:00",
            ],
        ),
        (
            "Kata Budi saat ditemui, Rabu (2/7/2025), gudang sepi.\nPukul 10.00 api padam.",
            &["Rabu (2/7/2025)=2025-07-02", "Pukul 10.00=2025-07-02T10:00"],
        ),
        (
            "Budi mengungkapkan kepada wartawan bahwa kapal karam pada Senin (30/6/2025). Pukul 9 malam kapal terlihat.",
            &[
                "Senin (30/6/2025)=2025-06-30",
                "Pukul 9 malam=2025-06-30T21:00",
            ],
        ),
        (
            "Kapal karam pada Senin (30/6/2025).\n\"Ombak tinggi,\" ujar Sari, Rabu (2/7/2025).\nKeesokan harinya nelayan tiba.",
            &[
                "Senin (30/6/2025)=2025-06-30",
                "Rabu (2/7/2025)=2025-07-02",
                "Keesokan harinya=2025-07-01",
            ],
        ),
    ]);
}

#[test]
fn that_time_is_the_date_told_just_before_and_else_the_past() {
    all_are(&[
        (
            "Kapal karam pada Senin (30/6/2025).\nPada saat itu ombak tinggi.",
            &["Senin (30/6/2025)=2025-06-30", "saat itu=2025-06-30"],
        ),
        (
            "\"Ombak tinggi,\" ujar Sari, Rabu (2/7/2025).\nKetika itu nelayan tidur.",
            &["Rabu (2/7/2025)=2025-07-02", "Ketika itu=PAST_REF"],
        ),
        (
            "Tas itu dibuat pada 1984 oleh perajin saat itu, tulis Sari, Rabu (2/7/2025).",
            &["1984=1984", "saat itu=1984", "Rabu (2/7/2025)=2025-07-02"],
        ),
        (
            "Ia menjabat pada 2004-2009. Saat itu desa sepi.",
            &["2004-2009=2004/2009", "Saat itu=PAST_REF"],
        ),
    ]);
}

#[test]
fn a_weekday_with_a_word_for_it_or_after_a_day_ahead_lies_ahead() {
    all_are(&[
        (
            "Hari Rabu nanti babak delapan besar, hari Kamis semifinal.",
            &["Hari Rabu nanti=2025-07-09", "hari Kamis=2025-07-10"],
        ),
        (
            "Ia diperiksa hari Senin besok.",
            &["hari Senin besok=2025-07-07"],
        ),
        (
            "Untuk pengiriman Agustus harga turun dari Rabu.",
            &["Agustus=2025-08", "Rabu=2025-07-02"],
        ),
        (
            "\"Kami akan datang,\" kata Budi, Rabu.",
            &["Rabu=2025-07-02"],
        ),
        ("Kami akan datang Rabu.", &["Rabu=2025-07-09"]),
    ]);
}

#[test]
fn a_part_of_the_day_alone_is_one_of_the_day_told_just_before() {
    all_are(&[
        (
            "Wali kota tiba Rabu (2/7/2025).\nIa melihat antrean pada siang hari.",
            &["Rabu (2/7/2025)=2025-07-02", "siang hari=2025-07-02TAF"],
        ),
        ("Kopi mengganggu tidur pada malam hari.", &[]),
        (
            "Rapat digelar 5 Juni. Malam harinya mereka makan bersama.",
            &["5 Juni=2025-06-05", "Malam harinya=2025-06-05TNI"],
        ),
    ]);
}

#[test]
fn a_day_told_with_its_year_gives_the_year_where_it_comes_again() {
    all_are(&[
        (
            "Serangan 7 Oktober 2023 melukai banyak orang. Keluarga korban serangan 7 Oktober berkumpul.",
            &["7 Oktober 2023=2023-10-07", "7 Oktober=2023-10-07"],
        ),
        (
            "Ia lahir 1 Juli 1990. Pameran dibuka 1 Juli.",
            &["1 Juli 1990=1990-07-01", "1 Juli=2025-07-01"],
        ),
    ]);
}

#[test]
fn clocks_have_ranges_halves_of_the_day_and_places() {
    all_are(&[
        (
            "Buka pukul 07.00-13.00 WIB.",
            &["pukul 07.00-13.00 WIB=2025-07-03T07:00+07:00/2025-07-03T13:00+07:00"],
        ),
        (
            "Jaga pukul 18.00 sore hingga pukul 06.00 pagi waktu setempat.",
            &[
                "pukul 18.00 sore hingga pukul 06.00 pagi waktu setempat=2025-07-03T18:00/2025-07-04T06:00",
            ],
        ),
        (
            "Tiba pukul 1.02 PM, pulang pukul 12.10 AM.",
            &[
                "pukul 1.02 PM=2025-07-03T13:02",
                "pukul 12.10 AM=2025-07-03T00:10",
            ],
        ),
        (
            "Tutup pukul 19:00 BST.",
            &["pukul 19:00 BST=2025-07-03T19:00+01:00"],
        ),
        (
            "Antre sejak jam lima pagi.",
            &["jam lima pagi=2025-07-03T05:00"],
        ),
    ]);
}

#[test]
fn what_names_one_day_twice_is_one_expression() {
    all_are(&[
        (
            "Ramalan besok, Jumat, 4 Juli 2025.",
            &["besok, Jumat, 4 Juli 2025=2025-07-04"],
        ),
        (
            "Balapan malam ini, Kamis (3/7/2025), di stadion.",
            &["malam ini, Kamis (3/7/2025)=2025-07-03TNI"],
        ),
        (
            "Lomba hari, Senin (30/6/2025).",
            &["hari, Senin (30/6/2025)=2025-06-30"],
        ),
        (
            "Sidang digelar Rabu kemarin (2/7/2025).",
            &["Rabu kemarin (2/7/2025)=2025-07-02"],
        ),
    ]);
}

#[test]
fn amounts_keep_what_belongs_to_them_and_no_more() {
    all_are(&[
        (
            "Ekspor lima bulan pertama tahun 2025 turun.",
            &["lima bulan pertama tahun 2025=2025-01/2025-05"],
        ),
        ("Gratis untuk 3 bulan pertama.", &["3 bulan pertama=P3M"]),
        (
            "Ia bekerja di sana 4 tahun lebih.",
            &["4 tahun lebih=P4Y MORE_THAN"],
        ),
        ("Ia tiba 2 jam lebih awal.", &["2 jam=PT2H"]),
        ("Dipakai sehari-hari.", &[]),
        ("Presiden ke-8 hari ini tiba.", &["hari ini=2025-07-03"]),
        (
            "BANDUNG, Kabar -Dua hari yang lalu hujan turun.",
            &["Dua hari yang lalu=2025-07-01"],
        ),
        (
            "Gaji ke-13 tahun anggaran 2023 cair.",
            &["tahun anggaran 2023=2023"],
        ),
        ("Usianya sudah menginjak 32 tahun.", &[]),
        (
            "Warga bubar.\nBeberapa hari terakhir desa sepi.",
            &["Beberapa hari terakhir=PXD"],
        ),
    ]);
}

#[test]
fn the_past_is_told_by_dulu_where_it_is_no_word_of_order() {
    all_are(&[
        ("Jalan ini dulu pernah ramai.", &["dulu=PAST_REF"]),
        ("Pasar yang dulunya sepi.", &["dulunya=PAST_REF"]),
        ("Warga yang dulu pergi telah pulang.", &["dulu=PAST_REF"]),
        ("Ia lebih dulu pulang. Makan dulu, ya.", &[]),
    ]);
}

#[test]
fn a_weekend_without_a_direction_is_the_last_that_has_begun() {
    all_are(&[
        ("Ia menang pada akhir pekan.", &["akhir pekan=2025-W26-WE"]),
        (
            "Ia akan tampil pada akhir pekan.",
            &["akhir pekan=2025-W27-WE"],
        ),
        ("Pakaian untuk bersantai di akhir pekan.", &[]),
    ]);
}

#[test]
fn first_months_are_bounds_and_the_day_of_a_clock_is_shown() {
    let edtf = |text| read(text, Some("2025-07-03"))[0].edtf.clone();
    assert_eq!(
        edtf("lima bulan pertama tahun 2025").as_deref(),
        Some("2025-01/2025-05")
    );
    assert_eq!(edtf("pukul 1.02 PM").as_deref(), Some("2025-07-03T13:02"));
}
