//! The bodies of the fuzz targets, over what once broke them or covers much, and over random bytes.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use crate::bodies::BODIES;

fn folder(kind: &str, name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz")
        .join(kind)
        .join(name)
}

fn files(folder: &Path) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries
        .map(|entry| fs::read(entry.unwrap().path()).unwrap())
        .collect()
}

#[test]
fn corpus_and_regressions_hold() {
    let mut inputs = 0;
    for (name, body) in BODIES {
        for kind in ["corpus", "regressions"] {
            for bytes in files(&folder(kind, name)) {
                body(&bytes);
                inputs += 1;
            }
        }
    }
    println!("{inputs} inputs were tried");
    assert!(inputs >= 6, "{inputs}");
}

/// Bytes of an input of the corpus with some changed, or any bytes.
fn input(name: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let corpus = files(&folder("corpus", name));
    let changed = (
        prop::sample::select(corpus),
        prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
    );
    let changed = changed.prop_map(|(mut bytes, changes)| {
        for (place, byte) in changes {
            if !bytes.is_empty() {
                let place = place.index(bytes.len());
                bytes[place] = byte;
            }
        }
        bytes
    });
    prop_oneof![3 => changed, 1 => prop::collection::vec(any::<u8>(), 0..200)]
}

macro_rules! holds {
    ($($name:ident),*) => { $(
        proptest! {
            #![proptest_config(ProptestConfig::with_cases(16))]
            #[test]
            fn $name(bytes in input(stringify!($name))) {
                crate::bodies::$name(&bytes);
            }
        }
    )* };
}

holds!(native, tables, html, tagger, anchors, app);
