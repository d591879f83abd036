//! What a caller that opens an input gets: records from any file that holds some, or one clear fault.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use super::*;
use crate::format::stream::{LeanRecord, Limits, RecordKind, detail, read_block};
use crate::model::{Fault, FaultKind};

const NATIVE: &str = "{\"timeline\":{\"format\":\"linimasa/1\"}}\n{\"event\":{\"id\":\"a\",\"title\":\"The ferry sails\"}}\n{\"event\":{\"id\":\"b\",\"title\":\"It lands\"}}\n";
const TABLE: &str = "date,title\n2024-01-05,The ferry sails\n2024-01-06,It lands\n";

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::default());
    writer.write_all(text).unwrap();
    writer.finish().unwrap()
}

fn zstd(text: &[u8]) -> Vec<u8> {
    compress_to_vec(text, CompressionLevel::Fastest)
}

/// Titles of the events, each read in full from the file it is kept in, then faults.
fn read(mut opened: Opened, name: &str) -> Vec<String> {
    let mut told = Vec::new();
    let mut places = Vec::new();
    for block in opened.blocks.by_ref() {
        match block {
            Err(fault) => told.push(fault.to_string()),
            Ok(block) => {
                read_block(&opened.kind, &block, &mut |entry| match entry {
                    Err(damaged) => told.push(damaged.fault(name).to_string()),
                    Ok(entry) => {
                        if let LeanRecord::Event(event) = &entry.record {
                            told.push(event.title.to_string());
                            places.push((
                                entry.at,
                                block.line_of(entry.at),
                                event.title.to_string(),
                            ));
                        }
                    }
                });
            }
        }
    }
    for (at, line, title) in places {
        let mut record = vec![0; at.length as usize];
        std::os::unix::fs::FileExt::read_exact_at(&opened.file, &mut record, at.offset).unwrap();
        let detail = detail(&opened.kind, &record, name, line).unwrap();
        assert_eq!(detail.event.title, title);
    }
    told
}

fn opened(input: Result<Input, Fault>) -> Opened {
    match input.unwrap() {
        Input::Records(opened) => *opened,
        Input::Other(_) => panic!("no records"),
    }
}

fn from_stdin(bytes: &[u8]) -> Result<Input, Fault> {
    let options = Options::default();
    open_reader(Cursor::new(bytes.to_vec()), "standard input", &options)
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    fn open(&self, name: &str, bytes: &[u8]) -> Result<Input, Fault> {
        open(&self.file(name, bytes), &Options::default())
    }
}

#[test]
fn files_of_every_kind_are_known_by_their_names_or_their_content() {
    let folder = Folder::new();
    let json = "{\n\"format\":\"linimasa/1\",\"events\":[{\"id\":\"a\",\"title\":\"The ferry sails\"},{\"id\":\"b\",\"title\":\"It lands\"}]}";
    let objects = "{\"date\":\"2024-01-05\",\"title\":\"The ferry sails\"}\n{\"date\":\"2024-01-06\",\"title\":\"It lands\"}\n";
    let tabs = TABLE.replace(',', "\t");
    for (name, text) in [
        ("a.jsonl", NATIVE),
        ("a", NATIVE),
        ("a.JSON", json),
        ("b", json),
        ("a.csv", TABLE),
        ("b.csv", &TABLE.replace(',', ";")),
        ("c", TABLE),
        ("a.tsv", &tabs),
        ("b.jsonl", objects),
        ("d", objects),
    ] {
        let opened = opened(folder.open(name, text.as_bytes()));
        assert!(
            opened.path.is_some(),
            "{name} can be read again where it is"
        );
        assert_eq!(opened.progress.total(), Some(text.len() as u64));
        let is_table = matches!(opened.kind, RecordKind::Table(_));
        assert_eq!(
            opened.notices.len(),
            usize::from(is_table),
            "a mapping that was taken is told"
        );
        assert_eq!(
            read(opened, name),
            ["The ferry sails", "It lands"],
            "{name}"
        );
    }
    let notice = &opened(folder.open("a.csv", TABLE.as_bytes())).notices[0];
    assert_eq!(
        notice.cause,
        "its columns are taken as date=date,title=title"
    );
    assert!(notice.mend.contains("--map"));
}

