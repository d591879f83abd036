//! What holds of any table: rows are cut as other readers cut them, blocks do not matter, anchors are verbatim.

use proptest::prelude::*;

use super::tests::{kind, read_sized};
use super::*;

/// The rows as a reader of CSV that others keep reads them.
fn oracle(table: &[u8]) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(table);
    let rows = reader.byte_records().map(Result::unwrap);
    let words = |cell: &[u8]| String::from_utf8_lossy(cell).into_owned();
    rows.map(|row| row.iter().map(words).collect()).collect()
}

proptest! {
    #[test]
    fn well_formed_csv_is_cut_as_other_readers_cut_it(
        rows in prop::collection::vec(prop::collection::vec("[a-c\",\n \u{e9}]{0,6}", 2..5), 1..8),
    ) {
        let mut writer = ::csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        let table = writer.into_inner().unwrap();
        let (mut start, mut cells, mut found) = (0, Vec::new(), Vec::new());
        while start < table.len() {
            let end = row(&table[start..], b',', &mut cells);
            let text = std::str::from_utf8(&table[start..start + end.end]).unwrap();
            found.push(cells.iter().map(|cell| cell.value(text).into_owned()).collect::<Vec<_>>());
            start += end.next;
        }
        prop_assert_eq!(&found, &rows);
        prop_assert_eq!(found, oracle(&table));
    }

    #[test]
    fn blocks_of_any_size_give_the_same_rows(
        body in "([a-b\",\r\n\u{e9}]|\",\"|\"\n|2024){0,120}",
        sizes in (1_usize..40, 1_usize..300),
    ) {
        let table = format!("d,t\n{body}");
        let kind = kind(&table, b',', "date=d,title=t");
        let told = |size| -> Vec<String> {
            let rows = read_sized(table.as_bytes(), &kind, size).rows.into_iter();
            rows.map(|row| row.map_or_else(|fault| fault, |(words, _)| words)).collect()
        };
        prop_assert_eq!(told(sizes.0), told(sizes.1));
    }

    #[test]
    fn every_anchor_of_any_row_is_a_verbatim_slice_of_its_text(
        cells in prop::array::uniform4("[ a-z\u{e9}\u{1f600}\",;\n]{0,12}"),
    ) {
        let mut writer = ::csv::Writer::from_writer(Vec::new());
        writer.write_record(["d", "t", "q", "p"]).unwrap();
        writer.write_record(&cells).unwrap();
        let table = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let kind = kind(&table, b',', "date=d,title=t,quote=q,precision=p,actors=t");
        for row in read_sized(table.as_bytes(), &kind, 50).rows.into_iter().flatten() {
            let (_, text) = row.1.source.unwrap();
            for anchor in &row.1.event.claims[0].anchors {
                let (start, end) = (anchor.start.unwrap(), anchor.end.unwrap());
                let slice: String = text.chars().skip(start).take(end - start).collect();
                prop_assert_eq!(&slice, &anchor.exact);
                prop_assert!(cells.iter().any(|cell| cell.trim() == anchor.exact));
            }
        }
    }

    #[test]
    fn arbitrary_bytes_give_rows_or_damage_and_nothing_breaks(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        size in 1_usize..50,
    ) {
        for (table, delimiter) in [("d,t\n", b','), ("d\tt\n", b'\t')] {
            let kind = kind(table, delimiter, "date=d,title=t,actors=t");
            let all: Vec<u8> = table.bytes().chain(bytes.iter().copied()).collect();
            let _ = read_sized(&all, &kind, size);
        }
    }
}
