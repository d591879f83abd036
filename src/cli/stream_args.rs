//! How large files and tables of others are read: the options, and what they mean to `format::stream`.

use std::str::FromStr;

use clap::Args;

use crate::format::stream::{Limits, MapSpec, Options};

/// How tables are read, and what an input may ask of this machine.
#[derive(Debug, Default, Args)]
pub(super) struct StreamArgs {
    /// What the columns of a table mean: date=COLUMN,title=COLUMN;COLUMN,…, or acled
    ///
    /// FILE is a table in CSV, TSV or JSON Lines, of which each row is an event and its own source. The keys are
    /// date (ISO 8601, EDTF, 05 January 2024, 05-Jan-24, 2024/01/05; 03/04/2024 only as date=COLUMN:dmy or COLUMN:mdy),
    /// end (the last day of what lasted),
    /// precision (1, 2, 3, 4 or day, week, month, year: how exact the date is),
    /// title, quote (the words that state it; without it, the title),
    /// actors (several names in a cell stand between semicolons), kind, place,
    /// status (happened, planned or claimed; any other word counts as claimed), id, said_by, via (the outlet that the row cites),
    /// url, publisher, author, published and language.
    /// Of several columns the first that is not empty counts, of actors all.
    /// A backslash stands before , ; = : in a name. A preset can be amended: acled,title=sub_event_type.
    /// Without it, a table whose header names a date and a title opens all the same.
    #[arg(long, value_name = "MAPPING", value_parser = MapSpec::from_str, help_heading = "Tables and large files")]
    map: Option<MapSpec>,
    /// The encoding of a table, such as windows-1252; without it, its first bytes tell
    #[arg(long, value_name = "NAME", value_parser = encoding, help_heading = "Tables and large files")]
    encoding: Option<&'static encoding_rs::Encoding>,
    /// Leave out records larger than this (default 16M)
    #[arg(long, value_name = "SIZE", value_parser = size, help_heading = "Tables and large files")]
    max_record: Option<u64>,
    /// Take no more than this of standard input or of a packed file (default 16G)
    #[arg(long, value_name = "SIZE", value_parser = size, help_heading = "Tables and large files")]
    max_size: Option<u64>,
    /// Take no more of a packed file than this many times its size (default 200)
    #[arg(long, value_name = "TIMES", value_parser = clap::value_parser!(u64).range(1..), help_heading = "Tables and large files")]
    max_ratio: Option<u64>,
}

impl StreamArgs {
    /// The same for the readers below.
    pub(super) fn options(&self) -> Options {
        let usual = Limits::default();
        Options {
            map: self.map.clone(),
            encoding: self.encoding,
            limits: Limits {
                max_record: self.max_record.unwrap_or(usual.max_record),
                max_size: self.max_size.unwrap_or(usual.max_size),
                max_ratio: self.max_ratio.unwrap_or(usual.max_ratio),
            },
        }
    }
}

/// Bytes, as `16M`: K, M and G are powers of 1024.
fn size(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let unit = text
        .strip_prefix(digits)
        .unwrap_or_default()
        .to_ascii_uppercase();
    let shift = match unit
        .strip_suffix("IB")
        .or(unit.strip_suffix('B'))
        .unwrap_or(&unit)
    {
        "" => 0,
        "K" => 10,
        "M" => 20,
        "G" => 30,
        "T" => 40,
        _ => return Err("write a number of bytes, or one with K, M or G".to_owned()),
    };
    let number: u64 = digits
        .parse()
        .map_err(|_| "write a number of bytes, or one with K, M or G")?;
    let bytes = number.checked_mul(1 << shift).filter(|bytes| *bytes > 0);
    bytes.ok_or_else(|| "this is no size that a file can have".to_owned())
}

fn encoding(text: &str) -> Result<&'static encoding_rs::Encoding, String> {
    encoding_rs::Encoding::for_label(text.as_bytes()).ok_or_else(|| {
        "no such encoding; names are those of the web, such as windows-1252 or utf-16le".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_bytes_or_powers_of_1024() {
        assert_eq!(size("7"), Ok(7));
        assert_eq!(size("16M"), Ok(16 << 20));
        assert_eq!(size("2GiB"), Ok(2 << 30));
        assert_eq!(size("1kb"), Ok(1024));
        for text in ["", "M", "0", "x", "1.5G", "99999999T", "7 m"] {
            assert!(size(text).is_err(), "{text}");
        }
    }
}