#[test]
fn articles_and_toml_are_given_back_whole() {
    let folder = Folder::new();
    let article = "Harbour, Monday, 5 January\n\nThe ferry sails, says the port.\n";
    for (name, text) in [
        ("a.txt", article),
        ("a", article),
        ("a.toml", "format = \"linimasa/1\"\n"),
        ("b.txt", TABLE),
        ("b", ""),
        ("c", "{kursif} words\n"),
    ] {
        let Input::Other(mut whole) = folder.open(name, text.as_bytes()).unwrap() else {
            panic!("{name} is no records");
        };
        let mut back = String::new();
        whole.reader.read_to_string(&mut back).unwrap();
        assert_eq!(back, text, "{name}");
    }
}

#[test]
fn a_table_whose_columns_say_nothing_asks_for_a_mapping_and_lists_them() {
    let folder = Folder::new();
    let fault = folder.open("a.csv", b"when,what\n2024,x\n").err().unwrap();
    assert!(
        fault.mend.contains("--map date=COLUMN,title=COLUMN"),
        "{fault}"
    );
    assert!(fault.mend.ends_with("when, what"), "{fault}");
    let options = Options {
        map: Some("date=when,title=what".parse().unwrap()),
        ..Options::default()
    };
    let opened = opened(open(&folder.0.path().join("a.csv"), &options));
    assert_eq!(opened.notices, []);
    assert_eq!(read(opened, "a.csv"), ["x"]);
    let native = folder.file("b.jsonl", NATIVE.as_bytes());
    assert!(
        open(&native, &options)
            .err()
            .unwrap()
            .mend
            .contains("leave out --map")
    );
}

#[test]
fn standard_input_and_compressed_files_are_kept_so_that_records_can_be_read_again() {
    let folder = Folder::new();
    let members = [
        gzip(NATIVE.as_bytes()),
        gzip(b"{\"event\":{\"id\":\"c\",\"title\":\"More\"}}\n"),
    ]
    .concat();
    let skippable = b"\x50\x2a\x4d\x18\x03\x00\x00\x00abc";
    let frames = [
        zstd(NATIVE.as_bytes()),
        skippable.to_vec(),
        zstd(b"{\"event\":{\"id\":\"c\",\"title\":\"More\"}}\n"),
    ]
    .concat();
    let three = ["The ferry sails", "It lands", "More"];
    for (bytes, expected) in [
        (NATIVE.as_bytes(), &three[..2]),
        (TABLE.as_bytes(), &three[..2]),
        (&gzip(TABLE.as_bytes()), &three[..2]),
        (&members, &three),
        (&zstd(TABLE.as_bytes()), &three[..2]),
        (&frames, &three),
    ] {
        let opened = opened(from_stdin(bytes));
        assert_eq!(opened.path, None);
        assert_eq!(read(opened, "standard input"), expected);
    }
    let mut twice = opened(from_stdin(TABLE.as_bytes()));
    assert_eq!(twice.blocks.by_ref().count(), 1);
    twice.again().unwrap();
    assert_eq!(read(twice, "standard input"), &three[..2]);
    let opened = opened(folder.open("a.csv.gz", &gzip(TABLE.as_bytes())));
    let progress = opened.progress.clone();
    assert_eq!(read(opened, "a.csv.gz"), &three[..2]);
    assert_eq!(
        Some(progress.read()),
        progress.total(),
        "progress counts packed bytes"
    );
}

#[test]
fn packed_data_that_are_cut_short_or_damaged_open_as_far_as_they_go() {
    let mut text = NATIVE.to_owned();
    for number in 0..16_000 {
        let hash = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        text.push_str(&format!(
            "{{\"event\":{{\"id\":\"{number}\",\"title\":\"{hash:x}\"}}}}\n"
        ));
    }
    for (packed, word) in [
        (gzip(text.as_bytes()), "gzip"),
        (zstd(text.as_bytes()), "zstd"),
    ] {
        let half = &packed[..packed.len() / 2];
        let told = read(opened(from_stdin(half)), "standard input");
        assert_eq!(told[0], "The ferry sails");
        let last = told.last().unwrap();
        assert!(
            last.contains(&format!("the {word} data are cut short")),
            "{last}"
        );
    }
    let mut packed = gzip(text.as_bytes());
    let end = packed.len() - 6;
    packed[end] ^= 0xff;
    let told = read(opened(from_stdin(&packed)), "standard input");
    assert_eq!(told.len(), 16_003, "{:?}", told.last());
    assert!(
        told.last()
            .unwrap()
            .contains("the gzip data are damaged after")
    );
    let json = format!(
        "{{\"format\":\"linimasa/1\",\"events\":[{}]}}",
        "{\"id\":\"a\",\"title\":\"T\"},".repeat(9000)
    );
    let packed = gzip(json.as_bytes());
    let told = read(
        opened(from_stdin(&packed[..packed.len() - 9])),
        "standard input",
    );
    let last = told.last().unwrap();
    assert!(last.contains("the gzip data are cut short"), "{last}");
    let none = from_stdin(&gzip(b"x")[..5]).err().unwrap();
    assert!(none.cause.contains("cut short"), "{none}");
}

