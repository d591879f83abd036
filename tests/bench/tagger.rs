//! How fast temporal expressions are tagged on one core, beside a limit measured in the same run: reading every byte once.
//!
//! Run with `cargo bench --bench tagger`; `LINIMASA_BENCH_TEXT` names a text file to tag instead of made sentences.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use linimasa::extract::{Pack, TimesRules, timexes, tokens};
use linimasa::model::Day;

const SENTENCES: [&str; 6] = [
    "Bupati meresmikan jembatan gantung di tepi sungai itu pada Kamis (12/6/2025) pagi.",
    "Menurut dia, pembangunan dermaga memakan waktu sekitar dua tahun dan melibatkan ratusan pekerja dari tiga desa.",
    "Warga mengeluhkan harga sayur yang naik sejak awal bulan, sementara pedagang menunggu pasokan dari luar pulau.",
    "Rapat berikutnya dijadwalkan pukul 10.00 WIB di balai kota, dan akan dihadiri oleh para kepala dinas.",
    "Panitia menyebut jumlah pendaftar melampaui perkiraan, tetapi belum semua berkas selesai diperiksa.",
    "Ia menambahkan bahwa kapal yang rusak sudah ditarik ke galangan untuk diperbaiki bersama para teknisi.",
];

fn main() {
    let text = std::env::var("LINIMASA_BENCH_TEXT").map_or_else(
        |_| format!("{}\n", SENTENCES.join(" ")).repeat(4000),
        |path| std::fs::read_to_string(path).unwrap(),
    );
    let pack = Pack::built_in("id").unwrap();
    let rules = TimesRules::compile(&pack.language, &pack.times).unwrap();
    let published = Day::from_ymd(2025, 6, 12);
    let cut = tokens(&text);
    let count = timexes(&text, &cut, &|_| false, &rules, published).len();
    println!(
        "{} bytes, {} tokens, {count} timexes",
        text.len(),
        cut.len()
    );
    let rate = |what: &str, time: Duration| {
        let megabytes = text.len() as f64 / 1e6;
        println!("{what:<28} {:>8.1} MB/s", megabytes / time.as_secs_f64());
    };
    rate(
        "limit: read every byte",
        median(|| {
            black_box(
                text.bytes()
                    .fold(0_u64, |sum, byte| sum.rotate_left(1) ^ u64::from(byte)),
            );
        }),
    );
    rate("tokens", median(|| drop(black_box(tokens(&text)))));
    rate(
        "temporal tagger",
        median(|| {
            drop(black_box(timexes(
                &text,
                &cut,
                &|_| false,
                &rules,
                published,
            )));
        }),
    );
    let compiling = median(|| drop(black_box(TimesRules::compile("id", &pack.times))));
    println!(
        "{:<28} {:>8.2} ms",
        "compile the pack",
        compiling.as_secs_f64() * 1e3
    );
}

fn median(mut what: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..9)
        .map(|_| {
            let start = Instant::now();
            what();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap()
}
