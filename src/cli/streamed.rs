//! Which inputs stream: tables of others, and timelines too large to be read whole and checked first.

use std::io::{self, Cursor, Read};
use std::path::Path;

use super::articles::is_stdin;
use super::large::LARGE;
use super::stream_args::StreamArgs;
use crate::format::stream::{Input, Opened, Options, RecordKind, open, open_reader};
use crate::format::{STANDARD_INPUT, read_all};
use crate::model::Fault;

/// How an input is to be read.
pub(super) enum Way {
    /// Record by record.
    Streams(Box<Opened>),
    /// Whole, from its path.
    Whole,
    /// Whole: these are its bytes, which cannot be read another time.
    Bytes(Vec<u8>),
}

/// How the file or standard input is to be read.
pub(super) fn way(path: &Path, arguments: &StreamArgs) -> Result<Way, Fault> {
    let options = arguments.options();
    if is_stdin(path) {
        return from_stdin(io::stdin(), &options);
    }
    let size = std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    Ok(match open(path, &options)? {
        Input::Records(opened) if streams(&opened, size) => Way::Streams(opened),
        Input::Other(whole) if whole.is_packed => Way::Bytes(read_all(whole.reader)?),
        Input::Records(_) | Input::Other(_) => Way::Whole,
    })
}

fn from_stdin(stdin: impl Read + Send + 'static, options: &Options) -> Result<Way, Fault> {
    let mut stdin = stdin;
    let mut start = Vec::new();
    let read = stdin.by_ref().take(LARGE).read_to_end(&mut start);
    // What fails here fails again below, and is told then.
    let is_all = read.is_ok_and(|count| (count as u64) < LARGE);
    let size = start.len() as u64;
    let all = is_all.then(|| start.clone());
    let reader = Cursor::new(start).chain(stdin);
    Ok(match (open_reader(reader, STANDARD_INPUT, options)?, all) {
        (Input::Records(opened), Some(all)) if !streams(&opened, size) => Way::Bytes(all),
        (Input::Records(opened), _) => Way::Streams(opened),
        (Input::Other(whole), _) => Way::Bytes(read_all(whole.reader)?),
    })
}

/// A small timeline is read whole, so that its anchors are checked; a table's rows are their own sources.
fn streams(opened: &Opened, size: u64) -> bool {
    matches!(opened.kind, RecordKind::Table(_)) || opened.is_packed || size >= LARGE
}

#[cfg(test)]
mod tests {
    use super::*;

    const NATIVE: &str = "{\"timeline\":{\"format\":\"linimasa/1\"}}\n";

    fn way_of(text: &str) -> Way {
        from_stdin(Cursor::new(text.as_bytes().to_vec()), &Options::default()).unwrap()
    }

    #[test]
    fn small_timelines_and_articles_are_read_whole_and_all_their_bytes_are_there() {
        for text in [NATIVE, "An article.\n", "format = \"linimasa/1\"\n", ""] {
            let Way::Bytes(bytes) = way_of(text) else {
                panic!("{text} is read whole");
            };
            assert_eq!(bytes, text.as_bytes());
        }
        let long = "An article of many words.\n".repeat(200_000);
        assert!(matches!(way_of(&long), Way::Bytes(bytes) if bytes == long.as_bytes()));
    }

    #[test]
    fn tables_and_large_timelines_stream() {
        assert!(matches!(way_of("date,title\n2024,x\n"), Way::Streams(_)));
        let blank = "\n".repeat(usize::try_from(LARGE).unwrap());
        assert!(matches!(
            way_of(&format!("{NATIVE}{blank}")),
            Way::Streams(_)
        ));
    }
}