#[test]
fn a_bomb_is_refused_long_before_it_fills_anything() {
    let blank = gzip(&vec![b' '; 1 << 20]);
    let bomb = [gzip(NATIVE.as_bytes()), blank.repeat(20)].concat();
    assert!(bomb.len() < 100_000, "{}", bomb.len());
    let mut opened = opened(from_stdin(&bomb));
    let fault = opened.blocks.find_map(Result::err).unwrap();
    assert_eq!(fault.kind, FaultKind::TooLarge);
    assert!(fault.cause.contains("200 times its size"), "{fault}");
    assert!(fault.mend.contains("--max-ratio"));
    let kept = opened.file.metadata().unwrap().len();
    assert!(kept < 20 << 20, "{kept} bytes were kept");
}

#[test]
fn an_input_whose_size_nobody_knows_has_a_limit() {
    let options = Options {
        limits: Limits {
            max_size: 1 << 20,
            ..Limits::default()
        },
        ..Options::default()
    };
    let endless = Cursor::new(NATIVE.as_bytes()).chain(std::io::repeat(b'\n'));
    let mut opened = opened(open_reader(endless, "standard input", &options));
    let fault = opened.blocks.find_map(Result::err).unwrap();
    assert_eq!(
        (fault.kind, fault.cause.as_str()),
        (FaultKind::TooLarge, "more than 1 MiB come of it")
    );
}

#[test]
fn tables_in_other_encodings_are_decoded_as_they_come() {
    let folder = Folder::new();
    let text = "date,title\n2024-01-05,Café in Łódź\n";
    let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = [b"\xff\xfe".as_slice(), &le].concat();
    for bytes in [&le, &be, &marked] {
        let opened = opened(folder.open("a.csv", bytes));
        assert_eq!(read(opened, "a.csv"), ["Café in Łódź"]);
    }
    let latin = opened(folder.open("b.csv", b"date,title\n2024-01-05,Caf\xe9 \x93Elba\x94\n"));
    let notice = latin.notices.last().unwrap();
    assert!(
        notice.cause.contains("windows-1252") && notice.mend.contains("--encoding"),
        "{notice}"
    );
    assert_eq!(read(latin, "b.csv"), ["Café “Elba”"]);
    let options = Options {
        encoding: encoding_rs::Encoding::for_label(b"koi8-r"),
        ..Options::default()
    };
    let path = folder.file("c.csv", b"date,title\n2024,\xf0\xcf\xd2\xd4\n");
    assert_eq!(read(opened(open(&path, &options)), "c.csv"), ["Порт"]);
}

#[test]
fn a_header_beyond_all_measure_is_refused() {
    let folder = Folder::new();
    let names: Vec<String> = (0..1_000_000).map(|number| format!("c{number}")).collect();
    let fault = folder
        .open("a.csv", names.join(",").as_bytes())
        .err()
        .unwrap();
    assert_eq!(fault.cause, "the table has more than 4096 columns");
    let long = "x".repeat(3 << 20);
    let fault = folder.open("b.csv", long.as_bytes()).err().unwrap();
    assert_eq!(
        fault.cause,
        "the header of the table is longer than 1024 KiB"
    );
}

#[test]
fn what_is_no_file_is_refused() {
    let folder = Folder::new();
    let options = Options::default();
    assert_eq!(
        open(folder.0.path(), &options).err().unwrap().kind,
        FaultKind::NotAFile
    );
    let none = folder.0.path().join("none.csv");
    assert_eq!(
        open(&none, &options).err().unwrap().kind,
        FaultKind::Missing
    );
}
